"""The pages of a table whose columns blanks keep apart, read twice: the second reading knows the columns' widths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.document import Line
from extractors.folding import Vocabulary
from pipeline.flattened.rows import FlatRow, heading_rows
from pipeline.flattened.spaced.cutting import Cells, cells_of
from pipeline.flattened.spaced.edges import Edges, headed_edges, moved_edges
from pipeline.flattened.spaced.heads import heads_of, roles_of
from pipeline.flattened.spaced.lines import piece_line
from pipeline.flattened.spaced.rows import BELOW_TOP, Habits, OpenRow, SpacedRow, Teller
from pipeline.flattened.stream import TextLine, text_line
from pipeline.flattened.stretches import Stretch, TitleRow, stretches
from pipeline.flattened.widths import printed_width
from pipeline.plan import Role
from pipeline.unruled.heads import Heads
from pipeline.unruled.pieces import PieceLine

LEAST_LINES = 20
"""Fewer lines of a column do not tell its width."""
WIDEST = 0.97
"""The share of a column's clear cells that are no wider than its print."""
BELOW_TOP_OF_TABLE = 3.0
NUMBERED_SHARE = 0.6
TOP_SHARE = 0.9
"""Where so many cells of a column begin at the top of their row, all do."""


_Seen = tuple[Sequence[Cells], Sequence[SpacedRow]]
"""The lines of a stretch and the rows found in them."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's header if it has one, its parts, and the edges of its columns."""

    heads: Heads | None
    above: str
    parts: tuple[Stretch | TitleRow, ...]
    edges: Edges


@dataclass(frozen=True, slots=True)
class SpacedTable:
    """The columns' headings, and the rows page by page."""

    headers: tuple[str, ...]
    pages: list[list[FlatRow]]


def read_pages(pages: Sequence[Sequence[str]]) -> SpacedTable | None:
    """The table of the pages' lines; None where no header can be read."""
    lines = [[text_line(raw) for raw in page if raw.strip()] for page in pages]
    found = [heads_of(_piece_lines(page)) for page in lines]
    heads = next((one for one in found if one is not None), None)
    if heads is None:
        return None
    roles = roles_of(heads)
    same = [one if one is not None and roles_of(one) == roles else None for one in found]
    read = _pages(lines, same, heads, "component" in roles)
    habits = _first_habits(roles, lines)
    rows: list[list[FlatRow]] = []
    for _ in range(2):
        cut = [[cells_of(_lines_of(part), page.edges) for part in page.parts] for page in read]
        told = _told(read, cut, habits)
        rows, habits = told
        read = [replace(page, edges=replace(page.edges, widths=habits.widths)) for page in read]
    return SpacedTable(tuple(heading.text for heading in heads.columns), rows)


def _piece_lines(lines: Sequence[TextLine]) -> list[PieceLine]:
    return [piece_line(line, number) for number, line in enumerate(lines)]


def _lines_of(part: Stretch | TitleRow) -> list[PieceLine]:
    return _piece_lines(part.lines) if isinstance(part, Stretch) else []


def _pages(lines: Sequence[list[TextLine]], found: Sequence[Heads | None], heads: Heads, has_components: bool) -> list[_Page]:
    made: list[_Page] = []
    for page, one in zip(lines, found, strict=True):
        body = page[one.end if one else 0 :]
        pieces = [piece for line in _piece_lines(body) for piece in line.pieces]
        above = " ".join(" ".join(line.words) for line in page[: one.first]) if one else ""
        edges = headed_edges(one or heads, pieces) if one or not made else moved_edges(made[-1].edges, pieces)
        made.append(_Page(one, above, tuple(stretches(body, has_components)), edges))
    return made


def _first_habits(roles: tuple[Role, ...], lines: Sequence[Sequence[TextLine]]) -> Habits:
    vocabulary = Vocabulary(Line(" ".join(line.words)) for page in lines for line in page)
    return Habits(roles, (None,) * len(roles), (BELOW_TOP,) * len(roles), vocabulary)


def _told(pages: Sequence[_Page], cut: Sequence[Sequence[list[Cells]]], habits: Habits) -> tuple[list[list[FlatRow]], Habits]:
    """The rows of all pages, and what they tell of the table."""
    made: list[list[FlatRow]] = []
    seen: list[_Seen] = []
    open_row: OpenRow | None = None
    for number, (page, cells) in enumerate(zip(pages, cut, strict=True)):
        rows = _header_rows(page, len(habits.roles))
        for index, (part, lines) in enumerate(zip(page.parts, cells, strict=True)):
            if isinstance(part, TitleRow):
                rows.append(FlatRow(list(part.cells), "title", part.is_merged))
                open_row = None
                continue
            is_cut_below = index == len(page.parts) - 1 and number < len(pages) - 1
            teller = Teller(lines, habits, open_row if part.is_cut_above else None, is_cut_below)
            told = teller.rows()
            seen.append((lines, told))
            rows += [_flat_row(teller, row, len(habits.roles)) for row in told]
            open_row = OpenRow(tuple(rows[-1].cells)) if told else None
        made.append(rows)
    return made, _learned(habits, seen)


def _learned(habits: Habits, seen: Sequence[_Seen]) -> Habits:
    count = len(habits.roles)
    return replace(
        habits,
        widths=_widths(seen, count),
        below_top=_below_top(seen, count),
        counts_indicators=_counts_indicators(seen, habits.roles),
    )


def _header_rows(page: _Page, width: int) -> list[FlatRow]:
    rows = [FlatRow([page.above], "title", is_merged=True)] if page.above else []
    if page.heads is None:
        return rows
    groups = [(heading.text, first, last) for heading, first, last in page.heads.groups]
    return [*rows, *heading_rows([heading.text for heading in page.heads.columns], groups)]


def _flat_row(teller: Teller, row: SpacedRow, width: int) -> FlatRow:
    cells = [teller.text(column, row.first, row.end) for column in range(width)]
    return FlatRow(cells, "rest" if row.is_rest else "row")


def _widths(seen: Sequence[_Seen], count: int) -> tuple[float | None, ...]:
    """The print width of each column: what nearly all its lines keep within."""
    found: list[list[float]] = [[] for _ in range(count)]
    for lines, _ in seen:
        for cells in lines:
            for column, words in cells.items():
                found[column].append(printed_width(" ".join(word.text for word in words)))
    return tuple(sorted(each)[int(WIDEST * (len(each) - 1))] if len(each) >= LEAST_LINES else None for each in found)


def _below_top(seen: Sequence[_Seen], count: int) -> tuple[float, ...]:
    at_top, all_cells = [0] * count, [0] * count
    for lines, rows in seen:
        for row in rows:
            if row.is_rest:
                continue
            for column in range(count):
                if any(column in cells for cells in lines[row.first : row.end]):
                    all_cells[column] += 1
                    at_top[column] += column in lines[row.first]
    return tuple(
        BELOW_TOP_OF_TABLE if found and top >= TOP_SHARE * found else BELOW_TOP
        for top, found in zip(at_top, all_cells, strict=True)
    )


def _counts_indicators(seen: Sequence[_Seen], roles: tuple[Role, ...]) -> bool:
    """Whether most indicators have a number; where components have a column the number is theirs."""
    if "component" in roles or "number" not in roles or "indicator" not in roles:
        return False
    found = [{roles[c] for cells in lines[row.first : row.end] for c in cells} for lines, rows in seen for row in rows]
    told = [roles for roles in found if "indicator" in roles]
    return sum("number" in roles for roles in told) >= NUMBERED_SHARE * len(told)
