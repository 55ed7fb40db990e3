"""Streaks taken off a scan: a speck on the glass over which a feeder draws the paper leaves a line from edge to edge.

A streak runs along the pixels of the scan, however the paper lay, and on through both margins, where no table has rules.
Sizes are pixels of the scan.
"""

from __future__ import annotations

import cv2
import numpy as np

from extractors.scan.runs import runs_of

MARGIN = (0.015, 0.032)
"""The part of the margins that is looked at, as shares of the page: within the scanner's dark edges, outside of any print."""

BANDS = 16
"""Bands across the page that a streak must show in, but for one."""

LEAST_DIP = 24
"""Grey levels by which a streak is darker than what is beside it, on average over a band."""

WIDEST_INCHES = 0.03
MOST_STREAKS = 3
"""More lines from edge to edge are a table's that was cut out along its rules."""


def without_streaks(grey: np.ndarray, dpi: float) -> np.ndarray:
    """The page (paper at 255) without the streaks along its columns or its rows; the same image where there are none."""
    cleaned = _without_upright(grey, dpi)
    on_its_side = _without_upright(cleaned.T, dpi)
    return np.ascontiguousarray(on_its_side.T)


def _without_upright(grey: np.ndarray, dpi: float) -> np.ndarray:
    widest = max(round(WIDEST_INCHES * dpi), 2)
    streaks = [(left, right) for left, right in runs_of(_is_streaked(grey, widest)) if right - left <= widest]
    if not 0 < len(streaks) <= MOST_STREAKS:
        return grey
    cleaned = grey.copy()
    for left, right in streaks:
        # What is dark on both sides crosses the streak: letters and rules stay whole.
        cleaned[:, left:right] = np.maximum(grey[:, max(left - 1, 0)], grey[:, min(right, grey.shape[1] - 1)])[:, None]
    return cleaned


def _is_streaked(grey: np.ndarray, widest: int) -> np.ndarray:
    """Columns darker than those beside them in both margins and nearly all bands between, and the blurred edges of such."""
    height = grey.shape[0]
    first, last = (round(share * height) for share in MARGIN)
    if first == last:  # a scrap too small to have margins
        return np.zeros(grey.shape[1], bool)
    is_streak = _dips(grey[first:last], 1, widest)[0] & _dips(grey[height - last : height - first], 1, widest)[0]
    if is_streak.any():
        is_streak &= _dips(grey[last : height - last], BANDS, widest).sum(axis=0) >= BANDS - 1
    return np.convolve(is_streak, np.ones(3), "same") > 0


def _dips(grey: np.ndarray, bands: int, widest: int) -> np.ndarray:
    """[band][column] → whether the column is darker there than what is beside it."""
    mean = cv2.resize(np.ascontiguousarray(grey), (grey.shape[1], bands), interpolation=cv2.INTER_AREA)
    beside = cv2.morphologyEx(mean, cv2.MORPH_CLOSE, np.ones((1, 2 * widest + 1), np.uint8))
    return np.asarray(cv2.subtract(beside, mean) >= LEAST_DIP)
