"""Tables typed as rows of strings, drawn on a page, for tests of what is made of them.

`^` goes on with the cell above, `<` with the cell to the left, `#` is a cell filled with a colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Block, Box, Cell, Document, Line, Paragraph, Place, Table

ROW_POINTS = 40.0
LEFT, TOP = 50.0, 100.0
WIDTHS = (30.0, 100.0, 160.0, 160.0, 140.0, 80.0, 80.0, 60.0, *(30.0,) * 9)


def sheet(*rows: Sequence[str], page: int | None = None, full: Sequence[int] = ()) -> Table:
    """A table on `page` (None: a format without pages); text in the columns `full` of the last row ends at its foot."""
    columns = max(len(r) for r in rows)
    xs = [LEFT + sum(WIDTHS[:i]) for i in range(columns + 1)]
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("^", "<"):
                continue
            down = next((k for k in range(r + 1, len(rows)) if rows[k][c] != "^"), len(rows)) - r
            across = next((k for k in range(c + 1, len(row)) if row[k] != "<"), len(row)) - c
            box = (xs[c], TOP + r * ROW_POINTS, xs[c + across], TOP + (r + down) * ROW_POINTS)
            ends_full = r + down == len(rows) and c in full
            cell = _cell(r, c, text.replace("#", ""), down, across, box, page, ends_full)
            cells.append(replace(cell, is_shaded="#" in text))
    whole = (xs[0], TOP, xs[-1], TOP + len(rows) * ROW_POINTS)
    place = Place(page, whole) if page else Place(block=1)
    return Table(tuple(cells), len(rows), columns, place, tuple(xs) if page else ())


def _cell(
    row: int, column: int, text: str, down: int, across: int, box: tuple[float, float, float, float], page: int | None, full: bool
) -> Cell:
    if page is None:
        return Cell(row, column, text, (Line(text),) if text else (), Place(block=1), down, across)
    foot = box[3] - 3 if full else box[1] + 13
    lines = (Line(text, (box[0] + 4, foot - 10, box[2] - 4, foot)),) if text else ()
    return Cell(row, column, text, lines, Place(page, box), down, across)


def moved(table: Table, by: float, stretch: float) -> Table:
    """The table on a page that lies `by` points further right and is larger by the factor `stretch`."""

    def place(x: float) -> float:
        return by + x * stretch

    def put(box: Box) -> Box:
        return (place(box[0]), box[1], place(box[2]), box[3])

    cells = (
        replace(
            c,
            place=replace(c.place, box=put(c.place.box)) if c.place.box else c.place,
            lines=tuple(replace(line, box=put(line.box)) if line.box else line for line in c.lines),
        )
        for c in table.cells
    )
    return replace(table, cells=tuple(cells), edges=tuple(place(x) for x in table.edges))


def prose(text: str, page: int | None = 1) -> Paragraph:
    place = Place(page, (50, 50, 400, 60)) if page else Place(block=1)
    return Paragraph(text, (Line(text),), place)


def document(*blocks: Block) -> Document:
    return Document("pdf", blocks)
