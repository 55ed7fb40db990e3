"""The checks in the order their findings are told, and running them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from pipeline.checks import (
    bad_date,
    contradiction,
    decree_mismatch,
    duplicate_cell,
    empty_cell,
    foreign_agency,
    missing_part,
    numbering,
    stale_year,
    superseded_regulation,
    unread_page,
    weak_row,
)
from pipeline.checks.passages import Passages, read_passages
from pipeline.checks.settings import CheckSettings
from pipeline.plan import Plan
from pipeline.records import Finding, FindingKind


@dataclass(frozen=True, slots=True)
class Check:
    """A kind of finding; its title and an example stand in the catalogue under `check` and `example`."""

    kind: FindingKind
    find: Callable[[Plan, Passages], Iterator[Finding]]


def _check(module: ModuleType) -> Check:
    return Check(module.KIND, module.check)


CHECKS: tuple[Check, ...] = tuple(
    _check(module)
    for module in (
        stale_year,
        bad_date,
        decree_mismatch,
        superseded_regulation,
        foreign_agency,
        contradiction,
        numbering,
        duplicate_cell,
        empty_cell,
        weak_row,
        missing_part,
        unread_page,
    )
)


def run_checks(plan: Plan, settings: CheckSettings | None = None) -> tuple[Finding, ...]:
    """All findings of the checks that are on, check by check, in reading order."""
    settings = settings or CheckSettings()
    passages = read_passages(plan)
    return tuple(_graded(f, settings) for check in CHECKS if settings.of(check.kind).on for f in check.find(plan, passages))


def _graded(finding: Finding, settings: CheckSettings) -> Finding:
    severity = settings.of(finding.kind).severity
    if severity is None or finding.severity == "info":
        return finding
    return finding.model_copy(update={"severity": severity})
