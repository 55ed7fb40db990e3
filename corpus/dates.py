# ruff: noqa: E501 - wordings and tables are easier to check on one line
"""Indonesian dates and schedules as plans print them."""

from __future__ import annotations

import random

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SCHEDULES = (
    "{a} {y}", "{a} {y}", "{a} {y}", "{a} - {b} {y}", "{a} s.d. {b} {y}", "{a} dan {b} {y}", "{a}, {b} {y}", "Januari - Desember {y}",
    "Triwulan I {y}", "Triwulan II dan IV {y}", "Semester I dan II", "Setiap bulan", "Tiap triwulan", "Minggu ke-2 {a} {y}",
    "Sepanjang tahun {y}", "{a} {y}", "{b} {y}", "Semester II {y}", "bulanan",
)  # fmt: skip
CODES = ("B{m:02d}", "B{m:02d}", "B{m:02d}, B{n:02d}", "B{m:02d}-B{n:02d}", "TW I", "TW II", "TW III", "TW IV", "B06, B12")


def long_date(day: int, month: int, year: int, dice: random.Random) -> str:
    """`03 Januari 2024` or `3 Januari 2024`."""
    shown = f"{day:02d}" if dice.random() < 0.5 else str(day)
    return f"{shown} {MONTHS[month - 1]} {year}"


def schedule_words(year: int, dice: random.Random) -> str:
    first = dice.randint(1, 11)
    second = dice.randint(first + 1, 12)
    return dice.choice(SCHEDULES).format(a=MONTHS[first - 1], b=MONTHS[second - 1], y=year)


def schedule_code(dice: random.Random) -> str:
    first = dice.randint(1, 11)
    return dice.choice(CODES).format(m=first, n=dice.randint(first + 1, 12))


def schedule_months(dice: random.Random) -> tuple[int, ...]:
    """Months (1–12) marked in a month grid: one, a run, each quarter's last, or all."""
    first = dice.randint(1, 12)
    runs = ((first,), (first,), tuple(range(first, min(first + 3, 13))), (3, 6, 9, 12), (6, 12), tuple(range(1, 13)))
    return dice.choice(runs)
