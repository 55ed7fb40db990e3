"""The records of the output contract `renja/1`. These models are the one source of its JSON Schema.

Names and meanings are those of `docs/output.md`; texts are the document's own words.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from canonical.reason import Reason
from extractors.document import Place

DOUBTFUL_CONFIDENCE = 0.5
"""A row is as sure as its least sure cell, whose confidence is the chance that it was read rightly (`extractors.trust`). Below it
are one row in fifty of an office scan and one in ten of a poor copy."""

SCHEMA = "renja/1"

Part = Literal["pemenuhan", "reform", "hasil"]
Status = Literal[
    "done", "review", "no_action_table", "unreadable", "unsupported", "encrypted", "timed_out", "failed", "duplicate"
]
Severity = Literal["error", "warning", "info"]
Decision = Literal["accepted", "review", "rejected"]
FindingKind = Literal[
    "stale_year", "bad_date", "decree_mismatch", "superseded_regulation", "foreign_agency", "contradiction", "numbering",
    "duplicate_cell", "empty_cell", "weak_row", "missing_part", "unread_page", "copied_text",
]  # fmt: skip


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Record):
    """The file and how it was read; page numbers count from 1."""

    file: str
    sha256: str
    format: str
    pages: int | None = None
    scanned_pages: tuple[int, ...] = ()
    unread_pages: tuple[int, ...] = ()
    confidence: float = 1.0


class MadeBy(Record):
    renja: str
    ocr: str | None = None
    settings: str


class Decree(Record):
    """`number` without the word Nomor; `date` is ISO, the day the decree (or else the plan) was signed."""

    number: str | None = None
    date: str | None = None


class Signatory(Record):
    """`nip` is 18 digits without blanks."""

    name: str
    title: str | None = None
    nip: str | None = None
    where: tuple[Place, ...] = ()


class Identity(Record):
    """Who the plan is of and for when; what the document does not say is None."""

    agency: str | None = None
    region: str | None = None
    year: int | None = None
    decree: Decree = Decree()
    signatories: tuple[Signatory, ...] = ()
    regulations: tuple[str, ...] = ()


class Section(Record):
    label: str
    title: str
    page: int | None = None
    text: str = ""
    where: tuple[Place, ...] = ()


class Chapter(Record):
    label: str
    title: str
    pages: tuple[int, ...] = ()
    sections: tuple[Section, ...] = ()
    where: tuple[Place, ...] = ()


class When(Record):
    """What a TARGET WAKTU means. `start` and `end` are `YYYY-MM` (or `YYYY-MM-DD`, `YYYY`, `--MM` without a year)."""

    kind: Literal["month", "range", "months", "day", "year", "frequency", "condition", "unknown", "none"]
    start: str | None = None
    end: str | None = None
    months: tuple[str, ...] = ()
    frequency: str | None = None
    condition: str | None = None


class CellReading(Record):
    """Where a row's cell stands and how sure its reading is; `digit_confidence` is that of its least sure digits."""

    where: tuple[Place, ...]
    confidence: float = 1.0
    digit_confidence: float | None = None


class Match(Record):
    """A code of PermenPAN-RB 90/2021 that a row's indicator covers, is in review for, or was refused.

    `why` is the Indonesian sentence of `reason`; records of versions without reasons have None.
    """

    code: str
    score: float
    decision: Decision
    via: str | None = None
    why: str
    reason: Reason | None = None


class Row(Record):
    """One INDIKATOR of the action table with everything that stands under it."""

    id: str
    part: Part = "pemenuhan"
    area: int | None = None
    number: str = ""
    component: str = ""
    indicator: str = ""
    action: str = ""
    evidence: str = ""
    schedule: str = ""
    output: str = ""
    extra: dict[str, str] = Field(default_factory=dict)
    when: When | None = None
    where: tuple[Place, ...] = ()
    cells: dict[str, CellReading] = Field(default_factory=dict)
    confidence: float = 1.0
    matches: tuple[Match, ...] = ()
    withdrawn: str | None = None
    """The indicator of an older regulation this row states and no newer one took over, "permenpanrb-52-2014 K.6.i.c"."""

    @property
    def is_doubtful(self) -> bool:
        """Whether the row is rather misread than not, and so left to a person."""
        return self.confidence < DOUBTFUL_CONFIDENCE

    @property
    def accepted_codes(self) -> tuple[str, ...]:
        return tuple(m.code for m in self.matches if m.decision == "accepted")


class AreaCoverage(Record):
    """`weight` and `at_stake` are points of 100."""

    part: Part
    area: int
    covered: int
    review: int
    missing: int
    of: int
    weight: float
    at_stake: float


class SubCoverage(Record):
    """A sub-component; `weight` and `at_stake` are points of 100, None where the weight is not known."""

    part: Part
    area: int
    sub: str
    name: str
    covered: int
    review: int
    missing: int
    of: int
    weight: float | None
    at_stake: float | None


IndicatorState = Literal["covered", "review", "missing", "lacking_part", "not_measured"]


class IndicatorCoverage(Record):
    """An indicator with its full official sentence and the ids of the rows that cover it or are in review for it.

    `lacking_part`: the plan lacks the whole part; `not_measured`: hasil, which comes from surveys. `weight` is the
    sub-component's weight divided evenly over its indicators, in points of 100.
    """

    code: str
    text: str
    state: IndicatorState
    weight: float | None
    rows: tuple[str, ...] = ()


class OffListRow(Record):
    """A row that covers nothing: `withdrawn` states an indicator of an older list (`via`), `local` one of the agency's own."""

    row: str
    kind: Literal["withdrawn", "local"]
    indicator: str
    via: str | None = None


class Reach(Record):
    """What the plan can at best reach against one minimum of a predicate, every covered indicator scored in full.

    `sure` counts accepted matches only, `at_best` also those in review; both in `unit`, None where a plan cannot tell.
    Hasil is taken as full in totals. `area` is set for the minima of single areas. `verified` as in the thresholds' source.
    """

    predicate: Literal["WBK", "WBBM"]
    measure: str
    area: int | None = None
    minimum: float
    unit: str
    sure: float | None
    at_best: float | None
    verdict: Literal["reachable", "open", "out_of_reach", "not_measured"]
    verified: bool = True


class OlderCoverage(Record):
    """The same plan against an older list; `first` where that list was in force for the plan's year."""

    regulation: str
    first: bool
    areas: tuple[AreaCoverage, ...] = ()
    subs: tuple[SubCoverage, ...] = ()
    indicators: tuple[IndicatorCoverage, ...] = ()
    covered: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    review: tuple[str, ...] = ()


class Coverage(Record):
    regulation: str = "permenpanrb-90-2021"
    areas: tuple[AreaCoverage, ...] = ()
    covered: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    lacking_parts: tuple[Part, ...] = ()
    """Parts the plan does not have at all: one statement, not so many gaps."""
    subs: tuple[SubCoverage, ...] = ()
    indicators: tuple[IndicatorCoverage, ...] = ()
    off_list: tuple[OffListRow, ...] = ()
    reach: tuple[Reach, ...] = ()
    older: OlderCoverage | None = None
    """52/2014, for plans of years before 2022 (`first`) and for others whose sentences mostly come from it."""


class Finding(Record):
    """`text` is the document's own words, `""` for an absence, which points to the nearest heading. `why` as in Match."""

    id: str
    kind: FindingKind
    severity: Severity
    text: str
    why: str
    reason: Reason | None = None
    row: str | None = None
    rows: tuple[str, ...] = ()
    where: tuple[Place, ...]


class PlanRecord(Record):
    """document.json."""

    schema_: Literal["renja/1"] = Field(default="renja/1", alias="schema")
    status: Status
    reason: str | None = None
    source: Source
    made_by: MadeBy
    plan: Identity
    chapters: tuple[Chapter, ...] = ()
    columns: dict[str, str] = Field(default_factory=dict)
    """Role → the header's own words, for the columns the action table has."""
    rows: tuple[Row, ...] = ()
    coverage: Coverage
    findings: tuple[Finding, ...] = ()

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class PassagePlace(Record):
    """`document` is the name the document has in the run; page is None in formats without pages."""

    document: str
    page: int | None = None


class Passage(Record):
    text: str
    where: tuple[PassagePlace, ...]


class CopiedText(Record):
    """Two plans that share text beyond the regulation's own words; `share` (0–1) is of the shorter one's text."""

    documents: tuple[str, str]
    share: float
    passages: tuple[Passage, ...] = ()
