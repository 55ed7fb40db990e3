"""Signs that Tesseract's Indonesian model does not know or confuses, put right by their shape in the image.

It has hardly met a semicolon (read as comma or colon) or a percent sign (`percents.py`), reads one dash as two of
different kinds, and ZI, the name of the programme all these plans are for, as Z1 or Zl. Nothing else is corrected:
names and misprints are the document's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

import numpy as np

from extractors.ocr.engine import OcrWord
from extractors.scan.components import components
from extractors.scan.letters.percents import mend_percents

INK = 160
BELOW = 6
"""Pixels looked at below a word's box, for the tail of a comma."""

_PROGRAMME = re.compile(r"^(\W*)(?:[Zz]{1,2}[1l!|Iit]{1,2}|2[lI])(\W*)$")
_TWO_DASHES = re.compile(r"^(?=.*-)(?=.*[–—])[-–—]{2}$")
_NO_NUMBER = re.compile(r"(?<=\d)(?:Y[0-9]?|[%YyJFfI]o|[479][ce]|%[0-9])(?=[.,;:)]*$)")
"""What can be nothing but a percent sign."""
_LESS_THAN = re.compile(r"^[K£€](?=\d+%)")
_STOPS = re.compile(r"^(.*[\w)\"”])([.,:;])$")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A connected mark of ink, in pixels of the word's cut-out."""

    x0: int
    top: int
    x1: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def width(self) -> int:
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def mend(words: Sequence[OcrWord], image: np.ndarray) -> Iterator[OcrWord]:
    """The words of an image with the signs told by shape put right."""
    for word in mend_percents(words, image):
        text = _PROGRAMME.sub(r"\1ZI\2", word.text)
        text = _TWO_DASHES.sub("–", text)
        text = _NO_NUMBER.sub("%", text)
        text = _LESS_THAN.sub("<", text)
        if _STOPS.match(text):
            text = _mended_stop(text, _marks(word, image))
        yield replace(word, text=text) if text != word.text else word


def _marks(word: OcrWord, image: np.ndarray) -> list[_Mark]:
    """The marks of a word, from left to right."""
    x0, top, x1, bottom = word.box
    piece = image[max(top - 2, 0) : bottom + BELOW, max(x0 - 1, 0) : x1 + 4]
    _, _, stats, _ = components((piece < _ink(piece)).astype(np.uint8))
    return sorted((_Mark(x, y, x + w, y + h) for x, y, w, h, area in stats[1:].tolist() if area >= 3), key=lambda m: m.x0)


def _ink(piece: np.ndarray) -> float:
    """Grey below which a pixel is ink: halfway from the word's darkest strokes to the paper, as print may be faint."""
    return max((float(np.percentile(piece, 3)) + 255) / 2, INK) if piece.size else INK


def _mended_stop(text: str, marks: list[_Mark]) -> str:
    """Comma, colon or semicolon at a word's end: two marks are a colon or semicolon, the semicolon's lower one has a tail."""
    letters = [mark for mark in marks if mark.height >= 8]
    if len(marks) < 3 or not letters:
        return text
    size = max(mark.height for mark in letters)
    last = marks[-1]
    pair = [mark for mark in marks if abs(mark.middle - last.middle) <= 0.1 * size + 0.5 and mark.height < 0.45 * size]
    if len(pair) != 2 or max(mark.width for mark in pair) > 0.35 * size or last.x0 < letters[-1].x1 - 2:
        return text
    upper, lower = sorted(pair, key=lambda mark: mark.top)
    foot = median(mark.bottom for mark in letters)
    if lower.top < upper.bottom + 2 or lower.top >= foot:  # below the letters' feet stands the next line
        return text
    hangs = lower.bottom - foot >= 0.04 * size
    return text[:-1] + (";" if lower.height >= (1.2 if hangs else 1.35) * upper.height else ":")
