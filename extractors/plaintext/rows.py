"""Rows of a text table on their way to a `Table`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Cell, Line, Place, Table
from extractors.plaintext.markup import plain


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, "" where empty. A merged row has one cell, which spans the whole table."""

    cells: tuple[str, ...]
    is_merged: bool = False


def table_of(rows: Sequence[Row], place: Place, confidence: float = 1.0) -> Table:
    """Rows as a table; all cells carry the table's place, since a text has no better one."""
    width = max(len(row.cells) for row in rows)
    cells: list[Cell] = []
    for index, row in enumerate(rows):
        for column, text in enumerate(row.cells):
            said = plain(text)
            lines = tuple(Line(line, bold=said.bold) for line in said.text.split("\n") if line)
            span = width if row.is_merged else 1
            cells.append(Cell(index, column, said.text, lines, place, column_span=span, confidence=confidence))
    return Table(tuple(cells), len(rows), width, place, confidence=confidence)
