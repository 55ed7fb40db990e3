"""Lines of a page as pieces: runs of words with no more than a blank between them, which never reach over a white gutter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.document import Box, Word
from extractors.layout import lines_of

WIDE_BLANK = 0.6
"""Share of the type size from which a gap between words is no blank; two paddings meet in a gutter, so that it is wider."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line that stand together."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def centre(self) -> float:
        return (self.box[0] + self.box[2]) / 2


@dataclass(frozen=True, slots=True)
class PieceLine:
    """The pieces on one baseline, left to right, with the height they take in points."""

    pieces: tuple[Piece, ...]
    top: float
    bottom: float

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for piece in self.pieces for word in piece.words)

    @property
    def is_bold(self) -> bool:
        return all(word.bold for word in self.words)


def piece_lines(words: Iterable[Word]) -> list[PieceLine]:
    """The lines of a page, top to bottom."""
    lines = (_pieces(line.words) for line in lines_of(words))
    return [PieceLine(p, min(x.box[1] for x in p), max(x.box[3] for x in p)) for p in lines]


def line_height(lines: Sequence[PieceLine]) -> float:
    """The usual height of a line in points."""
    return median(line.bottom - line.top for line in lines) if lines else 0.0


def _pieces(words: Sequence[Word]) -> tuple[Piece, ...]:
    groups = [[words[0]]]
    for before, word in pairwise(words):
        if word.box[0] - before.box[2] > WIDE_BLANK * max(before.size, word.box[3] - word.box[1]):
            groups.append([word])
        else:
            groups[-1].append(word)
    return tuple(Piece(tuple(group), box_of(group)) for group in groups)


def box_of(words: Sequence[Word]) -> Box:
    """The box that holds all the words."""
    boxes = [word.box for word in words]
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
