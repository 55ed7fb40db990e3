"""Dates held against each other: targets against the day the plan's decree was signed, that day against the plan's year.

Plans are often signed late, so a target before its decree is a hint; so is nothing said of a signature in the year before
or after the plan's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from canonical.reason import because
from pipeline.checks.finding import Evidence, at, doubtful, fold
from pipeline.checks.passages import Passages
from pipeline.identity.dates import MONTHS, find_dates
from pipeline.plan import Plan
from pipeline.records import Row

MOST_YEARS_APART = 1


def targets_before_decree(plan: Plan) -> Iterator[Evidence]:
    """Targets that end in a month of the decree's year before the month it was signed in; `info`."""
    signed = _day_signed(plan)
    if signed is None or plan.identity.decree.number is None:
        return
    for row in plan.rows:
        last = _last_month(row)
        if last is None or last[0] != signed.year or last[1] >= signed.month:
            continue
        words = " ".join(row.schedule.split())
        reason = because("finding.target_before_decree", until=f"{last[0]}-{last[1]:02}", signed=signed.isoformat())
        where = row.cells["schedule"].where if "schedule" in row.cells else row.where
        yield Evidence(words, reason, where, "info", (row.id,), key=f"before decree {fold(words)}")


def signed_in_another_year(plan: Plan, passages: Passages) -> Iterator[Evidence]:
    """The day of signature where its year lies more than one from the plan's."""
    signed, year = _day_signed(plan), plan.identity.year
    if signed is None or year is None or abs(signed.year - year) <= MOST_YEARS_APART:
        return
    for passage in passages:
        if passage.source == "row" or not passage.has_digits:
            continue
        for found in find_dates(passage.text):
            if found.day == signed:
                words = passage.text[found.start : found.end]
                reason = because("finding.signed_in_another_year", plan=year, signed=signed.isoformat())
                yield doubtful(passage, at(passage, words, reason, key=f"{signed.year}|{fold(words)}"))


def _day_signed(plan: Plan) -> date | None:
    written = plan.identity.decree.date
    return date.fromisoformat(written) if written is not None else None


def _last_month(row: Row) -> tuple[int, int] | None:
    """Year and month a target ends in, None where it has no month or no year."""
    end = row.when.end if row.when is not None else None
    parts = end.split("-") if end is not None else []
    if len(parts) < 2 or not parts[0].isdigit() or not 1 <= int(parts[1]) <= len(MONTHS):
        return None
    return int(parts[0]), int(parts[1])
