"""`renja checks`: every kind with what it looks for, in either language."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner

from flows.cli import app
from pipeline.catalogue import LANGUAGES, texts
from pipeline.records import FindingKind


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["checks", *arguments], catch_exceptions=False, env={"COLUMNS": "220"})
    return " ".join(result.output.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_with_title_and_example(lang: str) -> None:
    words, t = run("--lang", lang), texts(lang)
    wanted = [f"{section}.{kind}" for kind in get_args(FindingKind) for section in ("check", "example")]
    assert [key for key in wanted if t(key) not in words] == []


def test_what_a_settings_file_changes_is_told(tmp_path: Path) -> None:
    file = tmp_path / "pemeriksaan.toml"
    file.write_text('[weak_row]\non = false\n[numbering]\nseverity = "error"\n')
    words = run("--checks", str(file))
    assert words.count("mati") == 1
    assert words.count("│ error") == 1
