"""Lines of the table to rows: titles set the context, an indicator opens a row, everything else joins the open one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from extractors.document import Cell, Paragraph, Place
from pipeline.action_table.columns import RoleIndex
from pipeline.action_table.context import Context, clean_number, enter_row, is_new_number
from pipeline.action_table.cuts import goes_on, is_begun_by, may_begin_below
from pipeline.action_table.drafts import RowDraft, finish_rows, is_next_letter
from pipeline.action_table.known import component_likeness
from pipeline.action_table.lines import STRAY_LETTERS, TableLine, is_across, is_column_numbers
from pipeline.action_table.titles import area_of, split_label, title_of
from pipeline.plan import ActionTable, Column, HeadingLine

ENOUGH_ROWS = 4
NUMBERED_SHARE = 0.9
"""A table numbers its rows where at least this share of them, and not of too few, have a number."""

ALONE_SHARE = 0.3
"""Share of the rows from which a table is seen to set its indicators above their steps."""


def group_rows(columns: tuple[Column, ...], lines: Sequence[TableLine], titles: Mapping[int, Sequence[Paragraph]]) -> ActionTable:
    """The rows and the lines that are none; `titles` are the lines of prose that stand above a page part."""
    grouping = _Grouping(columns)
    waiting = sorted(titles)
    for line in lines:
        while waiting and waiting[0] <= line.part:
            grouping.read_prose(titles[waiting.pop(0)])
        grouping.read(line)
    grouping.read_waiting()
    return ActionTable(columns, finish_rows(columns, grouping.drafts), tuple(grouping.headings))


class _Grouping:
    """Reads line after line; `drafts` and `headings` are what came of them so far."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        self.columns = columns
        self.roles = RoleIndex.of(columns)
        self.context = Context()
        self.drafts: list[RowDraft] = []
        self.numbered = 0
        """How many of the rows have a number of their own."""
        self.alone = 0
        """How many of the rows began with nothing to do beside their indicator."""
        self.headings: list[HeadingLine] = []
        self.last: TableLine | None = None
        """The last line read, as long as no title came after it."""
        self.open_title = ""
        """The title read last, as long as no row came after it."""
        self.waiting: TableLine | None = None
        """A line at the foot of a page with room for an indicator that may stand at the head of the next."""

    def read(self, line: TableLine) -> None:
        foot = self.waiting
        if foot is not None and is_begun_by(foot, line, self.roles) and not self._stand_alone():
            self.waiting = None
            self._read_row_begun_by(foot, line)
            return
        self.read_waiting()
        if may_begin_below(line, self.roles, len(self.columns)):
            self.waiting = line
        else:
            self._read(line)

    def read_waiting(self) -> None:
        """Reads the line that waited, once it is clear that it begins nothing."""
        line, self.waiting = self.waiting, None
        if line is not None:
            self._read(line)

    def _read_row_begun_by(self, foot: TableLine, line: TableLine) -> None:
        number = foot.text(self.roles.number) or line.text(self.roles.number)
        self._enter(line, number, line.text(self.roles.component))
        self.drafts[-1].add(foot, self.columns, is_cut=False)
        self.drafts[-1].add(line, self.columns, is_cut=True)
        self.last, self.open_title = line, ""

    def _read(self, line: TableLine) -> None:
        if is_column_numbers(line):
            self._note("column_numbers", "", " ".join(line.texts.values()), line.place)
        elif self._is_title_line(line):
            self._read_title_line(line)
        else:
            self._read_row_line(line)

    def read_title(self, label: str, text: str, place: Place) -> bool:
        """Sets part or area where the text names one."""
        self.read_waiting()
        title = title_of(text)
        if title is None:
            return False
        self.context = self.context.under_title(title)
        self._note(title.kind, label or title.label, split_label(text)[1], place)
        self._after_title(text)
        return True

    def read_prose(self, titles: Sequence[Paragraph]) -> None:
        """Titles in the prose above a table; a component's only where the table has no column for it."""
        for title in titles:
            if not self.read_title("", title.text, title.place) and self.roles.component is None:
                self._open_component("", title.text, title.place, ())

    def _is_title_line(self, line: TableLine) -> bool:
        """Nothing that is to be done: a label, and a name under the component, of an area, or across the table."""
        texts = self._without_strays(line.texts)
        others = [c for c in texts if c not in (self.roles.number, self.roles.component, self.roles.area)]
        if not others:
            has_area = self.roles.area in texts and self.roles.component in texts
            return bool(texts) and not (has_area and area_of(line.text(self.roles.area)) is None)
        if len(others) > 1 or len(texts) > 2:
            return False
        text = " ".join(texts.values())
        if line.is_first and line.part > 0 and others[0] == self.roles.key and text[:1].islower():
            return False  # the rest of an indicator that a page break cut may be an area's name: "… / akuntabilitas kinerja"
        return is_across(line, len(self.columns), apart=self.roles.number) or title_of(text) is not None

    def _without_strays(self, texts: dict[int, str]) -> dict[int, str]:
        """A title's own texts: what a stamp or a pen left in the other cells of its line is no row."""
        named = {c: t for c, t in texts.items() if c in (self.roles.number, self.roles.component, self.roles.area)}
        strays = sum(len(text) for c, text in texts.items() if c not in named)
        is_title = strays <= STRAY_LETTERS and self.roles.key not in texts and title_of(" ".join(named.values())) is not None
        return named if is_title else texts

    def _read_title_line(self, line: TableLine) -> None:
        texts = dict(self._without_strays(line.texts))
        label = clean_number(texts.pop(self.roles.number, "")) if len(texts) > 1 else ""  # type: ignore[arg-type]
        text = " ".join(texts.values()).strip()
        if line.is_first and line.part > 0 and not label and self._is_rest(text):
            self._add_rest(text, line.place)
        elif not self.read_title(label, text, line.place):
            self._open_component(label, text, line.place, tuple(c for i in texts for c in line.cells[i]))

    def _is_rest(self, text: str) -> bool:
        """Whether a title-like text at the head of a page is the rest of what the page before ended with."""
        if title_of(text) is not None:
            return False
        if self.open_title:
            joined = f"{self.open_title} {text}"
            apart = max(component_likeness(self.open_title), component_likeness(text))
            return title_of(joined) is not None or component_likeness(joined) > apart
        name = self.context.component
        return bool(name) and (component_likeness(f"{name} {text}") >= component_likeness(name) or text[:1].islower())

    def _add_rest(self, text: str, place: Place) -> None:
        if not self.open_title:
            self._extend_component(text)
            return
        joined, label = f"{self.open_title} {text}", self.headings.pop().label
        if not self.read_title(label, joined, place):
            self._open_component(label, joined, place, ())

    def _open_component(self, label: str, text: str, place: Place, cells: tuple[Cell, ...]) -> None:
        self.context = self.context.under_component(label, text, cells)
        self._note("component", self.context.number, self.context.component, place)
        self._after_title(text)

    def _extend_component(self, text: str) -> None:
        """A component's name goes on after the page break, for the rows already under it too."""
        old = self.context.component
        self.context = self.context.with_name(f"{old} {text}".strip())
        for draft in reversed(self.drafts):
            if draft.component != old:
                break
            draft.component = self.context.component

    def _name_component(self, text: str) -> None:
        """The name of the component whose number stood alone at the foot of the page before."""
        self.context = self.context.with_name(text)
        self.drafts[-1].component = text

    def _read_row_line(self, line: TableLine) -> None:
        number_text, component_text = line.text(self.roles.number), line.text(self.roles.component)
        area = area_of(split_label(line.text(self.roles.area))[1]) if self.roles.area is not None else None
        if area is not None:
            self.context = self.context.under_area(area)
        is_cut = self._is_cut(line)
        if component_text and (is_cut or self._is_next_letter(line) or self._is_rest_of_name(line)):
            (self._name_component if self.context.lacks_name else self._extend_component)(component_text)
            component_text = ""
        if not is_cut:
            self._enter(line, number_text, component_text)
        self.drafts[-1].add(line, self.columns, is_cut=is_cut)
        self.last, self.open_title = line, ""

    def _enter(self, line: TableLine, number_text: str, component_text: str) -> None:
        """Sets the context a line brings and opens a row where one begins."""
        opens_blank = False
        if component_text or is_new_number(number_text, self.context):
            cells = line.cells.get(self.roles.component, ()) if self.roles.component is not None else ()
            has_cell = self.roles.component in line.begins
            self.context = enter_row(self.context, number_text, component_text, cells, has_cell=has_cell)
            # A component or its number begins here and so does an indicator cell: the indicator was left blank.
            opens_blank = bool(component_text or self.context.lacks_name) and self.roles.key in line.begins
        if line.text(self.roles.key) or opens_blank or not self.drafts:
            self.drafts.append(RowDraft.under(self.context, self.roles.key))
            self.numbered += bool(number_text)
            self.alone += not set(line.texts) - {self.roles.number, self.roles.component, self.roles.key}

    def _is_cut(self, line: TableLine) -> bool:
        """Whether a page break cut the open row above this line."""
        if not self._may_go_on(line) or self.last is None:
            return False
        said = self.drafts[-1].said
        if self._is_next_letter(line):
            return False
        if not said and self._is_rest_of_name(line):
            return not self._both_say_when(line)
        if not line.text(self.roles.key):
            return not line.text(self.roles.component) or self._is_rest_of_name(line)
        if not said:
            return not self._both_say_when(line)
        lacks_number = self._is_numbered() and not line.text(self.roles.number)
        return goes_on(self.last, line, self.roles, said, lacks_number=lacks_number)

    def _is_rest_of_name(self, line: TableLine) -> bool:
        """Whether a component's name without a number, in a table with numbers, is the rest of the one before the break."""
        has_name = bool(line.text(self.roles.component)) and self._may_go_on(line)
        return has_name and self.roles.number is not None and bool(self.context.number)

    def _is_numbered(self) -> bool:
        """Whether the table numbers its rows, and not their components."""
        return len(self.drafts) >= ENOUGH_ROWS and self.numbered >= NUMBERED_SHARE * len(self.drafts)

    def _stand_alone(self) -> bool:
        """Whether the table's habit is to set indicators in lines of their own, above their steps."""
        return self.alone >= ALONE_SHARE * len(self.drafts)

    def _is_next_letter(self, line: TableLine) -> bool:
        """Whether a page begins with the next indicator of a component whose indicators are lettered."""
        return self._may_go_on(line) and is_next_letter(self.drafts[-1].said, line.text(self.roles.key))

    def _may_go_on(self, line: TableLine) -> bool:
        """Whether a line is the first of a further page and brings no number of its own."""
        return line.is_first and line.part > 0 and bool(self.drafts) and not line.text(self.roles.number)

    def _both_say_when(self, line: TableLine) -> bool:
        """Whether the line before and this one both say when or how much, as two rows do and the halves of one do not."""
        return any(line.text(i) and self.last is not None and self.last.text(i) for i in self.roles.short)

    def _after_title(self, text: str) -> None:
        self.last, self.open_title = None, text

    def _note(self, kind: Literal["part", "area", "component", "column_numbers"], label: str, text: str, place: Place) -> None:
        self.headings.append(HeadingLine(kind, label, text, (place,), len(self.drafts)))
