"""A page of words and rules becomes tables of cells and the lines of prose that stand outside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.document import Box, Cell, Line, Page, Place, Table, Word
from extractors.grid import Grid, GridCell, find_grids
from extractors.trust import cell_trust

SHADED_SHARE = 0.6
"""A cell is shaded when one filled area covers this share of it."""

OVERLAP_SHARE = 0.5
"""Words share a line when their heights overlap by this share of the smaller one."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """What stands on a page, top to bottom; the texts of lines and cells are not folded yet."""

    page: Page
    lines: tuple[Line, ...]
    tables: tuple[Table, ...]


def lay_out(page: Page) -> PageLayout:
    """Words to the cells they stand in, the others to lines."""
    grids = [g for g in find_grids(page.rules) if len(g.cells) > 1]
    words_of_grid, free_words = _share_out(page.words, grids)
    tables = [_table(page, grid, words) for grid, words in zip(grids, words_of_grid, strict=True) if words]
    return PageLayout(page, tuple(lines_of(free_words)), tuple(tables))


def _share_out(words: Sequence[Word], grids: Sequence[Grid]) -> tuple[list[list[Word]], list[Word]]:
    """Each word to the smallest grid it stands in; a frame drawn around a page must not swallow the table inside it."""
    by_size = sorted(range(len(grids)), key=lambda i: _area(grids[i].box))
    shares: list[list[Word]] = [[] for _ in grids]
    free = []
    for word in words:
        x, y = _centre(word.box)
        home = next((i for i in by_size if _holds(grids[i].box, x, y)), None)
        if home is None:
            free.append(word)
        else:
            shares[home].append(word)
    return shares, free


def _table(page: Page, grid: Grid, words: Sequence[Word]) -> Table:
    words_of: dict[GridCell, list[Word]] = {cell: [] for cell in grid.cells}
    for word in words:
        x, y = _centre(word.box)
        words_of[min(grid.cells, key=lambda c: _distance(c.box, x, y))].append(word)
    page_confidence = mean_confidence(page.words) if page.origin == "ocr" else None
    cells = tuple(_cell(page, cell, words_of[cell], page_confidence) for cell in grid.cells)
    confidence = min((w.confidence for w in words), default=1.0)
    place = Place(page.number, rounded(grid.box))
    return Table(cells, len(grid.ys) - 1, len(grid.xs) - 1, place, grid.xs, confidence)


def _cell(page: Page, cell: GridCell, words: Sequence[Word], page_confidence: float | None) -> Cell:
    """`page_confidence` is None on pages that were not read by OCR."""
    lines = tuple(lines_of(words))
    return Cell(
        row=cell.row,
        column=cell.column,
        text="\n".join(line.text for line in lines),
        lines=lines,
        place=Place(page.number, rounded(cell.box)),
        row_span=cell.row_span,
        column_span=cell.column_span,
        confidence=mean_confidence(words) if page_confidence is None else cell_trust(words, page_confidence),
        is_shaded=any(_overlap(shade, cell.box) >= SHADED_SHARE * _area(cell.box) for shade in page.shades),
    )


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Words on common baselines, top to bottom and left to right."""
    bands: list[list[Word]] = []
    for word in sorted(words, key=lambda w: ((w.box[1] + w.box[3]) / 2, w.box[0])):
        band = next((b for b in reversed(bands[-3:]) if _shares_line(b, word)), None)
        if band is None:
            bands.append([word])
        else:
            band.append(word)
    return [_line(sorted(band, key=lambda w: w.box[0])) for band in bands]


def _shares_line(band: Sequence[Word], word: Word) -> bool:
    """Overlap with the band's tallest word decides, so that commas and dashes follow their line."""
    tallest = max(band, key=lambda w: w.box[3] - w.box[1])
    overlap = min(tallest.box[3], word.box[3]) - max(tallest.box[1], word.box[1])
    return overlap >= OVERLAP_SHARE * min(tallest.box[3] - tallest.box[1], word.box[3] - word.box[1])


def _line(words: Sequence[Word]) -> Line:
    box = (
        min(w.box[0] for w in words),
        min(w.box[1] for w in words),
        max(w.box[2] for w in words),
        max(w.box[3] for w in words),
    )
    letters = [w for w in words if any(c.isalpha() for c in w.text)]
    return Line(
        text=" ".join(w.text for w in words),
        box=box,
        words=tuple(words),
        size=max((w.size for w in words), default=0.0),
        bold=bool(letters) and all(w.bold for w in letters),
    )


def rounded(box: Box) -> Box:
    """To a tenth of a point: what a report can show, and the same on every machine."""
    return (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))


def mean_confidence(words: Iterable[Word]) -> float:
    """Mean over letters, so that a long word counts for more than a comma; 1.0 where there are no words."""
    letters = [(len(w.text), w.confidence) for w in words]
    total = sum(n for n, _ in letters)
    return sum(n * c for n, c in letters) / total if total else 1.0


def _centre(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _overlap(a: Box, b: Box) -> float:
    """The area in square points that two boxes share."""
    return max(min(a[2], b[2]) - max(a[0], b[0]), 0.0) * max(min(a[3], b[3]) - max(a[1], b[1]), 0.0)


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _distance(box: Box, x: float, y: float) -> float:
    return max(box[0] - x, 0.0, x - box[2]) + max(box[1] - y, 0.0, y - box[3])
