"""Two readings of a plan side by side: a resubmission against what was sent before, or one year against another.

Rows are paired by their words, since numbering and order change between versions; what stays without a partner was added
or dropped. Years that only moved on with the plan's year are told apart from rewording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from rapidfuzz import fuzz, process

from pipeline.records import Finding, Part, PlanRecord, Row
from pipeline.same_agency import agency_key

Field = Literal["indicator", "action", "evidence", "schedule", "output"]
FIELDS: tuple[Field, ...] = ("indicator", "action", "evidence", "schedule", "output")

LEAST_SCORE = 0.62
"""Below this two rows are not the same row reworded. Read off pairs of plans of different layouts."""

INDICATOR_SHARE, ACTION_SHARE, CODE_SHARE = 0.7, 0.15, 0.15
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """`only_years`: nothing differs but years that moved on as far as the plan's year did."""

    field: Field
    old: str
    new: str
    only_years: bool


@dataclass(frozen=True, slots=True)
class RowPair:
    old: Row
    new: Row
    changes: tuple[FieldChange, ...]

    @property
    def rewordings(self) -> tuple[FieldChange, ...]:
        return tuple(change for change in self.changes if not change.only_years)

    @property
    def is_reworded(self) -> bool:
        return bool(self.rewordings)

    @property
    def is_moved_on(self) -> bool:
        return bool(self.changes) and not self.is_reworded


@dataclass(frozen=True, slots=True)
class FindingPair:
    old: Finding
    new: Finding


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """Codes are those of the current list; rows and findings in the order of their document."""

    old: PlanRecord
    new: PlanRecord
    pairs: tuple[RowPair, ...]
    added: tuple[Row, ...]
    dropped: tuple[Row, ...]
    gaps_closed: tuple[str, ...]
    gaps_opened: tuple[str, ...]
    gaps_remaining: tuple[str, ...]
    """Without those of `still_lacking`."""
    still_lacking: tuple[Part, ...]
    """Parts of the regulation that neither has at all: one statement, not so many gaps."""
    corrected: tuple[Finding, ...]
    remaining: tuple[FindingPair, ...]
    appeared: tuple[Finding, ...]

    @property
    def is_of_two_agencies(self) -> bool:
        """Whether both name their agency and it is not the same one."""
        old, new = (agency_key(p.agency, p.region) if p.agency else "" for p in (self.old.plan, self.new.plan))
        return bool(old and new) and old != new

    @property
    def reworded(self) -> tuple[RowPair, ...]:
        return tuple(pair for pair in self.pairs if pair.is_reworded)

    @property
    def moved_on(self) -> tuple[RowPair, ...]:
        return tuple(pair for pair in self.pairs if pair.is_moved_on)

    @property
    def unchanged(self) -> tuple[RowPair, ...]:
        return tuple(pair for pair in self.pairs if not pair.changes)


def compare(old: PlanRecord, new: PlanRecord) -> PlanDiff:
    partners = pair_rows(old.rows, new.rows)
    years = new.plan.year - old.plan.year if old.plan.year and new.plan.year else 0
    paired_new = {j for _, j in partners}
    paired_old = {i for i, _ in partners}
    remaining = pair_findings(old, new, {old.rows[i].id: new.rows[j].id for i, j in partners})
    still_old, still_new = {p.old.id for p in remaining}, {p.new.id for p in remaining}
    before, after = gap_states(old), gap_states(new)
    untouched = _of_lacking_parts(old) & _of_lacking_parts(new)
    return PlanDiff(
        old=old,
        new=new,
        pairs=tuple(_row_pair(old.rows[i], new.rows[j], years) for i, j in sorted(partners, key=lambda pair: pair[1])),
        added=tuple(row for j, row in enumerate(new.rows) if j not in paired_new),
        dropped=tuple(row for i, row in enumerate(old.rows) if i not in paired_old),
        gaps_closed=tuple(code for code, gap in before.items() if gap and after.get(code) is False),
        gaps_opened=tuple(code for code, gap in after.items() if gap and before.get(code) is False),
        gaps_remaining=tuple(code for code, gap in after.items() if gap and before.get(code) and code not in untouched),
        still_lacking=tuple(part for part in new.coverage.lacking_parts if part in old.coverage.lacking_parts),
        corrected=tuple(f for f in old.findings if f.id not in still_old),
        remaining=remaining,
        appeared=tuple(f for f in new.findings if f.id not in still_new),
    )


def pair_rows(old: Sequence[Row], new: Sequence[Row]) -> tuple[tuple[int, int], ...]:
    """Index pairs of the rows that are one row, best score first; equal scores go to the rows nearest in order."""
    if not old or not new:
        return ()
    scores = INDICATOR_SHARE * _similarity([_subject(r) for r in old], [_subject(r) for r in new])
    scores += ACTION_SHARE * _similarity([r.action for r in old], [r.action for r in new])
    scores += CODE_SHARE * _shared_codes(old, new)
    candidates = [(int(i), int(j)) for i, j in np.argwhere(scores >= LEAST_SCORE)]
    candidates.sort(key=lambda pair: (-round(float(scores[pair]), 4), abs(pair[0] / len(old) - pair[1] / len(new)), pair))
    return _each_once(candidates)


def _each_once(candidates: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    chosen: list[tuple[int, int]] = []
    for i, j in candidates:
        if i not in taken_old and j not in taken_new:
            chosen.append((i, j))
            taken_old.add(i)
            taken_new.add(j)
    return tuple(chosen)


def _subject(row: Row) -> str:
    return row.indicator or f"{row.component} {row.action}"


def _similarity(old: Sequence[str], new: Sequence[str]) -> np.ndarray:
    """len(old) × len(new) scores from 0 to 1."""
    folded_old, folded_new = [_folded(text) for text in old], [_folded(text) for text in new]
    return np.asarray(process.cdist(folded_old, folded_new, scorer=fuzz.ratio), dtype=float) / 100


def _shared_codes(old: Sequence[Row], new: Sequence[Row]) -> np.ndarray:
    """1 where two rows are accepted for one code, or where neither is for any and nothing can be told from it."""
    old_codes, new_codes = [set(r.accepted_codes) for r in old], [set(r.accepted_codes) for r in new]
    return np.array([[float(bool(a & b) or not (a or b)) for b in new_codes] for a in old_codes])


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _row_pair(old: Row, new: Row, years: int) -> RowPair:
    changes = (_field_change(field, getattr(old, field), getattr(new, field), years) for field in FIELDS)
    return RowPair(old, new, tuple(change for change in changes if change))


def _field_change(field: Field, old: str, new: str, years: int) -> FieldChange | None:
    """None where only white space differs."""
    if old.split() == new.split():
        return None
    return FieldChange(field, old, new, bool(years) and moved_on(old, years).split() == new.split())


def moved_on(text: str, years: int) -> str:
    """Every year in the text, so many years later."""
    return _YEAR.sub(lambda year: str(int(year.group()) + years), text)


def gap_states(record: PlanRecord) -> Mapping[str, bool]:
    """Code → whether it is a gap, in the order of the list; codes of parts the plan lacks are gaps too."""
    states = {i.code: i.state in ("missing", "lacking_part") for i in record.coverage.indicators if i.state != "not_measured"}
    listed = {**dict.fromkeys((*record.coverage.covered, *record.coverage.review), False)}
    return states or {**listed, **dict.fromkeys(record.coverage.missing, True)}


def _of_lacking_parts(record: PlanRecord) -> frozenset[str]:
    return frozenset(i.code for i in record.coverage.indicators if i.state == "lacking_part")


def pair_findings(old: PlanRecord, new: PlanRecord, rows: Mapping[str, str]) -> tuple[FindingPair, ...]:
    """Findings still there: of one kind, in the same row or with the same words; each is paired once.

    `rows` maps the ids of old rows to those of their partners.
    """
    free = list(new.findings)
    pairs: list[FindingPair] = []
    for finding in old.findings:
        same = next((other for other in free if _is_same_finding(finding, other, rows)), None)
        if same is not None:
            free.remove(same)
            pairs.append(FindingPair(finding, same))
    return tuple(pairs)


def _is_same_finding(old: Finding, new: Finding, rows: Mapping[str, str]) -> bool:
    if old.kind != new.kind or bool(old.row) != bool(new.row):
        return False
    if old.row and rows.get(old.row) != new.row:
        return False
    return _folded(old.text or old.why) == _folded(new.text or new.why)
