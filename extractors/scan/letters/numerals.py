"""Numerals and single letters, which engines misread because a word of one or two strokes tells them nothing.

"Semester II" comes back with a quotation mark or "Il" for its numeral, "Triwulan I 2022" as one number, a lone x as "Xx", a 1
without a foot as 4. Strokes in the image decide; where they do not look like a numeral's, the word stays as read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.ocr.engine import OcrWord
from extractors.scan.components import components
from extractors.scan.geometry.straighten import WORK_DPI
from extractors.scan.letters.quarters import NUMBERED, settle_numerals
from extractors.scan.letters.shapes import read_bar, read_bars
from extractors.scan.runs import runs_of

INK = 170

LOW_CAPITAL = round(0.08 * WORK_DPI)
"""Capitals of small print are about this high (pixels), small letters of large print are lower."""

LOW_MARK = 0.5
"""Marks lower than this share of a word's highest are dots and commas."""

WORD_GAP = 0.2
"""White between two words is wider than this share of the figures' height, between two figures it is narrower."""

CONFIDENCE = 0.9
"""The least a word is believed whose strokes say what it is."""

_SHORT = re.compile(r"^([(\[“]?)(.{1,3}?)([.,;:)]*)$")
_STROKES = re.compile(r"^[Il|!\[\]\"”]+$")
"""What engines make of upright strokes."""

_LIKE_ONE = re.compile(r"^[47]$")
"""Figures that a 1 is taken for; neither has a stroke of its full height and nothing else."""

_TWICE = re.compile(r"^([CcKkOoPpSsUuVvWwXxZz])([A-Za-z])([.)]?)$")
_NUMERAL_AND_YEAR = re.compile(r"^([^\W\d]*)([1Il|!])(20[0-4]\d\W*)$")


def settle(words: Sequence[OcrWord], image: np.ndarray) -> Iterator[OcrWord]:
    """The words of an image with numerals and single letters told by their strokes."""
    before = ""
    parted = [part for word in words for part in _parted(word, image)]
    for word in settle_numerals(parted, image):
        settled = _one(word, image) if len(parted) == 1 else word
        settled = _settled(settled, before, image)
        yield settled
        before = settled.text


def _one(word: OcrWord, image: np.ndarray) -> OcrWord:
    """The number of a row whose only stroke says that it is 1; beside other words a faint 4 may look like one."""
    match = _SHORT.match(word.text)
    is_one = match is not None and _LIKE_ONE.match(match[2]) and read_bar(_high_marks(word, image)).startswith("1")
    return _sure(word, f"{match[1]}1{match[3]}") if match is not None and is_one else word


def _settled(word: OcrWord, before: str, image: np.ndarray) -> OcrWord:
    match = _SHORT.match(word.text)
    if match is None:
        return word
    if twice := _once(word, image):
        return _sure(word, twice)
    may_be_numeral = _STROKES.match(match[2]) or NUMBERED.match(before)
    bars = _bars(word, image) if may_be_numeral else ""
    return _sure(word, f"{match[1]}{bars}{match[3]}") if bars else word


def _sure(word: OcrWord, text: str) -> OcrWord:
    return replace(word, text=text, confidence=max(word.confidence, CONFIDENCE))


def _bars(word: OcrWord, image: np.ndarray) -> str:
    """ "I", "II" or "III" where the word's high marks are just that, else ""."""
    strokes = _high_marks(word, image)
    text = read_bars(strokes) or read_bar(strokes)
    return text if text != "1" else ""


def _high_marks(word: OcrWord, image: np.ndarray) -> np.ndarray:
    """The word's cut-out with nothing in it but its high marks."""
    x0, top, x1, bottom = word.box
    piece = image[max(top, 0) : bottom, max(x0 - 1, 0) : x1 + 1]
    _, labels, stats, _ = components((piece < INK).astype(np.uint8))
    heights = stats[:, cv2.CC_STAT_HEIGHT].copy()
    heights[0] = 0
    return np.where((heights >= LOW_MARK * max(heights.max(), 1))[labels], piece, 255).astype(np.uint8)


def _once(word: OcrWord, image: np.ndarray) -> str:
    """The letter that was read as a capital and a small one, where there is but one mark; "" otherwise."""
    match = _TWICE.match(word.text)
    if match is None or match[1].lower() != match[2].lower():
        return ""
    ink = _high_marks(word, image) < INK
    rows, columns = np.nonzero(ink.any(axis=1))[0], np.nonzero(ink.any(axis=0))[0]
    if len(rows) == 0:
        return ""
    height, width = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    if width > 1.6 * height:
        return ""
    return (match[1].upper() if height >= LOW_CAPITAL else match[1].lower()) + match[3]


def _parted(word: OcrWord, image: np.ndarray) -> Iterator[OcrWord]:
    """The word, or the numeral and the year it was made of: no number is written 12022."""
    match = _NUMERAL_AND_YEAR.match(word.text)
    gap = _gap_before_year(word, image) if match else None
    if match is None or gap is None:
        yield word
        return
    x0, top, x1, bottom = word.box
    numeral_at = gap[0] - round(0.4 * (bottom - top))
    if match[1]:
        yield OcrWord(match[1], (x0, top, max(numeral_at, x0 + 1), bottom), word.confidence, word.line)
    yield OcrWord("I", (max(numeral_at, x0) if match[1] else x0, top, gap[0], bottom), word.confidence, word.line)
    yield OcrWord(match[3], (gap[1], top, x1, bottom), word.confidence, word.line)


def _gap_before_year(word: OcrWord, image: np.ndarray) -> tuple[int, int] | None:
    """Columns of the widest gap in a word, as wide as those between words; None where there is none."""
    x0, top, x1, bottom = word.box
    blank = np.asarray(~(image[top:bottom, x0:x1] < INK).any(axis=0))
    gaps = [(a, b) for a, b in runs_of(blank) if a > 0 and b < blank.size]
    wide = [(a, b) for a, b in gaps if b - a >= WORD_GAP * (bottom - top)]
    if not wide:
        return None
    start, end = max(wide, key=lambda gap: gap[1] - gap[0])
    return x0 + start, x0 + end
