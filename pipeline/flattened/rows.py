"""Cells to rows, and the rest of a row that a page break has cut to the row it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.action_table.roles import is_month, role_of
from pipeline.flattened.reading import Reading


@dataclass(slots=True)
class FlatRow:
    """The texts of a row, "" where empty. A `rest` goes on with the row before the page break."""

    cells: list[str]
    kind: Literal["header", "title", "row", "rest"] = "row"
    is_merged: bool = False
    """Its first cell spans the table."""
    spans: tuple[tuple[int, int] | None, ...] = ()
    """Rows and columns each cell spans, None where one from above or from the left does; () where each is for itself."""


def heading_rows(texts: Sequence[str], groups: Sequence[tuple[str, int, int]] = ()) -> Iterator[FlatRow]:
    """One line of headings, or two where some stand under others, as months do.

    `groups` are common headings with the first and last column under them.
    """
    months = {k for k, text in enumerate(texts) if is_month(text) and role_of(text) is None}
    lower = months.union(*(range(first, last + 1) for _, first, last in groups))
    if not lower:
        yield FlatRow(list(texts), "header")
        return
    upper = ["" if k in lower else text for k, text in enumerate(texts)]
    spans: list[tuple[int, int] | None] = [(1, 1) if k in lower else (2, 1) for k in range(len(texts))]
    for text, first, last in groups:
        upper[first] = text
        spans[first : last + 1] = [(1, last + 1 - first), *[None] * (last - first)]
    yield FlatRow(upper, "header", spans=tuple(spans))
    yield FlatRow(list(texts), "header", spans=tuple((1, 1) if k in lower else None for k in range(len(texts))))


def rows_of(reading: Reading, width: int) -> list[FlatRow]:
    """The rows of one stretch, `width` cells each."""
    rows: list[FlatRow] = []
    for cell in reading.cells:
        if not rows or cell.is_new_row or (rows[-1].kind == "rest") != cell.is_rest:
            rows.append(FlatRow([""] * width, "rest" if cell.is_rest else "row"))
        rows[-1].cells[cell.column] = reading.text(cell)
    return rows


def move_rests(pages: Sequence[list[FlatRow]]) -> None:
    """Takes rests away from the top of their pages and adds them to the row they belong to."""
    last: FlatRow | None = None
    for rows in pages:
        for row in list(rows):
            if row.kind == "rest" and last is not None:
                last.cells = [" ".join(filter(None, pair)) for pair in zip(last.cells, row.cells, strict=True)]
                rows.remove(row)
            elif row.kind in {"row", "rest"}:
                last = row
