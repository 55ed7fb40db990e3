"""The likeliest sequence of cells in a stretch of flattened lines (Viterbi over word positions and columns).

A cell is a run of words; it ends at a line's end, or inside a line if it is one line long, since the next cell's first
line then stands beside it. Cells follow each other from left to right; going back to the left begins a new row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.flattened.content import NUMBER
from pipeline.flattened.spans import spans
from pipeline.flattened.stream import Stream
from pipeline.plan import Role

SKIP = {
    "number": 0.2,
    "component": 0.6,
    "area": 0.6,
    "indicator": 5.0,
    "action": 4.5,
    "evidence": 3.5,
    "schedule": 2.0,
    "output": 3.0,
}
"""What an empty cell costs, by role; NO and KOMPONEN are empty under a merged cell, others seldom."""
OTHER_SKIP = 1.5
NEW_ROW = 1.0
INSIDE_LINE = 0.7
UNMARKED_ROW = 9.0
"""Cost of a row that begins without its blanks in a text that writes a blank for each empty cell."""
WRONG_MARK = 6.0
NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Grammar:
    """What is known of the table: roles, widths of the columns in letters (None: not known yet), blanks for empty cells."""

    roles: tuple[Role, ...]
    widths: tuple[float | None, ...]
    has_marks: bool


@dataclass(frozen=True, slots=True)
class FlatCell:
    """Words `start` to `end` of the stream stand in `column`; `is_new_row` where they are the first cell of a row."""

    start: int
    end: int
    column: int
    is_new_row: bool


@dataclass(slots=True)
class _Step:
    score: float
    before: tuple[int, int] | None
    start: int
    is_new_row: bool


def decode(stream: Stream, grammar: Grammar) -> list[FlatCell]:
    """The cells of a stretch, in order."""
    best: list[dict[int, _Step]] = [{} for _ in range(len(stream.words) + 1)]
    best[0][-1] = _Step(0.0, None, 0, True)
    for start in range(len(stream.words)):
        if not best[start]:
            continue
        entries = _entries(stream, grammar, start, best[start])
        for span in spans(stream, start) if entries else ():
            for column, (value, before, is_new_row) in entries.items():
                total = value + span.score(grammar.roles[column], grammar.widths[column])
                old = best[span.end].get(column)
                if old is None or total > old.score:
                    best[span.end][column] = _Step(total, (start, before), start, is_new_row)
    return _backwards(best)


def _entries(stream: Stream, grammar: Grammar, start: int, steps: dict[int, _Step]) -> dict[int, tuple[float, int, bool]]:
    """For each column the best way to begin a cell of it here: (score, column before, whether a row begins)."""
    line = stream.line_of[start]
    at_line_start = stream.starts[line] == start
    found: dict[int, tuple[float, int, bool]] = {}
    for column in range(len(grammar.roles)):
        for before, step in steps.items():
            for is_new_row in (False, True):
                cost = _move_cost(stream, grammar, start, before, column, is_new_row, at_line_start)
                total = step.score - cost
                if cost != float("inf") and (column not in found or total > found[column][0]):
                    found[column] = (total, before, is_new_row)
    return found


def _move_cost(
    stream: Stream, grammar: Grammar, start: int, before: int, column: int, is_new_row: bool, at_line_start: bool
) -> float:
    if start == 0:
        return _first_cost(stream, grammar, column) if is_new_row else float("inf")
    if not is_new_row:
        if column <= before:
            return float("inf")
        cost = _skipped(grammar, range(before + 1, column))
        return cost + (0.0 if at_line_start else INSIDE_LINE) + _ignored_mark(stream, grammar, start, at_line_start)
    if not at_line_start:
        return float("inf")
    cost = NEW_ROW + _skipped(grammar, range(before + 1, len(grammar.roles)), trailing=True) + _skipped(grammar, range(column))
    return cost + _row_mark_cost(stream, grammar, start, column)


def _first_cost(stream: Stream, grammar: Grammar, column: int) -> float:
    """A stretch may begin anywhere after a page break, else at the left."""
    if stream.is_cut_above:
        return 0.3 * column
    return _skipped(grammar, range(column)) + _row_mark_cost(stream, grammar, 0, column)


def _skipped(grammar: Grammar, columns: range, *, trailing: bool = False) -> float:
    cost = sum(SKIP.get(grammar.roles[column], OTHER_SKIP) for column in columns)
    return min(cost, 7.0) if trailing else cost


def _ignored_mark(stream: Stream, grammar: Grammar, start: int, at_line_start: bool) -> float:
    is_marked = at_line_start and stream.blanks[stream.line_of[start]] >= 2
    return WRONG_MARK if grammar.has_marks and is_marked else 0.0


def _row_mark_cost(stream: Stream, grammar: Grammar, start: int, column: int) -> float:
    if not grammar.has_marks:
        return 0.0
    blanks = stream.blanks[stream.line_of[start]]
    if blanks >= 2:
        return 0.0 - _skipped(grammar, range(column)) if blanks == column else WRONG_MARK
    if column == 0 and NUMBER.fullmatch(stream.words[start]):
        return 0.0
    return UNMARKED_ROW


def _backwards(best: Sequence[dict[int, _Step]]) -> list[FlatCell]:
    if not best[-1]:
        return []
    column = max(best[-1], key=lambda c: best[-1][c].score)
    end = len(best) - 1
    cells: list[FlatCell] = []
    while column >= 0:
        step = best[end][column]
        cells.insert(0, FlatCell(step.start, end, column, step.is_new_row))
        if step.before is None:
            break
        end, column = step.before
    return cells
