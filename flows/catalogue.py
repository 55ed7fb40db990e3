"""Every file by content, every run and every result, in a data base people can ask: SQLite in DIR/.renja, or any URL.

The manifest decides what is done; the catalogue only remembers, so a lost one costs nothing but the memory.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import DateTime, Engine, ForeignKey, Index, String, Text, create_engine, event, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.pool import ConnectionPoolEntry

from flows.manifest import Entry
from flows.settings import RunSettings, digest

LOCK_SECONDS = 30
"""How long a writer waits for another before the run gives up."""


class Base(DeclarativeBase):
    pass


class FileRow(Base):
    """A file as submitted, by where it came from; its content is `sha256`."""

    __tablename__ = "files"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    folder: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(Text)
    file: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64), index=True)


class RunRow(Base):
    """One call of `renja run`; `exit_code` is null while it works and where it was killed."""

    __tablename__ = "runs"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    folder: Mapped[str] = mapped_column(Text)
    started: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ended: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    settings: Mapped[str] = mapped_column(String(64))
    renja: Mapped[str] = mapped_column(String(32))
    exit_code: Mapped[int | None]


class ResultRow(Base):
    """What one run made of one file. Earlier results stay."""

    __tablename__ = "results"
    __table_args__ = (Index("results_by_file", "file_id", "run_id"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"))
    file_id: Mapped[str] = mapped_column(ForeignKey("files.id"))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    status: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(Text)
    pages: Mapped[int | None]
    rows: Mapped[int]
    covered: Mapped[int]
    missing: Mapped[int]
    ended: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Catalogue:
    """Safe to use from many threads; raises `sqlalchemy.exc.SQLAlchemyError`."""

    def __init__(self, url: str, folder: Path | str) -> None:
        self._engine = create_engine(url, connect_args={"timeout": LOCK_SECONDS} if url.startswith("sqlite") else {})
        if url.startswith("sqlite"):
            event.listen(self._engine, "connect", _write_ahead)
        Base.metadata.create_all(self._engine)
        self._folder = str(folder)
        self._lock = threading.Lock()

    @property
    def engine(self) -> Engine:
        return self._engine

    def begin_run(self, settings: RunSettings) -> int:
        with self._lock, Session(self._engine) as session:
            run = RunRow(folder=self._folder, started=_now(), settings=settings.settings_hash, renja=settings.versions.renja)
            session.add(run)
            session.commit()
            return run.id

    def end_run(self, run_id: int, exit_code: int) -> None:
        with self._lock, Session(self._engine) as session:
            run = session.get_one(RunRow, run_id)
            run.ended, run.exit_code = _now(), exit_code
            session.commit()

    def add(self, run_id: int, entries: Iterable[Entry]) -> None:
        """Results of a run, in one transaction."""
        with self._lock, Session(self._engine) as session:
            for entry in entries:
                session.merge(self._file(entry))
                session.flush()
                session.add(_result(run_id, self._file_id(entry), entry))
            session.commit()

    def runs(self) -> list[RunRow]:
        """The folder's runs, latest first."""
        with Session(self._engine) as session:
            found = select(RunRow).where(RunRow.folder == self._folder).order_by(RunRow.id.desc())
            return list(session.scalars(found))

    def close(self) -> None:
        self._engine.dispose()

    def _file_id(self, entry: Entry) -> str:
        return digest(self._folder, entry.key)

    def _file(self, entry: Entry) -> FileRow:
        return FileRow(
            id=self._file_id(entry),
            folder=self._folder,
            key=entry.key,
            file=entry.line.file,
            name=entry.name,
            sha256=entry.sha256,
        )


def _result(run_id: int, file_id: str, entry: Entry) -> ResultRow:
    line = entry.line
    return ResultRow(
        run_id=run_id,
        file_id=file_id,
        sha256=entry.sha256,
        status=line.status,
        reason=line.reason,
        pages=line.pages,
        rows=line.rows,
        covered=line.covered,
        missing=line.missing,
        ended=_now(),
    )


def _now() -> datetime:
    return datetime.now(UTC)


def _write_ahead(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Readers do not wait for the writer, and a commit costs one write."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()
