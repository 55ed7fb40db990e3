"""Ruling lines taken off the page, letters that cross them left whole."""

from __future__ import annotations

import cv2
import numpy as np

from extractors.scan.components import rows_near
from extractors.scan.rules.evidence import WOBBLE
from extractors.scan.rules.ruling import Ruling
from extractors.scan.rules.strokes import INK, Stroke, darkness_of, run_mask

SHORTEST_PIECE = 10
"""Runs of ink this long (pixels) within a line's band are the line's; what is shorter belongs to letters."""


REACH = 2 * WOBBLE + 3
"""Rows above and below a line in which the strokes of letters that cross it go on."""

PIECE = 40
"""A line's place is looked for anew in every piece of this length, as it may wobble."""


def erase_rules(page: np.ndarray, ruling: Ruling) -> np.ndarray:
    """The page (grey, paper at 255) white where its ruling lines were."""
    without_across = _erase(page, ruling.across)
    return cv2.transpose(_erase(cv2.transpose(without_across), ruling.down))


def _erase(page: np.ndarray, strokes: tuple[Stroke, ...]) -> np.ndarray:
    zone = np.zeros_like(page)
    for stroke in strokes:
        for left in range(max(round(stroke.start) - 4, 0), round(stroke.end) + 5, PIECE):
            right = min(left + PIECE, round(stroke.end) + 5)
            top, bottom = _rows(page, stroke, left, right)
            zone[top:bottom, left:right] = 1
    rows = rows_near(zone, REACH + 2)
    if not rows.size:
        return page
    near, erased = page[rows], page.copy()
    line = cv2.min(cv2.dilate(run_mask(darkness_of(near), SHORTEST_PIECE), np.ones((3, 1), np.uint8)), zone[rows])
    is_line = cv2.subtract(line, _crossed(near, line))
    erased[rows] = cv2.max(near, is_line * np.uint8(255))
    return erased


def _rows(page: np.ndarray, stroke: Stroke, left: int, right: int) -> tuple[int, int]:
    """The rows a line fills between two columns: where it is darkest, as letters may stand close above."""
    first = max(round(stroke.at) - WOBBLE, 0)
    band = page[first : round(stroke.at) + WOBBLE + 1, left:right]
    reach = round(stroke.thickness / 2) + 1
    middle = first + int(band.mean(axis=1).argmin()) if band.size else round(stroke.at)
    return max(middle - reach, 0), middle + reach + 1


def _crossed(page: np.ndarray, line: np.ndarray) -> np.ndarray:
    """Where (1, else 0) ink goes on both above and below the line: the stem of a letter that hangs over it.

    It touches the line: letters that stand a little above and below it do not cross it.
    """
    beside = cv2.subtract(cv2.dilate(line, np.ones((3, 1), np.uint8)), line)
    ink = cv2.min((page < INK).astype(np.uint8), beside)
    above = cv2.dilate(ink, np.ones((REACH, 1), np.uint8), anchor=(0, REACH - 1))
    below = cv2.dilate(ink, np.ones((REACH, 1), np.uint8), anchor=(0, 0))
    return cv2.min(above, below)
