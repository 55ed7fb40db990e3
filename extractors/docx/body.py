"""The body of a Word document in reading order: paragraphs, tables, content controls, text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from extractors.docx.items import CellItem, Item, TableItem
from extractors.docx.numbering import Numbering
from extractors.docx.paragraphs import is_merged_with_next, read_paragraph, text_boxes
from extractors.docx.styles import Styles
from extractors.docx.xml import Element, W, children, find, number, value

TRANSPARENT = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}
MOST_SPAN = 1000
"""Grid columns a row may have; a larger span is no table of a plan."""


class BodyReader:
    """Reads one document from front to back, since automatic numbers count in reading order."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering

    def items(self, container: Element) -> Iterator[Item]:
        """The items of a body, a cell, a text box, a header or a footer."""
        waiting: list[Element] = []
        for name, child in flat(container):
            if name == "p":
                waiting.append(child)
                if not is_merged_with_next(child):
                    yield from self._paragraph(waiting)
                    waiting = []
            elif name == "tbl" and (table := self._table(child)).cells:
                yield table
        if waiting:
            yield from self._paragraph(waiting)

    def _paragraph(self, elements: list[Element]) -> Iterator[Item]:
        yield from read_paragraph(elements, self._styles, self._numbering)
        for box in chain.from_iterable(text_boxes(element) for element in elements):
            yield from self.items(box)

    def _table(self, element: Element) -> TableItem:
        cells: list[CellItem] = []
        above: dict[int, int] = {}
        rows = [row for name, row in flat(element) if name == "tr" and find(row, "trPr/del") is None]
        for index, row in enumerate(rows):
            open_cells: dict[int, int] = {}
            for column, span, cell in row_cells(row):
                if is_continued(cell) and column in above:
                    position = above[column]
                    cells[position] = taller(cells[position])
                else:
                    position = len(cells)
                    cells.append(CellItem(index, column, tuple(self.items(cell)), 1, span, is_shaded(cell)))
                open_cells[column] = position
            above = open_cells
        width = max((cell.column + cell.column_span for cell in cells), default=0)
        return TableItem(tuple(cells), len(rows), width)


def flat(container: Element) -> Iterator[tuple[str, Element]]:
    """The children of an element, those inside content controls and insertions included."""
    for name, child in children(container):
        if name in TRANSPARENT:
            yield from flat(child)
        else:
            yield name, child


def row_cells(row: Element) -> Iterator[tuple[int, int, Element]]:
    """Column, column span and element of each cell of a table row."""
    column = min(number(row, "trPr/gridBefore") or 0, MOST_SPAN)
    for name, cell in flat(row):
        if name != "tc" or is_swallowed(cell):
            continue
        span = min(max(number(cell, "tcPr/gridSpan") or 1, 1), MOST_SPAN)
        span += sum(1 for _ in swallowed_after(cell))
        yield column, span, cell
        column += span


def is_continued(cell: Element) -> bool:
    """Whether the cell goes on with the merged cell above it."""
    return find(cell, "tcPr/vMerge") is not None and value(cell, "tcPr/vMerge") != "restart"


def is_swallowed(cell: Element) -> bool:
    """Whether the cell goes on with the merged cell at its left (the older way of merging, w:hMerge)."""
    return find(cell, "tcPr/hMerge") is not None and value(cell, "tcPr/hMerge") != "restart"


def swallowed_after(cell: Element) -> Iterator[Element]:
    for sibling in cell.itersiblings(W + "tc"):
        if not is_swallowed(sibling):
            return
        yield sibling


def is_shaded(cell: Element) -> bool:
    """Whether the cell itself is filled with a colour or grey, or with a pattern (ECMA-376 17.4.32)."""
    shading = find(cell, "tcPr/shd")
    if shading is None:
        return False
    is_pattern = shading.get(W + "val", "clear") not in {"clear", "nil"}
    return is_pattern or shading.get(W + "fill", "auto").lower() not in {"auto", "ffffff"}


def taller(cell: CellItem) -> CellItem:
    return replace(cell, row_span=cell.row_span + 1)
