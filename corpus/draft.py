"""A plan while it is being invented: what it says and what is known to be wrong with it.

The draft is changed in place by the steps that fill it and by the planted faults; `corpus.truth` turns the finished
draft into a truth file, `corpus.compose` into a manuscript.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.agencies import Agency, Person
from corpus.layouts import Layout


@dataclass
class PlanRow:
    """One indicator. Several actions or evidences are items of their own; `months` (1–12) is the schedule as marks."""

    part: str
    area: int
    number: str
    component: str
    indicator: str
    actions: list[str]
    evidences: list[str]
    schedule: str
    output: str
    codes: tuple[str, ...]
    person: str = ""
    months: tuple[int, ...] = ()

    @property
    def action(self) -> str:
        return "\n".join(self.actions)

    @property
    def evidence(self) -> str:
        return "\n".join(self.evidences)


@dataclass
class Passage:
    """A paragraph of prose or, with a label, a list item."""

    text: str
    label: str = ""


@dataclass
class PlanSection:
    label: str
    title: str
    passages: list[Passage] = field(default_factory=list)


@dataclass
class PlanChapter:
    label: str
    title: str
    sections: list[PlanSection] = field(default_factory=list)


@dataclass
class PlanDecree:
    """The decree before (or behind) the plan. `annex_number` and `annex_date` are what its Lampiran repeats."""

    number: str
    date: str
    printed_date: str
    annex_number: str
    annex_date: str
    recitals: list[str] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)


@dataclass
class OtherTable:
    """A table that is not the action table."""

    title: str
    widths: tuple[float, ...]
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    place: str
    """`lampiran`, `bab2` or `bab4`: where in the plan it stands."""


@dataclass
class Flag:
    """A finding a careful reader would report; `rows` are the plan's rows it concerns."""

    kind: str
    text: str
    why: str
    where: str
    rows: list[PlanRow] = field(default_factory=list)
    arguable: bool = False
    formats: tuple[str, ...] = ()
    """The kinds of document (`pdf`, `docx`, `scan`) the fault shows in; all where empty."""


@dataclass
class LookAlike:
    """Something planted that resembles a fault and is none."""

    kind: str
    text: str
    why: str


@dataclass
class Draft:
    """The plan being invented. `dice` is the plan's own source of chance."""

    id: str
    layout: Layout
    agency: Agency
    year: int
    regulation: str
    """`90/2021` or `52/2014`: whose wordings the plan follows."""
    head: Person
    leader: Person
    dice: random.Random
    decree: PlanDecree | None = None
    plan_date: str = ""
    printed_plan_date: str = ""
    regulations: list[tuple[str, str]] = field(default_factory=list)
    """Short name and full title of the legal basis, in its order."""
    also_cited: list[str] = field(default_factory=list)
    """Short names of regulations named elsewhere, in prose or cells."""
    chapters: list[PlanChapter] = field(default_factory=list)
    rows: list[PlanRow] = field(default_factory=list)
    tables: list[OtherTable] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    look_alikes: list[LookAlike] = field(default_factory=list)
    running_head: str = ""
    cover_title: list[str] = field(default_factory=list)
    copied_from: str = ""
    """The id of the plan whose texts this one took over."""
    month_mark: str = "√"
    touched: list[PlanRow] = field(default_factory=list)
    """Rows a fault or look-alike was planted in: no other may touch them."""
    lost_page: int | None = None
    """The page (from 1) that a scan loses."""
    area_names: dict[int, str] = field(default_factory=dict)
    """Areas whose line in the action table goes by another name."""
    blank_page: str = ""
    """The only words of a page before BAB I that was left empty on purpose; "" for no such page."""
    number_row: tuple[str, ...] = ()
    """The row of column numbers under the header, as printed; empty where the layout has none."""
