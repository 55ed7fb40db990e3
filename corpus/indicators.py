"""The indicators a plan can carry: the regulations' lists and hand-written rewordings with their codes."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
LISTS = Path(__file__).parent.parent / "canonical" / "data"


@dataclass(frozen=True)
class Indicator:
    """An indicator of a regulation's list. `codes` are the codes of 90/2021 it covers, the main one first."""

    code: str
    part: str
    area: int
    area_name: str
    sub: str
    sub_name: str
    wording: str
    codes: tuple[str, ...]
    is_data_item: bool


@dataclass(frozen=True)
class Step:
    """What an office does for an indicator and shows for it."""

    actions: tuple[str, ...]
    evidences: tuple[str, ...]
    output: str


def read_lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def as_statement(question: str) -> str:
    """A list's question as the statement a plan prints."""
    text = question.removeprefix("Apakah ").rstrip("?").replace(", apakah ", ", ")
    return text[:1].upper() + text[1:]


@cache
def crosswalk() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in read_lines(LISTS / "crosswalk-52-2014-to-90-2021.csv"):
        if line["new_code"]:
            found.setdefault(line["old_code"], []).append(line["new_code"])
    return {old: tuple(new) for old, new in found.items()}


_PARTS = {"pengungkit": "pemenuhan"}


@cache
def indicators(regulation: str) -> tuple[Indicator, ...]:
    """The list of `90/2021` or `52/2014` in its own order."""
    name = "permenpanrb-90-2021.csv" if regulation == "90/2021" else "permenpanrb-52-2014.csv"
    made = []
    for line in read_lines(LISTS / name):
        codes = (line["code"],) if regulation == "90/2021" else crosswalk().get(line["code"], ())
        made.append(
            Indicator(
                line["code"], _PARTS.get(line["part"], line["part"]), int(line["area"] or 0), line["area_name"], line["sub"],
                line["sub_name"], as_statement(line["indicator"]), codes, bool(line["parent"]),
            )
        )  # fmt: skip
    return tuple(made)


@cache
def rewordings() -> dict[str, tuple[str, ...]]:
    """Code of 90/2021 → the same thing in an office's own words."""
    found: dict[str, list[str]] = {}
    for line in read_lines(DATA / "wordings.csv"):
        found.setdefault(line["code"], []).append(line["indicator"])
    return {code: tuple(texts) for code, texts in found.items()}


@cache
def steps() -> dict[str, Step]:
    return {
        line["code"]: Step(tuple(line["action"].split("//")), tuple(line["evidence"].split("//")), line["output"])
        for line in read_lines(DATA / "steps.csv")
    }


def word(indicator: Indicator, style: str, dice: random.Random) -> str:
    """The indicator as printed in a plan of that wording style (`official`, `own`, `mixed`)."""
    own = rewordings().get(indicator.codes[0], ()) if indicator.codes else ()
    is_own = style == "own" or (style == "mixed" and dice.random() < 0.4)
    return dice.choice(own) if own and is_own else indicator.wording
