"""Word lists of the genre are written as running text and read as sets."""

from __future__ import annotations


def word_set(*lines: str) -> frozenset[str]:
    """The words of the lines."""
    return frozenset(word for line in lines for word in line.split())
