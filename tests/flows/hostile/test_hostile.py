"""A folder full of traps: every file gets its line, the honest ones are read, and nothing is written elsewhere."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from flows.batch import RunRequest, RunResult, run_batch
from flows.limits import Limits
from flows.plain import read_all
from flows.pool import Pool
from flows.progress import SilentTally
from flows.settings import RunSettings
from flows.statuses import WITH_RECORD, ExitCode
from pipeline.records import Status
from tests.flows.hostile.others import others
from tests.flows.hostile.pdfs import pdfs
from tests.flows.plans import plan_text

LIMITS = Limits(page=20, document=60, memory=1200, size=100, pages=1500, members=50, unpacked=200)
HONEST = 4
FULL = {"document.json", "gaps.html", "lke.xlsx", "feedback.docx"}

CERTAIN: dict[str, set[Status]] = {
    "terkunci.pdf": {"encrypted"},
    "terkunci-lama.pdf": {"encrypted"},
    "terkunci-sandi-kosong.pdf": {"no_action_table"},
    "hanya-kepala.pdf": {"unreadable"},
    "tanpa-halaman.pdf": {"unreadable"},
    "dua-ribu-halaman.pdf": {"failed"},
    "skrip-dan-lampiran.pdf": {"no_action_table"},
    "bentuk-semiliar.pdf": {"timed_out", "no_action_table"},
    "kosong.txt": {"unreadable"},
    "program.exe": {"unsupported"},
    "pipa.pdf": {"unsupported"},
    "melingkar.pdf": {"unsupported"},
    "putus.pdf": {"unreadable"},
    "bom.txt": {"failed"},
    "terpotong-0.5.docx": {"unreadable"},
    "lama.doc": {"unreadable", "unsupported"},
}
"""What some of them must end in; of the others it is enough that they end."""


def fill(inbox: Path) -> int:
    """Every trap and some honest plans under hostile names; returns how many files that are."""
    inbox.mkdir()
    for name, make in pdfs():
        (inbox / f"{name}.pdf").write_bytes(make())
    for name, make in others():
        (inbox / name).write_bytes(make())
    names = [
        b"baris\nbaru.txt",
        b"bukan-\xff-utf8.txt",
        b"n" * 251 + b".txt",
        b"<script>alert(1)</script>.txt".replace(b"/", b"_"),
    ]
    for n, odd in enumerate(names[:HONEST]):
        (inbox / os.fsdecode(odd)).write_text(plan_text(200 + n))
    os.mkfifo(inbox / "pipa.pdf")
    (inbox / "melingkar.pdf").symlink_to("melingkar.pdf")
    (inbox / "putus.pdf").symlink_to("tiada")
    (inbox / "sub").mkdir()
    (inbox / "sub" / "naik").symlink_to(inbox, target_is_directory=True)
    return sum(1 for path in inbox.iterdir() if path.name != "sub")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rumah")


@pytest.fixture(scope="module")
def result(home: Path) -> Iterator[RunResult]:
    inbox = home / "masuk"
    fill(inbox)
    with Pool(2, LIMITS.memory) as pool:
        settings = RunSettings(workers=2, limits=LIMITS)
        yield run_batch(RunRequest((inbox,), home / "hasil", settings), pool, read_all, SilentTally())


def by_file(result: RunResult) -> dict[str, Status]:
    return {e.line.file: e.line.status for e in result.entries}


def test_there_are_enough_traps(home: Path, result: RunResult) -> None:
    assert len(by_file(result)) >= 60


def test_every_file_ends_in_one_status_with_a_reason(home: Path, result: RunResult) -> None:
    on_disk = {p.name for p in (home / "masuk").iterdir() if p.suffix not in (".zip", "") and p.is_file()}
    told = {e.key.rsplit("/", 1)[-1] for e in result.entries}
    assert {n for n in on_disk if n.isascii() and "\n" not in n} <= told
    assert all(e.line.reason for e in result.entries if e.line.status not in ("done", "review"))
    assert result.code == ExitCode.SOME_NOT_DONE


@pytest.mark.parametrize(("file", "allowed"), CERTAIN.items())
def test_status(result: RunResult, file: str, allowed: set[Status]) -> None:
    assert by_file(result)[file] in allowed


def test_honest_files_are_read_under_harmless_names(home: Path, result: RunResult) -> None:
    honest = {e.line.file: e.name for e in result.entries if e.line.status in ("done", "review")}
    assert honest["baris\nbaru.txt"] == "baris_baru"
    assert honest["bukan-\ufffd-utf8.txt"] == "bukan-\ufffd-utf8"
    assert honest["n" * 251 + ".txt"] == "n" * 150
    assert honest["<script>alert(1)<_script>.txt"] == "_script_alert(1)__script_"


def test_no_bug_of_ours_is_met(result: RunResult) -> None:
    bugs = {e.line.file: e.line.reason for e in result.entries if "tidak terduga" in (e.line.reason or "")}
    assert bugs == {}


def test_nothing_is_half_written_and_nothing_outside(home: Path, result: RunResult) -> None:
    assert {p.name for p in home.iterdir()} == {"masuk", "hasil"}
    folders = {p.name: {f.name for f in p.iterdir()} for p in (home / "hasil").iterdir() if p.is_dir() and p.name != ".renja"}
    assert all(files >= FULL for files in folders.values())
    assert set(folders) == {e.name for e in result.entries if e.line.status in WITH_RECORD}
    assert not (home / "hasil" / ".renja" / "work").exists()
    assert not Path("/tmp/luar-mutlak.txt").exists()


def test_no_secret_of_this_machine_is_carried_over(home: Path, result: RunResult) -> None:
    for document in (home / "hasil").glob("*/document.json"):
        assert "root:x:0" not in document.read_text()


def test_markup_and_formulas_stay_text(home: Path, result: RunResult) -> None:
    hostile = next(e.name for e in result.entries if e.line.file == "html-suntikan.txt")
    pages = [home / "hasil" / hostile / "gaps.html", home / "hasil" / "summary.html"]
    assert not any("<script>alert(1)" in page.read_text() for page in pages)
    for book in [home / "hasil" / "summary.xlsx", home / "hasil" / hostile / "lke.xlsx"]:
        with zipfile.ZipFile(book) as archive:
            assert not any("externalLink" in name for name in archive.namelist())
        cells = [c for sheet in load_workbook(book).worksheets for row in sheet.iter_rows() for c in row]
        assert not any(c.data_type == "f" and ("cmd" in str(c.value) or "HYPERLINK" in str(c.value)) for c in cells)


def test_the_summary_has_a_line_for_each(home: Path, result: RunResult) -> None:
    summary = json.loads((home / "hasil" / "summary.json").read_text())
    assert len(summary["documents"]) == len(result.entries)
