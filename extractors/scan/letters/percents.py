"""Percent signs, which Tesseract's Indonesian model hardly knows (96, 7, Y6, ”o), told by their two rings.

A ring is lower than a figure and closed: one at the top left, one at the bottom right. In some faces the bar joins them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

import cv2
import numpy as np

from extractors.ocr.engine import OcrWord

INK = 160

LOWEST_RING, HIGHEST_RING = 0.28, 0.68
"""Height of a ring that stands alone; all lengths are shares of a figure's height."""

HIGHEST_HOLE = 0.5
"""Height of the hole of a ring: noughts have higher ones."""

APART = 0.3
"""How far the lower ring stands right of and below the upper one, from middle to middle of their holes."""

WIDEST_FIGURE = 0.8

WHOLE = 100
"""Plans promise no more per cent than this; what is more was a year."""

_NUMBER = re.compile(r"^(\W?)(?!(?:19|20)\d\d[-–])(\d{1,3})([^\s,./()]{0,5}?)([.,;:)]*)$")
"""A number of up to three figures and what may have been a percent sign behind it."""

_USUAL = re.compile(r"^(?!19[479]\d$)(\d{1,3})[479][0-9oOG]$")
"""What the engine makes of most percent signs; never in what may be a year."""

_NO_FIGURE = re.compile(r"^(?:[479][0-9oOG]?|\d?[^\s\d].*)$")
"""What it makes of others, behind the figures."""

_RIGHT = re.compile(r"^\W?(?:100|[1-9]?\d)%")

_FIGURES = re.compile(r"^\d{3}|^00")
"""What it makes of none: figures that touch each other."""

_REST = re.compile(r"^(?!\W?[-–—.,;:]\W?$)(?:[YyJFfI]o|[YK]|[79][o0]?|[^\s\w(]+o?)[.,;:)]*$")
"""What may be a percent sign that was read as a word of its own; a dash or a stop is the next thing said."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark of ink and its holes, in pixels of the piece looked at."""

    box: tuple[int, int, int, int]
    holes: tuple[tuple[int, int, int, int], ...]

    @property
    def height(self) -> int:
        return self.box[3] - self.box[1]

    @property
    def width(self) -> int:
        return self.box[2] - self.box[0]


def mend_percents(words: Sequence[OcrWord], image: np.ndarray) -> Iterator[OcrWord]:
    """The words of an image (grey) with the percent signs behind numbers put right."""
    skipped = False
    for place, word in enumerate(words):
        if skipped:
            skipped = False
            continue
        after = words[place + 1] if place + 1 < len(words) and words[place + 1].line == word.line else None
        mended = _mended(word, after, image)
        yield mended
        skipped = mended is not word and after is not None and after.box[0] < mended.box[2]


def _mended(word: OcrWord, after: OcrWord | None, image: np.ndarray) -> OcrWord:
    """The word with the percent sign that stands at its end, or between it and the next word; the same word where none does."""
    match = _NUMBER.match(word.text)
    if match is None or _RIGHT.match(word.text):
        return word
    x0, top, x1, bottom = word.box
    room = round(1.2 * (bottom - top))
    is_rest = after is not None and bool(_REST.match(after.text)) and after.box[0] < x1 + room
    limit = image.shape[1] if after is None else (after.box[2] if is_rest else after.box[0])
    marks = _marks(image[max(top - 2, 0) : bottom + 2, x0 : min(x1 + room, limit)])
    marks = marks[1:] if match[1] else marks
    count = _figures_before_sign(match[2] + match[3], marks, is_rest=is_rest)
    if not 0 < count <= len(match[2]) or int(match[2][:count]) > WHOLE:
        return word
    right = x0 + max(mark.box[2] for mark in marks)
    return replace(word, text=f"{match[1]}{match[2][:count]}%{match[4]}", box=(x0, top, max(x1, right), bottom))


def _figures_before_sign(text: str, marks: Sequence[_Mark], *, is_rest: bool) -> int:
    """How many figures stand before a percent sign, 0 where there is none.

    Closed rings are enough whatever was read; where what was read can be no number, or the usual one, a ring or a wide mark is.
    """
    size = max((mark.height for mark in marks), default=0)
    usual = _USUAL.match(text)
    if usual and any(_looks_like_sign([mark]) or _is_ring(mark, size) for mark in marks[-3:]):
        return len(usual[1])
    count = len(list(takewhile(lambda mark: _is_figure(mark, size), marks)))
    sign, rest = marks[count:], text[count:]
    is_sign = _has_rings(sign) and not _FIGURES.match(rest)
    return count if is_sign or (_looks_like_sign(sign) and (is_rest or _NO_FIGURE.match(rest))) else 0


def _is_figure(mark: _Mark, size: int) -> bool:
    return mark.height >= 0.8 * size and mark.width <= WIDEST_FIGURE * mark.height


def _looks_like_sign(marks: Sequence[_Mark]) -> bool:
    """Whether marks behind figures begin with one as low as a ring, or wider than figures: enough where the text is no number."""
    size = max((mark.height for mark in marks), default=0)
    if not size:
        return False
    first = marks[0]
    is_upper = first.box[1] <= min(mark.box[1] for mark in marks) + 0.2 * size
    return (_is_ring(first, size) and is_upper) or (first.height >= 0.8 * size and first.width > 0.85 * first.height)


def _is_ring(mark: _Mark, size: int) -> bool:
    return LOWEST_RING * size <= mark.height <= HIGHEST_RING * size and mark.width > 0.2 * size


def _has_rings(marks: Sequence[_Mark]) -> bool:
    """Whether marks have two rings as a percent sign has them, closed: enough whatever was read."""
    size = max((mark.height for mark in marks), default=0)
    rings = [
        hole
        for mark in marks
        for hole in mark.holes
        if hole[3] - hole[1] <= HIGHEST_HOLE * size
        and (LOWEST_RING * size <= mark.height <= HIGHEST_RING * size or mark.width > WIDEST_FIGURE * mark.height)
    ]
    return any(
        APART * size <= (lower[0] + lower[2] - upper[0] - upper[2]) / 2 <= 1.2 * size
        and (lower[1] + lower[3] - upper[1] - upper[3]) / 2 >= APART * size
        for upper in rings
        for lower in rings
    )


def _marks(piece: np.ndarray) -> list[_Mark]:
    """The marks of a piece that are as high as figures, signs or rings are, with their holes, from left to right."""
    if piece.size == 0:
        return []
    # Print may be faint: ink is what is darker than halfway from the darkest strokes to the paper.
    ink = (piece < max((float(np.percentile(piece, 3)) + 255) / 2, INK)).astype(np.uint8)
    outlines, tree = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    boxes = [_box(outline) for outline in outlines]
    parents = tree[0, :, 3].tolist() if len(outlines) else []
    marks = [
        _Mark(box, tuple(hole for hole, of in zip(boxes, parents, strict=True) if of == i))
        for i, (box, parent) in enumerate(zip(boxes, parents, strict=True))
        if parent < 0 and box[3] - box[1] >= 4
    ]
    return sorted(marks, key=lambda mark: mark.box[0])


def _box(outline: np.ndarray) -> tuple[int, int, int, int]:
    x, y, width, height = cv2.boundingRect(outline)
    return x, y, x + width, y + height
