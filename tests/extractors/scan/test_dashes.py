"""Dashes and signs that stand alone in a cell: pale ones are found, dust is none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from extractors.grid import Grid, GridCell
from extractors.ocr import Layout, OcrWord
from extractors.scan.letters.crops import cell_crops
from extractors.scan.letters.reading import read_cells

CELL = (0.0, 0.0, 120.0, 60.0)


class Silent:
    """An engine that reads nothing: what comes out was told by shape."""

    version = "diam"

    def read(self, images: Sequence[np.ndarray], layout: Layout, dpi: int) -> list[list[OcrWord]]:
        return [[] for _ in images]


def said(*marks: tuple[int, int, int, int, int]) -> str:
    """What a cell says that holds marks of left, top, width, height and grey."""
    page = np.full((60, 120), 255, np.uint8)
    for left, top, width, height, grey in marks:
        page[top : top + height, left : left + width] = grey
    grid = Grid((0.0, 120.0), (0.0, 60.0), (GridCell(0, 0, 1, 1, CELL),))
    return " ".join(word.text for words in read_cells(Silent(), list(cell_crops(page, [grid], 1.0))) for word in words)


@pytest.mark.parametrize(
    "marks, text",
    [
        ([(20, 20, 9, 3, 40)], "-"),
        ([(20, 20, 6, 2, 130)], "-"),
        ([(20, 20, 7, 2, 185)], "-"),
        ([(20, 20, 9, 3, 190)], "-"),
        ([(20, 20, 6, 2, 150), (20, 40, 6, 2, 150)], "- -"),
        ([(20, 20, 3, 3, 60)], ""),
        ([(20, 20, 3, 2, 120)], ""),
        ([(20, 20, 6, 1, 205)], ""),
        ([(20, 20, 4, 6, 150)], ""),
        ([], ""),
    ],
)
def test_dashes_and_dust(marks: list[tuple[int, int, int, int, int]], text: str) -> None:
    assert said(*marks) == text


@pytest.mark.parametrize(
    "mark, is_print",
    [
        ((40, 20, 12, 18, 200), True),
        ((40, 20, 7, 11, 190), True),
        ((40, 20, 12, 18, 225), False),
        ((40, 20, 5, 5, 190), False),
        ((40, 20, 2, 30, 190), False),
    ],
)
def test_pale_signs_are_print_and_dust_and_rests_of_rules_are_not(mark: tuple[int, int, int, int, int], is_print: bool) -> None:
    left, top, width, height, grey = mark
    page = np.full((60, 120), 255, np.uint8)
    page[top : top + height, left : left + width] = grey
    grid = Grid((0.0, 120.0), (0.0, 60.0), (GridCell(0, 0, 1, 1, CELL),))
    assert len(list(cell_crops(page, [grid], 1.0))) == is_print
