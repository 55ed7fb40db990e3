"""What the machine does to a run: a full disk, a locked data base, a file that changes, a folder that is watched."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

import flows.catalogue
import flows.documents
from flows.batch import RunRequest
from flows.commands.run import carry_out
from flows.manifest import Manifest
from flows.plain import read_all
from flows.pool import Pool
from flows.settings import RunSettings
from flows.state import State
from flows.statuses import ExitCode
from flows.watching import Inbox
from tests.flows.plans import plan_text, write_plans


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(2, memory_mib=1024) as pool:
        yield pool


def told(request: RunRequest, pool: Pool) -> tuple[ExitCode, str]:
    with Path(os.devnull).open("w") as nowhere:
        console = Console(file=nowhere, record=True, width=200)
        code = carry_out(request, pool, read_all, console)
    return code, console.export_text()


def test_a_full_disk_loses_nothing_that_was_done(pool: Pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_plans(tmp_path / "masuk", 3)
    request = RunRequest((tmp_path / "masuk",), tmp_path / "hasil", RunSettings(workers=2))
    whole = flows.documents.put_folder

    def full(new: Path, place: Path, bin_: Path) -> None:
        if place.name == "rencana-001":
            raise OSError(errno.ENOSPC, "No space left on device")
        whole(new, place, bin_)

    with monkeypatch.context() as patch:
        patch.setattr(flows.documents, "put_folder", full)
        code, _ = told(request, pool)
    assert code == ExitCode.SOME_NOT_DONE
    assert not (tmp_path / "hasil" / "rencana-001").exists()
    reasons = {e.name: e.line.reason for e in Manifest(tmp_path / "hasil")}
    assert "Ruang penyimpanan penuh" in (reasons["rencana-001"] or "")
    assert told(request, pool)[0] == ExitCode.ALL_DONE
    assert (tmp_path / "hasil" / "rencana-001" / "document.json").is_file()


def test_a_disk_too_full_for_the_books_stops_the_run_with_a_sentence(
    pool: Pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plans(tmp_path / "masuk", 2)
    request = RunRequest((tmp_path / "masuk",), tmp_path / "hasil", RunSettings(workers=2))

    def full(self: Manifest, entry: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Manifest, "put", full)
        code, words = told(request, pool)
    assert code == ExitCode.OUR_FAULT
    assert "Ruang penyimpanan penuh" in words
    assert told(request, pool)[0] == ExitCode.ALL_DONE


@pytest.mark.long
def test_a_small_file_system_fills_up(tmp_path: Path) -> None:
    """The same on a real file system of two MiB, where the user may make one."""
    write_plans(tmp_path / "masuk", 60)
    (tmp_path / "hasil").mkdir()
    run = f"{sys.executable} -m flows run {tmp_path}/masuk --out {tmp_path}/hasil --no-prefect; code=$?"
    whole = f"for d in {tmp_path}/hasil/renc*; do test -f $d/document.json -a -f $d/lke.xlsx || exit 99; done; exit $code"
    script = f"mount -t tmpfs -o size=3m tmpfs {tmp_path}/hasil && {run}; {whole}"
    done = subprocess.run(["unshare", "--mount", "sh", "-c", script], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode in (ExitCode.OUR_FAULT, ExitCode.SOME_NOT_DONE), done.stderr
    assert "penyimpanan penuh" in " ".join((done.stdout + done.stderr).split())


def test_a_locked_catalogue_is_told(pool: Pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_plans(tmp_path / "masuk", 1)
    request = RunRequest((tmp_path / "masuk",), tmp_path / "hasil", RunSettings(workers=2))
    monkeypatch.setattr(flows.catalogue, "LOCK_SECONDS", 0.3)
    State(tmp_path / "hasil").root.mkdir(parents=True)
    with sqlite3.connect(State(tmp_path / "hasil").catalogue) as other:
        other.execute("begin exclusive")
        code, words = told(request, pool)
    assert code == ExitCode.OUR_FAULT
    assert "locked" in words
    assert told(request, pool)[0] == ExitCode.ALL_DONE


def test_a_catalogue_locked_for_a_while_is_waited_for(pool: Pool, tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 2)
    State(tmp_path / "hasil").root.mkdir(parents=True)
    holder = (
        "import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1]); c.execute('begin exclusive'); "
        "print('held', flush=True); time.sleep(2)"
    )
    command = [sys.executable, "-c", holder, str(State(tmp_path / "hasil").catalogue)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        request = RunRequest((tmp_path / "masuk",), tmp_path / "hasil", RunSettings(workers=2))
        assert told(request, pool)[0] == ExitCode.ALL_DONE


def test_an_inbox_gives_files_when_they_hold_still(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path, tmp_path / "hasil")
    file = tmp_path / "rencana.txt"
    file.write_text("a")
    (tmp_path / "kosong.txt").touch()
    assert inbox.ready() == []
    file.write_text("ab")
    assert inbox.ready() == []
    assert inbox.ready() == [file]
    inbox.taken([file])
    assert inbox.ready() == []
    assert inbox.is_quiet()
    file.write_text("abc")
    inbox.ready()
    assert inbox.ready() == [file]


def test_watch_reads_what_comes_survives_a_restart_and_stops_cleanly(tmp_path: Path) -> None:
    inbox, out = tmp_path / "masuk", tmp_path / "hasil"
    write_plans(inbox, 1)
    command = [sys.executable, "-m", "flows", "watch", str(inbox), "--out", str(out), "--every", "0.2", "--no-prefect"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as watch:
        await_file(out / "summary.json")
        (inbox / "baru.txt").write_text(plan_text(7))
        (inbox / "kembar.txt").write_text(plan_text(7))
        await_file(out / "baru" / "document.json")
        watch.send_signal(signal.SIGTERM)
        assert watch.wait(120) == 0
    first = (out / "baru" / "document.json").stat().st_mtime_ns
    (inbox / "lagi.txt").write_text(plan_text(8))
    assert subprocess.run([*command, "--once"], capture_output=True, timeout=200, check=False).returncode == 0
    assert (out / "lagi" / "document.json").is_file()
    assert (out / "baru" / "document.json").stat().st_mtime_ns == first
    assert {e.name: e.line.status for e in Manifest(out)}["kembar"] == "duplicate"


def await_file(path: Path, seconds: float = 200) -> None:
    end = time.monotonic() + seconds
    while not path.is_file():
        assert time.monotonic() < end, f"{path.name} does not come"
        time.sleep(0.1)
