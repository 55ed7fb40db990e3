from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.identity.dates import MONTHS, find_dates, first_date

DATES: list[tuple[str, date | None]] = [
    ("03 Januari 2024", date(2024, 1, 3)),
    ("Lumajang, 2 Jan 2019", date(2019, 1, 2)),
    ("tanggal 03-01-2024", date(2024, 1, 3)),
    ("17/8/2022", date(2022, 8, 17)),
    ("O3 Januarl 2O24", date(2024, 1, 3)),
    ("5 Nopember 2021", date(2021, 11, 5)),
    ("31 Februari 2024", None),
    ("Januari 2024", None),
    ("188.4/021/415.19/2024", None),
    ("Nomor 52 Tahun 2014", None),
]


@pytest.mark.parametrize(("text", "day"), DATES, ids=[d[0] for d in DATES])
def test_date(text: str, day: date | None) -> None:
    assert first_date(text) == day


@given(st.dates(date(1990, 1, 1), date(2039, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    text = f"pada tanggal {day.day} {MONTHS[day.month - 1].capitalize()} {day.year}."
    assert [found.day for found in find_dates(text)] == [day]
