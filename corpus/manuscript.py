"""A plan as a typesetter gets it: blocks in reading order, no layout engine in sight."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "justify"]
Ruling = Literal["grid", "none", "rows", "header", "columns"]
"""Which rules a table has: all, none, those between rows, those above and below its header, or its frame and those between
columns with the one below its header."""


@dataclass(frozen=True)
class Text:
    """One paragraph. `label` is a list item's number or bullet, printed before the text."""

    text: str
    label: str = ""
    align: Align = "justify"
    bold: bool = False
    size_factor: float = 1.0
    heading: bool = False
    """Belongs to what follows: never the last line of a page."""


@dataclass(frozen=True)
class Space:
    """White space, in lines."""

    lines: float = 1.0


@dataclass(frozen=True)
class PageBreak:
    """A new page; `landscape` None keeps the page as it was turned before."""

    landscape: bool | None = None


@dataclass(frozen=True)
class GridCell:
    """A table cell where it starts; `paragraphs` stand below each other."""

    paragraphs: tuple[str, ...] = ()
    row_span: int = 1
    column_span: int = 1
    bold: bool = False
    align: Align = "left"
    shade: bool = False
    sideways: bool = False
    """Printed from bottom to top."""

    @property
    def text(self) -> str:
        return " ".join(p for p in self.paragraphs if p)


GridRow = tuple[GridCell, ...]


@dataclass(frozen=True)
class RuledTable:
    """A table with rules. `widths` are shares of the text width; a row holds only the cells that start in it."""

    widths: tuple[float, ...]
    header: tuple[GridRow, ...]
    body: tuple[GridRow, ...]
    repeat_header: bool = True
    break_rows: bool = True
    size_factor: float = 1.0
    ruling: Ruling = "grid"


@dataclass(frozen=True)
class Signer:
    """A signature: the lines above the name, the name, and the line with the NIP ("" where none is printed)."""

    title_lines: tuple[str, ...]
    name: str
    nip_line: str


@dataclass(frozen=True)
class Signatures:
    """One or two signatures side by side; `opening` is the place and date above the right one."""

    opening: tuple[str, ...]
    signers: tuple[Signer, ...]


Block = Text | Space | PageBreak | RuledTable | Signatures


@dataclass(frozen=True)
class Look:
    """Type and paper: `size` in points, margins in centimetres, `shade` a grey from 0 (black) to 255."""

    font: str = "Liberation Serif"
    size: float = 11.0
    table_size: float = 9.0
    shade: int = 217
    margin: float = 2.5
    rule: float = 0.5
    leading: float = 0.65
    running_head: str = ""
    running_foot: str = ""
    page_numbers: bool = True
    landscape: bool = False
    break_words: bool = False
    soft_hyphens: bool = False


@dataclass(frozen=True)
class Manuscript:
    """Everything a typesetter needs."""

    look: Look
    blocks: tuple[Block, ...] = field(default_factory=tuple)


def place_cells(rows: tuple[GridRow, ...], column_count: int) -> list[list[tuple[int, GridCell]]]:
    """For each row its cells with the column (from 0) each starts in, spans from the rows above taken into account."""
    taken: set[tuple[int, int]] = set()
    placed: list[list[tuple[int, GridCell]]] = []
    for r, row in enumerate(rows):
        line: list[tuple[int, GridCell]] = []
        c = 0
        for cell in row:
            while (r, c) in taken and c < column_count:
                c += 1
            line.append((c, cell))
            taken.update((r + i, c + j) for i in range(cell.row_span) for j in range(cell.column_span))
            c += cell.column_span
        placed.append(line)
    return placed
