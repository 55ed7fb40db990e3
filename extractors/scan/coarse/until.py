"""The "s.d." (until) between two times of coarse scans, whose stops are the first thing to go: read as "sd.", "s.d" or "s d."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.document import Word
from extractors.months import MONTHS

_SURELY, _LIKELY = re.compile(r"^s[.,]d[.,]?$"), re.compile(r"^(?:s[.,] d[.,]?|s ?d[.,]|s d)$")
"""At least one stop, or the room of one, is left."""

_BARE = "sd"
"""Some write it so on purpose."""

_HEAD, _TAIL = re.compile(r"^s[.,]?$"), re.compile(r"^d[.,]?$")
_TIME = re.compile(rf"^(?:{'|'.join(MONTHS)}|20\d\d|Minggu|Triwulan|TW|Semester|[IV]{{1,3}})\W*$")


def untils_have_stops(cells: Iterable[Sequence[Word]]) -> bool:
    """Whether stops are left of most of a page's "s.d."."""
    texts = [word.text for cell in cells for word in cell]
    return sum(bool(_SURELY.match(text)) for text in texts) > sum(text == _BARE for text in texts)


def until(words: Iterable[Word], *, has_stops: bool) -> list[Word]:
    """The words with "s.d." as it is written: wherever its first stop is left, and before or behind a time.

    Without a stop left it is one where the page's others have them (`has_stops`).
    """
    joined = _joined(words)
    texts = ["", *(word.text for word in joined), ""]
    return [
        replace(word, text="s.d.") if _is_until(word.text, before, after, has_stops) else word
        for before, word, after in zip(texts, joined, texts[2:], strict=False)
    ]


def _is_until(text: str, before: str, after: str, has_stops: bool) -> bool:
    may_be = _LIKELY.match(text) or (has_stops and text == _BARE)
    return bool(_SURELY.match(text) or (may_be and (_TIME.match(before) or _TIME.match(after))))


def _joined(words: Iterable[Word]) -> list[Word]:
    """The words with an s and a d that stand side by side made one."""
    joined: list[Word] = []
    for word in words:
        if joined and _HEAD.match(joined[-1].text) and _TAIL.match(word.text):
            first = joined[-1]
            box = (first.box[0], min(first.box[1], word.box[1]), word.box[2], max(first.box[3], word.box[3]))
            joined[-1] = replace(first, text=f"{first.text} {word.text}", box=box)
        else:
            joined.append(word)
    return joined
