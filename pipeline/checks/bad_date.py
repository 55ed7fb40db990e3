"""Dates no calendar has, misspelt years, ends before their starts, spreadsheet leftovers, targets before the decree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from canonical.reason import because
from pipeline.checks.finding import Evidence, at, doubtful, gather
from pipeline.checks.held_dates import targets_before_decree
from pipeline.checks.passages import Passage, Passages
from pipeline.checks.phrases import words_around
from pipeline.dates import MONTH_PATTERN, WEEKDAYS, is_possible, weekday_of
from pipeline.plan import Plan
from pipeline.records import Finding, Severity
from pipeline.when import Span, is_reversed, read_spans

KIND: Final = "bad_date"

WRONG: Final = "error"
"""What no calendar holds is wrong whatever was meant."""

_STYLE_ROWS = 5
"""From this many rows on, "Feb-24" is the document's way of writing months, not a slip of the spreadsheet."""

_BAD_YEAR = re.compile(
    rf"(?<![a-z]){MONTH_PATTERN}\.?\s+(?:tahun\s+)?(?:2\d\d(?!\d)|20\d\d\d(?!\d)|0[12]\d\d(?!\d)|2[2-9]\d\d(?!\d)"
    rf"|1[0-8]\d\d(?!\d)|2[Oo]\d\d|20[OoIl]\d|20\d[OoIl])"
    r"(?![\w%/]|[.,]\d|\s*(?:orang|dokumen|lembar|buah|kali|responden|kegiatan|laporan))",
    re.IGNORECASE,
)
_BAD_BARE_YEAR = re.compile(
    r"\b(?:tahun(?: anggaran)?|thn\.?|ta\.?)\s+(?:20\d(?!\d)|20\d\d\d(?!\d)|02\d\d(?!\d)|2[Oo]\d\d|20[OoIl]\d"
    r"|20\d[OoIl])(?![\w/%]|[.,]\d|\s*(?:orang|dokumen))",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(rf"(?<![a-z]){MONTH_PATTERN}\s?-\s?\d\d(?![\d/])", re.IGNORECASE)
_SERIAL = re.compile(r"^\s*4[2-7]\d{3}\s*$")
_OVERFLOW = re.compile(r"^\s*#{3,}\s*$|#(?:REF|VALUE|N/A|NAME\?)")
_WEEKDAY = re.compile(
    rf"\b(?P<day>{'|'.join(name for name in WEEKDAYS if name != 'minggu')}|minggu(?=\s?,))\b\W*(?:(?:tanggal|tgl\.?)\W*)?$",
    re.IGNORECASE,
)
"""A day of the week just before a date; "Minggu 1 Maret" without a comma is a week."""
_BAD_PART = re.compile(
    r"\b(?:tri\s?wulan|tribulan|tw\.?)\s*(?:ke\s?-?\s?)?(?:vi{0,3}|[5-9])(?![\w.])|\bsemester\s*(?:ke\s?-?\s?)?(?:iii|iv"
    r"|[34])(?![\w.])",
    re.IGNORECASE,
)


def check(plan: Plan, passages: Passages) -> Iterator[Finding]:
    short_is_style = sum(p.role == "schedule" and _SHORT_YEAR.search(p.text) is not None for p in passages) >= _STYLE_ROWS
    evidence = [
        doubtful(p, item)
        for p in passages
        if p.has_digits or p.role == "schedule"
        for item in _bad_in(p, plan.identity.year, short_is_style)
    ]
    yield from gather(KIND, [*evidence, *targets_before_decree(plan)])


def _bad_in(passage: Passage, year: int | None, short_is_style: bool) -> Iterator[Evidence]:
    spans = read_spans(passage.text)
    yield from _malformed_years(passage)
    yield from _impossible_days(passage, spans)
    yield from _wrong_weekdays(passage, spans)
    yield from _reversed_ranges(passage, spans, year)
    if passage.role == "schedule":
        yield from _spreadsheet_leftovers(passage, short_is_style)


def _malformed_years(passage: Passage) -> Iterator[Evidence]:
    for found in _BAD_YEAR.finditer(passage.text):
        yield at(passage, _whole_date(passage, found), because("finding.malformed_year"), WRONG)
    for found in _BAD_BARE_YEAR.finditer(passage.text):
        text = words_around(passage.text, *found.span(), before=2, after=0)
        yield at(passage, text, because("finding.malformed_year"), WRONG)


def _whole_date(passage: Passage, found: re.Match[str]) -> str:
    """A short schedule is shown whole, a longer text from the month on."""
    if passage.role == "schedule" and len(passage.text) <= 40:
        return passage.text
    day = re.search(r"\d{1,2}\s+$", passage.text[: found.start()])
    return passage.text[found.start() - (len(day.group()) if day else 0) : found.end()]


def _impossible_days(passage: Passage, spans: list[Span]) -> Iterator[Evidence]:
    for moment in dict.fromkeys(moment for span in spans for moment in (span.first, span.last)):
        text = passage.text[moment.start : moment.end]
        if moment.precision != "day" or is_possible(moment) or "." in text:
            continue
        if moment.year is None and (moment.day or 0) > 31:
            continue
        yield at(passage, text, because("finding.impossible_day"), WRONG)


def _wrong_weekdays(passage: Passage, spans: list[Span]) -> Iterator[Evidence]:
    """Only a hint: which of the two is wrong, and whether either matters, only the office knows."""
    for moment in dict.fromkeys(moment for span in spans for moment in (span.first, span.last)):
        named, true = _WEEKDAY.search(passage.text[: moment.start]), weekday_of(moment)
        if named is None or true is None or WEEKDAYS[named["day"].lower()] == true:
            continue
        reason = because("finding.wrong_weekday", weekday=true)
        yield at(passage, passage.text[named.start() : moment.end], reason, "info")


def _reversed_ranges(passage: Passage, spans: list[Span], year: int | None) -> Iterator[Evidence]:
    for span in spans:
        text = passage.text[span.first.start : span.last.end]
        is_time = span.first.month is not None or passage.role == "schedule"
        if span.first is not span.last and is_time and (is_reversed(span) or _begins_too_early(span, text, year)):
            yield at(passage, text, because("finding.reversed_range"), WRONG)


def _begins_too_early(span: Span, text: str, year: int | None) -> bool:
    """ "Oktober - Maret 2024" with one year written, the plan's own, would begin the year before."""
    first, last = span.first, span.last
    if first.month is None or last.month is None or last.year != year:
        return False
    return first.month > last.month and len(re.findall(r"(?:19|20)\d\d", text)) == 1


def _spreadsheet_leftovers(passage: Passage, short_is_style: bool) -> Iterator[Evidence]:
    for found in _SHORT_YEAR.finditer(passage.text):
        severity: Severity = "info" if short_is_style else "warning"
        yield at(passage, found.group(), because("finding.spreadsheet_date"), severity)
    if _SERIAL.match(passage.text) or _OVERFLOW.search(passage.text):
        yield at(passage, passage.text, because("finding.spreadsheet_leftover"))
    for found in _BAD_PART.finditer(passage.text):
        yield at(passage, found.group(), because("finding.no_such_part_of_year"), WRONG)
