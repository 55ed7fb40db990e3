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
