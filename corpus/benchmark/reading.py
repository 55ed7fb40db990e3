"""One document through the pipeline in a process of its own, timed and weighed."""

from __future__ import annotations

import contextlib
import json
import resource
from collections.abc import Iterator, Sequence
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
    """What came of a document: the record as JSON, seconds by stage, pages, and the process's largest size meanwhile in MB."""

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
    forget_peak()
    with clocked_pipeline() as clock:
        try:
            record, pages = _record(path, clock)
        except DocumentError as error:
            return Reading({}, clock.seconds, 0, peak_mb(), str(error))
        except Exception as error:  # noqa: BLE001 - a crash is a result too: it scores nothing and is shown by name
            return Reading({}, clock.seconds, 0, peak_mb(), f"{type(error).__name__}: {error}")
    return Reading(record, clock.seconds, pages, peak_mb())


def warm_up() -> None:
    """Read the ready-made samples once, so that loading of libraries and lists is not counted for the first document."""
    for path in sorted(SAMPLES.iterdir()):
        read_plan(path)


def read_in_turn(paths: Sequence[Path]) -> Reading:
    """Documents one after the other in this process: the sum of their pages and seconds, the largest size on the way."""
    readings = [read_plan(path) for path in paths]
    seconds = {"all": sum(r.total_seconds for r in readings)}
    return Reading({}, seconds, sum(r.pages for r in readings), max(r.peak_mb for r in readings))


def forget_peak() -> None:
    """Let the largest size be counted from now on, where Linux allows it."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def peak_mb() -> float:
    """The largest resident size of this process since `forget_peak`, in MB; without /proc since its start."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(next(x for x in status.splitlines() if x.startswith("VmHWM:")).split()[1]) / 1024
    except (OSError, StopIteration):
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
