"""Signs of coarse scans that stand for nothing: dust beside words and at their edges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Word

_LONE_SIGN = re.compile(r"^[.,;'‘’`\"|]+$")
_BEFORE_WORD = re.compile(r"^[.,:;]+(?=[^\W\d_]{2})")
_LETTER = re.compile(r"[^\W\d_]")


def without_specks(words: Sequence[Word]) -> list[Word]:
    """The words of a cell without signs that nobody writes there: alone between two blanks, or before a word's first letter."""
    if not any(_LETTER.search(word.text) for word in words):
        return list(words)
    last = len(words) - 1
    kept = [word for place, word in enumerate(words) if not _is_speck(word.text, is_edge=place in (0, last))]
    return [replace(word, text=_BEFORE_WORD.sub("", word.text)) for word in kept]


def _is_speck(text: str, *, is_edge: bool) -> bool:
    """Whether a word is a sign that stands for nothing; a colon may stand between two words, but neither first nor last."""
    return bool(_LONE_SIGN.match(text) or (is_edge and text == ":"))
