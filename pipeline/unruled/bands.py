"""Rows and columns of a table without rules, as they are handed on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.document import Word
from pipeline.plan import Role
from pipeline.unruled.gutters import ALIGNED_POINTS, Borders
from pipeline.unruled.pieces import PieceLine

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
        return {column: " ".join(word.text for word in words) for column, words in self.words(line).items()}

    def words(self, line: PieceLine) -> dict[int, list[Word]]:
        """Column → its words in the line, left to right."""
        words: dict[int, list[Word]] = {}
        for word in line.words:
            words.setdefault(self.borders.column_of((word.box[0] + word.box[2]) / 2), []).append(word)
        return words
