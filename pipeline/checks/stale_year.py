"""Years left over from the plan that this one was copied from.

A year is stale where it is well-formed, lies within some years of the plan's own and belongs neither to the name of a
regulation, decree or standard, nor to a range over the plan year, nor to history told as such, nor to the reports and
budgets that look one year back or ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz

from canonical.reason import because
from pipeline.checks.finding import Evidence, at, doubtful, fold, gather
from pipeline.checks.held_dates import signed_in_another_year
from pipeline.checks.passages import Passage, Passages
from pipeline.checks.phrases import clause_around, words_around
from pipeline.dates import MONTH_PATTERN
from pipeline.plan import Plan
from pipeline.records import Finding, Severity
from pipeline.when import read_spans

KIND: Final = "stale_year"

YEARS_BACK, YEARS_AHEAD = 10, 6
"""Older or later years are history or a vision, not the trace of a copied plan."""

_YEAR = re.compile(
    rf"(?<![\d/.,:@_\-])(?<![A-Za-z]\d)(?P<year>(?:19|20)\d\d)(?![\d@_]|[.,:/\-]\d)"
    rf"|(?<!\d)(?<=[/\-])(?P<joined>20\d\d)(?!\d|[/.\-]\d)"
    rf"|(?<=['’])(?P<short>[12]\d)(?!\d)"
    rf"|(?P<month_short>(?<![a-z]){MONTH_PATTERN}\s?-\s?(?P<two>[12]\d))(?![\d/])",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\b((?:19|20)\d\d)\s*(?:-|/|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:tahun\s+)?((?:19|20)\d\d)\b", re.IGNORECASE
)
_NAMED_BY_YEAR = re.compile(
    r"(?:\b(?:nomor|no|nomer|nmr|num)\b[\s.:]*[\w./\-]*\s*(?:/|\b(?:tahun|thn?|tanggal)\b\.?)[^;\n]{0,25}$)"
    r"|(?:\b(?:uu|pp|perpres|inpres|kepres|permen\w*|kepmen\w*|perda|perbup|perwali|perwal|pergub|perma|sema|perka|se|sk"
    r"|kep|iso|sni|uud|ohsas)"
    r"(?:\s+\w+)?\s*(?:no\.?|nomor)?\s*[\d./\-]*\s*(?:tahun|thn?|/|:|versi|edisi)?\s*$)"
    r"|(?:\biso(?:/iec)?\s*[\d\-]*\s*[:\-]\s*$)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\S*\d\S*/\s?\S*$|\S+/\s?$")
_CITATION = re.compile(
    r"\b(?:undang-undang|peraturan (?:pemerintah|presiden|menteri|daerah|bupati|walikota|wali kota|gubernur|kepala"
    r"|bersama|mahkamah)"
    r"|instruksi presiden|keputusan|surat edaran|permenpan\w*|uu|pp|perpres|inpres)\b[^;\n]*?\b(?:nomor|no)\b",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:sejak|semenjak|mulai tahun|pada tahun|tahun lalu|tahun (?:yang )?lampau|didirikan|berdiri|dibentuk|dibangun"
    r"|diresmikan|ditetapkan|dicanangkan"
    r"|meraih|diraih|memperoleh|diperoleh|mendapat\w*|menerima penghargaan|predikat|penghargaan|juara|hasil penilaian"
    r"|berubah|pernah|lahir|sejarah|periode)\b",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"\b(?:lap(?:oran|bul)?|l[ak]+[jk]?ip|lkj\w*|lakin|lhe|lhp|lra|calk|sakip|evaluasi|monev|monitoring|survei|survey|skm"
    r"|ikm|spak|spkp|capaian|realisasi|rekap\w*"
    r"|tindak\s?lanjut\w*|sebelumnya|lhkpn|lhkasn|lhkan|spt|audit|temuan|reviu|review|penilaian|dp3|skp|data|hasil|nilai|indeks"
    r"|perbandingan|baseline|tren|lalu|lpj)\b",
    re.IGNORECASE,
)
_LOOKS_AHEAD = re.compile(
    r"\b(?:rk[a-z]{0,4}|rba|renc\w*|reng\w*|rens\w*|renja|anggaran|apb[nd]|dpa|dipa|pagu|musrenbang|perencanaan"
    r"|perjanjian kinerja"
    r"|penetapan kinerja|usulan|kebutuhan|formasi|target|proyeksi|tahun (?:berikut|depan|mendatang)\w*)\b",
    re.IGNORECASE,
)
_THIS_YEARS = re.compile(
    r"\b(?:sk|s\.k|surat keputusan|keputusan|tim|rencana (?:kerja|aksi)|renja|rka\w*|dpa\w*|dipa|anggaran|pk"
    r"|perjanjian kinerja|jadwal|agenda"
    r"|kegiatan|program|pelaksanaan|undangan|daftar hadir|notul\w*|rapat|kalender|matriks|timeline|zona integritas|zi)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\b(?:penghargaan|piagam|predikat|akreditasi|sensus|juara|rekor|sertifikat iso)\b", re.IGNORECASE)
_NUMBERED_BEFORE = re.compile(r"(?<!\d)(?P<word>[a-z.]*)\s*\d{1,4}\s+(?:tahun|thn?\.?)\s*$", re.IGNORECASE)
_PART_OF_YEAR = re.compile(r"\b(?:semester|smt|triwulan|tribulan|tri|tw|tahap|periode|bulan|minggu|catur\w*)$", re.IGNORECASE)
_REPORT = re.compile(
    r"\b(?:lap\w*|lkj\w*|lakip|lkip|lakin|lhe|evaluasi|monev|monitoring|rekap\w*|survei|survey|sakip|lhkpn|lhkasn|spt)\b",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"^\s*(?:orang|buah|lembar|dokumen|berkas|kali|m2|m²|meter|unit|paket|kegiatan|responden|%|rupiah|eksemplar)\b", re.IGNORECASE
)
_SHOWN_TITLE = 120
_PLAN_OF = re.compile(r"\b(?:rencana (?:kerja|aksi)|program kerja)\b[^.;]{0,90}\btahun\s+$", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:telah|sudah|lalu|sebelumnya|capaian|hasil|evaluasi|laporan|target|anggaran|apb[nd]|pemerintah)\b", re.IGNORECASE
)
_TITLE = re.compile(r"\b(?:rencana (?:kerja|aksi)|program kerja|zona integritas|jadwal|matriks)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class YearMention:
    year: int
    start: int
    end: int


def check(plan: Plan, passages: Passages) -> Iterator[Finding]:
    if plan.identity.year is None:
        return
    own = _own_years(plan, plan.identity.year)
    evidence = [item for passage in passages if passage.has_digits for item in _stale_in(passage, plan.identity.year, own)]
    yield from gather(KIND, _merge_nested([*evidence, *signed_in_another_year(plan, passages)]))


def _own_years(plan: Plan, year: int) -> frozenset[int]:
    """The years the plan is for: its own, and the others of a range in its title."""
    for block in plan.document.content:
        text = getattr(block, "text", "")
        found = _RANGE.search(text) if _TITLE.search(text) and len(text) < 300 else None
        if found and int(found[1]) <= year <= int(found[2]) <= int(found[1]) + 2:
            return frozenset(range(int(found[1]), int(found[2]) + 1))
    return frozenset({year})


def _stale_in(passage: Passage, year: int, own: frozenset[int]) -> Iterator[Evidence]:
    for mention in find_years(passage.text):
        if mention.year in own or not year - YEARS_BACK <= mention.year <= year + YEARS_AHEAD:
            continue
        if _belongs_to_a_name(passage.text, mention) or _in_covering_range(passage.text, mention, year):
            continue
        severity = _severity(passage, mention, year)
        if severity is not None:
            yield doubtful(passage, replace(_evidence(passage, mention, year), severity=severity))


def find_years(text: str) -> list[YearMention]:
    """The years a text mentions, those written '20 or Feb-17 with them."""
    mentions = []
    for found in _YEAR.finditer(text):
        digits = found["year"] or found["joined"] or "20" + (found["short"] or found["two"])
        if not _UNITS.match(text[found.end() :]):
            mentions.append(YearMention(int(digits), *found.span()))
    return mentions


def _belongs_to_a_name(text: str, mention: YearMention) -> bool:
    """Whether the year is part of a regulation's, decree's or standard's number or title."""
    before = text[: mention.start]
    if _NAMED_BY_YEAR.search(before[-90:]) or _is_numbered(before):
        return True
    if _REFERENCE.search(before[-40:]) and not re.search(r"(?:19|20)\d\d\s?/\s?$|\d{1,2}/\d{1,2}/$", before):
        return True
    begin, _ = _sentence(text, mention.start)
    return _CITATION.search(text[begin : mention.start]) is not None


def _is_numbered(before: str) -> bool:
    """ "9 Tahun 2016" numbers a regulation; "Semester 1 Tahun 2016" does not."""
    found = _NUMBERED_BEFORE.search(before[-40:])
    return found is not None and not _PART_OF_YEAR.search(found["word"])


def _sentence(text: str, position: int) -> tuple[int, int]:
    begin = max((m.end() for m in re.finditer(r"[;\n]|\.\s+(?=[A-Z0-9])", text[:position])), default=0)
    return begin, len(text)


def _in_covering_range(text: str, mention: YearMention, year: int) -> bool:
    """A range that holds the plan year, begins the year after or runs up to the year before it.

    A text that begins with the end of a range is the rest of a line that was broken there.
    """
    if re.fullmatch(r"\W*(?:-|s\.?/?d\.?|sampai(?: dengan)?)\W*", text[: mention.start]):
        return True
    for found in _RANGE.finditer(text):
        if found.start() <= mention.start < found.end():
            return int(found[1]) <= year + 1 and int(found[2]) >= year - 1
    return False


def _severity(passage: Passage, mention: YearMention, year: int) -> Severity | None:
    """None where the year fits after all; `info` where a year next to the plan's might."""
    if passage.source == "row":
        return _severity_in_row(passage, mention, year)
    clause = passage.text[slice(*_sentence(passage.text, mention.start))]
    if _is_title(passage):
        return "warning"
    if _HISTORY.search(clause) or _in_run(passage.text, mention, year):
        return None
    if abs(mention.year - year) == 1:
        return "warning" if _names_this_plan(passage.text, mention) else None
    return "warning"


def _names_this_plan(text: str, mention: YearMention) -> bool:
    """Prose may speak of the years beside the plan's; "Rencana Kerja … Tahun 2023" in a plan for 2024 does not."""
    begin, _ = _sentence(text, mention.start)
    return _PLAN_OF.search(text[begin : mention.start]) is not None and _DONE.search(text[begin:]) is None


def _is_title(passage: Passage) -> bool:
    return (passage.is_heading or passage.source == "furniture") and _TITLE.search(passage.text) is not None


def _severity_in_row(passage: Passage, mention: YearMention, year: int) -> Severity | None:
    left, right = clause_around(passage.text, mention.start, mention.end)
    clause = passage.text[left:right]
    if re.search(r"\bsejak\b", clause, re.IGNORECASE) or _LASTING.search(clause) or _in_run(passage.text, mention, year):
        return None
    row_text = " ".join((passage.row.indicator, passage.row.action, passage.row.evidence)) if passage.row is not None else clause
    if mention.year < year - 1 or mention.year > year + 2:
        return "warning"
    if _looks_away(passage, clause, row_text, mention.year - year):
        return None
    return "warning" if passage.role == "schedule" or _THIS_YEARS.search(clause) else "info"


def _looks_away(passage: Passage, clause: str, row_text: str, distance: int) -> bool:
    """Whether a text beside the plan year speaks of a report of the year before or a plan for the years after."""
    if distance == -1:
        return bool(_LOOKS_BACK.search(passage.text)) or (passage.role == "schedule" and bool(_LOOKS_AHEAD.search(row_text)))
    due_next_year = distance == 1 and passage.role == "schedule" and (_is_early(clause) or bool(_REPORT.search(row_text)))
    return due_next_year or bool(_LOOKS_AHEAD.search(row_text))


def _is_early(clause: str) -> bool:
    return re.search(r"\bjan(?:uari)?\b", clause, re.IGNORECASE) is not None


def _in_run(text: str, mention: YearMention, year: int) -> bool:
    """Years listed one after another up to the plan's ("2022, 2023 dan 2024") are a comparison."""
    years = {m.year for m in find_years(text)}
    return all(step in years for step in range(mention.year, year)) and len(years) > 1 and mention.year < year


def _evidence(passage: Passage, mention: YearMention, year: int) -> Evidence:
    title = passage.text if _is_title(passage) and len(passage.text) <= _SHOWN_TITLE else ""
    phrase = title or _date_phrase(passage.text, mention) or _noun_phrase(passage.text, mention)
    return at(
        passage,
        phrase,
        because("finding.other_year", plan=year, quoted=mention.year),
        key=f"{mention.year}|{fold(phrase)}",
    )


def _date_phrase(text: str, mention: YearMention) -> str:
    """The whole date or range of dates the year ends ("Januari s/d Desember 2017"), "" where no month stands by it."""
    for span in read_spans(text):
        if span.first.start <= mention.start < span.last.end and span.first.month is not None:
            return text[span.first.start : span.last.end]
    found = next((f for f in _RANGE.finditer(text) if f.start() <= mention.start < f.end()), None)
    return words_around(text, found.start(), found.end(), 2, 0) if found else ""


def _noun_phrase(text: str, mention: YearMention) -> str:
    marker = re.search(
        r"(?:\b(?:tahun anggaran|tahun pelajaran|tahun|thn|th|ta|t\.a)\.?\s*['’]?\s*)$", text[: mention.start], re.IGNORECASE
    )
    start = marker.start() if marker else mention.start
    start -= text[start - 1 : start] in {"'", "’"}
    phrase = words_around(text, start, mention.end, 3, 0)
    other_year = list(
        re.finditer(r"(?:19|20)\d\d\W+(?:(?:dan|atau|serta|s/d|sampai)\s+)?", phrase[: -len(text[start : mention.end])])
    )
    return phrase[other_year[-1].end() :] if other_year else phrase


def _merge_nested(evidence: list[Evidence]) -> list[Evidence]:
    """One key for one thing: named more fully elsewhere, or misread by a letter on a scan."""
    keys = sorted({item.key for item in evidence}, key=lambda key: (len(key), key))
    same = {key: next((other for other in keys if _is_same(key, other)), key) for key in keys}
    return [replace(item, key=same[item.key]) for item in evidence]


def _is_same(key: str, shorter: str) -> bool:
    (year, phrase), (other_year, ending) = key.split("|", 1), shorter.split("|", 1)
    if year != other_year:
        return False
    return _ends_in(phrase, ending) or (len(phrase) >= 10 and fuzz.ratio(phrase, ending) >= 92)


def _ends_in(phrase: str, ending: str) -> bool:
    return len(ending.split()) >= 3 and phrase.endswith(" " + ending)
