"""Pages become a document: furniture set apart, lines to paragraphs, wraps folded, blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extractors.document import Block, Cell, Document, Line, Page, PageSummary, Paragraph, ParagraphKind, Place, Rule, Table
from extractors.folding import Vocabulary, fold_lines
from extractors.furniture import furniture_of
from extractors.halves import halves_of
from extractors.layout import PageLayout, lay_out, mean_confidence, rounded
from extractors.paragraphs import group_lines, is_centred

MAX_PADDING_POINTS = 8.0


def assemble(format: str, pages: Iterable[Page]) -> Document:
    """The document of all pages, given in order."""
    layouts = [lay_out(half) for page in pages for half in halves_of(page)]
    furniture = furniture_of(layouts)
    vocabulary = Vocabulary(_all_lines(layouts))
    left_right = _text_area(layouts)
    blocks = tuple(b for at, layout in enumerate(layouts) for b in _blocks_of(layout, furniture[at], vocabulary, left_right))
    pages_of_scan = groupby(layouts, key=lambda layout: layout.page.number)
    return Document(format, blocks, tuple(_summary(list(halves)) for _, halves in pages_of_scan))


def _all_lines(layouts: Sequence[PageLayout]) -> Iterator[Line]:
    for layout in layouts:
        yield from layout.lines
        for table in layout.tables:
            for cell in table.cells:
                yield from cell.lines


def _text_area(layouts: Sequence[PageLayout]) -> dict[tuple[int, int], tuple[float, float]]:
    """Page size in points → left and right edge of its text, over all pages of that size."""
    edges: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for layout in layouts:
        for line in layout.lines:
            if line.box:
                edges.setdefault(_size(layout.page), []).append((line.box[0], line.box[2]))
    return {size: (_low(sorted(x for x, _ in e)), _high(sorted(x for _, x in e))) for size, e in edges.items()}


def _low(sorted_values: list[float]) -> float:
    return sorted_values[len(sorted_values) // 20]


def _high(sorted_values: list[float]) -> float:
    return sorted_values[-1 - len(sorted_values) // 20]


def _size(page: Page) -> tuple[int, int]:
    return round(page.width), round(page.height)


def _blocks_of(
    layout: PageLayout,
    furniture: dict[int, ParagraphKind],
    vocabulary: Vocabulary,
    text_areas: dict[tuple[int, int], tuple[float, float]],
) -> list[Block]:
    number = layout.page.number
    left, right = text_areas.get(_size(layout.page), (0.0, layout.page.width))
    blocks: list[Block] = [fold_table(table, vocabulary) for table in layout.tables]
    content = []
    for i, line in enumerate(layout.lines):
        kind = furniture.get(i)
        if kind is None:
            content.append(line)
        else:
            blocks.append(_paragraph(number, [line], kind, vocabulary, left, right))
    for run in _runs_between_tables(content, layout.tables):
        for group in group_lines(run, left, right):
            blocks.append(_paragraph(number, group, "paragraph", vocabulary, left, right))
    return sorted(blocks, key=_reading_order)


def _runs_between_tables(lines: Sequence[Line], tables: Sequence[Table]) -> list[list[Line]]:
    """Lines above, between and below the tables, so that no paragraph reaches over a table."""
    borders = sorted(t.place.box[1] for t in tables if t.place.box)
    runs: list[list[Line]] = [[] for _ in range(len(borders) + 1)]
    for line in lines:
        runs[sum(1 for b in borders if line.box is not None and line.box[1] > b)].append(line)
    return runs


def _reading_order(block: Block) -> tuple[float, float]:
    box = block.place.box
    return (box[1], box[0]) if box else (0.0, 0.0)


def _paragraph(
    number: int, lines: Sequence[Line], kind: ParagraphKind, vocabulary: Vocabulary, left: float, right: float
) -> Paragraph:
    boxes = [line.box for line in lines if line.box]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return Paragraph(
        text=fold_lines(lines, None, vocabulary),
        lines=tuple(lines),
        place=Place(number, rounded(box)),
        kind=kind,
        confidence=mean_confidence(w for line in lines for w in line.words),
        bold=all(line.bold for line in lines),
        centred=all(is_centred(line, left, right) for line in lines),
    )


def fold_table(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with the lines of each cell folded to its text."""
    padding = _padding(table)
    cells = (replace(c, text=fold_lines(c.lines, _inner_width(c, padding), vocabulary)) for c in table.cells)
    return replace(table, cells=tuple(cells))


def _inner_width(cell: Cell, padding: float) -> float | None:
    box = cell.place.box
    return box[2] - box[0] - 2 * padding if box else None


def _padding(table: Table) -> float:
    """Room in points between a cell's border and its text, as the tightest cell of the table shows it."""
    offsets = [line.box[0] - c.place.box[0] for c in table.cells if c.place.box for line in c.lines if line.box]
    return min(max(min(offsets, default=0.0), 0.0), MAX_PADDING_POINTS)


def _summary(halves: Sequence[PageLayout]) -> PageSummary:
    page = halves[-1].page  # as wide as the scan
    confidence = mean_confidence(word for half in halves for word in half.page.words)
    loose = tuple(rule for half in halves for rule in _loose_rules(half))
    return PageSummary(page.number, page.width, page.height, page.origin, page.turned, page.skew, confidence, page.note, loose)


def _loose_rules(layout: PageLayout) -> tuple[Rule, ...]:
    """The page's horizontal rules that do not part the cells of a table: there may be a table that has no others."""
    tables = [t.place.box for t in layout.tables if t.place.box and t.column_count > 1]
    across = (rule for rule in layout.page.rules if rule.is_horizontal)
    return tuple(r for r in across if not any(box[1] - 1 <= r.top <= box[3] + 1 for box in tables))
