"""Trust in cells read by OCR: a chance, lower for each thing that speaks against the reading."""

from __future__ import annotations

import pytest

from extractors.document import Page, Word
from extractors.layout import lay_out
from extractors.trust import MOST_TRUST, cell_trust
from tests.extractors.drawing import block, lattice


def cell(*confidences: float, letters: int = 6) -> list[Word]:
    return [Word("a" * letters, (0, 0, 10, 10), confidence) for confidence in confidences]


@pytest.mark.parametrize(
    "less, more",
    [
        pytest.param(cell_trust(cell(0.5, 0.95), 0.9), cell_trust(cell(0.9, 0.95), 0.9), id="one doubtful word"),
        pytest.param(cell_trust(cell(0.8), 0.9), cell_trust(cell(0.95), 0.9), id="a doubtful cell"),
        pytest.param(cell_trust(cell(*[0.95] * 40), 0.9), cell_trust(cell(0.95), 0.9), id="a long cell"),
        pytest.param(cell_trust(cell(0.95), 0.8), cell_trust(cell(0.95), 0.96), id="a page that reads badly"),
    ],
)
def test_doubts_lower_trust(less: float, more: float) -> None:
    assert 0 < less < more <= MOST_TRUST


def test_sure_words_leave_a_little_doubt_and_empty_cells_none() -> None:
    assert 0.97 < cell_trust(cell(1.0), 1.0) <= MOST_TRUST
    assert cell_trust([], 0.5) == 1.0


@pytest.mark.parametrize("origin", ["text", "ocr"])
def test_only_cells_read_by_ocr_are_weighed(origin: str) -> None:
    words = block(["rapat"], 20, 20) + block(["notula"], 120, 20)
    page = Page(1, 595, 842, tuple(words), tuple(lattice([10, 100, 200], [10, 50])), "ocr" if origin == "ocr" else "text")
    confidences = [c.confidence for table in lay_out(page).tables for c in table.cells]
    assert len(confidences) == 2
    assert all((c == 1.0) == (origin == "text") for c in confidences)
