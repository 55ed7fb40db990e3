"""What a row can stand for: the indicators of the current list, and those of older lists that nothing took over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from canonical.cues import NO_CUES, Cue, read_cues
from canonical.features import Index, index
from canonical.lists import Crosswalk, Indicator, Library, library


@dataclass(frozen=True, slots=True)
class Column:
    """An indicator a row can stand for, in the lists' order.

    `entries` are the index's sentences that mean it (its own and its predecessors'); `sub_names` the titles it stands
    under in any list; `needs` what must be said for it at all; `claims` what is enough to claim it beside a sibling.
    """

    code: str
    regulation: str
    indicator: Indicator
    entries: tuple[int, ...]
    sub_names: tuple[str, ...]
    needs: tuple[Cue, ...]
    claims: tuple[Cue, ...]
    sub: str
    """The current list's sub-component it belongs to, "P.5.iv"."""
    withdrawn: bool = False

    @property
    def part(self) -> str:
        return "pemenuhan" if self.indicator.part == "pengungkit" else self.indicator.part


@cache
def columns() -> tuple[Column, ...]:
    return tuple(_build(library(), index()))


def _build(lists: Library, idx: Index) -> Iterator[Column]:
    cues = read_cues()
    older: list[tuple[float, Column]] = []
    rank = {i.code: n for n, i in enumerate(lists.current.indicators)}
    for crosswalk in (c for c in lists.crosswalks if c.new == lists.current.name):
        for link in crosswalk.links:
            if link.new_code is None:
                indicator = lists[crosswalk.old][link.old_code]
                own = cues.get(f"{crosswalk.old} {link.old_code}", NO_CUES)
                entries = _entries(idx, {(crosswalk.old, link.old_code)})
                column = Column(link.old_code, crosswalk.old, indicator, entries, (indicator.sub_name,), own.needs, (),
                                _home(lists, crosswalk, indicator), withdrawn=True)  # fmt: skip
                older.append((_place(lists, crosswalk.old, link.old_code, rank), column))
    for indicator in lists.current.indicators:
        yield from (column for place, column in older if rank[indicator.code] - 1 < place <= rank[indicator.code])
        kin = _kin(lists, indicator)
        names = dict.fromkeys(lists[regulation][code].sub_name for regulation, code in sorted(kin))
        own = cues.get(indicator.code, NO_CUES)
        yield Column(indicator.code, indicator.regulation, indicator, _entries(idx, kin), tuple(n for n in names if n),
                     own.needs, own.claims, indicator.sub_code)  # fmt: skip
    yield from (column for place, column in older if place > len(rank) - 1)


def _kin(lists: Library, indicator: Indicator) -> set[tuple[str, str]]:
    """The indicator and its predecessors in older lists."""
    kin = {(indicator.regulation, indicator.code)}
    for crosswalk in lists.crosswalks:
        if crosswalk.new == indicator.regulation:
            kin |= {(crosswalk.old, code) for code in crosswalk.predecessors(indicator.code)}
    return kin


def _home(lists: Library, crosswalk: Crosswalk, indicator: Indicator) -> str:
    """The current sub-component that took over the withdrawn indicator's siblings."""
    siblings = [i for i in lists[crosswalk.old].indicators if i.sub_code == indicator.sub_code]
    codes = [new for i in siblings for new in crosswalk.successors(i.code)]
    return lists[crosswalk.new][codes[0]].sub_code if codes else indicator.sub_code


def _place(lists: Library, old: str, code: str, rank: dict[str, int]) -> float:
    """Where a withdrawn indicator stands in the current order: just before the successor of the one after it."""
    crosswalk = lists.crosswalk(old, lists.current.name)
    codes = [i.code for i in lists[old].indicators]
    for later in codes[codes.index(code) + 1 :]:
        for new in crosswalk.successors(later):
            return rank[new] - 0.5
    return len(rank)


def _entries(idx: Index, kin: set[tuple[str, str]]) -> tuple[int, ...]:
    """The sentences that mean any of `kin`, newest list first, so that equal likeness speaks for the newest."""
    found = [n for n, e in enumerate(idx.entries) if (e.indicator.regulation, e.indicator.code) in kin]
    return tuple(sorted(found, key=lambda n: (idx.entries[n].indicator.regulation != library().current.name, n)))


@cache
def siblings() -> tuple[tuple[int, ...], ...]:
    """For each column the others of its sub-component that are indicators of the current list."""
    every = columns()
    return tuple(
        tuple(
            n for n, o in enumerate(every) if o.sub == c.sub and o is not c and not o.withdrawn and not o.indicator.is_data_item
        )
        for c in every
    )
