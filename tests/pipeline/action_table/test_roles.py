"""Header words as offices write them, by the role they give a column."""

from __future__ import annotations

import pytest

from pipeline.action_table.roles import is_month, is_month_name, role_of
from pipeline.plan import Role

WORDINGS: dict[Role, tuple[str, ...]] = {
    "number": ("NO", "No.", "NO URUT"),
    "area": ("AREA PERUBAHAN", "Pilar"),
    "component": ("KOMPONEN", "SUB UNSUR", "PROGRAM", "Aspek"),
    "indicator": ("KRITERIA", "PERTANYAAN", "Indikator LKE", "Item Penilaian"),
    "action": ("TAHAPAN", "Action Plan", "Upaya yang dilakukan", "Langkah Strategis", "BENTUK KEGIATAN", "Strategi"),
    "evidence": ("DATA DUKUNG", "Bukti Dukung (Eviden)", "EVIDANCE", "Kelengkapan Dokumen"),
    "schedule": ("WAKTU PELAKSANAAN", "Deadline", "Due Date", "TENGGAT", "Jadwal Pelaksanaan 2024"),
    "output": ("Deliverable", "Target Hasil", "Target Capaian", "LUARAN"),
    "person": ("Unit in Charge", "Person in Charge (PIC)", "Penanggungjawab/Pelaksana"),
}


@pytest.mark.parametrize(("header", "role"), [(word, role) for role, words in WORDINGS.items() for word in words])
def test_role(header: str, role: Role) -> None:
    assert role_of(header) == role


@pytest.mark.parametrize("header", ["KET.", "CAPAIAN", "Realisasi", "Catatan", "Anggaran", "Tindak Lanjut"])
def test_no_role(header: str) -> None:
    assert role_of(header) is None


@pytest.mark.parametrize("header", ["Jan", "PEB", "Septem ber", "AGT", "JUNl", "Jan - Mar", "Januari s.d. Maret"])
def test_month_name(header: str) -> None:
    assert is_month_name(header)


@pytest.mark.parametrize("header", ["TW I", "Tw. II", "Triw. IV", "Triwulan 3", "B03", "Semester I", "Smt. 2", "Q3"])
def test_month_code(header: str) -> None:
    assert is_month(header) and not is_month_name(header)


@pytest.mark.parametrize("header", ["Deskripsi", "DESA", "Agenda", "Triwulan", "", "2024"])
def test_no_month(header: str) -> None:
    assert not is_month(header)
