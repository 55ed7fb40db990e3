"""What it costs to go from one cell to the next: empty cells between, rows that begin, marks that say otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pipeline.flattened.stream import Stream
from pipeline.flattened.words import NUMBER
from pipeline.plan import Role

SKIP: dict[Role, float] = {
    "number": 0.2,
    "component": 0.6,
    "area": 0.6,
    "indicator": 5.0,
    "action": 4.5,
    "evidence": 3.5,
    "schedule": 2.0,
    "month": 2.0,
    "output": 3.0,
}
"""What an empty cell costs, by role; NO and KOMPONEN are empty under a merged cell, others seldom."""
OTHER_SKIP = 1.5
MOST_TRAILING = 7.0
"""A row may stop early, as a data item does that has only its name."""
MOST_TRAILING_OF_STEPS = 3.0
"""Where steps have rows of their own, these have no time of their own."""
REST_SKIP = 0.3
"""A page break may cut any cell of a row, so that the others have no rest."""
UNNUMBERED_COMPONENT = 3.0
SUB_ROW: dict[Role, float] = {"indicator": 5.0, "action": 2.0, "evidence": 4.0}
"""Where indicators are numbered, the cost of a row without a number, by the column it begins in.

It adds to the row above: a further action with its evidence, seldom a further evidence, hardly an indicator.
"""
NEW_ROW = 1.0
INSIDE_LINE = 0.7
UNMARKED_ROW = 9.0
"""Cost of a row that begins without its blanks in a text that writes a blank for each empty cell."""
WRONG_MARK = 6.0
MISCOUNTED, MOST_MISCOUNTED = 6.0, 14.0
"""What an empty line too many or too few costs where they count empty cells."""
MOST_REST_WORDS = 150
NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class Grammar:
    """What is known of the table: roles, widths of the columns in letters (None: not known yet), blanks for empty cells.

    `counts_indicators` where each indicator has its number, so that what begins without one belongs to the row above.
    """

    roles: tuple[Role, ...]
    widths: tuple[float | None, ...]
    has_marks: bool
    counts_indicators: bool = False
    is_apart: bool = False
    """No two cells share a line."""
    counts_empty: bool = False
    """An empty line stands for each empty cell."""
    sub_rows: tuple[float, ...] = ()
    """Cost of a row that begins in a column because the steps of an indicator have rows of their own; () where not known yet."""


class State(NamedTuple):
    """The column of the last cell; `is_rest` while the row that a page break has cut goes on."""

    column: int
    is_rest: bool


class Move(NamedTuple):
    """What a step from one cell to another costs, and whether a row begins with it."""

    cost: float
    is_new_row: bool


def move(stream: Stream, grammar: Grammar, start: int, before: State, after: State) -> Move:
    """The cheapest way to a cell in state `after` that begins at word `start` behind one in state `before`."""
    at_line_start = stream.starts[stream.line_of[start]] == start
    if after.is_rest:
        return Move(_rest_cost(start, before, after, at_line_start), False)
    inside = _inside_row_cost(stream, grammar, start, before, after, at_line_start)
    new = _new_row_cost(stream, grammar, start, before, after) if at_line_start else NEVER
    return Move(min(inside, new), new < inside)


def _rest_cost(start: int, before: State, after: State, at_line_start: bool) -> float:
    if not before.is_rest or after.column <= before.column or start > MOST_REST_WORDS:
        return NEVER
    return REST_SKIP * (after.column - before.column - 1) + (0.0 if at_line_start else INSIDE_LINE)


def _inside_row_cost(stream: Stream, grammar: Grammar, start: int, before: State, after: State, at_line_start: bool) -> float:
    if before.is_rest or start == 0 or after.column <= before.column:
        return NEVER
    is_marked = at_line_start and grammar.has_marks and stream.blanks[stream.line_of[start]] >= 2
    if grammar.is_apart and not at_line_start:
        return NEVER
    if grammar.counts_empty:
        return _miscounted(stream, start, after.column - before.column - 1)
    skipped = _skipped(grammar.roles, before.column + 1, after.column)
    return skipped + (0.0 if at_line_start else INSIDE_LINE) + (WRONG_MARK if is_marked else 0.0)


def _new_row_cost(stream: Stream, grammar: Grammar, start: int, before: State, after: State) -> float:
    trailing = 0.0
    if start > 0 and not before.is_rest:
        most = MOST_TRAILING_OF_STEPS if grammar.sub_rows else MOST_TRAILING
        trailing = min(_skipped(grammar.roles, before.column + 1, len(grammar.roles)), most)
    if grammar.counts_empty and start > 0 and not before.is_rest:
        return NEW_ROW + _miscounted(stream, start, len(grammar.roles) - before.column - 1 + after.column)
    if grammar.counts_empty and not before.is_rest:
        return NEW_ROW + min(_miscounted(stream, 0, empty + after.column) for empty in _empty_in_titles(grammar))
    leading = _leading_cost(grammar, after.column)
    return NEW_ROW + trailing + leading + _mark_cost(stream, grammar, start, after.column, leading)


def _leading_cost(grammar: Grammar, column: int) -> float:
    """What it costs to begin a row in a column."""
    role = grammar.roles[column]
    if grammar.counts_indicators and role in SUB_ROW:
        return SUB_ROW[role]
    told = _skipped(grammar.roles, 0, column) + _unnumbered_cost(grammar.roles, column)
    return min(told, grammar.sub_rows[column]) if grammar.sub_rows else told


def _unnumbered_cost(roles: tuple[Role, ...], column: int) -> float:
    """A component seldom comes without its number; its column rather takes the end of a name in the column at the right."""
    return UNNUMBERED_COMPONENT if roles[column] == "component" and "number" in roles[:column] else 0.0


def _empty_in_titles(grammar: Grammar) -> tuple[int, ...]:
    """The empty cells that may stand behind a title: over the whole table, with its label apart, in one cell."""
    return (0, len(grammar.roles) - 2, len(grammar.roles) - 1)


def _miscounted(stream: Stream, start: int, empty: int) -> float:
    """What it costs that other than `empty` lines stand for as many empty cells before the line of word `start`."""
    return min(MISCOUNTED * abs(stream.gaps[stream.line_of[start]] - empty), MOST_MISCOUNTED)


@cache
def _skipped(roles: tuple[Role, ...], first: int, end: int) -> float:
    return sum(SKIP.get(role, OTHER_SKIP) for role in roles[first:end])


def _mark_cost(stream: Stream, grammar: Grammar, start: int, column: int, leading: float) -> float:
    """The blanks before a row count its empty cells, which makes them free; a number or a page break needs none."""
    if not grammar.has_marks:
        return 0.0
    blanks = stream.blanks[stream.line_of[start]]
    if blanks >= 2:
        return -leading if blanks == column else WRONG_MARK
    if column == 0 and NUMBER.fullmatch(stream.words[start]):
        return 0.0
    return UNMARKED_ROW
