"""Rows of a table that printed rules do part, though none part its columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Rule
from pipeline.unruled.bands import Band, Columns
from pipeline.unruled.pieces import PieceLine

RULED_SHARE = 0.3
"""Share of the table's width that the pieces of a printed rule cover where it parts rows."""

NEAR_POINTS = 3.0
"""Rules nearer than this are one."""


def printed_rows(rules: Sequence[Rule], lines: Sequence[PieceLine], top: float, columns: Columns) -> list[Band]:
    """The rows of one page between printed rules below `top`; cells no rule parts go on."""
    bottom = max(line.bottom for line in lines)
    ruled = [(top, _all_of(columns))]
    for y, pieces in _levels(rules, top + NEAR_POINTS, bottom + 3 * NEAR_POINTS):
        covered = _covered(pieces, columns.borders.xs)
        if covered:
            ruled.append((y, covered))
    if bottom > ruled[-1][0] + NEAR_POINTS:
        ruled.append((bottom + 1.0, _all_of(columns)))
    bands = []
    for (y, covered), (below, _) in pairwise(ruled):
        inside = [line for line in lines if y < (line.top + line.bottom) / 2 < below]
        across = {columns.across(line) for line in inside}
        is_title = bool(inside) and None not in across
        bands.append(Band(y, below, _all_of(columns) - covered, min(a for a in across if a is not None) if is_title else None))
    return bands


def count_printed(rules: Sequence[Rule], top: float, bottom: float, columns: Columns) -> int:
    """How many printed rules part rows between two heights."""
    width = columns.borders.xs[-1] - columns.borders.xs[0]
    levels = _levels(rules, top + NEAR_POINTS, bottom - NEAR_POINTS)
    return sum(sum(r.x1 - r.x0 for r in pieces) >= RULED_SHARE * width for _, pieces in levels)


def _all_of(columns: Columns) -> frozenset[int]:
    return frozenset(range(len(columns.roles)))


def _levels(rules: Sequence[Rule], low: float, high: float) -> list[tuple[float, list[Rule]]]:
    """Horizontal rules between two heights, by height."""
    levels: list[tuple[float, list[Rule]]] = []
    for rule in sorted((r for r in rules if r.is_horizontal and low <= r.top <= high), key=lambda r: r.top):
        if levels and rule.top - levels[-1][0] <= NEAR_POINTS:
            levels[-1][1].append(rule)
        else:
            levels.append((rule.top, [rule]))
    return levels


def _covered(rules: Sequence[Rule], borders: Sequence[float]) -> frozenset[int]:
    """Columns under whose middle a rule runs."""
    middles = [(a + b) / 2 for a, b in pairwise(borders)]
    return frozenset(k for k, x in enumerate(middles) if any(r.x0 <= x <= r.x1 for r in rules))
