"""What the body of a Word document holds, before blocks are numbered: paragraphs and tables, cells with items inside."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.document import Line


@dataclass(frozen=True, slots=True)
class ParagraphItem:
    """One paragraph as printed; `labelled` where Word put a number or bullet in front."""

    lines: tuple[Line, ...]
    centred: bool = False
    labelled: bool = False

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class CellItem:
    row: int
    column: int
    items: tuple[Item, ...]
    row_span: int = 1
    column_span: int = 1
    is_shaded: bool = False


@dataclass(frozen=True, slots=True)
class TableItem:
    cells: tuple[CellItem, ...]
    row_count: int
    column_count: int


Item = ParagraphItem | TableItem
