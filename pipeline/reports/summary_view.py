"""What summary.html and summary.xlsx both show: the heat map, the commonest gaps, years side by side, shared text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from canonical.lists import library
from pipeline.catalogue import Texts
from pipeline.records import AreaCoverage, CopiedText, Part
from pipeline.same_agency import agency_key
from pipeline.summary import DocumentLine, Summary, reason_beside_name

PARTS: tuple[Part, ...] = ("pemenuhan", "reform")
AREAS = range(1, 7)
MOST_MISSING_SHOWN = 30


@dataclass(frozen=True, slots=True)
class HeatCell:
    """The share (0–1) of an area's indicators a plan covers; None where the plan does not have the part."""

    share: float | None
    covered: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class HeatRow:
    line: DocumentLine
    cells: tuple[HeatCell, ...]
    """Pemenuhan areas 1 to 6, then reform areas 1 to 6."""


@dataclass(frozen=True, slots=True)
class MissingCount:
    code: str
    sentence: str
    plans: int
    of: int


@dataclass(frozen=True, slots=True)
class YearSeries:
    agency: str
    lines: tuple[DocumentLine, ...]


@dataclass(frozen=True, slots=True)
class SharedPair:
    first: DocumentLine | None
    second: DocumentLine | None
    copied: CopiedText


@dataclass(frozen=True, slots=True)
class SummaryView:
    documents: tuple[DocumentLine, ...]
    plans: tuple[DocumentLine, ...]
    unread: tuple[DocumentLine, ...]
    """Files nothing was read of, twins of others aside."""
    heat: tuple[HeatRow, ...]
    missing: tuple[MissingCount, ...]
    years: tuple[YearSeries, ...]
    pairs: tuple[SharedPair, ...]
    statuses: tuple[tuple[str, int], ...]

    @property
    def agency_count(self) -> int:
        return len({agency_key(line.agency, line.region) for line in self.plans if line.agency})

    @property
    def mean_share(self) -> float | None:
        """The mean share (0–1) of indicators covered, None where no plan was read."""
        shares = [share for line in self.plans if (share := covered_share(line)) is not None]
        return sum(shares) / len(shares) if shares else None


def view_of(summary: Summary) -> SummaryView:
    plans = tuple(line for line in summary.documents if has_table(line))
    by_name = {line.name: line for line in summary.documents}
    return SummaryView(
        documents=summary.documents,
        plans=plans,
        unread=tuple(line for line in summary.documents if not has_report(line) and line.status != "duplicate"),
        heat=tuple(HeatRow(line, heat_cells(line)) for line in sorted(plans, key=_least_covered_first)),
        missing=most_missing(plans),
        years=tuple(
            YearSeries(agency.agency, tuple(by_name[name] for name in agency.documents if name in by_name))
            for agency in summary.agencies
        ),
        pairs=tuple(_pair(copied, by_name) for copied in sorted(summary.copied_text, key=lambda c: (-c.share, c.documents))),
        statuses=tuple(sorted(Counter(line.status for line in summary.documents).items(), key=lambda item: -item[1])),
    )


def has_table(line: DocumentLine) -> bool:
    """Whether a plan was read far enough for its coverage to mean something."""
    return line.status in ("done", "review") and line.rows > 0


def has_report(line: DocumentLine) -> bool:
    """Whether the run wrote a folder with a gap report for the document."""
    return line.status in ("done", "review", "no_action_table")


def remark(line: DocumentLine, t: Texts) -> str:
    """Why a file was not read, or of which one it is the twin; "" where all is well."""
    return t("summary.duplicate_of", name=line.duplicate_of) if line.duplicate_of else t.fault(reason_beside_name(line))


def covered_share(line: DocumentLine) -> float | None:
    of = line.covered + line.review + line.missing
    return line.covered / of if of else None


def heat_cells(line: DocumentLine) -> tuple[HeatCell, ...]:
    counts = {(area.part, area.area): area for area in line.areas if area.part not in line.lacking_parts}
    return tuple(_heat_cell(counts.get((part, number))) for part in PARTS for number in AREAS)


def _heat_cell(area: AreaCoverage | None) -> HeatCell:
    return HeatCell(area.covered / area.of, area.covered, area.of) if area and area.of else HeatCell(None)


def most_missing(plans: Sequence[DocumentLine]) -> tuple[MissingCount, ...]:
    """Commonest first, then in the regulation's order."""
    counts = Counter(code for line in plans for code in line.missing_codes)
    order = {i.code: (number, i) for number, i in enumerate(library().current.indicators)}
    known = [code for code in counts if code in order]
    in_order = sorted(known, key=lambda code: (-counts[code], order[code][0]))
    return tuple(MissingCount(code, order[code][1].text, counts[code], len(plans)) for code in in_order[:MOST_MISSING_SHOWN])


def _pair(copied: CopiedText, by_name: dict[str, DocumentLine]) -> SharedPair:
    first, second = copied.documents
    return SharedPair(by_name.get(first), by_name.get(second), copied)


def _least_covered_first(line: DocumentLine) -> tuple[float, str]:
    return covered_share(line) or 0.0, line.name
