"""Evidence that only repeats its action, and rows whose action and evidence both repeat another row's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from rapidfuzz import fuzz

from canonical.reason import Reason, because
from pipeline.checks.finding import Evidence, gather
from pipeline.checks.passages import Passages, scanned_pages
from pipeline.plan import Plan
from pipeline.records import Finding, Row

KIND: Final = "duplicate_cell"

_VERB = re.compile(
    r"^(?:(?:telah|sudah|akan|dapat)\s+)?(?:me\w{2,}|mem\w+|ber\w{3,}|di\w{4,}|pe(?:nyusun|mbuat|netap|laksana|laku"
    r"|ngumpul|nyedia|nyampai|nerbit)\w*an"
    r"|adanya|terdapat(?:nya)?|tersedia(?:nya)?|tersusun(?:nya)?|terlaksana(?:nya)?|terbit(?:nya)?|buat|susun|lakukan"
    r"|laksanakan)\s+",
    re.IGNORECASE,
)
_MISREAD_LIKENESS = 97
_LEAST_LETTERS = 8
"""Shorter cells ("SKP", "SOP") say too little to be copies of one another."""


def check(plan: Plan, _passages: Passages) -> Iterator[Finding]:
    """Rows with cells merged over several rows show the same place twice; those are one cell, not a copy."""
    rows = [row for row in plan.rows if _words(row.action) and _words(row.evidence)]
    misread = _misread_neighbours(rows) if scanned_pages(plan) else ()
    yield from gather(KIND, [*_repeated_rows(rows), *_evidence_like_action(rows), *misread])


def _misread_neighbours(rows: list[Row]) -> Iterator[Evidence]:
    """On scans, neighbouring rows that are the same but for a few letters."""
    for one, other in pairwise(rows):
        if _is_misread(one.action, other.action) and _is_misread(one.evidence, other.evidence) and not _same_place(one, other):
            reason = because("finding.row_nearly_like_another")
            yield from (replace(_evidence(row, reason), key=_words(one.action)) for row in (one, other))


def _is_misread(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    same_digits = re.findall(r"\d+", first) == re.findall(r"\d+", second)
    return same_digits and min(len(first), len(second)) >= _LEAST_LETTERS and fuzz.ratio(first, second) >= _MISREAD_LIKENESS


def _repeated_rows(rows: list[Row]) -> Iterator[Evidence]:
    """Evidence for each later row of a group with the same action and evidence, keyed by the action."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if len(_words(row.action)) >= _LEAST_LETTERS or len(_words(row.evidence)) >= _LEAST_LETTERS:
            groups.setdefault((_words(row.action), _words(row.evidence)), []).append(row)
    for group in groups.values():
        apart = [row for index, row in enumerate(group) if not any(_same_place(row, other) for other in group[:index])]
        if len(apart) > 1:
            yield from (_evidence(row, because("finding.row_like_another")) for row in apart)


def _evidence_like_action(rows: list[Row]) -> Iterator[Evidence]:
    for row in rows:
        if len(_words(row.evidence)) >= _LEAST_LETTERS and _is_copy(row.action, row.evidence):
            yield _evidence(row, because("finding.evidence_like_action"))


def _evidence(row: Row, reason: Reason) -> Evidence:
    places = tuple(place for role in ("action", "evidence") if role in row.cells for place in row.cells[role].where)
    return Evidence(" ".join(row.action.split()), reason, places or row.where, rows=(row.id,), key=_words(row.action))


def _is_copy(action: str, evidence: str) -> bool:
    """Equal, or equal after the action's leading verb, a slip of a letter apart."""
    options = {_words(action), _words(_VERB.sub("", _without_marks(action).strip(), count=1))}
    other = _words(evidence)
    return any(option == other or _is_slip(option, other) for option in options)


def _is_slip(one: str, other: str) -> bool:
    """The same words but for one that lost or changed a letter or two."""
    first, second = one.split(), other.split()
    if len(first) != len(second) or len(first) < 3:
        return False
    apart = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(apart) == 1 and not any(c.isdigit() for pair in apart for c in "".join(pair)) and fuzz.ratio(*apart[0]) >= 85


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    """Letters and digits only, bullets and item numbers left out."""
    return " ".join(re.findall(r"\w+", _without_marks(text.casefold())))


def _without_marks(text: str) -> str:
    return re.sub(r"(?:^|(?<=\s))(?:\d{1,2}|[a-h])[.)]\s*(?=\D)|[•▪●✓➢*]|(?:^|(?<=\s))-\s", " ", text)


def _same_place(one: Row, other: Row) -> bool:
    """Whether two rows show the very same cell (merged over both)."""
    return any(
        role in one.cells
        and role in other.cells
        and bool(set(one.cells[role].where) & set(other.cells[role].where))
        and _boxed(one, role)
        for role in ("action", "evidence")
    )


def _boxed(row: Row, role: str) -> bool:
    return any(place.box is not None for place in row.cells[role].where)
