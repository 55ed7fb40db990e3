"""The lines of a page cut into stretches at titles of areas and parts, which are rows of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.action_table.known import component_likeness
from pipeline.action_table.roles import is_month
from pipeline.action_table.titles import split_label, title_of
from pipeline.flattened.header import is_column_numbers
from pipeline.flattened.known import candidates, likeness
from pipeline.flattened.stream import TextLine

MOST_TITLE_LINES = 5
LEAST_COLUMN_NUMBERS = 4
AREA_NUMERALS = ("I", "II", "III", "IV", "V", "VI")
MOST_LINES_BEFORE = 4
SENTENCE = 94.0
"""Likeness in percent from which lines and the name below them are an indicator that ends with it."""
SURE_COMPONENT = 90.0
"""Likeness in percent from which a line is the name of a component."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines between two titles."""

    lines: tuple[TextLine, ...]
    is_cut_above: bool


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A line that is a title ("II" / "PENATAAN TATALAKSANA") or the column numbers, as the cells it has."""

    cells: tuple[str, ...]
    is_merged: bool = False
    """Its one cell spans the table."""


def part_months(lines: Sequence[TextLine]) -> tuple[tuple[str, ...], list[TextLine]]:
    """The months at the head of a page, which stand under one column for the time, and the other lines."""
    first = next((i for i, line in enumerate(lines) if not _names_months(line)), len(lines))
    return tuple(word for line in lines[:first] for word in line.words), list(lines[first:])


def _names_months(line: TextLine) -> bool:
    return bool(line.words) and all(is_month(word) and not word.isdigit() for word in line.words)


def stretches(lines: Sequence[TextLine], has_components: bool) -> Iterator[Stretch | TitleRow]:
    """The stretches and titles of one page's lines, in order.

    `has_components` tells that components have a column; where they have none they are titles over their indicators.
    """
    waiting: list[TextLine] = []
    is_cut_above = True
    index = 0
    while index < len(lines):
        title, count = _title_at(lines, index, has_components)
        if title is None or (title.is_merged and _ends_sentence(waiting, title.cells[0])):
            waiting.append(lines[index])
            index += 1
            continue
        if waiting:
            yield Stretch(tuple(waiting), is_cut_above)
            waiting = []
        yield title
        is_cut_above = is_cut_above and is_column_numbers(" ".join(lines[index].words))
        index += count
    if waiting:
        yield Stretch(tuple(waiting), is_cut_above)


def _title_at(lines: Sequence[TextLine], index: int, has_components: bool) -> tuple[TitleRow | None, int]:
    """The title that begins at a line and how many lines it takes."""
    if (count := _counting_lines(lines, index)) >= LEAST_COLUMN_NUMBERS:
        return TitleRow(tuple(line.words[0] for line in lines[index : index + count])), count
    if is_column_numbers(" ".join(lines[index].words)):
        return TitleRow(tuple(re.findall(r"\d+", " ".join(lines[index].words)))), 1
    found: tuple[TitleRow | None, int] = (None, 0)
    for count in range(1, min(MOST_TITLE_LINES, len(lines) - index) + 1):
        text = " ".join(" ".join(line.words) for line in lines[index : index + count])
        if not re.search(r"[A-Z]", " ".join(lines[index + count - 1].words)):
            break
        if count > 1 and _begins_with_label(lines[index + count - 1]):
            break
        label, rest = split_label(text)
        if text.upper() == text and (title := title_of(text)) is not None:
            if count > 1 and len(lines[index].words) == 1 and _is_other_numeral(label, title.area):
                break
            found = (TitleRow((label, rest)), count)
        elif not has_components and count < 3 and _names_component(lines[index : index + count], lines[index + count :]):
            found = (TitleRow((text,), is_merged=True), count)
    return found


def _counting_lines(lines: Sequence[TextLine], index: int) -> int:
    """How many lines from one on count the columns, a number a line."""
    last = 0
    for count, line in enumerate(lines[index:]):
        number = int(line.words[0]) if len(line.words) == 1 and re.fullmatch(r"\d{1,2}", line.words[0]) else 0
        if not last <= number <= last + 1 or number == 0:
            return count
        last = number
    return len(lines) - index


def _ends_sentence(above: Sequence[TextLine], name: str) -> bool:
    """Whether a component's name is the end of an indicator ("evaluasi atas penerapan / Whistle Blowing System")."""
    words: list[str] = []
    for line in reversed(above[-MOST_LINES_BEFORE:]):
        words = [*line.words, *words]
        sentences = candidates([*words, *name.split()])
        whole = likeness(" ".join([*words, name]), sentences)
        if whole >= SENTENCE and whole > likeness(" ".join(words), sentences):
            return True
    return False


def _is_other_numeral(label: str, area: int | None) -> bool:
    """Whether a numeral on a line of its own is not that of the area below it, and so the end of a cell ("Pokja / III")."""
    return area is not None and label in AREA_NUMERALS and AREA_NUMERALS.index(label) + 1 != area


def _begins_with_label(line: TextLine) -> bool:
    """Whether a line in capitals begins with its numeral; what stands above it is the end of a cell ("Triwulan / II")."""
    text = " ".join(line.words)
    label, rest = split_label(text)
    return bool(label) and text.upper() == text and re.search(r"[A-Z]{4}", rest) is not None


def _names_component(lines: Sequence[TextLine], below: Sequence[TextLine]) -> bool:
    """Whether all of the lines are needed to name it: a time above the title is the end of the row before.

    Indicators begin with their component's name ("Standar Pelayanan / telah dimaklumatkan"): a title has no small letter below.
    """
    if below and below[0].words and re.match(r"[a-z]+(?![a-z]*[.)])", below[0].words[0]):
        return False
    texts = [" ".join(line.words) for line in lines]
    whole, last = (component_likeness(split_label(text)[1]) for text in (" ".join(texts), texts[-1]))
    return whole >= SURE_COMPONENT and (len(lines) == 1 or whole > last)
