"""Cells are read in the way that suits what stands in them."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import pytest

from extractors.ocr import Layout, OcrWord
from extractors.scan.letters.crops import MARGIN, Crop
from extractors.scan.letters.reading import read_cells
from tests.extractors.scan.pages import FONT


class Listener:
    """An engine that keeps how it was asked to read, and reads a word on every image."""

    version = "pendengar"

    def __init__(self) -> None:
        self.asked: list[Layout] = []

    def read(self, images: Sequence[np.ndarray], layout: Layout, dpi: int) -> list[list[OcrWord]]:
        self.asked.extend([layout] * len(images))
        return [[OcrWord("kata", (0, 0, image.shape[1], image.shape[0]), 0.9, 0)] for image in images]


def cell(lines: Sequence[str], scale: float, pitch: int) -> Crop:
    """A crop as tight as those of a page."""
    image = np.full((300, 500), 255, np.uint8)
    for number, line in enumerate(lines):
        cv2.putText(image, line, (60, 80 + pitch * number), FONT, scale, (0,), 1 if scale < 0.7 else 2, cv2.LINE_AA)
    rows, columns = np.nonzero(image < 180)
    edge = 2 * MARGIN
    return Crop(
        np.ascontiguousarray(image[rows.min() - edge : rows.max() + edge, columns.min() - edge : columns.max() + edge]), 0, 0
    )


@pytest.mark.parametrize(
    ("name", "crop", "layout"),
    [
        ("one line", cell(["Rapat tim"], 1.0, 0), Layout.LINE),
        ("one line with tails", cell(["pagar gajah"], 1.0, 0), Layout.LINE),
        ("one line of small letters", cell(["aman"], 0.8, 0), Layout.LINE),
        ("a figure", cell(["2024"], 0.8, 0), Layout.LINE),
        ("two lines of small type", cell(["Semester II", "2024"], 0.6, 23), Layout.BLOCK),
        ("two lines of usual type", cell(["Rapat tim", "kerja"], 1.0, 40), Layout.BLOCK),
    ],
)
def test_one_line_is_read_as_a_line_and_more_as_a_block(name: str, crop: Crop, layout: Layout) -> None:
    engine = Listener()
    read_cells(engine, [crop])
    assert engine.asked == [layout], name
