"""How cost grows: one plan with more and more pages, and runs over more and more documents."""

from __future__ import annotations

import copy
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from corpus.benchmark.reading import Reading, read_all, read_plan, warm_up
from corpus.compose import compose
from corpus.invent import invent
from corpus.typeset_pdf import typeset_pdf

Point = tuple[float, float, float]
"""Size, seconds, peak MB."""


def grow_pages(folder: Path, times: Sequence[int]) -> list[Point]:
    """The same plan with its action table `times` over: pages, seconds and peak memory of a fresh process each."""
    points = []
    for factor in times:
        path = _long_plan(folder, factor)
        reading = in_fresh_process(path)
        points.append((float(reading.pages), round(reading.total_seconds, 3), round(reading.peak_mb, 1)))
    return points


def grow_documents(paths: Sequence[Path], counts: Sequence[int], workers: int) -> list[Point]:
    """The wall time of reading the first n documents with `workers` processes, and the largest process."""
    points = []
    for count in counts:
        start = time.perf_counter()
        readings = read_all(paths[:count], workers)
        seconds = time.perf_counter() - start
        points.append((float(count), round(seconds, 3), round(max(r.peak_mb for r in readings), 1)))
    return points


def in_fresh_process(path: Path) -> Reading:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=warm_up) as pool:
        return pool.submit(read_plan, path).result()


def _long_plan(folder: Path, factor: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"long-{factor}.pdf"
    if not path.is_file():
        draft = invent("bertingkat", 1, has_faults=False)
        rows = draft.rows
        draft.rows = [copy.deepcopy(row) for _ in range(factor) for row in rows]
        path.write_bytes(typeset_pdf(compose(draft)))
    return path
