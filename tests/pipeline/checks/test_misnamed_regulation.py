"""Numbers of regulations that stand with another regulation's title."""

from __future__ import annotations

import pytest

from extractors.document import PageSummary, Paragraph, Place
from pipeline.checks.misnamed_regulation import cited_titles, is_foreign_title, is_own_title, named_instead
from pipeline.checks.regulations import Regulation, regulations
from tests.pipeline.checks.plans import found, plan, row

MINISTRY = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
FULL_KINDS = {
    "UU": "Undang-Undang",
    "PP": "Peraturan Pemerintah",
    "Perpres": "Peraturan Presiden",
    "Inpres": "Instruksi Presiden",
    "PermenPAN-RB": MINISTRY,
}

FAULTS = [
    ("road map for grand design", "Peraturan Presiden Nomor 81 Tahun 2010 tentang Road Map Reformasi Birokrasi 2010-2014;"),
    (
        "in one word",
        "2. Peraturan Presiden Nomor 81 Tahun 2010 tentang Roadmap Reformasi Birokrasi yang mengatur arah perubahan.",
    ),
    ("grand design for road map", f"{MINISTRY} Nomor 25 Tahun 2020 tentang Grand Design Reformasi Birokrasi;"),
    ("survey for agents", f"{MINISTRY} Nomor 27 Tahun 2014 tentang Pedoman Survei Kepuasan Masyarakat;"),
    ("zone for evaluation", "PermenPAN-RB Nomor 88 Tahun 2021 tentang Pembangunan dan Evaluasi Zona Integritas;"),
    ("evaluation for zone", "PermenPAN-RB No. 90 Tahun 2021 tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah."),
    ("openness for service", "Undang-Undang Nomor 25 Tahun 2009 tentang Keterbukaan Informasi Publik"),
    ("service for openness", "Undang-Undang Nomor 14 Tahun 2008 tentang Administrasi Pemerintahan Daerah Kepulauan"),
    ("discipline for control", "Peraturan Pemerintah Nomor 60 Tahun 2008 tentang Disiplin Pegawai Negeri Sipil;"),
    ("control for discipline", "PP Nomor 94 Tahun 2021 tentang Sistem Pengendalian Intern Pemerintah (SPIP)"),
    ("title of none in the table", "UU Nomor 5 Tahun 2014 tentang Perkawinan Campuran Antar Warga Desa"),
    ("short form of another", "Peraturan Presiden Nomor 29 Tahun 2014 tentang SPBE;"),
    ("two words, all of another's title", "Undang-Undang Nomor 28 Tahun 1999 tentang Pelayanan Publik."),
    (
        "evaluation for road map",
        f"Sesuai {MINISTRY} Nomor 3 Tahun 2023 tentang Pengelolaan Kinerja Pegawai Aparatur Sipil Negara",
    ),
]

LOOK_ALIKES = [
    ("as it is", "Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand Design Reformasi Birokrasi 2010-2025;"),
    (
        "goes on",
        "Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand Design Reformasi Birokrasi yang menjadi acuan roadmap daerah.",
    ),
    ("cut", "Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand"),
    ("shortened", "Peraturan Presiden Nomor 81 Tahun 2010 tentang Reformasi Birokrasi"),
    ("misspelt", "Perpres Nomor 81 Tahun 2010 tentang Grend Desain Revormasi Birokrassi"),
    ("read badly", "Peraturan Presiden Nomor 81 Tahun 2010 tentang Grond Desiqn Retormasi Blrokrasi"),
    ("two words, a piece of another's title", "Peraturan Presiden Nomor 81 Tahun 2010 tentang Standar Pelayanan"),
    ("without a title", "Peraturan Presiden Nomor 81 Tahun 2010; Road Map Reformasi Birokrasi"),
    ("amendment by its base", f"{MINISTRY} Nomor 10 Tahun 2019 tentang Pedoman Pembangunan Zona Integritas"),
    ("amendment", f"{MINISTRY} Nomor 10 Tahun 2019 tentang Perubahan atas Permenpan 52 Tahun 2014"),
    ("road map amended", f"{MINISTRY} Nomor 3 Tahun 2023 tentang Road Map Reformasi Birokrasi 2020-2024"),
    ("successor's wording", f"{MINISTRY} Nomor 90 Tahun 2021 tentang Pedoman Pembangunan Zona Integritas di Lingkungan Instansi"),
    ("short forms", "Permenpan Nomor 90 Tahun 2021 tentang Pembangunan dan Evaluasi ZI menuju WBK dan WBBM"),
    ("short form alone", "Peraturan Pemerintah Nomor 60 Tahun 2008 tentang SPIP"),
    ("unknown short form", "Peraturan Pemerintah Nomor 94 Tahun 2021 tentang DPNS"),
    (
        "other maker, same number",
        "Peraturan Daerah Kabupaten Rembang Nomor 8 Tahun 2021 tentang Pajak Daerah dan Retribusi Pasar Hewan",
    ),
    ("other ministry", "Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2014 tentang Pengakuan dan Perlindungan Masyarakat Adat"),
    ("not in the table", "Peraturan Presiden Nomor 12 Tahun 2021 tentang Pengadaan Barang dan Jasa Pemerintah"),
    ("title unknown", f"{MINISTRY} Nomor 37 Tahun 2012 tentang Petunjuk Teknis Pengajuan Dokumen Usulan"),
    ("in other words", "UU Nomor 28 Tahun 1999 tentang Penyelenggaraan Pemerintahan Negara yang Bersih Bebas KKN"),
    ("own decree", "Keputusan Bupati Rembang Nomor 81 Tahun 2010 tentang Pembentukan Tim Kerja Pembangunan Zona"),
    ("two in a row", "PP Nomor 53 Tahun 2010, dan PP Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil"),
]


def misnamed(text: str, pages: tuple[PageSummary, ...] = ()) -> list[str]:
    """Words of the titles accused in a plan of a year that has no regulation replaced."""
    made = plan([Paragraph(text, (), Place(page=1, block=1))], year=None, pages=pages)
    return [f.text for f in found("superseded_regulation", made) if f.severity != "info"]


@pytest.mark.parametrize("text", [f[1] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_finds_titles_of_other_regulations(text: str) -> None:
    (words,) = misnamed(text)
    assert words in text
    assert words.startswith("No")
    assert " tentang " in words


@pytest.mark.parametrize("text", [c[1] for c in LOOK_ALIKES], ids=[c[0] for c in LOOK_ALIKES])
def test_lets_titles_pass(text: str) -> None:
    assert misnamed(text) == []


TITLED = [r for r in regulations() if r.title and r.name.split()[0] in FULL_KINDS]


@pytest.mark.parametrize("regulation", TITLED, ids=[r.name for r in TITLED])
def test_no_beginning_of_a_true_title_is_accused(regulation: Regulation) -> None:
    kind, number = regulation.name.split()
    words = regulation.title.split()
    for count in range(1, len(words) + 1):
        text = f"{FULL_KINDS[kind]} Nomor {number.replace('/', ' Tahun ')} tentang {' '.join(words[:count])}"
        for cited in cited_titles(text):
            assert is_own_title(cited) or (named_instead(cited) is None and not is_foreign_title(cited)), text


def test_the_title_cited_is_named() -> None:
    text = "Peraturan Presiden Nomor 81 Tahun 2010 tentang Sistem Pengendalian Intern Pemerintah"
    (finding,) = found("superseded_regulation", plan([text], year=2024))
    assert "Grand Design" in finding.why
    assert "PP 60/2008" in finding.why


def test_a_scan_without_another_title_is_only_a_hint() -> None:
    text = "Undang-Undang Nomor 5 Tahun 2014 tentang Peikaw man Camgur Antor Warqa Deso"
    assert misnamed(text, (PageSummary(1, 595, 842, "ocr", confidence=0.9),)) == []
    assert len(misnamed(text)) == 1


def test_once_for_prose_and_rows() -> None:
    text = "Peraturan Pemerintah Nomor 60 Tahun 2008 tentang Disiplin Pegawai Negeri Sipil"
    (finding,) = found("superseded_regulation", plan([text], rows=[row(action=f"Mempelajari {text}")]))
    assert len(finding.where) == 2
