"""Words of neighbouring cells that are filled up to the border between them, and so look like one word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from extractors.document import Rule

INSIDE = 2.0
"""A border runs through a word from this many points off its ends on; letters reach over the border beside them by less."""


def cut_at_rules(word: dict[str, Any], rules: Sequence[Rule]) -> Iterator[dict[str, Any]]:
    """The pieces of one of pdfplumber's words (with its `chars`) between the vertical rules that run through it."""
    cuts = [rule.x0 for rule in rules if not rule.is_horizontal and _runs_through(rule, word)]
    if not cuts or "chars" not in word:
        yield word
        return
    by_cell = groupby(word["chars"], key=lambda char: sum((char["x0"] + char["x1"]) / 2 > x for x in cuts))
    for _, group in by_cell:
        chars = list(group)
        ends = {"x0": min(c["x0"] for c in chars), "x1": max(c["x1"] for c in chars)}
        yield {**word, **ends, "text": "".join(c["text"] for c in chars), "chars": chars}


def _runs_through(rule: Rule, word: dict[str, Any]) -> bool:
    middle = (word["top"] + word["bottom"]) / 2
    return word["x0"] + INSIDE < rule.x0 < word["x1"] - INSIDE and rule.top <= middle <= rule.bottom
