"""Dates as plans write them: "Januari s/d Desember 2024", "Feb-17", "B03", "Triwulan II", "31/12/2024", "TA 2024".

A moment is one date word group with its place in the text; nothing here judges whether it fits a plan.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

_MONTH_WORDS = {
    1: "januari jan",
    2: "februari pebruari febuari feb peb",
    3: "maret mar mrt",
    4: "april apr",
    5: "mei",
    6: "juni jun",
    7: "juli jul",
    8: "agustus agust agst agt ags agu aug",
    9: "september sept sep",
    10: "oktober okt oct",
    11: "november nopember nov nop",
    12: "desember des dec",
}
MONTHS: dict[str, int] = {word: number for number, words in _MONTH_WORDS.items() for word in words.split()}
MONTH_PATTERN = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"

WEEKDAYS: dict[str, int] = {
    "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "sabtu": 5, "minggu": 6, "ahad": 6,
}  # fmt: skip
"""Names of the days of the week, counted as Python's `calendar` does."""

_ORDINAL = "(?:iv|i{1,3}|[1-4])"
_AND = r"\s*(?:-|,|&|dan|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

_MOMENT = re.compile(
    rf"""
      (?P<iso>\b(?P<iso_year>20\d\d)-(?P<iso_month>\d\d)(?:-(?P<iso_day>\d\d))?\b)
    | (?P<slashed>(?<![\d/.\-])(?P<s_day>\d{{1,2}})(?P<s_mark>[/.\-])(?P<s_month>\d{{1,2}})(?P=s_mark)
        (?P<s_year>\d{{4}}|\d{{2}})(?![\d/]))
    | (?P<named>(?:(?<![\d/.,])(?<!ke-)(?<!ke )(?P<n_day>\d{{1,2}})(?:\s+|\s*-\s*))?
        (?<![a-z])(?P<n_month>{MONTH_PATTERN})(?![a-z])\.?
        (?:(?:\s*,?\s*|\s*-\s*|\s+tahun\s+|\s+th\.?\s*|\s+ta\.?\s*)(?P<n_year>(?:19|20)\d\d)(?!\d)
          |(?P<short_mark>\s*[-'’]\s*)(?P<n_short>\d\d)(?![\d/]|\s*{MONTH_PATTERN}))?)
    | (?P<code>(?<![a-z0-9])b\s?(?P<c_month>0[1-9]|1[0-2])(?![a-z0-9]))
    | (?P<quarter>\b(?:tri\s?w?[bw]ulan|tw\.?)\s*(?:ke\s?-?\s?)?(?P<q>{_ORDINAL})\b
        (?:{_AND}(?P<q_last>{_ORDINAL})\b)*(?:\s*(?:tahun\s*)?(?P<q_year>20\d\d))?)
    | (?P<half>\b(?:semester|smt)\s*(?:ke\s?-?\s?)?(?P<h>i{{1,2}}|[12])\b
        (?:{_AND}(?P<h_last>i{{1,2}}|[12])\b)?(?:\s*(?:tahun\s*)?(?P<h_year>20\d\d))?)
    | (?P<year>(?<![\d/.,:\-])(?:19|20)\d\d(?![\d/.:]*\d))
    """,
    re.IGNORECASE | re.VERBOSE,
)

Precision = Literal["day", "month", "months", "year"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in a text: `start`, `end` are its span in characters.

    `month` to `last_month` is what it covers (None for a year alone); `short_year` is True where the year was written
    with two digits ("Feb-17"). The values are as written: an impossible day or month is kept.
    """

    start: int
    end: int
    precision: Precision
    year: int | None = None
    month: int | None = None
    last_month: int | None = None
    day: int | None = None
    short_year: bool = False
    is_code: bool = False

    def with_year(self, year: int) -> Moment:
        return Moment(
            self.start, self.end, self.precision, year, self.month, self.last_month, self.day, self.short_year, self.is_code
        )


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _named(found: re.Match[str]) -> Moment:
    short = found["n_short"]
    year = 2000 + int(short) if short else _number(found["n_year"])
    month, day = MONTHS[found["n_month"].lower()], _number(found["n_day"])
    precision: Precision = "month" if day is None else "day"
    return Moment(*found.span(), precision, year, month, month, day, bool(short))


def _slashed(found: re.Match[str]) -> Moment:
    year = int(found["s_year"])
    month = int(found["s_month"])
    return Moment(*found.span(), "day", year if year > 99 else 2000 + year, month, month, int(found["s_day"]), year < 100)


def _part_of_year(found: re.Match[str], name: Literal["q", "h"], length: int) -> Moment:
    """`length` months a part; "Triwulan I - IV" covers from the first named to the last."""
    first, last = _ordinal(found[name]), _ordinal(found[f"{name}_last"] or found[name])
    return Moment(*found.span(), "months", _number(found[f"{name}_year"]), (first - 1) * length + 1, last * length)


def _ordinal(text: str) -> int:
    return int(text) if text.isdigit() else _ROMAN[text.lower()]


def _iso(found: re.Match[str]) -> Moment:
    month, day = int(found["iso_month"]), _number(found["iso_day"])
    return Moment(*found.span(), "day" if day else "month", int(found["iso_year"]), month, month, day)


def _code(found: re.Match[str]) -> Moment:
    month = int(found["c_month"])
    return Moment(*found.span(), "month", None, month, month, is_code=True)


_READERS: dict[str, Callable[[re.Match[str]], Moment]] = {
    "iso": _iso,
    "slashed": _slashed,
    "named": _named,
    "code": _code,
    "quarter": lambda found: _part_of_year(found, "q", 3),
    "half": lambda found: _part_of_year(found, "h", 6),
    "year": lambda found: Moment(*found.span(), "year", int(found["year"])),
}


def _moment(found: re.Match[str]) -> Moment:
    return next(read(found) for name, read in _READERS.items() if found[name])


def find_moments(text: str) -> list[Moment]:
    """Every date in a text, in order; a month without a year has `year` None."""
    return [_moment(found) for found in _MOMENT.finditer(text)]


def weekday_of(moment: Moment) -> int | None:
    """0 for a Monday to 6 for a Sunday; None where the moment is no whole day of a calendar."""
    if moment.precision != "day" or moment.year is None or moment.month is None or moment.day is None or not is_possible(moment):
        return None
    return calendar.weekday(moment.year, moment.month, moment.day)


def is_possible(moment: Moment) -> bool:
    """False for a day or month that no calendar has (31 Februari, month 13)."""
    if moment.month is not None and not 1 <= moment.month <= 12:
        return False
    if moment.day is None or moment.month is None:
        return True
    leap_year = moment.year if moment.year is not None else 2024
    return 1 <= moment.day <= calendar.monthrange(leap_year, moment.month)[1]
