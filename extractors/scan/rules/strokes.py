"""Long straight strokes of ink, the raw material of ruling lines. All lengths are pixels of the straightened page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.scan.components import components, rows_near
from extractors.scan.geometry.straighten import WORK_DPI

INK = 190
"""Grey (of white paper at 255) below which a pixel may belong to a rule."""

SHORTEST_ACROSS = round(0.3 * WORK_DPI)
SHORTEST_DOWN = round(0.15 * WORK_DPI)
"""Shortest runs of ink that start a stroke: longer than the bar of a T, taller than an l, shorter than a low table row."""

BRIDGED_GAP = 3
THICKEST = round(0.06 * WORK_DPI)
"""Thicker bars are filled areas, not rules."""

EDGE = round(0.2 * WORK_DPI)
"""Strokes this near to the edge of the page are the edge of the paper."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight stroke: position of its middle across, start and end along, all in pixels of one axis."""

    at: float
    start: float
    end: float
    thickness: float = 1.0

    @property
    def length(self) -> float:
        return self.end - self.start


def find_strokes(upright: np.ndarray, sideways: np.ndarray) -> tuple[list[Stroke], list[Stroke]]:
    """Horizontal and vertical strokes of a straightened page, given as its darkness upright and transposed."""
    return list(_horizontal(upright, SHORTEST_ACROSS)), list(_horizontal(sideways, SHORTEST_DOWN))


def darkness_of(page: np.ndarray) -> np.ndarray:
    """Darkness of the darkest of three rows, so that a line may wobble by a pixel; of a page (grey, paper at 255)."""
    return 255 - cv2.erode(page, np.ones((3, 1), np.uint8))


def run_mask(darkness: np.ndarray, shortest: int) -> np.ndarray:
    """Mask (0 or 1) of horizontal runs of ink at least `shortest` long, small gaps bridged."""
    ink = (darkness > 255 - INK).astype(np.uint8)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, BRIDGED_GAP), np.uint8))
    return cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, shortest), np.uint8))


def _horizontal(darkness: np.ndarray, shortest: int) -> Iterator[Stroke]:
    height, runs = len(darkness), run_mask(darkness, shortest)
    rows = rows_near(runs, 1)
    if not rows.size:
        return
    count, _, stats, middles = components(runs[rows])
    for label in range(1, count):
        x, y, w, h, area = (int(v) for v in stats[label])
        at = float(rows[y] - y + middles[label][1])
        if area <= THICKEST * w and h <= 2 * THICKEST and EDGE < at < height - EDGE:
            yield Stroke(at, float(x), float(x + w), max(area / w - 2, 1.0))


def touching_groups(across: Sequence[Stroke], down: Sequence[Stroke], slack: float) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Strokes that hang together by crossings (or come within `slack` pixels of one), group by group."""
    owner = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while owner[i] != i:
            owner[i] = owner[owner[i]]
            i = owner[i]
        return i

    for i, h in enumerate(across):
        for j, v in enumerate(down):
            is_within = h.start - slack <= v.at <= h.end + slack and v.start - slack <= h.at <= v.end + slack
            if is_within:
                owner[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for i, stroke in enumerate([*across, *down]):
        groups.setdefault(root(i), ([], []))[i >= len(across)].append(stroke)
    return [group for group in groups.values() if group[0] and group[1]]
