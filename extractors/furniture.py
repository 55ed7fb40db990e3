"""Running heads, running feet and page numbers: told by coming again at the edge of page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from extractors.document import Line, ParagraphKind
from extractors.layout import PageLayout

EDGE_SHARE = 0.12
"""Furniture stands in this share of the page's height at its top or bottom."""

LINES_AT_EDGE = 3
MIN_PAGES = 3
ALIKE = 88
"""Likeness in percent of two running lines; OCR misreads a letter here and there."""

_CHAPTER = re.compile(r"^(BAB\s+([IVXLl1]+|\d+)\b|LAMPIRAN\b)", re.IGNORECASE)
"""Chapter headings differ by a numeral only, as running heads do, and begin a page each."""

_PAGE_NUMBER = re.compile(r"^(hal(aman)?\.?\s*)?[-–—|\s]*(\d{1,3}|[ivxlc]{1,6})[-–—|\s]*((dari|of|/)\s*\d{1,3})?$", re.IGNORECASE)


def furniture_of(layouts: Sequence[PageLayout]) -> list[dict[int, ParagraphKind]]:
    """For each page, line index → kind of the lines that are page furniture."""
    candidates = {(at, i): kind for at, layout in enumerate(layouts) for i, kind in _edge_lines(layout)}
    texts = {(at, i): line.text for at, layout in enumerate(layouts) for i, line in enumerate(layout.lines)}
    found: dict[tuple[int, int], ParagraphKind] = {
        key: "page_number" for key in candidates if _PAGE_NUMBER.match(texts[key].strip())
    }
    running = [k for k in candidates if k not in found and not _CHAPTER.match(texts[k].strip())]
    for group in _alike(running, texts, candidates):
        if len({page for page, _ in group}) >= MIN_PAGES:
            found.update({key: candidates[key] for key in group})
    by_page: list[dict[int, ParagraphKind]] = [{} for _ in layouts]
    for (at, i), kind in found.items():
        by_page[at][i] = kind
    return by_page


def _edge_lines(layout: PageLayout) -> list[tuple[int, ParagraphKind]]:
    """The first and last lines of a page that stand near its edge and outside everything else."""
    height = layout.page.height
    tops = [t.place.box[1] for t in layout.tables if t.place.box]
    bottoms = [t.place.box[3] for t in layout.tables if t.place.box]
    edge: list[tuple[int, ParagraphKind]] = []
    for i, line in enumerate(layout.lines[:LINES_AT_EDGE]):
        if _box(line)[3] <= EDGE_SHARE * height and _box(line)[3] <= min(tops, default=height):
            edge.append((i, "running_head"))
    for i, line in list(enumerate(layout.lines))[-LINES_AT_EDGE:]:
        if _box(line)[1] >= (1 - EDGE_SHARE) * height and _box(line)[1] >= max(bottoms, default=0.0):
            edge.append((i, "running_foot"))
    return edge


def _box(line: Line) -> tuple[float, float, float, float]:
    if line.box is None:
        raise ValueError("a line of a page has a box")
    return line.box


def _alike(
    keys: Sequence[tuple[int, int]], texts: dict[tuple[int, int], str], kinds: dict[tuple[int, int], ParagraphKind]
) -> list[list[tuple[int, int]]]:
    """Lines of one kind whose words agree, page numbers in them left out."""
    groups: dict[tuple[ParagraphKind, str], list[tuple[int, int]]] = defaultdict(list)
    for key in keys:
        bare = re.sub(r"\d+", "#", texts[key]).lower()
        home = next((g for g in groups if g[0] == kinds[key] and fuzz.ratio(g[1], bare) >= ALIKE), (kinds[key], bare))
        groups[home].append(key)
    return list(groups.values())
