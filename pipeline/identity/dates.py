"""Full Indonesian dates as letters and decrees are dated: "03 Januari 2024", "3-1-2024"; misread digits are put right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from extractors.months import MONTHS as MONTH_NAMES

MONTHS = tuple(month.lower() for month in MONTH_NAMES)
_ALIASES = {
    "jan": 1, "feb": 2, "pebruari": 2, "mar": 3, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "agt": 8, "ags": 8, "agu": 8, "agst": 8,
    "sep": 9, "sept": 9, "okt": 10, "nov": 11, "nop": 11, "nopember": 11, "des": 12,
}  # fmt: skip
_MISREAD = str.maketrans("OoQDlI|iSsBZ", "000011115582")

_NAMED = re.compile(
    r"(?<![\w/])([0-9OoQlI|]{1,2})\s*[-–.\s]?\s*([A-Za-z1|]{3,10})\.?\s*[-–,\s]?\s*((?:19|2[0OoQ])[0-9OoQlI|]{2})(?!\w)"
)
_NUMERIC = re.compile(r"(?<![\w/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d)(?![\w/])")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day and the span of the text that says it."""

    day: date
    start: int
    end: int


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """All full dates in reading order; impossible ones (31 Februari) and months without a day are left out."""
    found = [*(_named(match) for match in _NAMED.finditer(text)), *(_numeric(match) for match in _NUMERIC.finditer(text))]
    return tuple(sorted((f for f in found if f is not None), key=lambda f: f.start))


def first_date(text: str) -> date | None:
    """The first full date of a text."""
    found = find_dates(text)
    return found[0].day if found else None


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name, its usual shortenings, or a name with a letter or two misread."""
    folded = word.lower().replace("1", "i").replace("|", "l")
    if folded in _ALIASES:
        return _ALIASES[folded]
    near = process.extractOne(folded, MONTHS, scorer=fuzz.ratio, score_cutoff=78) if len(folded) >= 3 else None
    return MONTHS.index(near[0]) + 1 if near else None


def mend_digits(text: str) -> str:
    """Letters that stand for misread digits, put right; only for strings known to be numbers."""
    return text.translate(_MISREAD)


def _named(match: re.Match[str]) -> FoundDate | None:
    month = month_number(match[2])
    return _found(match, mend_digits(match[3]), month, mend_digits(match[1])) if month else None


def _numeric(match: re.Match[str]) -> FoundDate | None:
    return _found(match, match[4], int(match[3]), match[1])


def _found(match: re.Match[str], year: str, month: int, day: str) -> FoundDate | None:
    try:
        return FoundDate(date(int(year), month, int(day)), *match.span())
    except ValueError:
        return None
