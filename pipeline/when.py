"""A TARGET WAKTU as what it means: a month, a range, a list of months, a frequency, a condition.

The raw text stays in the row; a schedule that cannot be read is `unknown` and so told, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.dates import Moment, find_moments
from pipeline.records import When

_FREQUENCIES: tuple[tuple[str, str], ...] = (
    ("harian", r"\bharian\b|\b(?:se)?tiap\s*hari\b|\bsehari\b|\bper\s*hari\b"),
    ("mingguan", r"\bmingguan\b|\b(?:se)?tiap\s*minggu\b|\bseminggu\b|\bper\s*minggu\b"),
    ("bulanan", r"\bbulanan\b|\b(?:se)?tiap\s*bulan\b|\bsebulan\b|\bper\s*bulan\b|\bsatu bulan sekali\b|\b1 bulan sekali\b"),
    ("tribulanan", r"\btri\s?w?bulan(?:an)?\b|\btri\s?wulan(?:an)?\b|\btw\b|\bper\s*3\s*bulan\b|\b(?:tiga|3) bulan(?:an)?\b"),
    ("caturwulan", r"\bcatur\s?wulan(?:an)?\b|\b(?:empat|4) bulan(?:an)?\b"),
    ("semesteran", r"\bsemester(?:an)?\b|\bsmt\b|\b(?:enam|6) bulan(?:an)?\b|\btengah tahun(?:an)?\b"),
    (
        "tahunan",
        r"\btahunan\b|\b(?:se)?tiap\s*(?:akhir |awal )?tahun(?:nya)?\b|\bsetahun\b|\bper\s*tahun\b|\b1 tahun\b|\bsatu tahun\b",
    ),
    ("insidental", r"\binsident(?:al|il)\b|\bsewaktu[- ]waktu\b|\bsituasional\b"),
    (
        "terus-menerus",
        r"\bsepanjang (?:tahun|waktu)\b|\bterus[- ]menerus\b|\bberkelanjutan\b|\bsetiap saat\b|\bselama(?:nya)? tahun\b",
    ),
    ("berkala", r"\b(?:secara )?berkala\b|\bsecara rutin\b|\brutin\b"),
)
_FREQUENCY = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _FREQUENCIES)
_CONDITION = re.compile(
    r"\b(?:jika|bila|apabila|bilamana|ketika|saat|pada saat|sesuai|menyesuaikan|disesuaikan|tergantung|menunggu|setelah|sebelum"
    r"|(?:se)?tia?p?\s*(?:ada|pada|kali|terjadi|menerima|melakukan|selesai|terdapat)|adanya|direvisi|situasional"
    r"|sejak|paling lambat|selambat-lambatnya|maksimal)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_CONNECTOR = re.compile(
    r"^[\s.,]*(?:-|s\.?\s*/?\s*d\.?|s/d|s\.d\.?|sd|sampai(?: dengan)?|hingga|ke)[\s.,]*(?:bulan|bln\.?)?[\s.,]*$", re.IGNORECASE
)
_TO_YEAR_END = re.compile(r"\b(?:sampai|hingga|s/d|s\.d\.?|sd|-)\s*(?:dengan\s*)?akhir tahun\b", re.IGNORECASE)
_BLANK = re.compile(r"^[\s.\-_…]*$")
WhenKind = Literal["month", "range", "months", "day", "year"]

_PLAIN_PUNCTUATION = str.maketrans({"–": "-", "—": "-", "−": "-", "’": "'", "‘": "'", "`": "'"})


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another, both ends meant; the same moment twice where it stands alone."""

    first: Moment
    last: Moment


def plain(text: str) -> str:
    """Dashes and apostrophes made one, place for place, so that spans keep their meaning."""
    return text.translate(_PLAIN_PUNCTUATION)


def parse_when(schedule: str) -> When:
    """What a schedule cell says. Years are carried to months that lack one ("Juli, Desember 2024")."""
    text = plain(schedule)
    if _BLANK.match(text):
        return When(kind="none")
    spans = read_spans(text)
    frequency, condition = _frequency(text), _condition(text)
    if spans:
        return _dated(text, spans, frequency, condition)
    if frequency is not None:
        return When(kind="frequency", frequency=frequency, condition=condition)
    if condition is not None:
        return When(kind="condition", condition=condition)
    return When(kind="unknown")


def read_spans(text: str) -> list[Span]:
    """The dates of a text joined to ranges where a connecting word stands between them. Takes `plain` text."""
    moments = _carry_years(text, find_moments(text))
    spans: list[Span] = []
    for moment in moments:
        if spans and _CONNECTOR.match(text[spans[-1].last.end : moment.start]) and spans[-1].first is spans[-1].last:
            spans[-1] = Span(spans[-1].first, moment)
        else:
            spans.append(Span(moment, moment))
    return _without_bare_years(spans)


def is_reversed(span: Span) -> bool:
    """An end before its start; turning over New Year without years ("November - Januari") is none."""
    first, last = span.first, span.last
    if first.month is None or last.month is None:
        return (
            first.year is not None
            and last.year is not None
            and first.month is None
            and last.month is None
            and last.year < first.year
        )
    if first.year is None or last.year is None:
        return last.month < first.month and not (first.month >= 9 and last.month <= 4)
    start, end = (first.year, first.month, first.day or 1), (last.year, last.month, last.day or 31)
    return end < start


def _carry_years(text: str, moments: list[Moment]) -> list[Moment]:
    """Gives a month the year written after it, or else the one before it in the same cell."""
    following = [m.year for m in moments]
    for index in range(len(moments) - 2, -1, -1):
        if following[index] is None:
            following[index] = following[index + 1]
    carried: list[Moment] = []
    for moment, year in zip(moments, following, strict=True):
        earlier = carried[-1].year if carried else None
        carried.append(
            moment
            if moment.year is not None or (year or earlier) is None
            else moment.with_year(_turned(text, moment, moments, year or earlier))
        )
    return carried


def _turned(text: str, moment: Moment, moments: list[Moment], year: int | None) -> int:
    """In "November - Januari 2025" the first month lies in the year before."""
    following = next((m for m in moments if m.start >= moment.end), None)
    if following is None or moment.month is None or following.month is None or year is None:
        return year or 0
    joined = _CONNECTOR.match(text[moment.end : following.start]) is not None
    turns = joined and following.year is not None and moment.month >= 9 and following.month <= 3
    return year - 1 if turns else year


def _without_bare_years(spans: list[Span]) -> list[Span]:
    """A year range beside months names a document ("Renstra 2020-2024"), not the time."""
    with_months = [span for span in spans if span.first.month is not None]
    return with_months or spans


def _dated(text: str, spans: list[Span], frequency: str | None, condition: str | None) -> When:
    start, end = min(_start(s) for s in spans), max(_end(s) for s in spans)
    months = _months(spans)
    kind: WhenKind = "months"
    if _TO_YEAR_END.search(text) and spans[-1].last.year is not None:
        end, kind, months = f"{spans[-1].last.year}-12", "range", ()
    elif len(spans) == 1:
        kind, months = _kind_of(spans[0]), ()
    return When(kind=kind, start=start, end=end, months=months, frequency=frequency, condition=condition)


def _kind_of(span: Span) -> WhenKind:
    if span.first is not span.last or span.first.precision == "months":
        return "range"
    return span.first.precision


def _start(span: Span) -> str:
    return _written(span.first, span.first.month)


def _end(span: Span) -> str:
    return _written(span.last, span.last.last_month)


def _written(moment: Moment, month: int | None) -> str:
    year = f"{moment.year:04d}" if moment.year is not None else "-"
    if month is None:
        return year
    return f"{year}-{month:02d}" + (f"-{moment.day:02d}" if moment.day is not None else "")


def _months(spans: list[Span]) -> tuple[str, ...]:
    """Each month the spans cover, written out, in order of mention and once."""
    listed = [month for span in spans for month in _covered(span)]
    return tuple(dict.fromkeys(listed))


def _covered(span: Span) -> list[str]:
    first, last = span.first, span.last
    if first.month is None or last.last_month is None:
        return []
    from_month, to_month = (first.year or 0) * 12 + first.month - 1, (last.year or 0) * 12 + last.last_month - 1
    if not 0 <= to_month - from_month <= 24:
        return [_written(first, first.month)]
    return [f"{m // 12:04d}-{m % 12 + 1:02d}" if first.year else f"--{m % 12 + 1:02d}" for m in range(from_month, to_month + 1)]


def _frequency(text: str) -> str | None:
    found = [name for name, pattern in _FREQUENCY if pattern.search(text)]
    return ", ".join(found) if found else None


def _condition(text: str) -> str | None:
    found = _CONDITION.search(text)
    return " ".join(found.group().split()) if found else None
