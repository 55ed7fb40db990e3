"""How cost grows: one plan with more and more pages, and one process that reads more and more documents."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from corpus.benchmark.jobs import Job
from corpus.benchmark.reading import Reading, read_in_turn, warm_up
from corpus.benchmark.store import digest_of_file
from corpus.compose import compose
from corpus.invent import invent
from corpus.typeset_pdf import typeset_pdf

Point = tuple[float, float, float]
"""Size, seconds of processor time, peak MB."""

TIMES = (1, 2, 4, 8, 16)
COUNTS = (2, 4, 8, 16, 32)
_SECONDS_A_PLAN = 2.5


def growth_jobs(folder: Path, texts: Sequence[Path], sources: str) -> list[Job]:
    """The same plan with its action table 1 to 16 times over, and the first 2 to 32 text PDFs, each in a fresh process."""
    jobs = []
    for factor in TIMES:
        path = _long_plan(folder, factor)
        key = f"{sources} {digest_of_file(path)}"
        jobs.append(Job(f"growth/pages-{factor}", key, factor * _SECONDS_A_PLAN, partial(in_fresh_process, [path])))
    for count in (n for n in COUNTS if n <= len(texts)):
        chosen = list(texts[:count])
        key = " ".join((sources, *map(digest_of_file, chosen)))
        jobs.append(Job(f"growth/documents-{count}", key, count * _SECONDS_A_PLAN, partial(in_fresh_process, chosen)))
    return jobs


def growth_points(readings: dict[str, Reading]) -> dict[str, list[Point]]:
    """What grew → its points, of the readings of `growth_jobs`."""
    pages = [r for factor in TIMES if (r := readings.get(f"growth/pages-{factor}"))]
    documents = [(n, r) for n in COUNTS if (r := readings.get(f"growth/documents-{n}"))]
    found = {"pages": [_point(r.pages, r) for r in pages], "documents": [_point(n, r) for n, r in documents]}
    return {what: points for what, points in found.items() if points}


def _point(size: float, reading: Reading) -> Point:
    return float(size), round(reading.total_seconds, 3), round(reading.peak_mb, 1)


def in_fresh_process(paths: Sequence[Path]) -> Reading:
    """The documents read in turn by a process that has read nothing but the samples."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=warm_up) as pool:
        return pool.submit(read_in_turn, paths).result()


def _long_plan(folder: Path, factor: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"long-{factor}.pdf"
    if not path.is_file():
        draft = invent("bertingkat", 1, has_faults=False)
        rows = draft.rows
        draft.rows = [copy.deepcopy(row) for _ in range(factor) for row in rows]
        path.write_bytes(typeset_pdf(compose(draft)))
    return path
