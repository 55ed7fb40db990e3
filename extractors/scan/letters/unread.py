"""Print that an engine passed over: lines and words of a block that came back without a reading are read again by themselves.

Where a faint line stands among others, Tesseract sometimes takes it for a picture or for noise and says nothing about it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.ocr.engine import Engine, Layout, OcrWord
from extractors.scan.geometry.straighten import WORK_DPI
from extractors.scan.letters.crops import Crop, bounds_of, cut_out, print_marks

LOWEST_LETTER = round(0.04 * WORK_DPI)
FEWEST_LETTERS = 3
"""Marks as high as letters that make a piece of text; fewer are dust, or what a misplaced box left out."""

MOST_PIECES = 12
"""An image with more pieces that were not read holds a picture."""

NEAR = 4
"""A mark this near (pixels) to the box of a word belongs to it."""

EDGE = 2
"""Pixels about a piece's marks that are cut out with them, for the grey edges of their strokes."""

STOP = 6
"""The same behind a piece, where its stop may stand; the blank before the next word is wider."""

WORDS_APART = round(0.15 * WORK_DPI)
"""Marks on one line farther apart than this belong to different pieces: a word that was read may stand between them."""

ENLARGED = 1.5

SURE = 0.6
"""A piece whose words are read with less confidence than this is a stamp or a scribble."""


def with_unread(engine: Engine, images: Sequence[np.ndarray], read: Sequence[list[OcrWord]]) -> list[list[OcrWord]]:
    """What was `read` of each image and, in their places, the words of the pieces that were not."""
    unread = [list(_unread_pieces(image, words)) for image, words in zip(images, read, strict=True)]
    pieces = [(i, piece) for i, found in enumerate(unread) if len(found) <= MOST_PIECES for piece in found]
    added: dict[int, list[list[OcrWord]]] = defaultdict(list)
    for (i, _), words in zip(pieces, _read_alone(engine, [piece for _, piece in pieces]), strict=True):
        if words:
            added[i].append(words)
    return [_in_order(words, added[i]) if i in added else words for i, words in enumerate(read)]


def _read_alone(engine: Engine, pieces: Sequence[Crop]) -> list[list[OcrWord]]:
    """The words of each piece, in pixels of what it was cut from; what gives no sure ones is looked at in other ways.

    Whether Tesseract takes a faint or underlined line for text turns on a few pixels of it and of its surroundings.
    """
    placed: list[list[OcrWord]] = [[] for _ in pieces]
    for look, scale in _LOOKS:
        silent = [i for i, words in enumerate(placed) if not words]
        looks = [look(pieces[i]) for i in silent]
        for i, crop, words in zip(silent, looks, engine.read([c.image for c in looks], Layout.LINE, WORK_DPI), strict=True):
            if words and float(np.mean([word.confidence for word in words])) >= SURE:
                placed[i] = [_moved(word, crop, scale) for word in words]
    return placed


def _as_is(piece: Crop) -> Crop:
    return piece


def _with_more_white(piece: Crop) -> Crop:
    return cut_out(piece.image, (0, 0, *piece.image.shape[::-1]), piece.left, piece.top)


def _softened(piece: Crop) -> Crop:
    return replace(piece, image=cv2.GaussianBlur(piece.image, (3, 3), 0))


def _enlarged(piece: Crop) -> Crop:
    return replace(piece, image=cv2.resize(piece.image, None, fx=ENLARGED, fy=ENLARGED, interpolation=cv2.INTER_CUBIC))


_LOOKS = ((_as_is, 1.0), (_with_more_white, 1.0), (_softened, 1.0), (_enlarged, ENLARGED))
"""Ways to look at a piece, and how much larger each makes it."""


def _unread_pieces(image: np.ndarray, words: Sequence[OcrWord]) -> Iterator[Crop]:
    """The pieces of lines in an image without a word on them."""
    marks = print_marks(image)
    marks = marks[marks[:, 3] >= LOWEST_LETTER]
    x, y = marks[:, 0] + marks[:, 2] / 2, marks[:, 1] + marks[:, 3] / 2
    is_read = np.zeros(len(marks), bool)
    for word in words:
        x0, top, x1, bottom = word.box
        is_read |= (x0 - NEAR <= x) & (x <= x1 + NEAR) & (top - NEAR <= y) & (y <= bottom + NEAR)
        is_read |= _hold(marks, (x0 + x1) / 2, (top + bottom) / 2)  # words underlined as one, whose middle is a blank
    for line in _lines(marks[~is_read]):
        ends = np.maximum.accumulate(line[:, 0] + line[:, 2])
        for piece in np.split(line, np.flatnonzero(line[1:, 0] - ends[:-1] > WORDS_APART) + 1):
            if np.maximum(piece[:, 2] // piece[:, 3], 1).sum() >= FEWEST_LETTERS:  # underlined words are one mark
                left, top, right, bottom = bounds_of(piece)
                yield cut_out(image, (max(left - EDGE, 0), max(top - EDGE, 0), right + STOP, bottom + EDGE))


def _hold(marks: np.ndarray, x: float, y: float) -> np.ndarray:
    """Which of the marks a point lies in."""
    left, top, width, height = marks[:, :4].T
    return np.asarray((left <= x) & (x <= left + width) & (top <= y) & (y <= top + height))


def _lines(marks: np.ndarray) -> Iterator[np.ndarray]:
    """Marks that stand side by side, from left to right."""
    line: list[np.ndarray] = []
    for mark in marks[np.argsort(marks[:, 1] + marks[:, 3] / 2)]:
        if line and mark[1] + mark[3] / 2 > max(one[1] + one[3] for one in line):
            yield np.array(sorted(line, key=lambda one: one[0]))
            line = []
        line.append(mark)
    if line:
        yield np.array(sorted(line, key=lambda one: one[0]))


def _moved(word: OcrWord, piece: Crop, scale: float) -> OcrWord:
    x0, top, x1, bottom = (round(v / scale) for v in word.box)
    return replace(word, box=(x0 + piece.left, top + piece.top, x1 + piece.left, bottom + piece.top))


def _in_order(words: Sequence[OcrWord], added: Sequence[list[OcrWord]]) -> list[OcrWord]:
    """The words line by line from the top down, their lines counted anew."""
    lines = [[word for word in words if word.line == line] for line in sorted({word.line for word in words})]
    ordered = sorted([*lines, *added], key=lambda line: min(word.box[3] for word in line))
    return [replace(word, line=number) for number, line in enumerate(ordered) for word in line]
