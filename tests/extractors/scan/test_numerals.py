"""Numerals, single letters and signs told by their strokes, in words drawn by hand."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.ocr import OcrWord
from extractors.scan.letters.mend import mend
from extractors.scan.letters.numerals import settle

TOP, BOTTOM = 20, 40


def drawn(*strokes: tuple[int, int]) -> np.ndarray:
    """A line of upright strokes, given as left edge and width, on white paper."""
    image = np.full((60, 240), 255, np.uint8)
    for left, width in strokes:
        image[TOP:BOTTOM, left : left + width] = 0
    return image


def word(text: str, left: int, right: int) -> OcrWord:
    return OcrWord(text, (left, TOP, right, BOTTOM), 0.9, 0)


def flagged() -> np.ndarray:
    """A 1 without a foot."""
    image = drawn((100, 4))
    image[TOP + 2 : TOP + 6, 96:100] = 0
    return image


ONE, TWO, BLOCK = drawn((100, 4)), drawn((100, 4), (112, 4)), drawn((100, 16))


@pytest.mark.parametrize(
    "before, read, image, said",
    [
        ("Semester", "|", ONE, "I"),
        ("Triwulan", '"', TWO, "II"),
        ("Triwulan", "Il.", TWO, "II."),
        ("Semester", "n", TWO, "II"),
        ("orang", "n", TWO, "n"),
        ("orang", "11", TWO, "11"),
        ("tanggal", "21", TWO, "21"),
        ("Tim", "zl", TWO, "ZI"),
        ("Tim", "Zz!", BLOCK, "ZI"),
        ("Rapat", '"', BLOCK, '"'),
        ("", "Xx", BLOCK, "X"),
        ("", "Cc.", BLOCK, "C."),
        ("", "Xx", drawn((100, 16), (124, 16)), "Xx"),
        ("", "Aa", BLOCK, "Aa"),
        ("", "4", flagged(), "1"),
        ("", "7.", flagged(), "1."),
        ("Tim", "4", flagged(), "4"),
        ("", "3", flagged(), "3"),
        ("", "4", ONE, "4"),
        ("", "4", BLOCK, "4"),
    ],
)
def test_strokes_decide(before: str, read: str, image: np.ndarray, said: str) -> None:
    words = [word(before, 10, 90), word(read, 98, 142)] if before else [word(read, 98, 142)]
    settled = list(settle(list(mend(words, image)), image))
    assert settled[-1].text == said


@pytest.mark.parametrize(
    "read, gap, said",
    [("12022", 12, ["I", "2022"]), ("n12022", 12, ["n", "I", "2022"]), ("12022", 2, ["12022"]), ("412022", 12, ["412022"])],
)
def test_a_numeral_run_into_its_year_is_parted(read: str, gap: int, said: list[str]) -> None:
    image = drawn((80, 4), (84 + gap, 60))
    words = list(settle([word(read, 60, 150)], image))
    assert [w.text for w in words] == said
    assert all(w.box[0] < w.box[2] for w in words)


@pytest.mark.parametrize("tail, said", [(4, "rapat:"), (5, "rapat;"), (7, "rapat;")])
@pytest.mark.parametrize("grey", [0, 140])
def test_semicolons_hang_below_the_line(tail: int, said: str, grey: int) -> None:
    image = np.full((60, 120), 255, np.uint8)
    for left in (10, 24, 38):
        image[TOP:BOTTOM, left : left + 10] = grey
    image[26:30, 52:56] = grey
    image[36 : 36 + tail, 52:56] = grey
    assert [w.text for w in mend([word("rapat:", 10, 56)], image)] == [said]


def test_a_comma_above_a_letter_of_the_next_line_is_no_colon() -> None:
    image = np.full((60, 120), 255, np.uint8)
    for left in (10, 24, 38):
        image[TOP:BOTTOM, left : left + 8] = 0
    image[38:43, 50:53] = 0
    image[45:60, 50:53] = 0
    assert [w.text for w in mend([word("rapat,", 8, 56)], image)] == ["rapat,"]
