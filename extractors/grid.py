"""From ruling lines to grids of cells, the same for text pages and scanned pages.

Rules are snapped to common positions, rules that touch form one grid, and neighbouring grid places without a rule
between them are one cell. Rows and columns count from 0, lengths are points.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extractors.document import Box, Rule

SNAP_POINTS = 3.0
"""Rules nearer than this are one rule; also the gap that two pieces of one rule may leave."""

COVERED_SHARE = 0.6
"""Share of an interval that a rule must cover to be the border there."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell over `row_span` × `column_span` grid places from `row`, `column`."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """`xs` are the column borders left to right, `ys` the row borders top to bottom."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def box(self) -> Box:
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


@dataclass(frozen=True, slots=True)
class _Span:
    """A rule on its axis: `at` is its position across, `start` and `end` its extent along."""

    at: float
    start: float
    end: float


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """All grids with at least one cell, from the top of the page down."""
    across = _join_pieces([_Span((r.top + r.bottom) / 2, r.x0, r.x1) for r in rules if r.is_horizontal])
    down = _join_pieces([_Span((r.x0 + r.x1) / 2, r.top, r.bottom) for r in rules if not r.is_horizontal])
    grids = [_grid_of(h, v) for h, v in _touching_groups(across, down)]
    return sorted((g for g in grids if g is not None), key=lambda g: (g.ys[0], g.xs[0]))


def _join_pieces(spans: Iterable[_Span]) -> list[_Span]:
    """Spans on (nearly) one line that overlap or nearly touch become one."""
    joined: list[_Span] = []
    for group in _near(sorted(spans, key=lambda s: s.at), lambda s: s.at):
        at = sum(s.at for s in group) / len(group)
        open_span: _Span | None = None
        for span in sorted(group, key=lambda s: s.start):
            if open_span is not None and span.start <= open_span.end + SNAP_POINTS:
                open_span = _Span(at, open_span.start, max(open_span.end, span.end))
                continue
            if open_span is not None:
                joined.append(open_span)
            open_span = _Span(at, span.start, span.end)
        if open_span is not None:
            joined.append(open_span)
    return joined


def _near(spans: Sequence[_Span], key: Callable[[_Span], float]) -> list[list[_Span]]:
    """Sorted spans in groups whose neighbours are nearer than the snap distance."""
    groups: list[list[_Span]] = []
    for span in spans:
        if groups and key(span) - key(groups[-1][-1]) <= SNAP_POINTS and key(span) - key(groups[-1][0]) <= 2 * SNAP_POINTS:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _touching_groups(across: list[_Span], down: list[_Span]) -> list[tuple[list[_Span], list[_Span]]]:
    """Horizontal and vertical spans that hang together by crossings, group by group."""
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(across):
        for j, v in enumerate(down):
            if _crosses(h, v):
                parent[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[_Span], list[_Span]]] = defaultdict(lambda: ([], []))
    for i, h in enumerate(across):
        groups[root(i)][0].append(h)
    for j, v in enumerate(down):
        groups[root(len(across) + j)][1].append(v)
    return [g for g in groups.values() if g[0] and g[1]]


def _crosses(h: _Span, v: _Span) -> bool:
    return h.start - SNAP_POINTS <= v.at <= h.end + SNAP_POINTS and v.start - SNAP_POINTS <= h.at <= v.end + SNAP_POINTS


def _grid_of(across: list[_Span], down: list[_Span]) -> Grid | None:
    xs = _positions([v.at for v in down], [h.start for h in across], [h.end for h in across])
    ys = _positions([h.at for h in across], [v.start for v in down], [v.end for v in down])
    if len(xs) < 2 or len(ys) < 2:
        return None
    return Grid(tuple(xs), tuple(ys), tuple(_cells(xs, ys, across, down)))


def _positions(crossing: list[float], starts: list[float], ends: list[float]) -> list[float]:
    """Borders from the rules that cross, plus an outermost border where the others run on past the last of them.

    A table cut by the page break, or drawn without outer verticals, has no rule there.
    """
    found = sorted(crossing)
    if min(starts) < found[0] - 2 * SNAP_POINTS:
        found.insert(0, min(starts))
    if max(ends) > found[-1] + 2 * SNAP_POINTS:
        found.append(max(ends))
    kept = [found[0]]
    for position in found[1:]:
        if position - kept[-1] > SNAP_POINTS:
            kept.append(position)
    return kept


def _cells(xs: list[float], ys: list[float], across: list[_Span], down: list[_Span]) -> list[GridCell]:
    """Grid places joined where no rule parts them; a joined area that is not a rectangle is left in single rows."""
    columns, rows = len(xs) - 1, len(ys) - 1
    parted_right = _borders(xs, ys, down)
    parted_below = _borders(ys, xs, across)
    taken = [[False] * columns for _ in range(rows)]
    cells = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            width = 1
            while column + width < columns and not parted_right[column + width][row] and not taken[row][column + width]:
                width += 1
            height = 1
            while row + height < rows and _is_open_below(row + height, column, width, columns, parted_right, parted_below):
                height += 1
            for r in range(row, row + height):
                for c in range(column, column + width):
                    taken[r][c] = True
            cells.append(GridCell(row, column, height, width, (xs[column], ys[row], xs[column + width], ys[row + height])))
    return cells


def _is_open_below(
    row: int, column: int, width: int, columns: int, parted_right: list[list[bool]], parted_below: list[list[bool]]
) -> bool:
    """Whether the places of `row` under a cell belong to it: no rule above them, none between them, same sides."""
    places = range(column, column + width)
    if any(parted_below[row][c] for c in places) or any(parted_right[c][row] for c in list(places)[1:]):
        return False
    closed_left = column == 0 or parted_right[column][row]
    closed_right = column + width == columns or parted_right[column + width][row]
    return closed_left and closed_right


def _borders(positions: list[float], intervals: list[float], spans: list[_Span]) -> list[list[bool]]:
    """[border index][interval index] → whether a rule at that position covers that interval."""
    parted = [[False] * (len(intervals) - 1) for _ in positions]
    for span in spans:
        nearest = min(range(len(positions)), key=lambda i: abs(positions[i] - span.at))
        if abs(positions[nearest] - span.at) > 2 * SNAP_POINTS:
            continue
        first = max(bisect_left(intervals, span.start - SNAP_POINTS) - 1, 0)
        for k in range(first, len(intervals) - 1):
            low, high = intervals[k], intervals[k + 1]
            if low > span.end:
                break
            if min(high, span.end) - max(low, span.start) >= COVERED_SHARE * (high - low):
                parted[nearest][k] = True
    return parted
