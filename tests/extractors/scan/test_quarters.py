"""Roman numerals behind numbering words, in lines that are printed here and read as engines read them."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extractors.ocr import OcrWord
from extractors.scan.letters.numerals import settle

FONT = ImageFont.load_default(24)
TOP, BOTTOM = 18, 42


def printed(line: str) -> np.ndarray:
    image = Image.new("L", (460, 60), 255)
    ImageDraw.Draw(image).text((20, 15), line, font=FONT, fill=0)
    return np.array(image)


def places(line: str) -> list[tuple[int, int]]:
    """Left and right of each word as printed."""
    words = re.finditer(r"\S+", line)
    return [(round(20 + FONT.getlength(line[: w.start()])), round(20 + FONT.getlength(line[: w.end()]))) for w in words]


def said(line: str, read: list[tuple[str, int, int]]) -> str:
    """What comes of a printed line whose words `first` to `last` were read as one of that text."""
    at = places(line)
    words = [OcrWord(text, (at[first][0], TOP, at[last][1], BOTTOM), 0.4, 0) for text, first, last in read]
    return " ".join(word.text for word in settle(words, printed(line)))


@pytest.mark.parametrize(
    "line, read",
    [
        ("TW II", [("TI", 0, 1)]),
        ("TW II", [("Tw", 0, 0)]),
        ("TW I", [("TwIi", 0, 1)]),
        ("TW III", [("wi", 0, 1)]),
        ("TW IV", [("TW", 0, 0), ("TV", 1, 1)]),
        ("TW I-IV", [("TW", 0, 0), ("HIV", 1, 1)]),
        ("TW I 2021", [("TW", 0, 0), ("12021", 2, 2)]),
        ("TW I dan III", [("TW", 0, 0), ("|", 1, 1), ("dan", 2, 2), ("III", 3, 3)]),
        ("Triwulan II dan IV 2024", [("Triwulan", 0, 0), ("nil", 1, 1), ("dan", 2, 2), ("TV", 3, 3), ("2024", 4, 4)]),
        ("Semester I dan II", [("Semester", 0, 0), ("dan", 2, 2), ("1", 3, 3)]),
        ("Semester II 2024", [("Semesteri", 0, 1), ("2024", 2, 2)]),
    ],
)
def test_numerals_are_told_by_their_strokes(line: str, read: list[tuple[str, int, int]]) -> None:
    assert said(line, read) == line


@pytest.mark.parametrize(
    "line, read",
    [
        ("Penerapan TI", [("Penerapan", 0, 0), ("TI", 1, 1)]),
        ("Tahap 1", [("Tahap", 0, 0), ("1", 1, 1)]),
        ("Pokja 11", [("Pokja", 0, 0), ("11", 1, 1)]),
        ("Triwulan ini", [("Triwulan", 0, 0), ("ini", 1, 1)]),
        ("setiap hari", [("setiap", 0, 0), ("hari", 1, 1)]),
    ],
)
def test_what_is_no_numeral_stays_as_read(line: str, read: list[tuple[str, int, int]]) -> None:
    assert said(line, read) == " ".join(text for text, _, _ in read)


def test_words_whose_boxes_overlap_leave_no_room_for_a_numeral() -> None:
    image = printed("TW II dan")
    read = [OcrWord("TW", (20, TOP, 90, BOTTOM), 0.4, 0), OcrWord("I", (60, TOP, 80, BOTTOM), 0.4, 0)]
    read.append(OcrWord("dan", (40, TOP, 130, BOTTOM), 0.4, 0))
    assert [w.text for w in settle(read, image)][-1] == "dan"


def test_a_numeral_hung_on_to_the_end_of_a_broken_word() -> None:
    image = np.vstack([printed("Triwula"), printed("n II dan")])
    (n, two, dan), (word,) = places("n II dan"), places("Triwula")
    read = [
        OcrWord("Triwula", (word[0], TOP, word[1], BOTTOM), 0.9, 0),
        OcrWord("nil", (n[0], 60 + TOP, two[1], 60 + BOTTOM), 0.4, 1),
        OcrWord("dan", (dan[0], 60 + TOP, dan[1], 60 + BOTTOM), 0.9, 1),
    ]
    assert [w.text for w in settle(read, image)] == ["Triwula", "n", "II", "dan"]


def test_a_numeral_of_a_list_that_goes_on_in_the_next_line() -> None:
    image = np.vstack([printed("Semester I dan"), printed("II")])
    (two,) = places("II")
    read = [
        OcrWord(text, (x0, TOP, x1, BOTTOM), 0.9, 0)
        for text, (x0, x1) in zip(("Semester", "I", "dan"), places("Semester I dan"), strict=True)
    ]
    read.append(OcrWord("1", (two[0], 60 + TOP, two[1], 60 + BOTTOM), 0.8, 1))
    assert [w.text for w in settle(read, image)] == ["Semester", "I", "dan", "II"]


@pytest.mark.parametrize(
    ("line", "read", "text"),
    [("TW III", "BALAI)", "TW III"), ("TW II", "BALA)", "TW II"), ("BALAI", "BALAI", "BALAI"), ("II", "no", "no")],
)
def test_a_line_that_is_a_quarter_is_one_whatever_was_read(line: str, read: str, text: str) -> None:
    assert said(line, [(read, 0, len(line.split()) - 1)]) == text


@pytest.mark.parametrize(
    ("above", "read", "text"),
    [
        ("Triwula", ["n", "Ildan"], "n II dan"),
        ("Triwula", ["n", "n", "dan"], "n II dan"),
        ("Triwula", ["nIldan"], "n II dan"),
        ("Triwula", ["nlldan"], "n II dan"),
        ("pengelola", ["nIldan"], "nIldan"),
        ("pengelola", ["n", "n", "dan"], "n n dan"),
    ],
)
def test_numerals_behind_a_broken_word(above: str, read: list[str], text: str) -> None:
    image = np.vstack([printed(above), printed("n II dan")])
    at, (word,) = places("n II dan"), places(above)
    spans = [*at[: len(read) - 1], (at[len(read) - 1][0], at[-1][1])]
    words = [OcrWord(above, (word[0], TOP, word[1], BOTTOM), 0.9, 0)]
    words += [OcrWord(said, (x0, TOP + 60, x1, BOTTOM + 60), 0.6, 1) for said, (x0, x1) in zip(read, spans, strict=True)]
    assert " ".join(w.text for w in settle(words, image)) == f"{above} {text}"
