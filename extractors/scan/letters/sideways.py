"""Cells printed sideways: months over narrow columns, an area's name beside its rows. Pixels of the crop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import cv2
import numpy as np

from extractors.document import Word
from extractors.ocr.engine import Engine, Layout, OcrWord
from extractors.scan.geometry.straighten import WORK_DPI
from extractors.scan.letters.crops import MARGIN, Crop

TALL = 1.4
"""Height over width of print that may be sideways: a month of three letters is half as high again as its line."""

HIGHER_THAN_A_LINE = round(0.2 * WORK_DPI)
"""Print lower than this is one upright line."""

DOUBTFUL = 0.7
"""Confidence below which such print is also tried on its side."""

SHORT = 2.0
"""Letters a line up to which upright lines may be the letters of sideways print."""

LEGIBLE = 0.6
"""Confidence from which what is read on its side is believed, if there is more of it than upright."""


def read_sideways(engine: Engine, crop: Crop, upright: Sequence[OcrWord], scale: float) -> list[Word]:
    """The lines of a crop printed sideways, each as one word of the page in points (`scale` points a pixel).

    `upright` is what the engine read in the crop as it stands; where that is right, the list is empty.
    """
    if not _may_be_sideways(crop.image, upright):
        return []
    for turn in (cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_90_COUNTERCLOCKWISE):
        words = engine.read([cv2.rotate(crop.image, turn)], Layout.BLOCK, WORK_DPI)[0]
        if _confidence(words) >= LEGIBLE and _legibility(words) > _legibility(upright):
            return list(_lines(words, turn, crop, scale))
    return []


def _may_be_sideways(image: np.ndarray, upright: Sequence[OcrWord]) -> bool:
    height, width = (side - 4 * MARGIN for side in image.shape)
    if height <= max(HIGHER_THAN_A_LINE, TALL * width):
        return False
    letters, lines = sum(len(word.text) for word in upright), len({word.line for word in upright})
    return _confidence(upright) < DOUBTFUL or letters <= SHORT * lines


def _legibility(words: Sequence[OcrWord]) -> float:
    """Letters read, weighed by their confidence."""
    return sum(word.confidence * sum(c.isalnum() for c in word.text) for word in words)


def _confidence(words: Sequence[OcrWord]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _lines(words: Sequence[OcrWord], turn: int, crop: Crop, scale: float) -> Iterator[Word]:
    height, width = crop.image.shape
    is_clockwise = turn == cv2.ROTATE_90_CLOCKWISE
    for _, grouped in groupby(words, key=lambda word: word.line):
        line = list(grouped)
        x0, top = (min(word.box[i] for word in line) for i in (0, 1))
        x1, bottom = (max(word.box[i] for word in line) for i in (2, 3))
        box = (top, height - x1, bottom, height - x0) if is_clockwise else (width - bottom, x0, width - top, x1)
        left, upper, right, lower = (scale * (v + shift) for v, shift in zip(box, (crop.left, crop.top) * 2, strict=True))
        yield Word(" ".join(word.text for word in line), (left, upper, right, lower), _confidence(line), (bottom - top) * scale)
