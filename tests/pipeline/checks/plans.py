"""Small made-up plans for the tests of the checks."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Document, PageSummary, Paragraph, Place
from pipeline.checks import CHECKS
from pipeline.checks.passages import read_passages
from pipeline.identity.regulations import find_regulations
from pipeline.plan import ActionTable, Column, HeadingLine, Plan
from pipeline.records import CellReading, Chapter, Decree, Finding, Identity, Row
from pipeline.when import parse_when

AGENCY, REGION, YEAR = "Dinas Arsip Kabupaten Rembang", "Kabupaten Rembang", 2024
ROLES = ("number", "component", "indicator", "action", "evidence", "schedule", "output")


def paragraph(text: str, block: int = 1, *, heading: bool = False, foot: bool = False) -> Paragraph:
    return Paragraph(text, (), Place(block=block), kind="running_foot" if foot else "paragraph", bold=heading, centred=heading)


def row(index: int = 1, /, **fields: str | int) -> Row:
    """A row with one place a cell, in block 1000 + index."""
    place = Place(block=1000 + index)
    cells = {name: CellReading(where=(place,)) for name in fields if name in ROLES}
    made = Row.model_validate({"id": f"r{index}", "area": 1, "number": "1", "component": "Tim Kerja", **fields})
    return made.model_copy(update={"where": (place,), "cells": cells, "when": parse_when(made.schedule)})


def plan(
    prose: Sequence[str | Paragraph] = (),
    rows: Sequence[Row] = (),
    *,
    agency: str | None = AGENCY,
    region: str | None = REGION,
    year: int | None = YEAR,
    chapters: Sequence[Chapter] = (),
    headings: Sequence[HeadingLine] = (),
    roles: Sequence[str] = ROLES,
    pages: Sequence[PageSummary] = (),
    decree: Decree | None = None,
) -> Plan:
    blocks = tuple(paragraph(p, i) if isinstance(p, str) else p for i, p in enumerate(prose, 1))
    document = Document("docx", blocks, tuple(pages))
    decree = decree or Decree()
    identity = Identity(agency=agency, region=region, year=year, decree=decree, regulations=find_regulations(document))
    columns = tuple(Column(role, role.upper()) for role in roles)  # type: ignore[arg-type]
    table = ActionTable(columns, tuple(rows), tuple(headings)) if rows or headings else None
    return Plan(document, identity, tuple(chapters), table, tuple(rows))


def found(kind: str, plan: Plan) -> list[Finding]:
    check = next(check for check in CHECKS if check.kind == kind)
    return list(check.find(plan, read_passages(plan)))


def accusations(kind: str, plan: Plan) -> list[str]:
    """The words of the findings that are more than a hint."""
    return [finding.text for finding in found(kind, plan) if finding.severity != "info"]
