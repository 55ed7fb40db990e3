"""Pages on which next to nothing could be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from canonical.reason import because
from extractors.document import PageSummary, Place
from pipeline.checks.finding import Evidence, gather
from pipeline.checks.passages import Passages
from pipeline.plan import Plan
from pipeline.records import Finding

KIND: Final = "unread_page"

LEAST_CONFIDENCE = 0.4
"""Mean word confidence below which a page's words are guesses."""


def check(plan: Plan, _passages: Passages) -> Iterator[Finding]:
    yield from gather(KIND, (_evidence(page) for page in plan.document.pages if is_unread(page)))


def is_unread(page: PageSummary) -> bool:
    """A page left blank on purpose carries no note and is none."""
    return (page.origin == "none" and page.note != "") or (page.origin == "ocr" and page.confidence < LEAST_CONFIDENCE)


def _evidence(page: PageSummary) -> Evidence:
    reason = because("finding.page_unread", note=page.note) if page.note else because("finding.page_hardly_read")
    return Evidence("", reason, (Place(page.number, (0.0, 0.0, page.width, page.height)),), key=str(page.number))
