"""Cells left blank or holding only "-"; a column that is blank in most rows is one finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from canonical.reason import because
from extractors.document import Place
from pipeline.checks.finding import Evidence, gather
from pipeline.checks.passages import Passages
from pipeline.plan import Column, Plan
from pipeline.records import Finding, Row

KIND: Final = "empty_cell"

FIELDS = ("indicator", "action", "evidence", "schedule", "output")
_BLANK = re.compile(r"^[\s.\-–—_…]*$")
_DATA_ITEM = re.compile(r"^(?:jumlah|persentase|presentase|kepala satuan|pejabat|lainnya|\(?[a-h1-9][.)])", re.IGNORECASE)

SHARED_TIMES = 0.15
"""Share of the rows after a timed one of their component from which blank times are the plan's way of writing."""


def check(plan: Plan, _passages: Passages) -> Iterator[Finding]:
    columns = {column.role: column for column in plan.table.columns} if plan.table is not None else {}
    for field in FIELDS:
        if field in columns:
            yield from gather(KIND, _blanks(plan.rows, field, columns[field]))


def _blanks(rows: tuple[Row, ...], field: str, column: Column) -> Iterator[Evidence]:
    blank = [row for row in rows if _BLANK.match(getattr(row, field)) and not _is_data_item(row)]
    if len(blank) * 2 > len(rows):
        where = column.where or tuple(place for row in blank[:1] for place in row.where)
        reason = because("finding.column_blank", cell=field, blank=len(blank), rows=len(rows))
        yield Evidence("", reason, where, rows=tuple(row.id for row in blank), key=field)
        return
    told = _rows_under_a_time(rows) if field == "schedule" else frozenset()
    listed = {row.id for row in blank} - told
    for run in _runs(rows, listed, field):
        for row in run:
            reason = because("finding.cell_blank", cell=field)
            yield Evidence(getattr(row, field).strip(), reason, _where(row, field), rows=(row.id,), key=run[0].id)


def _rows_under_a_time(rows: tuple[Row, ...]) -> frozenset[str]:
    """Rows left without a time whose component has one further up, in plans where one time stands for all of a component.

    Where nearly every row has its own time, one without is an oversight.
    """
    blank: set[str] = set()
    followers = 0
    timed: tuple[object, ...] = ()
    for row in rows:
        component = (row.part, row.area, row.number, row.component)
        followers += component == timed
        if row.schedule.strip():
            timed = component
        elif component == timed:
            blank.add(row.id)
    return frozenset(blank) if len(blank) >= SHARED_TIMES * followers else frozenset()


def _runs(rows: tuple[Row, ...], listed: set[str], field: str) -> list[list[Row]]:
    """Blank rows that follow one another under one component, blank in the same way."""
    runs: list[list[Row]] = []
    before: tuple[str, ...] | None = None
    for row in rows:
        now = (row.component, getattr(row, field).strip()) if row.id in listed else None
        if now is not None and now == before:
            runs[-1].append(row)
        elif now is not None:
            runs.append([row])
        before = now
    return runs


def _is_data_item(row: Row) -> bool:
    """A line that only asks for a number or a name needs no action of its own; one that has an action is a row like others."""
    return _DATA_ITEM.match(row.indicator) is not None and _BLANK.match(row.action) is not None


def _where(row: Row, field: str) -> tuple[Place, ...]:
    reading = row.cells.get(field)
    return reading.where if reading is not None and reading.where else row.where
