"""A document whose action table has no rules, with that table as one that has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from extractors.assemble import fold_table
from extractors.document import Block, Document, Line, PageSummary, Paragraph, Table, Word
from extractors.folding import Vocabulary, fold_lines
from extractors.months import MONTHS
from pipeline.action_table.header import Header, read_header
from pipeline.action_table.roles import is_foreign, is_month, role_of
from pipeline.plan import Column, Role
from pipeline.unruled.drawing import drawn_table
from pipeline.unruled.gutters import Borders, column_borders
from pipeline.unruled.heads import Heads, find_heads
from pipeline.unruled.pieces import Piece, PieceLine, piece_lines
from pipeline.unruled.rows import Band, Columns, count_printed, printed_rows, told_rows, usual_gap

WIDE_SHARE = 0.75
"""A line without a gap over this share of the table's width is prose, or a title."""

PROSE_WORDS = 8
CROSSING_SHARE = 0.15
"""On a page of the table no larger share of the lines' pieces reaches over two borders and more."""

ALIGNED_SHARE = 0.5
"""Of a further page's pieces at least this share begins where a column's lines do; numbers and marks are centred."""

DENSE_SHARE = 0.5
"""Rules printed for this share of the rows that the text tells part all rows."""

_MONTHS = "|".join(MONTHS)
_AFTER_TABLE = re.compile(
    r"^(BAB\s+[IVXL\d]+\b|LAMPIRAN\b|PENUTUP$|Ditetapkan\b|Disahkan\b|Mengetahui\b|Demikian(lah)?\b|NIP\b|"
    rf"[A-Z][\w .]+,\s*\d{{0,2}}\s*({_MONTHS})\s+\d{{4}}$)",
)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page's lines that may belong to the table."""

    page: PageSummary
    lines: list[PieceLine]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one page holds of the table: its header if it has one, and the lines below."""

    page: PageSummary
    heads: Heads | None
    header: list[PieceLine]
    body: list[PieceLine]

    @property
    def words(self) -> list[Word]:
        return [word for line in (*self.header, *self.body) for word in line.words]


@dataclass(slots=True)
class _Run:
    """The parts under one set of columns."""

    heads: Heads
    parts: list[_Part] = field(default_factory=list)
    is_over: bool = False

    @property
    def pieces(self) -> list[Piece]:
        return [piece for part in self.parts for line in part.body for piece in line.pieces]


def restore_unruled(document: Document) -> Document:
    """The document with its action table's missing rules drawn; one whose table has rules is given back as it is."""
    if not document.pages or _has_ruled_rows(document):
        return document
    runs = _runs(_sheets(document, furniture=False)) or _runs(_sheets(document, furniture=True))
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


def _sheets(document: Document, *, furniture: bool) -> list[_Sheet]:
    words: dict[int, list[Word]] = {}
    for block in document.blocks:
        number = block.place.page
        is_free = _is_rowless(block) if isinstance(block, Table) else furniture or block.kind == "paragraph"
        if number is not None and is_free:
            words.setdefault(number, []).extend(word for line in _lines(block) for word in line.words)
    return [_Sheet(page, piece_lines(words.get(page.number, ()))) for page in document.pages]


def _runs(sheets: Sequence[_Sheet]) -> list[_Run]:
    runs: list[_Run] = []
    for sheet in sheets:
        heads = _all_heads(sheet.lines)
        stops = [*(found.first for found in heads), len(sheet.lines)]
        if runs and not runs[-1].is_over:
            _go_on(runs[-1], sheet, stops[0])
        for found, stop in zip(heads, stops[1:], strict=True):
            if not runs or not _has_same_columns(runs[-1].heads, found):
                runs.append(_Run(found))
            _add(runs[-1], sheet, found, stop)
    return [run for run in runs if any(part.body for part in run.parts)]


def _all_heads(lines: Sequence[PieceLine]) -> list[Heads]:
    found: list[Heads] = []
    at = 0
    while (heads := find_heads(lines[at:])) is not None:
        moved = replace(heads, first=heads.first + at, end=heads.end + at)
        if _heads_action_table(moved):
            found.append(moved)
        at = moved.end
    return found


def _heads_action_table(heads: Heads) -> bool:
    columns = tuple(Column(role, heading.text, ()) for role, heading in zip(_roles(heads), heads.columns, strict=True))
    foreign = sum(is_foreign(column.header) for column in columns)
    return Header(columns, (), 0, 1, foreign).is_of_action_table


def _roles(heads: Heads) -> tuple[Role, ...]:
    return tuple("month" if _is_month(heading.text) else role_of(heading.text) or "other" for heading in heads.columns)


def _is_month(text: str) -> bool:
    """Narrow columns break a month's name."""
    return is_month(text.replace(" ", "")) and role_of(text) is None


def _has_same_columns(one: Heads, other: Heads) -> bool:
    return len(one.columns) == len(other.columns) and all(
        a.left < b.right and b.left < a.right for a, b in zip(one.columns, other.columns, strict=True)
    )


def _add(run: _Run, sheet: _Sheet, heads: Heads, stop: int) -> None:
    end = _end_of_body(sheet.lines, heads.end, stop, run.heads)
    run.parts.append(_Part(sheet.page, heads, sheet.lines[heads.first : heads.end], sheet.lines[heads.end : end]))
    run.is_over = end < stop


def _go_on(run: _Run, sheet: _Sheet, stop: int) -> None:
    """Takes in what stands on a further page before its first header, if it stands in the table's columns."""
    last = run.parts[-1].page
    end = _end_of_body(sheet.lines, 0, stop, run.heads)
    body = sheet.lines[:end]
    is_same = sheet.page.number == last.number + 1 and abs(sheet.page.width - last.width) < 1.0
    if is_same and _stands_in_columns(body, run):
        run.parts.append(_Part(sheet.page, None, [], body))
        run.is_over = end < stop
    else:
        run.is_over = True


def _stands_in_columns(lines: Sequence[PieceLine], run: _Run) -> bool:
    borders = column_borders(run.heads.columns, run.pieces)
    pieces = [piece for line in lines for piece in line.pieces]
    crossing = sum(borders.crossed_by(piece) >= 2 for piece in pieces)
    aligned = [piece for piece in pieces if borders.is_aligned(piece)]
    used = {borders.column_of(piece.centre) for piece in aligned}
    return len(used) >= 2 and len(aligned) >= ALIGNED_SHARE * len(pieces) and crossing <= CROSSING_SHARE * len(pieces)


def _end_of_body(lines: Sequence[PieceLine], start: int, stop: int, heads: Heads) -> int:
    """The line after the table's last one on a page."""
    width = heads.columns[-1].right - heads.columns[0].left
    for i in range(start, stop):
        if len(lines[i].pieces) <= 2 and _AFTER_TABLE.match(lines[i].pieces[0].text):
            return i
        if all(_is_prose(line, width) for line in lines[i : i + 2]) and all(len(x.pieces) <= 2 for x in lines[i:stop]):
            return i
    return stop


def _is_prose(line: PieceLine, width: float) -> bool:
    (first, *others) = line.pieces
    return not others and first.box[2] - first.box[0] >= WIDE_SHARE * width and len(first.words) >= PROSE_WORDS


def _tables(run: _Run) -> Iterator[tuple[Table, list[Word]]]:
    columns = Columns(column_borders(run.heads.columns, run.pieces), _roles(run.heads))
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


def _top(part: _Part) -> float:
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
