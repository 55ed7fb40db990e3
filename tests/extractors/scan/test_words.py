"""What the engine read becomes words: dust goes, dashes between words stay, signs are put right by their shape."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extractors.layout import lines_of
from extractors.ocr import OcrWord
from extractors.scan.letters.crops import Crop
from extractors.scan.letters.mend import mend
from extractors.scan.letters.words import to_words

PAPER = np.full((60, 400), 255, np.uint8)


def line(*texts: str, doubtful: str) -> list[OcrWord]:
    """A line of words side by side; the one that reads `doubtful` has next to no confidence and is low."""
    return [
        OcrWord(text, (10 + 60 * i, 20, 50 + 60 * i, 24 if text == doubtful else 40), 0.1 if text == doubtful else 0.9, 0)
        for i, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    "read, doubtful, kept",
    [
        (("Januari", "–", "Desember"), "–", "Januari – Desember"),
        (("Januari", "-—", "Maret"), "-—", "Januari – Maret"),
        (("—", "Laporan", "rapat"), "—", "Laporan rapat"),
        (("Laporan", "rapat", "—"), "—", "Laporan rapat"),
        (("Laporan", "~", "rapat"), "~", "Laporan rapat"),
        (("s.d.", "---", "2024"), "", "s.d. --- 2024"),
    ],
)
def test_dashes_and_dust(read: tuple[str, ...], doubtful: str, kept: str) -> None:
    words = to_words(list(mend(line(*read, doubtful=doubtful), PAPER)), Crop(PAPER, 0, 0), 0.36)
    assert " ".join(word.text for word in words) == kept


def test_pen_stroke_does_not_stretch_a_word_over_the_next_line() -> None:
    upper = [OcrWord(text, (10 + 60 * i, 10, 60 + 60 * i, 30), 0.9, 0) for i, text in enumerate(("Menyusun", "dan", "menilai"))]
    lower = [OcrWord(text, (10 + 60 * i, 40, 60 + 60 * i, 60), 0.9, 1) for i, text in enumerate(("rencana", "kerja", "tim"))]
    upper[1] = OcrWord("dan", (70, 8, 120, 58), 0.9, 0)
    words = to_words([*upper, *lower], Crop(PAPER, 0, 0), 0.36)
    assert [line.text for line in lines_of(words)] == ["Menyusun dan menilai", "rencana kerja tim"]


def printed(text: str) -> tuple[np.ndarray, tuple[int, int, int, int]]:
    """An image of the text and the box of its ink."""
    image = Image.new("L", (240, 70), 255)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(28)
    draw.text((20, 15), text, font=font, fill=0)
    x0, top, x1, bottom = draw.textbbox((20, 15), text, font=font)
    return np.array(image), (int(x0), int(top), int(x1), int(bottom))


def test_a_percent_sign_read_as_a_word_is_the_numbers() -> None:
    image, (x0, top, x1, bottom) = printed("67%")
    figures_end = x0 + (x1 - x0) // 2
    read = [OcrWord("67", (x0, top, figures_end, bottom), 0.5, 0), OcrWord("Yo", (figures_end, top, x1, bottom), 0.2, 0)]
    assert [word.text for word in mend(read, image)] == ["67%"]


def test_a_word_behind_a_number_is_no_percent_sign() -> None:
    image, (x0, top, x1, bottom) = printed("1 SK")
    read = [OcrWord("1", (x0, top, x0 + 14, bottom), 0.5, 0), OcrWord("SK", (x0 + 20, top, x1, bottom), 0.5, 0)]
    assert [word.text for word in mend(read, image)] == ["1", "SK"]


def test_figures_that_touch_are_figures() -> None:
    image, (x0, top, x1, bottom) = printed("100%")
    middle = (top + bottom) // 2
    image[middle - 1 : middle + 1, x0 : x0 + (x1 - x0) // 2] = 0
    assert [word.text for word in mend([OcrWord("10096", (x0, top, x1, bottom), 0.9, 0)], image)] == ["100%"]


@pytest.mark.parametrize("sign", ["-", "–", ".", ":"])
def test_a_dash_or_a_stop_behind_a_year_makes_no_percent_sign_of_it(sign: str) -> None:
    image, (x0, top, x1, bottom) = printed("2019")
    middle = (top + bottom) // 2
    image[middle - 1 : middle + 1, x0 + 18 : x1] = 0
    image[middle : middle + 2, x1 + 8 : x1 + 14] = 0
    read = [OcrWord("2019", (x0, top, x1, bottom), 0.9, 0), OcrWord(sign, (x1 + 8, top, x1 + 14, bottom), 0.9, 0)]
    assert [word.text for word in mend(read, image)] == ["2019", sign]


@pytest.mark.parametrize(
    "text, read",
    [
        ("100%", "10096"),
        ("100%", "10076"),
        ("100%", "100Y6"),
        ("<25%", "K25Y"),
        ("<25%", "£2596"),
        ("80%.", "8046."),
        ("100%", "100”o"),
        ("100%", "1007-"),
        ("67%", "67”"),
        ("19%", "1996"),
        ("2020", "2020"),
        ("2047", "2047"),
        ("2025–", "2025–"),
        ("2025-2030", "2025-2030"),
        ("100", "100"),
        ("96", "96"),
        ("1996", "1996"),
        ("2575", "2575"),
        ("08976", "08976"),
        ("ZI,", "Z1,"),
        ("SOP;", "SOP,"),
        ("SOP:", "SOP,"),
    ],
)
def test_signs_by_their_shape(text: str, read: str) -> None:
    image, box = printed(text)
    (word,) = mend([OcrWord(read, box, 0.9, 0)], image)
    assert word.text == text
