"""What a user reads who gives a file that cannot be used, or a folder that cannot be written: a sentence, never our innards."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flows.statuses import ExitCode
from tests.flows.plans import write_plans


def renja(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flows", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, env={"COLUMNS": "300", "PATH": ""})


@pytest.mark.parametrize(
    ("option", "content", "told"),
    [
        ("--checks", "bukan = = toml", "pilihan: "),
        ("--aliases", "BM tanpa koma", "harus berisi teks dan kode"),
        ("--aliases", "text,code\nRapat,P.9.z\n", 'kode "P.9.z" tidak ada'),
    ],
    ids=["no TOML", "no pairs", "an unknown code"],
)
def test_files_that_cannot_be_used(option: str, content: str, told: str, tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 1)
    given = tmp_path / "pilihan"
    given.write_text(content)
    done = renja("run", tmp_path / "masuk", "--out", tmp_path / "hasil", "--no-prefect", "--workers", "1", option, given)
    assert done.returncode == ExitCode.USAGE
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("lang", "told"), [("id", "pilih folder lain dengan --out"), ("en", "choose another with --out")])
def test_an_output_folder_below_a_file(lang: str, told: str, tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 1)
    done = renja("run", tmp_path / "masuk", "--out", tmp_path / "masuk" / "rencana-000.txt", "--no-prefect", "--lang", lang)
    assert done.returncode == ExitCode.OUR_FAULT
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["run", "watch"])
def test_an_output_folder_that_is_the_input(command: str, tmp_path: Path) -> None:
    write_plans(tmp_path, 1)
    before = sorted(tmp_path.iterdir())
    done = renja(command, tmp_path, "--out", tmp_path / "." / "sub" / "..", "--no-prefect")
    assert done.returncode == ExitCode.USAGE
    assert "pilih folder lain" in done.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_inspect_says_that_there_are_no_pages(tmp_path: Path) -> None:
    write_plans(tmp_path, 1)
    done = renja("inspect", tmp_path / "rencana-000.txt")
    assert done.returncode == ExitCode.USAGE
    assert "tidak berhalaman" in done.stdout
