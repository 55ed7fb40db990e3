"""The grid rows of all page parts of the table, each cell under its column, each row told what kind of line it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from string import ascii_lowercase

from extractors.document import Cell, Place, Table
from pipeline.action_table.header import Header, Span, span_of
from pipeline.action_table.roles import is_within
from pipeline.plan import Column

WIDE_SHARE = 0.6
"""A cell over this share of the columns is a line of its own across the table."""

FEWEST_HEADS, HEADER_SHARE = 3, 0.8
"""A header that came again has as many cells, and so many of them say the header's words."""

STRAY_LETTERS = 6
"""What a stamp or a pen leaves beside a title is no longer than this, and not what is to be done."""

_COUNTS = frozenset(
    tuple(count[:n])
    for count in (ascii_lowercase, ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"))
    for n in range(FEWEST_HEADS, len(count) + 1)
)
"""Letters and roman numerals from the first on, as columns are counted."""

_COLUMN_NUMBER = re.compile(r"^\(?\s*[\dIlO|]{1,2}\s*[).]?$")


@dataclass(frozen=True, slots=True)
class TableLine:
    """One grid row of one page part: column index → the cells of the header's column over this row.

    `begins` are the columns whose cell begins in this row; the others go on from the row above. `wide` are the columns
    under cells over several; `is_first` and `is_last` tell the first and last content line of a page part, where a row may
    have been cut.
    """

    part: int
    cells: dict[int, tuple[Cell, ...]]
    begins: frozenset[int]
    wide: frozenset[int] = frozenset()
    is_first: bool = False
    is_last: bool = False
    place: Place = field(default_factory=Place)

    def text(self, column: int | None) -> str:
        """The text that begins in this line under the column."""
        if column is None or column not in self.begins:
            return ""
        return " ".join(c.text for c in self.cells.get(column, ()) if c.text.strip()).strip()

    @property
    def texts(self) -> dict[int, str]:
        """Column → text, for the columns where a text begins; a cell over several columns stands under its first."""
        return {c: t for c in sorted(self.begins) if (t := self.text(c))}


def lines_of_part(table: Table, part: int, columns: Sequence[Span], header: Header | None) -> list[TableLine]:
    """The content rows of one table block under the columns of the whole table; header rows are left out."""
    skipped = range(header.first_row, header.end_row) if header else range(0)
    first = header.end_row if header else 0
    lines = [_line(table, row, part, columns) for row in range(first, table.row_count) if row not in skipped]
    return [line for line in lines if line.cells]


def _line(table: Table, row: int, part: int, columns: Sequence[Span]) -> TableLine:
    cells: dict[int, tuple[Cell, ...]] = {}
    begins, wide = set(), set()
    for cell in table.cells:
        if not cell.row <= row < cell.row + cell.row_span:
            continue
        covered = _covered(span_of(table, cell), columns)
        if not covered:
            continue
        cells[covered[0]] = (*cells.get(covered[0], ()), cell)
        if cell.row == row:
            begins.add(covered[0])
            if len(covered) > 1:
                wide.update(covered)
    return TableLine(part, cells, frozenset(begins), frozenset(wide), place=_place(table, cells))


def _covered(span: Span, columns: Sequence[Span]) -> list[int]:
    """Columns whose middle the cell covers; else the one column that holds the cell's own middle."""
    inside = [i for i, c in enumerate(columns) if span.start <= (c.start + c.end) / 2 <= span.end]
    if inside:
        return inside
    middle = (span.start + span.end) / 2
    return [i for i, c in enumerate(columns) if c.start <= middle <= c.end][:1]


def _place(table: Table, cells: dict[int, tuple[Cell, ...]]) -> Place:
    boxes = [c.place.box for stack in cells.values() for c in stack if c.place.box and c.row_span == 1]
    boxes = boxes or [c.place.box for stack in cells.values() for c in stack if c.place.box]
    if not boxes:
        return table.place
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return Place(table.place.page, box)


def is_column_numbers(line: TableLine) -> bool:
    """A row "1 2 3 4 …" under the header, right or wrong: at least three cells, nearly all small numbers in order.

    Or the letters "a b c d …", or roman numerals, without a gap.
    """
    texts = list(line.texts.values())
    if len(texts) >= FEWEST_HEADS and tuple(t.strip(" ().").lower() for t in texts) in _COUNTS:
        return True
    numbers = [int(re.sub(r"\D", "", t)) for t in texts if _COLUMN_NUMBER.match(t) and re.search(r"\d", t)]
    if len(texts) < 3 or len(numbers) < 3 or len(numbers) < 0.7 * len(texts):
        return False
    return sum(b > a for a, b in pairwise(numbers)) >= len(numbers) - 2


def is_header_again(line: TableLine, columns: Sequence[Column]) -> bool:
    """Whether nearly every cell says what heads its column: a header, or half of one, that came to stand among the rows."""
    texts = line.texts
    same = sum(_is_heading(text, _headers_over(line, column, columns)) for column, text in texts.items())
    return len(texts) >= FEWEST_HEADS and same >= HEADER_SHARE * len(texts)


def _headers_over(line: TableLine, column: int, columns: Sequence[Column]) -> list[str]:
    """The headers of the columns under the cell that begins at `column`."""
    end = column + 1
    while column in line.wide and end in line.wide and end not in line.begins:
        end += 1
    return [c.header for c in columns[column:end]]


def _is_heading(text: str, headers: Sequence[str]) -> bool:
    """Whether one header says it, or each word is one's: the border between two headings may be lost."""
    parts = text.split() if len(headers) > 1 else [text]
    return all(any(is_within(part, header) for header in headers) for part in parts)


def is_across(line: TableLine, column_count: int, *, apart: int | None = None) -> bool:
    """Whether one text stands across the table, its number in a cell under the column `apart` at most beside it."""
    texts = [c for c in line.texts if c != apart or c in line.wide]
    return len(texts) == 1 and texts[0] in line.wide and len(line.wide) >= WIDE_SHARE * column_count


def is_empty(line: TableLine) -> bool:
    """No letter and no digit anywhere: an empty row, or one of dust. A lone dash is content and is kept by the rows above."""
    return not any(re.search(r"\w|-", t) for t in line.texts.values())
