"""Runs of words that may be a cell, and how well they fill one: by their sense and by where their lines end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.flattened.content import end_score, score, start_score
from pipeline.flattened.known import candidates
from pipeline.flattened.stream import Stream
from pipeline.flattened.widths import BLANK, printed_width
from pipeline.plan import Role

MOST_CELL_LINES = 32
LETTER = re.compile(r"[a-z][.)] ")
"""The letter that numbers an indicator, with which it may well begin."""
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
class Span:
    """Words up to `end` as one cell.

    `start_score` and `end_score` tell whether a cell can begin and end so, `wrap_costs` for each column how badly its
    width explains the line ends inside.
    """

    end: int
    text: str
    start_score: float
    end_score: float
    wrap_costs: tuple[float, ...]
    sentences: tuple[str, ...]
    first_width: float
    """The width of its first word, which did not fit into the line before where it is a rest."""

    def score(self, role: Role, column: int) -> float:
        """How well the span fills a cell of a role in a column."""
        is_lettered = role == "indicator" and LETTER.match(self.text) is not None
        begins = 0.0 if is_lettered else self.start_score
        return score(role, self.text, self.sentences) + begins + self.end_score - self.wrap_costs[column]


def rest_score(span: Span, role: Role, width: float | None, column: int, before: OpenCell) -> float:
    """How well a span goes on with a cell before the page break: what it adds to that cell's sense."""
    if not before.text:
        return span.score(role, column) - NO_OPEN_CELL
    whole = f"{before.text} {span.text}"
    gain = score(role, whole, before.sentences) - score(role, before.text, before.sentences)
    loose = LOOSE_BONUS if end_score(before.text) < 0 else 0.0
    early = _early_end_cost(before.last_width + BLANK + span.first_width, width, 6.0)
    return gain + OPEN_BONUS + loose - early - span.wrap_costs[column] + span.end_score


def spans(stream: Stream, start: int, widths: Sequence[float | None], context: Context) -> Iterator[Span]:
    """All spans that begin at a word: ends inside its line, at its end, and at the ends of the lines below.

    `widths` are those of the columns, None where not known yet.
    """
    sentences = candidates(stream.words[start : start + 60])
    begins = start_score(stream.words[start])
    may_be_cut = start >= context.cut_from
    line = stream.line_of[start]
    costs = (0.0,) * len(widths)
    for end in range(start + 1, stream.end_of_line(line)):
        if not stream.words[end][0].islower():
            yield _span(stream, (start, start, end), (begins, may_be_cut), costs, widths, sentences)
    first = start
    for following in range(line, min(line + MOST_CELL_LINES, len(stream.starts))):
        if following > line:
            if stream.blanks[following] >= 3:
                return
            costs = _with_wrap(stream, first, stream.starts[following], costs, widths)
            first = stream.starts[following]
        yield _span(stream, (start, first, stream.end_of_line(following)), (begins, may_be_cut), costs, widths, sentences)


def _span(
    stream: Stream,
    extent: tuple[int, int, int],
    edges: tuple[float, bool],
    costs: tuple[float, ...],
    widths: Sequence[float | None],
    sentences: tuple[str, ...],
) -> Span:
    """The span of an extent: its first word, the first word of its last line, the word after it.

    `edges` are its start score and whether a page break may have cut it.
    """
    start, last_line, end = extent
    begins, may_be_cut = edges
    text = stream.text(start, end)
    full = printed_width(stream.text(last_line, end))
    ends = 0.0 if may_be_cut or end == len(stream.words) else end_score(text)
    if may_be_cut:
        sentences = (*sentences, *(sentence[: len(text)] for sentence in sentences))
    whole = tuple(cost + _overflow(full, width) for cost, width in zip(costs, widths, strict=True))
    return Span(end, text, begins, ends, whole, sentences, printed_width(stream.words[start]))


def _with_wrap(
    stream: Stream, first: int, following: int, costs: tuple[float, ...], widths: Sequence[float | None]
) -> tuple[float, ...]:
    """The costs with those of the line end before the word `following`.

    A capital, a number or a bullet after an early line end shows a paragraph of its own.
    """
    full = printed_width(stream.text(first, following))
    word = stream.words[following]
    too_long = full + BLANK + printed_width(word)
    most = 2.5 if word[0].isupper() or word[0].isdigit() or word[0] in "-–•" else 4.5
    pairs = zip(costs, widths, strict=True)
    return tuple(cost + _overflow(full, width) + _early_end_cost(too_long, width, most) for cost, width in pairs)


def _overflow(full: float, width: float | None) -> float:
    return 0.0 if width is None else min(max(full - width - TOLERANCE, 0.0) * 1.2, 12.0)


def _early_end_cost(too_long: float, width: float | None, most: float) -> float:
    slack = 0.0 if width is None else width - too_long
    return min(0.8 + 0.5 * slack, most) if slack > 0.5 else 0.0
