"""The plan as the checks see it: the records of the contract beside the document they were read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from extractors.document import Document, Place
from pipeline.records import Chapter, Coverage, Identity, Row

Role = Literal["number", "area", "component", "indicator", "action", "evidence", "schedule", "output", "person", "month", "other"]
"""What a column of the action table is for. `month` columns together are the schedule; `person` and `other` go to `extra`."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the action table: its role, its header's own words and where they stand."""

    role: Role
    header: str
    where: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A line of the action table that is no row: an area, part or component title, or the column numbers.

    `label` is the numeral or letter before the title ("II", "A"), "" where none; `text` the words as printed.
    """

    kind: Literal["part", "area", "component", "column_numbers"]
    label: str
    text: str
    where: tuple[Place, ...]
    before_row: int
    """Index into `ActionTable.rows` of the first row after this line (len(rows) at the end)."""


@dataclass(frozen=True, slots=True)
class ActionTable:
    """The long table of the plan, its page parts joined."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    headings: tuple[HeadingLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything known of one plan; rows carry `when` and `matches` once those stages have run."""

    document: Document
    identity: Identity = field(default_factory=Identity)
    chapters: tuple[Chapter, ...] = ()
    table: ActionTable | None = None
    rows: tuple[Row, ...] = ()
    coverage: Coverage = field(default_factory=Coverage)
