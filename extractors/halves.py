"""Two pages side by side on one scan, as two sheets on an A3 glass: told by the gutter between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Box, Page

LEAST_WIDTH = 1100.0
"""Points; two A4 sheets side by side are 1190 wide. Narrower scans, up to legal size on its side, are a sheet of their own."""

WIDEST_SHARE = 0.06
"""How far from the middle of the scan the gutter may run, as a share of its width."""

NARROWEST_GUTTER = 40.0
"""Points between the text of two pages, two margins of a sheet; columns of one page stand nearer."""

FEWEST_WORDS = 10
"""Words on either side, from which the order of reading matters."""


def halves_of(page: Page) -> list[Page]:
    """The two pages of a scan, left one first, with the scan's number and places; the page alone where it is one.

    The left half ends at the gutter, the right one is as wide as the scan.
    """
    middle = _gutter(page)
    if middle is None:
        return [page]
    return [
        replace(
            page,
            width=right,
            words=tuple(word for word in page.words if left <= _middle(word.box) < right),
            rules=tuple(rule for rule in page.rules if left <= (rule.x0 + rule.x1) / 2 < right),
        )
        for left, right in ((0.0, middle), (middle, page.width))
    ]


def _gutter(page: Page) -> float | None:
    """Where a white strip without words and rules runs down the middle of a large scan between two texts; None without."""
    if page.origin != "ocr" or page.width < max(LEAST_WIDTH, page.height):
        return None
    spans = sorted([(word.box[0], word.box[2]) for word in page.words] + [(rule.x0, rule.x1) for rule in page.rules])
    gaps = [(a, b) for a, b in _gaps(spans) if b - a >= NARROWEST_GUTTER]
    half = page.width / 2
    near = [(a + b) / 2 for a, b in gaps if a - WIDEST_SHARE * page.width <= half <= b + WIDEST_SHARE * page.width]
    if not near:
        return None
    middle = min(near, key=lambda x: abs(x - half))
    on_left = sum(_middle(word.box) < middle for word in page.words)
    return middle if min(on_left, len(page.words) - on_left) >= FEWEST_WORDS else None


def _gaps(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """What sorted spans leave free between them."""
    gaps, end = [], spans[0][1] if spans else 0.0
    for start, stop in spans:
        if start > end:
            gaps.append((end, start))
        end = max(end, stop)
    return gaps


def _middle(box: Box) -> float:
    return (box[0] + box[2]) / 2
