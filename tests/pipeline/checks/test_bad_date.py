"""Dates no calendar has and dates that only look odd."""

from __future__ import annotations

import re

import pytest

from tests.pipeline.checks.plans import accusations, found, plan, row

FAULTS = [
    ("digit lost", "schedule", "Juni, November 202"),
    ("digit lost in the middle", "schedule", "Desember 204"),
    ("digit too many", "schedule", "Maret 20244"),
    ("digits turned round", "schedule", "Maret 0224"),
    ("letter for a digit", "schedule", "April 2O24"),
    ("no such day", "evidence", "Notula rapat tanggal 31 April 2024"),
    ("no 30 February", "schedule", "30 Februari 2024"),
    ("no leap year", "evidence", "Undangan tanggal 29 Februari 2023"),
    ("no day 32", "evidence", "Foto kegiatan 32 Januari 2024"),
    ("no month 13", "evidence", "Berita acara 12/13/2024"),
    ("end before start", "schedule", "Oktober s.d. Maret 2024"),
    ("end a year before start", "schedule", "Juli 2024 s/d Juni 2023"),
    ("spreadsheet form", "schedule", "Feb-24"),
    ("spreadsheet number", "schedule", "45352"),
    ("spreadsheet overflow", "schedule", "########"),
    ("fifth quarter", "schedule", "Triwulan V"),
    ("third semester", "schedule", "Semester III 2024"),
    ("year of three digits", "action", "Menyusun laporan tahun 202 dan dokumentasi"),
]

LOOK_ALIKES = [
    ("last day of a month", "evidence", "Notula rapat tanggal 31 Oktober 2024"),
    ("leap day", "schedule", "29 Februari 2024"),
    ("whole year", "schedule", "2 Januari s.d. 31 Desember 2024"),
    ("list of months", "schedule", "Maret, Juni, September, Desember 2024"),
    ("list out of order", "schedule", "Desember dan Juni 2024"),
    ("over New Year", "schedule", "November 2023 - Januari 2024"),
    ("over New Year, years unsaid", "schedule", "Desember - Januari"),
    ("month codes", "schedule", "B03, B06, B09, B12"),
    ("quarters", "schedule", "Triwulan I - IV"),
    ("semesters", "schedule", "Semester I dan II"),
    ("count after a month", "output", "Mei 210 orang"),
    ("count", "output", "202 dokumen"),
    ("decree number", "evidence", "SK Nomor 188/202/2024"),
    ("version", "evidence", "Manual aplikasi 12.13.2024"),
    ("day and month only", "schedule", "17 Agustus"),
    ("older spelling", "schedule", "Pebruari dan Nopember 2024"),
    ("condition", "schedule", "Jika ada perubahan"),
    ("week", "schedule", "Minggu ke-2 Maret 2024"),
]


@pytest.mark.parametrize(("role", "text"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_finds_bad_dates(role: str, text: str) -> None:
    assert len(accusations("bad_date", plan(rows=[row(**{role: text})]))) == 1


@pytest.mark.parametrize(("role", "text"), [c[1:] for c in LOOK_ALIKES], ids=[c[0] for c in LOOK_ALIKES])
def test_lets_good_dates_pass(role: str, text: str) -> None:
    assert accusations("bad_date", plan(rows=[row(**{role: text})])) == []


@pytest.mark.parametrize(
    ("schedule", "severity"),
    [("31 April 2024", "error"), ("Triwulan V", "error"), ("Juli 2024 s/d Juni 2023", "error"), ("Feb-24", "warning")],
)
def test_what_no_calendar_holds_is_an_error(schedule: str, severity: str) -> None:
    assert [finding.severity for finding in found("bad_date", plan(rows=[row(schedule=schedule)]))] == [severity]


def test_short_years_throughout_are_a_style() -> None:
    rows = [row(n, schedule=f"{month}-24") for n, month in enumerate(("Jan", "Feb", "Mar", "Apr", "Mei"), 1)]
    assert {finding.severity for finding in found("bad_date", plan(rows=rows))} == {"info"}


WEEKDAYS = [
    ("Undangan hari Senin, 3 Maret 2024", ["Senin, 3 Maret 2024"]),
    ("Rapat pada Jum'at tanggal 17 Mei 2024; Kamis, 16 Mei 2024", []),
    ("Rapat pada Jumat tanggal 16 Mei 2024", ["Jumat tanggal 16 Mei 2024"]),
    ("Setiap Senin, mulai 3 Maret 2024", []),
    ("Senin, 31 Februari 2024", []),
    ("Minggu 1 Maret 2024", []),
    ("Minggu, 1 Maret 2024", ["Minggu, 1 Maret 2024"]),
    ("Senin pada Maret 2024", []),
]


@pytest.mark.parametrize(("text", "words"), WEEKDAYS)
def test_hints_at_weekdays_that_are_not_those_of_their_dates(text: str, words: list[str]) -> None:
    findings = [f for f in found("bad_date", plan(rows=[row(evidence=text)])) if f.severity == "info"]
    assert [f.text for f in findings] == words
    assert all(re.search("Minggu|Kamis|Jumat", f.why) for f in findings)
