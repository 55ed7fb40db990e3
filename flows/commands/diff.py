"""`renja diff OLD NEW`: what changed between two readings, in the terminal and as an HTML page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from canonical.lists import library
from flows.commands.common import Lang
from flows.folders import write_file
from flows.reporting import NotARecord, load_record
from flows.statuses import ExitCode
from pipeline.catalogue import Texts, texts
from pipeline.diff import FieldChange, PlanDiff, compare
from pipeline.records import Finding, Part, PlanRecord, Row
from pipeline.reports.diff_page import pieces_of, place_of, render_diff

Reading = Annotated[Path, typer.Argument(exists=True, help="document.json, atau folder dokumen di folder hasil.")]
Page = Annotated[Path, typer.Option("--html", help="Halaman perbandingan.")]

_STYLES: dict[str, str] = {"same": "not dim", "out": "not dim red strike", "in": "not dim green underline"}
_MARKS: dict[str, tuple[str, str]] = {"same": ("", ""), "out": ("[-", "-]"), "in": ("{+", "+}")}
"""As in `git diff --word-diff`, for eyes and terminals without colour."""


def diff(old: Reading, new: Reading, html: Page = Path("diff.html"), lang: Lang = "id") -> None:
    """Bandingkan dua rencana: baris, kekurangan dan temuan."""
    console = Console()
    t = texts(lang)
    change = compare(_load(old, console, t), _load(new, console, t))
    write_file(html, render_diff(change, lang).encode())
    if change.is_of_two_agencies:
        console.print(t("diff.other_agency"), markup=False, soft_wrap=True)
    console.print(counts_table(change, t))
    console.print(changes_table(change, t))
    console.print(t("diff.page_written", path=html), markup=False, soft_wrap=True)


def _load(path: Path, console: Console, t: Texts) -> PlanRecord:
    try:
        return load_record(path)
    except (NotARecord, OSError) as error:
        console.print(t("diff.not_a_record", path=path), markup=False, soft_wrap=True)
        raise typer.Exit(ExitCode.USAGE) from error


def counts_table(change: PlanDiff, t: Texts) -> Table:
    table = Table(title=t("diff.title"), show_header=True, header_style="bold")
    table.add_column(t("diff.what"))
    table.add_column(t("diff.count"), justify="right")
    for key, items in (
        ("rows_added", change.added), ("rows_dropped", change.dropped), ("rows_reworded", change.reworded),
        ("rows_moved", change.moved_on), ("rows_same", change.unchanged),
        ("gaps_closed", change.gaps_closed), ("gaps_opened", change.gaps_opened), ("gaps_remaining", change.gaps_remaining),
        ("findings_corrected", change.corrected), ("findings_remaining", change.remaining), ("findings_new", change.appeared),
    ):  # fmt: skip
        table.add_row(t(f"diff.{key}"), str(len(items)), end_section=key in ("rows_same", "gaps_remaining"))
    return table


def changes_table(change: PlanDiff, t: Texts) -> Table:
    """One line a change; what stayed as it was is left to the page."""
    table = Table(show_lines=False, header_style="bold")
    table.add_column(t("diff.what"), no_wrap=True)
    table.add_column(t("diff.detail"), overflow="fold")
    _add(table, t("diff.rows_added"), (_row_text(row, change.new, t) for row in change.added))
    _add(table, t("diff.rows_dropped"), (_row_text(row, change.old, t) for row in change.dropped))
    _add(table, t("diff.rows_reworded"), (_change_text(pair.new, c, t) for pair in change.reworded for c in pair.rewordings))
    _add(table, t("diff.gaps_closed"), map(_code_text, change.gaps_closed))
    _add(table, t("diff.gaps_opened"), map(_code_text, change.gaps_opened))
    _add(table, t("diff.gaps_remaining"), (_lacking_text(part, t) for part in change.still_lacking))
    _add(table, t("diff.findings_corrected"), (_finding_text(f, change.old, t) for f in change.corrected))
    _add(table, t("diff.findings_new"), (_finding_text(f, change.new, t) for f in change.appeared))
    return table


def _add(table: Table, label: str, lines: Iterable[Text]) -> None:
    for number, line in enumerate(lines):
        table.add_row(label if number == 0 else "", line)
    if table.rows:
        table.add_section()


def _row_text(row: Row, record: PlanRecord, t: Texts) -> Text:
    """Texts of a plan go in as Text, so that no bracket in them is taken for markup."""
    return Text.assemble(row.indicator or row.action, (f"  {place_of(row, record, t)}", "dim"))


def _change_text(row: Row, change: FieldChange, t: Texts) -> Text:
    text = Text(f"{_shortened(row.indicator)} · {t(f'column.{change.field}')}: ", style="dim")
    for piece in pieces_of(change):
        before, behind = _MARKS[piece.kind]
        text.append(f"{before}{piece.text}{behind}", style=_STYLES[piece.kind])
        text.append(" ")
    return text


def _shortened(indicator: str) -> str:
    """The first words; enough to tell one row from another."""
    return textwrap.shorten(indicator, 60, placeholder=" …")


def _lacking_text(part: Part, t: Texts) -> Text:
    return Text(t("diff.still_lacking", part=t(f"part.{part}").lower()))


def _code_text(code: str) -> Text:
    official = library().current.by_code
    return Text.assemble((code, "bold"), f"  {official[code].text if code in official else ''}")


def _finding_text(finding: Finding, record: PlanRecord, t: Texts) -> Text:
    words = f": “{finding.text}”" if finding.text else f": {t.why(finding.why, finding.reason)}"
    return Text.assemble((t(f"kind.{finding.kind}"), "bold"), words, (f"  {place_of(finding, record, t)}", "dim"))
