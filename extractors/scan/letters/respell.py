"""Words of coarse scans put right where a usual misreading of letters or two made them no word.

At 150 dpi the strokes of letters run together and dots are lost: "ri" is read as "n", "in" as "m", "i" as "u", "li"
as "h". A word that Indonesian does not know, and that such a misreading away is one everybody writes, is that word.
Misprints look otherwise and stay; names begin with capitals and are, but at the head of a cell, only put right to
words of the plans themselves, as "Jum" to "Juni". What stands before a year and is like a month is that month. Commas
lose their tails: a stop before a small letter, within a sentence, was one. Numbers of a list lose their stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from rapidfuzz import fuzz, process

from extractors.document import Word
from extractors.scan.textlayer import is_known, known_words

COARSE_DPI = 180.0
"""Below this resolution single letters are doubtful whatever the engine's confidence."""

USUAL_ZIPF = 3.0
"""Frequency (words in a milliard, decimal logarithm) from which a word is one that everybody writes."""

UNKNOWN_ZIPF = 2.0

SHORTEST = 3
"""Letters of the shortest word that is put right."""

SHORTEST_USUAL = 5
"""Shorter words are one misreading away from too many others, and are put right only to words of the plans themselves."""

CONFIDENCE = 0.85
"""The most a respelt word is believed."""

_MISREADINGS = (
    ("n", "ri"), ("m", "in"), ("m", "ni"), ("m", "rn"), ("u", "i"), ("u", "ii"), ("ru", "ni"), ("nu", "mi"), ("lu", "hi"),
    ("h", "li"), ("y", "j"), ("y", "ij"), ("ri", "n"), ("rn", "m"), ("r", "i"), ("l", "i"), ("ur", "in"), ("ar", "an"),
    ("u", "ti"), ("t", "i"), ("w", "ir"), ("i", "l"), ("t", "l"), ("tt", "fi"), ("t", "f"),
)  # fmt: skip
"""(as read, as printed): strokes that a coarse scan joins or parts."""

_ABBREVIATIONS = {"dil": "dll", "dli": "dll", "s.d": "s.d."}
"""As read, as printed: too short for a rule, and in every other plan."""

_WORDS_ALL_THE_SAME = {"salman": "salinan", "dani": "dari", "uap": "tiap", "tap": "tiap", "um": "tim", "han": "hari"}
"""As read, as printed: what common words of plans look like without the dots of their i is a word or a name of its own, but
none that plans write in small letters."""

SECOND_MISREADING = 8
"""Letters from which a word may hold two misreadings."""

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
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
    misread = [month for month in MONTHS if is_dated and month.lower() in _candidates(read)]
    if len(misread) == 1:
        return misread[0] + match[2]
    nearest, likeness, _ = process.extractOne(match[1], MONTHS, scorer=fuzz.ratio)
    least = LIKE_A_MONTH if is_dated and _zipf(read) < USUAL_ZIPF else MUCH_LIKE_A_MONTH
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
    """The word as printed where there is just one candidate, else as read; `begins` tells of the first word of a sentence."""
    written = part.group()
    read = written.lower()
    if written in _WORDS_ALL_THE_SAME:
        return _WORDS_ALL_THE_SAME[written]
    if len(read) < SHORTEST or written.isupper() or _is_word(read):
        return written
    is_name = written[0].isupper()
    printed = _printed(set(_candidates(read)), may_be_any=begins or not is_name)
    if not printed and len(read) >= SECOND_MISREADING:
        twice = {c for once in _candidates(read) for c in _candidates(once)}
        printed = _printed(twice, may_be_any=begins or not is_name)
    if not printed:
        return written
    return written[0] + printed[1:] if printed[0] == read[0] else (printed.capitalize() if is_name else printed)


def _printed(candidates: set[str], *, may_be_any: bool) -> str:
    """The only candidate that is a word of the plans, else the only one that is any usual word; "" where there is none."""
    known = candidates & known_words()
    found = known or ({c for c in candidates if _is_usual(c)} if may_be_any else set())
    return next(iter(found)) if len(found) == 1 else ""


def _candidates(read: str) -> Iterator[str]:
    for wrong, right in _MISREADINGS:
        for found in re.finditer(wrong, read):
            yield read[: found.start()] + right + read[found.end() :]


def _is_word(read: str) -> bool:
    return is_known(read) or _zipf(read) >= UNKNOWN_ZIPF


def _is_usual(word: str) -> bool:
    return word in known_words() or (len(word) >= SHORTEST_USUAL and _zipf(word) >= USUAL_ZIPF)


def _zipf(word: str) -> float:
    """How common a word is in Indonesian, by the lists of wordfreq."""
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, "id"))
