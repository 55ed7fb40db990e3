# ruff: noqa: E501 - wordings and tables are easier to check on one line
"""What a finished draft says, as the truth file that stands beside its documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from corpus.draft import Draft, Flag, PlanRow

Json = dict[str, Any]


def truth(draft: Draft) -> Json:
    """The truth of a draft; row numbers count from 1."""
    decree = draft.decree
    return {
        "id": draft.id,
        "layout": draft.layout.name,
        "agency": draft.agency.name,
        "region": draft.agency.region,
        "plan_year": draft.year,
        "decree": {"number": decree.number if decree else "", "date": decree.date if decree else draft.plan_date},
        "signatories": _signatories(draft),
        "regulations_cited": list(dict.fromkeys([*(short for short, _ in draft.regulations), *draft.also_cited])),
        "chapters": [{"label": c.label, "title": c.title} for c in draft.chapters],
        "table_header": [c.heading for c in draft.layout.columns],
        "rows": [_row(row, draft) for row in draft.rows],
        "flags": [_flag(flag, draft) for flag in _merged(draft.flags)],
        "copied_from": draft.copied_from or None,
        "look_alikes": [{"kind": a.kind, "text": a.text, "why": a.why} for a in draft.look_alikes],
    }


def _signatories(draft: Draft) -> list[Json]:
    people = [draft.head]
    if draft.layout.cover and draft.printed_plan_date:
        people.append(draft.leader)
    return [{"name": p.name, "nip": p.nip} for p in people]


def _row(row: PlanRow, draft: Draft) -> Json:
    cells: Mapping[str, str] = {
        "indicator": row.indicator, "action": row.action, "evidence": row.evidence, "schedule": row.schedule, "output": row.output,
    }  # fmt: skip
    roles = {"schedule" if c.role == "month" else c.role for c in draft.layout.columns} | {"indicator"}
    shown = {name: text for name, text in cells.items() if name in roles}
    return {
        "part": row.part, "area": row.area, "number": row.number, "component": row.component, **shown, "canonical": list(row.codes),
    }  # fmt: skip


def _merged(flags: list[Flag]) -> list[Flag]:
    """The same words said twice are one finding with several places; absences stay apart."""
    merged: dict[tuple[str, str], Flag] = {}
    for n, flag in enumerate(flags):
        key = (flag.kind, " ".join(flag.text.casefold().split()) or str(n))
        first = merged.get(key)
        if first is None:
            merged[key] = flag
        else:
            formats = first.formats and flag.formats and tuple(dict.fromkeys((*first.formats, *flag.formats)))
            where = "; ".join(dict.fromkeys((first.where, flag.where)))
            merged[key] = replace(first, where=where, rows=[*first.rows, *flag.rows], formats=formats)
    return list(merged.values())


def _flag(flag: Flag, draft: Draft) -> Json:
    made: Json = {"kind": flag.kind, "where": flag.where, "text": flag.text, "why": flag.why}
    if flag.rows:
        made["row"] = [n for n, row in enumerate(draft.rows, 1) if any(row is f for f in flag.rows)]
    if flag.formats:
        made["formats"] = list(flag.formats)
    if flag.arguable:
        made["arguable"] = True
    return made
