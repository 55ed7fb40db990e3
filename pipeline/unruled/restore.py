"""A document whose action table has no rules, with that table as one that has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from extractors.assemble import fold_table
from extractors.document import Block, Document, Line, Paragraph, Table, Word
from extractors.folding import Vocabulary, fold_lines
from pipeline.action_table.header import read_header
from pipeline.unruled.bands import Band, Columns
from pipeline.unruled.drawing import drawn_table
from pipeline.unruled.gutters import Borders, column_borders
from pipeline.unruled.pieces import PieceLine, piece_lines
from pipeline.unruled.printed import count_printed, printed_rows
from pipeline.unruled.rows import told_rows, usual_gap
from pipeline.unruled.runs import Part, Run, Sheet, find_runs, roles_of

DENSE_SHARE = 0.5
"""Rules printed for this share of the rows that the text tells part all rows."""


def restore_unruled(document: Document) -> Document:
    """The document with its action table's missing rules drawn; one whose table has rules is given back as it is."""
    if not document.pages or _has_ruled_rows(document):
        return document
    runs = find_runs(_sheets(document, furniture=False)) or find_runs(_sheets(document, furniture=True))
    tables = [table for run in runs for table in _tables(run)]
    if not tables:
        return document
    taken = {id(word) for _, words in tables for word in words}
    left = [(block, _lines_without(block, taken)) for block in document.blocks]
    # Lines over all columns are no lines of the document any more: the pieces of broken words stood within them.
    vocabulary = Vocabulary(chain(*(_lines(table) for table, _ in tables), *(lines for _, lines in left)))
    made = [fold_table(table, vocabulary) for table, _ in tables]
    kept = [rest for block, lines in left if (rest := _with_lines(block, lines, vocabulary)) is not None]
    return replace(document, blocks=tuple(sorted([*kept, *made], key=_reading_order)))


def _has_ruled_rows(document: Document) -> bool:
    """Whether a table under the header of an action table has rows."""
    return any(
        (header := read_header(block)) is not None and header.is_of_action_table and not _is_rowless(block)
        for block in document.blocks
        if isinstance(block, Table)
    )


def _is_rowless(table: Table) -> bool:
    """Whether a table has no more than one row below its header: rules part columns at most."""
    header = read_header(table)
    return table.row_count - (header.end_row if header else 1) <= 1


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Paragraph):
        yield from block.lines
    else:
        for cell in block.cells:
            yield from cell.lines


def _sheets(document: Document, *, furniture: bool) -> list[Sheet]:
    words: dict[int, list[Word]] = {}
    for block in document.blocks:
        number = block.place.page
        is_free = _is_rowless(block) if isinstance(block, Table) else furniture or block.kind == "paragraph"
        if number is not None and is_free:
            words.setdefault(number, []).extend(word for line in _lines(block) for word in line.words)
    return [Sheet(page, piece_lines(words.get(page.number, ()))) for page in document.pages]


def _tables(run: Run) -> Iterator[tuple[Table, list[Word]]]:
    columns = Columns(column_borders(run.heads.columns, run.pieces), roles_of(run.heads))
    parts = [part for part in run.parts if part.body]
    parts[-1] = replace(parts[-1], body=_without_signatures(parts[-1].body, columns.borders))
    gap = usual_gap([part.body for part in parts], columns)
    told = [told_rows(part.body, columns, gap) for part in parts]
    tops = [_top(part) for part in parts]
    printed = sum(
        count_printed(part.page.rules, top, part.body[-1].bottom, columns) for part, top in zip(parts, tops, strict=True)
    )
    is_dense = printed >= max(2, DENSE_SHARE * sum(map(len, told)))
    for part, bands, top in zip(parts, told, tops, strict=True):
        rows: list[Band] = printed_rows(part.page.rules, part.body, top, columns) if is_dense else bands
        rows[0] = replace(rows[0], top=top)
        if (table := drawn_table(part.page, part.words, part.heads, top, rows, columns.borders.xs)) is not None:
            yield table, part.words


def _without_signatures(lines: list[PieceLine], borders: Borders) -> list[PieceLine]:
    """The lines down to the last in which something begins where a column does: signatures under a table are centred."""
    last = max((i for i, line in enumerate(lines) if any(borders.is_aligned(piece) for piece in line.pieces)), default=0)
    return lines[: last + 1]


def _top(part: Part) -> float:
    first = min(line.top for line in part.body) - 1.0
    return (part.heads.bottom + first) / 2 if part.heads else first


def _lines_without(block: Block, taken: set[int]) -> list[Line]:
    """The lines of a block of which the table has taken no word."""
    return [line for line in _lines(block) if not any(id(word) in taken for word in line.words)]


def _with_lines(block: Block, lines: Sequence[Line], vocabulary: Vocabulary) -> Block | None:
    """What is left of a block; a table that lost lines was the one restored."""
    if len(lines) == sum(1 for _ in _lines(block)):
        return block
    if not lines or isinstance(block, Table):
        return None
    return replace(block, lines=tuple(lines), text=fold_lines(lines, None, vocabulary))


def _reading_order(block: Block) -> tuple[int, float, float]:
    box = block.place.box or (0.0, 0.0, 0.0, 0.0)
    return (block.place.page or 0, box[1], box[0])
