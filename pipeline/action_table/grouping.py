"""Lines of the table to rows: titles set the context, an indicator opens a row, everything else joins the open one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from extractors.document import Cell, Paragraph, Place
from pipeline.action_table.cuts import goes_on
from pipeline.action_table.drafts import RowDraft, finish_rows
from pipeline.action_table.known import component_likeness
from pipeline.action_table.lines import TableLine, is_column_numbers
from pipeline.action_table.titles import area_of, split_label, title_of
from pipeline.plan import ActionTable, Column, HeadingLine, Role
from pipeline.records import Part

_NUMBER = re.compile(r"^\(?\s*([IVXLivxl\s]{1,6}|\d{1,3}(?:\.\d{1,2})*|[A-Za-z])\s*[.)]?\s*$")
_ROMAN = re.compile(r"^[IVXLivxl1|\s]+$")


@dataclass
class _Context:
    """What the titles above a row said."""

    part: Part = "pemenuhan"
    area: int | None = None
    number: str = ""
    component: str = ""
    component_cells: tuple[Cell, ...] = ()
    lacks_name: bool = False
    """A new number came without a component's name, which the page break may have put on the next page."""


@dataclass
class _Reader:
    columns: tuple[Column, ...]
    key: int
    context: _Context = field(default_factory=_Context)
    drafts: list[RowDraft] = field(default_factory=list)
    headings: list[HeadingLine] = field(default_factory=list)
    last: TableLine | None = None
    last_kind: Literal["row", "title", ""] = ""
    title: str = ""

    def index(self, role: Role) -> int | None:
        return next((i for i, c in enumerate(self.columns) if c.role == role), None)


def group_rows(columns: tuple[Column, ...], lines: Sequence[TableLine], titles: Mapping[int, Paragraph]) -> ActionTable:
    """The rows and the lines that are none; `titles` are the lines of prose that stand above a page part."""
    reader = _Reader(columns, _key_column(columns))
    seen_part = -1
    for line in lines:
        if line.part != seen_part and line.part in titles:
            _read_title(reader, titles[line.part].text, (titles[line.part].place,), "")
        seen_part = line.part
        _read_line(reader, line)
    return ActionTable(columns, finish_rows(columns, reader.drafts), tuple(reader.headings))


def _key_column(columns: Sequence[Column]) -> int:
    """The column whose cells open rows: the indicator's, or the action's in tables without one."""
    roles = [c.role for c in columns]
    return roles.index("indicator") if "indicator" in roles else roles.index("action")


def _read_line(reader: _Reader, line: TableLine) -> None:
    if is_column_numbers(line):
        _note(reader, "column_numbers", "", " ".join(line.texts.values()), (line.place,))
        return
    if _is_title_line(reader, line):
        _read_title_line(reader, line)
        return
    _read_content(reader, line)
    reader.last, reader.last_kind = line, "row"


def _is_title_line(reader: _Reader, line: TableLine) -> bool:
    """Only a label and one text that is a title or stands wide or under the component: nothing that is to be done."""
    texts = line.texts
    number, component, area = reader.index("number"), reader.index("component"), reader.index("area")
    others = [c for c in texts if c not in (number, component, area)]
    words = " ".join(texts.values())
    if not others:
        return bool(words) and not (area in texts and component in texts and area_of(texts[area]) is None)
    if len(others) == 1 and len(texts) <= 2 and title_of(words) is not None:
        return True
    only = others[0]
    is_wide = len(line.wide) >= 0.6 * len(reader.columns)
    return len(others) == 1 and is_wide and only in line.wide and len(texts) <= 2


def _read_title_line(reader: _Reader, line: TableLine) -> None:
    texts = line.texts
    number = reader.index("number")
    label = _label(texts[number]) if number in texts and len(texts) > 1 else ""
    text = " ".join(t for c, t in texts.items() if not (label and c == number)).strip()
    places = (line.place,)
    cells = tuple(c for i in texts if i != number or not label for c in line.cells[i])
    if line.is_first and line.part > 0 and not label and reader.last_kind and _is_rest(reader, text):
        _add_rest(reader, text, line)
    elif not _read_title(reader, text, places, label):
        _open_component(reader, text, label, places, cells)
    reader.last = line
    if reader.last_kind != "row" or not (line.is_first and line.part > 0 and reader.drafts and reader.title == ""):
        reader.last_kind = "title"


def _is_rest(reader: _Reader, text: str) -> bool:
    """Whether a title-like text at the head of a page is the rest of what the page before ended with."""
    if title_of(text) is not None:
        return False
    if reader.last_kind == "title":
        return title_of(f"{reader.title} {text}") is not None or component_likeness(f"{reader.title} {text}") > max(
            component_likeness(reader.title), component_likeness(text)
        )
    component = reader.context.component
    return component_likeness(f"{component} {text}") >= component_likeness(component) or text[:1].islower()


def _add_rest(reader: _Reader, text: str, line: TableLine) -> None:
    if reader.last_kind == "title":
        joined = f"{reader.title} {text}"
        if reader.headings:
            reader.headings.pop()
        if not _read_title(reader, joined, (line.place,), ""):
            _open_component(reader, joined, reader.context.number, (line.place,), ())
        return
    _extend_component(reader, text)


def _name_component(reader: _Reader, text: str) -> None:
    """The name of the component whose number stood alone at the foot of the page before."""
    reader.context = replace(reader.context, component=text, lacks_name=False)
    reader.drafts[-1].component = text


def _extend_component(reader: _Reader, text: str) -> None:
    old = reader.context.component
    reader.context.component = f"{old} {text}".strip()
    for draft in reversed(reader.drafts):
        if draft.component != old:
            break
        draft.component = reader.context.component


def _read_title(reader: _Reader, text: str, places: tuple[Place, ...], label: str) -> bool:
    """Sets part or area where the text names one."""
    own_label, rest = split_label(text)
    label = label or own_label
    title = title_of(text)
    if title is None:
        return False
    context = reader.context
    if title.kind == "part" and title.part is not None:
        reader.context = _Context(part=title.part)
    else:
        reader.context = _Context(part=context.part, area=title.area)
    reader.title = text
    _note(reader, title.kind, label, rest, places)
    return True


def _open_component(reader: _Reader, text: str, label: str, places: tuple[Place, ...], cells: tuple[Cell, ...]) -> None:
    own_label, rest = ("", text) if label else split_label(text)
    context = reader.context
    reader.context = _Context(context.part, context.area, label or own_label, rest, cells)
    reader.title = text
    _note(reader, "component", label or own_label, rest, places)


def _note(
    reader: _Reader,
    kind: Literal["part", "area", "component", "column_numbers"],
    label: str,
    text: str,
    places: tuple[Place, ...],
) -> None:
    reader.headings.append(HeadingLine(kind, label, text, places, len(reader.drafts)))


def _read_content(reader: _Reader, line: TableLine) -> None:
    number, component, area = reader.index("number"), reader.index("component"), reader.index("area")
    number_text, component_text = line.text(number), line.text(component)
    if area is not None and (found := area_of(split_label(line.text(area))[1])) is not None:
        reader.context = _Context(reader.context.part, found)
    if _is_cut(reader, line, number_text):
        if component_text and reader.context.lacks_name:
            _name_component(reader, component_text)
        elif component_text:
            _extend_component(reader, component_text)
        reader.drafts[-1].add(line, reader.columns, is_cut=True)
        return
    if component_text or _is_new_number(number_text, reader):
        _enter_component(reader, line, number_text, component_text)
    if line.text(reader.key) or not reader.drafts or _opens_blank_row(line, reader, component_text):
        context = reader.context
        reader.drafts.append(RowDraft(context.part, context.area, context.number, context.component, reader.key))
        reader.drafts[-1].add_context(context.component_cells)
    reader.drafts[-1].add(line, reader.columns, is_cut=False)


def _is_cut(reader: _Reader, line: TableLine, number_text: str) -> bool:
    """Whether a page break cut a row above this line."""
    if not (line.is_first and line.part > 0 and reader.drafts and reader.last is not None and reader.last_kind == "row"):
        return False
    if number_text:
        return False
    component = reader.index("component")
    if line.text(component) and reader.index("number") is not None and reader.context.number:
        return reader.drafts[-1].said != "" or not _has_both(reader, line)
    if not line.text(reader.key):
        return not line.text(component)
    if not reader.drafts[-1].said:
        return not _has_both(reader, line)
    short = [i for i, c in enumerate(reader.columns) if c.role in ("schedule", "output", "evidence")]
    return goes_on(reader.last, line, reader.key, reader.drafts[-1].said, short)


def _has_both(reader: _Reader, line: TableLine) -> bool:
    """Whether the line before and this one both say when or how much, as two rows do and the halves of one do not."""
    short = [i for i, c in enumerate(reader.columns) if c.role in ("schedule", "output")]
    return any(line.text(i) and reader.last is not None and reader.last.text(i) for i in short)


def _is_new_number(text: str, reader: _Reader) -> bool:
    return bool(text) and _label(text) != reader.context.number and not re.match(r"^[a-z][.)]?$", text.strip())


def _enter_component(reader: _Reader, line: TableLine, number_text: str, component_text: str) -> None:
    context, column = reader.context, reader.index("component")
    number = _label(number_text) if not re.match(r"^[a-z][.)]?$", number_text.strip()) else ""
    if component_text and area_of(split_label(component_text)[1]) is not None and component_likeness(component_text) < 95:
        area = area_of(split_label(component_text)[1])
        reader.context = _Context(context.part, area, number)
        return
    if not component_text:
        is_new = bool(number) and column is not None and column in line.begins
        reader.context = replace(context, number=number or context.number, lacks_name=is_new)
        return
    label, rest = ("", component_text) if number else split_label(component_text)
    cells = line.cells.get(column, ()) if column is not None else ()
    reader.context = _Context(context.part, context.area, number or label, rest, cells)


def _opens_blank_row(line: TableLine, reader: _Reader, component_text: str) -> bool:
    """A row whose indicator was left blank: its component or number begins here, and so does its indicator cell."""
    return bool(component_text or (reader.context.lacks_name and line.text(reader.index("number")))) and reader.key in line.begins


def _label(text: str) -> str:
    """The numeral itself; a roman one that a narrow cell broke is joined again."""
    found = _NUMBER.match(text.strip())
    if not found:
        return text.strip().rstrip(".)")
    label = found.group(1)
    return re.sub(r"\s", "", label) if _ROMAN.match(label) else label
