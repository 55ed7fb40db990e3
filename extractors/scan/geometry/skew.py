"""The angle by which a whole page is turned, to a tenth of a degree, from the lines of its print."""

from __future__ import annotations

import numpy as np

LARGEST_DEGREES = 8.0
COARSE_STEP_DEGREES = 0.5
FINE_STEP_DEGREES = 0.1
MOST_POINTS = 30_000
"""Ink pixels looked at; more say the same."""


def find_skew(mask: np.ndarray) -> float:
    """The angle in degrees by which the lines of a mask (0 or 1) fall to the right; 0 where there is too little ink.

    The page is sheared by each angle in turn; at the right one its ink is gathered in the fewest rows (Postl's energy).
    """
    ink = np.flatnonzero(mask.view(bool))
    if len(ink) < 200:
        return 0.0
    rows, columns = (at.astype(np.float32) for at in np.divmod(ink[:: -(-len(ink) // MOST_POINTS)], mask.shape[1]))
    coarse = _best(rows, columns, np.arange(-LARGEST_DEGREES, LARGEST_DEGREES + 0.01, COARSE_STEP_DEGREES))
    fine = np.arange(coarse - COARSE_STEP_DEGREES, coarse + COARSE_STEP_DEGREES + 0.01, FINE_STEP_DEGREES)
    return _best(rows, columns, fine)


def _best(rows: np.ndarray, columns: np.ndarray, degrees: np.ndarray) -> float:
    return float(max(degrees, key=lambda angle: _gathering(rows, columns, float(angle))))


def _gathering(rows: np.ndarray, columns: np.ndarray, degrees: float) -> float:
    level = rows - columns * np.tan(np.radians(degrees))
    counts = np.bincount((level - level.min()).astype(np.int64)).astype(np.float64)
    return float((counts**2).sum())
