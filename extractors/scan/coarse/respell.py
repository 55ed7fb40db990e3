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

from extractors.commonness import zipf
from extractors.document import Word
from extractors.months import MONTHS
from extractors.scan.coarse.labels import ITEM, labelled, lists_have_stops
from extractors.scan.coarse.misread import USUAL_ZIPF, as_printed, misread_from
from extractors.scan.coarse.semicolons import with_semicolons
from extractors.scan.coarse.specks import without_specks
from extractors.scan.coarse.until import until
from extractors.scan.textlayer import is_known

COARSE_DPI = 180.0
"""Below this resolution single letters are doubtful whatever the engine's confidence."""

CONFIDENCE = 0.85
"""The most a respelt word is believed."""

_ABBREVIATIONS = {"dil": "dll", "dli": "dll"}
"""As read, as printed: too short for a rule, and in every other plan."""

_SHORT_MONTH = re.compile(r"^(?:Jan|[FP]eb|Mar|Apr|Jun|Jul|Ag[tsu]|Agus|Aug|Sept?|Okt|No[vp]|Des)$")
_YEAR = re.compile(r"^20\d\d\W*$")
_SPECKED_YEAR = re.compile(r"^[.,:;'\"‘’“”]?(20\d\d)([.,:;]?)$")
_BEFORE_YEAR = re.compile(rf"^(?:{'|'.join(MONTHS)}|[Tt]ahun|[IV]{{1,3}})$")
_JOINED_DATE = re.compile(rf"^({'|'.join(MONTHS)})[.,:;'’]?(20\d\d\W*)$")
_TITLE = re.compile(r"^([A-Z][a-z1!|]+)(\W*)$")

LIKE_A_MONTH, MUCH_LIKE_A_MONTH = 0.6, 0.85
"""Likeness (0 to 1) of a word to the name of a month from which it is that, before a year and anywhere."""

_ABBREVIATED = re.compile(r"(?<![^\W_])(?:dil|dli)(?![^\W_])")

_WORD_AND_STOP = re.compile(r"^(.*[^\W\d_]{4}\)?)\.$")
_GOES_ON = re.compile(r"^(?:[a-z]{2}|[SMA]\.?[A-Z])")
"""How what follows a comma begins: with a small letter, or an academic title."""

_PARTS = re.compile(r"[^\W\d_]+")


def respell_page(cells: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of each cell of a page with usual misreadings undone; lists have stops where most of the page's lists do."""
    has_stops = lists_have_stops(cells)
    return [list(respell(cell, has_stops=has_stops)) for cell in with_semicolons(cells)]


def respell(words: Sequence[Word], *, has_stops: bool = False) -> Iterator[Word]:
    """The words of a cell or a band of prose, in reading order, with usual misreadings undone; `has_stops`: lists do."""
    words = labelled(without_specks(words), has_stops=has_stops)
    words = until(part for word in words for part in _parted_date(word))
    following = [*(word.text for word in words), ""][1:]
    for place, (word, after) in enumerate(zip(words, following, strict=True)):
        is_first = place == 0 or bool(ITEM.match(words[place - 1].text))
        text = _ABBREVIATED.sub(lambda found: _ABBREVIATIONS[found[0]], _with_month(word.text, after, is_alone=len(words) == 1))
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


def _parted_date(word: Word) -> list[Word]:
    """The word, or the month and the year that a speck between them made one."""
    match = _JOINED_DATE.match(word.text)
    if match is None:
        return [word]
    x0, top, x1, bottom = word.box
    middle = x0 + (x1 - x0) * len(match[1]) / len(word.text)
    return [
        replace(word, text=match[1], box=(x0, top, middle, bottom)),
        replace(word, text=match[2], box=(middle, top, x1, bottom)),
    ]


def _with_month(text: str, after: str, *, is_alone: bool) -> str:
    """The name of the month that a capitalised word before a year is nearest to, or anywhere one that is hardly off it.

    A word that is a cell of its own is one where a usual misreading makes it so.
    """
    match = _TITLE.match(text)
    if match is None or match[1] in MONTHS or _SHORT_MONTH.match(match[1]):
        return text
    is_dated, read = bool(_YEAR.match(after)), match[1].lower()
    misread = [month for month in MONTHS if (is_dated or is_alone) and month.lower() in misread_from(read)]
    if len(misread) == 1:
        return misread[0] + match[2]
    nearest, likeness, _ = process.extractOne(match[1], MONTHS, scorer=fuzz.ratio)
    least = LIKE_A_MONTH if is_dated and zipf(read) < USUAL_ZIPF else MUCH_LIKE_A_MONTH
    return nearest + match[2] if likeness >= 100 * least and not is_known(read) else text


def _with_comma(text: str, after: str) -> str:
    """A stop within a sentence was a comma: its tail is the first thing that a coarse scan loses."""
    match = _WORD_AND_STOP.match(text)
    return f"{match[1]}," if match and _GOES_ON.match(after) else text


def _respelt(part: re.Match[str], *, begins: bool) -> str:
    return as_printed(part[0], begins=begins)
