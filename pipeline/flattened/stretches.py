"""The lines of a page cut into stretches at titles of areas and parts, which are rows of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.action_table.titles import split_label, title_of
from pipeline.flattened.header import is_column_numbers
from pipeline.flattened.stream import TextLine

MOST_TITLE_LINES = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines between two titles."""

    lines: tuple[TextLine, ...]
    is_cut_above: bool


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A line that is a title ("II" / "PENATAAN TATALAKSANA") or the column numbers, as the cells it has."""

    cells: tuple[str, ...]


def stretches(lines: Sequence[TextLine]) -> Iterator[Stretch | TitleRow]:
    """The stretches and titles of one page's lines, in order."""
    waiting: list[TextLine] = []
    is_cut_above = True
    index = 0
    while index < len(lines):
        title, count = _title_at(lines, index)
        if title is None:
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


def _title_at(lines: Sequence[TextLine], index: int) -> tuple[TitleRow | None, int]:
    """The title that begins at a line and how many lines it takes."""
    if is_column_numbers(" ".join(lines[index].words)):
        return TitleRow(tuple(re.findall(r"\d+", " ".join(lines[index].words)))), 1
    found: tuple[TitleRow | None, int] = (None, 0)
    for count in range(1, MOST_TITLE_LINES + 1):
        text = " ".join(" ".join(line.words) for line in lines[index : index + count])
        last = " ".join(lines[min(index + count, len(lines)) - 1].words)
        if text.upper() != text or index + count > len(lines) or not re.search(r"[A-Z]", last):
            break
        if title_of(text) is not None:
            label, rest = split_label(text)
            found = (TitleRow((label, rest)), count)
    return found
