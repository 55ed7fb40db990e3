"""The regulations as typed records, read from the data files beside this module.

A list is a file `permenpanrb-<number>-<year>.csv` with a line in `regulations.csv`; a crosswalk is a file
`crosswalk-<old>-to-<new>.csv`. A new regulation is a new data file and nothing else.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Relation = Literal["same", "reworded", "merged", "split", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of a regulation's list. Weights are points of 100; None where no source gives them.

    `area` is None and `sub` empty for hasil; `parent` is the indicator a data item belongs to.
    """

    regulation: str
    code: str
    part: str
    area: int | None
    area_name: str
    area_weight: float | None
    sub: str
    sub_name: str
    sub_weight: float | None
    letter: str
    text: str
    answer: str
    parent: str

    @property
    def is_data_item(self) -> bool:
        return bool(self.parent)

    @property
    def sub_code(self) -> str:
        """The code without letter and item: "P.5.iv" of "P.5.iv.a", "H.1" of "H.1.a"."""
        indicator = self.parent or self.code
        return indicator.rsplit(".", 1)[0]


@dataclass(frozen=True, slots=True)
class Regulation:
    """A list in its own order; it was measured by from `first_year` to `last_year` (None: still)."""

    name: str
    title: str
    first_year: int
    last_year: int | None
    indicators: tuple[Indicator, ...]

    def __getitem__(self, code: str) -> Indicator:
        return self.by_code[code]

    @property
    def by_code(self) -> Mapping[str, Indicator]:
        return {i.code: i for i in self.indicators}

    def was_in_force(self, year: int) -> bool:
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


@dataclass(frozen=True, slots=True)
class Link:
    """What became of an older indicator; `new_code` is None where it was withdrawn."""

    old_code: str
    new_code: str | None
    relation: Relation


@dataclass(frozen=True, slots=True)
class Crosswalk:
    old: str
    new: str
    links: tuple[Link, ...]

    def successors(self, old_code: str) -> tuple[str, ...]:
        return tuple(k.new_code for k in self.links if k.old_code == old_code and k.new_code)

    def predecessors(self, new_code: str) -> tuple[str, ...]:
        return tuple(k.old_code for k in self.links if k.new_code == new_code)


@dataclass(frozen=True, slots=True)
class Threshold:
    """The least a unit must reach for a predicate; `verified` is False where one source alone gives it."""

    predicate: str
    measure: str
    minimum: float
    unit: str
    verified: bool
    source: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Another sentence in which a list prints an indicator, with where it was seen."""

    regulation: str
    code: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the sources do not settle. `kind` is "unknown" (no source), "unverified" (one source) or "disputed"."""

    regulation: str
    about: str
    kind: Literal["unknown", "unverified", "disputed"]
    sentence: str


@dataclass(frozen=True, slots=True)
class Library:
    """All lists, oldest first, and what hangs on them. `current` is the list matches are told in."""

    regulations: tuple[Regulation, ...]
    crosswalks: tuple[Crosswalk, ...]
    thresholds: tuple[Threshold, ...]
    answers: Mapping[str, Mapping[str, str]]
    """Answer type → option → value, as printed ("1", "0.67", "n/100")."""
    wordings: tuple[Wording, ...]
    doubts: tuple[Doubt, ...]

    def __getitem__(self, name: str) -> Regulation:
        return next(r for r in self.regulations if r.name == name)

    @property
    def current(self) -> Regulation:
        return self.regulations[-1]

    def crosswalk(self, old: str, new: str) -> Crosswalk:
        return next(c for c in self.crosswalks if (c.old, c.new) == (old, new))

    def successors(self, regulation: str, code: str) -> tuple[str, ...]:
        """The codes of the current list that an older indicator became, over as many crosswalks as lie between."""
        if regulation == self.current.name:
            return (code,)
        onward = [(c.new, new) for c in self.crosswalks if c.old == regulation for new in c.successors(code)]
        return tuple(dict.fromkeys(last for name, new in onward for last in self.successors(name, new)))

    def predecessors(self, code: str) -> tuple[tuple[str, str], ...]:
        """(regulation, code) of every older indicator that became this one of the current list, nearest list first."""
        found = {(self.current.name, code): None}
        for crosswalk in reversed(self.crosswalks):
            for name, new in list(found):
                if name == crosswalk.new:
                    found |= dict.fromkeys((crosswalk.old, old) for old in crosswalk.predecessors(new))
        return tuple(found)[1:]


@cache
def library() -> Library:
    """The lists that come with renja. Raises ValueError where a data file is malformed."""
    regulations = sorted((_regulation(line) for line in read_data("regulations.csv")), key=lambda r: r.first_year)
    return Library(
        regulations=tuple(regulations),
        crosswalks=tuple(sorted(_crosswalks(), key=lambda c: [r.name for r in regulations].index(c.old))),
        thresholds=tuple(_threshold(line) for line in read_data("thresholds.csv")),
        answers=_answers(),
        wordings=tuple(Wording(**line) for line in read_data("wordings.csv")),
        doubts=tuple(Doubt(**line) for line in read_data("doubts.csv")),  # type: ignore[arg-type]
    )


def read_data(name: str) -> list[dict[str, str]]:
    """The lines of a data file as dicts; raises ValueError where a line has more or fewer fields than the header."""
    text = files("canonical").joinpath("data", name).read_text(encoding="utf-8")
    lines = list(csv.DictReader(text.splitlines()))
    for number, line in enumerate(lines, start=2):
        if None in line or None in line.values():
            raise ValueError(f"{name}, line {number}: not as many fields as the header")
    return lines


def _regulation(line: Mapping[str, str]) -> Regulation:
    name = line["name"]
    indicators = tuple(_indicator(name, row) for row in read_data(f"{name}.csv"))
    last_year = int(line["last_year"]) if line["last_year"] else None
    return Regulation(name, line["title"], int(line["first_year"]), last_year, indicators)


def _indicator(regulation: str, row: Mapping[str, str]) -> Indicator:
    return Indicator(
        regulation=regulation,
        code=row["code"],
        part=row["part"],
        area=int(row["area"]) if row["area"] else None,
        area_name=row["area_name"],
        area_weight=_number(row["area_weight"]),
        sub=row["sub"],
        sub_name=row["sub_name"],
        sub_weight=_number(row["sub_weight"]),
        letter=row["letter"],
        text=row["indicator"],
        answer=row["answer"],
        parent=row["parent"],
    )


def _number(text: str) -> float | None:
    return float(text) if text else None


def _crosswalks() -> Iterator[Crosswalk]:
    folder = files("canonical").joinpath("data")
    names = sorted(f.name for f in folder.iterdir() if f.name.startswith("crosswalk-"))
    for name in names:
        old, new = name.removeprefix("crosswalk-").removesuffix(".csv").split("-to-")
        links = tuple(
            Link(row["old_code"], row["new_code"] or None, row["relation"])  # type: ignore[arg-type]
            for row in read_data(name)
        )
        yield Crosswalk(f"permenpanrb-{old}", f"permenpanrb-{new}", links)


def _threshold(line: Mapping[str, str]) -> Threshold:
    return Threshold(
        line["predicate"], line["measure"], float(line["minimum"]), line["unit"], line["verified"] == "yes", line["source"]
    )


def _answers() -> dict[str, dict[str, str]]:
    answers: dict[str, dict[str, str]] = {}
    for line in read_data("answers.csv"):
        answers.setdefault(line["answer_type"], {})[line["option"]] = line["value"]
    return answers
