"""The plan as a flat list of texts with their places: what every check that reads words goes through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from extractors.document import Cell, Line, Paragraph, Place, Table
from pipeline.plan import Plan
from pipeline.records import Row
from pipeline.when import plain

_DIGIT = re.compile(r"\d")

Source = Literal["row", "prose", "table", "furniture"]

ROW_FIELDS = ("component", "indicator", "action", "evidence", "schedule", "output")
DOUBTFUL_DIGIT = 0.80
"""A digit read with less confidence (0 to 1) accuses nobody: Tesseract's sure digits lie above 0.9."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the plan. `role` is the column of a row's cell, `block` the index of the document's block."""

    text: str
    where: tuple[Place, ...]
    source: Source
    row: Row | None = None
    role: str = ""
    block: int | None = None
    digit_confidence: float = 1.0
    is_heading: bool = False

    @property
    def has_digits(self) -> bool:
        return _DIGIT.search(self.text) is not None

    @property
    def has_doubtful_digits(self) -> bool:
        return self.digit_confidence < DOUBTFUL_DIGIT


Passages = tuple[Passage, ...]


def scanned_pages(plan: Plan) -> frozenset[int]:
    """Pages read by OCR, where a line or a label may be lost or misread."""
    return frozenset(page.number for page in plan.document.pages if page.origin == "ocr")


def read_passages(plan: Plan) -> Passages:
    """Prose and other tables in reading order, then the action table's rows cell by cell."""
    return (*_document_passages(plan), *_row_passages(plan))


def join_headings(passages: Passages) -> Passages:
    """Capital heading lines that follow one another on a page made one passage: names run over them."""
    joined: list[Passage] = []
    for passage in passages:
        if joined and _continues(joined[-1], passage):
            last = joined.pop()
            where = tuple(dict.fromkeys((*last.where, *passage.where)))
            passage = replace(last, text=f"{last.text} {passage.text}", where=where, block=passage.block)  # noqa: PLW2901
        joined.append(passage)
    return tuple(joined)


def _continues(last: Passage, passage: Passage) -> bool:
    if last.source != "prose" or passage.source != "prose" or last.block is None or passage.block != last.block + 1:
        return False
    same_page = last.where[-1].page == passage.where[0].page
    return same_page and last.text.isupper() and passage.text.isupper() and len(last.text) < 200


def row_passages(row: Row) -> Iterator[Passage]:
    """A row's filled cells, `extra` columns with them."""
    for role in ROW_FIELDS:
        text = getattr(row, role)
        if text:
            yield _cell_passage(row, role, text)
    for header, text in row.extra.items():
        if text:
            yield _cell_passage(row, header, text)


def _row_passages(plan: Plan) -> Iterator[Passage]:
    component: tuple[str, int | None] = ("", None)
    for row in plan.rows:
        for passage in row_passages(row):
            if passage.role == "component":
                if (passage.text, row.area) == component:
                    continue
                component = (passage.text, row.area)
            yield passage


def _cell_passage(row: Row, role: str, text: str) -> Passage:
    reading = row.cells.get(role)
    where = reading.where if reading is not None and reading.where else row.where
    sure = 1.0 if reading is None or reading.digit_confidence is None else reading.digit_confidence
    return Passage(plain(text), where, "row", row=row, role=role, digit_confidence=sure)


def _document_passages(plan: Plan) -> Iterator[Passage]:
    places = _row_places(plan)
    for index, block in enumerate(plan.document.blocks):
        if isinstance(block, Paragraph):
            yield _paragraph_passage(index, block)
        elif not _holds_rows(block, places):
            yield from (_table_passage(index, cell, block.place) for cell in block.cells if cell.text.strip())


def _paragraph_passage(index: int, block: Paragraph) -> Passage:
    is_prose = block.kind == "paragraph"
    heading = block.bold or block.centred or block.text.isupper()
    return Passage(
        plain(block.text),
        (block.place,),
        "prose" if is_prose else "furniture",
        block=index,
        digit_confidence=_least_sure_digits(block.lines),
        is_heading=heading,
    )


def _table_passage(index: int, cell: Cell, around: Place) -> Passage:
    place = cell.place if cell.place.page is not None or cell.place.block is not None else around
    return Passage(plain(cell.text), (place,), "table", block=index, digit_confidence=_least_sure_digits(cell.lines))


def _least_sure_digits(lines: tuple[Line, ...]) -> float:
    return min((w.confidence for line in lines for w in line.words if any(c.isdigit() for c in w.text)), default=1.0)


def _row_places(plan: Plan) -> tuple[dict[int, list[float]], set[int]]:
    """Where the action table's rows stand: the middle heights of their boxes on each page, and their block numbers."""
    middles: dict[int, list[float]] = {}
    blocks: set[int] = set()
    for row in plan.rows:
        for place in row.where:
            if place.page is not None and place.box is not None:
                middles.setdefault(place.page, []).append((place.box[1] + place.box[3]) / 2)
            if place.block is not None:
                blocks.add(place.block)
    return middles, blocks


def _holds_rows(table: Table, places: tuple[dict[int, list[float]], set[int]]) -> bool:
    middles, blocks = places
    if table.place.block is not None and table.place.block in blocks:
        return True
    page, box = table.place.page, table.place.box
    return page is not None and box is not None and any(box[1] <= y <= box[3] for y in middles.get(page, ()))
