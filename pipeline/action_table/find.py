"""Which tables of the document are the action table, and the order of the stages that turn them into rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from extractors.document import Block, Document, Paragraph, Table
from pipeline.action_table.columns import settle_roles
from pipeline.action_table.grouping import group_rows
from pipeline.action_table.guess import guess_header, guess_roles
from pipeline.action_table.header import Header, Span, is_headed_otherwise, is_other_table, read_garbled_header, read_header
from pipeline.action_table.lifting import lift
from pipeline.action_table.lines import TableLine, is_column_numbers, is_empty, is_header_again, lines_of_part
from pipeline.action_table.titles import is_component, title_of
from pipeline.plan import ActionTable, Role

SAME_EDGE_SHARE = 0.03
"""Column borders that move by less than this share of the table's width are the same columns."""

FEWEST_MOVED = 5
"""Column borders by which a table that stands elsewhere on its page is known again."""

SAME_PLACE_SHARE = 0.005
"""Column borders nearer than this share of the table's width are in the same place."""

GARBLED_SHARE = 0.25
"""No more of a header's columns than this share are read as others than they are."""

TITLE_BLOCKS = 3
"""The titles of part, area and component stand in this many paragraphs right above their table."""


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table block of the action table with the columns that hold for it; `titles` are lines of prose above it."""

    table: Table
    header: Header
    own_header: Header | None
    titles: tuple[Paragraph, ...] = ()
    header_edges: tuple[float, ...] = ()
    """The column borders of the table that `header` heads, in points."""


def find_action_table(document: Document) -> ActionTable | None:
    """The action table with its rows, None where the document has none."""
    parts = _largest(_action_parts(document.content, read_header)) or _largest(_action_parts(document.content, guess_header))
    if not parts:
        return None
    lines = [line for i, part in enumerate(parts) for line in _lines(part, i)]
    columns = settle_roles(_fullest(parts).columns)
    columns = guess_roles(columns, [[line.text(i) for line in lines] for i in range(len(columns))])
    titles = {i: part.titles for i, part in enumerate(parts) if part.titles}
    grouped = group_rows(*lift(columns, lines), titles)
    return replace(grouped, columns=columns)


def _lines(part: TablePart, index: int) -> list[TableLine]:
    """The part's lines, the first and the last that can have been cut by the page break told as such."""
    lines = lines_of_part(part.table, index, _spans_for(part), part.own_header)
    columns = (part.own_header or part.header).columns
    lines = [x for x in lines if not is_empty(x) and not is_header_again(x, columns)]
    first = next((i for i, x in enumerate(lines) if not is_column_numbers(x)), 0)
    return [replace(x, is_first=i == first, is_last=i == len(lines) - 1) for i, x in enumerate(lines)]


def _spans_for(part: TablePart) -> tuple[Span, ...]:
    """The columns' extents on the part's own page."""
    if part.own_header:
        return part.own_header.spans
    place = _placing(part.header_edges, part.table.edges)
    return tuple(Span(place(span.start), place(span.end)) for span in part.header.spans)


def _placing(edges: Sequence[float], to: Sequence[float]) -> Callable[[float], float]:
    """Where the columns of one page stand on another: photographed pages lie beside one another and differ in size.

    A table with borders `edges` is moved and stretched to the outer borders of `to` if more of its borders meet there so.
    """
    if not edges or not to or edges[-1] <= edges[0]:
        return lambda x: x
    stretch = (to[-1] - to[0]) / (edges[-1] - edges[0])

    def moved(x: float) -> float:
        return to[0] + (x - edges[0]) * stretch

    tolerance = SAME_PLACE_SHARE * (to[-1] - to[0])
    meets_more = _shared([moved(x) for x in edges], to, tolerance) > _shared(edges, to, tolerance)
    return moved if meets_more else lambda x: x


def _shared(edges: Sequence[float], others: Sequence[float], tolerance: float) -> int:
    """How many of the `others` have a border near."""
    return sum(1 for x in others if min(abs(x - y) for y in edges) <= tolerance)


def _action_parts(blocks: Sequence[Block], header_of: Callable[[Table], Header | None]) -> list[list[TablePart]]:
    """Runs of table blocks under one set of columns; each run is a candidate for the action table."""
    headers = [None if isinstance(block, Paragraph) else header_of(block) for block in blocks]
    sure = [header for header in headers if header is not None and header.is_of_action_table]
    headers = [
        head if isinstance(block, Paragraph) else _ungarbled(block, head, sure)
        for block, head in zip(blocks, headers, strict=True)
    ]
    runs: list[list[TablePart]] = []
    current: list[TablePart] | None = None
    for i, (block, head) in enumerate(zip(blocks, headers, strict=True)):
        if isinstance(block, Paragraph):
            continue
        titles = _titles_above(blocks[:i])
        is_content = head is not None and current is not None and _is_content(head, block, current)
        header = None if is_content else head
        if (header is None and _is_another_table(block, current)) or (header is not None and not header.is_of_action_table):
            current = None
            continue
        if header is not None:
            current = _run_with(runs, header)
            current.append(TablePart(block, current[0].header if current else header, header, titles))
        elif current is not None and _goes_on(current[-1], block):
            headed = _latest_headed(current)
            current.append(TablePart(block, headed.own_header or headed.header, None, titles, headed.table.edges))
    return runs


def _is_another_table(table: Table, run: Sequence[TablePart] | None) -> bool:
    return is_other_table(table) or (run is not None and is_headed_otherwise(table, run[-1].header))


def _ungarbled(table: Table, header: Header | None, sure: Sequence[Header]) -> Header | None:
    """The table's header, or that of another page of which it is a garbled copy."""
    if header is not None and (header.is_of_action_table or header.foreign):
        return header
    first = header.first_row if header is not None else 0
    copies = (read_garbled_header(table, one, first) for one in sure)
    return next((copy for copy in copies if copy is not None), header)


def _titles_above(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """The lines of prose naming a part, an area or a component right above the table, from the top down."""
    above = list(takewhile(lambda block: isinstance(block, Paragraph), reversed(blocks[-TITLE_BLOCKS:])))
    return tuple(b for b in reversed(above) if isinstance(b, Paragraph) and (title_of(b.text) or is_component(b.text)))


def _run_with(runs: list[list[TablePart]], header: Header) -> list[TablePart]:
    """The run whose columns have the same roles in the same order, or a new one."""
    for run in runs:
        if _has_same_roles(run[0].header, header):
            return run
    runs.append([])
    return runs[-1]


def _has_same_roles(one: Header, other: Header) -> bool:
    """Whether two headers name the same columns.

    Header words that OCR garbled name no column, or seldom another than they did: that must not part a table.
    """
    if len(one.columns) != len(other.columns):
        return False
    differing = _differing(one, other)
    if one.foreign or other.foreign:
        return len(differing) <= 1 and all("other" in pair for pair in differing)
    return sum("other" not in pair for pair in differing) <= GARBLED_SHARE * len(one.columns)


def _differing(one: Header, other: Header) -> list[tuple[Role, Role]]:
    """The pairs of roles that columns in the same place do not share."""
    return [(a.role, b.role) for a, b in zip(one.columns, other.columns, strict=False) if a.role != b.role]


def _is_content(header: Header, table: Table, run: Sequence[TablePart]) -> bool:
    """Whether what looks like a header is a row of the table that goes on: it names other columns, and fewer of them."""
    first = run[0].header
    names_others = len(header.columns) != len(first.columns) or any("other" not in pair for pair in _differing(first, header))
    return _known(header) < _known(first) and names_others and _goes_on(run[-1], table)


def _known(header: Header) -> int:
    return sum(column.role != "other" for column in header.columns)


def _fullest(parts: Sequence[TablePart]) -> Header:
    """The run's header with the most roles known, the earliest of those."""
    headers = [part.own_header or part.header for part in parts]
    return max(headers, key=_known)


def _latest_headed(run: Sequence[TablePart]) -> TablePart:
    return next(part for part in reversed(run) if part.own_header is not None)


def _goes_on(last: TablePart, table: Table) -> bool:
    """Whether a table without header has the columns of the one before: by borders where there are pages, else by count."""
    if not table.edges or not last.table.edges:
        return table.column_count == last.table.column_count
    width = last.table.edges[-1] - last.table.edges[0]
    tolerance = SAME_EDGE_SHARE * width
    if abs(table.edges[0] - last.table.edges[0]) > 2 * tolerance or abs(table.edges[-1] - last.table.edges[-1]) > 2 * tolerance:
        return _is_moved(last.table.edges, table.edges, tolerance)
    place = _placing(last.table.edges, table.edges)
    return _shared([place(x) for x in last.table.edges], table.edges, tolerance) >= 0.6 * max(len(table.edges), 3)


def _is_moved(edges: Sequence[float], others: Sequence[float], tolerance: float) -> bool:
    """Whether the very same columns stand elsewhere, as on the second of two pages on one scan."""
    shift = others[0] - edges[0]
    are_many = len(edges) == len(others) >= FEWEST_MOVED
    return are_many and all(abs(x + shift - y) <= tolerance for x, y in zip(edges, others, strict=True))


def _largest(runs: Sequence[list[TablePart]]) -> list[TablePart]:
    return max(runs, key=lambda run: sum(p.table.row_count for p in run), default=[])
