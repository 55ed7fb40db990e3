"""A document whose flattened tables are tables again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.document import Block, Cell, Document, Line, Paragraph, Place, Table
from pipeline.action_table.known import component_likeness
from pipeline.flattened.header import Columns, read_columns, with_months
from pipeline.flattened.reading import Reading, read_parts
from pipeline.flattened.rows import FlatRow, heading_rows, move_rests, rows_of
from pipeline.flattened.spaced import is_spaced, read_pages
from pipeline.flattened.stream import TextLine, has_whole_paragraphs, text_lines
from pipeline.flattened.stretches import SURE_COMPONENT, Stretch, TitleRow, part_months, stretches
from pipeline.flattened.words import MONTH_MARKS
from pipeline.plan import Role

CONFIDENCE = 0.7
"""Of a cell whose borders were told by its words only."""
LEAST_PIECE_LETTERS = 4
LEAST_REPEATED = 3
"""Names of components that come again tell that each row has one."""
LEAST_MONTHS = 4
"""From so many names of months, quarters or half-years on a header has a column for each."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of the table: its header if it has one, and its parts."""

    block: Paragraph
    columns: Columns | None
    parts: tuple[Stretch | TitleRow, ...]
    months: tuple[str, ...]
    """The months its header names below the time."""


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
    """The lines that are not empty."""
    return [line.text for line in block.lines if line.text.strip()]


def _tables(run: Sequence[Paragraph]) -> Iterator[Block]:
    """The pages of one table; where no header can be read they stay prose."""
    if is_spaced([text for block in run for text in _texts(block)]) and (table := read_pages([_texts(b) for b in run])):
        yield from _laid_out(run, table.pages, len(table.headers))
        return
    columns = next((found for block in run if (found := read_columns(_texts(block))) is not None), None)
    if columns is None:
        yield from (replace(block, lines=tuple(Line(text) for text in _texts(block)), kind="paragraph") for block in run)
        return
    has_components = "component" in columns.roles
    pages = [
        _page(block, has_components)
        for block in run
        if sum(len(line.text.strip()) for line in block.lines) >= LEAST_PIECE_LETTERS
    ]
    months = next((page.months for page in pages if len(page.months) >= LEAST_MONTHS), ())
    counts_empty = _counts_empty(pages, columns)
    if months and counts_empty and "schedule" in columns.roles:
        columns, months = with_months(columns, months), ()
    roles = tuple("month" if months and role == "schedule" else role for role in columns.roles)
    readings = read_parts([page.parts for page in pages], roles, columns.is_apart, counts_empty)
    rows = [_rows(page, columns, parts) for page, parts in zip(pages, readings, strict=True)]
    _name_months(rows, roles, months)
    yield from _laid_out([page.block for page in pages], rows, len(columns))


def _laid_out(blocks: Sequence[Paragraph], pages: list[list[FlatRow]], width: int) -> Iterator[Block]:
    """A table for each page that has rows, the rests of rows that page breaks cut put to them."""
    move_rests(pages)
    for block, rows in zip(blocks, pages, strict=True):
        if rows:
            padded = [replace(row, cells=(row.cells + [""] * width)[:width]) for row in rows]
            yield _table(block.place, padded, width)


def _page(block: Paragraph, has_components: bool) -> _Page:
    texts = _texts(block)
    columns = read_columns(texts)
    lines = list(text_lines(line.text for line in block.lines))[columns.line_count if columns else 0 :]
    months, rest = part_months(lines)
    return _Page(block, columns, tuple(stretches(rest, has_components)), months)


def _counts_empty(pages: Sequence[_Page], columns: Columns) -> bool:
    """Whether an empty line stands for each empty cell.

    Cells of components are empty below a merged one, unless each row names its own: a table with them has empty lines, if
    the tool writes any.
    """
    lines = [line for page in pages for part in page.parts if isinstance(part, Stretch) for line in part.lines]
    writes_empty = any(line.gap for page in pages for line in list(text_lines(line.text for line in page.block.lines))[1:])
    is_filled = "component" not in columns.roles or _repeats_components(lines)
    return columns.is_apart and has_whole_paragraphs(lines) and (writes_empty or is_filled)


def _repeats_components(lines: Sequence[TextLine]) -> bool:
    told = Counter(" ".join(line.words) for line in lines)
    names = [text for text, count in told.items() if count > 1 and component_likeness(text) >= SURE_COMPONENT]
    return len(names) >= LEAST_REPEATED


def _name_months(pages: Sequence[list[FlatRow]], roles: Sequence[Role], months: Sequence[str]) -> None:
    """Rows marked under every month are of all of them. Fewer marks have lost under which months they stood, and stay."""
    for row in (row for rows in pages for row in rows if row.kind == "row" and not row.is_merged):
        for column, role in enumerate(roles):
            marks = row.cells[column]
            if role == "month" and MONTH_MARKS.fullmatch(marks) and len(marks.split()) == len(months):
                row.cells[column] = ", ".join(months)


def _rows(page: _Page, columns: Columns, readings: Sequence[Reading | TitleRow]) -> list[FlatRow]:
    rows = list(heading_rows(columns.headers)) if page.columns else []
    if page.columns and page.columns.lines_above:
        above = " ".join(" ".join(_texts(page.block)[: page.columns.lines_above]).split())
        rows.insert(0, FlatRow([above], "title", is_merged=True))
    for reading in readings:
        if isinstance(reading, TitleRow):
            rows.append(FlatRow(list(reading.cells), "title", reading.is_merged))
        else:
            rows += rows_of(reading, len(columns))
    return rows


def _table(place: Place, rows: Sequence[FlatRow], width: int) -> Table:
    cells: list[Cell] = []
    for index, row in enumerate(rows):
        if row.is_merged:
            cells.append(_cell(index, 0, row.cells[0], place, (1, width)))
        else:
            spans = row.spans or ((1, 1),) * width
            cells += [
                _cell(index, k, text, place, span) for k, (text, span) in enumerate(zip(row.cells, spans, strict=True)) if span
            ]
    return Table(tuple(cells), len(rows), width, place, confidence=CONFIDENCE)


def _cell(row: int, column: int, text: str, place: Place, span: tuple[int, int]) -> Cell:
    lines = (Line(text),) if text else ()
    return Cell(row, column, text, lines, place, *span, confidence=CONFIDENCE)
