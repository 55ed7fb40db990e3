"""Streaks of the feeder go; rules, frames and tables cut out along their rules stay."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.grid import find_grids
from extractors.scan.paper.streaks import without_streaks
from extractors.scan.standing import stand
from tests.extractors.scan.pages import Grid, blank, draw_grid, table_page, turned

DPI = 200
GRID = Grid()


def grey(page: np.ndarray) -> np.ndarray:
    return cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)


def streaked(page: np.ndarray, at: int, width: int, is_level: bool = False) -> np.ndarray:
    worn = page.copy()
    place = (slice(at, at + width), slice(None)) if is_level else (slice(None), slice(at, at + width))
    worn[place] = (worn[place] * 0.45).astype(np.uint8)
    return worn


@pytest.mark.parametrize("width", [1, 2, 4])
@pytest.mark.parametrize("is_level", [False, True])
def test_streak_is_no_rule(width: int, is_level: bool) -> None:
    page = streaked(turned(table_page(GRID), 0.5), 800, width, is_level)
    ruling = stand(page, DPI, lambda _: 0.0).ruling
    assert [(len(g.ys) - 1, len(g.xs) - 1, len(g.cells)) for g in find_grids(ruling.rules(72 / DPI))] == [(5, 4, 20)]


def test_what_crosses_a_streak_stays() -> None:
    page = grey(table_page(GRID))
    cleaned = without_streaks(grey(streaked(table_page(GRID), 800, 2)), DPI)
    assert np.abs(cleaned[:, 790:812].astype(int) - page[:, 790:812]).mean() < 4
    assert (cleaned[GRID.ys[1], 780:820] < 100).all()


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("table", table_page(GRID)),
        ("frame about the page", draw_grid(blank(), Grid((90, 1560), (90, 2250)))),
        ("table cut out along its rules", draw_grid(blank(), Grid((40, 300, 600, 900, 1600), (0, 500, 1000, 2338)))),
        ("bar of the scanner's lid", np.where(np.arange(1654)[None, :, None] < 40, np.uint8(70), blank())),
    ],
)
def test_pages_without_streaks_stay_as_they_are(name: str, page: np.ndarray) -> None:
    assert np.array_equal(without_streaks(grey(page), DPI), grey(page)), name


@pytest.mark.parametrize("shape", [(1, 1), (8, 8), (20, 900), (900, 20)])
def test_a_scrap_without_margins_has_no_streaks(shape: tuple[int, int]) -> None:
    scrap = np.full(shape, 255, np.uint8)
    assert np.array_equal(without_streaks(scrap, DPI), scrap)
