"""The lines of a stretch to rows: the likeliest way to part them (a shortest path over line ends).

A row is told by what its cells say when they begin and end there, by how many begin at its first line, and by lines of a
cell that end before the next word would not have fitted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Line
from extractors.folding import Vocabulary, fold_lines
from pipeline.flattened.content import MOST_WORDS, break_cost, end_score, score, start_score
from pipeline.flattened.known import candidates
from pipeline.flattened.moves import NEW_ROW, OTHER_SKIP, SKIP
from pipeline.flattened.spaced.cutting import Cells
from pipeline.flattened.widths import BLANK, printed_width
from pipeline.flattened.words import FREQUENCY, LETTER
from pipeline.plan import Role

MOST_ROW_LINES = 40
MOST_EMPTY = 8.0
"""What the empty cells of a row cost together at most."""
BELOW_TOP = 1.0
"""What it costs that a cell begins below the first line of its row, where it is not known whether the table's cells do."""
HOLE = 1.0
MOST_HOLES = 3.0
"""What lines without words between two lines of a cell cost."""
UNNUMBERED = 6.0
GOES_ON = 0.5
"""What it costs that a component goes on beside the next row."""
EARLY_END = 1.5
"""What a line end at which the next word would have fitted costs at most, beyond a line end as such."""
NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class Habits:
    """What is known of the table: roles, print widths of the columns, and what a cell that begins below its row's top costs."""

    roles: tuple[Role, ...]
    widths: tuple[float | None, ...]
    below_top: tuple[float, ...]
    vocabulary: Vocabulary
    counts_indicators: bool = False
    """Each indicator has its number."""


@dataclass(frozen=True, slots=True)
class OpenRow:
    """The texts of the row before a page break, "" where it has none."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpacedRow:
    """Lines `first` to `end` of a stretch; `is_rest` where they go on with the row before the page break."""

    first: int
    end: int
    is_rest: bool = False


class Teller:
    """Weighs rows of one stretch's lines."""

    def __init__(self, lines: Sequence[Cells], habits: Habits, open_row: OpenRow | None, is_cut_below: bool) -> None:
        self._lines = lines
        self._habits = habits
        self._open_row = open_row
        self._is_cut_below = is_cut_below
        self._texts = [{column: " ".join(w.text for w in words) for column, words in cells.items()} for cells in lines]
        self._scores: dict[tuple[int, str], float] = {}

    def rows(self) -> list[SpacedRow]:
        """The rows in order; every line is in one."""
        count = len(self._lines)
        best: list[tuple[float, SpacedRow | None]] = [(0.0, None), *[(-NEVER, None)] * count]
        for first in range(count):
            for end in range(first + 1, min(first + MOST_ROW_LINES, count) + 1):
                if self._is_too_long(first, end):
                    break
                kinds = (False, True) if first == 0 and self._open_row else (False,)
                for is_rest in kinds:
                    value = best[first][0] + self._score(first, end, is_rest)
                    if value > best[end][0]:
                        best[end] = (value, SpacedRow(first, end, is_rest))
            if best[first + 1][1] is None:
                best[first + 1] = (best[first][0] - 50.0, SpacedRow(first, first + 1))
        return _backwards(best)

    def text(self, column: int, first: int, end: int) -> str:
        """The text of a cell, its line ends folded."""
        own = [self._texts[i][column] for i in range(first, end) if column in self._texts[i]]
        lines = [Line(text, (0.0, 0.0, printed_width(text), 1.0)) for text in own]
        return fold_lines(lines, self._habits.widths[column], self._habits.vocabulary)

    def _is_too_long(self, first: int, end: int) -> bool:
        """Whether a cell holds more words than any of its role."""
        for column, role in enumerate(self._habits.roles):
            if role in MOST_WORDS and role != "month":
                words = sum(len(self._lines[i].get(column, ())) for i in range(first, end))
                if words > MOST_WORDS[role] + (2 if role == "number" else 0):
                    return True
        return False

    def _score(self, first: int, end: int, is_rest: bool) -> float:
        if is_rest:
            return sum(self._rest_score(column, first, end) for column in self._filled(first, end))
        filled = self._filled(first, end)
        told = sum(self._cell_score(column, first, end) for column in filled)
        return told - self._empty_cost(filled) - self._unnumbered_cost(filled) - NEW_ROW

    def _filled(self, first: int, end: int) -> list[int]:
        columns = set().union(*(self._texts[i].keys() for i in range(first, end)))
        return sorted(columns)

    def _empty_cost(self, filled: Sequence[int]) -> float:
        roles = self._habits.roles
        cost = sum(SKIP.get(role, OTHER_SKIP) for column, role in enumerate(roles) if column not in filled and role != "month")
        return min(cost, MOST_EMPTY)

    def _unnumbered_cost(self, filled: Sequence[int]) -> float:
        """What it costs that an indicator has no number where all have one."""
        roles = {self._habits.roles[column] for column in filled}
        return UNNUMBERED if self._habits.counts_indicators and "indicator" in roles and "number" not in roles else 0.0

    def _cell_score(self, column: int, first: int, end: int) -> float:
        role = self._habits.roles[column]
        whole = self._sense(column, first, end) - self._shape_cost(column, first, end)
        if role in {"component", "area"} and first > 0 and self._has(column, first - 1) and self._has(column, first):
            return max(whole, -GOES_ON)
        return whole

    def _has(self, column: int, line: int) -> bool:
        return column in self._texts[line]

    def _sense(self, column: int, first: int, end: int) -> float:
        role = self._habits.roles[column]
        if role == "month":
            return 0.5
        text = self.text(column, first, end)
        may_be_cut = self._is_cut_below and end == len(self._lines)
        key = (column, f"{may_be_cut}{text}")
        if key not in self._scores:
            self._scores[key] = _sense(role, text, may_be_cut)
        return self._scores[key]

    def _rest_score(self, column: int, first: int, end: int) -> float:
        role = self._habits.roles[column]
        before = self._open_row.texts[column] if self._open_row else ""
        if role == "month":
            return -1.0
        text = self.text(column, first, end)
        if not before:
            return _sense(role, text, False) - 1.0
        whole = f"{before} {text}"
        gain = _sense(role, whole, False) - _sense(role, before, False)
        return gain - self._shape_cost(column, first, end)

    def _shape_cost(self, column: int, first: int, end: int) -> float:
        held = [i for i in range(first, end) if column in self._texts[i]]
        late = self._habits.below_top[column] if held[0] > first else 0.0
        holes = HOLE * sum(below - above > 1 for above, below in pairwise(held))
        return late + min(holes, MOST_HOLES) + sum(self._early_ends(column, held))

    def _early_ends(self, column: int, held: Sequence[int]) -> Iterator[float]:
        width = self._habits.widths[column]
        role = self._habits.roles[column]
        if width is None or role == "month":
            return
        for above, below in pairwise(held):
            word = self._lines[below][column][0].text
            slack = width - (printed_width(self._texts[above][column]) + BLANK + printed_width(word))
            if slack > 1.0:
                yield min(0.4 + 0.3 * slack, break_cost(role, word), EARLY_END)


def _sense(role: Role, text: str, may_be_cut: bool) -> float:
    """How much a text sounds like a whole cell of the role."""
    words = text.split()
    sentences = candidates(words[:60]) if role == "indicator" else ()
    if may_be_cut:
        sentences = (*sentences, *(sentence[: len(text)] for sentence in sentences))
    is_lettered = role == "indicator" and LETTER.match(text) is not None
    is_frequency = role == "schedule" and FREQUENCY.match(text) is not None
    begins = 0.0 if is_lettered or is_frequency else start_score(words[0])
    return score(role, text, sentences) + begins + (0.0 if may_be_cut else end_score(text))


def _backwards(best: Sequence[tuple[float, SpacedRow | None]]) -> list[SpacedRow]:
    rows: list[SpacedRow] = []
    end = len(best) - 1
    while end > 0:
        row = best[end][1]
        if row is None:
            break
        rows.insert(0, row)
        end = row.first
    return rows
