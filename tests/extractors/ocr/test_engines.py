"""Both engines read the same, and sheets of stacked images come apart again."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.ocr.choice import NoEngineError, engine_version, get_engine
from extractors.ocr.engine import Layout, OcrWord
from extractors.ocr.stack import GAP_PIXELS, stack, unstack

ENGINES = ["tesserocr", "pytesseract"]


def drawn(text: str) -> np.ndarray:
    image = np.full((70, 40 + 26 * len(text)), 255, np.uint8)
    cv2.putText(image, text, (20, 45), cv2.FONT_HERSHEY_COMPLEX, 1.0, (0,), 2, cv2.LINE_AA)
    return image


@pytest.mark.parametrize("name", ENGINES)
def test_engine_reads_each_image_for_itself(name: str) -> None:
    try:
        engine = get_engine(name)
    except NoEngineError:
        pytest.skip(f"{name} is not installed")
    read = engine.read([drawn("Rapat evaluasi"), drawn("Dokumen"), drawn("Laporan kegiatan")], Layout.BLOCK, 200)
    assert [[word.text for word in words] for words in read] == [["Rapat", "evaluasi"], ["Dokumen"], ["Laporan", "kegiatan"]]
    for words in read:
        for word in words:
            x0, top, x1, bottom = word.box
            assert 0 <= x0 < x1 and 0 <= top < bottom <= 70
            assert 0.5 < word.confidence <= 1
    assert "ind" in engine.version


def test_unknown_engine_is_refused() -> None:
    with pytest.raises(ValueError, match="abbyy"):
        get_engine("abbyy")


def test_no_engine_has_no_version() -> None:
    assert engine_version("none") is None


def test_stacked_words_come_back_to_their_images() -> None:
    images = [np.full((40, 100), 255, np.uint8), np.full((60, 300), 255, np.uint8)]
    sheet, tops = stack(images)
    words = [OcrWord(str(i), (GAP_PIXELS + 5, top + 10, GAP_PIXELS + 50, top + 30), 0.9, 0) for i, top in enumerate(tops)]
    assert sheet.shape[0] == 40 + 60 + 3 * GAP_PIXELS
    assert unstack(words, tops) == [[OcrWord("0", (5, 10, 50, 30), 0.9, 0)], [OcrWord("1", (5, 10, 50, 30), 0.9, 0)]]
