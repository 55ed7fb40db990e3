"""The crops of a page read, each in the way that suits it."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from extractors.ocr.engine import Engine, Layout, OcrWord
from extractors.scan.geometry.straighten import WORK_DPI
from extractors.scan.letters.crops import MARGIN, Crop, bounds_of, legible_marks, print_marks
from extractors.scan.letters.shapes import read_bar, read_bars, read_dashes
from extractors.scan.letters.unread import with_unread

HIGHEST_LINE = round(0.2 * WORK_DPI)
"""Print no higher than this (pixels) is one line of text."""

LETTERS_HIGH = 1.7
"""A line is no higher than so many times its highest letter, tails included; two lines are twice as high at least."""

ENLARGED = 1.5
"""What gives no words is read again this much larger."""

LONE_STROKES = ("", "l", "|", "!", "i", "]", "[", "/")
"""What engines make of a numeral that is one stroke, besides the numeral itself."""

SURE = 0.95
"""Confidence of what is told by shape."""


def read_cells(engine: Engine, crops: Sequence[Crop]) -> list[list[OcrWord]]:
    """The words of each cell: told by shape, as a line, or as a block."""
    read: list[list[OcrWord]] = [_read_shape(crop.image) for crop in crops]
    lines = [i for i, crop in enumerate(crops) if not read[i] and _is_line(crop.image)]
    blocks = [i for i in range(len(crops)) if not read[i] and i not in set(lines)]
    for layout, chosen in ((Layout.LINE, lines), (Layout.BLOCK, blocks)):
        found = engine.read([crops[i].image for i in chosen], layout, WORK_DPI)
        for i, words in zip(chosen, found, strict=True):
            read[i] = words
    settled = [_settled(engine, crop.image, words) for crop, words in zip(crops, read, strict=True)]
    return with_unread(engine, [crop.image for crop in crops], settled)


def _settled(engine: Engine, image: np.ndarray, words: list[OcrWord]) -> list[OcrWord]:
    """What a cell holds at last: a lone stroke goes by its shape, and what gave no words gets a second try."""
    text = "".join(word.text for word in words)
    if text in LONE_STROKES and len(print_marks(image)) and (shape := read_bar(image)):
        return [_whole(image, shape)]
    return words or _read_again(engine, image)


def _read_shape(image: np.ndarray) -> list[OcrWord]:
    text = read_dashes(image) or read_bars(image)
    return [_whole(image, text)] if text else []


def _whole(image: np.ndarray, text: str) -> OcrWord:
    """A word of all the print of a crop."""
    return OcrWord(text, bounds_of(legible_marks(image)), SURE, 0)


def _is_line(image: np.ndarray) -> bool:
    """Whether print is one line: low, and hardly higher than its highest letter, as two lines of small type are."""
    height = image.shape[0] - 4 * MARGIN
    return height <= HIGHEST_LINE and height <= LETTERS_HIGH * float(print_marks(image)[:, 3].max(initial=0))


def _read_again(engine: Engine, image: np.ndarray) -> list[OcrWord]:
    """A second try at a cell that has print but gave no words: larger, and in the other layout."""
    if len(print_marks(image)) == 0:
        return []
    large = cv2.resize(image, None, fx=ENLARGED, fy=ENLARGED, interpolation=cv2.INTER_CUBIC)
    words = engine.read([large], Layout.LINE if _is_line(image) else Layout.BLOCK, round(WORK_DPI * ENLARGED))[0]
    return [_shrunk(word) for word in words]


def _shrunk(word: OcrWord) -> OcrWord:
    x0, top, x1, bottom = (round(v / ENLARGED) for v in word.box)
    return OcrWord(word.text, (x0, top, x1, bottom), word.confidence, word.line)
