"""Rows of a text table on their way to a `Table`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Cell, Line, Place, Table
from extractors.plaintext.markup import plain

ROWS_SEARCHED = 3
"""A header of two lines begins within the first rows of its table."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, "" where empty. A merged row has one cell, which spans the whole table."""

    cells: tuple[str, ...]
    is_merged: bool = False


def table_of(rows: Sequence[Row], place: Place) -> Table:
    """Rows as a table; all cells carry the table's place, since a text has no better one."""
    width = max(len(row.cells) for row in rows)
    stacked = stacked_header(rows)
    cells = [cell for index, row in enumerate(rows) for cell in _cells(rows, index, row, width, stacked, place)]
    return Table(tuple(cells), len(rows), width, place)


def stacked_header(rows: Sequence[Row]) -> int | None:
    """The row that is the upper line of a header of two lines, None where there is none.

    Its empty cells are the rest of the cell at their left, under which the lower line names the columns; the lower line
    is empty under the others.
    """
    for index in range(min(ROWS_SEARCHED, len(rows) - 1)):
        upper, lower = rows[index], rows[index + 1]
        if upper.is_merged or lower.is_merged or not upper.cells[0].strip():
            continue
        under = _stretched(upper)
        filled = {column for column, text in enumerate(lower.cells) if text.strip()}
        names = [lower.cells[column] for column in sorted(filled)]
        if under and filled == under and not any(name.strip().isdigit() for name in names):
            return index
    return None


def _stretched(row: Row) -> set[int]:
    """Columns under cells that have empty ones at their right, those included."""
    empty = {column for column, text in enumerate(row.cells) if not text.strip()}
    return empty | {column - 1 for column in empty if column - 1 not in empty}


def _cells(rows: Sequence[Row], index: int, row: Row, width: int, stacked: int | None, place: Place) -> Iterator[Cell]:
    under = _stretched(rows[stacked]) if stacked is not None else set()
    for column, text in enumerate(row.cells):
        if row.is_merged:
            yield _cell((index, column), text, (1, width), place)
        elif index == stacked and text.strip():
            end = next((c for c in range(column + 1, width) if row.cells[c].strip()), width)
            yield _cell((index, column), text, (1, end - column) if column in under else (2, 1), place)
        elif stacked is None or index not in {stacked, stacked + 1} or (index == stacked + 1 and column in under):
            yield _cell((index, column), text, (1, 1), place)


def _cell(spot: tuple[int, int], text: str, spans: tuple[int, int], place: Place) -> Cell:
    said = plain(text)
    lines = tuple(Line(line, bold=said.bold) for line in said.text.split("\n") if line)
    return Cell(*spot, said.text, lines, place, *spans)
