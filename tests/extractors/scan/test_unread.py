"""Lines and words that an engine passed over are read again; what was read, dust and scribbles are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import cv2
import numpy as np
import pytest

from extractors.ocr import Layout, OcrWord
from extractors.scan.letters.unread import with_unread
from tests.extractors.scan.pages import FONT

LINES = (("Rapat", "tim", "kerja"), ("Laporan", "hasil"), ("Dokumen", "tahunan"))
HEIGHT = 44


def cell() -> tuple[np.ndarray, list[OcrWord]]:
    """A cell of three lines, and all of its words as an engine should read them."""
    image, words = np.full((170, 460), 255, np.uint8), []
    for number, line in enumerate(LINES):
        x, base = 20, 46 + HEIGHT * number
        for text in line:
            (width, height), _ = cv2.getTextSize(text, FONT, 0.9, 2)
            cv2.putText(image, text, (x, base), FONT, 0.9, (0,), 2, cv2.LINE_AA)
            words.append(OcrWord(text, (x, base - height, x + width, base + 8), 0.9, number))
            x += width + 16
    return image, words


@dataclass
class Reader:
    """An engine that says of every piece the same, and keeps the pieces."""

    confidence: float = 0.9
    seen: list[np.ndarray] = field(default_factory=list)
    version: str = "pembaca"

    def read(self, images: Sequence[np.ndarray], layout: Layout, dpi: int) -> list[list[OcrWord]]:
        self.seen.extend(images)
        return [[OcrWord("baca", (10, 10, image.shape[1] - 10, image.shape[0] - 10), self.confidence, 0)] for image in images]


@pytest.mark.parametrize(
    ("name", "lost", "pieces", "texts"),
    [
        ("nothing", (), 0, "Rapat tim kerja Laporan hasil Dokumen tahunan"),
        ("the first line", ("Rapat", "tim", "kerja"), 1, "baca Laporan hasil Dokumen tahunan"),
        ("a line between", ("Laporan", "hasil"), 1, "Rapat tim kerja baca Dokumen tahunan"),
        ("two lines", ("Laporan", "hasil", "Dokumen", "tahunan"), 2, "Rapat tim kerja baca baca"),
        ("the ends of a line", ("Rapat", "kerja"), 2, "tim baca baca Laporan hasil Dokumen tahunan"),
    ],
)
def test_what_was_passed_over_is_read_again(name: str, lost: tuple[str, ...], pieces: int, texts: str) -> None:
    image, words = cell()
    engine = Reader()
    (read,) = with_unread(engine, [image], [[word for word in words if word.text not in lost]])
    assert len(engine.seen) == pieces, name
    assert sorted(" ".join(word.text for word in read).split()) == sorted(texts.split()), name
    middles = [(word.box[1] + word.box[3]) / 2 for word in read]
    assert all(after > before - HEIGHT / 2 for before, after in pairwise(middles)), name


def test_words_stand_where_they_were_printed() -> None:
    image, words = cell()
    (read,) = with_unread(Reader(), [image], [[word for word in words if word.line != 1]])
    (new,) = [word for word in read if word.text == "baca"]
    left, right = words[3].box, words[4].box
    assert new.box == pytest.approx((left[0], left[1], right[2], right[3]), abs=6)


def test_underlined_words_are_a_piece_though_their_letters_are_one_mark() -> None:
    image, words = cell()
    cv2.line(image, (words[3].box[0], 92), (words[4].box[2], 92), (0,), 3)
    (read,) = with_unread(Reader(), [image], [[word for word in words if word.line != 1]])
    assert [word.text for word in read].count("baca") == 1


def test_words_underlined_as_one_that_were_read_are_not_read_again() -> None:
    image, words = cell()
    cv2.line(image, (words[3].box[0], 92), (words[4].box[2], 92), (0,), 3)
    for word in words[3:5]:
        cv2.rectangle(image, word.box[:2], (word.box[2], 93), (0,), 1)
    assert with_unread(Reader(), [image], [words]) == [words]


def test_a_picture_is_not_read_again() -> None:
    image = np.full((900, 400), 255, np.uint8)
    for y in range(20, 880, 60):
        cv2.putText(image, "IHIHI", (20, y), FONT, 0.9, (0,), 2)
    engine = Reader()
    assert with_unread(engine, [image], [[]]) == [[]]
    assert not engine.seen


def test_scribbles_and_dust_add_nothing() -> None:
    image, words = cell()
    assert with_unread(Reader(confidence=0.3), [image], [words[:3]]) == [words[:3]]
    image[150:153, 100:400:20] = 0
    assert with_unread(Reader(), [image], [words]) == [words]


@dataclass
class Shy(Reader):
    """An engine that is sure of nothing in a piece before it is shown it in the way it likes: another size, or softened."""

    size: tuple[float, float] = (1, 1)
    is_softened: bool = False

    def read(self, images: Sequence[np.ndarray], layout: Layout, dpi: int) -> list[list[OcrWord]]:
        read = super().read(images, layout, dpi)
        doubtful = [OcrWord("ragu", (10, 10, 20, 20), 0.2, 0)]
        return [words if self._likes(image) else doubtful for words, image in zip(read, images, strict=True)]

    def _likes(self, image: np.ndarray) -> bool:
        first = self.seen[0]
        size = (image.shape[0] / first.shape[0], image.shape[1] / first.shape[1])
        is_softened = image.shape == first.shape and bool((image != first).any())
        return bool(np.allclose(size, self.size, atol=0.02)) and is_softened == self.is_softened


WHITE_ABOUT = (1.43, 1.1)
"""How much higher and wider a piece of this cell is with more white about it."""


@pytest.mark.parametrize(
    ("name", "likes", "looks"),
    [
        ("more white", Shy(size=WHITE_ABOUT), 2),
        ("softer", Shy(is_softened=True), 3),
        ("larger", Shy(size=(1.5, 1.5)), 4),
    ],
)
def test_a_piece_that_gives_nothing_sure_is_looked_at_in_other_ways(name: str, likes: Shy, looks: int) -> None:
    image, words = cell()
    (read,) = with_unread(likes, [image], [[word for word in words if word.line != 1]])
    (new,) = [word for word in read if word.text == "baca"]
    assert len(likes.seen) == looks, name
    assert new.box[1] == pytest.approx(words[3].box[1], abs=14), name
    assert new.box[2] == pytest.approx(words[4].box[2], abs=24), name
