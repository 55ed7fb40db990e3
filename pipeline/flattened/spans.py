"""Runs of words that may be a cell, and how well they fill one: by their sense and by where their lines end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.flattened.content import (
    MOST_WORDS,
    break_cost,
    end_score,
    joint_cost,
    may_begin,
    score,
    start_score,
)
from pipeline.flattened.known import candidates
from pipeline.flattened.moves import Grammar
from pipeline.flattened.stream import Stream
from pipeline.flattened.widths import BLANK, printed_width
from pipeline.flattened.words import FREQUENCY, LETTER
from pipeline.plan import Role

MOST_CELL_LINES = 32
NEVER = float("inf")
NO_LIMIT = 1_000_000
TOLERANCE = 1.0
"""Letter widths are estimates; a line may be so much too long, in widths of an "a"."""


NO_OPEN_CELL = 1.0
"""Cost of a rest where no cell before the page break is known."""
OPEN_BONUS = 1.0
LOOSE_BONUS = 3.0
"""A cell that cannot well have ended before the page break is glad of a rest."""


@dataclass(frozen=True, slots=True)
class OpenCell:
    """A cell of the row before the page break: its text and the width of its last line."""

    text: str = ""
    last_width: float = 0.0
    sentences: tuple[str, ...] = ()
    """The indicators it may be the beginning of."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the reading before knows of a stretch's ends.

    `open_cells` are the cells of the last row before the page break, by column. From word `cut_from` on stands the row
    that the next page break cuts, whose cells may end anywhere.
    """

    open_cells: tuple[OpenCell, ...] = ()
    cut_from: int = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """Words up to `end` that may be a cell, whatever its column; what they say is weighed once for each role."""

    end: int
    last_line: int
    """The first word of its last line."""
    text: str
    start_score: float
    end_score: float
    """Whether a cell can begin and end so."""
    sentences: tuple[str, ...]
    first_width: float
    """The width of its first word, which did not fit into the line before where it is a rest."""
    said: dict[Role, float] = field(default_factory=dict)

    def score(self, role: Role) -> float:
        """How well the words fill a cell of a role by their sense."""
        found = self.said.get(role)
        if found is None:
            is_lettered = role == "indicator" and LETTER.match(self.text) is not None
            is_frequency = role == "schedule" and FREQUENCY.match(self.text) is not None
            begins = 0.0 if is_lettered or is_frequency else self.start_score
            found = self.said[role] = score(role, self.text, self.sentences) + begins + self.end_score
        return found


class Runs:
    """The runs of words of a stream, made when they are asked for and kept for the next reading."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._found: dict[tuple[int, int, bool], Run] = {}
        self._sentences: dict[int, tuple[str, ...]] = {}

    def run(self, start: int, last_line: int, end: int, may_be_cut: bool) -> Run:
        """Words start to end, the last line of which begins at word `last_line`; it may be cut by a page break."""
        key = (start, end, may_be_cut)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._made(start, last_line, end, may_be_cut)
        return found

    def _made(self, start: int, last_line: int, end: int, may_be_cut: bool) -> Run:
        text = self.stream.text(start, end)
        words = self.stream.words
        ends = 0.0 if may_be_cut or end == len(words) else end_score(text) - joint_cost(words[end - 1], words[end])
        sentences = self._sentences.get(start)
        if sentences is None:
            sentences = self._sentences[start] = candidates(self.stream.words[start : start + 60])
        if may_be_cut:
            sentences = (*sentences, *(sentence[: len(text)] for sentence in sentences))
        first = self.stream.words[start]
        return Run(end, last_line, text, start_score(first), ends, sentences, printed_width(first))


class Wraps:
    """What the line ends of a stream cost in each column of a known width."""

    def __init__(self, stream: Stream, grammar: Grammar) -> None:
        roles, widths = grammar.roles, grammar.widths
        self.is_apart, self.counts_empty = grammar.is_apart, grammar.counts_empty
        self._stream = stream
        self._columns = tuple(zip(roles, widths, strict=True))
        self._most_words = tuple(MOST_WORDS.get(role, NO_LIMIT) for role in roles)
        self._ends = [self._end(first, line) for line, first in enumerate(stream.starts[:-1])]

    def within(self, costs: tuple[float, ...], words: int) -> tuple[float, ...]:
        """The costs, boundless for columns that never hold so many words."""
        return tuple([cost if words <= most else NEVER for cost, most in zip(costs, self._most_words, strict=True)])

    def end(self, first: int, line: int) -> tuple[float, ...]:
        """The costs of a line's end, the line read from word `first` on."""
        return self._ends[line] if first == self._stream.starts[line] else self._end(first, line)

    def overflow(self, first: int, end: int) -> tuple[float, ...]:
        """The costs of words that stand in one line."""
        full = printed_width(self._stream.text(first, end))
        return tuple([_overflow(full, width) for _, width in self._columns])

    def _end(self, first: int, line: int) -> tuple[float, ...]:
        following = self._stream.starts[line + 1]
        if self.counts_empty:
            return tuple([break_cost(role, self._stream.words[following]) for role, _ in self._columns])
        full = printed_width(self._stream.text(first, following))
        word = self._stream.words[following]
        too_long = full + BLANK + printed_width(word)
        return tuple(
            [_overflow(full, width) + _early_end_cost(too_long, width, break_cost(role, word)) for role, width in self._columns]
        )


class Span(NamedTuple):
    """A run of words with what its line ends cost in each column."""

    run: Run
    wrap_costs: tuple[float, ...]


def rest_score(run: Run, role: Role, width: float | None, before: OpenCell) -> float:
    """How well a run goes on with a cell before the page break: what it adds to that cell's sense."""
    if not before.text:
        return run.score(role) - NO_OPEN_CELL
    whole = f"{before.text} {run.text}"
    gain = score(role, whole, before.sentences) - score(role, before.text, before.sentences)
    loose = LOOSE_BONUS if end_score(before.text) < 0 else 0.0
    early = _early_end_cost(before.last_width + BLANK + run.first_width, width, 6.0)
    return gain + OPEN_BONUS + loose - early + run.end_score


def spans(runs: Runs, start: int, wraps: Wraps, context: Context, most_cost: float) -> Iterator[Span]:
    """All spans that begin at a word: ends inside its line, at its end, and at the ends of the lines below.

    Words whose line ends cost more than `most_cost` in every column are no cell, nor are longer ones.
    """
    stream = runs.stream
    may_be_cut = start >= context.cut_from
    line = stream.line_of[start]
    inside = () if wraps.is_apart else range(start + 1, stream.end_of_line(line))
    for end in inside:
        if may_begin(stream.words[end]):
            yield Span(runs.run(start, start, end, may_be_cut), wraps.within(wraps.overflow(start, end), end - start))
    first = start
    costs: tuple[float, ...] | None = None
    for following in range(line, min(line + MOST_CELL_LINES, len(stream.starts))):
        if following > line:
            if stream.blanks[following] >= 3 or (wraps.counts_empty and stream.gaps[following]):
                return
            costs = wraps.within(_sum(costs, wraps.end(first, following - 1)), stream.starts[following] + 1 - start)
            if min(costs) > most_cost:
                return
            first = stream.starts[following]
        end = stream.end_of_line(following)
        whole = wraps.within(_sum(costs, wraps.overflow(first, end)), end - start)
        yield Span(runs.run(start, first, end, may_be_cut), whole)


def _sum(one: tuple[float, ...] | None, other: tuple[float, ...]) -> tuple[float, ...]:
    return other if one is None else tuple([a + b for a, b in zip(one, other, strict=True)])


def _overflow(full: float, width: float | None) -> float:
    return 0.0 if width is None else min(max(full - width - TOLERANCE, 0.0) * 1.2, 12.0)


def _early_end_cost(too_long: float, width: float | None, most: float) -> float:
    slack = 0.0 if width is None else width - too_long
    return min(0.8 + 0.5 * slack, most) if slack > 0.5 else 0.0
