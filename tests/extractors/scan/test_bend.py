"""Curled paper: its lines come back straight, and flat paper stays as it is."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.grid import find_grids
from extractors.scan.geometry.bend import find_bend
from extractors.scan.geometry.straighten import find_straightening
from extractors.scan.rules.ruling import find_ruling
from tests.extractors.scan.pages import Grid, blank, draw_grid, keystoned, prose_page, table_page, turned

DPI = 200
GRID = Grid()
SIZE = (1654, 2339)


def curled(page: np.ndarray, down: float, right: float = 0.0, crest: float = 0.5) -> np.ndarray:
    """The page with its middle lying lower by `down` and further right by `right` (shares of height and width) than its edges;
    the crest lies at a share of the width."""
    height, width = page.shape[:2]
    xs, ys = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    u = np.interp(np.arange(width) / width, [0, crest, 1], [0, 0.5, 1])
    lower = down * height * np.sin(np.pi * u)[None, :].astype(np.float32)
    farther = right * width * np.sin(np.pi * np.arange(height) / height)[:, None].astype(np.float32)
    return cv2.remap(page, xs - farther, ys - lower, cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=(255, 255, 255))


def grey(page: np.ndarray) -> np.ndarray:
    return cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("curled", curled(table_page(GRID), 0.01)),
        ("curled the other way, the crest aside", curled(table_page(GRID), -0.008, crest=0.4)),
        ("curled both ways and seen askew", keystoned(turned(curled(table_page(GRID), 0.01, 0.006), 1.0), 0.02)),
    ],
)
def test_lines_of_curled_paper_are_straight_again(name: str, page: np.ndarray) -> None:
    image = grey(page)
    straightening = find_straightening(image, DPI)
    ruling = find_ruling(straightening.apply(image))
    assert straightening.bend is not None, name
    assert [(len(g.ys) - 1, len(g.xs) - 1, len(g.cells)) for g in find_grids(ruling.rules(72 / DPI))] == [(5, 4, 20)], name
    for line in ruling.across:
        assert line.length == pytest.approx(GRID.xs[-1] - GRID.xs[0], rel=0.04)


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("table", table_page(GRID)),
        ("keystoned", keystoned(turned(table_page(GRID), 2.0), 0.03)),
        ("one line of the table crooked", cv2.ellipse(draw_grid(blank(), GRID), (800, 700), (600, 30), 0, 0, 180, (0, 0, 0), 2)),
        ("prose, curled", curled(prose_page(), 0.01)),
    ],
)
def test_flat_pages_and_pages_without_rules_have_no_bend(name: str, page: np.ndarray) -> None:
    assert find_straightening(grey(page), DPI).bend is None, name


def test_a_straight_grid_of_points_has_no_bend_and_a_bent_one_has_its_own() -> None:
    along = np.linspace(100, 1500, 40)

    def lines(height: float) -> list[np.ndarray]:
        return [np.stack([along, at + height * ((along - 827) / 727) ** 2], axis=1) for at in range(200, 2200, 250)]

    assert find_bend(lines(0), (), SIZE) is None
    bend = find_bend(lines(20), (), SIZE)
    assert bend is not None
    bent = bend.moved(np.stack([along, np.full(40, 1000.0)], axis=1))
    assert np.ptp(bent[:, 1] - 20 * ((along - 827) / 727) ** 2) < 0.5
