"""The words of a line to columns. Full cells touch with only a blank between them, and push what follows to the right."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Word
from pipeline.flattened.content import may_begin
from pipeline.flattened.spaced.edges import Edges
from pipeline.flattened.spaced.lines import LETTER, gap
from pipeline.flattened.widths import printed_width
from pipeline.flattened.words import NUMBER
from pipeline.plan import Role
from pipeline.unruled.pieces import PieceLine

NEAR_LINES = 4
"""Lines above and below among which cells that begin at the same place are looked for."""
TOUCHING = 1.5
"""What it costs to begin a cell behind a single blank."""
GAP_INSIDE = 2.0
WIDE_GAP_INSIDE = 5.0
"""What two blanks and more, four and more inside a cell cost."""
ALIGNED = 1.0
"""What it is worth that lines near by have a cell beginning at the same place."""
BEFORE_EDGE, BEHIND_EDGE, PUSHED = 0.7, 0.25, 0.1
"""What a letter's width costs that a cell begins left or right of its column's edge, or is pushed right by a full cell."""
OVER_EDGE = 0.1
"""What a letter's width costs that a cell reaches over the edge of the next column."""
BEHIND_NEXT_EDGE = 1.5
"""What each further word of a cell costs that begins right of it."""
TOO_WIDE = 1.2
SMALL_LETTER, DASH = 0.7, 2.5
"""What it costs that a cell begins so behind a single blank."""
STRANGE = 6.0
LONGEST_MARK = 3
HOPELESS = 25.0
"""A cell that costs this much is not followed further."""
NEVER = float("inf")


Cells = dict[int, tuple[Word, ...]]
"""Column → its words in one line."""


def cells_of(lines: Sequence[PieceLine], edges: Edges) -> list[Cells]:
    """The cells of each line."""
    starts = [{_at(piece.words[0]) for piece in line.pieces} for line in lines]
    near = [_near(starts, index) for index in range(len(lines))]
    return [
        _cut(line.words, edges, near[index], HOPELESS) or _cut(line.words, edges, near[index], NEVER)
        for index, line in enumerate(lines)
    ]


def _at(word: Word) -> int:
    return round(word.box[0] / LETTER)


def _end(word: Word) -> int:
    return round(word.box[2] / LETTER)


def _near(starts: Sequence[set[int]], index: int) -> frozenset[int]:
    """Where pieces of the lines near by begin."""
    others = [*starts[max(index - NEAR_LINES, 0) : index], *starts[index + 1 : index + 1 + NEAR_LINES]]
    return frozenset().union(*others)


def _cut(words: Sequence[Word], edges: Edges, near: frozenset[int], hopeless: float) -> Cells:
    """The cheapest way to give the words to columns from left to right; none where every way has a cell that is hopeless."""
    best: list[dict[int, tuple[float, int, int]]] = [{-1: (0.0, 0, -1)}, *({} for _ in words)]
    for start in range(len(words)):
        for column, (reached, before) in _ways_before(best[start], len(edges.lefts)).items():
            begun = reached + _begin_cost(words, start, column, edges, near)
            inside = 0.0
            for end in range(start + 1, len(words) + 1):
                if end > start + 1:
                    inside += _inside_cost(gap(words[end - 2], words[end - 1]))
                total = begun + inside + _end_cost(words[start:end], column, edges)
                if column not in best[end] or total < best[end][column][0]:
                    best[end][column] = (total, start, before)
                if total - reached > hopeless:
                    break
    return _backwards(words, best)


def _ways_before(reached: dict[int, tuple[float, int, int]], count: int) -> dict[int, tuple[float, int]]:
    """For each column the cheapest way to it from columns at its left: (cost, column)."""
    ways: dict[int, tuple[float, int]] = {}
    least = (NEVER, -1)
    for column in range(-1, count):
        if column >= 0 and least[0] < NEVER:
            ways[column] = least
        if column in reached:
            least = min(least, (reached[column][0], column))
    return ways


def _begin_cost(words: Sequence[Word], start: int, column: int, edges: Edges, near: frozenset[int]) -> float:
    at = _at(words[start])
    is_touching = start > 0 and gap(words[start - 1], words[start]) < 2
    off = at - edges.lefts[column]
    place = -off * BEFORE_EDGE if off < 0 else off * (PUSHED if is_touching else BEHIND_EDGE)
    touching = TOUCHING + _midst(words[start].text) if is_touching else 0.0
    return place + touching - (ALIGNED if at in near else 0.0) + _strange(words[start].text, edges.roles[column])


def _midst(word: str) -> float:
    """What it costs that a word stands rather in the midst of a cell."""
    return DASH if not word[0].isalnum() else 0.0 if may_begin(word) else SMALL_LETTER


def _strange(word: str, role: Role) -> float:
    """What it costs that a column of numbers or marks begins with another word."""
    if role == "number":
        return 0.0 if NUMBER.fullmatch(word) else STRANGE
    return STRANGE if role == "month" and len(word) > LONGEST_MARK else 0.0


def _inside_cost(blanks: int) -> float:
    return 0.0 if blanks < 2 else GAP_INSIDE if blanks < 4 else WIDE_GAP_INSIDE


def _end_cost(words: Sequence[Word], column: int, edges: Edges) -> float:
    right = edges.right(column)
    over = max(_end(words[-1]) - right, 0.0) * OVER_EDGE + sum(_at(word) >= right for word in words[1:]) * BEHIND_NEXT_EDGE
    width = edges.widths[column] if edges.widths else None
    if width is None:
        return over
    return over + max(printed_width(" ".join(word.text for word in words)) - width, 0.0) * TOO_WIDE


def _backwards(words: Sequence[Word], best: Sequence[dict[int, tuple[float, int, int]]]) -> Cells:
    cells: Cells = {}
    end = len(words)
    column = min(best[end], key=lambda c: best[end][c][0], default=-1)
    while column >= 0:
        _, start, before = best[end][column]
        cells[column] = tuple(words[start:end])
        end, column = start, before
    return cells
