"""Rows of a table without rules: where cells begin together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from pipeline.action_table.known import component_likeness
from pipeline.action_table.titles import title_of
from pipeline.plan import Role
from pipeline.unruled.bands import Band, Columns
from pipeline.unruled.gutters import ALIGNED_POINTS
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

BLANK = 0.25
"""Width of a blank, as a share of a line's height."""

NAMES: tuple[Role, ...] = ("component", "area")
"""Columns whose cells are names that may stand over several rows."""

ONE_TO_A_ROW: tuple[Role, ...] = ("indicator", "schedule")
"""Columns whose cells are one sentence, or none, and begin no line for an item of a list."""

WHOLE_NAME, NO_NAME = 95, 80
"""Likeness in percent from which a text is a component's name and no part of one, and below which it is none."""

TITLE_LINES = 9
"""A title in a narrow column takes no more lines."""

State = Literal["begins", "runs", "blank", "cut"]
"""What a column does where a line begins: begins a cell, runs on with one, says nothing, or is in the midst of a line."""

_KEY_VOTES: dict[State, float] = {"begins": 2.0, "blank": -2.0, "cut": -4.0}
"""Votes of the column of indicators, which every row fills."""

_LETTERED = re.compile(r"^[a-z][.)]\s")
_NUMERAL = re.compile(r"^[IVX]*$")
"""Nothing, or the rest of a numeral that a narrow column broke."""


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
        self._words = [columns.words(line) for line in lines]
        self._rights = [max((w[k][-1].box[2] for w in self._words if k in w), default=0.0) for k in range(len(columns.roles))]
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
        begins = _number_in(self._texts[first], self._columns) or self._state(first, home) == "begins"
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

    def _vote(self, i: int, column: int, role: Role, state: State) -> float:
        if state == "runs" and role in NAMES:
            return 1.0 if self._begins_name(i, column) else 0.0
        if state == "runs" and self._had_room(i, column):
            if role not in ONE_TO_A_ROW:
                return 0.5
            state = "begins"
        if column == self._columns.key:
            return self._vote_of_text(self._texts[i][column]) if state == "runs" else _KEY_VOTES[state]
        if state == "begins":
            return 2.0 if role in ("number", "schedule") else 1.0
        return -1.5 if state == "cut" and role not in NAMES else 0.0

    @staticmethod
    def _vote_of_text(text: str) -> float:
        """Of an indicator right below another line: its own letter begins one, a small letter goes on with a sentence."""
        if _LETTERED.match(text):
            return 1.0
        return -1.0 if text[:1].islower() else 0.5

    def _state(self, i: int, column: int) -> State:
        line = self._lines[i]
        if column not in self._texts[i]:
            return "cut" if any(self._is_cut_at(line.top, j, column) for j in (i - 1, i + 1)) else "blank"
        above = next((j for j in range(i - 1, -1, -1) if column in self._texts[j]), None)
        if above is None:
            return "begins"
        return "begins" if line.top - self._lines[above].bottom > self._clear else "runs"

    def _had_room(self, i: int, column: int) -> bool:
        """Whether the first word would have had room in the column's line above: then no wrap parts the two."""
        word = self._words[i][column][0]
        above = next(words[column][-1] for words in reversed(self._words[:i]) if column in words)
        is_rest = word.text[:1].islower() or above.text.endswith(("-", "/", ","))
        blank = BLANK * self._height
        return not is_rest and above.box[2] + blank + word.box[2] - word.box[0] <= self._rights[column]

    def _is_cut_at(self, y: float, j: int, column: int) -> bool:
        if not 0 <= j < len(self._lines) or column not in self._texts[j]:
            return False
        margin = SAME_LINE * self._height
        return self._lines[j].top + margin < y < self._lines[j].bottom - margin

    def _open(self, i: int) -> frozenset[int]:
        """Columns of components whose text runs on past the top of the row."""
        if _number_in(self._texts[i], self._columns):
            return frozenset()
        kept = [k for k, role in enumerate(self._columns.roles) if role in NAMES]
        return frozenset(k for k in kept if self._state(i, k) in ("runs", "cut") and not self._begins_name(i, k))

    def _begins_name(self, i: int, column: int) -> bool:
        """Whether a component's name begins with the line: the lines above are a whole one, or those from here on are."""
        rest = self._grown(i, 1, column)
        if any(component_likeness(text) >= WHOLE_NAME for text in rest):
            return True
        above = [name for name in self._grown(i - 1, -1, column) if component_likeness(name) >= WHOLE_NAME]
        return bool(rest) and any(all(component_likeness(f"{name} {text}") < NO_NAME for text in rest) for name in above)

    def _grown(self, first: int, step: int, column: int) -> list[str]:
        """The column's text in the line `first`, in this and the next one (up where `step` is -1), and so on."""
        grown: list[str] = []
        for texts in self._texts[first::step][:TITLE_LINES]:
            if column not in texts:
                break
            said = grown[-1:] or [""]
            grown.append(" ".join([*said, texts[column]] if step > 0 else [texts[column], *said]).strip())
        return grown


def _number_in(texts: dict[int, str], columns: Columns) -> bool:
    """Whether the number column says something in a line."""
    return columns.first("number") in texts
