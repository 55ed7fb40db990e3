"""`renja status DIR`: what an output folder holds and how its runs went."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy.exc import SQLAlchemyError

from flows.catalogue import Catalogue, RunRow
from flows.commands.common import CatalogueUrl, Lang
from flows.lock import is_locked
from flows.manifest import Manifest
from flows.result_table import ResultTable
from flows.state import State
from flows.statuses import ExitCode
from pipeline.catalogue import Texts, texts

MAX_RUNS = 10

Folder = Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder hasil.")]


def status(folder: Folder, catalogue: CatalogueUrl = None, lang: Lang = "id") -> None:
    """Tunjukkan isi folder hasil: status setiap berkas dan jalannya pembacaan."""
    console = Console()
    say = texts(lang)
    if not State(folder).root.is_dir():
        console.print(say("terminal.no_results", folder=folder), markup=False, soft_wrap=True)
        raise typer.Exit(ExitCode.USAGE)
    lines = sorted((entry.line for entry in Manifest(folder)), key=lambda line: line.name)
    console.print(ResultTable(lines, say))
    counts = Counter(line.status for line in lines)
    console.print(
        " · ".join(f"{say(f'status.{s}')} {n}" for s, n in sorted(counts.items())) or say("terminal.none_yet"), markup=False
    )
    try:
        console.print(_runs_table(_runs(folder, catalogue), is_locked(State(folder).root), say))
    except SQLAlchemyError as error:
        console.print(say("terminal.catalogue_unread", reason=str(error).splitlines()[0]), markup=False)
        raise typer.Exit(ExitCode.OUR_FAULT) from error


def _runs(folder: Path, url: str | None) -> list[RunRow]:
    place = State(folder).catalogue
    if url is None and not place.is_file():
        return []
    catalogue = Catalogue(url or f"sqlite:///{place}", folder.resolve())
    try:
        return catalogue.runs()[:MAX_RUNS]
    finally:
        catalogue.close()


def _runs_table(runs: list[RunRow], is_running: bool, say: Texts) -> Table:
    """The runs, latest first; of those without an end the latest works still, if one does, and the others were broken off."""
    table = Table(
        *(say(f"terminal.{key}") for key in ("began", "ended", "code")), title=say("terminal.runs"), header_style="bold"
    )
    for number, run in enumerate(runs):
        without_end = say("terminal.under_way" if is_running and number == 0 else "terminal.broken_off")
        ended = _local(run.ended) if run.ended else without_end
        table.add_row(_local(run.started), ended, "–" if run.exit_code is None else str(run.exit_code))
    return table


def _local(moment: datetime) -> str:
    """The catalogue keeps UTC, which SQLite gives back without saying so."""
    return f"{(moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone():%Y-%m-%d %H:%M:%S}"
