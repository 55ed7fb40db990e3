"""What a plan can at best reach against the minima for WBK and WBBM.

Every covered indicator is scored in full; what is missing scores nothing; hasil, which comes from surveys, is taken as
full in totals and not judged by itself. The area minimum counts pemenuhan and reform together (two of three sources).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from canonical.lists import Threshold, library
from pipeline.records import IndicatorCoverage, Reach

Predicate = Literal["WBK", "WBBM"]
_PREDICATES: dict[str, Predicate] = {"WBK": "WBK", "WBBM": "WBBM"}


def reach(indicators: Sequence[IndicatorCoverage]) -> tuple[Reach, ...]:
    """One line a minimum (for areas: one an area), in the order of the thresholds' file."""
    return tuple(line for t in library().thresholds for line in _lines(t, indicators))


def _lines(threshold: Threshold, indicators: Sequence[IndicatorCoverage]) -> Iterable[Reach]:
    if threshold.measure == "each area of pengungkit":
        yield from (_area_line(threshold, area, indicators) for area in range(1, 7))
    elif threshold.measure in ("total", "pengungkit"):
        extra = _hasil_weight() if threshold.measure == "total" else 0.0
        sure, best = _points(indicators)
        yield _line(threshold, None, sure + extra, best + extra)
    else:
        yield _line(threshold, None, None, None)


def _area_line(threshold: Threshold, area: int, indicators: Sequence[IndicatorCoverage]) -> Reach:
    regulation = library().current
    inside = [i for i in indicators if regulation[i.code].area == area]
    weight = sum(i.weight or 0.0 for i in inside)
    sure, best = _points(inside)
    return _line(threshold, area, 100 * sure / weight, 100 * best / weight)


def _points(indicators: Iterable[IndicatorCoverage]) -> tuple[float, float]:
    """Points of what is surely covered, and of that with what is in review; hasil left out."""
    regulation = library().current
    counted = [i for i in indicators if regulation[i.code].part != "hasil"]
    sure = sum(i.weight or 0.0 for i in counted if i.state == "covered")
    return sure, sure + sum(i.weight or 0.0 for i in counted if i.state == "review")


def _hasil_weight() -> float:
    return sum(i.sub_weight or 0.0 for i in library().current.indicators if i.part == "hasil")


def _line(threshold: Threshold, area: int | None, sure: float | None, best: float | None) -> Reach:
    return Reach(
        predicate=_PREDICATES[threshold.predicate],
        measure=threshold.measure,
        area=area,
        minimum=threshold.minimum,
        unit=threshold.unit,
        sure=None if sure is None else round(sure, 2),
        at_best=None if best is None else round(best, 2),
        verdict=_verdict(threshold.minimum, sure, best),
        verified=threshold.verified,
    )


def _verdict(
    minimum: float, sure: float | None, best: float | None
) -> Literal["reachable", "open", "out_of_reach", "not_measured"]:
    if sure is None or best is None:
        return "not_measured"
    return "reachable" if sure >= minimum - 1e-9 else "open" if best >= minimum - 1e-9 else "out_of_reach"
