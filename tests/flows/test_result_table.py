"""The table a run ends with, in terminals of several widths."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from flows.result_table import ResultTable, count_read, wrap_name
from pipeline.catalogue import texts
from pipeline.records import Status
from pipeline.summary import DocumentLine

LONG = "rencana-kerja-pembangunan-zona-integritas-kecamatan-lembah-hijau-2024"
READ = DocumentLine(name=LONG, file=f"{LONG}.pdf", sha256="", status="review", pages=30, rows=73, covered=74, missing=13)
OTHER = DocumentLine(name="lain", file="lain.xyz", sha256="", status="unsupported", reason="Jenis lain.")
BROKEN = DocumentLine(name="rusak", file="rusak.pdf", sha256="", status="unreadable", reason="Berkas [bold]rusak[/bold].")


def shown(width: int, lang: str = "id", *, second: DocumentLine = BROKEN) -> list[str]:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(ResultTable([READ, second], texts(lang)))
    return [line for line in console.file.getvalue().splitlines() if line.strip()]  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_nothing_of_names_and_statuses_is_lost_and_no_line_too_long(width: int) -> None:
    lines = shown(width, second=OTHER)
    status_at = lines[0].index("Status")
    rows = lines[2:-1]
    assert max(map(len, lines)) <= width
    assert "".join(row[1:status_at].split(" ")[0] for row in rows) == f"{LONG}lain"
    assert "".join(row[status_at:].replace(" ", "") for row in rows) == "PerluditinjauJenisberkastidakdidukung"


def of_status(name: str, status: Status, duplicate_of: str | None = None) -> DocumentLine:
    return DocumentLine(name=name, file=name, sha256="", status=status, duplicate_of=duplicate_of)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([of_status("a", "done"), of_status("b", "review"), of_status("c", "unreadable")], 2),
        ([of_status("a", "done"), of_status("b", "duplicate", "a")], 2),
        ([of_status("a", "unreadable"), of_status("b", "duplicate", "a")], 0),
        ([of_status("b", "duplicate", "read in an earlier run")], 1),
        ([], 0),
    ],
    ids=["read and not", "a read one twice", "an unread one twice", "its like not among them", "none"],
)
def test_a_copy_counts_as_what_it_repeats(lines: list[DocumentLine], count: int) -> None:
    assert count_read(lines) == count


def test_figures_and_status_stand_beside_the_name() -> None:
    assert shown(120)[2].split()[1:] == ["30", "73", "74/87", "0", "Perlu", "ditinjau"]


def test_table_in_english() -> None:
    lines = shown(120, "en")
    assert lines[0].split() == ["Document", "Pages", "Rows", "Covered", "Findings", "Status"]
    assert lines[2].split()[-2:] == ["To", "review"]


def test_reasons_have_lines_of_their_own_and_stay_text() -> None:
    assert shown(120)[-1] == "rusak.pdf: Berkas [bold]rusak[/bold]."


@pytest.mark.parametrize(
    ("name", "width", "lines"),
    [
        ("pendek", 20, ["pendek"]),
        ("rimbang-2024-3d160be2", 20, ["rimbang-2024-", "3d160be2"]),
        ("renja dinas_v2.final", 8, ["renja", "dinas_", "v2.final"]),
        ("panjangsekalitanpajeda", 10, ["panjangsek", "alitanpaje", "da"]),
        ("", 10, [""]),
    ],
    ids=["short", "at a hyphen", "blank, underscore, dot", "no place to break", "nothing"],
)
def test_names_break_where_they_may(name: str, width: int, lines: list[str]) -> None:
    assert wrap_name(name, width).split("\n") == lines
