"""A Word paragraph as its reader sees it: visible letters, line breaks, the label of an automatic list.

Insertions of tracked changes are read, deletions are not; a field gives the result Word last showed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractors.document import Line
from extractors.docx.items import ParagraphItem
from extractors.docx.numbering import Numbering
from extractors.docx.styles import Look, Manner, Styles
from extractors.docx.xml import Element, W, children, find
from extractors.symbols import as_seen

TRANSPARENT = {
    "ins",
    "moveTo",
    "hyperlink",
    "smartTag",
    "sdt",
    "sdtContent",
    "fldSimple",
    "customXml",
    "dir",
    "bdo",
    "oMath",
    "oMathPara",
}
"""Wrappers whose contents stand in the line as if they were not there."""
CHARACTERS = {"noBreakHyphen": "-", "cr": "\n", "ptab": "\t", "softHyphen": ""}
LINE_BREAK, PAGE_BREAK = "\n", "\f"


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one look; line and page breaks are letters too."""

    text: str
    look: Look


def read_paragraph(paragraphs: Iterable[Element], styles: Styles, numbering: Numbering) -> tuple[ParagraphItem, ...]:
    """The items of one printed paragraph: none where it is empty, several where a page break divides it.

    `paragraphs` are more than one where the marks between them were deleted, which makes them one.
    """
    elements = list(paragraphs)
    manner = styles.manner_of(elements[0])
    pieces = [piece for element in elements for piece in _pieces(element, manner, styles)]
    label = numbering.label(manner)
    if label:
        pieces.insert(0, Piece(label, next((p.look for p in pieces if p.text.strip()), manner.look)))
    if manner.name.lower().startswith("toc "):
        pieces = [Piece(p.text.replace("\t", " .... "), p.look) for p in pieces]
    parts = [_lines(part) for part in _split(pieces, PAGE_BREAK)]
    return tuple(ParagraphItem(lines, manner.centred, bool(label)) for lines in parts if lines)


def is_merged_with_next(paragraph: Element) -> bool:
    """Whether the paragraph's mark is deleted, so that the next one goes on in its line."""
    return find(paragraph, "pPr/rPr/del") is not None


def text_boxes(paragraph: Element) -> Iterator[Element]:
    """The contents of the text boxes anchored in a paragraph; of two drawings of one box the newer."""
    for name, child in children(paragraph):
        if name == "txbxContent":
            yield child
        elif name == "AlternateContent":
            yield from next((boxes for _, choice in children(child) if (boxes := list(text_boxes(choice)))), [])
        elif name not in {"del", "moveFrom", "pPr", "rPr", "object"}:
            yield from text_boxes(child)


def _pieces(element: Element, manner: Manner, styles: Styles) -> Iterator[Piece]:
    for name, child in children(element):
        if name == "r":
            yield from _run(child, manner, styles)
        elif name in TRANSPARENT:
            yield from _pieces(child, manner, styles)


def _run(run: Element, manner: Manner, styles: Styles) -> Iterator[Piece]:
    look = styles.look_of(run, manner)
    if look.hidden:
        return
    for name, child in children(run):
        if text := _letters(name, child):
            yield Piece(text.upper() if look.capitals else text, look)


def _letters(name: str, element: Element) -> str:
    if name == "t":
        # Line ends inside w:t are white space; only w:br breaks a line.
        return re.sub(r"[\n\f\r]", " ", element.text or "")
    if name == "br":
        return PAGE_BREAK if element.get(W + "type") == "page" else LINE_BREAK
    if name == "tab":
        return "\t"
    if name == "sym":
        return _symbol(element.get(W + "char", ""))
    return CHARACTERS.get(name, "")


def _symbol(code: str) -> str:
    if not re.fullmatch(r"[0-9A-Fa-f]{4}", code):
        return ""
    return as_seen(chr(int(code, 16)))


def _split(pieces: Iterable[Piece], letter: str) -> Iterator[list[Piece]]:
    part: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split(letter)
        part.append(Piece(first, piece.look))
        for other in others:
            yield part
            part = [Piece(other, piece.look)]
    yield part


def _lines(pieces: Iterable[Piece]) -> tuple[Line, ...]:
    lines = (_line(part) for part in _split(pieces, LINE_BREAK))
    return tuple(line for line in lines if line.text)


def _line(pieces: list[Piece]) -> Line:
    text = " ".join("".join(piece.text for piece in pieces).split())
    seen = [piece for piece in pieces if piece.text.strip()]
    return Line(
        text=text,
        size=max((piece.look.size for piece in seen), default=0.0),
        bold=bool(seen) and all(piece.look.bold for piece in seen),
    )
