"""Cells filled with a colour or grey, told by their paper against that of the cells around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from extractors.document import Box
from extractors.grid import Grid
from extractors.scan.shrink import shrunk

SHADE_DPI = 40
"""Resolution of the look at the paper, at which a month's column is still some ten pixels wide."""

BORDER = 2
"""Pixels at SHADE_DPI along a cell's edge that its rules and its neighbours' paper may reach into."""

PAPER = 75
"""Percentile of a cell's grey that is paper; no type covers so much of a cell."""

AROUND = 2.0 * 72
"""Points about a cell within which the lightest cell shows what plain paper is: light falls off little over so short a way."""

SHADED = 0.8
"""Share of that lightness below which a cell is filled."""


def shaded_cells(image: np.ndarray, dpi: float, matrix: np.ndarray, grids: Sequence[Grid], scale: float) -> Iterator[Box]:
    """Boxes in points of the filled cells of a page image (BGR or grey, at `dpi`).

    `matrix` maps its pixels to those of the straightened page, of which `scale` is points a pixel.
    """
    if not grids:
        return
    small = shrunk(image, SHADE_DPI / dpi)
    # The darkest channel, in which yellow and green are as dark as they are colourful.
    lightness = small if small.ndim == 2 else small.min(axis=2)
    shrink, points = np.diag([dpi / SHADE_DPI, dpi / SHADE_DPI, 1.0]), np.diag([scale * SHADE_DPI / 72] * 2 + [1.0])
    right, bottom = (max(grid.box[side] for grid in grids) for side in (2, 3))
    size = (round(right * SHADE_DPI / 72) + 1, round(bottom * SHADE_DPI / 72) + 1)
    straight = cv2.warpPerspective(lightness, points @ matrix @ shrink, size, borderValue=255)
    for grid in grids:
        yield from _shaded([cell.box for cell in grid.cells], straight)


def _shaded(boxes: Sequence[Box], page: np.ndarray) -> Iterator[Box]:
    known = [(box, paper) for box in boxes if (paper := _paper(page, box)) is not None]
    middles = np.array([((b[0] + b[2]) / 2, (b[1] + b[3]) / 2) for b, _ in known]).reshape(-1, 2)
    papers = np.array([paper for _, paper in known])
    for (box, paper), middle in zip(known, middles, strict=True):
        near = np.abs(middles - middle).max(axis=1) <= AROUND
        if paper < SHADED * papers[near].max():
            yield box


def _paper(page: np.ndarray, box: Box) -> float | None:
    """The lightness of a cell's paper, None for a cell too small to see any."""
    x0, top, x1, bottom = (v * SHADE_DPI / 72 for v in box)
    piece = page[round(top) + BORDER : round(bottom) - BORDER + 1, round(x0) + BORDER : round(x1) - BORDER + 1]
    return float(np.percentile(piece, PAPER)) if piece.size >= 4 else None
