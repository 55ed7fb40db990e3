"""A document whose flattened tables are tables again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.document import Block, Cell, Document, Line, Paragraph, Place, Table
from pipeline.flattened.decode import FlatCell, Grammar, decode
from pipeline.flattened.header import Columns, read_columns
from pipeline.flattened.stream import Stream, has_marks, stream_of, text_line
from pipeline.flattened.stretches import Stretch, TitleRow, stretches
from pipeline.flattened.widths import BLANK, column_width, printed_width

ROUNDS = 3
"""Readings of the table: each learns the columns' widths from the one before."""
CONFIDENCE = 0.7
"""Of a cell whose borders were told by its words only."""
LEAST_PIECE_LETTERS = 4


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of the table: its header if it has one, and its parts."""

    block: Paragraph
    columns: Columns | None
    parts: tuple[Stretch | TitleRow, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """The cells found in one stretch."""

    stream: Stream
    cells: tuple[FlatCell, ...]


def restore_tables(document: Document) -> Document:
    """The document with every flattened page as a table; one without such pages is given back as it is."""
    if not any(_is_flattened(block) for block in document.blocks):
        return document
    return replace(document, blocks=tuple(_restored(document.blocks)))


def _restored(blocks: Sequence[Block]) -> Iterator[Block]:
    run: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.kind == "flattened":
            if run and read_columns(_texts(block)) != read_columns(_texts(run[0])) and read_columns(_texts(block)) is not None:
                yield from _tables(run)
                run = []
            run.append(block)
            continue
        if isinstance(block, Table) or block.kind == "paragraph":
            yield from _tables(run)
            run = []
        yield block
    yield from _tables(run)


def _is_flattened(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.kind == "flattened"


def _texts(block: Paragraph) -> list[str]:
    return [line.text for line in block.lines]


def _tables(run: Sequence[Paragraph]) -> Iterator[Block]:
    """The pages of one table; where no header can be read they stay prose."""
    columns = next((found for block in run if (found := read_columns(_texts(block))) is not None), None)
    if columns is None:
        yield from (replace(block, kind="paragraph") for block in run)
        return
    pages = [_page(block) for block in run if sum(len(line.text.strip()) for line in block.lines) >= LEAST_PIECE_LETTERS]
    lines = [line for page in pages for part in page.parts if isinstance(part, Stretch) for line in part.lines]
    grammar = Grammar(columns.roles, (None,) * len(columns), has_marks(lines))
    for _ in range(ROUNDS - 1):
        readings = [_read(part, grammar) for page in pages for part in page.parts if isinstance(part, Stretch)]
        grammar = replace(grammar, widths=_widths(readings, len(columns)))
    for page in pages:
        yield _table(page, grammar, len(columns))


def _page(block: Paragraph) -> _Page:
    texts = _texts(block)
    columns = read_columns(texts)
    lines = [text_line(text) for text in texts[columns.line_count if columns else 0 :] if text.strip()]
    return _Page(block, columns, tuple(stretches(lines)))


def _read(stretch: Stretch, grammar: Grammar) -> _Reading:
    stream = stream_of(stretch.lines, stretch.is_cut_above)
    return _Reading(stream, tuple(decode(stream, grammar)))


def _widths(readings: Sequence[_Reading], count: int) -> tuple[float | None, ...]:
    wraps: list[list[tuple[float, float]]] = [[] for _ in range(count)]
    for reading in readings:
        for cell in reading.cells:
            wraps[cell.column] += _wraps(reading.stream, cell)
    return tuple(column_width(found) for found in wraps)


def _wraps(stream: Stream, cell: FlatCell) -> Iterator[tuple[float, float]]:
    for first, last in stream.lines(cell.start, cell.end)[:-1]:
        full = printed_width(stream.text(first, last))
        yield full, full + BLANK + printed_width(stream.words[last])


def _table(page: _Page, grammar: Grammar, width: int) -> Table:
    rows: list[list[str]] = [list(page.columns.headers)] if page.columns else []
    for part in page.parts:
        if isinstance(part, TitleRow):
            rows.append(list(part.cells[:width]))
        else:
            rows += _rows(_read(part, grammar), width)
    place = page.block.place
    cells = [
        _cell(index, column, text, place) for index, row in enumerate(rows) for column, text in enumerate(_filled(row, width))
    ]
    return Table(tuple(cells), len(rows), width, place, confidence=CONFIDENCE)


def _rows(reading: _Reading, width: int) -> list[list[str]]:
    rows: list[list[str]] = []
    for cell in reading.cells:
        if cell.is_new_row or not rows:
            rows.append([""] * width)
        rows[-1][cell.column] = reading.stream.text(cell.start, cell.end)
    return rows


def _filled(row: list[str], width: int) -> list[str]:
    return (row + [""] * width)[:width]


def _cell(row: int, column: int, text: str, place: Place) -> Cell:
    return Cell(row, column, text, (Line(text),) if text else (), place, confidence=CONFIDENCE)
