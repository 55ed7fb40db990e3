"""Strokes that are pieces of one line, taken together."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.scan.rules.strokes import Stroke

SAME_LINE = 5.0
"""Strokes on positions nearer than this are pieces of one line: half the height of the smallest letters."""


def lines_of(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Strokes grouped by position, sorted across."""
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda s: s.at):
        if groups and stroke.at - mean_of(groups[-1]) < SAME_LINE:
            groups[-1].append(stroke)
        else:
            groups.append([stroke])
    return groups


def mean_of(line: Sequence[Stroke]) -> float:
    """The position of a line, its pieces weighed by their length."""
    return sum(s.at * s.length for s in line) / length_of(line)


def length_of(line: Sequence[Stroke]) -> float:
    return sum(s.length for s in line)
