"""Indicators and components that stand in lines of their own instead of in a column: they are given the column.

Some plans have no column for indicators: each is a line across the table, and what is to be done about it stands in the lines
under it. Others follow the regulation's worksheet, in whose one column of questions a component's name heads its indicators.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.document import Cell
from pipeline.action_table.columns import RoleIndex
from pipeline.action_table.known import component_likeness, indicator_likeness
from pipeline.action_table.lines import STRAY_LETTERS, TableLine, is_across
from pipeline.action_table.titles import title_of
from pipeline.plan import Column, Role

FEWEST = 3
"""Lines of a kind from which a table is seen to have a habit."""

HABIT = 0.8
"""Share of the lines with one style of number that stand alone where that style numbers components."""

LIKE_A_COMPONENT = 80
"""Likeness in percent from which a text is a component's name."""

_CALLED_INDICATOR = re.compile(r"^\s*indikator\s*(?:\d{1,2}\s*)?[:.)–-]\s*", re.IGNORECASE)

Lines = Sequence[TableLine]


def lift(columns: Sequence[Column], lines: Lines) -> tuple[tuple[Column, ...], list[TableLine]]:
    """The columns and lines with what stands in lines of its own in a column more, the last one; else as they are."""
    roles = {column.role for column in columns}
    if "indicator" not in roles:
        columns, lines = _lift_indicators(columns, lines)
    elif "component" not in roles:
        columns, lines = _lift_components(columns, lines)
    return tuple(columns), list(lines)


def _lift_indicators(columns: Sequence[Column], lines: Lines) -> tuple[Sequence[Column], Lines]:
    number = RoleIndex.of(columns).number
    across = {i: _text(line, number) for i, line in enumerate(lines) if is_across(line, len(columns), apart=number)}
    across = {i: text for i, text in across.items() if title_of(text) is None}
    if sum(map(_says_indicator, across.values())) < max(FEWEST, len(across) / 2):
        return columns, lines
    # A line right above another is the component that the other belongs to, unless it sounds like an indicator itself.
    chosen = {i for i, text in across.items() if not _is_component(text) and (i + 1 not in across or _says_indicator(text))}
    lifted = [_moved(line, len(columns), number) if i in chosen else line for i, line in enumerate(lines)]
    return _with_column(_without_item_numbers(columns, lines, chosen, number), "indicator"), lifted


def _lift_components(columns: Sequence[Column], lines: Lines) -> tuple[Sequence[Column], Lines]:
    roles = RoleIndex.of(columns)
    alone = {i: text for i, line in enumerate(lines) if (text := _alone(line, roles)) and title_of(text) is None}
    # The rest of a name that a page break cut stands alone too, at the head of the next page.
    rests = {i for i in alone if i - 1 in alone and lines[i].is_first and not lines[i].text(roles.number)}
    names = {i: f"{text} {alone[i + 1]}" if i + 1 in rests else text for i, text in alone.items() if i not in rests}
    styles = _styles_of_components(roles.number, lines, names)
    chosen = {i for i, name in names.items() if _is_component(name) or _style(lines[i].text(roles.number)) in styles}
    if not chosen:
        return columns, lines
    chosen |= {i for i in rests if i - 1 in chosen}
    bare = [_without_strays(line, roles) if i in chosen else line for i, line in enumerate(lines)]
    lifted = [_moved(line, len(columns), roles.number) if i in chosen else line for i, line in enumerate(bare)]
    return _with_column(columns, "component"), lifted


def _without_strays(line: TableLine, roles: RoleIndex) -> TableLine:
    return replace(line, cells={c: cells for c, cells in line.cells.items() if c in (roles.number, roles.key)})


def _says_indicator(text: str) -> bool:
    return bool(_CALLED_INDICATOR.match(text)) or indicator_likeness(text) > component_likeness(text)


def _is_component(text: str) -> bool:
    return component_likeness(text) >= max(LIKE_A_COMPONENT, indicator_likeness(text))


def _alone(line: TableLine, roles: RoleIndex) -> str:
    """The text under the key column where a number at most stands beside it, or a component's name with strays."""
    text = line.text(roles.key)
    strays = sum(len(beside) for column, beside in line.texts.items() if column not in (roles.number, roles.key))
    return text if strays == 0 or (strays <= STRAY_LETTERS and text and _is_component(text)) else ""


def _styles_of_components(number: int | None, lines: Lines, alone: Iterable[int]) -> frozenset[str]:
    """The styles of number whose lines nearly always stand alone, in a table most of whose lines do not."""
    alone = frozenset(alone)
    every = Counter(_style(line.text(number)) for line in lines)
    bare = Counter(_style(lines[i].text(number)) for i in alone)
    if 2 * len(alone) > len(lines):
        return frozenset()
    return frozenset(style for style, count in bare.items() if style and count >= FEWEST and count >= HABIT * every[style])


def _style(number: str) -> str:
    """ "1", "a", "A", "I": one name for each way of numbering, "" for none."""
    bare = number.strip(" .()")
    for name, form in (("digits", r"\d{1,2}"), ("roman", r"[IVX]{1,5}"), ("small", r"[a-z]"), ("capital", r"[A-Z]")):
        if re.fullmatch(form, bare):
            return name
    return ""


def _has_number(line: TableLine, number: int | None) -> bool:
    """Whether a number has a cell of its own in the line."""
    return number in line.texts and number not in line.wide


def _text(line: TableLine, number: int | None) -> str:
    return " ".join(text for column, text in line.texts.items() if column != number or column in line.wide)


def _moved(line: TableLine, to: int, number: int | None) -> TableLine:
    """The line with its text under the column `to`, its number where it was."""
    kept = {c: cells for c, cells in line.cells.items() if c == number and _has_number(line, number)}
    text = tuple(_uncalled(cell) for c, cells in line.cells.items() if c not in kept for cell in cells if cell.text.strip())
    begins = (line.begins & kept.keys()) | {to}
    return replace(line, cells={**kept, to: text}, begins=frozenset(begins), wide=frozenset())


def _uncalled(cell: Cell) -> Cell:
    """Without the word "Indikator:" before the indicator, which stands for the missing column's header."""
    return replace(cell, text=_CALLED_INDICATOR.sub("", cell.text))


def _without_item_numbers(columns: Sequence[Column], lines: Lines, chosen: set[int], number: int | None) -> list[Column]:
    """Numbers that stand beside the steps and not beside the indicators are no numbers of the plan's rows."""
    columns = list(columns)
    if number is not None and not any(_has_number(lines[i], number) for i in chosen):
        columns[number] = replace(columns[number], role="other")
    return columns


def _with_column(columns: Sequence[Column], role: Role) -> tuple[Column, ...]:
    return (*columns, Column(role, ""))
