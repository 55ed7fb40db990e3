"""Small made-up documents for the tests of identity and chapters."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Block, Box, Cell, Document, Line, Paragraph, ParagraphKind, Place, Table, Word

LINE_HEIGHT = 12.0


def text_document(text: str) -> Document:
    """A document without pages: each line a paragraph; lines between `{table}` and `{end}` a table, cells parted by |."""
    blocks: list[Block] = []
    rows: list[list[str]] | None = None
    for line in text.strip("\n").split("\n"):
        if line.strip() == "{table}":
            rows = []
        elif line.strip() == "{end}":
            blocks.append(table(rows or [], len(blocks) + 1))
            rows = None
        elif rows is not None:
            rows.append([part.strip() for part in line.split("|")])
        elif line.strip():
            blocks.append(paragraph(line.strip(), len(blocks) + 1))
    return Document("text", tuple(blocks))


def paragraph(text: str, number: int, kind: ParagraphKind = "paragraph") -> Paragraph:
    return Paragraph(text, (Line(text),), Place(block=number), kind)


def table(rows: Sequence[Sequence[str]], number: int) -> Table:
    place = Place(block=number)
    cells = [
        Cell(r, c, text.replace("\\n", "\n"), tuple(Line(part) for part in text.split("\\n")), place)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    return Table(tuple(cells), len(rows), max((len(row) for row in rows), default=0), place)


def page_document(*pages: Sequence[tuple[float, float, str]]) -> Document:
    """A document of pages; each line is (top in points, x0 in points, text), a `||` in the text 60 points of room."""
    blocks = [_line_paragraph(number, top, x0, text) for number, page in enumerate(pages, start=1) for top, x0, text in page]
    return Document("pdf", tuple(blocks))


def _line_paragraph(page: int, top: float, x0: float, text: str) -> Paragraph:
    words: list[Word] = []
    x = x0
    for part_number, part in enumerate(text.split("||")):
        x += 60.0 if part_number else 0.0
        for word in part.split():
            words.append(Word(word, (x, top, x + 6.0 * len(word), top + LINE_HEIGHT)))
            x += 6.0 * len(word) + 4.0
    box: Box = (x0, top, x - 4.0, top + LINE_HEIGHT)
    whole = " ".join(word.text for word in words)
    return Paragraph(whole, (Line(whole, box, tuple(words)),), Place(page, box))
