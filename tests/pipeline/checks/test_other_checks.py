"""Blank cells, weak rows, missing parts and unread pages."""

from __future__ import annotations

import pytest

from extractors.document import PageSummary, Place
from pipeline.records import Chapter
from tests.pipeline.checks.plans import found, paragraph, plan, row

FULL = {
    "indicator": "Tim telah dibentuk melalui prosedur",
    "action": "Menunjuk ketua pokja",
    "evidence": "SK Tim",
    "schedule": "Maret 2024",
    "output": "1 dokumen",
}


def test_a_full_row_has_no_blank_cell() -> None:
    assert found("empty_cell", plan(rows=[row(**FULL)])) == []


@pytest.mark.parametrize("blank", ["", "-", "–", " . ", "…"])
@pytest.mark.parametrize("role", ["indicator", "action", "evidence", "schedule", "output"])
def test_finds_blank_cells(role: str, blank: str) -> None:
    rows = [row(1, **FULL), row(2, **FULL, component="Lain"), row(3, **{**FULL, role: blank, "component": "Sendiri"})]
    (finding,) = found("empty_cell", plan(rows=rows))
    assert (finding.text, finding.rows) == (blank.strip(), ("r3",))


def test_a_column_blank_in_most_rows_is_one_finding() -> None:
    rows = [row(n, **{**FULL, "output": ""}) for n in range(1, 6)]
    (finding,) = found("empty_cell", plan(rows=rows))
    assert len(finding.rows) == 5


def test_a_column_the_plan_does_not_have_is_not_blank() -> None:
    rows = [row(n, **{**FULL, "output": ""}) for n in range(1, 6)]
    assert found("empty_cell", plan(rows=rows, roles=("indicator", "action", "evidence", "schedule"))) == []


def test_one_time_may_stand_for_a_component() -> None:
    rows = [row(1, **FULL), row(2, **{**FULL, "schedule": ""}), row(3, **FULL), row(4, **FULL)]
    assert found("empty_cell", plan(rows=rows)) == []


def test_where_every_row_has_its_time_one_without_is_blank() -> None:
    rows = [row(n, **{**FULL, "schedule": "" if n == 5 else "Mei 2024"}) for n in range(1, 11)]
    (finding,) = found("empty_cell", plan(rows=rows))
    assert finding.rows == ("r5",)


def test_blank_rows_in_a_row_are_one_finding() -> None:
    rows = [row(n, **FULL) for n in range(1, 6)] + [row(n, **{**FULL, "schedule": "", "component": "B"}) for n in (6, 7)]
    (finding,) = found("empty_cell", plan(rows=rows))
    assert finding.rows == ("r6", "r7")


def test_data_items_need_no_action() -> None:
    rows = [
        row(1, **FULL),
        row(2, **FULL),
        row(3, **{**FULL, "indicator": "Jumlah agen perubahan", "action": "", "evidence": ""}),
    ]
    assert found("empty_cell", plan(rows=rows)) == []


def test_data_items_with_an_action_need_a_time() -> None:
    item = {**FULL, "indicator": "Jumlah pelanggaran tahun sebelumnya", "schedule": "", "component": "Disiplin"}
    (finding,) = found("empty_cell", plan(rows=[row(1, **FULL), row(2, **FULL), row(3, **item)]))
    assert finding.rows == ("r3",)


@pytest.mark.parametrize(
    "change",
    [
        {"action": "Tim dibentuk melalui prosedur"},
        {"evidence": "Kegiatan terlaksana dengan baik"},
        {"output": "Pegawai menjadi lebih paham"},
    ],
)
def test_hints_at_weak_rows(change: dict[str, str]) -> None:
    (finding,) = found("weak_row", plan(rows=[row(**{**FULL, **change})]))
    assert finding.severity == "info"


@pytest.mark.parametrize(
    "evidence", ["SK", "Notula", "Foto", "SKP", "Daftar hadir", "Tangkapan layar aplikasi", "Website", "Banner"]
)
def test_lets_short_evidence_pass(evidence: str) -> None:
    assert found("weak_row", plan(rows=[row(**{**FULL, "evidence": evidence})])) == []


def test_tells_missing_areas_and_chapters() -> None:
    rows = [row(n, area=n, **FULL) for n in (1, 2, 3, 4, 6)]
    chapters = [Chapter(label="BAB I", title="PENDAHULUAN"), Chapter(label="BAB II", title="RENCANA AKSI")]
    whys = [f.why for f in found("missing_part", plan([paragraph("Judul")], rows, chapters=chapters))]
    assert any("Penguatan Pengawasan" in why for why in whys)
    assert any("penutup" in why for why in whys)
    assert not any("pendahuluan" in why for why in whys)


@pytest.mark.parametrize(
    ("year", "part", "is_told"),
    [
        (2021, "pemenuhan", False),
        (2022, "pemenuhan", True),
        (2024, "pemenuhan", True),
        (2024, "reform", False),
        (None, "pemenuhan", False),
    ],
)
def test_a_reform_part_is_due_from_2022_on(year: int | None, part: str, is_told: bool) -> None:
    findings = found("missing_part", plan(rows=[row(**{**FULL, "part": part})], year=year))
    assert any("bagian reform" in f.why for f in findings) is is_told


def test_what_is_missing_points_to_the_first_heading_alone() -> None:
    chapters = [
        Chapter(label=f"BAB {n}", title="ISI", where=(Place(block=b), Place(block=b + 1))) for n, b in (("I", 3), ("II", 7))
    ]
    findings = found("missing_part", plan(chapters=chapters))
    assert {f.where for f in findings} == {(Place(block=3),)}


def test_missing_parts_have_a_place_and_no_words() -> None:
    findings = found("missing_part", plan([paragraph("Judul")]))
    assert findings
    assert all(f.where and f.text == "" for f in findings)


@pytest.mark.parametrize(
    ("page", "count"),
    [
        (PageSummary(1, 595, 842, "text"), 0),
        (PageSummary(1, 595, 842, "ocr", confidence=0.9), 0),
        (PageSummary(1, 595, 842, "ocr", confidence=0.2), 1),
        (PageSummary(1, 595, 842, "none", note="halaman terlalu gelap"), 1),
        (PageSummary(1, 595, 842, "none"), 0),
    ],
)
def test_finds_unread_pages(page: PageSummary, count: int) -> None:
    assert len(found("unread_page", plan(pages=[page]))) == count
