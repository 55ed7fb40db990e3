"""Which lines of which pages are the table: below a header of known words, page after page, down to what follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.document import PageSummary, Word
from extractors.months import MONTHS
from pipeline.action_table.header import Header
from pipeline.action_table.roles import is_foreign, is_month, role_of
from pipeline.plan import Column, Role
from pipeline.unruled.gutters import column_borders
from pipeline.unruled.heads import Heads, find_heads
from pipeline.unruled.pieces import Piece, PieceLine

WIDE_SHARE = 0.75
"""A line without a gap over this share of the table's width is prose, or a title."""

PROSE_WORDS = 8

CROSSING_SHARE = 0.15
"""On a page of the table no larger share of the lines' pieces reaches over two borders and more."""

ALIGNED_SHARE = 0.5
"""Of a further page's pieces at least this share begins where a column's lines do; numbers and marks are centred."""

_MONTHS = "|".join(MONTHS)

_AFTER_TABLE = re.compile(
    r"^(BAB\s+[IVXL\d]+\b|LAMPIRAN\b|PENUTUP$|Ditetapkan\b|Disahkan\b|Mengetahui\b|Demikian(lah)?\b|NIP\b|"
    rf"[A-Z][\w .]+,\s*\d{{0,2}}\s*({_MONTHS})\s+\d{{4}}$)",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's lines that may belong to the table."""

    page: PageSummary
    lines: list[PieceLine]


@dataclass(frozen=True, slots=True)
class Part:
    """What one page holds of the table: its header if it has one, and the lines below."""

    page: PageSummary
    heads: Heads | None
    header: list[PieceLine]
    body: list[PieceLine]

    @property
    def words(self) -> list[Word]:
        return [word for line in (*self.header, *self.body) for word in line.words]


@dataclass(slots=True)
class Run:
    """The parts under one set of columns."""

    heads: Heads
    parts: list[Part] = field(default_factory=list)
    is_over: bool = False

    @property
    def pieces(self) -> list[Piece]:
        return [piece for part in self.parts for line in part.body for piece in line.pieces]


def find_runs(sheets: Sequence[Sheet]) -> list[Run]:
    """The tables without rules under headers of action tables, those with the same columns as one."""
    runs: list[Run] = []
    for sheet in sheets:
        heads = _all_heads(sheet.lines)
        stops = [*(found.first for found in heads), len(sheet.lines)]
        if runs and not runs[-1].is_over:
            _go_on(runs[-1], sheet, stops[0])
        for found, stop in zip(heads, stops[1:], strict=True):
            if not runs or not _has_same_columns(runs[-1].heads, found):
                runs.append(Run(found))
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
    columns = tuple(Column(role, heading.text, ()) for role, heading in zip(roles_of(heads), heads.columns, strict=True))
    foreign = sum(is_foreign(column.header) for column in columns)
    return Header(columns, (), 0, 1, foreign).is_of_action_table


def roles_of(heads: Heads) -> tuple[Role, ...]:
    """What the columns are for, by their headings."""
    return tuple("month" if _is_month(heading.text) else role_of(heading.text) or "other" for heading in heads.columns)


def _is_month(text: str) -> bool:
    """Narrow columns break a month's name."""
    return is_month(text.replace(" ", "")) and role_of(text) is None


def _has_same_columns(one: Heads, other: Heads) -> bool:
    return len(one.columns) == len(other.columns) and all(
        a.left < b.right and b.left < a.right for a, b in zip(one.columns, other.columns, strict=True)
    )


def _add(run: Run, sheet: Sheet, heads: Heads, stop: int) -> None:
    end = _end_of_body(sheet.lines, heads.end, stop, run.heads)
    run.parts.append(Part(sheet.page, heads, sheet.lines[heads.first : heads.end], sheet.lines[heads.end : end]))
    run.is_over = end < stop


def _go_on(run: Run, sheet: Sheet, stop: int) -> None:
    """Takes in what stands on a further page before its first header, if it stands in the table's columns."""
    last = run.parts[-1].page
    end = _end_of_body(sheet.lines, 0, stop, run.heads)
    body = sheet.lines[:end]
    is_same = sheet.page.number == last.number + 1 and abs(sheet.page.width - last.width) < 1.0
    if is_same and _stands_in_columns(body, run):
        run.parts.append(Part(sheet.page, None, [], body))
        run.is_over = end < stop
    else:
        run.is_over = True


def _stands_in_columns(lines: Sequence[PieceLine], run: Run) -> bool:
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
