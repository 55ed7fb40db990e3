"""The year a plan is for, by where it is named."""

from __future__ import annotations

import pytest

from pipeline.chapters import find_chapters
from pipeline.identity import find_identity
from tests.pipeline.identity.documents import text_document

BODY = "\nBAB I\nPENDAHULUAN\n1.1 Latar Belakang\nDasarnya Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand Design.\n"

YEARS: list[tuple[str, str, int | None]] = [
    ("on the cover", "RENCANA KERJA ZONA INTEGRITAS\nDINAS SOSIAL\nTAHUN 2022" + BODY, 2022),
    ("in the title's line", "RENCANA AKSI PEMBANGUNAN ZI TAHUN ANGGARAN 2023" + BODY, 2023),
    (
        "title before the decree",
        "KEPUTUSAN KEPALA DINAS SOSIAL\nNOMOR 5/1/2021\nTENTANG\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2022" + BODY,
        2022,
    ),
    ("the cover's bare year", "RENCANA KERJA ZI\nDINAS SOSIAL\nBLITAR 2021" + BODY, 2021),
    ("a year on a line of its own", "RENCANA KERJA ZI\nDINAS SOSIAL\n2021" + BODY, 2021),
    ("misread zeros", "RENCANA KERJA ZONA INTEGRITAS\nTAHUN 2O22" + BODY, 2022),
    (
        "the decree's number, where no title names one",
        "KEPUTUSAN CAMAT TEMPEH\nNOMOR 188/3/2020\nTENTANG\nRENCANA KERJA" + BODY,
        2020,
    ),
    ("in prose", BODY + "Sasaran ini dituangkan dalam rencana kerja tahun 2019 sebagai pegangan.", 2019),
    (
        "most schedules",
        BODY + "{table}\nNO | INDIKATOR | WAKTU\n1 | Tim | Maret 2024\n2 | SK | Mei 2024\n3 | LHKPN | Januari 2023\n{end}",
        2024,
    ),
    ("regulations' years are no plan years", BODY, None),
]


@pytest.mark.parametrize(("text", "year"), [y[1:] for y in YEARS], ids=[y[0] for y in YEARS])
def test_year(text: str, year: int | None) -> None:
    document = text_document(text)
    assert find_identity(document, find_chapters(document)).year == year
