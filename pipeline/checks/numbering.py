"""Numbers of chapters, sections, list items, areas and components that repeat, skip or go backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final

from rapidfuzz import fuzz

from canonical.reason import Reason, because
from pipeline.checks.finding import Evidence, gather
from pipeline.checks.lists import broken_enumeration, broken_items
from pipeline.checks.numerals import position_of, roman_numeral
from pipeline.checks.passages import Passages, scanned_pages
from pipeline.plan import HeadingLine, Plan
from pipeline.records import Chapter, Finding, Row, Section, Severity

KIND: Final = "numbering"
SKIPPED = "finding.number_skipped"
_SAME_COMPONENT = 92
"""Percent of likeness from which two names are one, misprinted."""
_TELLING_LETTERS = 12
_MISREAD = {"I": "L", "IV": "V"}
"""Roman numerals and what engines make of them where a stroke is faint."""
FEWEST_COMPONENTS = 3
"""Components from which a habit of numbering shows."""


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
    is_unsure = item.reason.key == SKIPPED and any(place.page in scanned for place in item.where)
    return replace(item, severity="info") if is_unsure else item


def _faults(numbers: list[int]) -> Iterator[tuple[int, Reason]]:
    """Index and fault of each number that does not follow the one before it.

    After a number given twice the next but one is right: 1, 1 (for 2), 3. A 1 begins a new count.
    """
    repeated = False
    for index, (before, now) in enumerate(pairwise(numbers), 1):
        follows = now == before + 1 or (repeated and now == before + 2) or now == 1 < before
        repeated = now == before
        if not follows:
            yield index, _fault(before, now)


def _fault(before: int, now: int) -> Reason:
    if now == before:
        return because("finding.number_repeated")
    return because("finding.number_skipped", before=before) if now > before else because("finding.number_out_of_order")


def _chapters(chapters: tuple[Chapter, ...]) -> Iterator[Evidence]:
    numbered = [(number, chapter) for chapter in chapters if (number := _chapter_number(chapter)) is not None]
    for index, fault in _faults([number for number, _ in numbered]):
        chapter = numbered[index][1]
        yield Evidence(f"{chapter.label} {chapter.title}".strip(), fault, chapter.where)


def _sections(chapter: Chapter) -> Iterator[Evidence]:
    """Sections with decimal labels, those of one prefix counted together."""
    groups: dict[tuple[int, ...], list[tuple[int, Section]]] = {}
    number = _chapter_number(chapter)
    for section in chapter.sections:
        label = _decimal(section)
        if label is None:
            continue
        if number is not None and label[0] != number:
            yield _section_evidence(section, because("finding.section_in_wrong_chapter", chapter=chapter.label))
        groups.setdefault(label[:-1], []).append((label[-1], section))
    for group in groups.values():
        for index, fault in _faults([last for last, _ in group]):
            yield _section_evidence(group[index][1], fault)
    yield from _second_first_letters(chapter)


def _second_first_letters(chapter: Chapter) -> Iterator[Evidence]:
    """A section A after a section A; letters that go on otherwise are followed as list items."""
    lettered = [s for s in chapter.sections if _decimal(s) is not None or s.label.rstrip(".").isupper()]
    for before, section in pairwise(lettered):
        if before.label.rstrip(".") == section.label.rstrip(".") == "A":
            yield _section_evidence(section, because("finding.number_repeated"))


def _section_evidence(section: Section, reason: Reason) -> Evidence:
    key = f"{section.label} {section.title} {section.page}"
    return Evidence(f"{section.label} {section.title}".strip(), reason, section.where, key=key)


def _decimal(section: Section) -> tuple[int, ...] | None:
    parts = section.label.rstrip(".").split(".")
    return tuple(int(p) for p in parts) if len(parts) >= 2 and all(p.isdigit() for p in parts) else None


def _chapter_number(chapter: Chapter) -> int | None:
    return position_of(chapter.label.split()[-1]) if chapter.label.upper().startswith("BAB ") else None


def _areas(plan: Plan) -> Iterator[Evidence]:
    """Areas begin again in every part (A. PEMENUHAN, B. REFORM); a heading repeated at the top of a page is none."""
    before: HeadingLine | None = None
    for heading in _headings(plan):
        number = position_of(heading.label) if heading.label else None
        if heading.kind == "part" or (heading.kind == "area" and number is None):
            before = None
        elif heading.kind == "component" and before is not None and number == (position_of(before.label) or 0) + 1:
            before = None  # an area's title that was read as a component's
        elif heading.kind == "area":
            if before is not None and not _same_title(before, heading):
                yield from _area_fault(before, heading)
            before = heading


def _headings(plan: Plan) -> Iterator[HeadingLine]:
    """The titles in the table; on scans an area has the numeral that is due where it was read as engines misread that one."""
    scanned = scanned_pages(plan)
    last = 0
    for read in plan.table.headings if plan.table is not None else ():
        heading = _with_due_numeral(read, last + 1) if any(place.page in scanned for place in read.where) else read
        if heading.kind in ("area", "part"):
            last = (position_of(heading.label) or 0) if heading.kind == "area" else 0
        yield heading


def _with_due_numeral(heading: HeadingLine, number: int) -> HeadingLine:
    due = roman_numeral(number).upper()
    return replace(heading, label=due) if heading.kind == "area" and heading.label.upper() == _MISREAD.get(due) else heading


def _area_fault(before: HeadingLine, heading: HeadingLine) -> Iterator[Evidence]:
    last, now = position_of(before.label), position_of(heading.label)
    if last is None or now is None or before.label.isdigit() != heading.label.isdigit():
        return
    for _, fault in _faults([last, now]):
        text = heading.text if heading.text.startswith(heading.label) else f"{heading.label} {heading.text}"
        yield Evidence(text, fault, heading.where)


def _same_title(one: HeadingLine, other: HeadingLine) -> bool:
    return re.sub(r"\W", "", one.text).casefold() == re.sub(r"\W", "", other.text).casefold()


def _components(rows: tuple[Row, ...]) -> Iterator[Evidence]:
    """Components within an area, faults told where a component begins.

    Numbers that count rows, or that run on over the areas, are as good as ones that begin again. A number that stands alone
    names no component.
    """
    if _count_in_components(rows):
        return
    groups: dict[tuple[str, int | None], list[Row]] = {}
    for row in rows:
        group = groups.setdefault((row.part, row.area), [])
        if not group or row.number != group[-1].number or not _is_same_component(group[-1], row):
            group.append(row)
    for group in groups.values():
        numbers = [row.number.rstrip(".) ") for row in group]
        if all(number.isdigit() for number in numbers):
            for index, fault in _faults([int(number) for number in numbers]):
                if group[index].component and not _is_same_component(group[index - 1], group[index]):
                    yield _component_evidence(group[index], fault)


def _count_in_components(rows: tuple[Row, ...]) -> bool:
    """Whether the numbers count the rows of each component, from 1 in every one of them."""
    blocks = [list(block) for _, block in groupby(rows, key=lambda row: (row.part, row.area, row.component))]
    counts_on = any(len({row.number for row in block}) > 1 for block in blocks)
    return counts_on and len(blocks) >= FEWEST_COMPONENTS and all(block[0].number.rstrip(".) ") == "1" for block in blocks)


def _component_evidence(row: Row, fault: Reason) -> Evidence:
    where = row.cells["number"].where if "number" in row.cells else row.where
    return Evidence(f"{row.number} {row.component}".strip(), fault, where, rows=(row.id,))


def _is_same_component(before: Row, row: Row) -> bool:
    """The same letters, one or two slips allowed, or one with a short form behind: "… Intern Pemerintah (SPIP)"."""
    one, other = (re.sub(r"\W", "", r.component).casefold() for r in (before, row))
    is_longer = min(len(one), len(other)) >= _TELLING_LETTERS and (one.startswith(other) or other.startswith(one))
    return one == other or is_longer or fuzz.ratio(one, other) >= _SAME_COMPONENT


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
            reason = because("finding.column_numbers", columns=count, numbers=" ".join(map(str, numbers)))
            severity: Severity = "info" if _is_on(line, scanned) and not _counts_up(numbers) else _column_severity(numbers, count)
            yield Evidence(line.text, reason, line.where, severity=severity)


def _counts_up(numbers: list[int]) -> bool:
    """1, 2, 3 and so on; another number among them ("1 2 3 4 5 11") may be a misreading on a scan."""
    return numbers == list(range(1, len(numbers) + 1))


def _numbers(line: HeadingLine) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", line.text)]


def _is_on(line: HeadingLine, pages: frozenset[int]) -> bool:
    return any(place.page in pages for place in line.where)


def _column_severity(numbers: list[int], count: int) -> Severity:
    return "warning" if abs(len(numbers) - count) <= 2 else "info"
