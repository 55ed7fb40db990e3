"""Lines measured where a page is to be straightened by them: rules, pieces of rules, lines of text. Pixels at FIT_DPI."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.scan.components import filled, outlines

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

PIECE = 16
"""Lines are followed from one piece of this length to the next."""


@dataclass(frozen=True, slots=True)
class Line:
    """A measured line: where its middle lies across, its slope, where it starts along and how long it is."""

    at: float
    slope: float
    start: float
    length: float
    points: np.ndarray
    """Where its ink lies, an array of two columns: position along and across."""

    @property
    def end(self) -> float:
        return self.start + self.length


def long_runs(ink: np.ndarray) -> np.ndarray:
    """Mask of the parts of horizontal lines, slightly sloping ones too; letters have no runs as long."""
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    return cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, round(0.3 * FIT_DPI)), np.uint8))


def text_lines(ink: np.ndarray) -> np.ndarray:
    """Mask in which each line of text is one bar."""
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, round(0.2 * FIT_DPI)), np.uint8))
    return cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((3, round(0.5 * FIT_DPI)), np.uint8))


def measure(mask: np.ndarray, shape: tuple[int, ...], shortest_inches: float = SHORTEST_LINE_INCHES) -> list[Line]:
    """The lines of a mask of bars, edges of the paper left out."""
    height, width = shape[:2]
    lines: list[Line] = []
    for outline, box in outlines(mask):
        x, y, w, h = box
        is_edge = y < EDGE_SHARE * height or y + h > (1 - EDGE_SHARE) * height or w > WHOLE_SHARE * width
        if w < shortest_inches * FIT_DPI or h > 0.3 * w or is_edge:
            continue
        lines.append(_line(filled(outline, box), x, y))
    return lines


def _line(bar: np.ndarray, x: int, y: int) -> Line:
    """The line through the pixels of a bar (0 or 1), whose upper left corner is given."""
    height, width = bar.shape
    columns = np.arange(width)
    count, rows = bar.sum(axis=0), np.arange(height) @ bar  # how many pixels a column has, and the sum of their rows
    total = count.sum()
    away = columns - (count @ columns) / total
    slope = float(away @ rows / (away**2 @ count))
    middle = float(rows.sum() / total + slope * (width / 2 - (count @ columns) / total))
    pieces = columns[::PIECE]
    in_piece = np.add.reduceat(count, pieces)
    points = np.stack([np.add.reduceat(values, pieces) / in_piece for values in (count * columns, rows)], axis=1)
    return Line(y + middle, slope, float(x), float(width), points + np.array([x, y]))


def chained(pieces: Sequence[Line]) -> list[Line]:
    """Pieces that go on from one another as one line each: a piece as short as a row is high leans by less than a pixel, the line
    it belongs to by many. What makes no line of the usual length is left out."""
    chains: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: p.start):
        above = [chain for chain in chains if _goes_on(chain[-1], piece)]
        if above:
            min(above, key=lambda chain: abs(chain[-1].at - piece.at)).append(piece)
        else:
            chains.append([piece])
    lines = [_as_one(chain) for chain in chains]
    return [line for line in lines if line.length >= SHORTEST_LINE_INCHES * FIT_DPI]


def _goes_on(above: Line, below: Line) -> bool:
    gap = below.start - above.end
    drift = MOST_LEAN * (below.start + below.end - above.start - above.end) / 2 + 1
    return -1 <= gap <= LONGEST_GAP_INCHES * FIT_DPI and abs(below.at - above.at) <= drift


def _as_one(chain: Sequence[Line]) -> Line:
    """The line through the middles of its pieces; they say of its length only what is drawn."""
    if len(chain) == 1:
        return chain[0]
    length = np.array([piece.length for piece in chain])
    along = np.array([(piece.start + piece.end) / 2 for piece in chain])
    slope, level = np.polyfit(along, [piece.at for piece in chain], 1, w=length)
    middle = (chain[0].start + chain[-1].end) / 2
    points = np.vstack([piece.points for piece in chain])
    return Line(float(level + slope * middle), float(slope), chain[0].start, float(length.sum()), points)
