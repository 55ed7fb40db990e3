"""The table read several times: each reading learns from the one before.

From the first reading the columns' widths are learned, since a line was wrapped where the next word would not have
fitted, and the rows that page breaks cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

from pipeline.flattened.decode import FlatCell, decode
from pipeline.flattened.known import candidates
from pipeline.flattened.moves import NEVER, Grammar
from pipeline.flattened.spans import Context, OpenCell, Runs
from pipeline.flattened.stream import Stream, has_marks, stream_of
from pipeline.flattened.stretches import Stretch, TitleRow
from pipeline.flattened.widths import BLANK, column_width, printed_width
from pipeline.plan import Role

ROUNDS = 3
LEAST_SUB_ROWS = 0.05
STEPS: dict[Role, float] = {"action": 0.0, "evidence": 1.0}
"""Columns in which the rows of further steps begin, and what that costs where all rows begin so."""
NUMBERED_SHARE = 0.5
REST_WORDS = 20
"""Words below a page break among which the rest of a cut indicator is looked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The cells found in one stretch."""

    stream: Stream
    cells: tuple[FlatCell, ...]

    @property
    def last_row(self) -> tuple[FlatCell, ...]:
        """The cells of the last row, also where all are rests."""
        first = max((index for index, cell in enumerate(self.cells) if cell.is_new_row), default=0)
        return self.cells[first:]

    def text(self, cell: FlatCell) -> str:
        return self.stream.text(cell.start, cell.end)


def read_parts(
    pages: Sequence[Sequence[Stretch | TitleRow]], roles: tuple[Role, ...], is_apart: bool, counts_empty: bool
) -> list[list[Reading | TitleRow]]:
    """The parts of each page, stretches as the cells found in them.

    `is_apart` where no two cells share a line, `counts_empty` where an empty line stands for each empty cell.
    """
    lines = [line for parts in pages for part in parts if isinstance(part, Stretch) for line in part.lines]
    grammar = Grammar(roles, (None,) * len(roles), has_marks(lines), is_apart=is_apart, counts_empty=counts_empty)
    parts = [[Runs(stream_of(p.lines, p.is_cut_above)) if isinstance(p, Stretch) else p for p in page] for page in pages]
    readings = _read(parts, grammar, None)
    for _ in range(ROUNDS - 1):
        grammar = replace(
            grammar,
            widths=grammar.widths if grammar.counts_empty else _widths(readings, len(roles)),
            counts_indicators=_counts_indicators(readings, roles),
            sub_rows=_sub_rows(readings, roles),
        )
        readings = _read(parts, grammar, readings)
    return readings


def _read(
    pages: Sequence[Sequence[Runs | TitleRow]], grammar: Grammar, before: list[list[Reading | TitleRow]] | None
) -> list[list[Reading | TitleRow]]:
    """One reading; `before` is the one before it."""
    made: list[list[Reading | TitleRow]] = []
    for number, parts in enumerate(pages):
        page: list[Reading | TitleRow] = []
        for index, part in enumerate(parts):
            if isinstance(part, TitleRow):
                page.append(part)
                continue
            is_last = index == len(parts) - 1 and number < len(pages) - 1
            stream = part.stream
            context = Context(
                open_cells=_open_cells(made, stream, len(grammar.roles)) if stream.is_cut_above else (),
                cut_from=_cut_from(before[number][index]) if before and is_last else Context().cut_from,
            )
            page.append(Reading(stream, tuple(decode(part, grammar, context))))
        made.append(page)
    return made


def _cut_from(reading: Reading | TitleRow) -> int:
    """The first word of a stretch's last row."""
    if isinstance(reading, TitleRow) or not reading.cells:
        return Context().cut_from
    return reading.last_row[0].start


def _open_cells(made: Sequence[Sequence[Reading | TitleRow]], following: Stream, count: int) -> tuple[OpenCell, ...]:
    """The cells of the row at the foot of the page before, empty ones under a title."""
    cells = [OpenCell()] * count
    last = made[-1][-1] if made and made[-1] else None
    if isinstance(last, Reading):
        for cell in last.last_row:
            first, end = last.stream.lines(cell.start, cell.end)[-1]
            text = last.text(cell)
            sentences = candidates([*text.split(), *following.words[:REST_WORDS]])
            cells[cell.column] = OpenCell(text, printed_width(last.stream.text(first, end)), sentences)
    return tuple(cells)


def _counts_indicators(readings: Sequence[Sequence[Reading | TitleRow]], roles: tuple[Role, ...]) -> bool:
    """Whether most indicators have a number; where components have a column the number is theirs."""
    if "component" in roles or "number" not in roles:
        return False
    found = [roles[c.column] for page in readings for r in page if isinstance(r, Reading) for c in r.cells if not c.is_rest]
    return found.count("number") >= NUMBERED_SHARE * max(found.count("indicator"), 1)


def _sub_rows(readings: Sequence[Sequence[Reading | TitleRow]], roles: tuple[Role, ...]) -> tuple[float, ...]:
    """What it costs to begin a row in each column, by the share of rows that began with a step; () where few did."""
    cells = (cell for page in readings for reading in page if isinstance(reading, Reading) for cell in reading.cells)
    starts = [roles[cell.column] for cell in cells if cell.is_new_row and not cell.is_rest]
    share = sum(role in STEPS for role in starts) / max(len(starts), 1)
    if share < LEAST_SUB_ROWS:
        return ()
    return tuple(STEPS[role] - log(share) if role in STEPS else NEVER for role in roles)


def _widths(readings: Sequence[Sequence[Reading | TitleRow]], count: int) -> tuple[float | None, ...]:
    wraps: list[list[tuple[float, float]]] = [[] for _ in range(count)]
    for page in readings:
        for reading in page:
            if isinstance(reading, Reading):
                for cell in reading.cells:
                    wraps[cell.column] += _wraps(reading.stream, cell)
    return tuple(column_width(found) for found in wraps)


def _wraps(stream: Stream, cell: FlatCell) -> Iterator[tuple[float, float]]:
    for first, last in stream.lines(cell.start, cell.end)[:-1]:
        full = printed_width(stream.text(first, last))
        yield full, full + BLANK + printed_width(stream.words[last])
