"""Lines to running text: wraps become blanks, words broken at a wrap are joined, hyphens at a wrap are resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.document import Line
from extractors.scan.textlayer import known_words

_WORD = re.compile(r"[^\W\d_]+")
_SOFT_HYPHEN = "\u00ad"
_HYPHENS = "-‐‑"


class Vocabulary:
    """The whole words a document prints, and the everyday ones, to tell a broken word from two words."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._words: set[str] = set()
        for line in lines:
            # Only a word alone on its line is ever broken without a hyphen; its rest begins the next line.
            self._words.update(w.lower() for w in _WORD.findall(line.text.partition(" ")[2]))

    def knows(self, word: str) -> bool:
        return word.lower() in self._words or word.lower() in known_words()


def fold_lines(lines: Sequence[Line], width: float | None, vocabulary: Vocabulary) -> str:
    """One text of the lines of a cell or paragraph; `width` in points is that of its text area, None for prose."""
    text = lines[0].text if lines else ""
    for previous, line in pairwise(lines):
        text = _join(text, line.text, _has_no_room(previous, line, width), vocabulary)
    return re.sub(r"\s+", " ", text.replace(_SOFT_HYPHEN, "")).strip()


def _join(text: str, following: str, has_no_room: bool, vocabulary: Vocabulary) -> str:
    if text.endswith(_SOFT_HYPHEN):
        return text[:-1] + following
    if text and text[-1] in _HYPHENS and len(text) > 1 and text[-2].isalnum() and following[:1].isalnum():
        return _resolve_hyphen(text, following, vocabulary)
    if has_no_room and (
        _is_broken_number(text, following) or _is_broken_word(_last_word(text), _first_word(following), vocabulary)
    ):
        return text + following
    return f"{text} {following}"


def _has_no_room(line: Line, following: Line, width: float | None) -> bool:
    """Whether the line is one word that leaves no room for a letter more: only such a word is broken without a hyphen."""
    if width is None or line.box is None or following.box is None or " " in line.text.strip():
        return False
    next_letter = max(_letter_width(line), _letter_width(following))  # a lone "i" takes more room than its ink
    return line.box[2] - line.box[0] + next_letter > width


def _letter_width(line: Line) -> float:
    return (line.box[2] - line.box[0]) / len(line.text) if line.box and line.text else 0.0


def _is_broken_word(head: str, tail: str, vocabulary: Vocabulary) -> bool:
    """Whether two pieces are one word: the document knows the whole, or does not know them as words apart."""
    if not head or not tail or tail[0].isupper() != head[-1].isupper():
        return False
    if vocabulary.knows(head) and len(head) > 1:
        return vocabulary.knows(head + tail) and not vocabulary.knows(tail)
    return vocabulary.knows(head + tail) or not (vocabulary.knows(tail) and len(tail) > 3)


def _is_broken_number(text: str, following: str) -> bool:
    """A decree number or an address cut between two digits or at its strokes: 188.4/02 | 1/2031."""
    return bool(re.search(r"\d[/.]\S*$", text)) and bool(re.match(r"[\d/.]", following)) and bool(re.search(r"[\d/.]$", text))


def _resolve_hyphen(text: str, following: str, vocabulary: Vocabulary) -> str:
    """A hyphen at a wrap stays in reduplications, names and numbers, and goes where it only parts a word."""
    head, tail = _last_word(text[:-1]), _first_word(following)
    if not head or not tail or tail[0].isupper() or text[-2].isdigit():
        return text + following
    if _is_reduplication(head, tail):
        return text + following
    if vocabulary.knows(head + tail) or not vocabulary.knows(tail):
        return text[:-1] + following
    return text + following


def _is_reduplication(head: str, tail: str) -> bool:
    """target-target, serendah-rendahnya, undang-undangan: the root comes again."""
    head, tail = head.lower(), tail.lower()
    return len(head) > 2 and (tail.startswith(head[-4:]) or head.endswith(tail[:4]) or tail[:3] in head)


def _last_word(text: str) -> str:
    found = re.search(r"[^\W\d_]+$", text)
    return found.group() if found else ""


def _first_word(text: str) -> str:
    found = re.match(r"[^\W\d_]+", text)
    return found.group() if found else ""
