"""The template of Prefect's tables: made of the first new data base, copied into the next, never in the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from flows.prefect_database import prepare, revision_of

HEAD = "f00d"


class Migration:
    """What Prefect's migrations do, as far as `prepare` can see: tables of the newest revision, other data kept."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self.runs = 0

    def __call__(self) -> None:
        self.runs += 1
        tables(self._database, HEAD)


def tables(database: Path, revision: str) -> None:
    with closing(sqlite3.connect(database)) as book:
        book.execute("pragma journal_mode=wal")
        book.execute("create table if not exists alembic_version (version_num text)")
        book.execute("delete from alembic_version")
        book.execute("insert into alembic_version values (?)", (revision,))
        book.commit()


def nothing(path: Path) -> None:
    pass


def head(path: Path) -> None:
    tables(path, HEAD)


def older(path: Path) -> None:
    tables(path, "beef")


def empty(path: Path) -> None:
    path.touch()


def garbage(path: Path) -> None:
    path.write_bytes(b"no data base at all " * 100)


@pytest.mark.parametrize(
    ("before", "template_before", "migrations", "template_after"),
    [
        pytest.param(nothing, nothing, 1, HEAD, id="first run on a machine"),
        pytest.param(nothing, head, 0, HEAD, id="new folder"),
        pytest.param(nothing, garbage, 1, HEAD, id="spoilt template"),
        pytest.param(head, head, 0, HEAD, id="known folder"),
        pytest.param(older, head, 1, HEAD, id="folder of an older Prefect"),
        pytest.param(empty, head, 1, HEAD, id="killed before the first table"),
        pytest.param(head, nothing, 1, None, id="known folder, template lost: what holds runs is no template"),
    ],
)
def test_tables(
    tmp_path: Path,
    before: Callable[[Path], None],
    template_before: Callable[[Path], None],
    migrations: int,
    template_after: str | None,
) -> None:
    database, template = tmp_path / "prefect.db", tmp_path / "cache" / "template.sqlite"
    template.parent.mkdir()
    before(database)
    template_before(template)
    migration = Migration(database)
    prepare(database, template, migration)
    assert migration.runs == migrations
    assert revision_of(database) == HEAD
    assert (revision_of(template) if template.exists() else None) == template_after
    assert {p.name for p in template.parent.iterdir()} <= {"template.sqlite"}


def test_a_cache_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    prepare(tmp_path / "prefect.db", tmp_path / "cache" / "template.sqlite", Migration(tmp_path / "prefect.db"))
    assert revision_of(tmp_path / "prefect.db") == HEAD


def test_a_spoilt_data_base_is_told(tmp_path: Path) -> None:
    garbage(tmp_path / "prefect.db")
    head(tmp_path / "template.sqlite")
    with pytest.raises(sqlite3.DatabaseError):
        prepare(tmp_path / "prefect.db", tmp_path / "template.sqlite", nothing_to_do)


def nothing_to_do() -> None:
    raise AssertionError("no migration mends this")
