"""Times of coarse scans: months told by what stands about them, specks about years, dashes between months that were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from extractors.commonness import zipf
from extractors.document import Word
from extractors.months import MONTHS
from extractors.scan.coarse.misread import USUAL_ZIPF, misread_from
from extractors.scan.textlayer import is_known

LIKE_A_MONTH, MUCH_LIKE_A_MONTH = 0.6, 0.85
"""Likeness (0 to 1) of a word to the name of a month from which it is that, before a year or another time, and anywhere."""

DASH_ROOM = (0.6, 2.0)
"""White between two words, in font sizes, in which a dash stood: a blank is half as wide as the one, columns stand wider apart
than the other."""

LONGEST_TIME = 8
"""Words of a cell that holds nothing but a time."""

_MONTH = "|".join(MONTHS)
_IS_MONTH = re.compile(rf"^(?:{_MONTH})$")
_SHORT_MONTH = re.compile(r"^(?:Jan|[FP]eb|Mar|Apr|Jun|Jul|Ag[tsu]|Agus|Aug|Sept?|Okt|No[vp]|Des)$")
_TITLE = re.compile(r"^([A-Z][a-z1!|]+)(\W*)$")
_YEAR = re.compile(r"^20\d\d\W*$")
_SPECKED_YEAR = re.compile(r"^[.,:;'\"‘’“”]?(20\d\d)([.,:;]?)$")
_BEFORE_YEAR = re.compile(rf"^(?:{_MONTH}|[Tt]ahun|[IV]{{1,3}})$")
_JOINED_DATE = re.compile(rf"^({_MONTH})[.,:;'’]?(20\d\d\W*)$")
_JOINED_UNTIL = re.compile(r"^([A-Z][a-z]{2,8}?)(s\.? ?d\.?)$")
_BETWEEN_TIMES = re.compile(r"^(?:dan|s\.?d\.?|sampai|hingga|[-–])$")


def parted(words: Sequence[Word]) -> Iterator[Word]:
    """The words, those in two that a lost blank or a speck made one: a month and its year, a month and "s.d.", and the dash
    between two months that was taken for dust."""
    singles = [part for word, after in _with_next(words) for part in _halves(word, after.text if after else "")]
    for word, after in _with_next(singles):
        yield word
        if after is not None and _has_lost_dash(word, after):
            yield replace(word, text="-", box=(word.box[2], word.box[1], after.box[0], word.box[3]))


def _with_next(words: Sequence[Word]) -> Iterator[tuple[Word, Word | None]]:
    yield from zip(words, [*words[1:], None], strict=False)


def _halves(word: Word, after: str) -> list[Word]:
    match = _JOINED_DATE.match(word.text) or _joined_until(word.text, after)
    if match is None:
        return [word]
    x0, top, x1, bottom = word.box
    middle = x0 + (x1 - x0) * len(match[1]) / len(word.text)
    return [
        replace(word, text=match[1], box=(x0, top, middle, bottom)),
        replace(word, text=match[2], box=(middle, top, x1, bottom)),
    ]


def _joined_until(text: str, after: str) -> re.Match[str] | None:
    """A month and "s.d." without the blank between them, before another month or a date."""
    match = _JOINED_UNTIL.match(text)
    is_time = match is not None and (_IS_MONTH.match(after) or after[:1].isdigit()) and _nearest(match[1], LIKE_A_MONTH)
    return match if is_time else None


def _has_lost_dash(word: Word, after: Word) -> bool:
    """Whether two months stand side by side on a line with room for a dash between them."""
    least, most = (share * word.size for share in DASH_ROOM)
    is_beside = 0 < least <= after.box[0] - word.box[2] <= most and after.box[1] < word.box[3]
    return bool(is_beside and _IS_MONTH.match(word.text) and _IS_MONTH.match(after.text))


def is_before_time(words: Sequence[Word], place: int) -> bool:
    """Whether a year follows the word at `place`, or in a cell of a few words with a year or a month, what joins two times."""
    after = words[place + 1].text if place + 1 < len(words) else ""
    if _YEAR.match(after):
        return True
    others = [word.text for i, word in enumerate(words) if i != place]
    is_time = len(words) <= LONGEST_TIME and any(_YEAR.match(text) or _IS_MONTH.match(text) for text in others)
    return is_time and bool(_BETWEEN_TIMES.match(after) or words[place].text.endswith(","))


def with_month(text: str, *, is_dated: bool, is_alone: bool) -> str:
    """The name of the month that a capitalised word before a time (`is_dated`) is nearest to, or anywhere one hardly off it.

    A word that is a cell of its own is one where a usual misreading makes it so.
    """
    match = _TITLE.match(text)
    if match is None or match[1] in MONTHS or _SHORT_MONTH.match(match[1]):
        return text
    read = match[1].lower()
    misread = [month for month in MONTHS if (is_dated or is_alone) and month.lower() in misread_from(read)]
    if len(misread) == 1:
        return misread[0] + match[2]
    nearest = _nearest(match[1], LIKE_A_MONTH if is_dated and zipf(read) < USUAL_ZIPF else MUCH_LIKE_A_MONTH)
    return nearest + match[2] if nearest and not is_known(read) else text


def _nearest(text: str, least: float) -> str:
    """The month that a text is nearest to, "" where that is not near."""
    nearest, likeness, _ = process.extractOne(text, MONTHS, scorer=fuzz.ratio)
    return str(nearest) if likeness >= 100 * least else ""


def bare_year(text: str, before: str, *, is_last: bool) -> str:
    """A year without the specks before it and, at the end of a cell, behind it: a time is no sentence and has no stop."""
    match = _SPECKED_YEAR.match(text)
    if match is None or not _BEFORE_YEAR.match(before):
        return text
    return match[1] if is_last else match[1] + match[2]
