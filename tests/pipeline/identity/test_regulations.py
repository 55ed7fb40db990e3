"""Citations to their normal names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.identity.regulations import cited_in, find_citations, find_regulations
from tests.pipeline.identity.documents import text_document

CITATIONS: list[tuple[str, list[str]]] = [
    ("Undang-Undang Republik Indonesia Nomor 28 Tahun 1999 tentang Penyelenggaraan Negara", ["UU 28/1999"]),
    ("UU No. 5 Tahun 2014", ["UU 5/2014"]),
    ("Undang-Undang Nomor 31 Tahun 1999 jo. Nomor 20 Tahun 2001", ["UU 31/1999", "UU 20/2001"]),
    ("Peraturan Pemerintah Nomor 60 Tahun 2008 tentang SPIP", ["PP 60/2008"]),
    ("Peraturan Presiden Nomor 81 Tahun 2010; Perpres 54/2018", ["Perpres 81/2010", "Perpres 54/2018"]),
    ("Instruksi Presiden Nomor 2 Tahun 2014", ["Inpres 2/2014"]),
    (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 52 Tahun 2014 sebagaimana diubah dengan "
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 10 Tahun 2019",
        ["PermenPAN-RB 52/2014", "PermenPAN-RB 10/2019"],
    ),
    ("Peraturan Menteri Pemberdayaan Aparatur Negara dan Reformasi Birokrasi Nomor 27 Tahun 2014", ["PermenPAN-RB 27/2014"]),
    ("PermenPAN-RB 90/2021 dan PerMenPAN dan RB no. 37 tahun 2012", ["PermenPAN-RB 90/2021", "PermenPAN-RB 37/2012"]),
    ("Peraturan Menteri PANRB Nomor 90 Tahun 2021", ["PermenPAN-RB 90/2021"]),
    ("Peraturan Menterl Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 90 Tahun 2021", ["PermenPAN-RB 90/2021"]),
    ("Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor PER/15/M.PAN/7/2008", ["PermenPAN-RB 15/2008"]),
    ("Peraturan Daerah Kabupaten Malang Nomor 9 Tahun 2017", ["Perda Malang 9/2017"]),
    ("Peraturan Bupati Lumajang nomor 48 Tahun 2018", ["Perbup Lumajang 48/2018"]),
    ("Peraturan Wali Kota Blitar Nomor 3 Tahun 2020", ["Perwali Blitar 3/2020"]),
    ("PMK Nomor 27/PMK.05/2016", ["PMK 27/2016"]),
    ("Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017", ["Permendagri 86/2017"]),
    ("sesuai undang-undang yang berlaku. Nomor 3 Tahun 2010 dicabut", []),
    ("peraturan presiden dan rencana kerja tahun 2024", []),
]


@pytest.mark.parametrize(("text", "names"), CITATIONS, ids=[c[0][:40] for c in CITATIONS])
def test_citation(text: str, names: list[str]) -> None:
    assert list(cited_in(text)) == names


def test_each_once_in_order_over_lines_and_cells() -> None:
    document = text_document(
        "Dasar hukum: Peraturan Pemerintah\nNomor 60 Tahun 2008.\nUU Nomor 28 Tahun 1999.\n{table}\nSOP menurut UU No 28 Tahun 1999 | Inpres 2/2014\n{end}"
    )
    assert find_regulations(document) == ("PP 60/2008", "UU 28/1999", "Inpres 2/2014")
    first = find_citations(document)[0]
    assert first.text.startswith("Peraturan Pemerintah") and [place.block for place in first.where] == [1, 2]


@given(st.integers(1, 999), st.integers(1950, 2030))
def test_any_number_and_year(number: int, year: int) -> None:
    assert cited_in(f"Peraturan Pemerintah Nomor {number} Tahun {year} tentang Sesuatu") == (f"PP {number}/{year}",)
