"""The weights of `extractors/trust.py` fitted on made-up scans, and how far they hold on others.

A scan's cells are compared with those of the text PDF it was made from, place by place, so that only the reading counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.invent import invent
from corpus.likeness import likeness, numbers
from corpus.make import write_plan
from extractors.document import Cell, Page, Table
from extractors.layout import lay_out, mean_confidence
from extractors.options import ReadOptions
from extractors.reading import probe, read_page
from extractors.trust import MOST_TRUST, WEIGHTS, signs

SAME_PLACE = 0.6
"""Overlap, as a share of both together, from which two cells are the same."""

ALIKE = 0.98
"""Likeness from which a cell is right, if its numbers are; the benchmark's measure."""

FIT_SEEDS, CHECK_SEEDS = range(70, 74), range(76, 78)

BANDS = ((0.99, 1.01), (0.95, 0.99), (0.9, 0.95), (0.8, 0.9), (0.6, 0.8), (0.0, 0.6))

STEPS = 50
RIDGE = 1e-3
"""Keeps a weight finite where its sign tells all cases apart."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A cell read by OCR: what it showed, and whether it was right."""

    document: str
    signs: tuple[float, ...]
    is_right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Cells whose trust lies from `low` up to `high`: how many, their mean trust, and the share of them that is right."""

    low: float
    high: float
    cells: int
    said: float
    right: float


def gather(seeds: Sequence[int], layouts: Sequence[str], grades: Sequence[str], share: float, out: Path) -> list[Sample]:
    """The cells of one plan a seed, each of the next layout, scanned in every grade. What was read before is kept in `out`."""
    found: list[Sample] = []
    for i, seed in enumerate(seeds):
        layout = layouts[i % len(layouts)]
        for grade in grades:
            kept = out / f"{layout}-{seed}.{grade}.json"
            if not kept.exists():
                text_pdf, scan = write_plan(invent(layout, seed, share), ["pdf", f"scan:{grade}"], out)
                kept.write_text(json.dumps([(s.signs, s.is_right) for s in samples(scan, text_pdf)]), encoding="utf-8")
            found += [Sample(kept.stem, tuple(one), is_right) for one, is_right in json.loads(kept.read_text(encoding="utf-8"))]
    return found


def samples(scan: Path, text_pdf: Path) -> Iterator[Sample]:
    """The cells of a scan's tables against those of its text PDF."""
    for number in range(1, (probe(text_pdf).page_count or 0) + 1):
        true_page = read_page(text_pdf, number, ReadOptions())
        if not lay_out(true_page).tables:
            continue
        read = read_page(scan, number, ReadOptions())
        for true, cell in same_cells(true_page, read):
            words = [word for line in cell.lines for word in line.words]
            if words:
                is_right = likeness(true.text, cell.text) >= ALIKE and numbers(true.text) == numbers(cell.text)
                yield Sample(scan.stem, signs(words, mean_confidence(read.words)), is_right)


def same_cells(true: Page, read: Page) -> Iterator[tuple[Cell, Cell]]:
    """Cells that stand at the same place of the same table, the tables taken in order."""
    for one, other in zip(lay_out(true).tables, lay_out(read).tables, strict=False):
        places = [_place(cell, other) for cell in other.cells]
        for cell in one.cells:
            shares = [_overlap(_place(cell, one), place) for place in places]
            if shares and max(shares) >= SAME_PLACE:
                yield cell, other.cells[shares.index(max(shares))]


def _place(cell: Cell, table: Table) -> tuple[float, float, float, float]:
    """The cell's box in shares of its table's."""
    x0, top, x1, bottom = table.place.box or (0.0, 0.0, 1.0, 1.0)
    box = cell.place.box or (0.0, 0.0, 0.0, 0.0)
    return (
        (box[0] - x0) / (x1 - x0),
        (box[1] - top) / (bottom - top),
        (box[2] - x0) / (x1 - x0),
        (box[3] - top) / (bottom - top),
    )


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    width, height = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    shared = max(width, 0.0) * max(height, 0.0)
    return shared / (_area(one) + _area(other) - shared) if shared else 0.0


def _area(box: tuple[float, ...]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def fit(cells: Sequence[Sample]) -> tuple[float, ...]:
    """The weights of a logistic regression of right on signs, by Newton's method."""
    x = np.array([cell.signs for cell in cells])
    y = np.array([float(cell.is_right) for cell in cells])
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        said = _trust(x, weights)
        slope = x.T @ (y - said) - RIDGE * weights
        bend = (x * (said * (1 - said))[:, None]).T @ x + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return tuple(round(float(weight), 3) for weight in weights)


def bands(cells: Sequence[Sample], weights: Sequence[float] = WEIGHTS) -> list[Band]:
    """What the weights say of cells against what is so, surest first; bands without cells are left out."""
    said = np.minimum(_trust(np.array([cell.signs for cell in cells]), np.array(weights)), MOST_TRUST)
    right = np.array([cell.is_right for cell in cells])
    found = []
    for low, high in BANDS:
        inside = (said >= low) & (said < high)
        if inside.any():
            found.append(Band(low, min(high, 1.0), int(inside.sum()), float(said[inside].mean()), float(right[inside].mean())))
    return found


def _trust(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-np.clip(x @ weights, -30, 30))))
