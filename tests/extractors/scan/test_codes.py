"""Months by code in the cells of a page, read as words and numbers."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.ocr import OcrWord
from extractors.scan.letters.codes import as_codes
from extractors.scan.letters.crops import Crop

PAPER = np.full((30, 100), 255, np.uint8)


def page_of(*columns: tuple[str, ...]) -> list[tuple[Crop, list[OcrWord]]]:
    """Cells with their words, column beside column."""
    return [
        (Crop(PAPER, 200 * x, 40 * y), [OcrWord(text, (0, 0, 50, 20), 0.5, 0) for text in cell.split()])
        for x, column in enumerate(columns)
        for y, cell in enumerate(column)
    ]


def said(*columns: tuple[str, ...]) -> list[str]:
    cells = page_of(*columns)
    return [" ".join(word.text for word in words) for words in as_codes([c for c, _ in cells], [w for _, w in cells])]


@pytest.mark.parametrize(
    "read, printed",
    [
        ("BO1", "B01"),
        ("B0O1", "B01"),
        ("Bl1", "B11"),
        ("B03, BOS", "B03, B05"),
        ("B11-812", "B11-B12"),
        ("B11-8B12", "B11-B12"),
        ("806, B12", "B06, B12"),
        ("B06 1806", "B06 1806"),
        ("B13", "B13"),
        ("BOS", "BOS"),
        ("805", "805"),
        ("Laporan B01", "Laporan B01"),
    ],
)
def test_a_cell_by_itself(read: str, printed: str) -> None:
    assert said((read,)) == [printed]


@pytest.mark.parametrize(
    "column, printed",
    [
        (("B03", "BOS", "Bil"), ["B03", "B05", "B11"]),
        (("806, 812", "807", "809-812"), ["B06, B12", "B07", "B09-B12"]),
        (("B03", "840"), ["B03", "840"]),
        (("Rapat", "812"), ["Rapat", "812"]),
    ],
)
def test_cells_of_a_column_tell_each_other(column: tuple[str, ...], printed: list[str]) -> None:
    assert said(column) == printed


def test_another_column_says_nothing() -> None:
    assert said(("B03", "B04"), ("BOS", "Rapat"))[2] == "BOS"
