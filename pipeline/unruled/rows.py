"""Rows of a table without rules: where cells begin together, and where printed rules do part them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Rule
from pipeline.action_table.known import component_likeness
from pipeline.action_table.titles import title_of
from pipeline.plan import Role
from pipeline.unruled.gutters import ALIGNED_POINTS, Borders
from pipeline.unruled.known import LIKE_A_TITLE, title_likeness
from pipeline.unruled.pieces import PieceLine

WIDER = 0.1
"""A gap wider than the usual one between a cell's lines by this share of a line parts cells."""

SAME_LINE = 0.3
"""Tops nearer than this share of a line begin together."""

USUAL = 0.3
"""The usual gap between lines is the one that this share of those in long texts is smaller than: most part lines of one cell."""

LEAST_VOTES = 3.0
"""Votes of the columns that make a row."""

RULED_SHARE = 0.3
"""Share of the table's width that the pieces of a printed rule cover where it parts rows."""

NEAR_POINTS = 3.0
TITLE_LINES = 9
"""A title in a narrow column takes no more lines."""

_KEY_VOTES = {"begins": 2.0, "blank": -2.0, "cut": -4.0}
"""Votes of the column of indicators, which every row fills."""

_LETTERED = re.compile(r"^[a-z][.)]\s")
_NUMERAL = re.compile(r"^[IVX]*$")
"""Nothing, or the rest of a numeral that a narrow column broke."""

_LABEL = re.compile(r"^[\w.()]{1,6}$")
"""A number, letter or numeral in front of a title."""


@dataclass(frozen=True, slots=True)
class Band:
    """A grid row from `top` to `bottom`, in points.

    Cells of the columns in `open` go on from the row above; from column `across` on one text stands over all columns.
    """

    top: float
    bottom: float
    open: frozenset[int] = frozenset()
    across: int | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns' borders and what the columns are for."""

    borders: Borders
    roles: tuple[Role, ...]

    @property
    def key(self) -> int:
        """The column whose cells open rows."""
        wanted: Role = "indicator" if "indicator" in self.roles else "action"
        return self.roles.index(wanted)

    @property
    def long(self) -> list[int]:
        """The columns whose cells have several lines each."""
        return [i for i, role in enumerate(self.roles) if role in ("indicator", "action", "evidence")]

    def first(self, *roles: Role) -> int | None:
        return next((i for i, role in enumerate(self.roles) if role in roles), None)

    def across(self, line: PieceLine) -> int | None:
        """The column where a text begins that reaches over others and has no more than a label beside it.

        A short text under the numbers that is no number begins so too.
        """
        *labels, last = line.pieces
        is_beside = not labels and self.borders.column_of(last.centre) == self.first("number") and not _LABEL.match(last.text)
        if not self.borders.crossed_by(last) and not is_beside:
            return None
        if len(labels) > 1 or any(not _LABEL.match(piece.text) for piece in labels):
            return None
        return self.borders.column_of(last.box[0] + ALIGNED_POINTS)

    def texts(self, line: PieceLine) -> dict[int, str]:
        """Column → its words in the line."""
        words: dict[int, list[str]] = {}
        for word in line.words:
            words.setdefault(self.borders.column_of((word.box[0] + word.box[2]) / 2), []).append(word.text)
        return {column: " ".join(texts) for column, texts in words.items()}


def usual_gap(pages: Sequence[Sequence[PieceLine]], columns: Columns) -> float:
    """The gap in points between two lines of one cell."""
    gaps = []
    for lines in pages:
        for k in columns.long:
            own = [line for line in lines if k in columns.texts(line)]
            gaps += [below.top - above.bottom for above, below in pairwise(own)]
    gaps.sort()
    return gaps[int(USUAL * len(gaps))] if gaps else 0.0


def told_rows(lines: Sequence[PieceLine], columns: Columns, gap: float) -> list[Band]:
    """The rows of one page as its text tells them; `gap` is the usual one between lines."""
    return _Teller(lines, columns, gap).bands()


class _Teller:
    """Walks down the lines of a page and says which of them begin rows."""

    def __init__(self, lines: Sequence[PieceLine], columns: Columns, gap: float) -> None:
        self._lines = lines
        self._columns = columns
        self._texts = [columns.texts(line) for line in lines]
        self._height = sorted(line.bottom - line.top for line in lines)[len(lines) // 2]
        self._clear = gap + WIDER * self._height

    def bands(self) -> list[Band]:
        starts: dict[int, int | None] = {}
        fresh = {0}
        i = 0
        while i < len(self._lines):
            end, across = self._title(i)
            if end > i:
                starts[i] = across
                fresh |= {i, end}
                i = end
                if i < len(self._lines):
                    starts.setdefault(i, None)
                continue
            if i == 0 or self._votes(i) >= LEAST_VOTES:
                starts.setdefault(i, None)
            i += 1
        return self._banded(starts, fresh)

    def _banded(self, starts: dict[int, int | None], fresh: set[int]) -> list[Band]:
        """`fresh` are lines where no cell goes on from above: titles and what follows them."""
        bands = []
        ends = [*list(starts)[1:], len(self._lines)]
        for (first, across), end in zip(starts.items(), ends, strict=True):
            bottom = self._top(end) if end < len(self._lines) else max(line.bottom for line in self._lines[first:]) + 1.0
            is_fresh = across is not None or first in fresh
            bands.append(Band(self._top(first), bottom, frozenset() if is_fresh else self._open(first), across))
        return bands

    def _top(self, index: int) -> float:
        return self._lines[index].top - 0.1 * self._height

    def _title(self, first: int) -> tuple[int, int | None]:
        """The line after a title that begins here, and the column it reaches over others from; `first` where none does."""
        across = self._columns.across(self._lines[first])
        if across is not None:
            end, text = first + 1, self._lines[first].pieces[-1].text
            while end < len(self._lines) and self._is_near(end) and self._is_rest(end, first):
                joined = f"{text} {self._lines[end].text}"
                if title_likeness(text) >= LIKE_A_TITLE and title_likeness(joined) < title_likeness(text):
                    break
                end, text = end + 1, joined
            return end, across
        return self._title_in_column(first), None

    def _is_near(self, index: int) -> bool:
        return self._lines[index].top - self._lines[index - 1].bottom <= self._clear

    def _is_rest(self, index: int, first: int) -> bool:
        """Whether a line goes on with the title: alone, from the same left edge."""
        pieces, above = self._lines[index].pieces, self._lines[first].pieces[-1]
        return len(pieces) == 1 and abs(pieces[0].box[0] - above.box[0]) <= ALIGNED_POINTS

    def _title_in_column(self, first: int) -> int:
        """The line after a title within one column; `first` where none begins."""
        columns = self._columns
        number = columns.first("number")
        beside = set(self._texts[first]) - {number}
        if len(beside) != 1:
            return first
        (home,) = beside
        if home not in (columns.key, columns.first("component", "area"), min(beside | {columns.key})):
            return first
        end, text = first, ""
        found = first
        while end < min(len(self._lines), first + TITLE_LINES) and (end == first or self._is_near(end)):
            texts = self._texts[end]
            if set(texts) - {number} != {home} or (
                end > first and not _NUMERAL.match("" if number is None else texts.get(number, ""))
            ):
                break
            text = f"{text} {self._texts[end][home]}".strip()
            end += 1
            if self._is_title(text, home, first):
                found = end
        return found

    def _is_title(self, text: str, home: int, first: int) -> bool:
        begins = number_in(self._texts[first], self._columns) or self._state(first, home) == "begins"
        is_bolder = self._lines[first].is_bold and (first == 0 or not self._lines[first - 1].is_bold)
        if not begins and not is_bolder and not text.isupper():
            return False
        if title_of(text) is not None:
            return True
        has_components = self._columns.first("component", "area") is not None
        return not has_components and component_likeness(text) >= LIKE_A_TITLE

    def _votes(self, i: int) -> float:
        """How many columns say that a row begins with the line; number, indicator and time, one to a row, count double."""
        states = [(k, role, self._state(i, k)) for k, role in enumerate(self._columns.roles)]
        votes = sum(self._vote(i, k, role, state) for k, role, state in states if role != "month")
        return votes + (1.0 if any(role == "month" and state == "begins" for _, role, state in states) else 0.0)

    def _vote(self, i: int, column: int, role: Role, state: str) -> float:
        if column == self._columns.key:
            return self._vote_of_text(self._texts[i][column]) if state == "runs" else _KEY_VOTES[state]
        if state == "begins":
            return 2.0 if role in ("number", "schedule") else 1.0
        return -1.5 if state == "cut" and role not in ("component", "area") else 0.0

    @staticmethod
    def _vote_of_text(text: str) -> float:
        """Of an indicator right below another line: its own letter begins one, a small letter goes on with a sentence."""
        if _LETTERED.match(text):
            return 1.0
        return -1.0 if text[:1].islower() else 0.5

    def _state(self, i: int, column: int) -> str:
        """What the column does where the line begins: `begins` a cell, `runs` on with one, is `blank`, or a line is `cut`."""
        line = self._lines[i]
        if column not in self._texts[i]:
            return "cut" if any(self._is_cut_at(line.top, j, column) for j in (i - 1, i + 1)) else "blank"
        above = next((j for j in range(i - 1, -1, -1) if column in self._texts[j]), None)
        if above is None:
            return "begins"
        return "begins" if line.top - self._lines[above].bottom > self._clear else "runs"

    def _is_cut_at(self, y: float, j: int, column: int) -> bool:
        if not 0 <= j < len(self._lines) or column not in self._texts[j]:
            return False
        margin = SAME_LINE * self._height
        return self._lines[j].top + margin < y < self._lines[j].bottom - margin

    def _open(self, i: int) -> frozenset[int]:
        """Columns of components whose text runs on past the top of the row."""
        if number_in(self._texts[i], self._columns):
            return frozenset()
        kept = [k for k, role in enumerate(self._columns.roles) if role in ("component", "area")]
        return frozenset(k for k in kept if self._state(i, k) in ("runs", "cut"))


def number_in(texts: dict[int, str], columns: Columns) -> bool:
    """Whether the number column says something in a line."""
    return columns.first("number") in texts


def printed_rows(rules: Sequence[Rule], lines: Sequence[PieceLine], top: float, columns: Columns) -> list[Band]:
    """The rows of one page between printed rules below `top`; cells no rule parts go on."""
    bottom = max(line.bottom for line in lines)
    ruled = [(top, _all_of(columns))]
    for y, pieces in _levels(rules, top + NEAR_POINTS, bottom + 3 * NEAR_POINTS):
        covered = _covered(pieces, columns.borders.xs)
        if covered:
            ruled.append((y, covered))
    if bottom > ruled[-1][0] + NEAR_POINTS:
        ruled.append((bottom + 1.0, _all_of(columns)))
    bands = []
    for (y, covered), (below, _) in pairwise(ruled):
        inside = [line for line in lines if y < (line.top + line.bottom) / 2 < below]
        across = {columns.across(line) for line in inside}
        is_title = bool(inside) and None not in across
        bands.append(Band(y, below, _all_of(columns) - covered, min(a for a in across if a is not None) if is_title else None))
    return bands


def count_printed(rules: Sequence[Rule], top: float, bottom: float, columns: Columns) -> int:
    """How many printed rules part rows between two heights."""
    width = columns.borders.xs[-1] - columns.borders.xs[0]
    levels = _levels(rules, top + NEAR_POINTS, bottom - NEAR_POINTS)
    return sum(sum(r.x1 - r.x0 for r in pieces) >= RULED_SHARE * width for _, pieces in levels)


def _all_of(columns: Columns) -> frozenset[int]:
    return frozenset(range(len(columns.roles)))


def _levels(rules: Sequence[Rule], low: float, high: float) -> list[tuple[float, list[Rule]]]:
    """Horizontal rules between two heights, by height."""
    levels: list[tuple[float, list[Rule]]] = []
    for rule in sorted((r for r in rules if r.is_horizontal and low <= r.top <= high), key=lambda r: r.top):
        if levels and rule.top - levels[-1][0] <= NEAR_POINTS:
            levels[-1][1].append(rule)
        else:
            levels.append((rule.top, [rule]))
    return levels


def _covered(rules: Sequence[Rule], borders: Sequence[float]) -> frozenset[int]:
    """Columns under whose middle a rule runs."""
    middles = [(a + b) / 2 for a, b in pairwise(borders)]
    return frozenset(k for k, x in enumerate(middles) if any(r.x0 <= x <= r.x1 for r in rules))
