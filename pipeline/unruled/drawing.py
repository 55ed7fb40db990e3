"""The missing rules drawn: a page that holds only the table's words and its rules, laid out like any other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.document import Page, PageSummary, Rule, Table, Word
from extractors.layout import lay_out
from pipeline.unruled.bands import Band
from pipeline.unruled.heads import Heads


def drawn_table(
    page: PageSummary, words: Sequence[Word], heads: Heads | None, top: float, bands: Sequence[Band], borders: Sequence[float]
) -> Table | None:
    """The table of these words as cells; their texts are not folded yet. `top` is where the header ends, or the body begins."""
    rules = [*_head_rules(heads, top, borders), *_body_rules(bands, borders)]
    drawn = Page(page.number, page.width, page.height, tuple(words), tuple(rules), page.origin)
    tables = lay_out(drawn).tables
    return max(tables, key=lambda table: len(table.cells), default=None)


def _head_rules(heads: Heads | None, bottom: float, borders: Sequence[float]) -> Iterator[Rule]:
    if heads is None:
        return
    every = [*heads.columns, *(heading for heading, _, _ in heads.groups)]
    top = min(heading.top for heading in every) - 1.0
    yield Rule(borders[0], top, borders[-1], top)
    split = {k: heading.bottom for heading, first, last in heads.groups for k in range(first + 1, last + 1)}
    for k, x in enumerate(borders):
        yield Rule(x, split.get(k, top), x, bottom)
    for heading, first, last in heads.groups:
        yield Rule(borders[first], heading.bottom, borders[last + 1], heading.bottom)


def _body_rules(bands: Sequence[Band], borders: Sequence[float]) -> Iterator[Rule]:
    for band in bands:
        for k, (left, right) in enumerate(pairwise(borders)):
            if k not in band.open:
                yield Rule(left, band.top, right, band.top)
        for k, x in enumerate(borders):
            if band.across is None or k <= band.across or k == len(borders) - 1:
                yield Rule(x, band.top, x, band.bottom)
    if bands:
        yield Rule(borders[0], bands[-1].bottom, borders[-1], bands[-1].bottom)
