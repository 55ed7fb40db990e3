"""Agencies across spellings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.same_agency import agency_key

SAME = [
    ("DINAS KEBUN RAYA KAB. LEMBAH HIJAU", None, "Dinas Kebun Raya Kabupaten Lembah Hijau", None),
    ("Dinas Kebun Raya", "Kabupaten Lembah Hijau", "Dinas Kebun Raya Kabupaten Lembah Hijau", "Kabupaten Lembah Hijau"),
    ("Dinas Koperasi & UKM Kota Muara", None, "Dinas Koperasi dan Usaha Kecil Menengah Kota Muara", None),
    ("OPD Kecamatan Sumber Jernih", "Kab. Lembah Hijau", "Kecamatan Sumber Jernih", "Kabupaten Lembah Hijau"),
    ("Disdukcapil Kota Muara", None, "Dinas Kependudukan dan Pencatatan Sipil Kota Muara", None),
    ("Puskesmas Sumber Jernih", "Kota Muara", "PUSKESMAS  SUMBER-JERNIH KOTA MUARA", None),
]
DIFFERENT = [
    ("Dinas Kesehatan Kabupaten Lembah Hijau", None, "Dinas Kesehatan Kota Lembah Hijau", None),
    ("Dinas Kesehatan", "Kota Muara", "Dinas Kesehatan", "Kabupaten Lembah Hijau"),
    ("Kecamatan Sumber Jernih", "Kota Muara", "Kecamatan Sumber Keruh", "Kota Muara"),
    ("Dinas Sosial Kota Muara", None, "Dinas Pendidikan Kota Muara", None),
]


@pytest.mark.parametrize(("first", "region", "second", "other_region"), SAME)
def test_the_same_agency(first: str, region: str | None, second: str, other_region: str | None) -> None:
    assert agency_key(first, region) == agency_key(second, other_region)


@pytest.mark.parametrize(("first", "region", "second", "other_region"), DIFFERENT)
def test_different_agencies(first: str, region: str | None, second: str, other_region: str | None) -> None:
    assert agency_key(first, region) != agency_key(second, other_region)


@settings(deadline=None)
@given(st.text("abcKÉé -.&", max_size=40))
def test_case_and_blanks_do_not_matter(name: str) -> None:
    assert agency_key(name) == agency_key(f"  {name.upper().replace(' ', '  ')} ")
