"""What lies about a photographed sheet goes; scans, shadows and dark pages stay as they are."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.grid import find_grids
from extractors.scan.paper.sheet import without_surroundings
from extractors.scan.standing import stand
from tests.extractors.scan.pages import Grid, blank, prose_page, table_page, turned

DPI = 200
GRID = Grid()


def lit(page: np.ndarray, loss: float) -> np.ndarray:
    """Light that falls off from the lower left corner to the upper right one."""
    height, width = page.shape[:2]
    ys, xs = np.mgrid[1 : 0 : height * 1j, 0 : 1 : width * 1j]
    return (page * (1 - loss * np.hypot(xs, ys) / np.sqrt(2))[:, :, None]).astype(np.uint8)


def photographed(page: np.ndarray, seed: int = 1, loss: float = 0.4) -> np.ndarray:
    """The page somewhat smaller and askew on planks."""
    height, width = page.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = np.array([[0.05, 0.03], [0.97, 0.06], [0.94, 0.97], [0.02, 0.95]], np.float32) * [width, height]
    view = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    grain = np.random.default_rng(seed).normal(0, 1, (height // 40, width // 4)).astype(np.float32)
    planks = np.array([60, 90, 125]) + 16 * cv2.resize(grain, (width, height), interpolation=cv2.INTER_CUBIC)[:, :, None]
    table = np.clip(planks, 0, 255).astype(np.uint8)
    return lit(cv2.warpPerspective(page, view, (width, height), table, cv2.INTER_LINEAR, cv2.BORDER_TRANSPARENT), loss)


def shaded(page: np.ndarray) -> np.ndarray:
    """The shadow of a hand over a corner, a third of the page wide."""
    worn = page.copy()
    worn[:900, :600] = (worn[:900, :600] * 0.55).astype(np.uint8)
    return worn


def dark_cover() -> np.ndarray:
    page = np.full_like(blank(), 70)
    page[900:1300, 300:1300] = 250
    return page


@pytest.mark.parametrize("loss", [0.0, 0.4])
def test_planks_about_a_sheet_are_no_tables(loss: float) -> None:
    ruling = stand(photographed(table_page(GRID), loss=loss), DPI, lambda _: 0.0).ruling
    assert [(len(g.ys) - 1, len(g.xs) - 1, len(g.cells)) for g in find_grids(ruling.rules(72 / DPI))] == [(5, 4, 20)]


def test_all_of_the_sheet_but_its_rim_stays() -> None:
    page = np.full_like(blank(), 255)
    ink = np.zeros(page.shape[:2], np.uint8)
    is_sheet = photographed(page, loss=0.0).min(axis=2) > 250
    is_left = without_surroundings(ink, photographed(page), DPI) == 0
    assert not (is_left & ~is_sheet).any()
    assert (is_left & is_sheet).sum() > 0.96 * is_sheet.sum()


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("scan", turned(prose_page(), 2.0)),
        ("shadow over a corner", shaded(prose_page())),
        ("light that falls off", lit(prose_page(), 0.5)),
        ("dark cover with a white field", dark_cover()),
        ("scrap", np.pad(np.full((9, 40, 3), 250, np.uint8), ((2, 2), (2, 2), (0, 0)))),
    ],
)
def test_pages_that_are_no_photographs_stay(name: str, page: np.ndarray) -> None:
    ink = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    assert without_surroundings(ink, page, DPI) is ink, name
