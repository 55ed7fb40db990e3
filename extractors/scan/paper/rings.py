"""The rings of round stamps that came through a copier: no colour tells them from print, their rings do.

A stamp's ring is a thin closed curve as no letter and no table has it. It is looked for by what its points agree on: each votes
for the centres that lie square to its own direction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.scan.shrink import shrunk

LOOK_DPI = 50
"""Resolution at which rings are looked for."""

SMALLEST_INCHES, LARGEST_INCHES = 0.3, 1.0
"""Radii of the rings of stamps, the inner ones of double rings too."""

BIN = 2
"""Centres and radii are counted in steps of this many pixels at LOOK_DPI."""

INK = 0.15
"""Darkness (0 paper, 1 black) from which a pixel at LOOK_DPI votes."""

MOST_VOTERS = 60000
"""Pages with more are pictures."""

CANDIDATES = 5
"""Circles with the most votes that are looked at more closely."""

CLOSED = 0.7
"""Share of a ring's angles at which its line is found: 0.78 and more of rings, 0.6 at most of circles laid through text."""

CLEARER = 40
"""Grey levels by which a ring's line is darker than what lies beside it."""

LOOSE = 4
"""Pixels of the line from one row to the next where it is only asked whether a circle is a ring."""

BEND = 0.5
"""What a step of the line towards or from the centre costs, in points of ink."""

WAYS = np.array([0, -1, 1], np.int8)
"""From which column a line comes, seen from the one it goes on in."""

WANDER_INCHES = 1 / 12
"""How far a ring's line may be off the circle that was voted for."""

PAGE_INK = 215
"""Grey (of white paper at 255) below which a pixel may belong to a ring."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle about `x`, `y` with the radius `radius`, in pixels of the page."""

    x: float
    y: float
    radius: float


def find_rings(page: np.ndarray, dpi: float) -> list[Ring]:
    """The rings of stamps on a page (grey, paper at 255)."""
    return [ring for ring in _candidates(page, dpi) if _is_ring(unrolled_about(page, ring, LOOSE), dpi)]


def _is_ring(unrolled: np.ndarray, dpi: float) -> bool:
    """Whether a line closes about a centre that is darker than what lies beside it; noise has none, however dense."""
    if float(_band(unrolled, dpi)[1].max(axis=1).mean()) < CLOSED:
        return False  # too many rows have no ink at all, which is seen at once
    at, closed = line_of(unrolled, dpi)
    level = float(np.median(unrolled[np.arange(len(at)), at]))
    first, ink = _band(unrolled, dpi)
    beside = float(np.median(unrolled[:, first : first + ink.shape[1]]))
    return closed >= CLOSED and beside - level >= CLEARER


def _candidates(page: np.ndarray, dpi: float) -> Iterator[Ring]:
    """The circles that most points of the page agree on."""
    scale = LOOK_DPI / dpi
    small = shrunk(page, scale)
    votes, radii = _votes(1 - small.astype(np.float32) / 255)
    if votes is None:
        return
    near = np.stack([cv2.boxFilter(level, -1, (3, 3), normalize=False) for level in votes])
    near[1:-1] += near[:-2] + near[2:]
    near /= radii[:, None, None]
    for _ in range(CANDIDATES):
        r, y, x = (int(i) for i in np.unravel_index(int(near.argmax()), near.shape))
        yield Ring((x + 0.5) * BIN / scale, (y + 0.5) * BIN / scale, float(radii[r]) / scale)
        near[max(r - 2, 0) : r + 3, max(y - 3, 0) : y + 4, max(x - 3, 0) : x + 4] = 0


def _votes(dark: np.ndarray) -> tuple[np.ndarray | None, np.ndarray]:
    """How many points vote for each radius, row and column (in bins), and the radii of the bins in pixels."""
    radii = np.arange(SMALLEST_INCHES * LOOK_DPI, LARGEST_INCHES * LOOK_DPI, BIN, dtype=np.float32) + BIN / 2
    soft = cv2.GaussianBlur(dark, (0, 0), 1.0)
    xx, yy, xy = (cv2.Sobel(soft, cv2.CV_32F, *order, ksize=3) for order in ((2, 0), (0, 2), (1, 1)))
    y, x = np.nonzero((dark >= INK) & (-(xx + yy) > 0.1))
    if not 0 < len(x) <= MOST_VOTERS:
        return None, radii
    # The direction across a dark line is where brightness bends most.
    across = 0.5 * np.arctan2(2 * xy[y, x], xx[y, x] - yy[y, x]) + np.pi / 2
    dx, dy = np.cos(across) / BIN, np.sin(across) / BIN
    height, width = dark.shape[0] // BIN + 1, dark.shape[1] // BIN + 1
    beyond = int(radii[-1] / BIN) + 2  # room for the votes that fall off the page
    high, wide = height + 2 * beyond, width + 2 * beyond
    column, row = x.astype(np.float32) / BIN + beyond, y.astype(np.float32) / BIN + beyond
    votes = np.zeros((len(radii), height, width), np.float32)
    for i, radius in enumerate(radii):
        for away in (radius, -radius):
            place = (row + away * dy).astype(np.intp) * wide + (column + away * dx).astype(np.intp)
            counts = np.bincount(place, minlength=high * wide).reshape(high, wide)
            votes[i] += counts[beyond:-beyond, beyond:-beyond]
    return votes, radii


def unrolled_about(page: np.ndarray, ring: Ring, step: int = 1) -> np.ndarray:
    """A circle cut open: a row for each `step` pixels of its line, a column for each pixel of distance from its centre."""
    size = (reach_of(ring), round(2 * np.pi * ring.radius / step))
    return cv2.warpPolar(page, size, (ring.x, ring.y), size[0], cv2.INTER_LINEAR + cv2.WARP_FILL_OUTLIERS)


def reach_of(ring: Ring) -> int:
    return round(1.3 * ring.radius)


def line_of(unrolled: np.ndarray, dpi: float) -> tuple[np.ndarray, float]:
    """The columns of the darkest line from an unrolled circle's first row to its last, and the share of rows where it is ink,
    less what its bends cost."""
    first, ink = _band(unrolled, dpi)
    # The middle of a line is what has ink on both sides.
    depth = cv2.blur(ink, (5, 1))
    total, steps = depth[0].copy(), np.zeros(ink.shape, np.int8)
    ways = np.full((3, total.size), -np.inf, np.float32)  # straight on, from the left, from the right
    for row in range(1, len(ink)):
        ways[0], ways[1, 1:], ways[2, :-1] = total, total[:-1] - BEND, total[1:] - BEND
        steps[row] = WAYS[ways.argmax(axis=0)]
        total = ways.max(axis=0) + depth[row]
    path = np.empty(len(ink), int)
    path[-1] = int(total.argmax())
    for row in range(len(ink) - 1, 0, -1):
        path[row - 1] = path[row] + steps[row, path[row]]
    bends = np.count_nonzero(np.diff(path))
    return first + path, (float(ink[np.arange(len(ink)), path].sum()) - BEND * bends) / len(ink)


def _band(unrolled: np.ndarray, dpi: float) -> tuple[int, np.ndarray]:
    """First column of the band a ring's line may wander in, and where there is ink in it (0 or 1)."""
    middle, wander = round(unrolled.shape[1] / 1.3), round(WANDER_INCHES * dpi)
    first = max(middle - wander, 0)
    return first, (unrolled[:, first : middle + wander + 1] < PAGE_INK).astype(np.float32)
