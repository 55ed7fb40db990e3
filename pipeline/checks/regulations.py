"""The dated table of regulations: what replaced what and since when (`pipeline/data/superseded.csv`, with sources)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Regulation:
    """`replaced_in` is the year of its replacement, None while in force; `is_verified` says a source was read for that."""

    name: str
    title: str
    replaced_by: tuple[str, ...]
    replaced_in: int | None
    is_verified: bool


@cache
def regulations() -> tuple[Regulation, ...]:
    text = files("pipeline").joinpath("data/superseded.csv").read_text(encoding="utf-8")
    return tuple(_regulation(row) for row in csv.DictReader(text.splitlines()))


def regulation_named(name: str) -> Regulation | None:
    """The table's entry by its normal name ("PermenPAN-RB 52/2014")."""
    return _by_name().get(name)


def _regulation(row: dict[str, str]) -> Regulation:
    """Amended and lapsed ones are still cited as bases and not held against a plan."""
    is_replaced = row["status"] == "replaced" and row["replaced_from"] != ""
    return Regulation(
        name=row["regulation"],
        title=row["title"],
        replaced_by=tuple(part.strip() for part in row["replaced_by"].split(";") if part.strip()),
        replaced_in=int(row["replaced_from"][:4]) if is_replaced else None,
        is_verified=row["verified"] == "yes",
    )


@cache
def _by_name() -> dict[str, Regulation]:
    return {regulation.name: regulation for regulation in regulations()}
