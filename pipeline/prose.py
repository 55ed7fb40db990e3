"""The document as one stream of lines, whatever its blocks: what chapters and identity are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Box, Document, Line, Paragraph, ParagraphKind, Place, Table, Word

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\ufeff]")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line where it stands: `block` indexes `Document.blocks`, `paragraph` is the whole text it is part of.

    `row` and `column` are set for lines of table cells and None in prose. `follows_table` marks the first line of a
    block that stands right below a table.
    """

    text: str
    block: int
    page: int | None
    box: Box | None
    place: Place
    paragraph: str
    is_first: bool = True
    bold: bool = False
    centred: bool = False
    size: float = 0.0
    kind: ParagraphKind = "paragraph"
    words: tuple[Word, ...] = ()
    row: int | None = None
    column: int | None = None
    follows_table: bool = False

    @property
    def is_content(self) -> bool:
        return self.kind == "paragraph"

    @property
    def is_prose(self) -> bool:
        """Whether the line stands outside tables and page furniture."""
        return self.kind == "paragraph" and self.row is None


def read_lines(document: Document) -> tuple[TextLine, ...]:
    """All lines in reading order, page furniture and table cells with them; blank lines are left out."""
    return tuple(line for index in range(len(document.blocks)) for line in _lines_of(index, document) if line.text)


def plain(text: str) -> str:
    """Without soft hyphens and blanks of no width, which some PDFs hold between letters."""
    return _INVISIBLE.sub("", text).strip()


def run_together(lines: Sequence[TextLine]) -> tuple[str, tuple[int, ...]]:
    """Lines as one text and the offset at which each begins; a word that a hyphen breaks at a line's end is joined."""
    text = ""
    starts = []
    for line in lines:
        if text.endswith("- ") and not line.is_first and line.text[:1].islower():
            text = text[:-2]
        starts.append(len(text))
        text += line.text + " "
    return text, tuple(starts)


def is_upper(text: str) -> bool:
    """Whether a line is set in capitals; a stray small letter (a misread one, "dr.") does not make it prose."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 2 and sum(c.isupper() for c in letters) >= 0.85 * len(letters)


def is_frame(table: Table) -> bool:
    """A grid of one column and hardly any rows is a frame around prose (a cover), not a table."""
    return table.column_count == 1 and table.row_count <= 2


def _lines_of(index: int, document: Document) -> Iterator[TextLine]:
    block = document.blocks[index]
    if isinstance(block, Paragraph):
        before = document.blocks[index - 1] if index else block
        yield from _paragraph_lines(index, block, isinstance(before, Table) and not is_frame(before))
    else:
        yield from _table_lines(index, block)


def _paragraph_lines(index: int, block: Paragraph, follows_table: bool) -> Iterator[TextLine]:
    for number, line in enumerate(block.lines or (Line(block.text),)):
        for part_number, part in enumerate(line.text.split("\n")):
            yield TextLine(
                text=plain(part),
                block=index,
                page=block.place.page,
                box=line.box,
                place=_place(line, block.place),
                paragraph=block.text,
                is_first=number == 0 and part_number == 0,
                bold=line.bold or block.bold,
                centred=block.centred,
                size=line.size,
                kind=block.kind,
                words=line.words,
                follows_table=follows_table and number == 0,
            )


def _table_lines(index: int, table: Table) -> Iterator[TextLine]:
    frame = is_frame(table)
    for cell in table.cells:
        for number, line in enumerate(part for whole in cell.lines for part in _split(whole)):
            yield TextLine(
                text=plain(line.text),
                block=index,
                page=cell.place.page,
                box=line.box,
                place=_place(line, cell.place),
                paragraph=line.text if frame else cell.text,
                is_first=frame or number == 0,
                bold=line.bold,
                centred=frame,
                size=line.size,
                words=line.words,
                row=None if frame else cell.row,
                column=None if frame else cell.column,
            )


def _split(line: Line) -> Iterator[Line]:
    if "\n" not in line.text:
        yield line
    else:
        yield from (Line(part, line.box, (), line.size, line.bold) for part in line.text.split("\n"))


def _place(line: Line, around: Place) -> Place:
    return Place(around.page, line.box) if line.box is not None and around.page is not None else around
