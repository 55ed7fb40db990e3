"""Words and rules drawn by hand, for tests of what is made of them."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Rule, Word

LETTER_POINTS = 5.0
LINE_POINTS = 12.0


def lattice(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """All rules of a full grid."""
    across = [Rule(xs[0], y, xs[-1], y) for y in ys]
    down = [Rule(x, ys[0], x, ys[-1]) for x in xs]
    return across + down


def words(text: str, x: float, y: float) -> list[Word]:
    """Words of a line that begins at x, y (upper left corner), each letter equally wide."""
    placed = []
    for word in text.split(" "):
        width = LETTER_POINTS * len(word)
        placed.append(Word(word, (x, y, x + width, y + 10.0), size=10.0))
        x += width + LETTER_POINTS
    return placed


def block(lines: Sequence[str], x: float, y: float) -> list[Word]:
    """Lines of words one under another."""
    return [w for i, line in enumerate(lines) for w in words(line, x, y + i * LINE_POINTS)]
