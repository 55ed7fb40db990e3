"""Which lines of the action table are titles of areas, and which only sound like them."""

from __future__ import annotations

import pytest

from pipeline.action_table.titles import area_of, is_component, split_label


@pytest.mark.parametrize(
    "text, area",
    [
        ("MANAJEMEN PERUBAHAN", 1),
        ("Area Perubahan 2: Penataan Tatalaksana", 2),
        ("TATALAKSANA", 2),
        ("Penataan Sistim Managemen SDM", 3),
        ("SDM APARATUR", 3),
        ("Penguatan Akuntabilitas Kinerja", 4),
        ("PENGUATAN PENGAWASAN", 5),
        ("Peningkatan Mutu Pelayanan Publik", 6),
        ("Pengawasan internal", None),
        ("Tata kelola", None),
        ("Keterbukaan Informasi Publik", None),
        ("Sumber daya manusia", None),
        ("Pengelolaan Akuntabilitas", None),
    ],
)
def test_area_titles(text: str, area: int | None) -> None:
    assert area_of(text) == area


@pytest.mark.parametrize(
    "text, label, rest",
    [
        ("II. PENATAAN TATALAKSANA", "II", "PENATAAN TATALAKSANA"),
        ("B) Pengawasan", "B", "Pengawasan"),
        ("3 Tim Kerja", "3", "Tim Kerja"),
        ("PENUTUP", "", "PENUTUP"),
        ("IV.", "", "IV."),
    ],
)
def test_labels(text: str, label: str, rest: str) -> None:
    assert split_label(text) == (label, rest)


@pytest.mark.parametrize(
    "text, is_one",
    [
        ("1. Penyusunan Tim Kerja", True),
        ("Perencanaan Kebutuhan Pegawai", True),
        ("c) Whistle-Blowing System", True),
        ("Pola", False),
        ("RENCANA AKSI", False),
        ("Tabel 3.1 Rencana Aksi", False),
        ("Target yang ingin dicapai adalah meningkatnya komitmen", False),
    ],
)
def test_components(text: str, is_one: bool) -> None:
    assert is_component(text) == is_one
