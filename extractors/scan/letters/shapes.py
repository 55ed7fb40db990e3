"""What is told by its shape because engines misread or drop it when it stands alone: dashes, and numerals made of bars."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from extractors.scan.components import components
from extractors.scan.geometry.straighten import WORK_DPI
from extractors.scan.runs import runs_of

INK = 170

PALE_INK = 215
"""The same for the dashes of small type, which are pale on coarse scans."""

HIGHEST_DASH = round(0.035 * WORK_DPI)
LONGEST_DASH = round(0.35 * WORK_DPI)
SAME_ROW = round(0.05 * WORK_DPI)
HIGHEST_NUMERAL = round(0.17 * WORK_DPI)
LOWEST_NUMERAL = round(0.06 * WORK_DPI)
WIDEST_NUMERAL = round(0.25 * WORK_DPI)

EVEN_FLAG = 0.5
"""Imbalance up to which a stem's top counts as the same on both sides."""

LOW_MARK = 0.35
"""Height of a stop, and how far above the foot of the bars it begins, at most, as a share of their height."""

LIGHTEST_STOP = 4
"""Pixels of ink of a stop."""

SQUARE, SQUARE_SHARE = 0.08, 0.75
"""Share of the height at either end of a stem, and of the stem's width that is inked there."""

FULL = 0.8
"""Share of the height that a stem fills."""


def read_dashes(image: np.ndarray) -> str:
    """The dashes of a cell that holds nothing else, its lines parted by blanks; "" where there is anything else."""
    return _dashes(image < INK) or _dashes(image < PALE_INK)


def _dashes(ink: np.ndarray) -> str:
    _, _, stats, _ = components(ink.astype(np.uint8))
    marks = [mark for mark in stats[1:].tolist() if mark[4] >= 6]
    if not marks or not all(h <= HIGHEST_DASH and 1.5 * h <= w <= LONGEST_DASH for _, _, w, h, _ in marks):
        return ""
    rows: list[list[int]] = []
    for _, y, _, _, _ in sorted(marks, key=lambda mark: mark[1]):
        if rows and y - rows[-1][-1] <= SAME_ROW:
            rows[-1].append(y)
        else:
            rows.append([y])
    return " ".join("-" * len(row) for row in rows)


def read_bars(image: np.ndarray) -> str:
    """ "II" or "III" where a cell holds just that, its stop with it; "" where there is anything else."""
    flags = _bar_flags(image)
    return "I" * len(flags) + _stop(image) if len(flags) in (2, 3) and min(flags) <= EVEN_FLAG else ""


def read_bar(image: np.ndarray) -> str:
    """ "I" or "1" where a cell holds one upright stroke: an I is the same on both sides, a 1 has its flag on the left."""
    flags = _bar_flags(image)
    if len(flags) != 1:
        return ""
    return ("1" if flags[0] > EVEN_FLAG else "I") + _stop(image)


def _stop(image: np.ndarray) -> str:
    """The stop behind the bars of a cell: a small mark low at its right; "" where there is none."""
    _, _, stats, _ = components((image < INK).astype(np.uint8))
    marks = stats[1:]
    highest = marks[np.argmax(marks[:, 3])]
    size, foot = highest[3], highest[1] + highest[3]
    last = marks[np.argmax(marks[:, 0] + marks[:, 2])]
    is_low = last[3] <= LOW_MARK * size and last[1] >= foot - LOW_MARK * size
    return "." if is_low and last[4] >= LIGHTEST_STOP else ""


def _bar_flags(image: np.ndarray) -> list[float]:
    """For each of the bars that a crop is made of, how much its flag hangs to the left; empty where there is anything else."""
    ink = image < INK
    rows, columns = np.nonzero(ink.any(axis=1))[0], np.nonzero(ink.any(axis=0))[0]
    if len(rows) == 0:
        return []
    glyph = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    height, width = glyph.shape
    if not LOWEST_NUMERAL <= height <= HIGHEST_NUMERAL or width > WIDEST_NUMERAL:
        return []
    stems = runs_of(glyph.sum(axis=0) >= FULL * height)
    if not stems or not _is_bars_only(glyph, stems):
        return []
    return [_flag(glyph, stem) for stem in stems]


def _is_bars_only(glyph: np.ndarray, stems: list[tuple[int, int]]) -> bool:
    """Whether every row between the serifs holds the stems, upright and slim, and nothing else."""
    height = glyph.shape[0]
    widths = [end - start for start, end in stems]
    if max(widths) > 0.4 * height or max(widths) > 2 * min(widths):
        return False
    body = glyph[round(0.25 * height) : round(0.75 * height)]
    if any(_is_joined(row, stems) for row in body) or not _ends_square(glyph, stems):
        return False
    return sum(_is_on_stems(row, stems, 0.1 * height) for row in body) >= 0.9 * len(body)


def _is_joined(row: np.ndarray, stems: list[tuple[int, int]]) -> bool:
    """Whether ink runs from one stem to the next, as the bar of an H or a B does."""
    return any(bool(row[end:start].all()) for (_, end), (start, _) in pairwise(stems))


def _ends_square(glyph: np.ndarray, stems: list[tuple[int, int]]) -> bool:
    """Whether stems that are joined at top or foot go as far as that, as wide as they are: the curves of D, O and U leave the
    corners, serifs that touch do not. Stems that stand apart may have worn ends."""
    reach = max(round(SQUARE * glyph.shape[0]), 1)
    ends = [np.asarray(part.any(axis=0)) for part in (glyph[:reach], glyph[-reach:])]
    joined = [end for end in ends if _is_joined(end, stems)]
    return all(float(end[start:stop].mean()) >= SQUARE_SHARE for end in joined for start, stop in (stems[0], stems[-1]))


def _is_on_stems(row: np.ndarray, stems: list[tuple[int, int]], slack: float) -> bool:
    """Whether the ink of a row lies about the middles of the stems: the legs of a V wander off them."""
    runs = runs_of(row)
    middles = zip(((a + b) / 2 for a, b in runs), ((a + b) / 2 for a, b in stems), strict=False)
    return len(runs) == len(stems) and all(abs(one - other) <= max(slack, 1.0) for one, other in middles)


def _flag(glyph: np.ndarray, stem: tuple[int, int]) -> float:
    """How much more ink there is left of a stem's top than right of it, −1 to 1; 0 where there is hardly any."""
    start, end = stem
    height = glyph.shape[0]
    reach = max(round(0.28 * height), 2)
    top = glyph[: round(0.45 * height)]
    left, right = top[:, max(start - reach, 0) : start].sum(), top[:, end : end + reach].sum()
    return float((left - right) / (left + right)) if left + right > 0.01 * height * height else 0.0
