"""Skew, keystone and curl undone in one warp by what ought to be straight: rules first, lines of text where there are none.

Across the page the slope of lines changes linearly with their position (a photograph taken at an angle), and differs between
horizontals and verticals; both are fitted apart. Slopes are dy/dx of horizontals and dx/dy of verticals, in pixels a pixel.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.scan.geometry.bend import Bend, find_bend
from extractors.scan.geometry.measured import FIT_DPI, SHORTEST_UPRIGHT_INCHES, Line, chained, long_runs, measure, text_lines
from extractors.scan.geometry.skew import find_skew
from extractors.scan.geometry.upright import small_ink
from extractors.scan.shrink import halved

WORK_DPI = 200
"""Resolution of straightened pages: finer ones are read no better, only more slowly."""

FEWEST_RULES = 3
LEAST_RULED = 1.5
"""Rules are a table's from this many on, together this many times as long as the page's side."""

FEWEST_BORDERS, WIDE_SHARE, MOST_ODD_SHARE = 5, 0.4, 0.2
"""Verticals of a low table, the share of the page's width they stand over, and the share of them that may lean otherwise."""

NEAREST_PAIR = 0.1
"""Lines at least this share of the page apart tell how slopes change."""

MOST_ODD_SLOPE = 0.006
"""A line whose slope differs by more than this from its neighbours' is dropped (a third of a degree)."""


SWAP = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
"""Exchanges the two coordinates: of verticals, along is down the page."""


@dataclass(frozen=True, slots=True)
class Fan:
    """Slope of lines as a linear function of their position across: `slope + change × (position − middle)`."""

    slope: float = 0.0
    change: float = 0.0
    middle: float = 0.0

    def at(self, position: float) -> float:
        return self.slope + self.change * (position - self.middle)


@dataclass(frozen=True, slots=True)
class Straightening:
    """`matrix` maps the upright page's pixels to those of the straightened page, whose `size` is width, height.

    `skew` is the angle in degrees by which the page was turned clockwise to stand straight. What is left where the paper itself
    was not flat, a few millimetres at most, is its `bend`, of which `matrix` knows nothing.
    """

    matrix: np.ndarray
    size: tuple[int, int]
    skew: float
    bend: Bend | None = None

    def apply(self, grey: np.ndarray) -> np.ndarray:
        """The image straightened; what lies outside of the scan is white."""
        if self.bend is not None:
            return self.bend.flattened(grey, self.matrix, self.size)
        return cv2.warpPerspective(
            grey, self.matrix, self.size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=(255, 255, 255)
        )


def find_straightening(grey: np.ndarray, dpi: float) -> Straightening:
    """How to straighten an upright page (grey, paper at 255) of `dpi` to WORK_DPI."""
    fit_dpi = min(FIT_DPI, dpi)
    skew = find_skew(small_ink(grey, dpi))
    turned, turn = _turned(grey, skew, fit_dpi / dpi)
    horizontals, verticals, across, down = _measured(turned)
    scale = WORK_DPI / dpi
    size = (round(grey.shape[1] * scale), round(grey.shape[0] * scale))
    to_page = np.diag([WORK_DPI / fit_dpi, WORK_DPI / fit_dpi, 1.0]) @ _unfanning(across, down, *turned.shape[::-1])
    bend = find_bend(_placed(horizontals, to_page), _placed(verticals, SWAP @ to_page @ SWAP), size)
    return Straightening(to_page @ turn, size, -(skew + math.degrees(math.atan(across.slope))), bend)


def _turned(grey: np.ndarray, skew: float, scale: float) -> tuple[np.ndarray, np.ndarray]:
    """The page at `scale` of its size turned about its middle by `skew` degrees, and the matrix (3 × 3) that leads there."""
    height, width = grey.shape
    upright = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1.0)
    turn = np.diag([scale, scale, 1.0]) @ np.vstack([upright, [0.0, 0.0, 1.0]])
    small, rest = halved(grey, scale)
    matrix = (turn @ np.diag([rest / scale, rest / scale, 1.0]))[:2]
    size = (round(width * scale), round(height * scale))
    return cv2.warpAffine(small, matrix, size, flags=cv2.INTER_LINEAR, borderValue=(255,)), turn


def _measured(page: np.ndarray) -> tuple[list[Line], list[Line], Fan, Fan]:
    """Rules across and down and the fans of horizontals and verticals of a page at FIT_DPI (straight but for a remainder)."""
    ink = (page < 200).astype(np.uint8)
    horizontals = measure(long_runs(ink), page.shape)
    verticals = chained(measure(long_runs(cv2.transpose(ink)), page.T.shape, SHORTEST_UPRIGHT_INCHES))
    lines = horizontals if _is_table(horizontals, page.shape[1]) else horizontals + measure(text_lines(ink), page.shape)
    across = _fit(lines, page.shape[0])
    is_told = _is_table(verticals, page.shape[0]) or _is_low_table(verticals, page.shape[1])
    down = _fit(verticals, page.shape[1]) if is_told else Fan(-across.slope)
    return horizontals, verticals, across, down


def _placed(lines: Sequence[Line], matrix: np.ndarray) -> list[np.ndarray]:
    """The points of each line mapped."""
    return [cv2.perspectiveTransform(line.points[:, None], matrix)[:, 0] for line in lines]


def _is_table(lines: Sequence[Line], extent: float) -> bool:
    """Whether lines are many and long enough to be a table's, not an underline or the edge of a photograph."""
    return len(lines) >= FEWEST_RULES and sum(line.length for line in lines) >= LEAST_RULED * extent


def _is_low_table(verticals: Sequence[Line], width: float) -> bool:
    """Whether verticals are the borders of a table of a row or two: short, but many, far apart, and leaning as one."""
    if len(verticals) < FEWEST_BORDERS or np.ptp([line.at for line in verticals]) < WIDE_SHARE * width:
        return False
    fan = _fit(verticals, width)
    odd = sum(abs(line.slope - fan.at(line.at)) >= MOST_ODD_SLOPE for line in verticals)
    return odd <= MOST_ODD_SHARE * len(verticals)


def _fit(lines: Sequence[Line], extent: float) -> Fan:
    """The fan of the lines, odd ones dropped; without change where the lines lie too close together to tell it."""
    if not lines:
        return Fan(middle=extent / 2)
    at, slope, length = (np.array([getattr(line, name) for line in lines]) for name in ("at", "slope", "length"))
    fan = _rough_fit(at, slope, length, extent)
    near = np.abs(slope - (fan.slope + fan.change * (at - fan.middle))) < MOST_ODD_SLOPE
    return _fit_once(at[near], slope[near], length[near], extent) if near.any() else fan


def _rough_fit(at: np.ndarray, slope: np.ndarray, length: np.ndarray, extent: float) -> Fan:
    """A fan that odd lines, such as the edge of the paper, do not bend: the median of what pairs of lines say (Theil and Sen)."""
    middle, (one, other) = extent / 2, np.triu_indices(len(at), 1)
    is_apart = np.abs(at[other] - at[one]) > NEAREST_PAIR * extent
    one, other = one[is_apart], other[is_apart]
    change = 0.0
    if len(one) >= FEWEST_RULES:
        change = _weighted_median((slope[other] - slope[one]) / (at[other] - at[one]), np.minimum(length[one], length[other]))
    return Fan(_weighted_median(slope - change * (at - middle), length), change, middle)


def _fit_once(at: np.ndarray, slope: np.ndarray, length: np.ndarray, extent: float) -> Fan:
    middle = extent / 2
    is_spread = len(at) >= 3 and np.ptp(at) > 0.2 * extent
    if not is_spread:
        return Fan(float(np.average(slope, weights=length)), 0.0, middle)
    change, mean = np.polyfit(at - middle, slope, 1, w=length)
    return Fan(float(mean), float(change), middle)


def _weighted_median(values: np.ndarray, weights: np.ndarray) -> float:
    order = np.argsort(values)
    total = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(total, total[-1] / 2)])


def _unfanning(across: Fan, down: Fan, width: float, height: float) -> np.ndarray:
    """The homography that makes both fans parallel to the axes, about the middle of the page.

    Two horizontals and two verticals of the fans cross in four corners, which become those of a rectangle.
    """
    left, right, top, bottom = 0.1 * width, 0.9 * width, 0.1 * height, 0.9 * height
    corners = [_crossing(across, y, width / 2, down, x, height / 2) for y in (top, bottom) for x in (left, right)]
    target = [(x, y) for y in (top, bottom) for x in (left, right)]
    return cv2.getPerspectiveTransform(np.array(corners, np.float32), np.array(target, np.float32)).astype(np.float64)


def _crossing(across: Fan, y: float, middle_x: float, down: Fan, x: float, middle_y: float) -> tuple[float, float]:
    """Where the horizontal at y on the page's vertical middle crosses the vertical at x on its horizontal middle."""
    s, t = across.at(y), down.at(x)
    # row = y + s (column − middle_x) and column = x + t (row − middle_y)
    column = (x + t * (y - s * middle_x - middle_y)) / (1 - s * t)
    return column, y + s * (column - middle_x)
