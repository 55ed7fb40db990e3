"""The fit finds weights it is shown, its bands tell a wrong weight, and cells are paired by place."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.trust import Sample, bands, fit, same_cells
from extractors.document import Page, Rule
from tests.extractors.drawing import block, lattice

TRUE_WEIGHTS = (1.0, -1.5)


def drawn_samples(count: int) -> list[Sample]:
    """Cells with one sign, right as often as TRUE_WEIGHTS say."""
    dice = np.random.default_rng(7)
    signs = dice.uniform(-2, 2, count)
    chances = 1 / (1 + np.exp(-(TRUE_WEIGHTS[0] + TRUE_WEIGHTS[1] * signs)))
    return [Sample("made up", (1.0, float(s)), bool(r)) for s, r in zip(signs, dice.random(count) < chances, strict=True)]


CELLS = drawn_samples(4000)


def test_the_fit_finds_the_weights() -> None:
    assert fit(CELLS) == pytest.approx(TRUE_WEIGHTS, abs=0.15)


def test_bands_hold_for_the_right_weights_and_show_wrong_ones() -> None:
    assert all(abs(band.said - band.right) < 0.04 for band in bands(CELLS, TRUE_WEIGHTS) if band.cells > 100)
    assert any(abs(band.said - band.right) > 0.1 for band in bands(CELLS, (4.0, -1.5)) if band.cells > 100)
    assert sum(band.cells for band in bands(CELLS, TRUE_WEIGHTS)) == len(CELLS)


def page(shift: float, xs: list[float], texts: list[str]) -> Page:
    rules: list[Rule] = lattice([x + shift for x in xs], [50 + shift, 90 + shift])
    words = [w for x, text in zip(xs, texts, strict=False) for w in block([text], x + shift + 4, 60 + shift)]
    return Page(1, 595, 842, tuple(words), tuple(rules), "ocr")


def paired(true: Page, read: Page) -> list[tuple[str, str]]:
    return [(one.text, other.text) for one, other in same_cells(true, read)]


def test_cells_are_paired_by_their_place_in_the_table() -> None:
    true = page(0, [50, 150, 350], ["rapat", "notula"])
    assert paired(true, page(17, [50, 151, 349], ["rapal", "nolula"])) == [("rapat", "rapal"), ("notula", "nolula")]
    assert paired(page(0, [50, 150, 250, 350], ["rapat", "notula", "foto"]), true) == [("rapat", "rapat")]
    assert paired(true, Page(1, 595, 842)) == []
