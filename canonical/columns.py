"""What a row can stand for: the indicators of the current list, and those of older lists that nothing took over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from canonical.cues import NO_CUES, Cue, read_cues
from canonical.features import Index, index
from canonical.lists import Indicator, Library, library


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
    return build_columns(library(), index())


def build_columns(lists: Library, idx: Index) -> tuple[Column, ...]:
    """The columns over `lists`, whose sentences `idx` holds."""
    return tuple(_build(lists, idx))


def _build(lists: Library, idx: Index) -> Iterator[Column]:
    """Every current indicator, and before each the withdrawn ones that stood there."""
    rank = {i.code: n for n, i in enumerate(lists.current.indicators)}
    withdrawn = list(_withdrawn(lists, idx, rank))
    for indicator in lists.current.indicators:
        yield from (column for place, column in withdrawn if place == rank[indicator.code])
        yield _current(lists, idx, indicator)
    yield from (column for place, column in withdrawn if place == len(rank))


def _current(lists: Library, idx: Index, indicator: Indicator) -> Column:
    kin = ((indicator.regulation, indicator.code), *lists.predecessors(indicator.code))
    names = dict.fromkeys(lists[regulation][code].sub_name for regulation, code in kin)
    cues = read_cues().get(indicator.code, NO_CUES)
    return Column(
        code=indicator.code,
        regulation=indicator.regulation,
        indicator=indicator,
        entries=_entries(idx, kin),
        sub_names=tuple(n for n in names if n),
        needs=cues.needs,
        claims=cues.claims,
        sub=indicator.sub_code,
    )


def _withdrawn(lists: Library, idx: Index, rank: dict[str, int]) -> Iterator[tuple[int, Column]]:
    """Indicators nothing took over, each with the rank in the current list before which it stands."""
    for crosswalk in lists.crosswalks:
        for link in crosswalk.links:
            if link.new_code is None:
                indicator = lists[crosswalk.old][link.old_code]
                cues = read_cues().get(f"{crosswalk.old} {link.old_code}", NO_CUES)
                yield (
                    _place(lists, indicator, rank),
                    Column(
                        code=indicator.code,
                        regulation=indicator.regulation,
                        indicator=indicator,
                        entries=_entries(idx, ((crosswalk.old, link.old_code),)),
                        sub_names=(indicator.sub_name,) if indicator.sub_name else (),
                        needs=cues.needs,
                        claims=(),
                        sub=_home(lists, indicator),
                        withdrawn=True,
                    ),
                )


def _home(lists: Library, indicator: Indicator) -> str:
    """The current sub-component that took over the withdrawn indicator's siblings."""
    siblings = [i for i in lists[indicator.regulation].indicators if i.sub_code == indicator.sub_code]
    codes = [new for i in siblings for new in lists.successors(i.regulation, i.code)]
    return lists.current[codes[0]].sub_code if codes else indicator.sub_code


def _place(lists: Library, indicator: Indicator, rank: dict[str, int]) -> int:
    """Where a withdrawn indicator stands in the current order: just before the successor of the one after it."""
    codes = [i.code for i in lists[indicator.regulation].indicators]
    for later in codes[codes.index(indicator.code) + 1 :]:
        for new in lists.successors(indicator.regulation, later):
            return rank[new]
    return len(rank)


def _entries(idx: Index, kin: Sequence[tuple[str, str]]) -> tuple[int, ...]:
    """The sentences that mean any of `kin` (newest list first), in that order: equal likeness speaks for the newest."""
    return tuple(n for one in kin for n, e in enumerate(idx.entries) if (e.indicator.regulation, e.indicator.code) == one)


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
