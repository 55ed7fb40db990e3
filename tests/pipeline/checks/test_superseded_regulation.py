"""Regulations replaced before the plan's year."""

from __future__ import annotations

import pytest

from pipeline.checks.regulations import regulations
from tests.pipeline.checks.plans import accusations, found, plan, row

MINISTRY = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"

FAULTS = [
    (2024, f"1. {MINISTRY} Nomor 52 Tahun 2014 tentang Pedoman Pembangunan Zona Integritas"),
    (2022, "Disusun menurut PermenPAN-RB Nomor 52 Tahun 2014."),
    (2023, f"{MINISTRY} Nomor 10 Tahun 2019 tentang Perubahan"),
    (2024, "Sesuai Permenpan 52/2014 disusun rencana aksi."),
    (2024, "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara;"),
    (2023, "Peraturan Pemerintah Nomor 53 Tahun 2010 tentang Disiplin Pegawai Negeri Sipil;"),
    (2020, "Peraturan Pemerintah Nomor 46 Tahun 2011 tentang Penilaian Prestasi Kerja;"),
    (2019, "Peraturan Presiden Nomor 55 Tahun 2012 tentang Strategi Nasional;"),
    (2022, f"{MINISTRY} Nomor 12 Tahun 2015 tentang Pedoman Evaluasi;"),
    (2019, f"{MINISTRY} Nomor 16 Tahun 2014 tentang Pedoman Survei Kepuasan Masyarakat;"),
]

LOOK_ALIKES = [
    ("year of its replacement", 2021, f"{MINISTRY} Nomor 52 Tahun 2014"),
    ("its own time", 2019, f"{MINISTRY} Nomor 52 Tahun 2014"),
    ("in force", 2024, f"{MINISTRY} Nomor 90 Tahun 2021"),
    ("successor cited too", 2024, f"{MINISTRY} Nomor 52 Tahun 2014 yang diganti dengan {MINISTRY} Nomor 90 Tahun 2021"),
    ("amended only", 2024, "Undang-Undang Nomor 31 Tahun 1999 tentang Pemberantasan Korupsi"),
    ("lapsed year plan", 2024, "Instruksi Presiden Nomor 2 Tahun 2014 tentang Aksi Pencegahan"),
    ("same number, other kind", 2024, "Peraturan Daerah Kabupaten Rembang Nomor 52 Tahun 2014"),
    ("same number, other year", 2024, f"{MINISTRY} Nomor 52 Tahun 2011"),
    ("old and in force", 2024, "Undang-Undang Nomor 28 Tahun 1999"),
    ("national plan", 2024, "Peraturan Presiden Nomor 81 Tahun 2010"),
    ("no regulation", 2024, "Rencana ini memuat 52 kegiatan dari tahun 2014."),
]


@pytest.mark.parametrize(("year", "text"), FAULTS)
def test_finds_superseded_regulations(year: int, text: str) -> None:
    (words,) = accusations("superseded_regulation", plan([text], year=year))
    assert words in text


@pytest.mark.parametrize(("year", "text"), [c[1:] for c in LOOK_ALIKES], ids=[c[0] for c in LOOK_ALIKES])
def test_lets_regulations_pass(year: int, text: str) -> None:
    assert accusations("superseded_regulation", plan([text], year=year)) == []


def test_once_a_document_and_regulation() -> None:
    cited = [f"1. {MINISTRY} Nomor 52 Tahun 2014;", "Rencana ini mengacu Permenpan Nomor 52 Tahun 2014."]
    (finding,) = found("superseded_regulation", plan(cited, rows=[row(action="Mempelajari Permenpan Nomor 52 Tahun 2014")]))
    assert len(finding.where) == 3


def test_unverified_replacements_are_only_hinted_at() -> None:
    unverified = {r.name for r in regulations() if r.replaced_in is not None and not r.is_verified}
    text = "Peraturan Menteri PANRB Nomor 26 Tahun 2020 dan Peraturan Menteri PANRB Nomor 60 Tahun 2012"
    assert all(f.severity == "info" for f in found("superseded_regulation", plan([text])) if "60" in f.text) or not unverified
