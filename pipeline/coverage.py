"""What a plan covers of the regulation: by part, area and sub-component, what is at stake, and what it can reach.

A plan for a year in which an older list was in force is measured against that list too, and first. Weights are points
of 100; a sub-component's weight is divided evenly over its indicators.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from canonical.lists import Indicator, Regulation, library
from pipeline.reach import reach
from pipeline.records import (
    AreaCoverage,
    Coverage,
    IndicatorCoverage,
    IndicatorState,
    Match,
    OffListRow,
    OlderCoverage,
    Part,
    Row,
    SubCoverage,
)

_PARTS: Mapping[str, Part] = {"pemenuhan": "pemenuhan", "pengungkit": "pemenuhan", "reform": "reform", "hasil": "hasil"}
PRESENT = 3
"""Rows outside its heading that must state something of a part for the plan to have it: one astray row is no reform part."""
OLDER_SHARE = 0.25
"""Share of the matches that must come over the crosswalk for an older list to be told of at all."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Row ids by code: those that cover it and those in review for it."""

    covering: Mapping[str, tuple[str, ...]]
    doubtful: Mapping[str, tuple[str, ...]]

    def state(self, code: str) -> IndicatorState:
        return "covered" if code in self.covering else "review" if code in self.doubtful else "missing"


def cover(rows: Sequence[Row], year: int | None) -> Coverage:
    """Coverage of the current list by matched rows, of a plan for `year` (None where the plan names none)."""
    current = library().current
    lacking = _lacking_parts(rows, current)
    indicators = _indicators(current, _tally(rows), lacking)
    return Coverage(
        regulation=current.name,
        areas=_areas(current, indicators),
        covered=_codes(indicators, "covered"),
        missing=_codes(indicators, "missing"),
        review=_codes(indicators, "review"),
        lacking_parts=lacking,
        subs=_subs(current, indicators),
        indicators=indicators,
        off_list=tuple(_off_list(rows)),
        reach=reach(indicators),
        older=_older(rows, year),
    )


def _tally(rows: Iterable[Row]) -> Tally:
    covering: dict[str, tuple[str, ...]] = {}
    doubtful: dict[str, tuple[str, ...]] = {}
    for row in rows:
        accepted = set(row.accepted_codes)
        for match in row.matches:
            book = covering if match.decision == "accepted" else doubtful if match.decision == "review" and not accepted else None
            if book is not None and row.id not in book.get(match.code, ()):
                book[match.code] = (*book.get(match.code, ()), row.id)
    return Tally(covering, doubtful)


def _lacking_parts(rows: Sequence[Row], regulation: Regulation) -> tuple[Part, ...]:
    """Parts of the regulation that no row stands in and next to none states anything of; hasil is no gap of a plan."""
    stated = Counter(_PARTS[regulation[code].part] for row in rows for code in row.accepted_codes)
    present = {row.part for row in rows} | {part for part, count in stated.items() if count >= PRESENT}
    parts = dict.fromkeys(_PARTS[i.part] for i in regulation.indicators)
    return tuple(p for p in parts if p != "hasil" and p not in present)


def _indicators(regulation: Regulation, tally: Tally, lacking: Sequence[Part]) -> tuple[IndicatorCoverage, ...]:
    weights = indicator_weights(regulation)
    return tuple(
        IndicatorCoverage(
            code=i.code,
            text=i.text,
            state=_state(i, tally, lacking),
            weight=weights[i.code],
            rows=tally.covering.get(i.code) or tally.doubtful.get(i.code, ()),
        )
        for i in regulation.indicators
        if not i.is_data_item
    )


def _state(indicator: Indicator, tally: Tally, lacking: Sequence[Part]) -> IndicatorState:
    state = tally.state(indicator.code)
    if state != "missing":
        return state
    part = _PARTS[indicator.part]
    return "not_measured" if part == "hasil" else "lacking_part" if part in lacking else "missing"


def indicator_weights(regulation: Regulation) -> dict[str, float | None]:
    """Each indicator's share of its sub-component's weight, in points of 100; None where that is not known."""
    countable = [i for i in regulation.indicators if not i.is_data_item]
    counts: dict[str, int] = {}
    for i in countable:
        counts[_sub_key(i)] = counts.get(_sub_key(i), 0) + 1
    return {i.code: None if i.sub_weight is None else i.sub_weight / counts[_sub_key(i)] for i in countable}


def _sub_key(indicator: Indicator) -> str:
    """Hasil indicators carry their own weights; all others share that of their sub-component."""
    return indicator.code if indicator.part == "hasil" else indicator.sub_code


def _codes(indicators: Iterable[IndicatorCoverage], state: IndicatorState) -> tuple[str, ...]:
    return tuple(i.code for i in indicators if i.state == state)


@dataclass(frozen=True, slots=True)
class _Count:
    covered: int
    review: int
    missing: int
    of: int
    at_stake: float | None


def _count(indicators: Sequence[IndicatorCoverage]) -> _Count:
    lost = [i for i in indicators if i.state in ("missing", "lacking_part")]
    weights = [i.weight for i in lost]
    at_stake = None if any(w is None for w in weights) else round(sum(w for w in weights if w is not None), 4)
    return _Count(
        covered=sum(i.state == "covered" for i in indicators),
        review=sum(i.state == "review" for i in indicators),
        missing=len(lost),
        of=len(indicators),
        at_stake=at_stake,
    )


def _grouped(
    regulation: Regulation, indicators: Sequence[IndicatorCoverage], key: Callable[[Indicator], object]
) -> list[tuple[Indicator, list[IndicatorCoverage]]]:
    """The indicators outside hasil by a key of their list's record, each group with its first record."""
    groups: dict[object, tuple[Indicator, list[IndicatorCoverage]]] = {}
    records = regulation.by_code
    for state in indicators:
        record = records[state.code]
        if record.part != "hasil":
            groups.setdefault(key(record), (record, []))[1].append(state)
    return list(groups.values())


def _areas(regulation: Regulation, indicators: Sequence[IndicatorCoverage]) -> tuple[AreaCoverage, ...]:
    return tuple(
        AreaCoverage(
            part=_PARTS[first.part], area=first.area or 0, covered=c.covered, review=c.review, missing=c.missing, of=c.of,
            weight=first.area_weight or 0.0, at_stake=_known_stake(members),
        )
        for first, members in _grouped(regulation, indicators, lambda i: (i.part, i.area))
        for c in (_count(members),)
    )  # fmt: skip


def _known_stake(indicators: Iterable[IndicatorCoverage]) -> float:
    """Points at stake as far as weights are known."""
    return round(sum(i.weight or 0.0 for i in indicators if i.state in ("missing", "lacking_part")), 4)


def _subs(regulation: Regulation, indicators: Sequence[IndicatorCoverage]) -> tuple[SubCoverage, ...]:
    return tuple(
        SubCoverage(
            part=_PARTS[first.part], area=first.area or 0, sub=first.sub, name=first.sub_name, covered=c.covered,
            review=c.review, missing=c.missing, of=c.of, weight=first.sub_weight, at_stake=c.at_stake,
        )
        for first, members in _grouped(regulation, indicators, lambda i: i.sub_code)
        for c in (_count(members),)
    )  # fmt: skip


def _off_list(rows: Iterable[Row]) -> Iterable[OffListRow]:
    """Rows that cover nothing and are not in review: withdrawn indicators and the agency's own, told apart."""
    for row in rows:
        open_ = any(m.decision in ("accepted", "review") for m in row.matches)
        if row.withdrawn:
            yield OffListRow(row=row.id, kind="withdrawn", indicator=row.indicator, via=row.withdrawn)
        elif row.indicator.strip() and not open_:
            yield OffListRow(row=row.id, kind="local", indicator=row.indicator)


def _older(rows: Sequence[Row], year: int | None) -> OlderCoverage | None:
    """The measure against the older list, where the plan's year or its sentences call for it."""
    current = library().current
    earlier = [r for r in library().regulations if r is not current]
    if not earlier:
        return None
    older = next((r for r in earlier if year is not None and r.was_in_force(year)), earlier[-1])
    first = year is not None and year < current.first_year
    accepted = [m for r in rows for m in r.matches if m.decision == "accepted"]
    over = sum(m.via is not None for m in accepted) + sum(r.withdrawn is not None for r in rows)
    if not first and over < OLDER_SHARE * max(len(accepted), 1):
        return None
    indicators = _indicators(older, _carry_back(rows, older), ())
    return OlderCoverage(
        regulation=older.name,
        first=first,
        areas=_areas(older, indicators),
        subs=_subs(older, indicators),
        indicators=indicators,
        covered=_codes(indicators, "covered"),
        missing=_codes(indicators, "missing"),
        review=_codes(indicators, "review"),
    )


def _carry_back(rows: Iterable[Row], older: Regulation) -> Tally:
    """What rows cover of the older list: the indicator a match came over, else the predecessors of its code."""
    covering: dict[str, tuple[str, ...]] = {}
    doubtful: dict[str, tuple[str, ...]] = {}
    for row in rows:
        sure = bool(row.accepted_codes)
        if row.withdrawn and row.withdrawn.startswith(f"{older.name} "):
            _note(covering, (row.withdrawn.split(" ")[1],), row.id)
        for match in row.matches:
            own = _older_codes(match, older)
            if match.decision == "accepted":
                _note(covering, own, row.id)
            elif match.decision == "review" and not sure:
                _note(doubtful, own, row.id)
    return Tally(covering, doubtful)


def _older_codes(match: Match, older: Regulation) -> tuple[str, ...]:
    """The older list's indicators a match stands for: the one it came over, else all that became its code."""
    if match.via and match.via.startswith(f"{older.name} "):
        return (match.via.split(" ")[1],)
    return tuple(code for name, code in library().predecessors(match.code) if name == older.name)


def _note(book: dict[str, tuple[str, ...]], codes: Iterable[str], row: str) -> None:
    for code in codes:
        if row not in book.get(code, ()):
            book[code] = (*book.get(code, ()), row)
