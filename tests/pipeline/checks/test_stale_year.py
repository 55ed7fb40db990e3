"""Years left over from an older plan, and years that only look so. The plan is for 2024."""

from __future__ import annotations

import pytest

from extractors.document import Paragraph
from pipeline.checks.stale_year import find_years
from tests.pipeline.checks.plans import accusations, found, paragraph, plan, row

FAULTS_IN_ROWS = [
    ("report years back", "evidence", "Dokumen LKjIP tahun 2020", "Dokumen LKjIP tahun 2020"),
    ("evaluation years back", "evidence", "LHE SAKIP Tahun 2019 dari Inspektorat", "LHE SAKIP Tahun 2019"),
    ("month and year", "schedule", "Januari 2021", "Januari 2021"),
    ("range of months", "schedule", "Januari s/d Desember 2022", "Januari s/d Desember 2022"),
    ("spreadsheet form", "schedule", "Feb-17", "Feb-17"),
    ("budget year", "action", "Menyusun anggaran pokja TA 2021", "Menyusun anggaran pokja TA 2021"),
    ("apostrophe", "evidence", "Daftar hadir apel '20", "Daftar hadir apel '20"),
    ("range that ended long ago", "evidence", "Renstra 2014-2018", "Renstra 2014-2018"),
    ("year alone", "schedule", "2021", "2021"),
    ("far ahead", "schedule", "Maret 2027", "Maret 2027"),
    ("team of last year", "evidence", "SK Tim Kerja tahun 2023", "SK Tim Kerja tahun 2023"),
    ("second of two", "evidence", "SKP tahun 2024 dan SKP tahun 2018", "SKP tahun 2018"),
]

FAULTS_IN_PROSE = [
    ("title", paragraph("RENCANA AKSI ZONA INTEGRITAS TAHUN 2021", heading=True)),
    ("title with a word of history", paragraph("PERIODE RENCANA AKSI TAHUN 2022", heading=True)),
    ("running foot", paragraph("Rencana Kerja Zona Integritas Tahun 2022", foot=True)),
    ("plan of last year", paragraph("Demikian Rencana Kerja Pembangunan Zona Integritas Tahun 2023 disusun bersama.")),
    ("sentence", paragraph("Rencana kerja tahun 2021 ini berlaku bagi seluruh pokja.")),
]

LOOK_ALIKES_IN_ROWS = [
    ("plan year", "schedule", "Maret 2024"),
    ("regulation", "action", "Mempelajari Peraturan Menteri PANRB Nomor 52 Tahun 2014"),
    ("regulation, short", "action", "Sosialisasi PP 94/2021 tentang disiplin"),
    ("title of a regulation", "action", "Menerapkan Instruksi Presiden Nomor 1 Tahun 2013 tentang Aksi Tahun 2013"),
    ("decree number", "evidence", "SK Nomor 800/12/415.3/2022"),
    ("decree number with blanks", "evidence", "SK Nomor 188.4/021 / 415.19 / 2022"),
    ("ISO edition", "evidence", "Sertifikat ISO 9001:2015"),
    ("ISO edition in words", "evidence", "Manual mutu SNI ISO 37001 Tahun 2016"),
    ("personnel number", "evidence", "NIP 19760811 199703 1 005"),
    ("range over the plan year", "evidence", "Renstra 2021-2026"),
    ("history", "evidence", "Aplikasi layanan yang dipakai sejak 2020"),
    ("report of the year before", "evidence", "Laporan kinerja tahun 2023"),
    ("survey of the year before", "evidence", "Hasil survei kepuasan tahun 2023"),
    ("budget of the year after", "action", "Menyusun RKA tahun 2025"),
    ("report due in January after", "schedule", "Januari 2025"),
    ("comparison up to the plan year", "evidence", "Data pengaduan 2022, 2023, dan 2024"),
    ("last year and this", "schedule", "2023 dan 2024"),
    ("amount", "output", "2020 lembar"),
    ("web address", "evidence", "https://contoh.go.id/2019/berita"),
    ("school year", "evidence", "Jadwal tahun pelajaran 2023/2024"),
]

LOOK_ALIKES_IN_PROSE = [
    ("history", "Kantor ini didirikan pada tahun 2016 dan terus berbenah."),
    ("award", "Penghargaan predikat WBK diraih pada tahun 2022."),
    ("legal basis", "3. Peraturan Daerah Kabupaten Rembang Nomor 8 Tahun 2016 tentang Perangkat Daerah;"),
    ("national plan", "Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand Design Reformasi Birokrasi 2010-2025."),
    ("last year's result", "Evaluasi rencana kerja tahun 2023 menjadi bahan perbaikan."),
    ("budget of last year", "Anggaran berasal dari APBD tahun 2023."),
    ("constitution", "Undang-Undang Dasar 1945 menjadi landasan."),
]


@pytest.mark.parametrize(("role", "text", "words"), [f[1:] for f in FAULTS_IN_ROWS], ids=[f[0] for f in FAULTS_IN_ROWS])
def test_finds_stale_years_in_rows(role: str, text: str, words: str) -> None:
    assert accusations("stale_year", plan(rows=[row(**{role: text})])) == [words]


@pytest.mark.parametrize("block", [f[1] for f in FAULTS_IN_PROSE], ids=[f[0] for f in FAULTS_IN_PROSE])
def test_finds_stale_years_in_prose(block: str | Paragraph) -> None:
    assert len(accusations("stale_year", plan([block]))) == 1


@pytest.mark.parametrize(("role", "text"), [c[1:] for c in LOOK_ALIKES_IN_ROWS], ids=[c[0] for c in LOOK_ALIKES_IN_ROWS])
def test_lets_years_in_rows_pass(role: str, text: str) -> None:
    assert accusations("stale_year", plan(rows=[row(**{role: text})])) == []


@pytest.mark.parametrize("text", [c[1] for c in LOOK_ALIKES_IN_PROSE], ids=[c[0] for c in LOOK_ALIKES_IN_PROSE])
def test_lets_years_in_prose_pass(text: str) -> None:
    assert accusations("stale_year", plan([text])) == []


@pytest.mark.parametrize(("schedule", "count"), [("s.d. 2022", 0), ("- 2022", 0), ("Desember 2022", 1)])
def test_the_rest_of_a_broken_range_is_no_year_of_its_own(schedule: str, count: int) -> None:
    assert len(found("stale_year", plan(rows=[row(schedule=schedule)]))) == count


def test_same_words_in_two_rows_are_one_finding() -> None:
    rows = [row(1, evidence="Kumpulan data (LKjIP tahun 2020)"), row(2, action="Menyusun laporan (LKjIP Tahun 2020) tepat waktu")]
    (finding,) = found("stale_year", plan(rows=rows))
    assert finding.rows == ("r1", "r2")
    assert len(finding.where) == 2


def test_without_a_plan_year_no_year_is_stale() -> None:
    assert found("stale_year", plan(rows=[row(schedule="Januari 2009")], year=None)) == []


def test_finds_each_year_of_a_text() -> None:
    assert [m.year for m in find_years("SKP 2019, '21 dan Mar-23")] == [2019, 2021, 2023]
