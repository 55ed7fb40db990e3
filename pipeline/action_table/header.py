"""The header of a table: how many lines it has and what its columns are for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.commonness import zipf
from extractors.document import Cell, Place, Table
from pipeline.action_table.month_columns import INITIALS, with_initials, with_lost_months
from pipeline.action_table.roles import is_foreign, is_month, is_month_name, is_quarter, is_within, letters_of, role_of
from pipeline.plan import Column, Role

ROWS_SEARCHED = 6
"""A header stands within the first grid rows of its table, below a title at most."""

READABLE_SHARE = 0.25
"""No more of a header's columns than this share are headed otherwise where it is a garbled copy of another."""

SHORTEST_WORD, COMMON_ZIPF = 4, 3.0
"""Letters of a word that is no accident, and how common it is (Zipf scale) where the language knows it."""


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
            # Some plans leave a column for what will be reached by then; tables that report it have more of that kind.
            return self.foreign == 1 and len(told) >= 3 and {"component", "action", "evidence"} <= self.roles
        return len(told) >= 2 if "indicator" in self.roles else len(told) >= 3 and {"action", "evidence"} <= self.roles


def read_header(table: Table) -> Header | None:
    """The header of a table, None where no line near its top holds known header words."""
    for first in range(min(ROWS_SEARCHED, table.row_count)):
        if _is_header_row(table, first):
            end = _end_of_header(table, first)
            leaves = _leaves(table, first, end)
            read = with_initials([_column(cells) for cells in leaves], [cells[-1].text for cells in leaves])
            columns = with_lost_months(read, [cells[0] for cells in leaves])
            foreign = sum(is_foreign(c.header) for c in columns)
            return Header(columns, tuple(span_of(table, cells[-1]) for cells in leaves), first, end, foreign)
    return None


def read_garbled_header(table: Table, like: Header, first: int = 0) -> Header | None:
    """The header at the grid row `first` as that of another page, `like`, of which it is a garbled copy."""
    end = first + like.end_row - like.first_row
    leaves = _leaves(table, first, end)
    if len(leaves) != len(like.columns):
        return None
    others = [cells for cells, column in zip(leaves, like.columns, strict=True) if not _heads_same(cells, column)]
    if 2 * len(others) > len(leaves) or _are_readable(others, like):
        return None
    return replace(like, spans=tuple(span_of(table, cells[-1]) for cells in leaves), first_row=first, end_row=end)


def is_headed_otherwise(table: Table, like: Header) -> bool:
    """Whether the first line has the very words of `like` over half of its columns, and plain other words over the rest."""
    leaves = _leaves(table, 0, 1)
    if len(leaves) != len(like.columns):
        return False
    others = [cells for cells, column in zip(leaves, like.columns, strict=True) if not is_within(_said(cells), column.header)]
    return 2 * len(others) <= len(leaves) and _are_readable(others, like)


def _are_readable(headings: Sequence[Sequence[Cell]], like: Header) -> bool:
    """Whether too many of the headings have a word of the language: then they are not garbled, but another table's."""
    return sum(map(_is_readable, headings)) > READABLE_SHARE * len(like.columns)


def _heads_same(cells: Sequence[Cell], column: Column) -> bool:
    """Whether a heading says what the column's does, or means the same; a mark under a month ("v") is no numeral."""
    said = _said(cells)
    return is_within(said, column.header) or (column.role not in ("other", "month") and _role(cells, said) == column.role)


def _is_readable(cells: Sequence[Cell]) -> bool:
    return any(len(word) >= SHORTEST_WORD and zipf(word) >= COMMON_ZIPF for word in letters_of(_said(cells)).split())


def _said(cells: Sequence[Cell]) -> str:
    return " ".join(c.text for c in cells if c.text.strip())


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
    texts = _without_calendar([c.text for c in table.cells if c.row == row and c.text.strip()])
    known = {role for t in texts if (role := role_of(t))}
    return len(known) >= 3 and 2 * len(known) >= len(texts)


def _without_calendar(texts: Sequence[str]) -> list[str]:
    """The texts of a line without the months' names or their initials."""
    initials = "".join(letters_of(t) for t in texts if len(t.strip(" .")) == 1) == INITIALS
    return [t for t in texts if not is_month_name(t) and not (initials and len(t.strip(" .")) == 1)]


def _end_of_header(table: Table, first: int) -> int:
    """The header goes on while cells span down from it or the next row holds only parts of header words."""
    end = first + max(1, min((c.row_span for c in table.cells if c.row == first and c.text.strip()), default=1))
    spanned = max((c.row + c.row_span for c in table.cells if c.row == first and c.text.strip()), default=end)
    end = max(end, spanned) if spanned - first <= 3 else end
    while end < table.row_count and end - first < 3 and _is_second_header_row(table, first, end):
        end += 1
    return end


def _is_second_header_row(table: Table, first: int, row: int) -> bool:
    cells = [c for c in table.cells if c.row == row and c.text.strip()]
    texts = [c.text.strip() for c in cells]
    if "".join(map(letters_of, texts)) == INITIALS:
        return True
    headed = sum(1 for t in texts if (is_month(t) and not t.isdigit()) or role_of(t) is not None)
    # Check marks under months ("v", "x") look like roman numerals, but a header does not say the same thing again and again.
    different = len(set(texts)) if _parts_headings(table, first, cells) else len({role_of(t) for t in texts})
    return len(texts) >= 2 and min(headed, different) >= 0.8 * len(texts)


def _parts_headings(table: Table, first: int, cells: Sequence[Cell]) -> bool:
    """Whether one of the cells stands under a heading that reaches over several columns or names none."""
    above = [c for c in table.cells if c.row == first for cell in cells if c.column <= cell.column < c.column + c.column_span]
    return any(c.column_span > 1 or role_of(c.text) is None for c in above)


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
    header = _said(cells)
    places: tuple[Place, ...] = tuple(c.place for c in cells if c.text.strip())
    month = next((c.text for c in reversed(cells) if is_month_name(c.text) or (c is not cells[-1] and is_quarter(c.text))), None)
    if month is not None and month != cells[-1].text and _is_of_results(cells[-1].text):
        return Column("other", header, places)
    if month is not None:
        return Column("month", _month_as_printed(month), places)
    role = _role(cells, header)
    return Column(role, _month_as_printed(cells[-1].text) if role == "month" else header, places)


def _month_as_printed(text: str) -> str:
    """Narrow columns break a month's name; a quarter has a blank of its own."""
    return " ".join(text.split()) if is_quarter(text) else "".join(text.split())


def _is_of_results(heading: str) -> bool:
    """Whether a heading under a month is for what came of it, beside one for what is planned."""
    return is_foreign(heading) or letters_of(heading) in ("real", "r")


def _role(cells: Sequence[Cell], header: str) -> Role:
    """The lowest cell tells most; a month under a schedule is a month; the whole stack is asked last."""
    lowest = cells[-1].text
    above = [role_of(c.text) for c in cells[:-1]]
    if above and is_month(lowest) and ("schedule" in above or not lowest.strip().isdigit()):
        return "month"
    if not above and is_month(lowest) and not lowest.strip().isdigit():
        return "month"
    return role_of(lowest) or role_of(header) or next((r for r in reversed(above) if r), None) or "other"
