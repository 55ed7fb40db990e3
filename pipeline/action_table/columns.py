"""Who holds which role: one column a role, where two headers claim the same the more usual one has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.action_table.roles import HEADERS, letters_of
from pipeline.plan import Column, Role

_SHORT: tuple[Role, ...] = ("schedule", "output")
_PAPERS: tuple[Role, ...] = ("evidence",)

_START = re.compile(r"\b(mulai|awal|dari)\b", re.IGNORECASE)
_END = re.compile(r"\b(selesai|akhir|berakhir|sampai|s\.?/?d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RoleIndex:
    """Where the roles that steer the grouping stand, as column indexes.

    `key` is the column whose cells open rows: the indicator's, or the action's in tables without one. `short` are the
    columns that say when and how much (`when`: with the months), `usually_filled` those that hold something in nearly every row.
    """

    number: int | None
    area: int | None
    component: int | None
    key: int
    short: tuple[int, ...]
    usually_filled: tuple[int, ...]
    when: tuple[int, ...]

    @classmethod
    def of(cls, columns: Sequence[Column]) -> RoleIndex:
        first: dict[Role, int] = {}
        for i, column in enumerate(columns):
            first.setdefault(column.role, i)
        short = tuple(first[role] for role in _SHORT if role in first)
        evidence = tuple(first[role] for role in _PAPERS if role in first)
        key = first["indicator"] if "indicator" in first else first["action"]
        when = (*short, *(i for i, column in enumerate(columns) if column.role == "month"))
        return cls(first.get("number"), first.get("area"), first.get("component"), key, short, short + evidence, when)


def settle_roles(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with every role but `month`, `person` and `other` held once; an area column alone is the component's."""
    settled = list(columns)
    if any(c.role == "month" or (c.role == "schedule" and not _is_bare_target(c)) for c in settled):
        # Beside a calendar, or a column that says when, TARGET is not when but how much.
        settled = [_with(c, "schedule", "output") if _is_bare_target(c) else c for c in settled]
    for role in HEADERS:
        if role != "person":
            _keep_one(settled, role)
    roles = {c.role for c in settled}
    if "indicator" not in roles and "component" in roles and "area" in roles:
        settled = [_with(c, "component", "indicator") for c in settled]
        settled = [_with(c, "area", "component") for c in settled]
    if "component" not in {c.role for c in settled}:
        settled = [_with(c, "area", "component") for c in settled]
    return tuple(settled)


def _is_bare_target(column: Column) -> bool:
    return column.role == "schedule" and letters_of(column.header) in ("target", "volume", "jumlah")


def _keep_one(columns: list[Column], role: Role) -> None:
    claims = [i for i, c in enumerate(columns) if c.role == role]
    if len(claims) < 2 or (role == "schedule" and _are_start_and_end([columns[i].header for i in claims])):
        return
    best = min(claims, key=lambda i: (_rank(columns[i].header, role), i))
    for i in claims:
        if i != best:
            columns[i] = replace(columns[i], role=_second_role(columns, columns[i], role))


def _are_start_and_end(headers: Sequence[str]) -> bool:
    """Whether the time stands in two columns: when work begins, and when it ends."""
    return len(headers) == 2 and bool(_START.search(headers[0])) and bool(_END.search(headers[1]))


def _second_role(columns: Sequence[Column], column: Column, lost: Role) -> Role:
    """TARGET beside WAKTU is what is to come out; anything else that lost its role is an extra column."""
    has_output = any(c.role == "output" for c in columns)
    return "output" if lost == "schedule" and "target" in letters_of(column.header) and not has_output else "other"


def _rank(header: str, role: Role) -> int:
    """Place among the role's usual headers, the most usual first; unknown wordings last."""
    words = letters_of(header).replace(" ", "")
    forms = [f.replace(" ", "") for f in HEADERS[role]]
    return forms.index(words) if words in forms else len(forms)


def _with(column: Column, old: Role, new: Role) -> Column:
    return replace(column, role=new) if column.role == old else column
