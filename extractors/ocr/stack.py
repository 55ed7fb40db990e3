"""Many small images on one sheet, and the words of the sheet back to their images."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from extractors.ocr.engine import OcrWord

GAP_PIXELS = 24
"""White between two images: more than a line's leading, so that no line of text bridges it."""

WHITE = 255


def stack(images: Sequence[np.ndarray]) -> tuple[np.ndarray, list[int]]:
    """The images below one another, flush left, and the top of each on the sheet in pixels."""
    width = max(image.shape[1] for image in images) + 2 * GAP_PIXELS
    height = sum(image.shape[0] + GAP_PIXELS for image in images) + GAP_PIXELS
    sheet = np.full((height, width), WHITE, np.uint8)
    tops: list[int] = []
    top = GAP_PIXELS
    for image in images:
        sheet[top : top + image.shape[0], GAP_PIXELS : GAP_PIXELS + image.shape[1]] = image
        tops.append(top)
        top += image.shape[0] + GAP_PIXELS
    return sheet, tops


def unstack(words: Sequence[OcrWord], tops: Sequence[int]) -> list[list[OcrWord]]:
    """The sheet's words, each with the image its middle lies in and placed in that image's pixels."""
    found: list[list[OcrWord]] = [[] for _ in tops]
    for word in words:
        x0, top, x1, bottom = word.box
        index = max(bisect_right(tops, (top + bottom) / 2) - 1, 0)
        shift = tops[index]
        box = (x0 - GAP_PIXELS, top - shift, x1 - GAP_PIXELS, bottom - shift)
        found[index].append(replace(word, box=box))
    return found
