"""Round stamps that came through a copier: no colour tells them from print, their rings do.

A stamp's ring is a thin closed curve as no letter and no table has it. It is looked for by what its points agree on: each votes
for the centres that lie square to its own direction. Ring and all that is as pale as it within the stamp become white; letters
keep what crosses the ring, and print that is no darker than the stamp loses the ring only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.scan.components import components

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

WANDER_INCHES = 1 / 12
"""How far a ring's line may be off the circle that was voted for."""

LINE_INCHES = 1 / 30
"""Width of a ring's line, its blurred edges with it."""

PAGE_INK = 215
"""Grey (of white paper at 255) below which a pixel may belong to a ring."""

DARKER = 35
"""Grey levels by which print must be darker than the ring to be told from the stamp's own letters."""

HALO_INCHES = 1 / 150
"""How far the grey edges of dark strokes reach."""

LEVEL_INCHES = 0.3
"""Length of line over which a ring's grey is taken to be the same: toner fades from place to place."""

MOST_LOST = 0.06
"""Share of the print beside a stamp that may be as pale as the stamp for what is pale within it to go."""

AROUND = 2.0
"""Print beside a stamp is looked at up to this many radii from its centre."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle about `x`, `y` with the radius `radius`, in pixels of the page."""

    x: float
    y: float
    radius: float


def without_rings(page: np.ndarray, dpi: float) -> np.ndarray:
    """The page (grey, paper at 255) without the rings of copied stamps; the same page where there are none."""
    rings = find_rings(page, dpi)
    if not rings:
        return page
    cleaned = page.copy()
    for ring in rings:
        _wipe(cleaned, page, ring, dpi)
    return cleaned


def find_rings(page: np.ndarray, dpi: float) -> list[Ring]:
    """The rings of stamps on a page (grey, paper at 255)."""
    return [ring for ring in _candidates(page, dpi) if _is_ring(_unrolled(page, ring, LOOSE), dpi)]


def _is_ring(unrolled: np.ndarray, dpi: float) -> bool:
    """Whether a line closes about a centre that is darker than what lies beside it; noise has none, however dense."""
    if float(_band(unrolled, dpi)[1].max(axis=1).mean()) < CLOSED:
        return False  # too many rows have no ink at all, which is seen at once
    at, closed = _line(unrolled, dpi)
    level = float(np.median(unrolled[np.arange(len(at)), at]))
    first, ink = _band(unrolled, dpi)
    beside = float(np.median(unrolled[:, first : first + ink.shape[1]]))
    return closed >= CLOSED and beside - level >= CLEARER


def _candidates(page: np.ndarray, dpi: float) -> Iterator[Ring]:
    """The circles that most points of the page agree on."""
    scale = LOOK_DPI / dpi
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
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
    # The direction across a dark line is where brightness bends most.
    across = 0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2
    bend = -(xx + yy)
    y, x = np.nonzero((dark >= INK) & (bend > 0.1))
    if not 0 < len(x) <= MOST_VOTERS:
        return None, radii
    angle = across[y, x]
    dx, dy = np.cos(angle)[:, None] * radii, np.sin(angle)[:, None] * radii
    height, width = dark.shape[0] // BIN + 1, dark.shape[1] // BIN + 1
    counts = np.zeros(len(radii) * height * width, np.float32)
    level = np.arange(len(radii))[None, :] * height * width
    for side in (1, -1):
        column = ((x[:, None] + side * dx) / BIN).astype(np.int32)
        row = ((y[:, None] + side * dy) / BIN).astype(np.int32)
        inside = (column >= 0) & (column < width) & (row >= 0) & (row < height)
        counts += np.bincount((level + row * width + column)[inside], minlength=counts.size).astype(np.float32)
    return counts.reshape(len(radii), height, width), radii


def _unrolled(page: np.ndarray, ring: Ring, step: int = 1) -> np.ndarray:
    """A circle cut open: a row for each `step` pixels of its line, a column for each pixel of distance from its centre."""
    size = (_reach(ring), round(2 * np.pi * ring.radius / step))
    return cv2.warpPolar(page, size, (ring.x, ring.y), size[0], cv2.INTER_LINEAR + cv2.WARP_FILL_OUTLIERS)


def _reach(ring: Ring) -> int:
    return round(1.3 * ring.radius)


def _line(unrolled: np.ndarray, dpi: float) -> tuple[np.ndarray, float]:
    """The columns of the darkest line from an unrolled circle's first row to its last, and the share of rows where it is ink,
    less what its bends cost."""
    first, ink = _band(unrolled, dpi)
    # The middle of a line is what has ink on both sides.
    depth = cv2.blur(ink, (5, 1))
    total, steps = depth[0].copy(), np.zeros(ink.shape, np.int8)
    padded = np.full(total.size + 2, -np.inf, np.float32)
    for row in range(1, len(ink)):
        padded[1:-1] = total
        ways = np.stack([padded[1:-1], padded[:-2] - BEND, padded[2:] - BEND])
        best = ways.argmax(axis=0)
        total = ways.max(axis=0) + depth[row]
        steps[row] = np.array([0, -1, 1], np.int8)[best]
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


def _wipe(cleaned: np.ndarray, page: np.ndarray, ring: Ring, dpi: float) -> None:
    """White on `cleaned` where the ring's line runs, and within it where marks are as pale as the line is."""
    reach = round(AROUND * ring.radius)
    top, left = (max(round(v) - reach, 0) for v in (ring.y, ring.x))
    area = (slice(top, round(ring.y) + reach), slice(left, round(ring.x) + reach))
    about, ring = page[area], Ring(ring.x - left, ring.y - top, ring.radius)
    unrolled = _unrolled(about, ring)
    at, _ = _line(unrolled, dpi)
    darkest = cv2.erode(unrolled, np.ones((1, 3), np.uint8))
    levels = _running_median(darkest[np.arange(len(at)), at], round(LEVEL_INCHES * dpi))
    flags = cv2.WARP_INVERSE_MAP + cv2.INTER_NEAREST + cv2.WARP_FILL_OUTLIERS
    line = _bare_line(unrolled, at, levels, dpi).astype(np.uint8)
    gone = cv2.warpPolar(line, about.shape[::-1], (ring.x, ring.y), _reach(ring), flags)
    gone = gone | _pale(about, ring, float(np.median(unrolled[np.arange(len(at)), at])), dpi)
    halo = (cv2.dilate(gone, np.ones((3, 3), np.uint8)) > 0) & (about >= PAGE_INK)
    cleaned[area][(gone > 0) | halo] = 255


def _running_median(greys: np.ndarray, window: int) -> np.ndarray:
    """The usual grey about each point of a closed line."""
    side = window // 2
    around = np.concatenate([greys[-side:], greys, greys[:side]])
    return np.asarray(np.median(np.lib.stride_tricks.sliding_window_view(around, 2 * side + 1), axis=1))


def _bare_line(unrolled: np.ndarray, at: np.ndarray, levels: np.ndarray, dpi: float) -> np.ndarray:
    """Where an unrolled ring's line is nothing else: print under it is darker, and what crosses it goes on on both sides."""
    half = max(round(LINE_INCHES * dpi / 2), 1)
    offset = np.arange(unrolled.shape[1])[None, :] - at[:, None]
    ink = unrolled < PAGE_INK
    inside, outside = (ink & (offset * side > half) & (offset * side <= 2 * half + 1) for side in (-1, 1))
    is_crossed = inside.any(axis=1) & outside.any(axis=1)
    is_print = _with_edges(unrolled < levels[:, None] - DARKER, HALO_INCHES * dpi)
    line = (np.abs(offset) <= half) & ~is_crossed[:, None] & ~is_print
    return np.asarray(line | _crumbs(ink & ~line, np.abs(offset) <= half + 1))


def _crumbs(ink: np.ndarray, band: np.ndarray) -> np.ndarray:
    """Marks of ink that lie in the band only: darker places of a line that is gone."""
    _, labels, stats, _ = components(ink.astype(np.uint8))
    within = np.bincount(labels[band], minlength=len(stats)) == stats[:, cv2.CC_STAT_AREA]
    within[0] = False
    return np.asarray(within[labels])


def _pale(about: np.ndarray, ring: Ring, level: float, dpi: float) -> np.ndarray:
    """Where ink within the ring is as pale as its line; nowhere if the print beside it is hardly darker."""
    ink = about < PAGE_INK
    rows, columns = np.arange(about.shape[0])[:, None], np.arange(about.shape[1])[None, :]
    distance = np.hypot(rows - ring.y, columns - ring.x)
    pale = ink & ~_with_edges(about < level - DARKER, 2 * HALO_INCHES * dpi)
    beside = distance > 1.1 * ring.radius
    is_paler = (pale & beside).sum() <= MOST_LOST * (ink & beside).sum()
    return (pale & (distance <= ring.radius) & is_paler).astype(np.uint8)


def _with_edges(dark: np.ndarray, width: float) -> np.ndarray:
    """The dark middles of strokes with the grey edges of that width (pixels) about them."""
    return cv2.dilate(dark.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=max(round(width), 1)) > 0
