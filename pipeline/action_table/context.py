"""What the titles above a row said, and how a new title, number or component changes it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.document import Cell
from pipeline.action_table.titles import Title, area_of, split_label
from pipeline.records import Part

_NUMBER = re.compile(r"^\(?\s*([IVXLivxl\s]{1,6}|\d{1,3}(?:\.\d{1,2})*|[A-Za-z])\s*[.)]?\s*$")
_ROMAN = re.compile(r"^[IVXLivxl1|\s]+$")
_LETTER = re.compile(r"^[a-z][.)]?$")


@dataclass(frozen=True, slots=True)
class Context:
    """Part, area, and the component with its number, as the next row inherits them.

    `lacks_name`: a new number came without a component's name, which a page break may have put on the next page.
    """

    part: Part = "pemenuhan"
    area: int | None = None
    number: str = ""
    component: str = ""
    component_cells: tuple[Cell, ...] = ()
    lacks_name: bool = False

    def under_title(self, title: Title) -> Context:
        """A part begins its areas anew, an area its components."""
        if title.part is not None:
            return Context(part=title.part)
        return Context(part=self.part, area=title.area)

    def under_area(self, area: int, number: str = "") -> Context:
        return Context(part=self.part, area=area, number=number)

    def under_component(self, number: str, text: str, cells: tuple[Cell, ...]) -> Context:
        """A component's name with its number, which may stand before the name itself."""
        own_number, name = ("", text.strip()) if number else split_label(text)
        return Context(self.part, self.area, number or own_number, name, cells)

    def under_number(self, number: str, *, lacks_name: bool) -> Context:
        return replace(self, number=number or self.number, lacks_name=lacks_name)

    def with_name(self, name: str) -> Context:
        return replace(self, component=name, lacks_name=False)


def enter_row(context: Context, number_text: str, component_text: str, cells: tuple[Cell, ...], *, has_cell: bool) -> Context:
    """The context of a row with these texts in its number and component cells; `has_cell`: a component cell begins there."""
    number = "" if _LETTER.match(number_text.strip()) else clean_number(number_text)
    if not component_text:
        return context.under_number(number, lacks_name=bool(number) and has_cell)
    area = area_of(split_label(component_text)[1])
    if area is not None:
        return context.under_area(area, number)
    return context.under_component(number, component_text, cells)


def is_new_number(number_text: str, context: Context) -> bool:
    """Whether the number opens something: letters number indicators under one component and open nothing."""
    text = number_text.strip()
    return bool(text) and not _LETTER.match(text) and clean_number(text) != context.number


def clean_number(text: str) -> str:
    """The numeral itself; one that a narrow cell broke is joined again."""
    text = re.sub(r"(?<=\d)\s(?=\d\W*$)", "", text.strip())
    found = _NUMBER.match(text)
    if not found:
        return text.strip().rstrip(".)")
    number = found.group(1)
    return re.sub(r"\s", "", number) if _ROMAN.match(number) else number
