"""What the engine read becomes words: dust goes, dashes between words stay, double dashes are one."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.ocr import OcrWord
from extractors.scan.crops import Crop
from extractors.scan.mend import mend
from extractors.scan.words import to_words

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
