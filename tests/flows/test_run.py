"""Runs from inputs to summary: statuses, names, exit codes, what a second run does again and what not."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.errors import DocumentError
from flows.batch import Batch, RunRequest, RunResult, run_batch
from flows.lock import FolderBusy, lock_folder
from flows.manifest import Manifest
from flows.plain import read_all
from flows.pool import Pool
from flows.progress import SilentTally
from flows.settings import RunSettings
from flows.state import State
from flows.statuses import ExitCode
from pipeline.records import Status
from pipeline.summary import DocumentLine
from tests.flows.plans import plan_text, write_plans

BYTE_EQUAL = ("document.json", "gaps.html", "summary.json", "summary.html", "rows.csv")


class CountingTally(SilentTally):
    """Remembers which documents were read in this run."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def document_done(self, line: DocumentLine) -> None:
        self.read.append(line.name)


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(2, memory_mib=1024) as pool:
        yield pool


@pytest.fixture(scope="module")
def settings(pool: Pool) -> RunSettings:
    return RunSettings(workers=2)


def run(pool: Pool, settings: RunSettings, out: Path, *inputs: Path, retry: bool = False) -> tuple[RunResult, list[str]]:
    tally = CountingTally()
    result = run_batch(RunRequest(inputs, out, settings, retry=retry), pool, read_all, tally)
    return result, sorted(tally.read)


def statuses(result: RunResult) -> dict[str, Status]:
    return {e.name: e.line.status for e in result.entries}


def fingerprint(out: Path) -> dict[str, str]:
    """Digest of every file a user may read whose bytes must not change."""
    files = [f for f in sorted(out.rglob("*")) if f.name in BYTE_EQUAL and ".renja" not in f.parts]
    return {str(f.relative_to(out)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def test_every_file_gets_its_line_and_the_others_go_on(pool: Pool, settings: RunSettings, tmp_path: Path) -> None:
    inbox, out = tmp_path / "masuk", tmp_path / "hasil"
    write_plans(inbox, 2)
    shutil.copy(inbox / "rencana-000.txt", inbox / "salinan.txt")
    (inbox / "sub").mkdir()
    (inbox / "sub" / "rencana-000.txt").write_text(plan_text(99))
    (inbox / "kosong.pdf").touch()
    (inbox / "palsu.pdf").write_text("ini bukan PDF")
    (inbox / "surat.txt").write_text("Surat biasa tanpa tabel.\n")
    result, _ = run(pool, settings, out, inbox)
    second = next(name for name in statuses(result) if name.startswith("rencana-000-"))
    assert second == f"rencana-000-{hashlib.sha256(plan_text(99).encode()).hexdigest()[:8]}"
    found = statuses(result)
    assert found.pop("rencana-000") in ("done", "review")
    assert found.pop("rencana-001") in ("done", "review")
    assert found.pop(second) in ("done", "review")
    assert found == {
        "kosong": "unreadable",
        "palsu": "unsupported",
        "salinan": "duplicate",
        "surat": "no_action_table",
    }
    assert result.code == ExitCode.SOME_NOT_DONE
    folders = {p.name for p in out.iterdir() if p.is_dir()} - {".renja"}
    assert folders == {"rencana-000", "rencana-001", second, "surat"}
    assert all(
        {"document.json", "gaps.html", "lke.xlsx", "feedback.docx"} <= {f.name for f in (out / n).iterdir()} for n in folders
    )
    summary = json.loads((out / "summary.json").read_text())
    assert {d["name"]: d["duplicate_of"] for d in summary["documents"]}["salinan"] == "rencana-000"
    assert not State(out).work.exists()
    assert not State(out).bin.exists()


def test_what_was_begun_early_is_read_once(pool: Pool, settings: RunSettings, tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 3)
    tally = CountingTally()
    left: list[str] = []

    def begin_then_read_all(batch: Batch) -> None:
        with batch.begun(2):
            pass  # whoever hands out the documents is slow to get ready
        left.extend(task.name for task in batch.left)
        entries = [batch.read(task) for task in batch.tasks]
        assert [entry.name for entry in entries] == ["rencana-000", "rencana-001", "rencana-002"]

    result = run_batch(RunRequest((tmp_path / "masuk",), tmp_path / "hasil", settings), pool, begin_then_read_all, tally)
    assert left == ["rencana-002"]
    assert sorted(tally.read) == ["rencana-000", "rencana-001", "rencana-002"]
    assert len(result.entries) == 3


def test_second_run_reads_nothing_and_changes_nothing(pool: Pool, settings: RunSettings, tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 3)
    (tmp_path / "masuk" / "palsu.pdf").write_text("bukan PDF")
    first, _ = run(pool, settings, tmp_path / "hasil", tmp_path / "masuk")
    before = fingerprint(tmp_path / "hasil")
    times = {p: p.stat().st_mtime_ns for p in (tmp_path / "hasil").rglob("*") if p.is_file() and ".renja" not in p.parts}
    second, read = run(pool, settings, tmp_path / "hasil", tmp_path / "masuk")
    assert read == []
    assert fingerprint(tmp_path / "hasil") == before
    assert {p: p.stat().st_mtime_ns for p in times} == times
    assert second == first


def test_only_what_changed_is_read_again(pool: Pool, settings: RunSettings, tmp_path: Path) -> None:
    inbox, out = tmp_path / "masuk", tmp_path / "hasil"
    write_plans(inbox, 3)
    run(pool, settings, out, inbox)
    (inbox / "rencana-001.txt").write_text(plan_text(50))
    (inbox / "rencana-003.txt").write_text(plan_text(3))
    _, read = run(pool, settings, out, inbox)
    assert read == ["rencana-001", "rencana-003"]
    assert "Menyusun berkas 50.0" in (out / "rencana-001" / "document.json").read_text()


@pytest.mark.parametrize(
    ("change", "documents_change"),
    [({"build": "lain"}, True), ({"read": "lain"}, True), ({"engine": "lain"}, True), ({"report": "lain"}, False)],
)
def test_a_new_version_of_a_stage_redoes_what_depends_on_it(
    pool: Pool, settings: RunSettings, tmp_path: Path, change: dict[str, str], documents_change: bool
) -> None:
    inbox, out = tmp_path / "masuk", tmp_path / "hasil"
    write_plans(inbox, 1)
    run(pool, settings, out, inbox)
    document = out / "rencana-000" / "document.json"
    marked = document.read_bytes().replace(b"Menyusun", b"Menyusul")
    document.write_bytes(marked)
    manifest = Manifest(out)
    (entry,) = manifest
    manifest.put(entry.model_copy(update={"document_sha256": hashlib.sha256(marked).hexdigest()}))
    newer = replace(settings, versions=replace(settings.versions, **change))
    _, read = run(pool, newer, out, inbox)
    assert read == ["rencana-000"]
    assert (document.read_bytes() == marked) is not documents_change


def test_what_is_missing_or_spoilt_is_made_again(pool: Pool, settings: RunSettings, tmp_path: Path) -> None:
    inbox, out = tmp_path / "masuk", tmp_path / "hasil"
    write_plans(inbox, 3)
    run(pool, settings, out, inbox)
    before = fingerprint(out)
    (out / "rencana-000" / "gaps.html").unlink()
    (out / "rencana-001" / "document.json").write_text("{}")
    shutil.rmtree(out / "rencana-002")
    (out / "summary.html").unlink()
    _, read = run(pool, settings, out, inbox)
    assert read == ["rencana-000", "rencana-001", "rencana-002"]
    assert fingerprint(out) == before


def test_books_that_are_lost_cost_only_time(pool: Pool, settings: RunSettings, tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 2)
    run(pool, settings, tmp_path / "hasil", tmp_path / "masuk")
    before = fingerprint(tmp_path / "hasil")
    shutil.rmtree(State(tmp_path / "hasil").root)
    _, read = run(pool, settings, tmp_path / "hasil", tmp_path / "masuk")
    assert read == ["rencana-000", "rencana-001"]
    assert fingerprint(tmp_path / "hasil") == before


def test_a_file_that_went_bad_loses_its_folder(pool: Pool, settings: RunSettings, tmp_path: Path) -> None:
    inbox, out = tmp_path / "masuk", tmp_path / "hasil"
    write_plans(inbox, 1)
    run(pool, settings, out, inbox)
    (inbox / "rencana-000.txt").write_bytes(b"%PDF-1.4 rusak")
    result, _ = run(pool, settings, out, inbox)
    assert statuses(result) == {"rencana-000": "unreadable"}
    assert not (out / "rencana-000").exists()
    assert result.code == ExitCode.NONE_DONE


def test_a_moved_file_is_not_read_again(pool: Pool, settings: RunSettings, tmp_path: Path) -> None:
    inbox, out = tmp_path / "masuk", tmp_path / "hasil"
    write_plans(inbox, 2)
    run(pool, settings, out, inbox)
    inbox.rename(tmp_path / "pindah")
    result, read = run(pool, settings, out, tmp_path / "pindah")
    assert read == []
    assert sorted(statuses(result)) == ["rencana-000", "rencana-001"]
    assert len(list(Manifest(out))) == 2


def test_failures_are_kept_until_limits_change_or_a_retry(pool: Pool, settings: RunSettings, tmp_path: Path) -> None:
    inbox, out = tmp_path / "masuk", tmp_path / "hasil"
    inbox.mkdir()
    (inbox / "palsu.pdf").write_text("bukan PDF")
    assert run(pool, settings, out, inbox)[1] == ["palsu"]
    assert run(pool, settings, out, inbox)[1] == []
    assert run(pool, settings, out, inbox, retry=True)[1] == ["palsu"]
    wider = replace(settings, limits=replace(settings.limits, page=500.0))
    assert run(pool, wider, out, inbox)[1] == ["palsu"]


def test_a_folder_of_someone_else_is_not_touched(pool: Pool, settings: RunSettings, tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 1)
    theirs = tmp_path / "hasil" / "rencana-000"
    theirs.mkdir(parents=True)
    (theirs / "penting.txt").write_text("jangan hilang")
    result, _ = run(pool, settings, tmp_path / "hasil", tmp_path / "masuk")
    assert (theirs / "penting.txt").read_text() == "jangan hilang"
    assert [e.name for e in result.entries] == [f"rencana-000-{hashlib.sha256(plan_text(0).encode()).hexdigest()[:8]}"]


def test_no_input_at_all(pool: Pool, settings: RunSettings, tmp_path: Path) -> None:
    (tmp_path / "masuk").mkdir()
    result, _ = run(pool, settings, tmp_path / "hasil", tmp_path / "masuk")
    assert result.entries == ()
    assert result.code == ExitCode.NONE_DONE


def test_a_second_run_on_the_same_folder_is_refused(pool: Pool, settings: RunSettings, tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 1)
    with lock_folder(State(tmp_path / "hasil").root), pytest.raises(FolderBusy, match="pid"):
        run(pool, settings, tmp_path / "hasil", tmp_path / "masuk")


def test_the_catalogue_knows_files_runs_and_results(pool: Pool, settings: RunSettings, tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 2)
    for _ in range(2):
        run(pool, settings, tmp_path / "hasil", tmp_path / "masuk")
    with sqlite3.connect(State(tmp_path / "hasil").catalogue) as book:
        assert book.execute("select count(*), min(length(sha256)) from files").fetchone() == (2, 64)
        assert book.execute("select exit_code from runs").fetchall() == [(0,), (0,)]
        assert book.execute("select count(*) from results where run_id = 1").fetchone() == (2,)


def test_every_error_has_a_status_and_a_sentence_of_its_own() -> None:
    errors = DocumentError.__subclasses__()
    assert len(errors) >= 11
    assert len({e.sentence for e in errors} | {DocumentError.sentence}) == len(errors) + 1
    assert all(e.sentence.endswith(".") for e in errors)
