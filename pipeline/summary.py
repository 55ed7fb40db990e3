"""summary.json: one line a document of a run, the agencies seen over several years, and the text plans share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Literal

from pydantic import ConfigDict, Field

from pipeline.records import AreaCoverage, CopiedText, Finding, Part, PlanRecord, Record, Status
from pipeline.same_agency import agency_key


class FindingCounts(Record):
    error: int = 0
    warning: int = 0
    info: int = 0

    @property
    def total(self) -> int:
        return self.error + self.warning + self.info


class DocumentLine(Record):
    """One file of a run. Where nothing could be read of it, everything after `duplicate_of` stays empty.

    `covered`, `review` and `missing` count indicators; `rows` the action rows; `pages` is None in formats without pages.
    """

    name: str
    file: str
    sha256: str
    status: Status
    reason: str | None = None
    duplicate_of: str | None = None
    agency: str | None = None
    region: str | None = None
    year: int | None = None
    pages: int | None = None
    scanned_pages: int = 0
    rows: int = 0
    covered: int = 0
    review: int = 0
    missing: int = 0
    findings: FindingCounts = FindingCounts()
    areas: tuple[AreaCoverage, ...] = ()
    missing_codes: tuple[str, ...] = ()
    lacking_parts: tuple[Part, ...] = ()


class AgencyYears(Record):
    """The documents of one agency that has several, oldest plan year first; `agency` is its commonest spelling."""

    agency: str
    documents: tuple[str, ...]


class Summary(Record):
    """summary.json."""

    schema_: Literal["renja-summary/1"] = Field(default="renja-summary/1", alias="schema")
    documents: tuple[DocumentLine, ...] = ()
    agencies: tuple[AgencyYears, ...] = ()
    copied_text: tuple[CopiedText, ...] = ()

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


def reason_beside_name(line: DocumentLine) -> str:
    """The reason without the file's name in brackets at its end, for where that name stands anyway."""
    return (line.reason or "").removesuffix(f" ({PurePosixPath(line.file).name})")


def line_of(name: str, record: PlanRecord) -> DocumentLine:
    """The line of a document that was read; `name` is its folder in the run."""
    coverage = record.coverage
    return DocumentLine(
        name=name,
        file=record.source.file,
        sha256=record.source.sha256,
        status=record.status,
        reason=record.reason,
        agency=record.plan.agency,
        region=record.plan.region,
        year=record.plan.year,
        pages=record.source.pages,
        scanned_pages=len(record.source.scanned_pages),
        rows=len(record.rows),
        covered=len(coverage.covered) or sum(a.covered for a in coverage.areas),
        review=len(coverage.review),
        missing=len(coverage.missing),
        findings=count_findings(record.findings),
        areas=coverage.areas,
        missing_codes=coverage.missing,
        lacking_parts=coverage.lacking_parts,
    )


def count_findings(findings: Iterable[Finding]) -> FindingCounts:
    counts = Counter(f.severity for f in findings)
    return FindingCounts(error=counts["error"], warning=counts["warning"], info=counts["info"])


def summarise(lines: Iterable[DocumentLine], copied_text: Sequence[CopiedText] = ()) -> Summary:
    """Documents by name, so that the order in which they were read leaves no trace."""
    documents = tuple(sorted(lines, key=lambda line: line.name))
    return Summary(documents=documents, agencies=agencies_over_years(documents), copied_text=tuple(copied_text))


def agencies_over_years(documents: Sequence[DocumentLine]) -> tuple[AgencyYears, ...]:
    groups: dict[str, list[DocumentLine]] = defaultdict(list)
    for line in documents:
        if line.agency and line.status != "duplicate":
            groups[agency_key(line.agency, line.region)].append(line)
    return tuple(_years_of(groups[key]) for key in sorted(groups) if len(groups[key]) > 1)


def _years_of(lines: Sequence[DocumentLine]) -> AgencyYears:
    spellings = Counter(line.agency for line in lines if line.agency)
    agency = min(spellings, key=lambda spelling: (-spellings[spelling], spelling))
    in_order = sorted(lines, key=lambda line: (line.year or 0, line.name))
    return AgencyYears(agency=agency, documents=tuple(line.name for line in in_order))
