"""Ruling lines taken off the page, letters that cross them left whole."""

from __future__ import annotations

import cv2
import numpy as np

from extractors.scan.ruling import WOBBLE, Ruling
from extractors.scan.strokes import INK, Stroke, run_mask

SHORTEST_PIECE = 10
"""Runs of ink this long (pixels) within a line's band are the line's; what is shorter belongs to letters."""


def erase_rules(page: np.ndarray, ruling: Ruling) -> np.ndarray:
    """A copy of the page (grey, paper at 255) that is white where its ruling lines were."""
    without_across = _erase(page, ruling.across)
    return np.ascontiguousarray(_erase(np.ascontiguousarray(without_across.T), ruling.down).T)


def _erase(page: np.ndarray, strokes: tuple[Stroke, ...]) -> np.ndarray:
    zone = np.zeros_like(page)
    for stroke in strokes:
        reach = WOBBLE + round(stroke.thickness / 2) + 1
        top = max(round(stroke.at) - reach, 0)
        zone[top : round(stroke.at) + reach + 1, max(round(stroke.start) - 4, 0) : round(stroke.end) + 5] = 1
    line = cv2.dilate(run_mask(page, SHORTEST_PIECE), np.ones((3, 1), np.uint8)) & zone
    erased = page.copy()
    erased[(line > 0) & ~_crossed(page, line)] = 255
    return erased


def _crossed(page: np.ndarray, line: np.ndarray) -> np.ndarray:
    """Where ink goes on both above and below the line: the stem of a letter that hangs over it."""
    ink = ((page < INK) & (line == 0)).astype(np.uint8)
    reach = 2 * WOBBLE + 3
    above = cv2.dilate(ink, np.ones((reach, 1), np.uint8), anchor=(0, reach - 1))
    below = cv2.dilate(ink, np.ones((reach, 1), np.uint8), anchor=(0, 0))
    return cv2.min(above, below) > 0
