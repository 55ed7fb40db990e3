"""Month columns whose own heads do not say which month they are for: single letters, and heads that could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.months import MONTHS as MONTH_NAMES
from pipeline.action_table.roles import letters_of
from pipeline.dates import MONTHS
from pipeline.plan import Column

INITIALS = "jfmamjjasond"
"""The months' initials in their order."""

MANY_MONTHS = 6
"""Month columns that make a calendar, of which others may be lost."""


def with_initials(columns: Sequence[Column], lowest: Sequence[str]) -> list[Column]:
    """The columns, a calendar whose months are single letters named; `lowest` are the lowest cells of the headings."""
    named = list(columns)
    letters = "".join(text if len(text := letters_of(cell)) == 1 else " " for cell in lowest)
    at = letters.find(INITIALS)
    if at >= 0:
        named[at : at + 12] = [replace(c, role="month", header=m[:3]) for c, m in zip(named[at:], MONTH_NAMES, strict=False)]
    return named


def with_lost_months(columns: Sequence[Column], headings: Sequence[object]) -> tuple[Column, ...]:
    """The columns, months whose own heads could not be read named by the calendar.

    They stand between two months, or beside one under the same of the `headings`, of which each column has its topmost.
    """
    named = list(columns)
    months = [(i, month) for i, column in enumerate(columns) if (month := _month_of(column)) is not None]
    for (before, first), (after, last) in pairwise(months):
        if 1 < after - before == last - first:
            for i in range(before + 1, after):
                named[i] = _as_month(columns[i], first + i - before, columns[before])
    if len(months) >= MANY_MONTHS:
        for (at, month), step in ((months[0], -1), (months[-1], 1)):
            for i, lost in _lost_beside(columns, headings, at, month, step):
                named[i] = _as_month(columns[i], lost, columns[at])
    return tuple(named)


def _lost_beside(
    columns: Sequence[Column], headings: Sequence[object], at: int, month: int, step: int
) -> Iterator[tuple[int, int]]:
    """The columns next to the calendar's first (`step` −1) or last month (1), and the months they must be."""
    months = range(month - 1, 0, -1) if step < 0 else range(month + 1, 13)
    for distance, lost in enumerate(months, start=1):
        i = at + step * distance
        if not 0 <= i < len(columns) or headings[i] is not headings[at] or not _is_unnamed(columns[i]):
            return
        yield i, lost


def _is_unnamed(column: Column) -> bool:
    """Whether a column is told by the heading over its own head at most."""
    return column.role in ("schedule", "other")


def _as_month(column: Column, month: int, neighbour: Column) -> Column:
    return replace(column, role="month", header=_named_like(month, neighbour.header))


def _month_of(column: Column) -> int | None:
    """Which month (1 to 12) a column is for; None for codes, whose meaning differs from plan to plan."""
    return MONTHS.get(letters_of(column.header).replace(" ", "")) if column.role == "month" else None


def _named_like(month: int, neighbour: str) -> str:
    """The month's name, short and in capitals where its neighbour's is."""
    name = MONTH_NAMES[month - 1] if len(neighbour) > len("Sept") else MONTH_NAMES[month - 1][:3]
    return name.upper() if neighbour.isupper() else name
