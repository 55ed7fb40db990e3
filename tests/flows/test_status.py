"""`renja status`: every file with its status, and how the runs went, those included that were broken off."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.batch import RunRequest, run_batch
from flows.catalogue import Catalogue
from flows.lock import lock_folder
from flows.plain import read_all
from flows.pool import Pool
from flows.progress import SilentTally
from flows.settings import RunSettings
from flows.state import State
from flows.statuses import ExitCode
from tests.flows.plans import write_plans


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a run that ended and one that was killed after it began."""
    home = tmp_path_factory.mktemp("status")
    write_plans(home / "masuk", 1)
    (home / "masuk" / "salinan.txt").write_bytes((home / "masuk" / "rencana-000.txt").read_bytes())
    (home / "masuk" / "palsu.pdf").write_text("bukan PDF")
    settings = RunSettings(workers=1)
    with Pool(1, memory_mib=1024) as pool:
        run_batch(RunRequest((home / "masuk",), home / "hasil", settings), pool, read_all, SilentTally())
    catalogue = Catalogue(f"sqlite:///{State(home / 'hasil').catalogue}", home / "hasil")
    catalogue.begin_run(settings)
    catalogue.close()
    yield home / "hasil"


def status(folder: Path, *options: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "flows", "status", str(folder), *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def test_every_file_and_every_run(out: Path) -> None:
    code, told = status(out)
    assert code == ExitCode.ALL_DONE
    assert {"rencana-000", "salinan", "palsu"} <= set(told.split())
    assert "Berkas ganda 1" in told
    runs = told.partition("Pembacaan terakhir")[2].splitlines()
    (broken,) = [line for line in runs if "terputus" in line]
    (whole,) = [line for line in runs if f"│ {ExitCode.SOME_NOT_DONE:>1}    │" in line]
    assert runs.index(broken) < runs.index(whole)


def test_a_run_under_way(out: Path) -> None:
    with lock_folder(State(out).root):
        _, told = status(out)
    assert "berjalan" in told
    assert "terputus" not in told


def test_in_english(out: Path) -> None:
    """Status, reasons and runs; not a word of the Indonesian table is left."""
    _, told = status(out, "--lang", "en")
    assert "Duplicate 1" in told
    assert "broken off" in told.partition("Latest runs")[2]
    for indonesian in ("Berkas", "Halaman", "Pembacaan", "terputus", "Selesai", "mintalah"):
        assert indonesian not in told


def test_a_folder_of_something_else(tmp_path: Path) -> None:
    assert status(tmp_path)[0] == ExitCode.USAGE
