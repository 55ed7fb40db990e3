"""gaps.html: what one plan covers, lacks and should correct, on one page that opens without a network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Literal

from canonical.lists import Indicator, library
from pipeline.catalogue import Texts, texts
from pipeline.records import Coverage, Finding, Match, OlderCoverage, PlanRecord, Reach, Row, Severity
from pipeline.reports.brevity import STEPS, Brevity, shortened
from pipeline.reports.charts import SIDES, PartBars, measures, part_bars
from pipeline.reports.crops import Crop, Cropper
from pipeline.reports.finding_rows import findings_by_row, rows_of
from pipeline.reports.measured import at_stake, lacks_reform, measured_first
from pipeline.reports.pages import render
from pipeline.reports.places import in_words, numbers_in_words, outline_of, pages_of, places_told

ReachVerdict = Literal["reachable", "open", "out_of_reach"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
CROPS_A_FINDING = 2
MOST_PAGE_BYTES = 2_950_000
MOST_LINKS = 10
"""Rows told beside a finding and findings beside a row."""
TEXT_COLUMNS = ("action", "evidence", "schedule", "output")


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row of the action table as the page shows it; `label` counts from 1."""

    label: int
    row: Row
    place: str
    accepted: tuple[Match, ...]
    candidates: tuple[Match, ...]
    findings: tuple[Finding, ...]
    needs_review: bool

    @property
    def is_quiet(self) -> bool:
        return not self.findings and not self.needs_review


@dataclass(frozen=True, slots=True)
class FindingCard:
    finding: Finding
    place: str
    rows: tuple[RowLine, ...]
    crops: tuple[Crop, ...] = ()

    def with_crops(self, cropper: Cropper) -> FindingCard:
        return replace(self, crops=_crops(self.finding, cropper))


@dataclass(frozen=True, slots=True)
class ReviewCard:
    line: RowLine
    crops: tuple[Crop, ...]


@dataclass(frozen=True, slots=True)
class MissingGroup:
    """The missing indicators of one sub-component, by its first one's names."""

    first: Indicator
    indicators: tuple[tuple[Indicator, float | None], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a plan can reach of one predicate; `measures` names the minima that stand in the way."""

    predicate: str
    word: ReachVerdict
    measures: str


def render_gaps(record: PlanRecord, pictures: Path | None, lang: str) -> str:
    """The page. `pictures` is the folder of kept page pictures, `<page>.jpg`.

    Crops take what the words leave of MOST_PAGE_BYTES; where the words alone are more, they are told more briefly.
    """
    t = texts(lang)
    for brevity in STEPS:
        cropper = Cropper(pictures)
        page = _render(record, cropper, brevity, t)
        too_much = len(page.encode()) - MOST_PAGE_BYTES
        if too_much <= 0:
            return page
        if too_much <= cropper.spent:
            return _render(record, Cropper(pictures, cropper.spent - too_much), brevity, t)
    return page


def _render(record: PlanRecord, cropper: Cropper, brevity: Brevity, t: Texts) -> str:
    record = shortened(record, {line.row.id for line in row_lines(record, t) if line.is_quiet}, brevity)
    lines = row_lines(record, t)
    findings = _findings_told(record, lines, cropper, brevity, t)
    rows = _rows_told(lines, cropper, brevity)
    return render(
        "gaps.html.j2",
        t,
        record=record,
        coverage=record.coverage,
        reading=how_it_was_read(record, t),
        unread_pages=numbers_in_words(record.source.unread_pages),
        doubtful=sum(row.is_doubtful for row in record.rows),
        columns=shown_columns(record),
        lines=lines,
        brevity=brevity,
        crops_left_out=cropper.left_out,
        MOST_LINKS=MOST_LINKS,
        older_name=older_name,
        **_measured(record.coverage, t),
        **findings,
        **rows,
    )


def _measured(coverage: Coverage, t: Texts) -> dict[str, object]:
    """What the page says of the regulations: bars, what can be reached, what is missing."""
    older = coverage.older
    return {
        "first": measured_first(coverage),
        "lacks_reform": lacks_reform(coverage),
        "regulation": library()[coverage.regulation],
        "official": library()[coverage.regulation].by_code,
        "parts": bars_of(coverage),
        "older_parts": older_bars(coverage),
        "older_title": library()[older.regulation].title if older else "",
        "older_missing": missing_groups(older) if older else (),
        "stake": at_stake(coverage),
        "measures": measures(coverage.reach),
        "verdicts": verdicts(coverage.reach, t),
        "not_measured": ", ".join(measure_name(name, t) for name in surveys(coverage.reach)),
        "measure_name": lambda name: measure_name(name, t),
        "missing": missing_groups(coverage),
        "off_list": {off.row: off for off in coverage.off_list},
    }


def _findings_told(
    record: PlanRecord, lines: Sequence[RowLine], cropper: Cropper, brevity: Brevity, t: Texts
) -> dict[str, object]:
    """The findings by severity, gravest first, as crops are cut in that order; how many there are, and the ids of those told."""
    cards = {severity: finding_cards(record, severity, lines, t) for severity in SEVERITIES}
    findings = {severity: [card.with_crops(cropper) for card in every[: brevity.most]] for severity, every in cards.items()}
    return {
        "findings": findings,
        "counts": {severity: len(every) for severity, every in cards.items()},
        "told": {card.finding.id for told in findings.values() for card in told},
    }


def _rows_told(lines: Sequence[RowLine], cropper: Cropper, brevity: Brevity) -> dict[str, object]:
    """The rows the page shows, by area, and the cards of those that wait for a person."""
    shown = [line for line in lines if brevity.quiet != "none" or not line.is_quiet][: brevity.most]
    waiting = [line for line in lines if line.needs_review]
    return {
        "areas": [(area, tuple(group)) for area, group in groupby(shown, key=lambda line: (line.row.part, line.row.area))],
        "shown": {line.row.id for line in shown},
        "waiting": len(waiting),
        "reviews": [ReviewCard(line, cropper.cut_first(line.row.where)) for line in waiting[: brevity.most]],
    }


def older_name(via: str) -> str:
    """ "permenpanrb-52-2014 K.6.i.c" as "PermenPAN-RB 52/2014 K.6.i.c"."""
    regulation, _, code = via.partition(" ")
    return f"{library()[regulation].title} {code}" if code else via


def row_lines(record: PlanRecord, t: Texts) -> tuple[RowLine, ...]:
    by_row = findings_by_row(record.findings)
    return tuple(
        RowLine(
            label=label,
            row=row,
            place=in_words(row.where, t) if pages_of(row.where) else "",
            accepted=tuple(m for m in row.matches if m.decision == "accepted"),
            candidates=tuple(m for m in row.matches if m.decision == "review"),
            findings=tuple(by_row.get(row.id, ())),
            needs_review=needs_review(row, record.coverage),
        )
        for label, row in enumerate(record.rows, start=1)
    )


def shown_columns(record: PlanRecord) -> tuple[str, ...]:
    """The columns of the action table that the plan has, beside indicator and match."""
    has = {name for name in TEXT_COLUMNS if name in record.columns or any(getattr(row, name) for row in record.rows)}
    return tuple(name for name in TEXT_COLUMNS if name in has)


def needs_review(row: Row, coverage: Coverage) -> bool:
    """Whether a person must choose: nothing is accepted yet, or a candidate is not covered elsewhere."""
    candidates = {m.code for m in row.matches if m.decision == "review"}
    return bool(candidates) and (not row.accepted_codes or not candidates.isdisjoint(coverage.review))


def finding_cards(record: PlanRecord, severity: Severity, lines: Sequence[RowLine], t: Texts) -> tuple[FindingCard, ...]:
    by_id = {line.row.id: line for line in lines}
    outline = outline_of(record.chapters)
    cards = []
    for finding in record.findings:
        if finding.severity == severity:
            rows = tuple(by_id[row] for row in rows_of(finding) if row in by_id)
            place = in_words(places_told(finding), t, outline) if pages_of(finding.where) or not rows else ""
            cards.append(FindingCard(finding, place, rows))
    return tuple(cards)


def _crops(finding: Finding, cropper: Cropper) -> tuple[Crop, ...]:
    return cropper.cut_first(places_told(finding), CROPS_A_FINDING)


def how_it_was_read(record: PlanRecord, t: Texts) -> str:
    source = record.source
    if source.pages is None:
        plain = f"file_format.{source.format}"
        sentence = t("gaps.read_blocks", format=t(plain) if t.has(plain) else source.format.upper())
    elif not source.scanned_pages:
        sentence = t("gaps.read_text", format=source.format.upper(), pages=source.pages)
    elif len(source.scanned_pages) >= source.pages:
        sentence = t("gaps.read_scanned", pages=source.pages)
    else:
        sentence = t("gaps.read_mixed", pages=source.pages, scanned=numbers_in_words(source.scanned_pages))
    parts = [sentence, t("gaps.read_confidence", percent=t.number(100 * source.confidence, 0))]
    if source.unread_pages:
        parts.append(t("gaps.read_unread", pages=numbers_in_words(source.unread_pages)))
    return "; ".join(parts)


def bars_of(coverage: Coverage) -> tuple[PartBars, ...]:
    """Bars of the parts the plan has; a part it lacks altogether is told in a sentence."""
    return tuple(p for p in part_bars(coverage.areas, coverage.indicators) if p.part not in coverage.lacking_parts)


def older_bars(coverage: Coverage) -> tuple[PartBars, ...]:
    return part_bars(coverage.older.areas, coverage.older.indicators) if coverage.older else ()


def verdicts(reach: Sequence[Reach], t: Texts) -> tuple[Verdict, ...]:
    return tuple(_verdict(reach, side, t) for side in SIDES if any(minimum.predicate == side for minimum in reach))


def _verdict(reach: Sequence[Reach], predicate: str, t: Texts) -> Verdict:
    words: tuple[ReachVerdict, ...] = ("out_of_reach", "open")
    for word in words:
        minima = [minimum for minimum in reach if (minimum.predicate, minimum.verdict) == (predicate, word)]
        if minima:
            return Verdict(predicate, word, measures_in_words(minima, t))
    return Verdict(predicate, "reachable", "")


def measures_in_words(minima: Sequence[Reach], t: Texts) -> str:
    """ "nilai total, area 1–3": single areas are drawn together."""
    names = [measure_name(minimum.measure, t) for minimum in minima if minimum.area is None]
    names = [name[:1].lower() + name[1:] for name in names]
    areas = [minimum.area for minimum in minima if minimum.area is not None]
    return ", ".join([*dict.fromkeys(names), *([t("gaps.areas", numbers=numbers_in_words(areas))] if areas else [])])


def measure_name(measure: str, t: Texts) -> str:
    return t(f"measure.{measure}") if t.has(f"measure.{measure}") else measure


def surveys(reach: Sequence[Reach]) -> tuple[str, ...]:
    """The measures no plan can tell about, each once."""
    return tuple(dict.fromkeys(minimum.measure for minimum in reach if minimum.verdict == "not_measured"))


def missing_groups(measured: Coverage | OlderCoverage) -> tuple[MissingGroup, ...]:
    """The missing indicators by sub-component in the regulation's order."""
    official = library()[measured.regulation].by_code
    weights = {indicator.code: indicator.weight for indicator in measured.indicators}
    missing = [official[code] for code in measured.missing]
    return tuple(
        MissingGroup(group[0], tuple((indicator, weights.get(indicator.code)) for indicator in group))
        for group in (tuple(g) for _, g in groupby(missing, key=lambda i: (i.part, i.area, i.sub)))
    )
