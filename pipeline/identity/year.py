"""The year a plan is for: its title says it; the decree, running heads and the schedules only where no title does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.identity.dates import mend_digits
from pipeline.identity.zones import Zones, is_title_line, title_stacks
from pipeline.prose import TextLine
from pipeline.records import Decree

_YEAR = r"(?P<year>2\s?[0OoQ]\s?[0-9OoQlI|]\s?[0-9OoQlI|])(?![\d/\w])"
_OF_YEAR = re.compile(
    rf"\b(?:TAHUN|THN|TH|T\.?A|TAHUN\s+ANGGARAN|TAHUN\s+KERJA|PERIODE)\b\.?\s*(?:ANGGARAN\s*)?[:.]?\s*{_YEAR}(?!\s*[-–/]\s*2)",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(rf"(?:^|[\s,.(\-–]){_YEAR}\W*$")
_PLAN_WORDS = re.compile(r"RENCANA\s+(KERJA|AKSI)|PROGRAM\s+KERJA|RENJA|ZONA\s+INTEGRITAS|\bZI\b|WBK|WBBM", re.IGNORECASE)
_REGULATION = re.compile(r"(NOMOR|NO\.?|\bNOMER)\s*:?\s*[\w./\-]+\s*$", re.IGNORECASE)
_MONTH_YEAR = re.compile(
    r"\b(?:jan|feb|peb|mar|apr|mei|jun|jul|ag[us]|sep|okt|nov|nop|des)[a-z]*\s*(20\d\d)\b|\b(?:tahun|ta)\s*(20\d\d)\b",
    re.IGNORECASE,
)


def find_year(zones: Zones, decree: Decree) -> int | None:
    """The plan year by the first source that names one: titles, covers' bare years, edges, prose, decree, schedules."""
    votes = Counter(_everywhere(zones))
    for source in (_title_years, _annex_years, _cover_years, _edge_years, _body_title_years, _prose_years):
        years = list(source(zones))
        if years:
            return _most_named(years, votes)
    for text in (decree.number, decree.date):
        years = [int(y) for y in re.findall(r"(?<!\d)(20\d\d)(?!\d)", text or "")]
        if years:
            return years[-1]
    return _most_named(_schedule_years(zones), votes)


def _most_named(years: Iterable[int], votes: Counter[int]) -> int | None:
    counted = Counter(years)
    return max(counted, key=lambda year: (counted[year], votes[year], -year), default=None)


def _title_years(zones: Zones) -> Iterator[int]:
    """TAHUN 2024 in the stack of title lines that names the plan."""
    for stack in title_stacks(zones.front):
        text = _joined(stack)
        if _PLAN_WORDS.search(text):
            yield from _years_of(text)


def _annex_years(zones: Zones) -> Iterator[int]:
    """TAHUN 2024 on a line of its own before the chapters."""
    for line in zones.front:
        if is_title_line(line) or re.match(r"^\W*TAHUN\W+\S+\W*$", line.text, re.IGNORECASE):
            yield from _years_of(line.text)


def _cover_years(zones: Zones) -> Iterator[int]:
    """A bare year that ends a cover's line: "MALANG 2024", "2024"."""
    for line in zones.front:
        match = _BARE_YEAR.search(line.text)
        if (
            match
            and (is_title_line(line) or match.start("year") == 0)
            and len(line.text) < 60
            and not re.search(r"\d\W*$", line.text[: match.start("year")])
        ):
            yield _value(match["year"])


def _edge_years(zones: Zones) -> Iterator[int]:
    for text in dict.fromkeys(line.text for line in zones.edges):
        yield from _years_of(text)


def _body_title_years(zones: Zones) -> Iterator[int]:
    for stack in title_stacks(zones.body):
        text = _joined(stack)
        if _PLAN_WORDS.search(text):
            yield from _years_of(text)


def _prose_years(zones: Zones) -> Iterator[int]:
    """ "Rencana kerja … tahun 2024" within one sentence."""
    for text in dict.fromkeys(line.paragraph for line in zones.prose):
        for match in re.finditer(r"(rencana (?:kerja|aksi)|program kerja|renja)[^.;]{0,120}?", text, re.IGNORECASE):
            yield from list(_years_of(text[match.start() : match.start() + 160]))[:1]


def _schedule_years(zones: Zones) -> list[int]:
    """Years after a month or TAHUN in the tables, or in all of a text whose tables are not told apart."""
    found = []
    for line in zones.cells or zones.body:
        for match in _MONTH_YEAR.finditer(line.text):
            if not _REGULATION.search(line.text[: match.start()]):
                found.append(int(match[1] or match[2]))
    return found


def _everywhere(zones: Zones) -> Iterator[int]:
    for line in (*zones.prose, *zones.cells):
        yield from (int(y) for y in re.findall(r"(?<![\d/])(20\d\d)(?![\d/])", line.text))


def _years_of(text: str) -> Iterator[int]:
    """Years after TAHUN; not those of regulations ("Nomor 90 Tahun 2021") nor the first of a span (2019–2024)."""
    for match in _OF_YEAR.finditer(text):
        if not _REGULATION.search(text[: match.start()]):
            yield _value(match["year"])


def _value(printed: str) -> int:
    return int(re.sub(r"\s", "", mend_digits(printed)))


def _joined(lines: Sequence[TextLine]) -> str:
    return " ".join(line.text for line in lines)
