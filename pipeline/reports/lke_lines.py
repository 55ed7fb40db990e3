"""The lines of the LKE in the regulation's order, each with what the plan promises for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from canonical.lists import Indicator, library
from pipeline.records import IndicatorState, PlanRecord, Row
from pipeline.reports.places import numbers_in_words, pages_of

LineKind = Literal["part", "area", "sub", "indicator", "data_item"]


@dataclass(frozen=True, slots=True)
class Promise:
    """What the rows that cover an indicator (or are in review for it) say; several rows are separated by a newline."""

    action: str = ""
    evidence: str = ""
    schedule: str = ""
    output: str = ""
    pages: str = ""


@dataclass(frozen=True, slots=True)
class LkeLine:
    """`under` is the code of the heading (or, for a data item, of the indicator) whose score it belongs to.

    `weight` is points of 100, that of an indicator its sub-component's divided evenly; None for data items.
    """

    kind: LineKind
    code: str
    text: str
    under: str
    weight: float | None
    answer: str = ""
    state: IndicatorState | None = None
    promise: Promise = Promise()


def lke_lines(record: PlanRecord) -> tuple[LkeLine, ...]:
    """Headings, indicators and data items of the current list."""
    rows = rows_by_code(record.rows)
    states = {i.code: i.state for i in record.coverage.indicators}
    by_part = groupby(library().current.indicators, key=lambda i: i.part)
    return tuple(line for part, indicators in by_part for line in _part(part, tuple(indicators), rows, states))


def rows_by_code(rows: Iterable[Row]) -> Mapping[str, Sequence[Row]]:
    """Code → the rows accepted for it, or where there is none, those in review for it."""
    accepted: dict[str, list[Row]] = {}
    in_review: dict[str, list[Row]] = {}
    for row in rows:
        for match in row.matches:
            if match.decision != "rejected":
                group = accepted if match.decision == "accepted" else in_review
                group.setdefault(match.code, []).append(row)
    return {**in_review, **accepted}


Rows = Mapping[str, Sequence[Row]]
States = Mapping[str, IndicatorState]


def _part(part: str, indicators: Sequence[Indicator], rows: Rows, states: States) -> Iterator[LkeLine]:
    code = indicators[0].code.split(".", 1)[0]
    areas = [tuple(group) for _, group in groupby(indicators, key=lambda i: i.area_name)]
    yield LkeLine("part", code, part, "", sum(area[0].area_weight or 0.0 for area in areas))
    for area in areas:
        yield from _area(code, area, rows, states)


def _area(part: str, indicators: Sequence[Indicator], rows: Rows, states: States) -> Iterator[LkeLine]:
    first = indicators[0]
    code = ".".join(first.code.split(".")[:2])
    yield LkeLine("area", code, first.area_name, part, first.area_weight)
    if not first.sub:
        yield from _indicators(code, indicators, rows, states)
        return
    for _, group in groupby(indicators, key=lambda i: i.sub):
        inside = tuple(group)
        yield LkeLine("sub", inside[0].sub_code, inside[0].sub_name, code, inside[0].sub_weight)
        yield from _indicators(inside[0].sub_code, inside, rows, states)


def _indicators(under: str, indicators: Sequence[Indicator], rows: Rows, states: States) -> Iterator[LkeLine]:
    count = sum(not i.is_data_item for i in indicators) if indicators[0].sub else 1
    for i in indicators:
        promise = promise_of(rows.get(i.code, ()))
        if i.is_data_item:
            yield LkeLine("data_item", i.code, i.text, i.parent, None, i.answer, None, promise)
        else:
            yield LkeLine(
                "indicator", i.code, i.text, under, (i.sub_weight or 0.0) / count, i.answer, states.get(i.code), promise
            )


def promise_of(rows: Sequence[Row]) -> Promise:
    return Promise(
        action=_joined(row.action for row in rows),
        evidence=_joined(row.evidence for row in rows),
        schedule=_joined(row.schedule for row in rows),
        output=_joined(row.output for row in rows),
        pages=numbers_in_words(pages_of(place for row in rows for place in row.where)),
    )


def _joined(texts: Iterable[str]) -> str:
    """Each text once, in order, a line each."""
    return "\n".join(dict.fromkeys(text for text in texts if text))
