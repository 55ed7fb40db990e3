"""Which intervals of a line are ruled: dark rules by themselves, faint and broken ones where their line is a rule elsewhere.

Text gives itself away by its gaps and by ending before the borders, from which the padding of the cells keeps it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.scan.geometry.straighten import WORK_DPI
from extractors.scan.rules.evidence import FAINTEST_IN_LINE, Trace, covered, inked_share, trace

LETTER_HIGH = round(0.3 * WORK_DPI)
"""Intervals shorter than this may be filled by a letter and the stroke of a stamp."""

UNBROKEN, NEARLY_UNBROKEN = 0.97, 0.9
"""Shares of such an interval that are inked if it is a rule by itself, and if the rule goes on beside it."""

COVERED_BY_ENDS_REACHED = (1.01, 0.85, 0.65)
"""Share of an interval's pieces that must be inked where none, one or both of its ends are reached."""

TRACED_BY_ENDS_REACHED = (1.01, 0.5, 0.5)
"""Share of an interval that must show a trace of a line that is ruled elsewhere, as above."""

TRACED_ALONE = 0.85
"""The same for one that reaches both borders and stands alone on its line."""

MOSTLY_RULED = 0.3
"""Share of a line that must be ruled for sure, for the doubtful rest to be believed."""

MOSTLY_TRACED = 0.5
"""Share of a line that shows a trace, and of its intervals' ends that the trace reaches, if the line is a faint rule."""


def verdicts_of(darkness: np.ndarray, at: float, intervals: Sequence[tuple[float, float]], can_be_faint: bool) -> list[bool]:
    """Which intervals are ruled. One as short as a letter is high must be ruled without a gap, or go on in its neighbours."""
    lengths = [right - left for left, right in intervals]
    traces = [trace(darkness, at, *interval) for interval in intervals]
    sure = [
        (can_be_faint and _is_traced_alone(found, length)) or (found.ends > 0 and _is_surely_ruled(darkness, at, *interval))
        for found, length, interval in zip(traces, lengths, intervals, strict=True)
    ]
    padded = [False, *sure, False]
    neighbours = [padded[i] + padded[i + 2] for i in range(len(intervals))]
    is_line = _is_mostly_ruled(lengths, sure) or (can_be_faint and _is_mostly_traced(lengths, traces))

    def is_ruled(i: int) -> bool:
        if lengths[i] < LETTER_HIGH:
            is_whole = is_line and traces[i].ends == 2 and traces[i].share >= NEARLY_UNBROKEN
            return is_whole or _is_faintly_ruled(darkness, at, *intervals[i], neighbours[i])
        return (is_line or neighbours[i] == 2) and traces[i].share >= TRACED_BY_ENDS_REACHED[traces[i].ends]

    return [sure[i] or is_ruled(i) for i in range(len(intervals))]


def _is_surely_ruled(darkness: np.ndarray, at: float, left: float, right: float) -> bool:
    """Whether ink as dark as print runs through nearly all pieces of an interval."""
    share, reached = covered(darkness, at, left, right)
    if share < COVERED_BY_ENDS_REACHED[reached]:
        return False
    return right - left >= LETTER_HIGH or inked_share(darkness, at, left, right) >= UNBROKEN


def _is_traced_alone(found: Trace, length: float) -> bool:
    """Whether an interval shows a faint rule from border to border."""
    return length >= LETTER_HIGH and found.ends == 2 and found.share >= TRACED_ALONE


def _is_faintly_ruled(darkness: np.ndarray, at: float, left: float, right: float, neighbours: int) -> bool:
    """Whether a short interval beside ruled ones is ruled: hardly broken, or between two and no line of letters."""
    if neighbours == 0:
        return False
    share, reached = covered(darkness, at, left, right)
    is_between = neighbours == 2 and share >= COVERED_BY_ENDS_REACHED[reached]
    return is_between or inked_share(darkness, at, left, right, FAINTEST_IN_LINE) >= NEARLY_UNBROKEN


def _is_mostly_ruled(lengths: Sequence[float], sure: Sequence[bool]) -> bool:
    """Whether a line is ruled for sure over a good part of its length."""
    return sum(length for length, is_sure in zip(lengths, sure, strict=True) if is_sure) >= MOSTLY_RULED * sum(lengths)


def _is_mostly_traced(lengths: Sequence[float], traces: Sequence[Trace]) -> bool:
    """Whether a line is faint or broken all along, yet reaches the borders that cross it, as no line of text does."""
    traced = sum(length * found.share for length, found in zip(lengths, traces, strict=True))
    ends = sum(found.ends for found in traces)
    return traced >= MOSTLY_TRACED * sum(lengths) and ends >= MOSTLY_TRACED * 2 * len(traces)
