"""A Word document as numbered blocks, its running heads first and its running feet and footnotes last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractors.document import Block, Cell, Document, Line, Paragraph, ParagraphKind, Place, Table
from extractors.docx.body import BodyReader
from extractors.docx.items import CellItem, Item, ParagraphItem, TableItem
from extractors.docx.numbering import Numbering
from extractors.docx.package import RELATIONS, Package, open_package
from extractors.docx.styles import Styles
from extractors.docx.xml import Element, W, find
from extractors.errors import PicturesOnly, UnreadableFile

ITEM_START = re.compile(r"(?:\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,5})[.)]|[-–•▪➢✓*o])\s*\S")
"""A list item typed by hand: "1.", "a)", "(2)", "iv.", or a bullet."""
LEAST_TABLE = 3
"""Columns from which a table inside a cell is a table of its own and not a way to line up words."""


def read(path: Path) -> Document:
    """The document at `path`, in reading order.

    Raises:
        EmptyFile, EncryptedFile, UnreadableFile: as `package.open_package`; also where the zip holds no Word document.
        PicturesOnly: pictures and no text.
    """
    with open_package(path) as package:
        main = package.main_part()
        root = package.part(main)
        body = find(root, "body")
        if body is None:
            raise UnreadableFile("tidak berisi dokumen Word")
        relations = package.relations(main)
        styles = Styles(_related(package, relations, "styles"))
        numbering = _related(package, relations, "numbering")
        content = list(unpacked(BodyReader(styles, Numbering(numbering, styles)).items(body)))
        heads = _furniture(package, body, relations, styles, "headerReference")
        feet = _furniture(package, body, relations, styles, "footerReference")
        feet += _footnotes(_related(package, relations, "footnotes"), styles)
        has_pictures = any(kind.endswith("/image") for kind, _ in relations.values())
        if not content and has_pictures:
            raise PicturesOnly
    return Document("docx", tuple(_numbered(heads, content, feet)), has_pictures=has_pictures)


def unpacked(items: Iterable[Item]) -> Iterator[Item]:
    """Items without the tables that are only frames: a table of one cell is what stands in it.

    A real table inside a cell follows the table it stands in.
    """
    for item in items:
        if isinstance(item, ParagraphItem):
            yield item
        elif len(item.cells) == 1:
            yield from unpacked(item.cells[0].items)
        else:
            yield item
            inner = (i for cell in item.cells for i in cell.items if isinstance(i, TableItem) and is_real(i))
            yield from unpacked(inner)


def is_real(table: TableItem) -> bool:
    return table.column_count >= LEAST_TABLE and table.row_count > 1


def _related(package: Package, relations: dict[str, tuple[str, str]], kind: str) -> Element | None:
    target = next((target for of, target in relations.values() if of.endswith(f"/{kind}")), None)
    return None if target is None else package.part(target)


def _furniture(
    package: Package, body: Element, relations: dict[str, tuple[str, str]], styles: Styles, kind: str
) -> list[ParagraphItem]:
    """The paragraphs of all headers (or footers) the sections name, those with the same words once."""
    found: dict[str, ParagraphItem] = {}
    for reference in body.iter(W + kind):
        _, target = relations.get(reference.get(f"{{{RELATIONS}}}id", ""), ("", ""))
        root = package.part(target)
        if root is not None:
            for item in _paragraphs(BodyReader(styles, Numbering(None, styles)).items(root)):
                found.setdefault(item.text, item)
    return list(found.values())


def _footnotes(root: Element | None, styles: Styles) -> list[ParagraphItem]:
    notes = [] if root is None else [n for n in root.findall(W + "footnote") if n.get(W + "type") is None]
    reader = BodyReader(styles, Numbering(None, styles))
    return [item for note in notes for item in _paragraphs(reader.items(note))]


def _paragraphs(items: Iterable[Item]) -> Iterator[ParagraphItem]:
    """All paragraphs of the items, those in cells included."""
    for item in items:
        if isinstance(item, ParagraphItem):
            yield item
        else:
            for cell in item.cells:
                yield from _paragraphs(cell.items)


def _numbered(heads: list[ParagraphItem], content: list[Item], feet: list[ParagraphItem]) -> Iterator[Block]:
    count = 0
    for kind, items in (("running_head", heads), ("paragraph", content), ("running_foot", feet)):
        for item in items:
            count += 1
            if isinstance(item, TableItem):
                yield _table(item, Place(block=count))
            else:
                yield _paragraph(item, Place(block=count), _kind(item, kind))


def _kind(item: ParagraphItem, place: str) -> ParagraphKind:
    if place == "paragraph":
        return "paragraph"
    if re.fullmatch(r"\W*(?:halaman|page|hal)?\W*\d{0,4}\W*", item.text.lower()):
        return "page_number"
    return "running_head" if place == "running_head" else "running_foot"


def _paragraph(item: ParagraphItem, place: Place, kind: ParagraphKind) -> Paragraph:
    bold = all(line.bold for line in item.lines)
    return Paragraph(item.text, item.lines, place, kind, bold=bold, centred=item.centred)


def _table(item: TableItem, place: Place) -> Table:
    cells = tuple(_cell(cell, place) for cell in item.cells)
    return Table(cells, item.row_count, item.column_count, place)


def _cell(item: CellItem, place: Place) -> Cell:
    parts = list(_cell_parts(item.items))
    lines = tuple(line for part in parts for line in part.lines)
    spans = (item.row_span, item.column_span)
    return Cell(item.row, item.column, joined(parts), lines, place, *spans, is_shaded=item.is_shaded)


def _cell_parts(items: Iterable[Item]) -> Iterator[ParagraphItem]:
    """The paragraphs of a cell; a small table in it gives a paragraph a row, a real one stands elsewhere."""
    for item in items:
        if isinstance(item, ParagraphItem):
            yield item
        elif not is_real(item):
            for row in range(item.row_count):
                inner = [p for cell in item.cells if cell.row == row for p in _cell_parts(cell.items)]
                if inner:
                    yield ParagraphItem((Line(" ".join(p.text for p in inner)),), labelled=True)


def joined(parts: Iterable[ParagraphItem]) -> str:
    """A cell's text: items of their own begin a new line, a line that only goes on does not."""
    text = ""
    for part in parts:
        for index, line in enumerate(part.lines):
            is_item = part.labelled or not line.text[0].islower() if index == 0 else False
            if text:
                text += "\n" if is_item or ITEM_START.match(line.text) else " "
            text += line.text
    return text
