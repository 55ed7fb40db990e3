"""A row while its lines are still coming in, and the record it becomes."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.document import Box, Cell, Place, Word
from pipeline.action_table.context import Context
from pipeline.action_table.lines import TableLine
from pipeline.plan import Column
from pipeline.records import CellReading, Part, Row

_LETTER_MARK = re.compile(r"^[a-z]\s?[.)]\s+(?=\S)")
_ANY_LETTER_MARK = re.compile(r"(?:^|\n)([a-z])\s?[.)]\s+(?=\S)")
UP_TO = " s.d. "
"""Between the two times of a plan that has a column for when work begins and another for when it ends."""

_TEXT_FIELDS = ("indicator", "action", "evidence", "schedule", "output")
_NO_FIELD = ("number", "component", "area", "month")
"""Roles whose cells are no field of a row as they stand: inherited from above, or names of times."""


@dataclass
class _CellDraft:
    text: str = ""
    cells: list[Cell] = field(default_factory=list)

    def add(self, cell: Cell, is_cut: bool) -> None:
        if any(cell is c for c in self.cells):
            return
        self.cells.append(cell)
        text = cell.text.strip()
        if text and self.text:
            self.text += (" " if is_cut and _is_rest(text) else "\n") + text
        else:
            self.text += text


def is_next_letter(said: str, following: str) -> bool:
    """Whether indicators are lettered ("a. …") and the letter of `following` comes right after the last of `said`."""
    letters = _ANY_LETTER_MARK.findall(said)
    mark = _LETTER_MARK.match(following)
    return bool(letters and mark and _LETTER_MARK.match(said)) and ord(following[0]) == ord(letters[-1]) + 1


def _is_rest(text: str) -> bool:
    """A text that goes on over the break, not an item of its own."""
    return not re.match(r"^(\d{1,2}[.)]|[a-z][.)]|[-•])\s", text)


@dataclass
class RowDraft:
    """The cells gathered for one indicator, by column index."""

    part: Part
    area: int | None
    number: str
    component: str
    key: int
    cells: dict[int, _CellDraft] = field(default_factory=dict)
    component_cells: tuple[Cell, ...] = ()
    places: list[Place] = field(default_factory=list)

    @classmethod
    def under(cls, context: Context, key: int) -> RowDraft:
        """A new row that inherits what the titles above it said."""
        return cls(context.part, context.area, context.number, context.component, key, component_cells=context.component_cells)

    @property
    def said(self) -> str:
        """The key column's text so far."""
        return self.cells[self.key].text if self.key in self.cells else ""

    def add(self, line: TableLine, columns: Sequence[Column], *, is_cut: bool) -> None:
        """Takes in a line's cells; a cell that spans down from the line above is the row's too."""
        for index, cells in line.cells.items():
            if columns[index].role in ("number", "component", "area"):
                continue
            for cell in cells:
                self.cells.setdefault(index, _CellDraft()).add(cell, is_cut)
        self.places.append(line.place)


def finish_rows(columns: Sequence[Column], drafts: Sequence[RowDraft]) -> tuple[Row, ...]:
    """The records; ids come from content and place, equal ones are told apart by their order."""
    seen: Counter[str] = Counter()
    marks_by_colour = any(_marks_by_colour(columns, draft) for draft in drafts)
    rows = []
    for draft in drafts:
        row = _row(columns, draft, marks_by_colour)
        seen[row.id] += 1
        rows.append(row if seen[row.id] == 1 else row.model_copy(update={"id": f"{row.id}-{seen[row.id]}"}))
    return tuple(rows)


def _row(columns: Sequence[Column], draft: RowDraft, marks_by_colour: bool) -> Row:
    texts, readings = _texts_and_readings(columns, draft)
    if months := _marked_months(columns, draft, marks_by_colour):
        names = dict.fromkeys(name for name, _ in months)  # once, where weeks stand under the months
        texts["schedule"] = ", ".join(filter(None, [texts["schedule"], *names]))
        readings["schedule"] = _reading([c for _, cell in months for c in cell.cells])
    if draft.component_cells:
        readings["component"] = _reading(draft.component_cells)
    texts["indicator"] = _LETTER_MARK.sub("", texts["indicator"])
    where = _union_by_page(draft.places)
    return Row(
        id=_row_id(draft, texts, where),
        part=draft.part,
        area=draft.area,
        number=draft.number,
        component=draft.component,
        indicator=texts["indicator"],
        action=texts["action"],
        evidence=texts["evidence"],
        schedule=texts["schedule"],
        output=texts["output"],
        extra=_extra_texts(columns, draft),
        where=where,
        cells=readings,
        confidence=min((r.confidence for r in readings.values()), default=1.0),
    )


def _texts_and_readings(columns: Sequence[Column], draft: RowDraft) -> tuple[dict[str, str], dict[str, CellReading]]:
    """What the row's own columns say, by role, and where each was read; a role of two columns has both."""
    texts: dict[str, str] = dict.fromkeys(_TEXT_FIELDS, "")
    gathered: defaultdict[str, list[Cell]] = defaultdict(list)
    for index, column in enumerate(columns):
        cell = draft.cells.get(index)
        if cell is not None and column.role in _TEXT_FIELDS:
            texts[column.role] = UP_TO.join(filter(None, [texts[column.role], cell.text]))
            gathered[column.role] += cell.cells
    return texts, {role: _reading(cells) for role, cells in gathered.items()}


def _extra_texts(columns: Sequence[Column], draft: RowDraft) -> dict[str, str]:
    """What stands in columns without a field of their own, by their headers."""
    extra: dict[str, str] = {}
    for index, column in enumerate(columns):
        cell = draft.cells.get(index)
        if cell is not None and cell.text and column.role not in (*_TEXT_FIELDS, *_NO_FIELD):
            extra[_extra_name(column.header, extra)] = cell.text
    return extra


def _marked_months(columns: Sequence[Column], draft: RowDraft, marks_by_colour: bool) -> list[tuple[str, _CellDraft]]:
    """The month columns with a mark in this row, by header; where there is none, the shaded ones, unless the whole row is."""
    marked = [(column.header, cell) for column, cell in _cells_of_months(columns, draft) if cell.text.strip()]
    if marked or not marks_by_colour or _is_band(columns, draft):
        return marked
    return [(column.header, cell) for column, cell in _cells_of_months(columns, draft) if _is_shaded(cell)]


def _marks_by_colour(columns: Sequence[Column], draft: RowDraft) -> bool:
    """Whether the row has some of its months shaded and others not, as no table does for looks."""
    shaded = [_is_shaded(cell) for _, cell in _cells_of_months(columns, draft)]
    return any(shaded) and not all(shaded)


def _is_band(columns: Sequence[Column], draft: RowDraft) -> bool:
    """Whether all months of a row are shaded and other cells of it are, too: many tables tint every second row."""
    others = (cell for i, cell in draft.cells.items() if columns[i].role != "month")
    return all(_is_shaded(cell) for _, cell in _cells_of_months(columns, draft)) and any(map(_is_shaded, others))


def _cells_of_months(columns: Sequence[Column], draft: RowDraft) -> list[tuple[Column, _CellDraft]]:
    return [(column, draft.cells[i]) for i, column in enumerate(columns) if column.role == "month" and i in draft.cells]


def _is_shaded(cell: _CellDraft) -> bool:
    return any(c.is_shaded for c in cell.cells)


def _extra_name(header: str, taken: dict[str, str]) -> str:
    name = " ".join(header.lower().split()) or "kolom"
    return name if name not in taken else f"{name} {len(taken) + 1}"


def _reading(cells: Sequence[Cell]) -> CellReading:
    """Letters of the cells' confidences weighed by their length; digits apart, since one wrong digit is a wrong date."""
    letters = [(len(c.text), c.confidence) for c in cells if c.text]
    total = sum(n for n, _ in letters)
    confidence = sum(n * c for n, c in letters) / total if total else 1.0
    digits = [w.confidence for w in _words(cells) if any(ch.isdigit() for ch in w.text)]
    return CellReading(
        where=_union_by_page([c.place for c in cells]),
        confidence=round(confidence, 3),
        digit_confidence=round(min(digits), 3) if digits else None,
    )


def _words(cells: Sequence[Cell]) -> list[Word]:
    return [w for c in cells for line in c.lines for w in line.words]


def _union_by_page(places: Sequence[Place]) -> tuple[Place, ...]:
    """One place a page (or block), in order."""
    merged: dict[tuple[int | None, int | None], Place] = {}
    for place in places:
        key = (place.page, place.block)
        old = merged.get(key)
        merged[key] = place if old is None else Place(place.page, _union(old.box, place.box), place.block)
    return tuple(
        Place(p.page, None if p.box is None else tuple(round(v, 1) for v in p.box), p.block)  # type: ignore[arg-type]
        for p in merged.values()
    )


def _union(a: Box | None, b: Box | None) -> Box | None:
    if a is None or b is None:
        return a or b
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def _row_id(draft: RowDraft, texts: dict[str, str], where: Sequence[Place]) -> str:
    first = where[0] if where else Place()
    content = "|".join([draft.part, str(draft.area), draft.component, *texts.values(), str(first.page or first.block)])
    return hashlib.sha256(content.encode()).hexdigest()[:12]
