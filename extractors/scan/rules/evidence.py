"""What speaks for a rule between two borders of a table, whole, broken or faint. Pixels of the straightened page.

The page is given as its darkness (`darkness_of`); `at` is the row a rule would run along, `left` and `right` the borders it
would run between. For verticals everything is transposed.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from extractors.scan.runs import run_edges

WOBBLE = 4
"""How far a line may stray from its mean position."""

CHUNK = 8
"""Lines are judged in pieces of this length: any one of text has a gap between letters or strokes in it."""

FAINTEST = 40
"""Darkness (0 to 255) that no pixel of a ruled piece falls below."""

FAINTEST_IN_LINE = 26
"""The same for a line that is ruled elsewhere."""

TRACE = 22
"""Darkness, evened along the line, from which a trace of it is left; grainy paper stays below."""

EVENED = 5
"""Pixels along the line a trace is evened over."""

END = 6
"""A trace reaches a border when the last pixels before it are all inked."""

LETTER = 60
"""Darkness of print."""

GROUND_STEP = 4
"""One column in so many tells the ground a line lies on."""

NEAREST = 3
"""Print at least this far from the middle of a line is not the line itself."""


LETTER_HIGH = 8
"""Pixels above and below a row of letters in which their other strokes lie."""

LONGEST_STROKE = 24
"""Pixels along a line of text, at 200 dpi and in type a table is set in, that no stroke of its letters runs."""

STROKES = 0.25
"""Share of a row's ink in longer runs, below which the row is one of strokes of letters; broken rules keep more than half."""

BESIDE = 0.2
"""Share of a row with print right above or below it, from which it may be part of a line of text; dotted borders have none."""


@dataclass(frozen=True, slots=True)
class Trace:
    """The share of an interval that shows a trace of a line, and how many of its ends the trace reaches."""

    share: float
    ends: int


def covered(darkness: np.ndarray, at: float, left: float, right: float, faintest: int = FAINTEST) -> tuple[float, int]:
    """The share of the pieces from `left` to `right` along row `at` that are inked throughout, and how many ends are reached."""
    band = _band(darkness, at, left, right)
    chunks = band.shape[1] // CHUNK
    if band.shape[0] == 0 or chunks == 0:
        return 0.0, 0
    pieces = band[:, : chunks * CHUNK].reshape(band.shape[0], chunks, CHUNK).min(axis=2) > faintest
    shares = pieces.mean(axis=1)
    best = int(shares.argmax())
    near_best = pieces[max(best - 1, 0) : best + 2].any(axis=0)
    reached = int(near_best[:2].any()) + int(near_best[-2:].any())
    return float(shares[best]), reached


def inked_share(darkness: np.ndarray, at: float, left: float, right: float, faintest: int = FAINTEST) -> float:
    """Share of the pixels from `left` to `right` that are inked, in the row that has most."""
    band = _band(darkness, at, left, right)
    return float((band > faintest).mean(axis=1).max()) if band.size else 0.0


def trace(darkness: np.ndarray, at: float, left: float, right: float) -> Trace:
    """What is left of a rule, in the row that shows most of it; a line of bold text shows much, and leaves nothing.

    What runs without a gap from border to border is no text, from which padding and blanks between words keep it.
    """
    band = _band(darkness, at, left, right)
    if not band.size:
        return Trace(0.0, 0)
    inked = cv2.blur(band, (EVENED, 1)) > TRACE
    best = inked[int(inked.mean(axis=1).argmax())]
    found = Trace(float(best.mean()), int(best[:END].all()) + int(best[-END:].all()))
    darkest = int(band.mean(axis=1).argmax())
    row = max(round(at) - WOBBLE, 0) + darkest
    # In this order, as most rules have no print beside them and percentiles take their time.
    is_text = found.share < 1 and _share_beside(darkness, row, left, right) >= BESIDE and _is_of_strokes(band[darkest])
    return Trace(0.0, 0) if is_text else found


def _is_of_strokes(row: np.ndarray) -> bool:
    """Whether what is dark in a row, measured by its own darkest, is short strokes and nothing long."""
    if len(row) < 3 * LONGEST_STROKE:
        return False
    nearly_last = len(row) * 9 // 10  # of thousands of rows a page, too many for np.percentile
    starts, ends = run_edges(row > np.partition(row, nearly_last)[nearly_last] / 2)
    runs = ends - starts
    return bool(runs[runs >= LONGEST_STROKE].sum() < STROKES * runs.sum())


def _share_beside(darkness: np.ndarray, row: int, left: float, right: float) -> float:
    """Share of the pixels from `left` to `right` with print close above or close below the row."""
    columns = slice(round(left) + 3, round(right) - 2)
    near = [
        darkness[max(row - LETTER_HIGH, 0) : max(row - NEAREST + 1, 0), columns],
        darkness[row + NEAREST : row + LETTER_HIGH + 1, columns],
    ]
    return float(np.any([part.max(axis=0) > LETTER for part in near if part.size], axis=0).mean())


def crossed_share(darkness: np.ndarray, at: float, left: float, right: float, reach: int) -> float:
    """Share of the pixels from `left` to `right` with print both above and below row `at`, within `reach` pixels of it."""
    row, columns = round(at), slice(round(left) + 3, round(right) - 2)
    above = darkness[max(row - reach, 0) : max(row - NEAREST + 1, 0), columns]
    below = darkness[row + NEAREST : row + reach + 1, columns]
    if not above.size or not below.size:
        return 0.0
    return float(((above.max(axis=0) > LETTER) & (below.max(axis=0) > LETTER)).mean())


def _band(darkness: np.ndarray, at: float, left: float, right: float) -> np.ndarray:
    """The pixels about row `at` between two borders, the borders themselves left out, as darker than their ground: a shaded row
    is dark all over. What is as dark as print all over is a thick rule."""
    band = darkness[max(round(at) - WOBBLE, 0) : round(at) + WOBBLE + 1, round(left) + 3 : round(right) - 2]
    lowest = np.sort(band[:, ::GROUND_STEP].min(axis=0)) if band.size else band
    ground = lowest[len(lowest) // 2] if lowest.size else 0
    return band - np.minimum(band, ground) if 0 < ground < LETTER else band
