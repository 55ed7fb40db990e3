"""Coverage: the contract's counts and sums, lacking parts, older lists, rows off the list, reach."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canonical.lists import library
from pipeline.coverage import cover, indicator_weights
from pipeline.records import Coverage, Decision, Match, Row

CURRENT = library().current
PEMENUHAN = [i.code for i in CURRENT.indicators if i.part == "pemenuhan"]
REFORM = [i.code for i in CURRENT.indicators if i.part == "reform" and not i.is_data_item]
ITEMS = [i.code for i in CURRENT.indicators if i.is_data_item]
COUNTER = itertools.count()


def _row(*codes: str, decision: Decision = "accepted", withdrawn: str | None = None, via: str | None = None) -> Row:
    part = "reform" if codes and codes[0].startswith("R") else "pemenuhan"
    matches = tuple(Match(code=c, score=0.9, decision=decision, via=via, why="-") for c in codes)
    return Row.model_validate(
        {"id": f"r{next(COUNTER)}", "part": part, "indicator": "teks", "matches": matches, "withdrawn": withdrawn}
    )


def test_everything_covered() -> None:
    coverage = cover([_row(c) for c in PEMENUHAN + REFORM], 2024)
    assert coverage.missing == () and coverage.review == () and set(coverage.covered) == set(PEMENUHAN + REFORM)
    assert all(a.at_stake == 0 and a.covered == a.of for a in coverage.areas)
    totals = {r.predicate: r.at_best for r in coverage.reach if r.measure == "pengungkit"}
    assert totals == {"WBK": 60.0, "WBBM": 60.0}


def test_weights_add_up_to_a_hundred() -> None:
    assert sum(w or 0 for w in indicator_weights(CURRENT).values()) == pytest.approx(100)


def test_the_contracts_example_of_an_area() -> None:
    """Area 1 of pemenuhan: two of three indicators of the sub-component "ii" (weight 1) missing are 0.6667 points."""
    rows = [_row(c) for c in PEMENUHAN if c not in ("P.1.ii.b", "P.1.ii.c")]
    area = next(a for a in cover(rows, 2024).areas if (a.part, a.area) == ("pemenuhan", 1))
    assert (area.covered, area.review, area.missing, area.of, area.weight) == (10, 0, 2, 12, 4.0)
    assert area.at_stake == pytest.approx(2 / 3, abs=1e-4)


def test_no_reform_part_is_one_statement() -> None:
    coverage = cover([_row(PEMENUHAN[0])], 2024)
    assert coverage.lacking_parts == ("reform",)
    assert not any(c.startswith(("R.", "H.")) for c in coverage.missing)
    assert {i.state for i in coverage.indicators if i.code.startswith("H.")} == {"not_measured"}


def test_one_astray_row_makes_no_reform_part() -> None:
    astray = _row("R.6.ii.a").model_copy(update={"part": "pemenuhan"})
    coverage = cover([_row(PEMENUHAN[0]), astray], 2024)
    assert coverage.lacking_parts == ("reform",) and "R.6.ii.a" in coverage.covered
    assert not any(c.startswith("R.") for c in coverage.missing)


@pytest.mark.parametrize(("astray", "lacking"), [(2, ("reform",)), (3, ())], ids=["two rows", "three rows"])
def test_three_astray_rows_make_a_reform_part(astray: int, lacking: tuple[str, ...]) -> None:
    rows = [_row(code).model_copy(update={"part": "pemenuhan"}) for code in REFORM[:astray]]
    assert cover([_row(PEMENUHAN[0]), *rows], 2024).lacking_parts == lacking


def _torn(sure: str, open_: str, via: str | None = None) -> Row:
    """A row that covers one indicator and was also looked at for another."""
    return _row(sure, via=via).model_copy(
        update={"matches": (*_row(sure, via=via).matches, *_row(open_, decision="review", via=via).matches)}
    )


def test_what_a_row_that_covers_something_might_be_besides_is_missing() -> None:
    coverage = cover([_torn("P.1.i.a", "P.1.i.b")], 2019)
    assert "P.1.i.b" in coverage.missing and coverage.review == ()
    assert coverage.older is not None and coverage.older.review == ()


def test_review_is_neither_covered_nor_missing() -> None:
    coverage = cover([_row("P.1.i.a", "P.1.i.b", decision="review"), _row("P.1.i.b")], 2024)
    assert "P.1.i.a" in coverage.review and "P.1.i.b" in coverage.covered
    assert not {"P.1.i.a", "P.1.i.b"} & set(coverage.missing)


def test_a_data_item_covers_nothing_by_itself() -> None:
    coverage = cover([_row("R.3.iii.a.1")], 2024)
    assert "R.3.iii.a" in coverage.missing and "R.3.iii.a.1" not in coverage.covered


def test_rows_off_the_list_are_told_apart() -> None:
    local, gone = _row(), _row(withdrawn="permenpanrb-52-2014 K.6.i.c")
    blank = _row().model_copy(update={"indicator": " "})
    refused, open_ = _row("P.1.i.a", decision="rejected"), _row("P.1.i.a", decision="review")
    found = {o.row: (o.kind, o.via) for o in cover([local, gone, refused, open_, blank], 2024).off_list}
    assert found == {
        local.id: ("local", None),
        gone.id: ("withdrawn", "permenpanrb-52-2014 K.6.i.c"),
        refused.id: ("local", None),
    }


def test_an_older_plan_is_measured_by_its_own_list_first() -> None:
    rows = [
        _row("P.6.ii.c", "P.6.ii.d", via="permenpanrb-52-2014 K.6.ii.c"),
        _row("P.4.ii.h", via="permenpanrb-52-2014 K.4.ii.g"),
        _row(withdrawn="permenpanrb-52-2014 K.5.iv.a"),
        _row("P.1.i.a"),
    ]
    older = cover(rows, 2019).older
    assert older is not None and older.first
    assert set(older.covered) == {"K.6.ii.c", "K.4.ii.g", "K.5.iv.a", "K.1.i.a"}
    assert "K.4.ii.h" in older.missing


@pytest.mark.parametrize(("year", "via", "told", "first"), [(2021, None, True, True), (2022, None, False, False),
                                                            (2024, "permenpanrb-52-2014 K.1.i.a", True, False), (None, None, False, False)])  # fmt: skip
def test_when_the_older_list_is_told_of(year: int | None, via: str | None, told: bool, first: bool) -> None:
    older = cover([_row("P.1.i.a", via=via)], year).older
    assert (older is not None) is told and (older.first if older else False) is first


@pytest.mark.parametrize(("current", "told"), [(3, True), (4, False)], ids=["a quarter", "less"])
def test_from_a_quarter_of_older_sentences_on_the_older_list_is_told_of(current: int, told: bool) -> None:
    rows = [_row("P.1.i.a", via="permenpanrb-52-2014 K.1.i.a"), *(_row(code) for code in PEMENUHAN[1 : 1 + current])]
    assert (cover(rows, 2024).older is not None) is told


def test_what_a_plan_without_reform_can_reach() -> None:
    reach = cover([_row(c) for c in PEMENUHAN], 2024).reach
    pengungkit = next(r for r in reach if (r.predicate, r.measure) == ("WBK", "pengungkit"))
    total = next(r for r in reach if (r.predicate, r.measure) == ("WBK", "total"))
    assert (pengungkit.at_best, pengungkit.verdict) == (30.0, "out_of_reach")
    assert (total.at_best, total.verdict) == (70.0, "out_of_reach")
    assert {r.verdict for r in reach if r.measure.startswith("survei")} == {"not_measured"}


@pytest.mark.parametrize(
    ("decision", "left_out", "sure", "verdict"),
    [
        ("accepted", 0, 40.0, "reachable"),
        ("review", 0, 30.0, "open"),
        ("accepted", 1, None, "out_of_reach"),
        ("review", 1, 30.0, "out_of_reach"),
    ],
    ids=["just enough", "just enough after review", "one too few", "one too few after review"],
)
def test_a_minimum_is_reached_when_it_is_met(decision: Decision, left_out: int, sure: float | None, verdict: str) -> None:
    """Pemenuhan is 30 points, areas 3 and 4 of reform 5 each; WBK asks for 40 of pengungkit."""
    reform = [code for code in REFORM if CURRENT[code].area in (3, 4)][left_out:]
    rows = [*(_row(code) for code in PEMENUHAN), *(_row(code, decision=decision) for code in reform)]
    line = next(r for r in cover(rows, 2024).reach if (r.predicate, r.measure) == ("WBK", "pengungkit"))
    assert line.verdict == verdict and (sure is None or line.sure == sure)


def test_an_area_s_best_counts_what_is_in_review() -> None:
    rows = [_row(code, decision="review") for code in PEMENUHAN if CURRENT[code].area == 1]
    lines = [r for r in cover(rows, 2024).reach if r.area == 1]
    assert {(r.sure, r.at_best, r.unit) for r in lines} == {(0.0, 50.0, lines[0].unit)}


def _sums(coverage: Coverage) -> None:
    states = [i.state for i in coverage.indicators]
    assert states.count("covered") == len(coverage.covered)
    assert states.count("missing") == len(coverage.missing)
    assert not set(coverage.covered) & (set(coverage.missing) | set(coverage.review))
    for area in coverage.areas:
        subs = [s for s in coverage.subs if (s.part, s.area) == (area.part, area.area)]
        assert area.covered + area.review + area.missing == area.of == sum(s.of for s in subs)
        assert area.at_stake == pytest.approx(sum(s.at_stake or 0 for s in subs), abs=1e-3)
        assert 0 <= area.at_stake <= area.weight + 1e-3
    for line in coverage.reach:
        assert line.sure is None or (line.at_best is not None and line.sure <= line.at_best)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(PEMENUHAN + REFORM + ITEMS), max_size=3), st.sampled_from(["accepted", "review", "rejected"])
        )
    ),
    st.sampled_from([None, 2019, 2024]),
)
def test_counts_and_sums_agree(rows: list[tuple[list[str], Decision]], year: int | None) -> None:
    _sums(cover([_row(*codes, decision=decision) for codes, decision in rows], year))
