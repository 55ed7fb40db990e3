"""Runs of words that may be a cell, and how well they fill one: by their sense and by where their lines end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.flattened.content import end_score, score, start_score
from pipeline.flattened.known import candidates
from pipeline.flattened.stream import Stream
from pipeline.flattened.widths import BLANK, printed_width
from pipeline.plan import Role

MOST_CELL_LINES = 45
TOLERANCE = 1.0
"""Letter widths are estimates; a line may be so much too long, in widths of an "a"."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """A line end inside a cell: the line's width, its width with the next word, and the most an early end may cost."""

    full: float
    too_long: float
    most_cost: float


@dataclass(frozen=True, slots=True)
class Span:
    """Words up to `end` as one cell; `edge_score` tells whether a cell can begin and end so."""

    end: int
    text: str
    wraps: tuple[Wrap, ...]
    widest: float
    edge_score: float
    sentences: tuple[str, ...]

    def score(self, role: Role, width: float | None) -> float:
        """How well the span fills a cell of a role in a column of a width (None: not known yet)."""
        said = score(role, self.text, self.sentences)
        return said + self.edge_score + (0.0 if width is None else self._wrap_score(width))

    def _wrap_score(self, width: float) -> float:
        over = min(max(self.widest - width - TOLERANCE, 0.0) * 1.2, 12.0)
        return -over - sum(_early_end_cost(wrap, width) for wrap in self.wraps)


def spans(stream: Stream, start: int) -> Iterator[Span]:
    """All spans that begin at a word: ends inside its line, at its end, and at the ends of the lines below."""
    sentences = candidates(stream.words[start : start + 60])
    begins = 0.0 if start == 0 and stream.is_cut_above else start_score(stream.words[start])
    line = stream.line_of[start]
    stop = stream.end_of_line(line)
    for end in range(start + 1, stop):
        if not stream.words[end][0].islower():
            yield _span(stream, start, end, (), begins, sentences)
    wraps: tuple[Wrap, ...] = ()
    for following in range(line, min(line + MOST_CELL_LINES, len(stream.starts))):
        if following > line:
            if stream.blanks[following] >= 3:
                return
            wraps = (*wraps, _wrap(stream, max(start, stream.starts[following - 1]), stream.starts[following]))
        yield _span(stream, start, stream.end_of_line(following), wraps, begins, sentences)


def _span(stream: Stream, start: int, end: int, wraps: tuple[Wrap, ...], begins: float, sentences: tuple[str, ...]) -> Span:
    text = stream.text(start, end)
    last = printed_width(stream.text(max(start, stream.starts[stream.line_of[end - 1]]), end))
    ends = end_score(text) if end < len(stream.words) else 0.0
    widest = max([last, *(wrap.full for wrap in wraps)])
    return Span(end, text, wraps, widest, begins + ends, sentences)


def _wrap(stream: Stream, first: int, following: int) -> Wrap:
    """A capital, a number or a bullet after an early line end shows a paragraph of its own."""
    full = printed_width(stream.text(first, following))
    word = stream.words[following]
    is_new = word[0].isupper() or word[0].isdigit() or word[0] in "-–•"
    return Wrap(full, full + BLANK + printed_width(word), 2.5 if is_new else 4.5)


def _early_end_cost(wrap: Wrap, width: float) -> float:
    slack = width - wrap.too_long
    return min(0.8 + 0.5 * slack, wrap.most_cost) if slack > 0.5 else 0.0
