"""Skew and keystone undone in one warp, by what ought to be straight: ruling lines first, lines of text where there are none.

Across the page the slope of lines changes linearly with their position (a photograph taken at an angle), and differs between
horizontals and verticals; both are fitted apart. Slopes are dy/dx of horizontals and dx/dy of verticals, in pixels a pixel.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.scan.components import components
from extractors.scan.skew import find_skew
from extractors.scan.upright import small_ink

WORK_DPI = 200
"""Resolution of straightened pages: finer ones are read no better, only more slowly."""

FIT_DPI = 150
"""Resolution at which lines are measured."""

SHORTEST_LINE_INCHES = 0.8
SHORTEST_UPRIGHT_INCHES = 0.35
"""Titles across a table cut its verticals into pieces as short as its rows are high; letters are no longer than that."""

LONGEST_GAP_INCHES = 0.9
"""Titles of a part, an area and a component, one below the other, cut a vertical this far apart."""

MOST_LEAN = 0.025
"""Slope of the steepest verticals of a photographed page that was turned straight."""

EDGE_SHARE = 0.015
"""Lines this near to the edge of the page (share of its side) are the edge of the paper, not print."""
WHOLE_SHARE = 0.95
"""Lines as long as the page are edges too."""

FEWEST_RULES = 3
LEAST_RULED = 1.5
"""Rules are a table's from this many on, together this many times as long as the page's side."""

NEAREST_PAIR = 0.1
"""Lines at least this share of the page apart tell how slopes change."""

MOST_ODD_SLOPE = 0.006
"""A line whose slope differs by more than this from its neighbours' is dropped (a third of a degree)."""


@dataclass(frozen=True, slots=True)
class Fan:
    """Slope of lines as a linear function of their position across: `slope + change × (position − middle)`."""

    slope: float = 0.0
    change: float = 0.0
    middle: float = 0.0

    def at(self, position: float) -> float:
        return self.slope + self.change * (position - self.middle)


@dataclass(frozen=True, slots=True)
class _Line:
    """A measured line in pixels: where its middle lies across, its slope, where it starts along and how long it is."""

    at: float
    slope: float
    start: float
    length: float

    @property
    def end(self) -> float:
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Straightening:
    """`matrix` maps the upright page's pixels to those of the straightened page, whose `size` is width, height.

    `skew` is the angle in degrees by which the page was turned clockwise to stand straight.
    """

    matrix: np.ndarray
    size: tuple[int, int]
    skew: float

    def apply(self, grey: np.ndarray) -> np.ndarray:
        """The image straightened; what lies outside of the scan is white."""
        return cv2.warpPerspective(
            grey, self.matrix, self.size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=(255, 255, 255)
        )


def find_straightening(grey: np.ndarray, dpi: float) -> Straightening:
    """How to straighten an upright page (grey, paper at 255) of `dpi` to WORK_DPI."""
    height, width = grey.shape
    skew = find_skew(small_ink(grey, dpi))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1.0)
    turned = cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255,))
    across, down = _fans(turned, dpi)
    unfan = _unfanning(across, down, width, height)
    scale = WORK_DPI / dpi
    size = (round(width * scale), round(height * scale))
    matrix = np.diag([scale, scale, 1.0]) @ unfan @ np.vstack([turn, [0.0, 0.0, 1.0]])
    return Straightening(matrix, size, -(skew + math.degrees(math.atan(across.slope))))


def _fans(turned: np.ndarray, dpi: float) -> tuple[Fan, Fan]:
    """The fans of horizontals and verticals, in full-size pixels, of a page turned straight but for a remainder."""
    scale = min(FIT_DPI / dpi, 1.0)
    page = cv2.resize(turned, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (page < 200).astype(np.uint8)
    horizontals = _measure(_long_runs(ink), page.shape)
    verticals = _chained(_measure(_long_runs(np.ascontiguousarray(ink.T)), page.T.shape, SHORTEST_UPRIGHT_INCHES))
    if not _is_table(horizontals, page.shape[1]):
        horizontals += _measure(_text_lines(ink), page.shape)
    across = _fit(horizontals, page.shape[0])
    down = _fit(verticals, page.shape[1]) if _is_table(verticals, page.shape[0]) else Fan(-across.slope)
    return _scaled(across, scale), _scaled(down, scale)


def _is_table(lines: Sequence[_Line], extent: float) -> bool:
    """Whether lines are many and long enough to be a table's, not an underline or the edge of a photograph."""
    return len(lines) >= FEWEST_RULES and sum(line.length for line in lines) >= LEAST_RULED * extent


def _scaled(fan: Fan, scale: float) -> Fan:
    return Fan(fan.slope, fan.change * scale, fan.middle / scale)


def _long_runs(ink: np.ndarray) -> np.ndarray:
    """Mask of the parts of horizontal lines, slightly sloping ones too; letters have no runs as long."""
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    return cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, round(0.3 * FIT_DPI)), np.uint8))


def _text_lines(ink: np.ndarray) -> np.ndarray:
    """Mask in which each line of text is one bar."""
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, round(0.2 * FIT_DPI)), np.uint8))
    return cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((3, round(0.5 * FIT_DPI)), np.uint8))


def _measure(mask: np.ndarray, shape: tuple[int, ...], shortest_inches: float = SHORTEST_LINE_INCHES) -> list[_Line]:
    """The lines of a mask of bars, edges of the paper left out."""
    height, width = shape[:2]
    count, labels, stats, _ = components(mask)
    lines: list[_Line] = []
    for label in range(1, count):
        x, y, w, h = (int(v) for v in stats[label, :4])
        is_edge = y < EDGE_SHARE * height or y + h > (1 - EDGE_SHARE) * height or w > WHOLE_SHARE * width
        if w < shortest_inches * FIT_DPI or h > 0.3 * w or is_edge:
            continue
        rows, columns = np.nonzero(labels[y : y + h, x : x + w] == label)
        slope, level = np.polyfit(columns, rows, 1)
        lines.append(_Line(y + level + slope * w / 2, float(slope), float(x), float(w)))
    return lines


def _chained(pieces: Sequence[_Line]) -> list[_Line]:
    """Pieces that go on from one another as one line each: a piece as short as a row is high leans by less than a pixel, the line
    it belongs to by many. What makes no line of the usual length is left out."""
    chains: list[list[_Line]] = []
    for piece in sorted(pieces, key=lambda p: p.start):
        above = [chain for chain in chains if _goes_on(chain[-1], piece)]
        if above:
            min(above, key=lambda chain: abs(chain[-1].at - piece.at)).append(piece)
        else:
            chains.append([piece])
    lines = [_as_one(chain) for chain in chains]
    return [line for line in lines if line.length >= SHORTEST_LINE_INCHES * FIT_DPI]


def _goes_on(above: _Line, below: _Line) -> bool:
    gap = below.start - above.end
    drift = MOST_LEAN * (below.start + below.end - above.start - above.end) / 2 + 1
    return -1 <= gap <= LONGEST_GAP_INCHES * FIT_DPI and abs(below.at - above.at) <= drift


def _as_one(chain: Sequence[_Line]) -> _Line:
    """The line through the middles of its pieces; they say of its length only what is drawn."""
    if len(chain) == 1:
        return chain[0]
    length = np.array([piece.length for piece in chain])
    along = np.array([(piece.start + piece.end) / 2 for piece in chain])
    slope, level = np.polyfit(along, [piece.at for piece in chain], 1, w=length)
    middle = (chain[0].start + chain[-1].end) / 2
    return _Line(float(level + slope * middle), float(slope), chain[0].start, float(length.sum()))


def _fit(lines: Sequence[_Line], extent: float) -> Fan:
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
