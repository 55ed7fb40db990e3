"""Words of coarse scans that a usual misreading of letters or two made no word.

At 150 dpi the strokes of letters run together and dots are lost: "ri" is read as "n", "in" as "m", "i" as "u", "li"
as "h". A word that Indonesian does not know, and that such a misreading away is one everybody writes, is that word.
Misprints look otherwise and stay; names begin with capitals and are, but at the head of a cell, only put right to
words of the plans themselves, as "Jum" to "Juni".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import ne

from extractors.commonness import zipf
from extractors.scan.textlayer import is_known, known_words

USUAL_ZIPF = 3.0
"""Frequency (words in a milliard, decimal logarithm) from which a word is one that everybody writes."""

UNKNOWN_ZIPF = 2.0

SHORTEST = 3
"""Letters of the shortest word that is put right."""

SHORTEST_USUAL = 5
"""Shorter words are one misreading away from too many others, and are put right only to words of the plans themselves."""

SHORTEST_DOUBTFUL = 6
"""Shorter words are a letter away from too many others to have any one letter put right."""

_MISREADINGS = (
    ("n", "ri"), ("m", "in"), ("m", "ni"), ("m", "rn"), ("u", "i"), ("u", "ii"), ("ru", "ni"), ("nu", "mi"), ("lu", "hi"),
    ("h", "li"), ("y", "j"), ("y", "ij"), ("ri", "n"), ("rn", "m"), ("r", "i"), ("l", "i"), ("ur", "in"), ("ar", "an"),
    ("u", "ti"), ("t", "i"), ("w", "ir"), ("i", "l"), ("t", "l"), ("tt", "fi"), ("t", "f"),
)  # fmt: skip
"""(as read, as printed): strokes that a coarse scan joins or parts."""

_WORDS_ALL_THE_SAME = {"salman": "salinan", "dani": "dari", "uap": "tiap", "tap": "tiap", "um": "tim", "han": "hari"}
"""As read, as printed: what common words of plans look like without the dots of their i is a word or a name of its own, but
none that plans write in small letters."""

SECOND_MISREADING = 8
"""Letters from which a word may hold two misreadings."""


def as_printed(written: str, *, begins: bool, is_doubtful: bool = False) -> str:
    """The word as printed where there is just one candidate, else as read; `begins` tells of the first word of a sentence.

    A doubtful one may have any one letter for another, if that makes it a word of the plans.
    """
    read = written.lower()
    if written in _WORDS_ALL_THE_SAME:
        return _WORDS_ALL_THE_SAME[written]
    if len(read) < SHORTEST or written.isupper() or _is_word(read):
        return written
    is_name = written[0].isupper()
    printed = _printed(set(misread_from(read)), may_be_any=begins or not is_name)
    if not printed and len(read) >= SECOND_MISREADING:
        twice = {c for once in misread_from(read) for c in misread_from(once)}
        printed = _printed(twice, may_be_any=begins or not is_name)
    if not printed and is_doubtful and len(read) >= SHORTEST_DOUBTFUL and (begins or not is_name):
        printed = _printed(one_letter_off(read), may_be_any=False)
    if not printed:
        return written
    return written[0] + printed[1:] if printed[0] == read[0] else (printed.capitalize() if is_name else printed)


def _printed(candidates: set[str], *, may_be_any: bool) -> str:
    """The only candidate that is a word of the plans, else the only one that is any usual word; "" where there is none."""
    known = candidates & known_words()
    found = known or ({c for c in candidates if _is_usual(c)} if may_be_any else set())
    return next(iter(found)) if len(found) == 1 else ""


def misread_from(read: str) -> Iterator[str]:
    """What may be printed where a word was read, one misreading away."""
    for wrong, right in _MISREADINGS:
        for found in re.finditer(wrong, read):
            yield read[: found.start()] + right + read[found.end() :]


def one_letter_off(read: str) -> set[str]:
    """The words of the plans that have another letter in one place; typists rather lose, double and swap them."""
    return {word for word in known_words() if len(word) == len(read) and sum(map(ne, word, read)) == 1}


def _is_word(read: str) -> bool:
    return is_known(read) or zipf(read) >= UNKNOWN_ZIPF


def _is_usual(word: str) -> bool:
    return word in known_words() or (len(word) >= SHORTEST_USUAL and zipf(word) >= USUAL_ZIPF)
