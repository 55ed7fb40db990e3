"""The sheet in a photograph told from what it lies on, which is made white: wood grain and noise give rules and letters too.

Taken out is only what is darker than paper would be in the light of the sheet and hangs together with the picture's edge; what is
left has straight sides and is nearly all of the picture.
"""

from __future__ import annotations

from itertools import product

import cv2
import numpy as np

from extractors.scan.components import components

LOOK_DPI = 30
LETTERS = 9
"""Window (pixels at LOOK_DPI) in which paper shows between letters and lines of text."""

DARKER = 0.72
"""Brightness, as a share of the paper's, below which it is no paper: tables are darker, second sheets are not."""

DEEPEST = 0.12
"""Share of each side that the surroundings take at most."""

LEAST_RING = 0.5
"""Share of the picture's edge that shows surroundings if it is a photograph; the bars of an open lid take two sides."""

DEGREE = 2
"""Of the polynomial that the light over a picture follows."""

THINNED = 16
"""One pixel in so many tells the light."""

FIRM = 1e-3
"""Keeps the light told where hardly any paper is."""

RIM = 5
"""Window (pixels at LOOK_DPI) by which the sheet's own edge goes with its surroundings."""


def without_surroundings(ink: np.ndarray, image: np.ndarray, dpi: float) -> np.ndarray:
    """`ink` (paper at 255) white but for the sheet that `image`, the same picture as taken (BGR or grey), shows."""
    step = max(round(dpi / LOOK_DPI), 1)
    small = np.ascontiguousarray(image[::step, ::step])
    hull = _sheet(small if small.ndim == 2 else cv2.cvtColor(small, cv2.COLOR_BGR2GRAY))
    if hull is None:
        return ink
    sheet = np.zeros_like(ink)
    cv2.fillConvexPoly(sheet, hull * step, (255,))
    return cv2.max(ink, cv2.bitwise_not(sheet))


def _sheet(small: np.ndarray) -> np.ndarray | None:
    """The corners of the sheet's outline; None where nothing, or too much, lies about it."""
    wider = cv2.copyMakeBorder(small, LETTERS, LETTERS, LETTERS, LETTERS, cv2.BORDER_REPLICATE)  # narrow strips at the edge count
    paper = cv2.morphologyEx(wider, cv2.MORPH_CLOSE, np.ones((LETTERS, LETTERS), np.uint8))[LETTERS:-LETTERS, LETTERS:-LETTERS]
    if min(paper.shape) < LETTERS or np.median(_ring(paper)) >= np.median(paper):
        return None
    outside = _hanging_at_the_edge(_is_darker(paper))
    if _ring(outside).mean() < LEAST_RING:
        return None
    points = cv2.findNonZero(cv2.erode(1 - outside, np.ones((RIM, RIM), np.uint8), borderValue=(0,)))
    if points is None:
        return None
    hull = cv2.convexHull(points)
    height, width = small.shape
    inner = [(x * width, y * height) for x in (DEEPEST, 1 - DEEPEST) for y in (DEEPEST, 1 - DEEPEST)]
    return hull if all(cv2.pointPolygonTest(hull, corner, measureDist=False) > 0 for corner in inner) else None


def _ring(picture: np.ndarray) -> np.ndarray:
    """The pixels at the picture's edge."""
    return np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])


def _is_darker(paper: np.ndarray) -> np.ndarray:
    """Where the picture is darker than paper would be in its light, which is told first by the middle and then by all paper."""
    height, width = paper.shape
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    terms = np.stack([x**i * y**j for i, j in product(range(DEGREE + 1), repeat=2) if i + j <= DEGREE], axis=-1)
    middle = np.maximum(np.abs(x), np.abs(y)) < 1 - 2 * DEEPEST
    is_paper = middle & (paper >= DARKER * np.median(paper[middle]))
    for _ in range(2):
        some, grey = terms[is_paper][::THINNED], paper[is_paper][::THINNED].astype(float)
        is_darker = paper < DARKER * (terms @ np.linalg.solve(some.T @ some + FIRM * np.eye(some.shape[1]), some.T @ grey))
        is_paper = ~is_darker
    return np.asarray(is_darker)


def _hanging_at_the_edge(mask: np.ndarray) -> np.ndarray:
    """The parts of a mask that reach the picture's edge, 0 or 1."""
    framed = np.pad(mask.astype(np.uint8), 1, constant_values=1)
    labels = components(framed).labels
    return (labels == labels[0, 0]).astype(np.uint8)[1:-1, 1:-1]
