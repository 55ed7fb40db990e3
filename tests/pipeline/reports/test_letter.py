"""feedback.docx: what it says of a plan, and that it opens."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from extractors.document import Place
from pipeline.catalogue import texts
from pipeline.records import FindingKind, OlderCoverage, PlanRecord, Severity
from pipeline.reports.letter import write_letter
from pipeline.reports.letter_content import addressee, letter_content
from tests.pipeline.reports.hostile import spoilt
from tests.pipeline.reports.made_up_plans import AGENCY, finding, record
from tests.pipeline.reports.office import convert

ID = texts("id")


def words_of(path: Path) -> str:
    letter = docx.Document(str(path))
    cells = [cell.text for table in letter.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in letter.paragraphs), *cells])


def test_the_letter_names_agency_year_and_counts(tmp_path: Path) -> None:
    write_letter(record(), tmp_path / "feedback.docx", "id")
    words = words_of(tmp_path / "feedback.docx")
    for expected in (
        f"Yth. Kepala {AGENCY}",
        "Tahun 2024",
        "Dari 110 indikator",
        "102 indikator",
        "6 indikator",
        "Tembusan:",
        "LAMPIRAN III",
    ):
        assert expected in words, expected


def test_missing_weak_and_corrections_stand_apart() -> None:
    content = letter_content(record(), ID)
    assert [line.code for line in content.missing] == ["P.1.ii.b", "P.3.vi.a", "P.5.ii.c", "P.6.v.c", "R.2.iii.b", "R.5.i.a"]
    assert [remark.written for remark in content.weak] == ["Dokumentasi", "Meningkatnya kinerja"]
    assert [remark.place for remark in content.corrections] == ["hlm. 3", "hlm. 5", "hlm. 9, baris 4", "hlm. 9, baris 6",
                                                                "hlm. 10, baris 10", "—"]  # fmt: skip
    assert content.corrections[-1].written == "(tidak ada)"


def test_where_there_are_no_pages_rows_are_told() -> None:
    plan = record()
    found = finding(1, "stale_year", "warning", "LKE 2019", "tahun lain", plan.rows[4], 1).model_copy(
        update={"where": (Place(block=7),)}
    )
    content = letter_content(plan.model_copy(update={"findings": (found,)}), ID)
    assert [remark.place for remark in content.corrections] == ["baris 5"]


@pytest.mark.parametrize(
    ("agency", "words"),
    [
        (AGENCY, f"Yth. Kepala {AGENCY}"),
        ("Kecamatan Sumber Jernih Kabupaten Lembah Hijau", "Yth. Camat Sumber Jernih Kabupaten Lembah Hijau"),
        ("RSUD Melati Kota Muara", "Yth. Direktur RSUD Melati Kota Muara"),
        ("Pengadilan Agama Muara", "Yth. Ketua Pengadilan Agama Muara"),
        ("Sekretariat DPRD Kota Muara", "Yth. Sekretaris DPRD Kota Muara"),
        ("Rumah Sakit Jiwa Teduh", "Yth. Direktur Rumah Sakit Jiwa Teduh"),
        ("Rumah Tahanan Negara Kelas IIB Muara", "Yth. Kepala Rumah Tahanan Negara Kelas IIB Muara"),
        ("Fakultas Sastra Universitas Muara", "Yth. Dekan Fakultas Sastra Universitas Muara"),
        ("Inspektorat Kota Muara", "Yth. Inspektur Kota Muara"),
        ("Kecamatan", "Yth. Kepala Kecamatan"),
        (None, "Yth. [Kepala unit kerja]"),
    ],
)
def test_the_head_is_called_after_the_kind_of_unit(agency: str | None, words: str) -> None:
    assert addressee(agency, ID) == words


@pytest.mark.parametrize(
    ("text", "written"),
    [("SK Tim", "SK Tim"), ("-", "“-” pada indikator: {indicator}"), ("", "{indicator}")],
    ids=["words", "a dash", "nothing"],
)
def test_what_is_blank_is_told_by_its_indicator(text: str, written: str) -> None:
    plan = record()
    blank = finding(20, "empty_cell", "warning", text, "bukti tidak diisi", plan.rows[4], 9)
    (remark,) = letter_content(plan.model_copy(update={"findings": (blank,)}), ID).weak
    assert remark.written == written.format(indicator=plan.rows[4].indicator)
    assert remark.place == "hlm. 9, baris 5"


@pytest.mark.parametrize(
    ("kind", "severity", "annex"),
    [
        ("duplicate_cell", "warning", "weak"),
        ("empty_cell", "warning", "weak"),
        ("stale_year", "warning", "corrections"),
        ("bad_date", "error", "corrections"),
        ("stale_year", "info", None),
    ],
)
def test_what_is_weak_and_what_is_wrong_stand_apart(kind: FindingKind, severity: Severity, annex: str | None) -> None:
    found = finding(1, kind, severity, "kata", "sebab", record().rows[4], 9)
    content = letter_content(record(findings=[found]), ID)
    assert [name for name in ("weak", "corrections") if getattr(content, name)] == ([annex] if annex else [])


def test_a_plan_without_a_table_is_not_praised() -> None:
    clean = ID("letter.summary_clean")
    assert clean in letter_content(without_faults(), ID).paragraphs
    assert clean not in letter_content(record(rows=(), missing=(), review=(), findings=()), ID).paragraphs


def test_rows_are_explained_where_they_are_named(tmp_path: Path) -> None:
    write_letter(record(), tmp_path / "with.docx", "id")
    write_letter(record(findings=[record().findings[0]]), tmp_path / "without.docx", "id")
    assert ID("letter.row_numbers") in words_of(tmp_path / "with.docx")
    assert ID("letter.row_numbers") not in words_of(tmp_path / "without.docx")


def without_faults() -> PlanRecord:
    return record(missing=(), review=(), findings=())


@pytest.mark.parametrize(
    ("plan", "sentence", "annex"),
    [
        (without_faults(), "Kami tidak menemukan kekurangan", False),
        (record(rows=(), findings=(), missing=()), "belum menemukan tabel rencana aksi", False),
        (record(without_reform=True, findings=()), "Bagian reform belum dimuat", True),
        (record(without_reform=True, findings=()), "Dari 87 indikator pemenuhan", True),
        (record(review=()), "104 indikator dan 6 indikator belum direncanakan", True),
    ],
    ids=["nothing wrong", "no action table", "no reform part", "counted without it", "nothing in review"],
)
def test_sentences(plan: PlanRecord, sentence: str, annex: bool) -> None:
    content = letter_content(plan, ID)
    assert sentence in " ".join(content.paragraphs)
    assert content.has_annex is annex


def test_an_older_plan_is_not_asked_for_a_reform_part() -> None:
    plan = record(without_reform=True, year=2019)
    older = OlderCoverage(regulation="permenpanrb-52-2014", first=True, covered=("K.1.i.a",), missing=("K.1.ii.b",))
    content = letter_content(plan.model_copy(update={"coverage": plan.coverage.model_copy(update={"older": older})}), ID)
    assert [line.code for line in content.missing] == ["K.1.ii.b"]
    assert "reform" not in " ".join(content.paragraphs)
    assert content.regulation.endswith("Reformasi Birokrasi Nomor 52 Tahun 2014")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_it_opens_in_libreoffice(tmp_path: Path, lang: str) -> None:
    write_letter(spoilt(record()), tmp_path / "feedback.docx", lang)
    assert convert(tmp_path / "feedback.docx", "pdf", tmp_path / "out").stat().st_size > 10_000
    assert "<script>alert(1)</script>" in words_of(tmp_path / "feedback.docx")


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        write_letter(record(), tmp_path / name, "id")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
