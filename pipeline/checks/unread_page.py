"""Pages on which next to nothing could be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extractors.document import PageSummary, Place
from pipeline.checks.finding import Evidence, gather
from pipeline.checks.passages import Passages
from pipeline.plan import Plan
from pipeline.records import Finding

KIND: Final = "unread_page"
TITLE = "Halaman yang tidak terbaca"
EXAMPLE = "pindaian halaman 7 terlalu gelap untuk dibaca"

LEAST_CONFIDENCE = 0.4
"""Mean word confidence below which a page's words are guesses."""


def check(plan: Plan, _passages: Passages) -> Iterator[Finding]:
    yield from gather(KIND, (_evidence(page) for page in plan.document.pages if is_unread(page)))


def is_unread(page: PageSummary) -> bool:
    """A page left blank on purpose carries no note and is none."""
    return (page.origin == "none" and page.note != "") or (page.origin == "ocr" and page.confidence < LEAST_CONFIDENCE)


def _evidence(page: PageSummary) -> Evidence:
    why = page.note or "hampir tidak ada yang dapat dibaca pada halaman ini"
    return Evidence("", why, (Place(page.number, (0.0, 0.0, page.width, page.height)),), key=str(page.number))
