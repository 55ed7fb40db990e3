"""How much of a very long plan a page tells, so that it opens on any machine whatever the plan holds.

A quiet row is one without findings in which a person has nothing to choose.
"""

from __future__ import annotations

import textwrap
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from pipeline.records import PlanRecord, Row

LINE_LETTERS = 100
"""Letters of the indicator that is left of a quiet row."""


@dataclass(frozen=True, slots=True)
class Brevity:
    """What a page leaves out; None is nothing."""

    quiet: Literal["whole", "line", "none"] = "whole"
    """What is told of quiet rows; a line holds the indicator, its match and the page."""
    letters: int | None = None
    """Letters of each text of the other rows and of what findings quote."""
    most: int | None = None
    """How many rows, findings of one severity and choices are told."""


STEPS = (Brevity(), Brevity("line"), Brevity("none"), *(Brevity("none", 300, most) for most in (400, 200, 100, 50, 25)))
"""Each for pages that the one before leaves too long."""

_ROW_TEXTS = ("component", "indicator", "action", "evidence", "schedule", "output")


def shortened(record: PlanRecord, quiet: Collection[str], brevity: Brevity) -> PlanRecord:
    """The record with its texts cut to what `brevity` allows; `quiet` holds the ids of quiet rows."""
    if brevity == Brevity():
        return record
    rows = tuple(_line(row) if row.id in quiet else _row(row, brevity.letters) for row in record.rows)
    findings = tuple(f.model_copy(update={"text": cut(f.text, brevity.letters)}) for f in record.findings)
    return record.model_copy(update={"rows": rows, "findings": findings})


def _line(row: Row) -> Row:
    return row.model_copy(update={"indicator": cut(row.indicator, LINE_LETTERS)})


def _row(row: Row, letters: int | None) -> Row:
    texts: dict[str, object] = {name: cut(getattr(row, name), letters) for name in _ROW_TEXTS}
    return row.model_copy(update={**texts, "extra": {head: cut(text, letters) for head, text in row.extra.items()}})


def cut(text: str, letters: int | None) -> str:
    """At most so many letters, ended at a word and marked where anything was cut."""
    if letters is None or len(text) <= letters:
        return text
    return textwrap.shorten(text, letters, placeholder=" …") if " " in text[:letters] else f"{text[: letters - 2]} …"
