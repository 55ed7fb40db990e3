"""A text as numbered blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from extractors.document import Block, Document, Line, Paragraph, ParagraphKind, Place
from extractors.plaintext import flattened
from extractors.plaintext.encoding import read_letters
from extractors.plaintext.prose import Prose, is_double_spaced, is_page_number, paragraphs
from extractors.plaintext.rows import Row, table_of
from extractors.plaintext.segments import Segment, segments
from extractors.plaintext.separated import pipe_rows, tab_rows

FORMAT = "text"
Piece = Prose | list[Row] | flattened.Piece


def read(path: Path) -> Document:
    """The document of a text file. Raises EmptyFile or UnreadableFile as `encoding.read_letters`."""
    return read_text(read_letters(path))


def read_text(text: str) -> Document:
    """The document of a text with line ends "\\n"; blocks count from 1."""
    lines = text.lstrip("\ufeff").split("\n")
    double_spaced = is_double_spaced(lines)
    pieces = [piece for segment in segments(lines) for piece in _pieces(segment, double_spaced)]
    return Document(FORMAT, tuple(_numbered(pieces)))


def _pieces(segment: Segment, double_spaced: bool) -> Iterator[Piece]:
    if segment.kind == "prose":
        yield from paragraphs(segment.lines, double_spaced)
        return
    if segment.kind == "flattened":
        yield from _pages(segment.lines, double_spaced)
        return
    rows = tab_rows(segment.lines) if segment.kind == "tabs" else pipe_rows(segment.lines)
    if rows:
        yield rows


def _pages(lines: Sequence[str], double_spaced: bool) -> Iterator[Piece]:
    for page in flattened.pieces(lines, double_spaced):
        yield page
        for line in page.furniture:
            yield from (replace(prose, kind="running_head") for prose in paragraphs([line], double_spaced))


def _numbered(pieces: Sequence[Piece]) -> Iterator[Block]:
    for count, piece in enumerate(pieces, 1):
        place = Place(block=count)
        if isinstance(piece, Prose):
            yield _paragraph(piece, place)
        elif isinstance(piece, flattened.Piece):
            lines = tuple(Line(line) for line in piece.lines)
            yield Paragraph(" ".join(" ".join(piece.lines).split()), lines, place, "flattened")
        else:
            yield table_of(piece, place)


def _paragraph(piece: Prose, place: Place) -> Paragraph:
    kind: ParagraphKind = "page_number" if is_page_number(piece.text) else piece.kind
    return Paragraph(piece.text, piece.lines, place, kind, bold=piece.bold, centred=piece.centred)
