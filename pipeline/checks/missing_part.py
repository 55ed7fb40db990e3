"""Chapters, decree, signature or areas that such a plan has and this one lacks. An absence has no words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from canonical.reason import Reason, because
from extractors.document import Place
from pipeline.checks.finding import Evidence, gather
from pipeline.checks.passages import Passages
from pipeline.plan import Plan
from pipeline.records import Finding, Severity

KIND: Final = "missing_part"

AREAS = range(1, 7)
_CHAPTERS = {"opening": r"pendahuluan|latar belakang", "closing": r"penutup|kesimpulan"}
_REFORM_SINCE = 2022
"""PermenPAN-RB 90/2021, with its reform part, counts for plans from this year on."""


def check(plan: Plan, _passages: Passages) -> Iterator[Finding]:
    yield from gather(KIND, [*_areas(plan), *_reform(plan), *_chapters(plan), *_identity(plan)])


def _areas(plan: Plan) -> Iterator[Evidence]:
    """Only where at least half of the areas were found; with fewer it is the reading that is in doubt."""
    present = {row.area for row in plan.rows if row.part == "pemenuhan"}
    if len(present & set(AREAS)) >= 3:
        for area in sorted(set(AREAS) - present):
            yield _absence(plan, because("finding.area_without_rows", area=area), f"area {area}", "warning")


def _reform(plan: Plan) -> Iterator[Evidence]:
    is_due = plan.identity.year is not None and plan.identity.year >= _REFORM_SINCE
    if plan.rows and is_due and all(row.part != "reform" for row in plan.rows):
        yield _absence(plan, because("finding.no_reform"), "reform")


def _chapters(plan: Plan) -> Iterator[Evidence]:
    titles = " ".join(f"{c.title} {' '.join(s.title for s in c.sections)}" for c in plan.chapters)
    if len(plan.chapters) < 2:
        return
    for name, pattern in _CHAPTERS.items():
        if not re.search(pattern, titles, re.IGNORECASE):
            yield _absence(plan, because("finding.no_chapter", chapter=name), name)


def _identity(plan: Plan) -> Iterator[Evidence]:
    if plan.identity.year is None:
        yield _absence(plan, because("finding.no_year"), "year")
    if not plan.identity.signatories:
        yield _absence(plan, because("finding.no_signatory"), "signature")
    if plan.identity.decree.number is None:
        yield _absence(plan, because("finding.no_decree_number"), "decree")


def _absence(plan: Plan, reason: Reason, key: str, severity: Severity = "info") -> Evidence:
    return Evidence("", reason, _nearest_heading(plan), severity, key=key)


def _nearest_heading(plan: Plan) -> tuple[Place, ...]:
    placed = [*(c.where for c in plan.chapters if c.where), *((b.place,) for b in plan.document.blocks[:1])]
    return placed[0][:1] if placed else (Place(block=1),)
