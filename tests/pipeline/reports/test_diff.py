"""`renja diff`: rows paired by their words, gaps and findings followed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Place
from pipeline.diff import FieldChange, PlanDiff, compare, moved_on, pair_rows
from pipeline.records import Chapter, IndicatorState, PlanRecord, Row
from pipeline.reports.diff_page import pieces_of, render_diff
from tests.pipeline.reports.hostile import spoilt
from tests.pipeline.reports.made_up_plans import finding, record
from tests.pipeline.reports.web_pages import parsed, texts_of, words

CODE = "P.1.i.a"


def with_rows(plan: PlanRecord, rows: list[Row]) -> PlanRecord:
    return plan.model_copy(update={"rows": tuple(rows)})


def fingerprints(diff: PlanDiff) -> tuple[int, int, int, int, int]:
    return len(diff.added), len(diff.dropped), len(diff.reworded), len(diff.moved_on), len(diff.unchanged)


def test_a_plan_against_itself_has_nothing_to_tell() -> None:
    plan = record()
    diff = compare(plan, plan)
    assert fingerprints(diff) == (0, 0, 0, 0, len(plan.rows))
    assert (diff.gaps_closed, diff.gaps_opened, diff.corrected, diff.appeared) == ((), (), (), ())
    assert len(diff.remaining) == len(plan.findings)


def test_another_year_only_moves_on() -> None:
    assert fingerprints(compare(record(year=2023, findings=()), record(year=2024, findings=()))) == (0, 0, 0, 104, 0)


def test_added_dropped_and_reworded_rows() -> None:
    old = record(findings=())
    rows = list(old.rows)
    reworded = rows[3].model_copy(update={"action": "Menyusun pedoman baru bersama seluruh pegawai"})
    own = rows[5].model_copy(
        update={"id": "baru", "indicator": "Taman kantor dirawat bersama tiap Jumat", "action": "Menyiram", "matches": ()}
    )
    diff = compare(old, with_rows(old, [own, *rows[:3], reworded, *rows[5:]]))
    assert [row.id for row in diff.added] == ["baru"]
    assert [row.id for row in diff.dropped] == ["r004"]
    assert [(pair.old.id, [c.field for c in pair.changes]) for pair in diff.reworded] == [("r003", ["action"])]


def test_order_does_not_matter() -> None:
    old = record(findings=())
    diff = compare(old, with_rows(old, list(reversed(old.rows))))
    assert fingerprints(diff) == (0, 0, 0, 0, len(old.rows))
    assert [pair.new.id for pair in diff.pairs] == [row.id for row in reversed(old.rows)]


def test_gaps_closed_opened_and_left() -> None:
    diff = compare(record(missing=("P.1.i.a", "P.1.ii.b")), record(missing=("P.1.ii.b", "P.6.v.c")))
    assert (diff.gaps_closed, diff.gaps_opened, diff.gaps_remaining) == (("P.1.i.a",), ("P.6.v.c",), ("P.1.ii.b",))


@pytest.mark.parametrize(
    ("before", "after", "closed", "opened"),
    [
        ("missing", "covered", (CODE,), ()),
        ("covered", "missing", (), (CODE,)),
        ("missing", "not_measured", (), ()),
        ("not_measured", "missing", (), ()),
        ("missing", "review", (CODE,), ()),
    ],
)
def test_a_gap_is_followed_only_where_both_measure_it(
    before: IndicatorState, after: IndicatorState, closed: tuple[str, ...], opened: tuple[str, ...]
) -> None:
    diff = compare(with_state(before), with_state(after))
    assert (diff.gaps_closed, diff.gaps_opened) == (closed, opened)


def with_state(state: IndicatorState) -> PlanRecord:
    """The plan with one indicator of another state."""
    plan = record()
    indicators = tuple(i.model_copy(update={"state": state}) if i.code == CODE else i for i in plan.coverage.indicators)
    return plan.model_copy(update={"coverage": plan.coverage.model_copy(update={"indicators": indicators})})


def test_a_part_added_closes_its_gaps() -> None:
    diff = compare(record(without_reform=True, missing=()), record(missing=("R.5.i.a",)))
    assert len(diff.gaps_closed) == 22
    assert diff.gaps_remaining == ("R.5.i.a",)


def test_a_part_both_lack_is_one_statement() -> None:
    plan = record(without_reform=True, missing=("P.1.ii.b",))
    diff = compare(plan, plan)
    assert (diff.gaps_remaining, diff.still_lacking) == (("P.1.ii.b",), ("reform",))
    assert texts_of(parsed(render_diff(diff, "id")), "//p[@class='notice']") == [
        "Keduanya tidak memuat bagian reform sama sekali; hal itu dihitung sebagai satu catatan."
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Dinas Arsip Kab. Oro", "DINAS ARSIP KABUPATEN ORO", False),
        ("Dinas Arsip Kabupaten Oro", "Dinas Pasar Kabupaten Oro", True),
        ("Dinas Arsip Kabupaten Oro", None, False),
    ],
    ids=["one agency, two spellings", "two agencies", "not stated"],
)
def test_a_comparison_of_two_agencies_says_so(old: str | None, new: str | None, said: bool) -> None:
    plans = [
        (plan := record()).model_copy(update={"plan": plan.plan.model_copy(update={"agency": a, "region": None})})
        for a in (old, new)
    ]
    assert ("milik unit kerja yang berbeda" in render_diff(compare(*plans), "id")) is said


def test_places_are_those_of_the_finding_s_own_document() -> None:
    """Without pages the chapter tells the place."""
    chapters = [(Chapter(label=label, title="", where=(Place(block=2),)),) for label in ("BAB I", "BAB VII")]
    said = finding(1, "stale_year", "warning", "Tahun 2019", "x", None, 3).model_copy(update={"where": (Place(block=5),)})
    old, new = (
        record().model_copy(update={"chapters": chapter, "findings": (said.model_copy(update={"text": text}),)})
        for chapter, text in zip(chapters, ("Tahun 2018", "Tahun 2019"), strict=True)
    )
    told = words(parsed(render_diff(compare(old, new), "id")))
    assert "“Tahun 2018”X. BAB I" in told
    assert "“Tahun 2019”X. BAB VII" in told


def test_rows_without_pages_are_told_by_their_words_alone() -> None:
    old = record(findings=())
    rows = [row.model_copy(update={"where": (Place(block=n),)}) for n, row in enumerate(old.rows, 1)]
    told = words(parsed(render_diff(compare(with_rows(old, rows), with_rows(old, rows[1:])), "id")))
    assert rows[0].indicator in told
    assert "blok" not in told and "hlm." not in told


def test_findings_follow_their_row_when_ids_change() -> None:
    old = record()
    renamed = [row.model_copy(update={"id": f"x{row.id}"}) for row in old.rows]
    kept = finding(90, "bad_date", "error", "31 Februari 2024", "lain", renamed[3], 9)
    other = finding(91, "stale_year", "warning", "LKE Tahun 2018", "lain", renamed[5], 9)
    new = with_rows(old, renamed).model_copy(update={"findings": (kept, other)})
    diff = compare(old, new)
    assert [(pair.old.id, pair.new.id) for pair in diff.remaining] == [("f002", "f090")]
    assert [f.id for f in diff.appeared] == ["f091"]
    assert len(diff.corrected) == 7


@pytest.mark.parametrize(
    ("change", "remains"),
    [
        ({"id": "f900", "where": (Place(4),)}, True),
        ({"text": "31  februari 2024"}, True),
        ({"text": "32 Februari 2024"}, False),
        ({"kind": "stale_year"}, False),
        ({"row": None}, False),
    ],
    ids=["another place", "case and blanks", "other words", "another kind", "no longer in a row"],
)
def test_what_makes_a_finding_the_same(change: dict[str, object], remains: bool) -> None:
    old = record()
    said = finding(2, "bad_date", "error", "31 Februari 2024", "x", old.rows[3], 9)
    one, other = (old.model_copy(update={"findings": (f,)}) for f in (said, said.model_copy(update=change)))
    assert bool(compare(one, other).remaining) is remains


def test_two_equal_findings_are_not_paired_with_one() -> None:
    old = record()
    twin = old.findings[0].model_copy(update={"id": "f900"})
    diff = compare(old.model_copy(update={"findings": (old.findings[0], twin)}), old)
    assert [f.id for f in diff.corrected] == ["f900"]


@pytest.mark.parametrize(
    ("text", "years", "moved"),
    [
        ("Maret 2023", 1, "Maret 2024"),
        ("2019-2024", 1, "2020-2025"),
        ("NIP 197203152001121004", 1, "NIP 197203152001121004"),
        ("", 3, ""),
    ],
)
def test_years_move_on(text: str, years: int, moved: str) -> None:
    assert moved_on(text, years) == moved


WORDS = st.text(st.sampled_from("abc \n"), max_size=30)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_pieces_hold_both_texts(old: str, new: str) -> None:
    pieces = pieces_of(FieldChange("action", old, new, only_years=False))
    assert " ".join(p.text for p in pieces if p.kind != "in").split() == old.split()
    assert " ".join(p.text for p in pieces if p.kind != "out").split() == new.split()


INDICATORS = st.lists(st.text("abcdefgh ", min_size=1, max_size=25), max_size=8)


@settings(max_examples=60, deadline=None)
@given(INDICATORS, INDICATORS)
def test_no_row_has_two_partners(old: list[str], new: list[str]) -> None:
    pairs = pair_rows(
        [Row(id=str(n), indicator=t) for n, t in enumerate(old)], [Row(id=str(n), indicator=t) for n, t in enumerate(new)]
    )
    assert len({i for i, _ in pairs}) == len(pairs) == len({j for _, j in pairs})


def rows_of(indicators: list[str]) -> list[Row]:
    return [Row(id=str(number), indicator=text) for number, text in enumerate(indicators)]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_page_marks_words_and_escapes_markup(lang: str) -> None:
    old = record()
    rows = list(old.rows)
    rows[6] = rows[6].model_copy(update={"output": "9 <b>dokumen</b>"})
    root = parsed(render_diff(compare(old, with_rows(old, rows)), lang))
    assert texts_of(root, "//ins") == ["9 <b>dokumen</b>"]
    assert root.xpath("//script | //ins/b") == []
    assert "<script" not in render_diff(compare(old, spoilt(old)), lang)
