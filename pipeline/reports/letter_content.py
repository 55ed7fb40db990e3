"""What the feedback letter says of a plan: missing, weak and to be corrected, each with its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from canonical.lists import library
from pipeline.catalogue import Texts, as_sentence
from pipeline.records import Finding, FindingKind, PlanRecord, Row
from pipeline.reports.finding_rows import rows_of
from pipeline.reports.measured import lacks_reform, measured_first
from pipeline.reports.places import Outline, in_rows, outline_of, places_told

WEAK_KINDS: frozenset[FindingKind] = frozenset({"weak_row", "empty_cell", "duplicate_cell"})


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of an annex: what is written, where, and what is wrong with it."""

    written: str
    place: str
    remark: str
    names_rows: bool = False


@dataclass(frozen=True, slots=True)
class MissingLine:
    code: str
    indicator: str
    weight: str


@dataclass(frozen=True, slots=True)
class LetterContent:
    """Annex tables may be empty; the letter then leaves them and their sentences out."""

    paragraphs: tuple[str, ...]
    missing: tuple[MissingLine, ...]
    weak: tuple[Remark, ...]
    corrections: tuple[Remark, ...]
    regulation: str

    @property
    def has_annex(self) -> bool:
        return bool(self.missing or self.weak or self.corrections)


def letter_content(record: PlanRecord, t: Texts) -> LetterContent:
    missing = missing_lines(record, t)
    weak = remarks([f for f in record.findings if f.kind in WEAK_KINDS], record, t)
    corrections = remarks([f for f in record.findings if is_correction(f)], record, t)
    regulation = regulation_in_full(measured_first(record.coverage).regulation, t)
    paragraphs = tuple(_paragraphs(record, missing, weak, corrections, t))
    return LetterContent(paragraphs, missing, weak, corrections, regulation)


def regulation_in_full(name: str, t: Texts) -> str:
    """ "permenpanrb-90-2021" with the ministry's whole name, as letters have it."""
    _, number, year = name.split("-")
    return t("letter.regulation", number=number, year=year)


def addressee(agency: str | None, t: Texts) -> str:
    """Whom the letter is for: a unit's head is called after its kind, the first word or two (Camat, Ketua), else Kepala."""
    if not agency:
        return t("letter.to_unknown")
    words = agency.split()
    for count in (2, 1):
        key = f"addressee.{' '.join(words[:count]).casefold()}"
        if len(words) > count and t.has(key):
            return t(key, name=" ".join(words[count:]), agency=agency)
    return t("letter.to", agency=agency)


def is_correction(finding: Finding) -> bool:
    """Errors and warnings an agency must put right; notes are advice for the evaluator."""
    return finding.kind not in WEAK_KINDS and finding.severity != "info"


def missing_lines(record: PlanRecord, t: Texts) -> tuple[MissingLine, ...]:
    if not record.rows:
        return ()
    measured = measured_first(record.coverage)
    official = library()[measured.regulation].by_code
    weights = {i.code: i.weight for i in measured.indicators}
    return tuple(
        MissingLine(code, official[code].text, t.points(weight) if (weight := weights.get(code)) is not None else "")
        for code in measured.missing
    )


def remarks(findings: Sequence[Finding], record: PlanRecord, t: Texts) -> tuple[Remark, ...]:
    """In the order of the document; findings of one row stay together."""
    numbers = {row.id: number for number, row in enumerate(record.rows, start=1)}
    in_order = sorted(findings, key=lambda f: (_first_page(f), numbers.get(f.row or "", 0), f.kind, f.id))
    outline = outline_of(record.chapters)
    return tuple(_remark(finding, record.rows, numbers, outline, t) for finding in in_order)


def _first_page(finding: Finding) -> int:
    return min((place.page or place.block or 0 for place in finding.where), default=0)


def _remark(finding: Finding, rows: Sequence[Row], numbers: Mapping[str, int], outline: Outline, t: Texts) -> Remark:
    concerned = [numbers[row] for row in rows_of(finding) if row in numbers]
    indicator = " ".join(rows[concerned[0] - 1].indicator.split()) if concerned else ""
    remark = f"{t(f'kind.{finding.kind}')}. {as_sentence(t.why(finding.why, finding.reason))}"
    place = in_rows(places_told(finding), concerned, t, outline) or t("format.none")
    return Remark(_written(finding.text, indicator, t), place, remark, bool(concerned))


def _written(text: str, indicator: str, t: Texts) -> str:
    """The plan's words; a lone "-" says nothing without the indicator it stands under."""
    if indicator and not any(letter.isalnum() for letter in text):
        return t("letter.mark_under", mark=text, indicator=indicator) if text else indicator
    return text or t("letter.absent")


def _paragraphs(
    record: PlanRecord,
    missing: Sequence[MissingLine],
    weak: Sequence[Remark],
    corrections: Sequence[Remark],
    t: Texts,
) -> list[str]:
    """The numbered paragraphs of the letter. Annexes are numbered only where they exist."""
    paragraphs = [_coverage_sentence(record, t)]
    annex = 0
    if lacks_reform(record.coverage) and record.rows:
        paragraphs.append(t("letter.summary_lacking"))
    if missing:
        annex += 1
        paragraphs.append(t("letter.summary_missing"))
    for found, sentence in ((weak, "letter.summary_weak"), (corrections, "letter.summary_corrections")):
        if found:
            annex += 1
            paragraphs.append(t(sentence, count=len(found), annex="I" * annex))
    if not annex and record.rows:
        paragraphs.append(t("letter.summary_clean"))
    return paragraphs


def _coverage_sentence(record: PlanRecord, t: Texts) -> str:
    coverage = measured_first(record.coverage)
    if not record.rows:
        return t("letter.summary_no_table")
    covered, review, missing = len(coverage.covered), len(coverage.review), len(coverage.missing)
    return t(
        "letter.summary_all" if review else "letter.summary_sure",
        of=covered + review + missing,
        regulation=regulation_in_full(coverage.regulation, t),
        kind="pemenuhan" if lacks_reform(record.coverage) else "pengungkit",
        covered=covered,
        review=review,
        missing=missing,
    )
