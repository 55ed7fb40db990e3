"""The words of coarse scans with usual misreadings undone: of letters (`misread.py`), times, lists and commas.

What stands before a year and is like a month is that month. Commas lose their tails: a stop before a small letter, within a
sentence, was one. Numbers of a list lose their stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from rapidfuzz import fuzz, process

from extractors.document import Word
from extractors.months import MONTHS
from extractors.scan.letters.misread import USUAL_ZIPF, as_printed, misread_from, zipf
from extractors.scan.textlayer import is_known

COARSE_DPI = 180.0
"""Below this resolution single letters are doubtful whatever the engine's confidence."""

CONFIDENCE = 0.85
"""The most a respelt word is believed."""

_ABBREVIATIONS = {"dil": "dll", "dli": "dll", "s.d": "s.d."}
"""As read, as printed: too short for a rule, and in every other plan."""

_SHORT_MONTH = re.compile(r"^(?:Jan|[FP]eb|Mar|Apr|Jun|Jul|Ag[tsu]|Agus|Aug|Sept?|Okt|No[vp]|Des)$")
_YEAR = re.compile(r"^20\d\d\W*$")
_SPECKED_YEAR = re.compile(r"^[.,:;'\"‘’“”]?(20\d\d)([.,:;]?)$")
_BEFORE_YEAR = re.compile(rf"^(?:{'|'.join(MONTHS)}|[Tt]ahun|[IV]{{1,3}})$")
_TITLE = re.compile(r"^([A-Z][a-z1!|]+)(\W*)$")

LIKE_A_MONTH, MUCH_LIKE_A_MONTH = 0.6, 0.85
"""Likeness (0 to 1) of a word to the name of a month from which it is that, before a year and anywhere."""

_ABBREVIATED = re.compile(r"(?<![^\W_])(?:dil|dli)(?![^\W_])|^s\.d$")

_WORD_AND_STOP = re.compile(r"^(.*[^\W\d_]{4}\)?)\.$")
_GOES_ON = re.compile(r"^(?:[a-z]{2}|[SMA]\.?[A-Z])")
"""How what follows a comma begins: with a small letter, or an academic title."""

_ITEM = re.compile(r"^[1-9]\.?$")
_LONE_SIGN = re.compile(r"^[.,;'‘’`\"|]+$")
_PARTS = re.compile(r"[^\W\d_]+")


def respell(words: Sequence[Word]) -> Iterator[Word]:
    """The words of a cell or a band of prose, in reading order, with usual misreadings undone."""
    words = _numbered([word for word in words if not _is_speck(word, words)])
    following = [*(word.text for word in words), ""][1:]
    for place, (word, after) in enumerate(zip(words, following, strict=True)):
        is_first = place == 0 or bool(_ITEM.match(words[place - 1].text))
        text = _ABBREVIATED.sub(lambda found: _ABBREVIATIONS[found[0]], _with_month(word.text, after))
        text = _PARTS.sub(partial(_respelt, begins=is_first), text)
        text = _with_comma(text, after)
        if place:
            text = _bare_year(text, words[place - 1].text, is_last=not after)
        yield word if text == word.text else replace(word, text=text, confidence=min(word.confidence, CONFIDENCE))


def _bare_year(text: str, before: str, *, is_last: bool) -> str:
    """A year without the specks before it and, at the end of a cell, behind it: a time is no sentence and has no stop."""
    match = _SPECKED_YEAR.match(text)
    if match is None or not _BEFORE_YEAR.match(before):
        return text
    return match[1] if is_last else match[1] + match[2]


def _with_month(text: str, after: str) -> str:
    """The name of the month that a capitalised word before a year is nearest to, or anywhere one that is hardly off it."""
    match = _TITLE.match(text)
    if match is None or match[1] in MONTHS or _SHORT_MONTH.match(match[1]):
        return text
    is_dated, read = bool(_YEAR.match(after)), match[1].lower()
    misread = [month for month in MONTHS if is_dated and month.lower() in misread_from(read)]
    if len(misread) == 1:
        return misread[0] + match[2]
    nearest, likeness, _ = process.extractOne(match[1], MONTHS, scorer=fuzz.ratio)
    least = LIKE_A_MONTH if is_dated and zipf(read) < USUAL_ZIPF else MUCH_LIKE_A_MONTH
    return nearest + match[2] if likeness >= 100 * least and not is_known(read) else text


def _is_speck(word: Word, words: Sequence[Word]) -> bool:
    """Whether a word is a sign that stands for nothing among other words: writers leave no stop between two blanks."""
    return bool(_LONE_SIGN.match(word.text)) and any(_PARTS.search(other.text) for other in words)


def _numbered(words: Sequence[Word]) -> list[Word]:
    """The words, and the stops back behind the numbers of a list where some of its numbers kept theirs."""
    starts = [i for i, word in enumerate(words) if i == 0 or word.box[1] >= _middle(words[i - 1])]
    marks = [i for i in starts if _ITEM.match(words[i].text)]
    numbers = [int(words[i].text.rstrip(".")) for i in marks]
    is_list = len(marks) > 1 and numbers == list(range(1, len(marks) + 1))
    if not is_list or not any(words[i].text.endswith(".") for i in marks):
        return list(words)
    return [replace(w, text=w.text.rstrip(".") + ".") if i in marks else w for i, w in enumerate(words)]


def _middle(word: Word) -> float:
    return (word.box[1] + word.box[3]) / 2


def _with_comma(text: str, after: str) -> str:
    """A stop within a sentence was a comma: its tail is the first thing that a coarse scan loses."""
    match = _WORD_AND_STOP.match(text)
    return f"{match[1]}," if match and _GOES_ON.match(after) else text


def _respelt(part: re.Match[str], *, begins: bool) -> str:
    return as_printed(part[0], begins=begins)
