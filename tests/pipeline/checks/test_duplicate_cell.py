"""Evidence that repeats its action, rows that repeat rows, and what only looks like it."""

from __future__ import annotations

import pytest

from extractors.document import PageSummary, Place
from pipeline.records import CellReading
from tests.pipeline.checks.plans import found, plan, row

COPIES = [
    ("equal", "Laporan monev kode etik", "Laporan monev kode etik"),
    ("after the verb", "Menyusun laporan monev penempatan", "Laporan monev penempatan"),
    ("after another verb", "Membuat daftar kebutuhan pelatihan", "Daftar kebutuhan pelatihan"),
    ("after a noun of doing", "Penyusunan peta risiko layanan", "Peta risiko layanan"),
    ("after 'melaksanakan'", "Melaksanakan survei kepuasan masyarakat", "Survei kepuasan masyarakat"),
    ("capitals and full stop", "Menetapkan SK Tim Pengelola.", "SK TIM PENGELOLA"),
    ("numbered", "1. Menyusun daftar risiko unit", "Daftar risiko unit"),
    ("bulleted", "Menyusun rencana kerja pokja", "- Rencana kerja pokja"),
    ("a letter lost", "Menyusun laporan implementasi benturan kepentingan", "Laporan mplementasi benturan kepentingan"),
    ("wrapped differently", "Menyusun standar  pelayanan\nloket", "Standar pelayanan loket"),
    ("'adanya' before", "Adanya papan maklumat layanan", "Papan maklumat layanan"),
]

NO_COPIES = [
    ("one word differs", "Menyusun laporan evaluasi mutasi pegawai", "Laporan monev mutasi pegawai"),
    ("evidence says more", "Menyusun peta jabatan", "Peta jabatan dan surat pengesahannya"),
    ("action says more", "Menyusun dan mengesahkan peta jabatan baru", "Peta jabatan"),
    ("kind of paper", "Melakukan penilaian risiko", "Dokumen penilaian risiko"),
    ("record of doing", "Rapat evaluasi triwulan", "Notula rapat evaluasi triwulan"),
    ("short", "Menyusun SKP", "SKP"),
    ("digits differ", "Menyusun laporan kinerja tahun 2023", "Laporan kinerja tahun 2024"),
    ("evidence blank", "Menyusun laporan", ""),
    ("both blank", "", ""),
    ("other words", "Menunjuk petugas loket", "Surat tugas"),
]


@pytest.mark.parametrize(("action", "evidence"), [c[1:] for c in COPIES], ids=[c[0] for c in COPIES])
def test_finds_evidence_that_repeats_its_action(action: str, evidence: str) -> None:
    (finding,) = found("duplicate_cell", plan(rows=[row(action=action, evidence=evidence)]))
    assert finding.text == " ".join(action.split())


@pytest.mark.parametrize(("action", "evidence"), [c[1:] for c in NO_COPIES], ids=[c[0] for c in NO_COPIES])
def test_lets_other_evidence_pass(action: str, evidence: str) -> None:
    assert found("duplicate_cell", plan(rows=[row(action=action, evidence=evidence)])) == []


def test_rows_that_repeat_a_row_are_one_finding() -> None:
    rows = [
        row(n, indicator=f"Indikator {n}", action="Menambah inovasi layanan", evidence="Halaman layanan daring")
        for n in (1, 2, 3)
    ]
    (finding,) = found("duplicate_cell", plan(rows=rows))
    assert finding.rows == ("r1", "r2", "r3")


@pytest.mark.parametrize(
    ("action", "evidence", "count"),
    [("Menunjuk petugas loket", "SK", 1), ("Rapat", "Notula rapat pokja", 1), ("Rapat", "Notula", 0)],
    ids=["short evidence", "short action", "both short"],
)
def test_one_long_cell_is_enough_to_repeat_a_row(action: str, evidence: str, count: int) -> None:
    rows = [row(n, indicator=f"Indikator {n}", action=action, evidence=evidence) for n in (1, 2)]
    assert len(found("duplicate_cell", plan(rows=rows))) == count


def test_rows_that_share_only_evidence_are_none() -> None:
    rows = [row(n, action=f"Kegiatan pokja nomor {n}", evidence="Undangan, daftar hadir, notula, dan foto") for n in (1, 2)]
    assert found("duplicate_cell", plan(rows=rows)) == []


def test_rows_that_share_only_the_action_are_none() -> None:
    rows = [row(n, action="Menyusun laporan aduan masyarakat", evidence=f"Register aduan loket {n}") for n in (1, 2)]
    assert found("duplicate_cell", plan(rows=rows)) == []


MISREAD = [
    (
        "a letter misread in each cell",
        "Menghitung pelanggaran dlsiplin pegawai",
        "Rekap hukuman disiplln pegawai dan tindak lanjutnya",
        True,
        1,
    ),
    (
        "a digit differs",
        "Menghitung pelanggaran disiplin pegawai",
        "Rekap hukuman disiplin pegawai dan tindak lanjutnya 2",
        True,
        0,
    ),
    ("another word", "Menghitung pelanggaran disiplin pegawai", "Rekap hukuman jabatan pegawai dan tindak lanjutnya", True, 0),
    (
        "the same slip in a text",
        "Menghitung pelanggaran dlsiplin pegawai",
        "Rekap hukuman disiplln pegawai dan tindak lanjutnya",
        False,
        0,
    ),
]


@pytest.mark.parametrize(("action", "evidence", "is_scan", "count"), [m[1:] for m in MISREAD], ids=[m[0] for m in MISREAD])
def test_on_scans_a_misread_letter_keeps_no_copy_apart(action: str, evidence: str, is_scan: bool, count: int) -> None:
    rows = [
        row(1, action="Menghitung pelanggaran disiplin pegawai", evidence="Rekap hukuman disiplin pegawai dan tindak lanjutnya"),
        row(2, action=action, evidence=evidence),
    ]
    pages = (PageSummary(1, 595, 842, "ocr" if is_scan else "text"),)
    assert len(found("duplicate_cell", plan(rows=rows, pages=pages))) == count


def test_a_cell_merged_over_rows_is_no_copy() -> None:
    cell = CellReading(where=(Place(3, (10.0, 20.0, 90.0, 80.0)),))
    rows = [
        row(n, action="Menghitung pelanggaran disiplin", evidence="Rekap hukuman disiplin").model_copy(
            update={"cells": {"action": cell}}
        )
        for n in (1, 2)
    ]
    assert found("duplicate_cell", plan(rows=rows)) == []
