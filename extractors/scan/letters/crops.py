"""Pieces of the page cut out for reading: table cells, and the bands of prose between tables. Pixels of the straightened page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np

from extractors.document import Box
from extractors.grid import Grid
from extractors.scan.components import components
from extractors.scan.geometry.straighten import WORK_DPI

INK = 180
"""Grey (of white paper at 255) below which a pixel is print."""

FAINT_INK = 215
"""The same for telling which mark a pixel belongs to."""

SMALLEST_PRINT = round(0.04 * WORK_DPI)
"""Print has at least one mark this high or wide (pixels); what is smaller is dust, or the dots of letters that are there too."""

SHORTEST_DASH = round(0.028 * WORK_DPI)

SHORTEST_FAINT_DASH = round(0.025 * WORK_DPI)
LIGHTEST_DASH = 3.0
"""Ink of a pale dash, in wholly black pixels."""

LIGHTEST_MARK = 14
"""Pixels of ink that a mark of print has at least."""

LOWEST_FAINT_SIGN, NARROWEST_FAINT_SIGN = round(0.05 * WORK_DPI), round(0.025 * WORK_DPI)
LIGHTEST_FAINT_SIGN = 8.0
"""Ink of a pale sign, as that of a dash: ticks in the columns of months have 9 and more, dust and what rules leave 4 at most."""

MARGIN = 10
"""White left around a crop; Tesseract loses letters at the very edge."""

OVERHANG = round(0.04 * WORK_DPI)
"""Letters of the last line hang over the rule below by up to this much."""

REMNANT = round(0.025 * WORK_DPI)
"""Marks within this distance of the rule above are what hung over it."""


@dataclass(frozen=True, slots=True)
class Crop:
    """A piece of the page with white around it; `left` and `top` are the page's pixel of its first column and row."""

    image: np.ndarray
    left: int
    top: int


def cell_crops(page: np.ndarray, grids: Sequence[Grid], scale: float) -> Iterator[Crop]:
    """Each cell with print in it; `scale` is points a pixel."""
    for grid in grids:
        own = _without_inner(page, grid, grids, scale)
        for cell in grid.cells:
            x0, top, x1, bottom = (round(v / scale) for v in cell.box)
            piece = _own_marks(
                own[max(top - OVERHANG, 0) : bottom + OVERHANG, x0 + 2 : x1 - 2], OVERHANG, OVERHANG + bottom - top
            )
            crop = _tight(piece, x0 + 2, max(top - OVERHANG, 0))
            if crop is not None:
                yield crop


def _without_inner(page: np.ndarray, grid: Grid, grids: Sequence[Grid], scale: float) -> np.ndarray:
    """The page without the tables that stand in a cell of the grid, as in a frame or the edges of a photograph."""
    inner = [other.box for other in grids if other is not grid and _is_within(other.box, grid.box)]
    if not inner:
        return page
    own = page.copy()
    for box in inner:
        _blank(own, box, scale)
    return own


def _blank(page: np.ndarray, box: Box, scale: float) -> None:
    """White where a table stands, with what hangs over its borders."""
    x0, top, x1, bottom = (round(v / scale) for v in box)
    page[max(top - 2, 0) : bottom + OVERHANG, max(x0 - 4, 0) : x1 + 4] = 255


def _is_within(inner: Box, outer: Box) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _own_marks(piece: np.ndarray, top: int, bottom: int) -> np.ndarray:
    """The piece without the marks of the cells above and below; its own cell runs from row `top` to `bottom`.

    Lines of text often stand on the rule, their tails beyond it: marks belong to the cell that holds their middle.
    """
    ink = (piece < FAINT_INK).astype(np.uint8)
    _, labels, stats, middles = components(ink)
    above, below = stats[:, 1], stats[:, 1] + stats[:, 3]
    is_foreign = (middles[:, 1] < top) | (middles[:, 1] > bottom)
    is_foreign |= (below <= top + REMNANT) | (above >= bottom - 1)
    is_foreign[0] = False
    if not is_foreign.any():
        return piece
    wiped = piece.copy()
    wiped[cv2.dilate(is_foreign[labels].astype(np.uint8), np.ones((3, 3), np.uint8)) > 0] = 255
    return wiped


def prose_crops(page: np.ndarray, grids: Sequence[Grid], scale: float) -> Iterator[Crop]:
    """The bands of the page above, between and below its tables, and whatever stands beside one."""
    prose = page.copy()
    cuts: list[tuple[int, int]] = []
    for grid in grids:
        _blank(prose, grid.box, scale)
        cuts.append((round(grid.box[1] / scale), round(grid.box[3] / scale)))
    for top, bottom in _bands(cuts, page.shape[0]):
        crop = _tight(prose[top:bottom], 0, top)
        if crop is not None:
            yield crop


def _bands(cuts: Iterable[tuple[int, int]], height: int) -> Iterator[tuple[int, int]]:
    """The rows between the cuts, and those of the cuts themselves, from the top down."""
    edges = sorted({0, height, *(edge for cut in cuts for edge in cut)})
    yield from pairwise(edges)


def _tight(piece: np.ndarray, left: int, top: int) -> Crop | None:
    """The smallest crop that holds all print of a piece that stands at `left`, `top` of the page; None without print."""
    if piece.size == 0:
        return None
    marks = legible_marks(piece)
    if len(marks) == 0:
        return None
    x0, y0, x1, y1 = bounds_of(marks)
    # Dots and commas next to the print belong to it.
    x0, y0, x1, y1 = max(x0 - MARGIN, 0), max(y0 - MARGIN, 0), min(x1 + MARGIN, piece.shape[1]), min(y1 + MARGIN, piece.shape[0])
    return cut_out(piece, (x0, y0, x1, y1), left, top)


def cut_out(image: np.ndarray, box: tuple[int, int, int, int], left: int = 0, top: int = 0) -> Crop:
    """A box of an image that itself stands at `left`, `top`, with white around it."""
    x0, y0, x1, y1 = box
    white = cv2.copyMakeBorder(image[y0:y1, x0:x1], MARGIN, MARGIN, MARGIN, MARGIN, cv2.BORDER_CONSTANT, value=(255,))
    return Crop(white, left + x0 - MARGIN, top + y0 - MARGIN)


def bounds_of(marks: np.ndarray) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of all marks (rows of x, y, width, height)."""
    low, high = marks[:, :2].min(axis=0), (marks[:, :2] + marks[:, 2:4]).max(axis=0)
    return int(low[0]), int(low[1]), int(high[0]), int(high[1])


def legible_marks(piece: np.ndarray) -> np.ndarray:
    """The marks of print in a piece; where there is none, its pale ones."""
    marks = print_marks(piece)
    return marks if len(marks) else faint_marks(piece)


def print_marks(piece: np.ndarray) -> np.ndarray:
    """Boxes of the marks that are print and not dust, as rows of x, y, width, height."""
    _, _, stats, _ = components((piece < INK).astype(np.uint8))
    stats = stats[1:]
    width, height, weight = stats[:, 2], stats[:, 3], stats[:, 4]
    is_letter = (weight >= LIGHTEST_MARK) & (np.maximum(width, height) >= SMALLEST_PRINT)
    is_dash = (width >= SHORTEST_DASH) & (width >= 1.6 * height) & (weight >= SHORTEST_DASH * 1.5)
    is_print = is_letter | is_dash
    return np.asarray(stats[is_print, :4])


def faint_marks(piece: np.ndarray) -> np.ndarray:
    """Boxes, as `print_marks` has them, of dashes and signs in a piece without print: thin strokes are pale on coarse scans."""
    _, labels, stats, _ = components((piece < FAINT_INK).astype(np.uint8))
    darkness = np.bincount(labels.ravel(), weights=255.0 - piece.ravel(), minlength=len(stats))[1:] / 255
    stats = stats[1:]
    width, height = stats[:, 2], stats[:, 3]
    is_dash = (width >= SHORTEST_FAINT_DASH) & (width >= 1.6 * height) & (darkness >= LIGHTEST_DASH)
    is_sign = (height >= LOWEST_FAINT_SIGN) & (width >= NARROWEST_FAINT_SIGN) & (darkness >= LIGHTEST_FAINT_SIGN)
    return np.asarray(stats[is_dash | is_sign, :4])
