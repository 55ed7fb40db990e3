"""Rows matched as a plan: areas and parts that lost their headings, and matches carried into the records."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from canonical.lists import Indicator, library
from pipeline.matching import match_rows
from pipeline.records import Part, Row

CURRENT = [i for i in library().current.indicators if i.part != "hasil"]


def _row(n: int, indicator: Indicator, **changes: object) -> Row:
    part: Part = "reform" if indicator.part == "reform" else "pemenuhan"
    fields = {
        "part": part,
        "area": indicator.area,
        "number": indicator.sub,
        "component": indicator.sub_name,
        "indicator": indicator.text,
    }
    return Row.model_validate({"id": f"r{n}", **fields, **changes})


def _plan(indicators: Iterable[Indicator] = CURRENT) -> list[Row]:
    return [_row(n, i) for n, i in enumerate(indicators)]


def _places(rows: Iterable[Row]) -> list[tuple[str, int | None]]:
    return [(r.part, r.area) for r in rows]


def test_a_whole_plan_in_official_words() -> None:
    rows = match_rows(_plan())
    assert [r.accepted_codes for r in rows] == [(i.code,) for i in CURRENT]
    assert _places(rows) == _places(_plan())


def test_no_area_heading_at_all() -> None:
    blind = [r.model_copy(update={"area": None}) for r in _plan()]
    assert _places(match_rows(blind)) == _places(_plan())


@pytest.mark.parametrize("lost", [1, 2, 3, 4, 5, 6])
def test_one_lost_area_heading(lost: int) -> None:
    """Rows after a heading that was not found carry the area before it; at the top of a part that of the part before."""
    before = {1: 6, 2: 1, 3: 2, 4: 3, 5: 4, 6: 5}[lost]
    hurt = [r.model_copy(update={"area": before}) if r.area == lost and r.part == "pemenuhan" else r for r in _plan()]
    if lost == 1:
        hurt = [r.model_copy(update={"area": before}) if r.area == 1 and r.part == "reform" else r for r in _plan()]
    assert _places(match_rows(hurt)) == _places(_plan())


def test_an_area_that_one_row_contradicts_stands() -> None:
    rows = _plan(i for i in CURRENT if i.area == 1 and i.part == "pemenuhan")
    astray = _row(99, library().current["P.5.i.a"], area=1, component=rows[-1].component, number=rows[-1].number)
    assert {r.area for r in match_rows([*rows, astray])} == {1}


@pytest.mark.parametrize(
    ("stated", "areas"),
    [
        ((1, 1, 2, 2), (1, 1, 2, 2)),
        ((1, 1, 2), (1, 1, 1)),
        ((1, 1, 2, 2, 1), (1, 1, 1, 1, 1)),
        ((2, 2, 1, 1), (2, 2, 2, 2)),
        ((1, 1, 2, 2, 3, 3), (1, 1, 2, 2, 3, 3)),
    ],
    ids=["all that follow go on", "one row astray", "the plan comes back", "never to an earlier area", "two headings lost"],
)
def test_rows_move_on_to_a_later_area_only_where_all_that_follow_do(stated: tuple[int, ...], areas: tuple[int, ...]) -> None:
    """All stand under the heading of the first; each row states an indicator of the area named."""
    of_area = {area: iter([i for i in CURRENT if i.area == area and i.part == "pemenuhan"]) for area in set(stated)}
    rows = [_row(n, next(of_area[area]), area=stated[0], number=str(area)) for n, area in enumerate(stated)]
    assert [r.area for r in match_rows(rows)] == list(areas)


def test_a_lost_reform_heading() -> None:
    hurt = [r.model_copy(update={"part": "pemenuhan"}) for r in _plan()]
    assert _places(match_rows(hurt)) == _places(_plan())


def test_a_plan_without_reform_stays_pemenuhan() -> None:
    older = [i for i in library()["permenpanrb-52-2014"].indicators if i.part == "pengungkit"]
    assert {r.part for r in match_rows(_plan(older))} == {"pemenuhan"}


def test_withdrawn_indicators_are_named_on_their_row() -> None:
    older = library()["permenpanrb-52-2014"]
    rows = match_rows(_plan([older["K.6.i.b"], older["K.6.i.c"], older["K.6.i.d"]]))
    assert [r.withdrawn for r in rows] == [None, "permenpanrb-52-2014 K.6.i.c", None]
    assert rows[1].accepted_codes == ()


def test_nothing_but_matches_area_and_part_changes() -> None:
    before = _plan()
    for old, new in zip(before, match_rows(before), strict=True):
        assert new.model_copy(update={"matches": (), "withdrawn": None}) == old


def test_no_rows() -> None:
    assert match_rows([]) == ()
