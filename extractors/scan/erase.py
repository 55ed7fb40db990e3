"""Ruling lines taken off the page, letters that cross them left whole."""

from __future__ import annotations

import cv2
import numpy as np

from extractors.scan.evidence import WOBBLE
from extractors.scan.ruling import Ruling
from extractors.scan.strokes import INK, Stroke, run_mask

SHORTEST_PIECE = 10
"""Runs of ink this long (pixels) within a line's band are the line's; what is shorter belongs to letters."""


PIECE = 40
"""A line's place is looked for anew in every piece of this length, as it may wobble."""


def erase_rules(page: np.ndarray, ruling: Ruling) -> np.ndarray:
    """A copy of the page (grey, paper at 255) that is white where its ruling lines were."""
    without_across = _erase(page, ruling.across)
    return np.ascontiguousarray(_erase(np.ascontiguousarray(without_across.T), ruling.down).T)


def _erase(page: np.ndarray, strokes: tuple[Stroke, ...]) -> np.ndarray:
    zone = np.zeros_like(page)
    for stroke in strokes:
        for left in range(max(round(stroke.start) - 4, 0), round(stroke.end) + 5, PIECE):
            right = min(left + PIECE, round(stroke.end) + 5)
            top, bottom = _rows(page, stroke, left, right)
            zone[top:bottom, left:right] = 1
    line = cv2.min(cv2.dilate(run_mask(page, SHORTEST_PIECE), np.ones((3, 1), np.uint8)), zone)
    erased = page.copy()
    erased[(line > 0) & ~_crossed(page, line)] = 255
    return erased


def _rows(page: np.ndarray, stroke: Stroke, left: int, right: int) -> tuple[int, int]:
    """The rows a line fills between two columns: where it is darkest, as letters may stand close above."""
    first = max(round(stroke.at) - WOBBLE, 0)
    band = page[first : round(stroke.at) + WOBBLE + 1, left:right]
    reach = round(stroke.thickness / 2) + 1
    middle = first + int(band.mean(axis=1).argmin()) if band.size else round(stroke.at)
    return max(middle - reach, 0), middle + reach + 1


def _crossed(page: np.ndarray, line: np.ndarray) -> np.ndarray:
    """Where ink goes on both above and below the line: the stem of a letter that hangs over it."""
    ink = ((page < INK) & (line == 0)).astype(np.uint8)
    reach = 2 * WOBBLE + 3
    above = cv2.dilate(ink, np.ones((reach, 1), np.uint8), anchor=(0, reach - 1))
    below = cv2.dilate(ink, np.ones((reach, 1), np.uint8), anchor=(0, 0))
    return cv2.min(above, below) > 0
