"""All reports of an output folder, written again from document.json and the kept page pictures."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from flows.folders import empty
from flows.manifest import DOCUMENT
from flows.state import State
from flows.summing import write_summary
from pipeline.records import PlanRecord
from pipeline.reports import write_document_reports
from pipeline.summary import DocumentLine, Summary, line_of

DOCUMENTS_A_WORKER = 4
"""Fewer than this and starting a process takes longer than it saves."""


class NotARecord(ValueError):
    """A document.json (or summary.json) that is not what this version writes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(str(path))


@dataclass(frozen=True, slots=True)
class ReportTask:
    folder: Path
    pictures: Path
    lang: str


def rewrite_reports(out: Path, lang: str) -> int:
    """Write every report below `out` anew; returns for how many documents. Raises NotARecord before anything is replaced.

    The run's books stay as they are: where a report's length changes, the next run makes it again with its own settings.
    """
    tasks = [ReportTask(path.parent, State(out).pages, lang) for path in documents_in(out)]
    kept_lines = {line.name: line for line in _summary_lines(out)}
    for task in tasks:
        load_record(task.folder)
    fresh = {line.name: line for line in _written(tasks)}
    lines = [*fresh.values(), *(line for name, line in kept_lines.items() if name not in fresh)]
    State(out).root.mkdir(exist_ok=True)
    write_summary(State(out), lines, lang, key="")
    return len(tasks)


def documents_in(out: Path) -> list[Path]:
    return sorted(path for path in out.glob(f"*/{DOCUMENT}") if not path.parent.name.startswith("."))


def load_record(place: Path) -> PlanRecord:
    """The record of a document.json or of the folder that holds it. Raises NotARecord, OSError."""
    path = place / DOCUMENT if place.is_dir() else place
    try:
        return PlanRecord.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise NotARecord(path) from error


def _summary_lines(out: Path) -> Sequence[DocumentLine]:
    """What is known of the files of the run, also those that could not be read."""
    path = out / "summary.json"
    if not path.is_file():
        return ()
    try:
        return Summary.model_validate_json(path.read_bytes()).documents
    except ValidationError as error:
        raise NotARecord(path) from error


def _written(tasks: Sequence[ReportTask]) -> Iterator[DocumentLine]:
    workers = min(os.cpu_count() or 1, len(tasks) // DOCUMENTS_A_WORKER)
    if workers < 2:
        yield from map(write_again, tasks)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(write_again, tasks)


def write_again(task: ReportTask) -> DocumentLine:
    """The reports of one document, each put in place in one step."""
    record = load_record(task.folder)
    pictures = task.pictures / record.source.sha256
    with _aside(task.folder) as aside:
        write_document_reports(record, aside, pictures if pictures.is_dir() else None, task.lang)
        for file in sorted(aside.iterdir()):
            file.replace(task.folder / file.name)
    return line_of(task.folder.name, record)


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A folder on the same file system that is gone afterwards."""
    aside = Path(tempfile.mkdtemp(prefix=".reports-", dir=folder.parent))
    try:
        yield aside
    finally:
        empty(aside)
