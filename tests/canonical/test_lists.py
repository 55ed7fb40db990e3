"""The lists as they come with renja: counts, weights, and proofs that notice what is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canonical.check import check
from canonical.columns import build_columns
from canonical.features import build_index
from canonical.lists import Crosswalk, Indicator, Library, Link, Regulation, library

COUNTS = [
    # regulation, part, indicators, data items
    ("permenpanrb-90-2021", "pemenuhan", 87, 0),
    ("permenpanrb-90-2021", "reform", 23, 26),
    ("permenpanrb-90-2021", "hasil", 3, 0),
    ("permenpanrb-52-2014", "pengungkit", 81, 0),
    ("permenpanrb-52-2014", "hasil", 3, 0),
]


@pytest.mark.parametrize(("name", "part", "indicators", "items"), COUNTS)
def test_counts(name: str, part: str, indicators: int, items: int) -> None:
    members = [i for i in library()[name].indicators if i.part == part]
    assert sum(not i.is_data_item for i in members) == indicators
    assert sum(i.is_data_item for i in members) == items


def test_every_proof_holds() -> None:
    failed = {p.claim: p.against for p in check(library()) if not p.holds}
    assert failed == {}


def test_what_is_unknown_is_said_to_be_unknown() -> None:
    unknown = " ".join(u for p in check(library()) for u in p.unknown)
    assert "K.2.iii" in unknown and "69 dari 84" in unknown and "WBBM pengungkit" in unknown


def _with_indicators(change: str) -> Library:
    """The library with one thing wrong in the current list."""
    lists = library()
    current = lists.current
    first, *rest = current.indicators
    broken = {
        "repeated code": (first, first, *rest),
        "wrong weight": (replace(first, sub_weight=0.75), *rest),
        "astray code": (replace(first, code="P.2.i.z"), *rest),
        "unknown answer": (replace(first, answer="A/B"), *rest),
        "lost indicator": tuple(rest),
    }[change]
    return replace(lists, regulations=(*lists.regulations[:-1], replace(current, indicators=broken)))


@pytest.mark.parametrize(
    ("change", "claim"),
    [
        ("repeated code", "kode tidak berulang"),
        ("wrong weight", "bobot berjumlah benar"),
        ("astray code", "kode sesuai"),
        ("unknown answer", "jenis jawaban"),
        ("lost indicator", "padanan tertutup"),
    ],
)
def test_the_proofs_notice(change: str, claim: str) -> None:
    failed = [p.claim for p in check(_with_indicators(change)) if not p.holds]
    assert any(claim in f for f in failed), failed


def test_a_threshold_of_wbbm_below_that_of_wbk_is_noticed() -> None:
    lists = library()
    measure = lists.thresholds[0].measure
    fallen = [replace(t, minimum=100.0 - n) if t.measure == measure else t for n, t in enumerate(lists.thresholds)]
    against = [line for p in check(replace(lists, thresholds=tuple(fallen))) for line in p.against]
    assert against == [f"{measure}: ambang WBBM di bawah WBK"]


def test_crosswalk_goes_both_ways() -> None:
    crosswalk = library().crosswalk("permenpanrb-52-2014", "permenpanrb-90-2021")
    assert crosswalk.successors("K.6.ii.c") == ("P.6.ii.c", "P.6.ii.d")
    assert crosswalk.predecessors("P.4.ii.h") == ("K.4.ii.g", "K.4.ii.h")
    assert crosswalk.successors("K.5.iv.a") == ()


@pytest.mark.parametrize(("name", "year", "expected"), [("permenpanrb-52-2014", 2019, True), ("permenpanrb-52-2014", 2022, False),
                                                        ("permenpanrb-90-2021", 2024, True), ("permenpanrb-90-2021", 2021, False)])  # fmt: skip
def test_in_force(name: str, year: int, expected: bool) -> None:
    assert library()[name].was_in_force(year) is expected


def _with_a_newer_list() -> Library:
    """The library with a made-up regulation that renames one indicator, splits one and withdraws one."""
    lists = library()
    newer = "permenpanrb-1-2030"
    changes = {"P.1.i.b": ("P.1.i.c", "P.1.i.d"), "P.5.iv.b": (), "P.1.i.a": ("P.1.i.z",)}
    links: list[Link] = []
    indicators: list[Indicator] = []
    for i in lists.current.indicators:
        codes = changes.get(i.code, (i.code,))
        links += [Link(i.code, c, "split" if len(codes) > 1 else "same") for c in codes] or [Link(i.code, None, "withdrawn")]
        indicators += [replace(i, code=c, regulation=newer, letter=c[-1]) for c in codes]
    regulation = Regulation(newer, "PermenPAN-RB 1/2030", 2030, None, tuple(indicators))
    crosswalk = Crosswalk(lists.current.name, newer, tuple(links))
    return replace(lists, regulations=(*lists.regulations, regulation), crosswalks=(*lists.crosswalks, crosswalk))


def test_a_newer_list_is_only_data() -> None:
    lists = _with_a_newer_list()
    assert lists.current.name == "permenpanrb-1-2030"
    assert lists.crosswalk("permenpanrb-90-2021", "permenpanrb-1-2030").successors("P.1.i.a") == ("P.1.i.z",)
    assert lists.successors("permenpanrb-52-2014", "K.1.i.b") == ("P.1.i.c", "P.1.i.d")
    assert lists.predecessors("P.1.i.z") == (("permenpanrb-90-2021", "P.1.i.a"), ("permenpanrb-52-2014", "K.1.i.a"))
    made = build_columns(lists, build_index(lists))
    assert [c.code for c in made if c.withdrawn] == ["K.5.iv.a", "P.5.iv.b", "K.6.i.c", "H.1.b"]
    assert len(next(c for c in made if c.code == "P.1.i.z").entries) == 3
