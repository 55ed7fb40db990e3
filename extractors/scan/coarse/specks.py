"""Signs of coarse scans that stand for nothing: dust beside words and at their edges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Word

INTRODUCING = frozenset(
    {"adalah", "berikut", "berupa", "contoh", "dari", "ialah", "keterangan", "lain", "meliputi", "menimbang", "mengingat"}
    | {"nomor", "tanggal", "yaitu", "yakni"}
)
"""Words that a colon may follow."""

_LONE_SIGN = re.compile(r"^[.,;'‘’`\"|]+$")
_BEFORE_WORD = re.compile(r"^[.,:;]+(?=[^\W\d_]{2})")
_AFTER_LAST = re.compile(r"(?<=[a-z)IV])[:\"”]+$")
_LETTER = re.compile(r"[^\W\d_]")


def without_specks(words: Sequence[Word]) -> list[Word]:
    """The words of a cell without signs that nobody writes there: alone, before a word's first letter, or at the cell's end."""
    if not any(_LETTER.search(word.text) for word in words):
        return list(words)
    last = len(words) - 1
    kept = [word for place, word in enumerate(words) if not _is_speck(word.text, is_edge=place in (0, last))]
    *before, last_word = (replace(word, text=_BEFORE_WORD.sub("", word.text)) for word in kept)
    return [*before, replace(last_word, text=_ended(last_word.text, before))]


def _ended(text: str, before: Sequence[Word]) -> str:
    """The last word of a cell without the signs behind it, unless a quotation began or the word introduces something."""
    bare = _AFTER_LAST.sub("", text)
    has_quotation = any(sign in part for part in (*(word.text for word in before), bare) for sign in '"“”')
    return text if has_quotation or bare.lower() in INTRODUCING else bare


def _is_speck(text: str, *, is_edge: bool) -> bool:
    """Whether a word is a sign that stands for nothing; a colon may stand between two words, but neither first nor last."""
    return bool(_LONE_SIGN.match(text) or (is_edge and text == ":"))
