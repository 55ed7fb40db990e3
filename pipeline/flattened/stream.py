"""The words of a flattened table with what their lines say: where a line begins, how many blanks stand before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

SHARE_OF_MARKED_LINES = 0.04
"""From this share of lines with two blanks or more at their beginning the tool wrote a blank for each empty cell."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a cell or several; `blanks` are the white letters before its first word."""

    words: tuple[str, ...]
    blanks: int
    places: tuple[int, ...] = ()
    """Where each word begins, in letters from the left."""


@dataclass(frozen=True, slots=True)
class Stream:
    """Words of a stretch of lines. `line_of[i]` is the line of word i, `starts[k]` the first word of line k."""

    words: tuple[str, ...]
    line_of: tuple[int, ...]
    starts: tuple[int, ...]
    blanks: tuple[int, ...]
    is_cut_above: bool
    """Whether a page break stands before the first line, so that it may go on with any cell."""

    def end_of_line(self, line: int) -> int:
        return self.starts[line + 1] if line + 1 < len(self.starts) else len(self.words)

    def text(self, start: int, end: int) -> str:
        return " ".join(self.words[start:end])

    def lines(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts (start, end) of the lines that words start to end stand on."""
        parts = []
        while start < end:
            stop = min(end, self.end_of_line(self.line_of[start]))
            parts.append((start, stop))
            start = stop
        return parts


def text_line(raw: str) -> TextLine:
    words = list(re.finditer(r"\S+", raw))
    places = tuple(word.start() for word in words)
    return TextLine(tuple(word.group() for word in words), len(raw) - len(raw.lstrip()), places)


def stream_of(lines: Sequence[TextLine], is_cut_above: bool) -> Stream:
    words: list[str] = []
    line_of: list[int] = []
    starts: list[int] = []
    for index, line in enumerate(lines):
        starts.append(len(words))
        words += line.words
        line_of += [index] * len(line.words)
    return Stream(tuple(words), tuple(line_of), tuple(starts), tuple(line.blanks for line in lines), is_cut_above)


def has_marks(lines: Sequence[TextLine]) -> bool:
    """Whether blanks at the beginning of lines stand for empty cells."""
    marked = sum(1 for line in lines if line.blanks >= 2)
    return marked >= 3 and marked >= SHARE_OF_MARKED_LINES * len(lines)
