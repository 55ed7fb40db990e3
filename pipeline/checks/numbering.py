"""Numbers of chapters, sections, list items, areas and components that repeat, skip or go backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pipeline.checks.finding import Evidence, gather
from pipeline.checks.lists import broken_enumeration, broken_items
from pipeline.checks.numerals import position_of
from pipeline.checks.passages import Passages, scanned_pages
from pipeline.plan import HeadingLine, Plan
from pipeline.records import Chapter, Finding, Row, Section, Severity

KIND: Final = "numbering"
TITLE = "Penomoran yang terulang, terlompat, atau tidak urut"
SKIPPED = "nomor sebelumnya terlompat"
EXAMPLE = "dua subbab bernomor 2.1; nomor kolom 1–6 pada tabel tujuh kolom"


def check(plan: Plan, passages: Passages) -> Iterator[Finding]:
    evidence = [
        *_chapters(plan.chapters),
        *(item for chapter in plan.chapters for item in _sections(chapter)),
        *broken_items(plan.document),
        *(item for passage in passages if passage.source == "row" for item in broken_enumeration(passage)),
        *_areas(plan),
        *_components(plan.rows),
        *_column_numbers(plan),
    ]
    scanned = scanned_pages(plan)
    yield from gather(KIND, (_hinted(item, scanned) for item in evidence))


def _hinted(item: Evidence, scanned: frozenset[int]) -> Evidence:
    """A number that seems skipped on a scan may only have gone unread."""
    is_unsure = item.why.startswith(SKIPPED) and any(place.page in scanned for place in item.where)
    return replace(item, severity="info") if is_unsure else item


def _fault(before: int, now: int) -> str | None:
    """What is wrong with a number after the one before it, None where it follows."""
    if now == before + 1:
        return None
    if now == before:
        return "nomor ini terulang"
    return SKIPPED if now > before else "nomor ini tidak urut"


def _chapters(chapters: tuple[Chapter, ...]) -> Iterator[Evidence]:
    numbered = [
        (chapter, position_of(chapter.label.split()[-1])) for chapter in chapters if chapter.label.upper().startswith("BAB ")
    ]
    for (_, before), (chapter, now) in pairwise(numbered):
        if before is not None and now is not None and (fault := _fault(before, now)):
            yield Evidence(
                f"{chapter.label} {chapter.title}".strip(), f"{fault} (bab sebelumnya bernomor {before})", chapter.where
            )


def _sections(chapter: Chapter) -> Iterator[Evidence]:
    """Decimal labels only: letters begin again under every heading, so that nothing follows from them."""
    before: tuple[int, ...] | None = None
    for section in chapter.sections:
        now = _decimal(section)
        if now is None:
            continue
        if before is not None and len(now) == len(before) and now[:-1] == before[:-1] and (fault := _fault(before[-1], now[-1])):
            yield _section_evidence(section, f"{fault} (subbab sebelumnya bernomor {'.'.join(map(str, before))})")
        elif (number := _chapter_number(chapter)) is not None and now[0] != number:
            yield _section_evidence(section, f"subbab ini berada dalam {chapter.label}")
        before = now


def _section_evidence(section: Section, why: str) -> Evidence:
    return Evidence(
        f"{section.label} {section.title}".strip(), why, section.where, key=f"{section.label} {section.title} {section.page}"
    )


def _decimal(section: Section) -> tuple[int, ...] | None:
    parts = section.label.rstrip(".").split(".")
    return tuple(int(p) for p in parts) if len(parts) >= 2 and all(p.isdigit() for p in parts) else None


def _chapter_number(chapter: Chapter) -> int | None:
    return position_of(chapter.label.split()[-1]) if chapter.label.upper().startswith("BAB ") else None


def _areas(plan: Plan) -> Iterator[Evidence]:
    """Areas begin again in every part (A. PEMENUHAN, B. REFORM); a heading repeated at the top of a page is none."""
    before: HeadingLine | None = None
    for heading in plan.table.headings if plan.table is not None else ():
        number = position_of(heading.label) if heading.label else None
        if heading.kind == "part" or (heading.kind == "area" and number is None):
            before = None
        elif heading.kind == "component" and before is not None and number == (position_of(before.label) or 0) + 1:
            before = None  # an area's title that was read as a component's
        elif heading.kind == "area":
            if before is not None and not _same_title(before, heading):
                yield from _area_fault(before, heading)
            before = heading


def _area_fault(before: HeadingLine, heading: HeadingLine) -> Iterator[Evidence]:
    last, now = position_of(before.label), position_of(heading.label)
    if last is None or now is None or now == 1 or before.label.isdigit() != heading.label.isdigit():
        return
    if fault := _fault(last, now):
        text = heading.text if heading.text.startswith(heading.label) else f"{heading.label} {heading.text}"
        yield Evidence(text, f"{fault} (area sebelumnya bernomor {before.label})", heading.where)


def _same_title(one: HeadingLine, other: HeadingLine) -> bool:
    return re.sub(r"\W", "", one.text).casefold() == re.sub(r"\W", "", other.text).casefold()


def _components(rows: tuple[Row, ...]) -> Iterator[Evidence]:
    """Components within an area; numbers that run on over the areas are as good as ones that begin again."""
    before: Row | None = None
    for row in rows:
        if before is not None and (row.number, row.component) == (before.number, before.component) and row.area == before.area:
            continue
        if before is not None and (row.part, row.area) == (before.part, before.area):
            yield from _component_fault(before, row)
        before = row


def _component_fault(before: Row, row: Row) -> Iterator[Evidence]:
    last, now = before.number.rstrip(".) "), row.number.rstrip(".) ")
    if not (last.isdigit() and now.isdigit()) or _is_same_component(before, row):
        return
    if (fault := _fault(int(last), int(now))) and (int(now) != 1 or int(last) == 1):
        where = row.cells["number"].where if "number" in row.cells else row.where
        yield Evidence(
            f"{row.number} {row.component}".strip(), f"{fault} (komponen sebelumnya bernomor {last})", where, rows=(row.id,)
        )


def _is_same_component(before: Row, row: Row) -> bool:
    return re.sub(r"\W", "", before.component).casefold() == re.sub(r"\W", "", row.component).casefold()


def _column_numbers(plan: Plan) -> Iterator[Evidence]:
    """Months under one header have no numbers of their own, so a table with month columns says nothing."""
    if plan.table is None or any(column.role == "month" for column in plan.table.columns):
        return
    count = len(plan.table.columns)
    lines = [heading for heading in plan.table.headings if heading.kind == "column_numbers"]
    scanned = scanned_pages(plan)
    if any(_numbers(line) == list(range(1, count + 1)) and _is_on(line, scanned) for line in lines):
        return  # once rightly read on a scan, other readings of the same line are misreadings
    for line in lines:
        numbers = _numbers(line)
        is_clean = re.fullmatch(r"[\d\s.()]+", line.text) is not None or not _is_on(line, scanned)
        if len(numbers) >= 3 and is_clean and numbers != list(range(1, count + 1)):
            why = f"tabel ini berkolom {count}, nomor kolomnya {' '.join(map(str, numbers))}"
            yield Evidence(line.text, why, line.where, severity=_column_severity(numbers, count))


def _numbers(line: HeadingLine) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", line.text)]


def _is_on(line: HeadingLine, pages: frozenset[int]) -> bool:
    return any(place.page in pages for place in line.where)


def _column_severity(numbers: list[int], count: int) -> Severity:
    return "warning" if abs(len(numbers) - count) <= 2 else "info"
