"""Borders that wear took from a table, put back where its other rows and columns say they were. Pixels of the straightened page.

A border that most rows have is a border in each row, unless print stands across it or the row is open: a title over the
whole table has hardly any borders. A border between two rows is put back where a trace of it is left, or where it is missing
over a narrow cell alone: cells merged downwards are blank there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from extractors.scan.geometry.straighten import WORK_DPI
from extractors.scan.rules.evidence import Trace, crossed_share, inked_share, trace
from extractors.scan.rules.lines import lines_of, mean_of
from extractors.scan.rules.strokes import Stroke
from extractors.scan.runs import runs_of

RULED = 0.6
"""Share of an interval that its strokes cover where it is ruled."""

CROSSED = 0.1
"""Share of an interval with print on both sides, close to it, from which print stands across."""

WORDS_APART, LINES_APART = round(0.04 * WORK_DPI), round(0.03 * WORK_DPI)
"""Half of what parts two words, less than what parts text from the border of its cell; and the same for lines of text."""

SOME_TRACE = 0.35
"""Share of an interval with a trace, from which there was a rule; letters across a merged cell leave less."""

LEAST_TRACE = 0.2
"""The same for a border that the table's other rows or columns demand."""

WHOLE_TRACE = 0.9

WORN = 0.08
"""Share of a table's borders with gaps in them, from which others can have been lost whole."""

USUAL = 0.6
"""Share of the rows that have a border, from which it is one of the table's."""

NARROW = round(0.5 * WORK_DPI)
"""Wear takes a border this long whole, longer ones in part."""

FEWEST = 3

FEWEST_BLANKS = 2
"""Borders that a row lacks, besides half of them, if it is open."""


@dataclass(frozen=True)
class _Lines:
    """The parallel lines of a table: positions, thicknesses, and [line][interval] → whether it is ruled there.

    `stops` are the positions of the lines that cross, and of the table's edge where it has no rule.
    """

    darkness: np.ndarray
    at: list[float]
    thickness: list[float]
    stops: list[float]
    ruled: np.ndarray
    lead: int
    """How many of the first stops are the table's edge without a rule."""

    @cached_property
    def is_worn(self) -> bool:
        """Whether so many of the borders that are left have gaps that others can be gone."""
        shares = [
            inked_share(self.darkness, self.at[line], self.stops[interval], self.stops[interval + 1])
            for line, interval in np.argwhere(self.ruled).tolist()
        ]
        return sum(share < WHOLE_TRACE for share in shares) >= WORN * len(shares)

    def trace(self, line: int, interval: int) -> Trace:
        return trace(self.darkness, self.at[line], self.stops[interval], self.stops[interval + 1])

    def is_traced(self, line: int, interval: int) -> bool:
        """Whether something is left of a border that runs up to one of those that cross it."""
        found = self.trace(line, interval)
        return found.share >= SOME_TRACE and found.ends > 0

    def is_feigned(self, line: int, interval: int) -> bool:
        """Whether what looks like a border is letters."""
        return not self.is_whole(line, interval) and self.is_crossed(line, interval)

    def is_whole(self, line: int, interval: int) -> bool:
        """Whether a border runs from one that crosses it to the next."""
        found = self.trace(line, interval)
        return found.ends == 2 and found.share >= WHOLE_TRACE

    def is_out_of_place(self, line: int, interval: int) -> bool:
        """Whether what looks like a border in an open row is none: letters, or a piece of a line where borders are whole."""
        return self.is_feigned(line, interval) or not (self.is_worn or self.is_whole(line, interval))

    def is_crossed(self, line: int, interval: int, reach: int = WORDS_APART) -> bool:
        span = self.stops[interval], self.stops[interval + 1]
        return crossed_share(self.darkness, self.at[line], *span, reach) >= CROSSED

    def is_blank(self, line: int, interval: int) -> bool:
        """Whether there is no border, nor the rest of one: nothing at all, or letters."""
        if self.ruled[line, interval]:
            return self.is_feigned(line, interval)
        return not self.is_traced(line, interval) or self.is_crossed(line, interval)

    def can_be_lost(self, line: int, interval: int) -> bool:
        """Whether there can have been a border: something is left, unless wear took a short one whole."""
        return self.can_be_gone(interval) or self.trace(line, interval).share >= LEAST_TRACE

    def can_be_gone(self, interval: int) -> bool:
        return self.is_worn and self.stops[interval + 1] - self.stops[interval] <= NARROW

    def strokes(self) -> list[Stroke]:
        """The runs of ruled intervals."""
        found = []
        for at, thickness, ruled in zip(self.at, self.thickness, self.ruled, strict=True):
            found += [Stroke(at, self.stops[a], self.stops[b], thickness) for a, b in runs_of(ruled)]
        return found


def restore_borders(
    upright: np.ndarray, sideways: np.ndarray, across: Sequence[Stroke], down: Sequence[Stroke]
) -> tuple[list[Stroke], list[Stroke]]:
    """The rules of one table with its lost borders put back and letters that passed for borders of titles left out.

    `upright` and `sideways` are the page's darkness for horizontals and (transposed) for verticals.
    """
    rows, columns = _measured(upright, across, down), _measured(sideways, down, across)
    if len(rows.stops) < 3 or len(columns.at) < FEWEST:
        return list(across), list(down)
    _restore_columns(columns)
    _restore_rows(rows)
    _close_corners(columns, rows)
    _close_corners(rows, columns)
    return rows.strokes(), columns.strokes()


def _measured(darkness: np.ndarray, strokes: Sequence[Stroke], crossing: Sequence[Stroke]) -> _Lines:
    lines = lines_of(strokes)
    stops = [mean_of(line) for line in lines_of(crossing)]
    first, last = min(s.start for s in strokes), max(s.end for s in strokes)
    lead = [first] if first < stops[0] - 1 else []
    stops = [*lead, *stops, *([last] if last > stops[-1] + 1 else [])]
    ruled = np.array([[_is_ruled(line, a, b) for a, b in pairwise(stops)] for line in lines])
    thickness = [max(s.thickness for s in line) for line in lines]
    return _Lines(darkness, [mean_of(line) for line in lines], thickness, stops, ruled, len(lead))


def _is_ruled(line: Sequence[Stroke], start: float, end: float) -> bool:
    return sum(max(min(s.end, end) - max(s.start, start), 0.0) for s in line) >= RULED * (end - start)


def _restore_columns(columns: _Lines) -> None:
    """Column borders: those usual in the rows that are not open, and in open rows none that letters feign."""
    count, rows = columns.ruled.shape
    inner = range(1, count - 1)
    blanks = [sum(columns.is_blank(line, row) for line in inner) for row in range(rows)]
    is_open = np.array([blank >= max(len(inner) / 2, FEWEST_BLANKS) for blank in blanks])
    for line in range(count):
        is_usual = _is_usual(columns.ruled[line][~is_open])
        for row in range(rows):
            is_demanded = is_usual and not (is_open[row] and line in inner)
            if columns.ruled[line, row]:
                columns.ruled[line, row] = not (is_open[row] and line in inner and columns.is_out_of_place(line, row))
            elif columns.is_traced(line, row) or (is_demanded and columns.can_be_lost(line, row)):
                columns.ruled[line, row] = not columns.is_crossed(line, row)


def _restore_rows(rows: _Lines) -> None:
    """Row borders: where a trace is left, and where wear can take all of a border that goes with those beside it."""
    found = rows.ruled.copy()
    for line, column in np.argwhere(~found).tolist():
        beside = [c for c in (column - 1, column + 1) if 0 <= c < found.shape[1]]
        has_both = found[1:-1, beside].all(axis=1)
        is_usual = has_both.sum() >= FEWEST and _is_usual(found[1:-1, column][has_both])
        is_gap = is_usual and found[line, beside].all() and rows.can_be_gone(column)
        reach = LINES_APART if rows.is_traced(line, column) else WORDS_APART
        rows.ruled[line, column] = (is_gap or rows.is_traced(line, column)) and not rows.is_crossed(line, column, reach)


def _close_corners(lines: _Lines, crossing: _Lines) -> None:
    """Borders without which a cell would not be a rectangle: a line that crosses ends at one of them."""
    for line, interval in np.argwhere(~lines.ruled).tolist():
        before, after = line + crossing.lead - 1, line + crossing.lead
        if before < 0 or after >= crossing.ruled.shape[1]:
            continue
        ends = [i for i in (interval - lines.lead, interval - lines.lead + 1) if 0 <= i < len(crossing.at)]
        is_corner = any(crossing.ruled[i, before] != crossing.ruled[i, after] for i in ends)
        if is_corner and lines.can_be_lost(line, interval) and not lines.is_crossed(line, interval):
            lines.ruled[line, interval] = True


def _is_usual(ruled: np.ndarray) -> bool:
    return bool(ruled.sum() >= max(USUAL * len(ruled), 1))
