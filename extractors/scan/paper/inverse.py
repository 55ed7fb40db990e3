"""White print on dark cells, as headers have it, turned into dark print on white before anything else is looked for.

Paper is what surrounds print, so that a dark cell would count as a shadow and its white letters as nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from extractors.scan.components import components
from extractors.scan.shrink import shrunk

LOOK_DPI = 75
"""Resolution at which dark areas are looked for."""

DARK_SHARE = 0.55
"""Brightness, as a share of the paper's, below which an area is dark: its letters, averaged in, make it lighter."""

LIGHT_SHARE = 0.9
"""Share of the page that is no lighter than its paper."""

LETTER_PIXELS = 5
"""Gaps that letters leave in a dark area, at LOOK_DPI."""

LOWEST_INCHES, SHORTEST_INCHES, HIGHEST_INCHES = 0.12, 0.4, 1.5
"""A dark cell or row of cells is no lower and no shorter, and no higher, as the pictures on a page are."""

FILLED = 0.85
"""Share of the upright or slightly turned rectangle about it that a dark area fills."""

SOLID = 0.65
"""Share of a dark area that is dark at LOOK_DPI: cells have 0.77 and more, words in capitals up to 0.52."""

CLOSED = 0.85
"""The same of its rim: the letters in a cell stand off its border, the gaps between black letters run out of the word."""

LEAST_PRINT, MOST_PRINT = 0.015, 0.3
"""Share of a dark area that is light, if it is print."""


def dark_on_light(image: np.ndarray, dpi: float) -> np.ndarray:
    """The page (BGR or grey) with its dark cells inverted, in grey; the same image where there are none."""
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    small = shrunk(grey, LOOK_DPI / dpi)
    paper = float(np.searchsorted(np.bincount(small.ravel()).cumsum(), LIGHT_SHARE * small.size))
    areas = list(_dark_areas(small, paper))
    if not areas:
        return image
    turned = image.copy()
    for area in areas:
        mask = _enlarged(area, grey)
        core = grey[_enlarged(cv2.erode(area, np.ones((3, 3), np.uint8)), grey)]
        ground = float(np.median(core))
        if ground < DARK_SHARE * paper and LEAST_PRINT <= float((core > (ground + paper) / 2).mean()) <= MOST_PRINT:
            inverted = np.clip(ground + paper - grey[mask].astype(np.float32), 0, 255).astype(np.uint8)
            turned[mask] = inverted if image.ndim == 2 else inverted[:, None]
    return turned


def _enlarged(area: np.ndarray, page: np.ndarray) -> np.ndarray:
    return np.asarray(cv2.resize(area, (page.shape[1], page.shape[0]), interpolation=cv2.INTER_NEAREST) > 0)


def _dark_areas(small: np.ndarray, paper: float) -> Iterator[np.ndarray]:
    """Masks of the areas that are dark, wide and not high, and do not reach the edge of the page."""
    lowest = round(LOWEST_INCHES * LOOK_DPI)
    is_dark = (small < DARK_SHARE * paper).astype(np.uint8)
    closed = cv2.morphologyEx(is_dark, cv2.MORPH_CLOSE, np.ones((LETTER_PIXELS, LETTER_PIXELS), np.uint8))
    dark = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((lowest, lowest), np.uint8))
    count, labels, stats, _ = components(dark, connectivity=4)
    height, width = small.shape
    for i in range(1, count):
        x, y, w, h, area = (int(v) for v in stats[i])
        if x <= 1 or y <= 1 or x + w >= width - 1 or y + h >= height - 1 or max(w, h) < SHORTEST_INCHES * LOOK_DPI:
            continue
        mask = (labels == i).astype(np.uint8)
        points = cv2.findNonZero(mask)
        _, (one, other), _ = cv2.minAreaRect(points)
        is_solid = float(is_dark[mask > 0].mean()) >= SOLID and float(is_dark[_rim(mask)].mean()) >= CLOSED
        if is_solid and min(one, other) <= HIGHEST_INCHES * LOOK_DPI and area >= FILLED * (one + 1) * (other + 1):
            yield mask


def _rim(mask: np.ndarray) -> np.ndarray:
    """The outer pixels of an area, but for the outermost, which are half paper."""
    outer, inner = (cv2.erode(mask, np.ones((side, side), np.uint8)) for side in (3, 7))
    return np.asarray((outer > 0) & (inner == 0))
