"""Lines of a text as lines of a page: a letter is `LETTER` points wide, a line `LINE` points high."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Word
from pipeline.flattened.stream import TextLine
from pipeline.unruled.pieces import Piece, PieceLine, box_of

LETTER = 3.0
"""Chosen so that what is near on a page of print is a letter or less here."""
LINE = 6.0
HEIGHT = 5.0
SPACED_SHARE = 0.3
"""Share of a table's lines that have a gap inside where blanks keep the columns."""
_GAP = re.compile(r"\S {2,}\S")


def is_spaced(lines: Sequence[str]) -> bool:
    """Whether blanks keep the columns of a table apart."""
    filled = [line for line in lines if line.strip()]
    return sum(_GAP.search(line) is not None for line in filled) >= SPACED_SHARE * len(filled)


def piece_line(line: TextLine, number: int) -> PieceLine:
    """A line as pieces, parted where there is more than a blank; `number` counts the lines of its page."""
    top = LINE * number
    words = [
        Word(text, (LETTER * at, top, LETTER * (at + len(text)), top + HEIGHT), size=HEIGHT)
        for text, at in zip(line.words, line.places, strict=True)
    ]
    groups: list[list[Word]] = []
    for word in words:
        if groups and gap(groups[-1][-1], word) < 2:
            groups[-1].append(word)
        else:
            groups.append([word])
    return PieceLine(tuple(Piece(tuple(group), box_of(group)) for group in groups), top, top + HEIGHT)


def gap(left: Word, right: Word) -> int:
    """Blanks between two words of a line."""
    return round((right.box[0] - left.box[2]) / LETTER)
