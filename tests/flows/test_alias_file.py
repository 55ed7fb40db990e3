"""Which alias file a command reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.alias_file import alias_path, known_aliases


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RENJA_ALIASES", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def test_the_file_named_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENJA_ALIASES", str(tmp_path / "env.csv"))
    assert alias_path(tmp_path / "named.csv") == tmp_path / "named.csv"
    assert alias_path() == tmp_path / "env.csv"


def test_a_run_reads_the_users_file_only_where_there_is_one(tmp_path: Path) -> None:
    assert known_aliases() is None
    own = tmp_path / "renja" / "aliases.csv"
    own.parent.mkdir()
    own.write_text("text,code\n", encoding="utf-8")
    assert known_aliases() == own
