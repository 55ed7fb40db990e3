"""Lines to columns: a signature block for two people stands side by side, and its lines run through both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Box, Place, Word
from pipeline.prose import TextLine, plain

COLUMN_GAP_HEIGHTS = 1.9
"""A gap between words wider than this many line heights parts columns; justified prose stays well below."""

CHARACTER_WIDTH = 6.0
"""Points a character of plain text counts for where blanks set the columns."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words in one column. `x0`, `x1` are points (or counted characters); `row` is the line's number in the stream.

    `group` is what may be read together: a page, or a table's column, or the whole text.
    """

    text: str
    x0: float
    x1: float
    row: int
    group: tuple[object, ...]
    place: Place
    top: float | None = None
    bottom: float | None = None
    bold: bool = False

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


def read_segments(lines: Sequence[TextLine]) -> tuple[Segment, ...]:
    """The columns' segments of all lines, in reading order."""
    return tuple(segment for row, line in enumerate(lines) for segment in _segments(row, line))


def above(segment: Segment, segments: Sequence[Segment], most: int = 16) -> list[Segment]:
    """The segments that stand above one in its column, nearest first."""
    earlier = [s for s in segments if s.group == segment.group and s.row < segment.row and shares_column(s, segment)]
    return list(reversed(earlier[-most:]))


def below(segment: Segment, segments: Sequence[Segment], most: int = 16) -> list[Segment]:
    """The segments that stand below one in its column, nearest first."""
    return [s for s in segments if s.group == segment.group and s.row > segment.row and shares_column(s, segment)][:most]


def shares_column(one: Segment, other: Segment) -> bool:
    """Whether one stands over the other: the middle of the narrower lies within the wider."""
    narrow, wide = sorted((one, other), key=lambda s: s.x1 - s.x0)
    return wide.x0 - 4 <= narrow.centre <= wide.x1 + 4 or abs(one.x0 - other.x0) < 6


def _segments(row: int, line: TextLine) -> Iterator[Segment]:
    group: tuple[object, ...] = (line.page,) if line.page is not None else ()
    if line.row is not None:
        yield Segment(line.text, 0.0, 1e4, row, (line.block, line.column), line.place, bold=line.bold)
    elif line.words and line.box is not None:
        for words in _runs(line.words, COLUMN_GAP_HEIGHTS * max(line.box[3] - line.box[1], 6.0)):
            yield _worded(row, words, group, line)
    else:
        yield from _spaced(row, line, group)


def _runs(words: Sequence[Word], gap: float) -> list[list[Word]]:
    runs: list[list[Word]] = []
    for word in words:
        if runs and word.box[0] - runs[-1][-1].box[2] <= gap:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _worded(row: int, words: Sequence[Word], group: tuple[object, ...], line: TextLine) -> Segment:
    box = _around(word.box for word in words)
    text = plain(" ".join(word.text for word in words))
    bold = all(word.bold for word in words)
    return Segment(text, box[0], box[2], row, group, Place(line.page, box), box[1], box[3], bold)


def _around(boxes: Iterable[Box]) -> Box:
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return min(x0s), min(tops), max(x1s), max(bottoms)


def _spaced(row: int, line: TextLine, group: tuple[object, ...]) -> Iterator[Segment]:
    """Plain text: columns where tabs or three blanks part them; else the line counts for the whole width."""
    parts = list(re.finditer(r"\S+(?:[ ]{1,2}\S+)*", line.text))
    for part in parts:
        x0, x1 = (0.0, 1e4) if len(parts) == 1 else (part.start() * CHARACTER_WIDTH, part.end() * CHARACTER_WIDTH)
        yield Segment(part[0], x0, x1, row, group, line.place, bold=line.bold)
