"""Words of prose stand where they are printed, whatever width they were read at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import pytest

from extractors.ocr import Layout, OcrWord, get_engine
from extractors.scan.letters.crops import Crop
from extractors.scan.letters.prose import NARROWED, read_prose
from tests.extractors.scan.pages import FONT

SLACK = 4
"""Pixels between the box of a word and the place it was drawn at."""


@pytest.mark.parametrize("engine", ["tesserocr", "pytesseract"])
def test_words_of_prose_stand_on_their_ink(engine: str) -> None:
    image = np.full((200, 1200), 255, np.uint8)
    drawn = {"Rapat": 40, "evaluasi": 340, "pembangunan": 760}
    for text, left in drawn.items():
        cv2.putText(image, text, (left, 100), FONT, 1.2, (0,), 2, cv2.LINE_AA)
    read = read_prose(get_engine(engine), [Crop(image, 0, 0)])[0]
    assert [word.text for word in read] == list(drawn)
    for word, left in zip(read, drawn.values(), strict=True):
        (width, _), _ = cv2.getTextSize(word.text, FONT, 1.2, 2)
        assert word.box[0] == pytest.approx(left, abs=SLACK)
        assert word.box[2] == pytest.approx(left + width, abs=SLACK)


@dataclass
class Forgetful:
    """An engine that passes over the second line of a page, and reads it alone."""

    version: str = "lupa"

    def read(self, images: Sequence[np.ndarray], layout: Layout, dpi: int) -> list[list[OcrWord]]:
        first = OcrWord("Kepala", (round(40 * NARROWED), 60, round(200 * NARROWED), 110), 0.9, 0)
        alone = OcrWord("Suharti", (2, 2, 150, 40), 0.9, 0)
        return [[first if layout == Layout.PAGE else alone] for _ in images]


def test_a_line_of_prose_that_was_passed_over_is_read_again() -> None:
    image = np.full((300, 600), 255, np.uint8)
    for text, base in (("Kepala", 100), ("Suharti", 200)):
        cv2.putText(image, text, (40, base), FONT, 1.2, (0,), 2, cv2.LINE_AA)
    (read,) = read_prose(Forgetful(), [Crop(image, 0, 0)])
    assert [word.text for word in read] == ["Kepala", "Suharti"]
