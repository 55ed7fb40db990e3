"""What every extractor gives: words and rules on pages, and a document of blocks in reading order.

Lengths are points (1/72 inch), measured from the upper left corner of the page as a reader sees it: turned upright and
straightened where it was scanned askew. Pages and blocks count from 1. Confidences run from 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a page and a box, or a block's number in formats without pages."""

    page: int | None = None
    box: Box | None = None
    block: int | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters without white space, or a whole line where it runs sideways among upright text.

    `size` is the font size in points, 0 where it is not known.
    """

    text: str
    box: Box
    confidence: float = 1.0
    size: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruling line, horizontal or vertical, as the box of its centre line (width or height 0)."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def is_horizontal(self) -> bool:
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """A page as words and rules: the one form in which text pages and scanned pages go on.

    `origin` says how the words were got: from a text layer, by OCR, or not at all. `turned` is the clockwise quarter
    turn in degrees (0, 90, 180, 270) and `skew` the small clockwise angle in degrees that brought the page upright.
    `note` tells in one sentence why a page could not be read.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    origin: Literal["text", "ocr", "none"] = "text"
    turned: int = 0
    skew: float = 0.0
    note: str = ""
    to_source: tuple[float, ...] = ()
    """The 3 × 3 matrix, row by row, that maps this page's points to those of the page as the file shows it; empty where the
    two are the same."""
    shades: tuple[Box, ...] = ()
    """Areas filled with a colour or grey other than the paper's."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline. Formats without pages give lines without box and words."""

    text: str
    box: Box | None = None
    words: tuple[Word, ...] = ()
    size: float = 0.0
    bold: bool = False


ParagraphKind = Literal["paragraph", "running_head", "running_foot", "page_number", "flattened"]
"""`flattened`: lines of a table whose columns a text tool has lost, a page of it a paragraph, lines as they stand there
with their blanks. The pipeline makes tables of them."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose: a heading, a list item or a paragraph; or page furniture, which is kept but is not content.

    `text` is the lines folded to one; `centred` and `bold` are what a reader sees and headings are told by.
    """

    text: str
    lines: tuple[Line, ...]
    place: Place
    kind: ParagraphKind = "paragraph"
    confidence: float = 1.0
    bold: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell at `row`, `column` (from 0) over `row_span` × `column_span` grid places.

    `text` is its lines folded to one; a paragraph or list item of its own inside the cell begins after a newline only
    where the format says so (DOCX); elsewhere lines are wraps.
    """

    row: int
    column: int
    text: str
    lines: tuple[Line, ...]
    place: Place
    row_span: int = 1
    column_span: int = 1
    confidence: float = 1.0
    is_shaded: bool = False
    """Filled with a colour or grey: how some tables mark the months of a schedule."""


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells on one page (or a whole table, in formats without pages).

    `edges` are the x positions in points of the column borders, left to right (row_count × column_count grid; empty
    without pages). A row that a page break cuts stands in two tables; joining them is the pipeline's work.
    """

    cells: tuple[Cell, ...]
    row_count: int
    column_count: int
    place: Place
    edges: tuple[float, ...] = ()
    confidence: float = 1.0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class PageSummary:
    """What is kept of a page once its words have become blocks."""

    number: int
    width: float
    height: float
    origin: Literal["text", "ocr", "none"]
    turned: int = 0
    skew: float = 0.0
    confidence: float = 1.0
    note: str = ""
    rules: tuple[Rule, ...] = ()
    """Horizontal rules that stand in no table."""


@dataclass(frozen=True, slots=True)
class Document:
    """Everything read from one file. `pages` is empty in formats without pages, whose pictures are not read (`has_pictures`)."""

    format: str
    blocks: tuple[Block, ...]
    pages: tuple[PageSummary, ...] = ()
    has_pictures: bool = False

    @property
    def content(self) -> tuple[Block, ...]:
        """The blocks without page furniture."""
        return tuple(b for b in self.blocks if isinstance(b, Table) or b.kind == "paragraph")
