"""The numbers behind the bars of a gap report: weights by state, and what can be reached against what is asked.

The templates draw them as inline SVG; every length here is in points of the regulation's 100 (or percent, where said).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.records import AreaCoverage, IndicatorCoverage, Part, Reach

SIDES = ("WBK", "WBBM")


@dataclass(frozen=True, slots=True)
class AreaBar:
    """One area of one part: its counts, and its weight split into planned, under review and at stake."""

    area: int
    coverage: AreaCoverage
    planned: float
    under_review: float
    at_stake: float


@dataclass(frozen=True, slots=True)
class PartBars:
    part: Part
    bars: tuple[AreaBar, ...]
    longest: float
    """The heaviest area's weight, so that bars of all parts have one scale."""

    @property
    def covered(self) -> int:
        return sum(bar.coverage.covered for bar in self.bars)

    @property
    def of(self) -> int:
        return sum(bar.coverage.of for bar in self.bars)

    @property
    def at_stake(self) -> float:
        return sum(bar.at_stake for bar in self.bars)


def part_bars(areas: Sequence[AreaCoverage], indicators: Iterable[IndicatorCoverage]) -> tuple[PartBars, ...]:
    """A group of bars for pemenuhan and one for reform, in the order of the areas."""
    review = _weight_in_review(indicators)
    longest = max((area.weight for area in areas), default=1.0)
    parts: tuple[Part, ...] = ("pemenuhan", "reform")
    groups = (PartBars(part, tuple(_bar(a, review) for a in areas if a.part == part), longest) for part in parts)
    return tuple(group for group in groups if group.bars)


def _weight_in_review(indicators: Iterable[IndicatorCoverage]) -> dict[str, float]:
    """ "P.5" → the weight of its indicators in review."""
    weights: dict[str, float] = {}
    for indicator in indicators:
        if indicator.state == "review" and indicator.weight is not None:
            prefix = ".".join(indicator.code.split(".")[:2])
            weights[prefix] = weights.get(prefix, 0.0) + indicator.weight
    return weights


def _bar(area: AreaCoverage, review: Mapping[str, float]) -> AreaBar:
    letter = {"pemenuhan": "P", "reform": "R", "hasil": "H"}[area.part]
    in_review = review.get(f"{letter}.{area.area}", review.get(f"K.{area.area}", 0.0))
    return AreaBar(area.area, area, max(0.0, area.weight - in_review - area.at_stake), in_review, area.at_stake)


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure against the minima of both predicates; lengths in `unit`, of `full` at most."""

    name: str
    area: int | None
    unit: str
    full: float
    sure: float
    at_best: float
    by_predicate: Mapping[str, Reach]

    @property
    def is_percent(self) -> bool:
        return self.unit.startswith("percent")


def measures(reach: Sequence[Reach]) -> tuple[Measure, ...]:
    """The measures a plan can tell about, in the order of the regulation's minima: total, pengungkit, the areas."""
    found: dict[tuple[str, int | None], dict[str, Reach]] = {}
    for minimum in reach:
        if minimum.sure is not None and minimum.at_best is not None:
            found.setdefault((minimum.measure, minimum.area), {})[minimum.predicate] = minimum
    return tuple(_measure(by_predicate) for by_predicate in found.values())


def _measure(by_predicate: Mapping[str, Reach]) -> Measure:
    any_minimum = next(iter(by_predicate.values()))
    sure, at_best = any_minimum.sure or 0.0, any_minimum.at_best or 0.0
    return Measure(any_minimum.measure, any_minimum.area, any_minimum.unit, _full(any_minimum.unit), sure, at_best, by_predicate)


def _full(unit: str) -> float:
    """ "points of 60" → 60; percentages → 100."""
    last = unit.rsplit(" ", 1)[-1]
    return float(last) if last.replace(".", "", 1).isdigit() else 100.0
