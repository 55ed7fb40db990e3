"""Where the columns of a page begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt

from pipeline.flattened.spaced.heads import roles_of
from pipeline.flattened.spaced.lines import LETTER
from pipeline.plan import Role
from pipeline.unruled.gutters import column_borders
from pipeline.unruled.heads import Heads
from pipeline.unruled.pieces import Piece

NEVER = float("inf")
SCALES = tuple(1 + step / 100 for step in range(-25, 26))
MOVES = range(-10, 11)
"""How much wider (as a share) and further right (in letters) a page may be set than the one before."""
NEAR = 2
"""Letters within which a column's edge is drawn to where most cells begin."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the columns' cells begin, in letters from the left, and how wide their print is at most (None: not known)."""

    lefts: tuple[float, ...]
    roles: tuple[Role, ...]
    widths: tuple[float | None, ...] = ()

    def right(self, column: int) -> float:
        return self.lefts[column + 1] if column + 1 < len(self.lefts) else NEVER


def headed_edges(heads: Heads, pieces: Sequence[Piece]) -> Edges:
    """The edges below a header of the same page."""
    borders = column_borders(heads.columns, pieces)
    return Edges(tuple((x + borders.padding) / LETTER for x in borders.xs[:-1]), roles_of(heads))


def moved_edges(edges: Edges, pieces: Sequence[Piece]) -> Edges:
    """The edges on a page without a header: those of the page before where most of this page's pieces begin.

    A tool sets each page by its own letters, so that the next is a little wider or narrower.
    """
    starts = Counter(round(piece.box[0] / LETTER) for piece in pieces)
    months = edges.roles.index("month") if "month" in edges.roles else len(edges.roles)
    end = months + edges.roles.count("month")
    parts = (edges.lefts[:months], edges.lefts[months:end], edges.lefts[end:])
    return replace(edges, lefts=tuple(left for part in parts if part for left in _fitted(part, starts)))


def _fitted(lefts: Sequence[float], starts: Counter[int]) -> list[float]:
    """The edges where, moved and stretched together, most pieces begin in most of them."""
    ways = ((scale, move) for scale in SCALES for move in MOVES)
    moved = ([lefts[0] + move + scale * (left - lefts[0]) for left in lefts] for scale, move in ways)
    best = max(moved, key=lambda to: (sum(sqrt(_count(starts, left, 1)) for left in to), -abs(to[-1] - lefts[-1])))
    return [_drawn(starts, left) for left in best]


def _count(starts: Counter[int], left: float, near: int) -> int:
    return sum(starts[round(left) + off] for off in range(-near, near + 1))


def _drawn(starts: Counter[int], left: float) -> float:
    near = [float(round(left) + off) for off in range(-NEAR, NEAR + 1)]
    return max(near, key=lambda x: (starts[round(x)], -abs(x - left)))
