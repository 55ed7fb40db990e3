"""Targets against the decree's day, and the day of signature against the plan's year."""

from __future__ import annotations

import pytest

from pipeline.records import Decree, Finding
from tests.pipeline.checks.plans import accusations, found, plan, row

NUMBER = "800/17/430.5/2024"

BEFORE = [
    ("month", "2024-04-15", "Februari 2024"),
    ("month just before", "2024-04-01", "Maret 2024"),
    ("range", "2024-04-15", "Januari - Maret 2024"),
    ("list", "2024-05-02", "Januari, Februari dan April 2024"),
    ("day", "2024-04-15", "12 Maret 2024"),
    ("numeric day", "2024-04-15", "12/03/2024"),
    ("short month", "2024-04-15", "Feb 2024"),
    ("older spelling", "2024-04-15", "Pebruari 2024"),
    ("quarter", "2024-07-01", "Triwulan I 2024"),
    ("half year", "2024-08-20", "Semester I Tahun 2024"),
    ("with a condition", "2024-06-10", "Januari 2024 atau bila ada perubahan"),
    ("last but one month", "2024-12-30", "November 2024"),
]

NOT_BEFORE = [
    ("same month", "2024-04-15", "April 2024"),
    ("day before in the month", "2024-04-15", "10 April 2024"),
    ("later", "2024-04-15", "Juni 2024"),
    ("range over the day", "2024-04-15", "Januari - Desember 2024"),
    ("list over the day", "2024-04-15", "Maret, Juni, September 2024"),
    ("without a year", "2024-04-15", "Februari"),
    ("year alone", "2024-04-15", "2024"),
    ("frequency", "2024-04-15", "Setiap bulan"),
    ("month code", "2024-04-15", "B02"),
    ("condition", "2024-04-15", "Jika ada perubahan"),
    ("blank", "2024-04-15", "-"),
    ("signed in the year before", "2023-12-28", "Januari 2024"),
    ("signed in the year after", "2025-02-03", "Maret 2024"),
    ("all year", "2024-04-15", "Januari s.d. Desember 2024"),
    ("unreadable", "2024-04-15", "menyusul"),
]


def early(schedules: list[str], signed: str | None, number: str | None = NUMBER) -> list[Finding]:
    rows = [row(n, schedule=schedule) for n, schedule in enumerate(schedules, 1)]
    return found("bad_date", plan(rows=rows, decree=Decree(number=number, date=signed)))


@pytest.mark.parametrize(("signed", "schedule"), [c[1:] for c in BEFORE], ids=[c[0] for c in BEFORE])
def test_hints_at_targets_before_the_decree(signed: str, schedule: str) -> None:
    (finding,) = early([schedule], signed)
    assert (finding.severity, finding.text) == ("info", schedule)


@pytest.mark.parametrize(("signed", "schedule"), [c[1:] for c in NOT_BEFORE], ids=[c[0] for c in NOT_BEFORE])
def test_lets_other_targets_pass(signed: str, schedule: str) -> None:
    assert early([schedule], signed) == []


def test_same_words_are_one_finding_that_names_both_dates() -> None:
    (finding,) = early(["Maret 2024", "Mei 2024", "Maret 2024"], "2024-04-15")
    assert finding.rows == ("r1", "r3")
    assert "Maret 2024" in finding.why
    assert "15 April 2024" in finding.why


def test_without_a_decree_or_its_day_nothing_is_held_against_it() -> None:
    assert early(["Maret 2024"], "2024-04-15", number=None) == []
    assert early(["Maret 2024"], None) == []


SIGNED_ELSEWHERE = [
    ("Ditetapkan di Rembang pada tanggal 5 Februari 2021", "2021-02-05", 2024),
    ("Rembang, 05 Februari 2021", "2021-02-05", 2024),
    ("Rembang, 5-2-2021", "2021-02-05", 2024),
    ("pada tanggal 17 Januari 2019", "2019-01-17", 2021),
    ("Pada Tanggal : 2 Januari 2020", "2020-01-02", 2023),
    ("Ditetapkan di : Rembang, 9 Maret 2022", "2022-03-09", 2024),
    ("TANGGAL 4 JANUARI 2021", "2021-01-04", 2024),
    ("Rembang, 30 Desember 2020", "2020-12-30", 2022),
    ("Tanggal : 11 Juli 2026", "2026-07-11", 2024),
    ("Ditetapkan pada tanggal 3 Januari 2018", "2018-01-03", 2024),
]

SIGNED_NEAR = [
    ("Ditetapkan di Rembang pada tanggal 5 Februari 2024", "2024-02-05", 2024),
    ("Ditetapkan di Rembang pada tanggal 28 Desember 2023", "2023-12-28", 2024),
    ("Rembang, 3 Januari 2023", "2023-01-03", 2024),
    ("Ditetapkan di Rembang pada tanggal 6 Januari 2025", "2025-01-06", 2024),
    ("Ditetapkan di Rembang pada tanggal 5 Februari 2021", None, 2024),
    ("Ditetapkan di Rembang pada tanggal 5 Februari 2021", "2021-02-05", None),
    ("Ditetapkan di Rembang pada tanggal 5 Februari 2021", "2024-02-05", 2024),
    ("Rembang, 2 Mei 2022", "2022-05-02", 2022),
    ("Rembang, 2 Mei 2022", "2022-05-02", 2023),
    ("Pejabat diangkat sejak 4 Maret 2020", "2024-01-10", 2024),
]


@pytest.mark.parametrize(("line", "signed", "year"), SIGNED_ELSEWHERE)
def test_finds_signatures_of_another_year(line: str, signed: str, year: int) -> None:
    (words,) = accusations("stale_year", plan([line], year=year, decree=Decree(number=NUMBER, date=signed)))
    assert words in line
    assert signed[:4] in words


@pytest.mark.parametrize(("line", "signed", "year"), SIGNED_NEAR)
def test_lets_near_signatures_pass(line: str, signed: str | None, year: int | None) -> None:
    assert accusations("stale_year", plan([line], year=year, decree=Decree(number=NUMBER, date=signed))) == []
