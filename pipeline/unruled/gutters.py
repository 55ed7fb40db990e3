"""Column borders of a table without rules: between two headings, where the fewest lines reach over and the most begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.unruled.heads import Heading
from pipeline.unruled.pieces import Piece

EDGE_POINTS = 1.0
"""A border stands at least this far from the letters beside it."""

WIDEST_PADDING = 6.0

ALIGNED_POINTS = 2.5
"""Lines of a column begin within this distance of one another."""


@dataclass(frozen=True, slots=True)
class Borders:
    """The x positions of all column borders in points, the outer ones included, and the room right of them."""

    xs: tuple[float, ...]
    padding: float

    def column_of(self, x: float) -> int:
        """The column that holds a position."""
        return min(max(sum(x > border for border in self.xs) - 1, 0), len(self.xs) - 2)

    def is_aligned(self, piece: Piece) -> bool:
        """Whether the piece begins where the lines of a column do."""
        return any(abs(piece.box[0] - self.padding - x) <= ALIGNED_POINTS for x in self.xs[:-1])

    def crossed_by(self, piece: Piece) -> int:
        """How many inner borders the piece reaches over."""
        return sum(_reaches_over(piece, x + self.padding - EDGE_POINTS) for x in self.xs[1:-1])


def column_borders(columns: Sequence[Heading], pieces: Sequence[Piece]) -> Borders:
    """The borders between and around the headings; `pieces` are those of all pages of the table."""
    inner = [_border(left.right, right.left, pieces) for left, right in pairwise(columns)]
    padding = _padding(inner, pieces)
    first = min([columns[0].left, *(piece.box[0] for piece in pieces)]) - padding
    last = max([columns[-1].right, *(piece.box[2] for piece in pieces)]) + padding
    return Borders((first, *(x + EDGE_POINTS - padding for x in inner), last), padding)


def _padding(inner: Sequence[float], pieces: Sequence[Piece]) -> float:
    """The room between a border and its text: half of the narrowest gutter, which a full line leaves."""
    narrowest = min((_gutter(x, pieces) / 2 for x in inner), default=EDGE_POINTS)
    return min(max(narrowest, EDGE_POINTS), WIDEST_PADDING)


def _gutter(x: float, pieces: Sequence[Piece]) -> float:
    """The white in points left of the letters that begin at a border."""
    return x + EDGE_POINTS - max((piece.box[2] for piece in pieces if piece.box[2] <= x + EDGE_POINTS), default=x)


def _border(low: float, high: float, pieces: Sequence[Piece]) -> float:
    middle = (low + high) / 2
    if low >= high:
        return middle
    lefts = {round(piece.box[0], 1) - EDGE_POINTS for piece in pieces if low <= piece.box[0] <= high + EDGE_POINTS}
    rights = {round(piece.box[2], 1) + EDGE_POINTS for piece in pieces if low <= piece.box[2] + EDGE_POINTS <= high}
    return min([middle, *sorted(lefts | rights)], key=lambda x: (_crossings(x, pieces), -_starts(x, pieces), abs(x - middle)))


def _crossings(x: float, pieces: Sequence[Piece]) -> int:
    return sum(_reaches_over(piece, x) for piece in pieces)


def _starts(x: float, pieces: Sequence[Piece]) -> int:
    return sum(x <= piece.box[0] <= x + ALIGNED_POINTS for piece in pieces)


def _reaches_over(piece: Piece, x: float) -> bool:
    """Whether the piece stands on both sides of the position."""
    return piece.box[0] < x - EDGE_POINTS and piece.box[2] > x + EDGE_POINTS
