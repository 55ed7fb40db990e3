"""kill -9 at any moment: the next run finishes, and what it leaves is byte-equal to an undisturbed run's."""

from __future__ import annotations

import hashlib
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.statuses import ExitCode
from tests.flows.plans import write_plans

SAMPLES = Path(__file__).parent.parent.parent / "corpus" / "samples"
SEED = 20241120
KILLS = 10
DOCUMENTS = 8
NEVER_EQUAL = {".xlsx", ".docx", ".parquet", ".pdf"}
"""Formats whose libraries may write the time; the others must be byte-equal."""


def fill_inbox(inbox: Path) -> Path:
    """Tiny plans, a duplicate, two of one stem, broken files and a PDF of several pages."""
    write_plans(inbox, DOCUMENTS)
    shutil.copy(inbox / "rencana-000.txt", inbox / "salinan.txt")
    write_plans(inbox / "lain", 2, rows=5)
    (inbox / "palsu.pdf").write_text("bukan PDF")
    (inbox / "kosong.docx").touch()
    for sample in sorted(SAMPLES.glob("*.pdf")):
        shutil.copy(sample, inbox)
    return inbox


def start(inbox: Path, out: Path, *options: str) -> subprocess.Popen[bytes]:
    heeding_ctrl_c = ["env", "--default-signal=INT"]  # which shells let what runs in the background ignore, these tests for one
    command = [*heeding_ctrl_c, sys.executable, "-m", "flows", "run", str(inbox), "--out", str(out), "--workers", "2", *options]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def finish(inbox: Path, out: Path, *options: str) -> int:
    process = start(inbox, out, *options)
    _, told = process.communicate()
    assert process.returncode == ExitCode.SOME_NOT_DONE, told.decode()
    return process.returncode


def fingerprint(out: Path) -> dict[str, str]:
    files = [f for f in sorted(out.rglob("*")) if f.is_file() and ".renja" not in f.relative_to(out).parts]
    return {str(f.relative_to(out)): "" if f.suffix in NEVER_EQUAL else hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def folders_are_whole(out: Path) -> bool:
    """Whatever a killed run left: each document's folder holds all its files, or is not there."""
    folders = [p for p in out.iterdir() if p.is_dir() and p.name != ".renja"] if out.is_dir() else []
    return all({"document.json", "gaps.html", "lke.xlsx", "feedback.docx"} <= {f.name for f in p.iterdir()} for p in folders)


def kill_and_resume(tmp_path: Path, kills: int, *options: str) -> None:
    inbox = fill_inbox(tmp_path / "masuk")
    calm, wild = tmp_path / "tenang", tmp_path / "terganggu"
    begun = time.monotonic()
    finish(inbox, calm, *options)
    usual_seconds = time.monotonic() - begun
    moments = random.Random(SEED)
    for _ in range(kills):
        process = start(inbox, wild, *options)
        time.sleep(usual_seconds * moments.random())
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert folders_are_whole(wild)
    finish(inbox, wild, *options)
    assert fingerprint(wild) == fingerprint(calm)
    assert not (wild / ".renja" / "work").exists()


def test_ten_kills_then_resume(tmp_path: Path) -> None:
    kill_and_resume(tmp_path, KILLS, "--no-prefect")


@pytest.mark.long
def test_kills_under_prefect(tmp_path: Path) -> None:
    kill_and_resume(tmp_path, 3)


@pytest.mark.long
def test_each_kill_on_a_fresh_folder(tmp_path: Path) -> None:
    """A folder killed once only, at ten other moments."""
    inbox = fill_inbox(tmp_path / "masuk")
    finish(inbox, tmp_path / "tenang", "--no-prefect")
    expected = fingerprint(tmp_path / "tenang")
    moments = random.Random(SEED + 1)
    for n in range(KILLS):
        out = tmp_path / f"terganggu-{n}"
        process = start(inbox, out, "--no-prefect")
        time.sleep(30 * moments.random())
        process.kill()
        process.communicate()
        finish(inbox, out, "--no-prefect")
        assert fingerprint(out) == expected


@pytest.mark.parametrize(
    ("options", "stop"), [(["--no-prefect"], signal.SIGINT), ([], signal.SIGINT), ([], signal.SIGTERM)], ids=str
)
def test_ctrl_c_stops_at_once_and_the_next_run_goes_on(tmp_path: Path, options: list[str], stop: signal.Signals) -> None:
    inbox = fill_inbox(tmp_path / "masuk")
    out = tmp_path / "hasil"
    process = start(inbox, out, *options)
    while not (out / ".renja" / "run.log").is_file() or not (out / ".renja" / "run.log").read_text():
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(stop)
    _, told = process.communicate(timeout=60)
    assert process.returncode == ExitCode.OUR_FAULT, told.decode()
    assert "dihentikan" in told.decode()
    assert "Traceback" not in told.decode()
    finish(inbox, out, "--no-prefect")
    assert folders_are_whole(out)
