"""The words of a flattened table with what their lines say: where a line begins, how many blanks stand before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

SHARE_OF_MARKED_LINES = 0.04
"""From this share of lines with two blanks or more at their beginning the tool wrote a blank for each empty cell."""


LONG_LINE = 60
"""Letters before the last word of a line that no column of a table on paper holds."""
SHARE_OF_LONG_LINES = 0.04


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a cell or several; `blanks` are the white letters before its first word."""

    words: tuple[str, ...]
    blanks: int
    places: tuple[int, ...] = ()
    """Where each word begins, in letters from the left."""
    gap: int = 0
    """Empty lines before it."""


@dataclass(frozen=True, slots=True)
class Stream:
    """Words of a stretch of lines. `line_of[i]` is the line of word i, `starts[k]` the first word of line k."""

    words: tuple[str, ...]
    line_of: tuple[int, ...]
    starts: tuple[int, ...]
    blanks: tuple[int, ...]
    gaps: tuple[int, ...]
    """The empty lines before each line."""
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


def text_lines(raws: Iterable[str]) -> Iterator[TextLine]:
    """The lines that are not empty."""
    gap = 0
    for raw in raws:
        if raw.strip():
            yield text_line(raw, gap)
            gap = 0
        else:
            gap += 1


def text_line(raw: str, gap: int = 0) -> TextLine:
    words = list(re.finditer(r"\S+", raw))
    places = tuple(word.start() for word in words)
    return TextLine(tuple(word.group() for word in words), len(raw) - len(raw.lstrip()), places, gap)


def stream_of(lines: Sequence[TextLine], is_cut_above: bool) -> Stream:
    words: list[str] = []
    line_of: list[int] = []
    starts: list[int] = []
    for index, line in enumerate(lines):
        starts.append(len(words))
        words += line.words
        line_of += [index] * len(line.words)
    return Stream(
        tuple(words),
        tuple(line_of),
        tuple(starts),
        tuple(line.blanks for line in lines),
        tuple(line.gap for line in lines),
        is_cut_above,
    )


def has_marks(lines: Sequence[TextLine]) -> bool:
    """Whether blanks at the beginning of lines stand for empty cells."""
    marked = sum(1 for line in lines if line.blanks >= 2)
    return marked >= 3 and marked >= SHARE_OF_MARKED_LINES * len(lines)


def has_whole_paragraphs(lines: Sequence[TextLine]) -> bool:
    """Whether each line is a paragraph of a cell, as long as it may be."""
    long = sum(1 for line in lines if line.places and line.places[-1] >= LONG_LINE)
    return long >= SHARE_OF_LONG_LINES * len(lines)
