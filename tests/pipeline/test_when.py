"""TARGET WAKTU as written and as meant."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dates import MONTHS, find_moments, is_possible
from pipeline.when import parse_when

DATED = [
    ("Maret 2024", "month", "2024-03", "2024-03"),
    ("B03", "month", "--03", "--03"),
    ("Feb-24", "month", "2024-02", "2024-02"),
    ("Minggu ke-2 Mei 2024", "month", "2024-05", "2024-05"),
    ("Januari s/d Desember 2024", "range", "2024-01", "2024-12"),
    ("Januari 2024 s.d. Maret 2024", "range", "2024-01", "2024-03"),
    ("Maret–Desember 2024", "range", "2024-03", "2024-12"),
    ("November - Januari 2025", "range", "2024-11", "2025-01"),
    ("B01 s/d B12", "range", "--01", "--12"),
    ("2 Januari s.d. 31 Maret 2024", "range", "2024-01-02", "2024-03-31"),
    ("Maret 2024 sampai akhir tahun", "range", "2024-03", "2024-12"),
    ("Triwulan II 2024", "range", "2024-04", "2024-06"),
    ("TW I - IV", "range", "--01", "--12"),
    ("Semester 2 2024", "range", "2024-07", "2024-12"),
    ("Juli, Desember 2024", "months", "2024-07", "2024-12"),
    ("B03, B09", "months", "--03", "--09"),
    ("Maret dan September", "months", "--03", "--09"),
    ("November – Desember 2023, Januari 2024", "months", "2023-11", "2024-01"),
    ("Renstra 2020-2024, PK Januari 2024", "month", "2024-01", "2024-01"),
    ("12 Februari 2024", "day", "2024-02-12", "2024-02-12"),
    ("12/02/2024", "day", "2024-02-12", "2024-02-12"),
    ("Tahun 2024", "year", "2024", "2024"),
    ("TA 2024", "year", "2024", "2024"),
]

REPEATED = [
    ("Setiap hari", "harian"),
    ("mingguan", "mingguan"),
    ("Tiap bulan", "bulanan"),
    ("Tribulanan", "tribulanan"),
    ("3 bulan sekali", "tribulanan"),
    ("Semesteran/tahunan", "semesteran, tahunan"),
    ("per 6 bulan", "semesteran"),
    ("Setahun sekali", "tahunan"),
    ("Sepanjang tahun", "terus-menerus"),
    ("Secara berkala", "berkala"),
]

CONDITIONS = [
    "Jika ada perubahan",
    "Bila ada mutasi",
    "Sesuai kebutuhan",
    "Setiap ada aduan",
    "Setelah RKA disahkan",
    "Menunggu edaran",
]


@pytest.mark.parametrize(("schedule", "kind", "start", "end"), DATED, ids=[d[0] for d in DATED])
def test_reads_dates(schedule: str, kind: str, start: str, end: str) -> None:
    when = parse_when(schedule)
    assert (when.kind, when.start, when.end) == (kind, start, end)


@pytest.mark.parametrize(("schedule", "frequency"), REPEATED)
def test_reads_frequencies(schedule: str, frequency: str) -> None:
    when = parse_when(schedule)
    assert (when.kind, when.frequency) == ("frequency", frequency)


@pytest.mark.parametrize("schedule", CONDITIONS)
def test_reads_conditions(schedule: str) -> None:
    assert (parse_when(schedule).kind, parse_when(schedule).condition) == ("condition", schedule)


@pytest.mark.parametrize(
    ("schedule", "kind"), [("", "none"), ("-", "none"), (" … ", "none"), ("12 dokumen", "unknown"), ("oke", "unknown")]
)
def test_says_what_it_cannot_read(schedule: str, kind: str) -> None:
    assert parse_when(schedule).kind == kind


def test_a_date_and_a_condition_stand_side_by_side() -> None:
    when = parse_when("Mei 2024, setiap ada pertemuan")
    assert (when.kind, when.start, when.condition) == ("month", "2024-05", "setiap ada pertemuan")


def test_a_list_tells_each_of_its_months() -> None:
    assert parse_when("Juni 2024, Maret s/d April 2024").months == ("2024-06", "2024-03", "2024-04")


@given(st.sampled_from(sorted(MONTHS)), st.integers(2000, 2049))
def test_every_spelling_of_a_month_is_read(month: str, year: int) -> None:
    for text in (f"{month} {year}", f"{month.upper()} {year}", f"{month.title()} tahun {year}"):
        when = parse_when(text)
        assert (when.kind, when.start) == ("month", f"{year}-{MONTHS[month]:02d}")


@given(st.text(max_size=60))
def test_no_schedule_breaks_it(schedule: str) -> None:
    parse_when(schedule)


@given(st.text("0123456789-/. BJanuariFebTW", max_size=30))
def test_moments_lie_in_their_text_in_order(text: str) -> None:
    moments = find_moments(text)
    assert all(0 <= m.start < m.end <= len(text) for m in moments)
    assert all(one.end <= other.start for one, other in pairwise(moments))


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("31 Januari 2024", True),
        ("29 Februari 2024", True),
        ("29 Februari 2023", False),
        ("31 April", False),
        ("1/13/2024", False),
    ],
)
def test_days_of_the_calendar(text: str, possible: bool) -> None:
    assert is_possible(find_moments(text)[0]) is possible
