"""Kinds of agency and the words that belong to each (`pipeline/data/agency_kinds.toml`); which of them a plan is of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

WordSort = Literal["own", "names", "titles", "offices", "systems"]
SORTS: tuple[WordSort, ...] = ("own", "names", "titles", "offices", "systems")
PSEUDO_KINDS = frozenset({"local", "vertical"})
"""Not kinds of agency but the two levels, each with words that all its agencies share."""


class AgencyKind(BaseModel):
    """One table of the data file; its head says what each list holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    own: tuple[str, ...] = ()
    level: Literal["local", "vertical", "any"]
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()

    def words(self, sort: WordSort) -> tuple[str, ...]:
        words: tuple[str, ...] = getattr(self, sort)
        return words


@dataclass(frozen=True, slots=True)
class Home:
    """The kinds a plan's agency is of. `full` are at home with all their words, `near` with all but their titles, `used`
    with their services and systems."""

    kinds: frozenset[str]
    full: frozenset[str]
    near: frozenset[str]
    used: frozenset[str]

    def has(self, kind: str, sort: WordSort) -> bool:
        if kind in self.full or (kind in self.near and sort != "titles"):
            return True
        return kind in self.used and sort in {"offices", "systems"}


@cache
def agency_kinds() -> dict[str, AgencyKind]:
    text = files("pipeline").joinpath("data/agency_kinds.toml").read_text(encoding="utf-8")
    return {name: AgencyKind.model_validate(table) for name, table in tomllib.loads(text).items()}


def kinds_of(agency: str) -> frozenset[str]:
    """The kinds whose words stand in an agency's name ("Dinas Sosial" is of the dinas and of social affairs)."""
    words = f" {fold_words(agency)} "
    return frozenset(name for name, kind in agency_kinds().items() if any(f" {fold_words(own)} " in words for own in kind.own))


def home_of(kinds: Iterable[str]) -> Home:
    """Everything at home in a plan of these kinds: theirs, their kin's, and the words of their level."""
    table = agency_kinds()
    own = frozenset(kinds)
    levels = {table[name].level for name in own} - {"any"} or {"local", "vertical"}
    full = own | {kin for name in own for kin in table[name].kin} | levels
    near = frozenset(near for name in own for near in table[name].near)
    return Home(own, full, near, frozenset(used for name in own for used in table[name].uses))


def fold_words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
