"""How wide printed text is, and how wide a column must have been to wrap its lines where it did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

_NARROW = {**dict.fromkeys("iljI.,;:'|!", 0.5), **dict.fromkeys('tfr()[]/-" ', 0.62)}
_WIDE = {**dict.fromkeys("mwMW@%", 1.55), **dict.fromkeys("ABCDEGHKNOPQRSUVXYZ", 1.28), **dict.fromkeys("FLT–", 1.12)}
_WIDTHS = _NARROW | _WIDE
"""Widths of letters in widths of an "a", as they are in the sans and serif faces offices print in."""
BLANK = _WIDTHS[" "]


@cache
def printed_width(text: str) -> float:
    """The width of a text in widths of the letter "a"."""
    return sum(_WIDTHS.get(letter, 1.0) for letter in text)


def column_width(wraps: Sequence[tuple[float, float]]) -> float | None:
    """The width that explains most wraps, None where there are too few.

    A wrap is (width of the line, width it would have had with the next word): the column lies between them.
    """
    if len(wraps) < 4:
        return None
    candidates = sorted({full for full, _ in wraps})
    return max(candidates, key=lambda width: (_explained(width, wraps), width))


def _explained(width: float, wraps: Iterable[tuple[float, float]]) -> int:
    return sum(1 for full, too_long in wraps if full <= width + 0.5 and too_long > width)
