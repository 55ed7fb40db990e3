"""The words of coarse scans with usual misreadings undone: of letters (`misread.py`), times (`times.py`), lists and commas.

Commas lose their tails: a stop before a small letter, within a sentence, was one. Numbers of a list lose their stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from extractors.document import Word
from extractors.scan.coarse.labels import ITEM, labelled, lists_have_stops
from extractors.scan.coarse.misread import as_printed
from extractors.scan.coarse.semicolons import with_semicolons
from extractors.scan.coarse.specks import without_specks
from extractors.scan.coarse.times import bare_year, is_before_time, parted, with_month
from extractors.scan.coarse.until import until, untils_have_stops

COARSE_DPI = 180.0
"""Below this resolution single letters are doubtful whatever the engine's confidence."""

CONFIDENCE = 0.85
"""The most a respelt word is believed."""

DOUBTFUL = 0.93
"""Confidence below which a word may hold a letter that is not the printed one; of words read rightly half have more."""

_ABBREVIATIONS = {"dil": "dll", "dli": "dll"}
"""As read, as printed: too short for a rule, and in every other plan."""

_ABBREVIATED = re.compile(r"(?<![^\W_])(?:dil|dli)(?![^\W_])")

_WORD_AND_STOP = re.compile(r"^(.*[^\W\d_]{4}\)?)\.$")
_GOES_ON = re.compile(r"^(?:[a-z]{2}|[SMA]\.?[A-Z])")
"""How what follows a comma begins: with a small letter, or an academic title."""

_PARTS = re.compile(r"[^\W\d_]+")


def respell_page(cells: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of each cell of a page with usual misreadings undone; lists and "s.d." have stops where most of the page's do."""
    has_stops, until_has_stops = lists_have_stops(cells), untils_have_stops(cells)
    return [list(respell(cell, has_stops=has_stops, until_has_stops=until_has_stops)) for cell in with_semicolons(cells)]


def respell(words: Sequence[Word], *, has_stops: bool = False, until_has_stops: bool = False) -> Iterator[Word]:
    """The words of a cell or a band of prose, in reading order, with usual misreadings undone; `has_stops`: lists do."""
    words = labelled(without_specks(words), has_stops=has_stops)
    words = until(parted(words), has_stops=until_has_stops)
    following = [*(word.text for word in words), ""][1:]
    for place, (word, after) in enumerate(zip(words, following, strict=True)):
        is_first = place == 0 or bool(ITEM.match(words[place - 1].text))
        text = with_month(word.text, is_dated=is_before_time(words, place), is_alone=len(words) == 1)
        text = _ABBREVIATED.sub(lambda found: _ABBREVIATIONS[found[0]], text)
        text = _PARTS.sub(partial(_respelt, begins=is_first, is_doubtful=word.confidence < DOUBTFUL), text)
        text = _with_comma(text, after)
        if place:
            text = bare_year(text, words[place - 1].text, is_last=not after)
        yield word if text == word.text else replace(word, text=text, confidence=min(word.confidence, CONFIDENCE))


def _with_comma(text: str, after: str) -> str:
    """A stop within a sentence was a comma: its tail is the first thing that a coarse scan loses."""
    match = _WORD_AND_STOP.match(text)
    return f"{match[1]}," if match and _GOES_ON.match(after) else text


def _respelt(part: re.Match[str], *, begins: bool, is_doubtful: bool) -> str:
    return as_printed(part[0], begins=begins, is_doubtful=is_doubtful)
