"""One document through the pipeline in a process of its own, timed and weighed."""

from __future__ import annotations

import json
import multiprocessing
import resource
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from corpus.benchmark.clock import StageClock, clocked_pipeline
from extractors.assemble import assemble
from extractors.document import Document, Page
from extractors.errors import DocumentError
from extractors.options import ReadOptions
from extractors.reading import Probe, probe, read_page, read_whole
from pipeline.build import build_record
from pipeline.records import MadeBy, Source

SAMPLES = Path(__file__).parent.parent / "samples"


@dataclass(frozen=True)
class Reading:
    """What came of a document: the record as JSON, seconds by stage, pages, and the process's largest size in MB."""

    record: dict[str, object]
    seconds: dict[str, float] = field(default_factory=dict)
    pages: int = 0
    peak_mb: float = 0.0
    error: str = ""

    @property
    def total_seconds(self) -> float:
        return sum(self.seconds.values())


def read_plan(path: Path) -> Reading:
    """Read one document to its record, without Prefect and reports. A fault of the document is its reading's `error`."""
    with clocked_pipeline() as clock:
        try:
            record, pages = _record(path, clock)
        except DocumentError as error:
            return Reading({}, clock.seconds, 0, peak_mb(), str(error))
        except Exception as error:  # noqa: BLE001 - a crash is a result too: it scores nothing and is shown by name
            return Reading({}, clock.seconds, 0, peak_mb(), f"{type(error).__name__}: {error}")
    return Reading(record, clock.seconds, pages, peak_mb())


def read_all(paths: Sequence[Path], workers: int, done: Callable[[int], None] = lambda _: None) -> list[Reading]:
    """All documents, `workers` at a time, in the order given; `done` is told how many are ready."""
    context = multiprocessing.get_context("spawn")
    readings = []
    with ProcessPoolExecutor(workers, mp_context=context, initializer=warm_up) as pool:
        for count, reading in enumerate(pool.map(read_plan, paths), 1):
            readings.append(reading)
            done(count)
    return readings


def warm_up() -> None:
    """Read the ready-made samples once, so that loading of libraries and lists is not counted for the first document."""
    for path in sorted(SAMPLES.iterdir()):
        read_plan(path)


def peak_mb() -> float:
    """The largest resident size this process has had, in MB (Linux counts in kB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _record(path: Path, clock: StageClock) -> tuple[dict[str, object], int]:
    with clock.stage("open"):
        found = probe(path)
    with clock.stage("lay out blocks"):
        document = _document(path, found, clock)
    with clock.stage("build"):
        source = Source(file=path.name, sha256="0" * 64, format=found.format)
        record = build_record(document, source, MadeBy(renja="bench", settings=""))
    with clock.stage("write JSON"):
        text = record.model_dump_json(by_alias=True)
    return json.loads(text), found.page_count or 0


def _document(path: Path, found: Probe, clock: StageClock) -> Document:
    if found.page_count is None:
        with clock.stage("read file"):
            return read_whole(path)
    return assemble(found.format, _pages(path, found.page_count, clock))


def _pages(path: Path, count: int, clock: StageClock) -> Iterator[Page]:
    for number in range(1, count + 1):
        with clock.stage("read pages"):
            page = read_page(path, number, ReadOptions())
        yield page
