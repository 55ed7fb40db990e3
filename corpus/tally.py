"""Counts that add up: every figure is a share, got of wanted, until somebody prints it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

FIGURES = {
    "rows_found": "true rows that were read, the indicator nine tenths alike or more",
    "rows_true": "read rows that stand for a true row",
    "cells": "likeness of the text cells, a lost row counting nothing",
    "exact": "filled cells read right: as good as equal, and every number in them right",
    "numbers": "cells with numbers whose numbers are all right",
    "component": "rows under the right component",
    "area": "rows in the right part and area",
    "first_code": "rows of the list whose first accepted code is the right one",
    "codes": "accepted codes, precision and recall in one (F1)",
    "codes_right": "accepted codes that are right",
    "in_review": "rows left to a person (low is good)",
    "gaps": "missing indicators, precision and recall in one (F1)",
    "findings_found": "planted faults that were found",
    "findings_true": "findings of scored kinds that are planted faults",
    "look_alikes_left": "planted look-alikes that raised no finding",
    "identity": "agency, region, year, decree and signatories",
    "regulations": "regulations cited anywhere, precision and recall in one (F1)",
    "chapters": "chapters with the right label and title",
    "placed": "rows and findings with a place to look at",
    "cer": "character errors of the text cells (low is good)",
}
"""Figure → what it says."""


@dataclass
class Tally:
    """Figure → what was got and how much there was to get. Keys beyond FIGURES hold kinds of findings and bands."""

    got: dict[str, float] = field(default_factory=dict)
    wanted: dict[str, float] = field(default_factory=dict)

    def add(self, figure: str, got: float, wanted: float = 1.0) -> None:
        self.got[figure] = self.got.get(figure, 0.0) + got
        self.wanted[figure] = self.wanted.get(figure, 0.0) + wanted

    def share(self, figure: str) -> float | None:
        """None where there was nothing to get."""
        wanted = self.wanted.get(figure, 0.0)
        return self.got[figure] / wanted if wanted else None

    def figures(self) -> dict[str, float | None]:
        return {name: self.share(name) for name in FIGURES}


def pooled(tallies: Iterable[Tally]) -> Tally:
    """The counts of all added up."""
    total = Tally()
    for tally in tallies:
        for figure, wanted in tally.wanted.items():
            total.add(figure, tally.got[figure], wanted)
    return total
