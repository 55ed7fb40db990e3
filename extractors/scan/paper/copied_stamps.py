"""Round stamps that came through a copier taken off the page, told by their rings.

Ring and all that is as pale as it within the stamp become white; letters keep what crosses the ring, and print that is no darker
than the stamp loses the ring only.
"""

from __future__ import annotations

import cv2
import numpy as np

from extractors.scan.components import components
from extractors.scan.paper.rings import PAGE_INK, Ring, find_rings, line_of, reach_of, unrolled_about
from extractors.scan.paper.stamp_words import stamp_word

LINE_INCHES = 1 / 30
"""Width of a ring's line, its blurred edges with it."""

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


def without_copied_stamps(page: np.ndarray, dpi: float) -> np.ndarray:
    """The page (grey, paper at 255) without the rings of copied stamps; the same page where there are none."""
    rings = find_rings(page, dpi)
    if not rings:
        return page
    cleaned = page.copy()
    levels = [_wipe(cleaned, page, ring, dpi) for ring in rings]
    for ring, level in zip(rings, levels, strict=True):
        if not any(other.radius < ring.radius and _is_about(other, ring) for other in rings):
            _wipe_word(cleaned, ring, level, dpi)
    return cleaned


def _is_about(ring: Ring, other: Ring) -> bool:
    """Whether two rings are of one stamp."""
    return float(np.hypot(ring.x - other.x, ring.y - other.y)) < min(ring.radius, other.radius) / 2


def _wipe_word(page: np.ndarray, ring: Ring, level: float, dpi: float) -> None:
    """White where the word across a stamp stands and print is not darker; `ring` is its innermost, of the grey `level`."""
    area, ring = _around(page, ring)
    word = stamp_word(page[area], ring, level, dpi)
    if word is not None:
        _whiten(page[area], _pale(page[area], level, dpi) & word)


def _around(page: np.ndarray, ring: Ring) -> tuple[tuple[slice, slice], Ring]:
    """The part of the page about a ring, and the ring as it lies there."""
    reach = round(AROUND * ring.radius)
    top, left = (max(round(v) - reach, 0) for v in (ring.y, ring.x))
    area = (slice(top, round(ring.y) + reach), slice(left, round(ring.x) + reach))
    return area, Ring(ring.x - left, ring.y - top, ring.radius)


def _wipe(cleaned: np.ndarray, page: np.ndarray, ring: Ring, dpi: float) -> float:
    """White on `cleaned` where the ring's line runs, and within it where marks are as pale as the line is; gives its grey."""
    area, ring = _around(page, ring)
    about = page[area]
    unrolled = unrolled_about(about, ring)
    at, _ = line_of(unrolled, dpi)
    darkest = cv2.erode(unrolled, np.ones((1, 3), np.uint8))
    levels = _running_median(darkest[np.arange(len(at)), at], round(LEVEL_INCHES * dpi))
    flags = cv2.WARP_INVERSE_MAP + cv2.INTER_NEAREST + cv2.WARP_FILL_OUTLIERS
    line = _bare_line(unrolled, at, levels, dpi).astype(np.uint8)
    gone = cv2.warpPolar(line, about.shape[::-1], (ring.x, ring.y), reach_of(ring), flags)
    level = float(np.median(unrolled[np.arange(len(at)), at]))
    _whiten(cleaned[area], (gone > 0) | _pale_within(about, ring, level, dpi))
    return level


def _whiten(piece: np.ndarray, gone: np.ndarray) -> None:
    """White on a piece of the page where marks are to go, and on their grey edges."""
    halo = (cv2.dilate(gone.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0) & (piece >= PAGE_INK)
    piece[gone | halo] = 255


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


def _pale_within(about: np.ndarray, ring: Ring, level: float, dpi: float) -> np.ndarray:
    """Where ink within the ring is as pale as its line; nowhere if the print beside it is hardly darker."""
    ink, pale = about < PAGE_INK, _pale(about, level, dpi)
    rows, columns = np.arange(about.shape[0])[:, None], np.arange(about.shape[1])[None, :]
    distance = np.hypot(rows - ring.y, columns - ring.x)
    beside = distance > 1.1 * ring.radius
    is_paler = (pale & beside).sum() <= MOST_LOST * (ink & beside).sum()
    return np.asarray(pale & (distance <= ring.radius) & is_paler)


def _pale(about: np.ndarray, level: float, dpi: float) -> np.ndarray:
    """Where ink is no darker than a stamp of that grey, the edges of darker strokes apart."""
    return np.asarray((about < PAGE_INK) & ~_with_edges(about < level - DARKER, 2 * HALO_INCHES * dpi))


def _with_edges(dark: np.ndarray, width: float) -> np.ndarray:
    """The dark middles of strokes with the grey edges of that width (pixels) about them."""
    return cv2.dilate(dark.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=max(round(width), 1)) > 0
