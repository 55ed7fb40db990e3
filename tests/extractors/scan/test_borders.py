"""Worn tables come back: borders lost, faint or broken are put back, cells that are merged stay merged."""

from __future__ import annotations

from itertools import pairwise

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.grid import find_grids
from extractors.scan.rules.evidence import crossed_share, trace
from extractors.scan.rules.ruling import find_ruling
from extractors.scan.rules.strokes import darkness_of
from tests.extractors.scan.pages import blank, write

XS = (150, 230, 480, 800, 1120, 1300, 1360, 1420, 1480)
YS = (200, 235, 330, 365, 500, 620, 720, 860, 960)
TITLE, COMPONENT_ROWS = 2, (4, 5)
"""Row 2 is a title over all columns but the first; rows 4 and 5 share one component in columns 0 and 1."""

PATCH = 38
"""Wear comes in patches of this size."""

LETTERS = "Rapat tim kerja"


def truth() -> set[tuple[int, int, int, int]]:
    cells = {(r, c, 1, 1) for r in range(len(YS) - 1) for c in range(len(XS) - 1)}
    cells -= {(TITLE, c, 1, 1) for c in range(1, len(XS) - 1)} | {(r, c, 1, 1) for r in COMPONENT_ROWS for c in (0, 1)}
    return cells | {(TITLE, 1, 1, len(XS) - 2), (COMPONENT_ROWS[0], 0, 2, 1), (COMPONENT_ROWS[0], 1, 2, 1)}


def drawn(ink: int) -> np.ndarray:
    """The rules of the table alone, one pixel wide and as dark as `ink` leaves them."""
    page = blank(1654, 1200)
    for i, y in enumerate(YS):
        left = XS[2] if i == COMPONENT_ROWS[1] else XS[0]
        cv2.line(page, (left, y), (XS[-1], y), (ink,) * 3, 2)
    for i, x in enumerate(XS):
        for top, bottom in pairwise(YS):
            if top != YS[TITLE] or i in (0, 1, len(XS) - 1):
                cv2.line(page, (x, top), (x, bottom), (ink,) * 3, 2)
    return page


def worn(rules: np.ndarray, share: float, seed: int) -> np.ndarray:
    """Patches of the rules bleached by a half and more."""
    dice = np.random.default_rng(seed)
    rows, columns = rules.shape[0] // PATCH + 1, rules.shape[1] // PATCH + 1
    loss = np.where(dice.random((rows, columns)) < share, dice.uniform(0.5, 1.0, (rows, columns)), 0.0)
    spread = np.repeat(np.repeat(loss, PATCH, axis=0), PATCH, axis=1)[: rules.shape[0], : rules.shape[1], None]
    return (rules + (255 - rules) * spread).astype(np.uint8)


def with_words(page: np.ndarray) -> np.ndarray:
    for row, column, _, _ in truth():
        if row != TITLE and XS[column + 1] - XS[column] > 150:
            write(page, LETTERS[: (XS[column + 1] - XS[column]) // 22], XS[column] + 14, YS[row] + 27, 0.7)
    return write(page, "PENATAAN SISTEM MANAJEMEN", XS[1] + 14, YS[TITLE] + 27, 0.8)


def grainy(page: np.ndarray, seed: int) -> np.ndarray:
    noise = np.random.default_rng(seed).normal(0, 7, page.shape[:2])
    return np.clip(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY) + noise, 0, 255).astype(np.uint8)


def cells_of(page: np.ndarray) -> set[tuple[int, int, int, int]]:
    (grid,) = find_grids(find_ruling(page).rules(72 / 200))
    return {(c.row, c.column, c.row_span, c.column_span) for c in grid.cells}


@settings(max_examples=10, deadline=None, derandomize=True)
@given(share=st.floats(0, 0.12), ink=st.integers(60, 150), seed=st.integers(0, 1000))
def test_a_worn_table_comes_back(share: float, ink: int, seed: int) -> None:
    page = grainy(with_words(worn(drawn(ink), share, seed)), seed)
    found = cells_of(page)
    assert len(found ^ truth()) <= 4, found ^ truth()  # both halves of a border where the wear took all that tells of it


def test_the_measure_notices_a_lost_border() -> None:
    page = with_words(drawn(60))
    page[YS[4] - 3 : YS[4] + 4, XS[2] + 3 : XS[3] - 2] = 255
    assert len(cells_of(grainy(page, 1)) ^ truth()) == 3


WHOLE, FAINT = 60, 190


@pytest.mark.parametrize(
    ("name", "box", "ink"),
    [
        ("column border faint over the whole table", (XS[3] - 3, YS[0], XS[3] + 4, YS[-1]), FAINT),
        ("row border faint over the whole table", (XS[0], YS[4] - 3, XS[-1], YS[4] + 4), FAINT),
        ("border of a row with a trace at one end", (XS[3] - 3, YS[3] + 60, XS[3] + 4, YS[4] - 3), 255),
        ("outer border of one row", (XS[-1] - 3, YS[4] + 40, XS[-1] + 4, YS[5] - 3), 255),
    ],
)
def test_borders_are_put_back(name: str, box: tuple[int, int, int, int], ink: int) -> None:
    page = drawn(WHOLE)
    x0, top, x1, bottom = box
    piece = page[top:bottom, x0:x1]
    page[top:bottom, x0:x1] = np.where(piece < 255, np.uint8(ink), piece)
    assert cells_of(grainy(with_words(page), 3)) == truth(), name


@pytest.mark.parametrize("shade", [232, 224, 215])
def test_a_shaded_title_has_no_borders_in_it(shade: int) -> None:
    page = drawn(WHOLE)
    band = page[YS[TITLE] + 2 : YS[TITLE + 1] - 1, XS[0] + 2 : XS[-1] - 1]
    np.minimum(band, np.uint8(shade), out=band)
    assert cells_of(grainy(with_words(page), 3)) == truth()


def test_a_letter_where_a_border_would_be_is_none_in_a_title() -> None:
    page = with_words(drawn(WHOLE))
    cv2.line(page, (XS[4], YS[TITLE] + 9), (XS[4], YS[TITLE + 1]), (0, 0, 0), 2)
    assert cells_of(grainy(page, 3)) == truth()


def test_a_border_gone_whole_is_put_back_on_worn_pages_only() -> None:
    def page(share: float) -> np.ndarray:
        rules, band = worn(drawn(WHOLE), share, 5), slice(YS[5] - 3, YS[5] + 4)
        rules[band, XS[5] - 3 : XS[8]] = drawn(WHOLE)[band, XS[5] - 3 : XS[8]]
        rules[band, XS[6] + 4 : XS[7] - 3] = 255
        return grainy(with_words(rules), 2)

    assert (5, 6, 1, 1) in cells_of(page(0.12))
    assert (5, 6, 1, 1) not in cells_of(page(0.0))


def test_print_close_to_a_border_does_not_stand_across_it() -> None:
    page = blank(400, 200)
    cv2.line(page, (0, 100), (400, 100), (0, 0, 0), 1)
    write(page, "Rapat", 20, 98)
    dark = darkness_of(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY))
    assert crossed_share(dark, 100, 0, 400, 6) < 0.02
    write(page, "Rapat", 200, 110)
    assert crossed_share(darkness_of(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)), 100, 0, 400, 6) > 0.1


@pytest.mark.parametrize(
    ("name", "start", "end", "share", "ends"),
    [("whole", 0, 400, 1.0, 2), ("left half", 0, 200, 0.5, 1), ("padded text", 40, 360, 0.8, 0), ("nothing", 0, 0, 0.0, 0)],
)
def test_trace(name: str, start: int, end: int, share: float, ends: int) -> None:
    page = np.full((40, 400), 255, np.uint8)
    page[20, start:end] = 200
    found = trace(darkness_of(page), 20, 0, 400)
    assert (round(found.share, 1), found.ends) == (share, ends), name


@pytest.mark.parametrize(
    ("name", "faint", "is_rule"),
    [("faint between its dark pieces", 225, True), ("strokes of letters and nothing between", 255, False)],
)
def test_a_broken_border_beside_print_is_told_from_letters_by_what_is_between(name: str, faint: int, is_rule: bool) -> None:
    page = np.full((40, 400), 255, np.uint8)
    page[20] = faint
    for left in range(20, 380, 45):
        page[20, left : left + 20] = 80
    page[24:28, 10:390:4] = 0
    assert (trace(darkness_of(page), 20, 0, 400).share > 0) is is_rule, name


def test_an_underline_and_the_stem_of_a_letter_are_no_table() -> None:
    page = blank(1200, 400)
    cv2.line(page, (300, 200), (640, 200), (0, 0, 0), 3)
    cv2.line(page, (330, 160), (330, 200), (0, 0, 0), 2)
    found = find_ruling(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY))
    assert (found.across, found.down) == ((), ())
