"""The header of a table: how many lines it has and what its columns are for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Cell, Place, Table
from pipeline.action_table.columns import with_lost_months
from pipeline.action_table.roles import is_foreign, is_month, role_of
from pipeline.plan import Column, Role

ROWS_SEARCHED = 6
"""A header stands within the first grid rows of its table, below a title at most."""


@dataclass(frozen=True, slots=True)
class Span:
    """The extent of a column: by x in points where pages have places, else by grid columns (end exclusive)."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Header:
    """`first_row` to `end_row` (exclusive) are the header's grid rows; `spans` are the extents of `columns`."""

    columns: tuple[Column, ...]
    spans: tuple[Span, ...]
    first_row: int
    end_row: int
    foreign: int = 0

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(c.role for c in self.columns)

    @property
    def is_of_action_table(self) -> bool:
        """What is to be shown or reached, with at least two of what is to be done, by what and when."""
        told = self.roles & {"action", "evidence", "schedule", "output", "month", "person"}
        if {"indicator", "action"} <= self.roles:
            return len(told) >= 2
        if self.foreign:
            return False
        return len(told) >= 2 if "indicator" in self.roles else len(told) >= 3 and {"action", "evidence"} <= self.roles


def read_header(table: Table) -> Header | None:
    """The header of a table, None where no line near its top holds known header words."""
    for first in range(min(ROWS_SEARCHED, table.row_count)):
        if _is_header_row(table, first):
            end = _end_of_header(table, first)
            leaves = _leaves(table, first, end)
            columns = with_lost_months([_column(cells) for cells in leaves], [cells[0] for cells in leaves])
            foreign = sum(is_foreign(c.header) for c in columns)
            return Header(columns, tuple(span_of(table, cells[-1]) for cells in leaves), first, end, foreign)
    return None


def is_other_table(table: Table) -> bool:
    """Whether the first line is the header of another kind of table: names, scores, attendance, monitoring."""
    texts = [c.text.strip() for c in table.cells if c.row == 0]
    if not all(texts):
        return False  # a header says something over every column; the rest of a cut row does not
    foreign, ours = sum(is_foreign(t) for t in texts), sum(role_of(t) is not None for t in texts)
    return foreign >= 1 and foreign + ours >= 0.6 * len(texts) and (foreign >= 2 or len(texts) <= 4)


def span_of(table: Table, cell: Cell) -> Span:
    if table.edges and cell.place.box:
        return Span(cell.place.box[0], cell.place.box[2])
    return Span(cell.column, cell.column + cell.column_span)


def _is_header_row(table: Table, row: int) -> bool:
    """At least three known headers with different roles, and no more cells that are none or say the same again."""
    texts = [c.text for c in table.cells if c.row == row and c.text.strip()]
    known = {role for t in texts if (role := role_of(t))}
    return len(known) >= 3 and 2 * len(known) >= len(texts)


def _end_of_header(table: Table, first: int) -> int:
    """The header goes on while cells span down from it or the next row holds only parts of header words."""
    end = first + max(1, min((c.row_span for c in table.cells if c.row == first and c.text.strip()), default=1))
    spanned = max((c.row + c.row_span for c in table.cells if c.row == first and c.text.strip()), default=end)
    end = max(end, spanned) if spanned - first <= 3 else end
    while end < table.row_count and end - first < 3 and _is_second_header_row(table, end):
        end += 1
    return end


def _is_second_header_row(table: Table, row: int) -> bool:
    texts = [c.text.strip() for c in table.cells if c.row == row and c.text.strip()]
    headed = sum(1 for t in texts if (is_month(t) and not t.isdigit()) or role_of(t) is not None)
    # Check marks under months ("v", "x") look like roman numerals, but a header does not say the same thing again and again.
    return len(texts) >= 2 and min(headed, len(set(texts))) >= 0.8 * len(texts)


def _leaves(table: Table, first: int, end: int) -> list[list[Cell]]:
    """For each column of the header its cells from the top one down to the lowest."""
    stacks: list[list[Cell]] = []
    for column in range(table.column_count):
        stack = [c for c in table.cells if first <= c.row < end and c.column <= column < c.column + c.column_span]
        stack.sort(key=lambda c: c.row)
        if stack and (not stacks or stack[-1] is not stacks[-1][-1]):
            stacks.append(stack)
    return stacks


def _column(cells: Sequence[Cell]) -> Column:
    header = " ".join(c.text for c in cells if c.text.strip())
    places: tuple[Place, ...] = tuple(c.place for c in cells if c.text.strip())
    role = _role(cells, header)
    return Column(role, "".join(cells[-1].text.split()) if role == "month" else header, places)


def _role(cells: Sequence[Cell], header: str) -> Role:
    """The lowest cell tells most; a month under a schedule is a month; the whole stack is asked last."""
    lowest = cells[-1].text
    above = [role_of(c.text) for c in cells[:-1]]
    if above and is_month(lowest) and ("schedule" in above or not lowest.strip().isdigit()):
        return "month"
    if not above and is_month(lowest) and not lowest.strip().isdigit():
        return "month"
    return role_of(lowest) or role_of(header) or next((r for r in reversed(above) if r), None) or "other"
