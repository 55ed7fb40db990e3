"""Small page images that the tests draw themselves: tables with words, worn the way scanners and cameras wear them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

WHITE = 255
FONT = cv2.FONT_HERSHEY_COMPLEX
"""Serif letters that Tesseract reads without effort at a height of some 25 pixels."""


@dataclass(frozen=True)
class Grid:
    """Borders of a drawn table in pixels."""

    xs: tuple[int, ...] = (200, 300, 620, 1000, 1420)
    ys: tuple[int, ...] = (300, 380, 520, 700, 900, 1100)


def blank(width: int = 1654, height: int = 2339) -> np.ndarray:
    return np.full((height, width, 3), WHITE, np.uint8)


def draw_grid(page: np.ndarray, grid: Grid, thickness: int = 2) -> np.ndarray:
    for x in grid.xs:
        cv2.line(page, (x, grid.ys[0]), (x, grid.ys[-1]), (0, 0, 0), thickness)
    for y in grid.ys:
        cv2.line(page, (grid.xs[0], y), (grid.xs[-1], y), (0, 0, 0), thickness)
    return page


def write(page: np.ndarray, text: str, left: int, base: int, scale: float = 1.0) -> np.ndarray:
    cv2.putText(page, text, (left, base), FONT, scale, (0, 0, 0), 2, cv2.LINE_AA)
    return page


def table_page(grid: Grid | None = None, words: Sequence[str] = ("Rapat", "Dokumen", "Laporan", "Kegiatan")) -> np.ndarray:
    """A page with a table and a word at the top left of each cell."""
    grid = grid or Grid()
    page = draw_grid(blank(), grid)
    for row, y in enumerate(grid.ys[:-1]):
        for column, x in enumerate(grid.xs[1:-1]):
            write(page, words[(row + column) % len(words)], x + 20, y + 50)
    return page


def prose_page() -> np.ndarray:
    """A page with twenty-five lines of text."""
    page = blank()
    for line in range(25):
        write(page, "telah dilakukan kegiatan pelaporan hasil kerja", 200, 300 + 60 * line)
    return page


def turned(page: np.ndarray, degrees: float) -> np.ndarray:
    """The page turned clockwise by a small angle, on white."""
    height, width = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return cv2.warpAffine(page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(WHITE,) * 3)


def keystoned(page: np.ndarray, share: float) -> np.ndarray:
    """The page as seen from below: its upper edge shorter by `share` on either side."""
    height, width = page.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = corners + np.array([[share * width, 0], [-share * width, 0], [0, 0], [0, 0]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, moved)
    return cv2.warpPerspective(page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(WHITE,) * 3)


def speckled(page: np.ndarray, count: int, seed: int = 1) -> np.ndarray:
    """Single black pixels strewn over the page."""
    dice = np.random.default_rng(seed)
    worn = page.copy()
    worn[dice.integers(0, page.shape[0], count), dice.integers(0, page.shape[1], count)] = 0
    return worn
