"""The tables of the embedded Prefect server: made once on a machine, kept as a template, copied into new output folders.

Prefect makes them by running all its migrations, which costs more than the rest of its start.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path


def template_of(version: str) -> Path:
    """Where the template for a version of Prefect is kept: a folder of the user's cache. A user without a home keeps none."""
    try:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
    except RuntimeError:
        cache = Path(os.devnull)
    return cache / "renja" / f"prefect-{version}.sqlite"


def prepare(database: Path, template: Path, migrate: Callable[[], None]) -> None:
    """Bring `database` to the template's tables, by a copy where it is new, else by `migrate`.

    Where there is no good template, one is made of a new data base; where none can be kept, the next run migrates again.
    Raises sqlite3.Error and OSError where `database` cannot be used.
    """
    wanted = _revision_of_template(template)
    if database.exists():
        if wanted is None or revision_of(database) != wanted:
            migrate()
    elif wanted is not None:
        copy(template, database)
    else:
        migrate()
        with suppress(OSError, sqlite3.Error):
            template.parent.mkdir(parents=True, exist_ok=True)
            copy(database, template)


def revision_of(database: Path) -> str | None:
    """The last migration a data base has seen; None where it has no tables. Raises sqlite3.Error."""
    with closing(sqlite3.connect(database)) as book:
        if not book.execute("select 1 from sqlite_master where name = 'alembic_version'").fetchone():
            return None
        found = book.execute("select version_num from alembic_version").fetchone()
    return str(found[0]) if found else None


def _revision_of_template(template: Path) -> str | None:
    """None where there is none, or a spoilt one."""
    try:
        return revision_of(template) if template.is_file() else None
    except (OSError, sqlite3.Error):
        return None


def copy(database: Path, target: Path) -> None:
    """A copy that is there whole or not at all, what stands in the write-ahead log included."""
    half = target.with_name(f".{target.name}-{os.getpid()}")
    try:
        with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(half)) as copied:
            source.backup(copied)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
