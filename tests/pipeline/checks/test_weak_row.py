"""Evidence that names a paper, a picture or a system, and evidence that names nothing to look at."""

from __future__ import annotations

import pytest

from tests.pipeline.checks.plans import found, plan, row

FULL = {
    "indicator": "Tim telah dibentuk melalui prosedur",
    "action": "Menunjuk ketua pokja",
    "schedule": "Maret 2024",
    "output": "1 dokumen",
}

WITHOUT_PAPER = [
    "Kegiatan terlaksana dengan baik",
    "Pegawai memahami perannya",
    "Sudah berjalan",
    "Terlaksana sesuai ketentuan",
    "Rapat pembahasan berkala",
    "Kepala Dinas",
    "Meningkatnya disiplin pegawai",
    "Seluruh pegawai terlibat",
    "Dilaksanakan tepat waktu",
    "Sekretaris, kepala bidang",
    "Ada dan lengkap",
    "Sosialisasi kepada masyarakat",
]

NAMES_A_PAPER = [
    "Lembar kendali pelaksanaan kegiatan",
    "Lembar kendali pelaksanaan kegiatan, paraf atasan",
    "Kartu antrean",
    "Buku tamu",
    "Register permohonan",
    "Matriks tindak lanjut",
    "Rekap kehadiran",
    "Tangkapan layar",
    "Tautan unduhan",
    "Papan pengumuman",
    "Spanduk",
    "Piagam",
    "Berita acara serah terima",
    "Kuitansi",
    "Jadwal piket",
    "Peta proses bisnis",
    "Brosur layanan",
    "Video profil",
    "Screenshot aplikasi",
    "Jurnal harian",
    "Ceklis kebersihan",
    "Tanda terima berkas",
    "Denah kantor",
    "Infografis tarif",
    "Panduan pengguna",
    "Kepwal tentang agen perubahan",
]


@pytest.mark.parametrize("evidence", WITHOUT_PAPER)
def test_hints_at_evidence_without_a_paper(evidence: str) -> None:
    (finding,) = found("weak_row", plan(rows=[row(**FULL, evidence=evidence)]))
    assert (finding.severity, finding.text) == ("info", evidence)


@pytest.mark.parametrize("evidence", NAMES_A_PAPER)
def test_lets_papers_pass(evidence: str) -> None:
    assert found("weak_row", plan(rows=[row(**FULL, evidence=evidence)])) == []


@pytest.mark.parametrize("evidence", ["", "-", "1."])
def test_a_cell_without_words_is_left_to_the_check_of_empty_cells(evidence: str) -> None:
    assert found("weak_row", plan(rows=[row(**FULL, evidence=evidence)])) == []


RESTATES = [
    ("Tim telah dibentuk melalui prosedur", "Melaksanakan tim telah dibentuk melalui prosedur"),
    ("Terdapat inovasi pelayanan", "Melaksanakan terdapat inovasi pelayanan"),
    ("Laporan kinerja telah disusun tepat waktu", "Memastikan laporan kinerja disusun tepat waktu"),
    ("Monitoring dan evaluasi dilakukan berkala", "Melakukan monitoring dan evaluasi berkala"),
    ("Standar pelayanan telah dimaklumatkan", "Terlaksananya standar pelayanan telah dimaklumatkan"),
]
SAYS_WHAT = [
    ("Tim telah dibentuk melalui prosedur", "Menetapkan syarat calon anggota tim"),
    ("Terdapat inovasi pelayanan", "Melaksanakan lomba inovasi antarloket"),
    ("Standar pelayanan telah dimaklumatkan", "Mencetak maklumat dan memasangnya di ruang tunggu"),
    ("SOP telah diterapkan", "Menerapkan SOP"),
]


@pytest.mark.parametrize(("indicator", "action"), RESTATES)
def test_hints_at_actions_that_only_restate_the_indicator(indicator: str, action: str) -> None:
    (finding,) = found("weak_row", plan(rows=[row(**{**FULL, "indicator": indicator, "action": action}, evidence="Foto")]))
    assert (finding.severity, finding.text) == ("info", action)


@pytest.mark.parametrize(("indicator", "action"), SAYS_WHAT)
def test_lets_actions_pass_that_say_what_will_be_done(indicator: str, action: str) -> None:
    assert found("weak_row", plan(rows=[row(**{**FULL, "indicator": indicator, "action": action}, evidence="Foto")])) == []
