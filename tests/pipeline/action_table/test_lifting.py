"""Indicators and components in lines of their own; the rows read are (area, number, component, indicator, action)."""

from __future__ import annotations

import pytest

from extractors.document import Block
from pipeline.action_table import find_action_table
from tests.pipeline.action_table.sheets import document, sheet

STEPS = ("NO", "URAIAN KEGIATAN", "BUKTI FISIK", "JADWAL", "PENANGGUNG JAWAB")
QUESTIONS = ("NO", "PENILAIAN", "RENCANA AKSI", "EVIDEN", "WAKTU")
TEAM = "Unit kerja telah membentuk tim untuk melakukan pembangunan Zona Integritas"
PLAN = "Terdapat dokumen rencana kerja pembangunan Zona Integritas menuju WBK/WBBM"
MEDIA = "Terdapat mekanisme atau media untuk mensosialisasikan pembangunan WBK/WBBM"


def across(text: str, width: int = 5) -> tuple[str, ...]:
    return (text, *("<",) * (width - 1))


AREA = across("A. MANAJEMEN PERUBAHAN")

CASES: dict[str, tuple[tuple[Block, ...], list[tuple[object, ...]]]] = {
    "an indicator across the table, its steps under it": (
        (
            sheet(
                STEPS,
                AREA,
                across(f"Indikator: {TEAM}"),
                ("1", "Menunjuk anggota", "SK tim", "Mei 2031", "Sekretaris"),
                ("2", "Melantik anggota", "", "", ""),
                across(f"Indikator: {PLAN}"),
                ("1", "Menyusun renja", "Renja", "Juni 2031", "Sekretaris"),
                across(f"Indikator: {MEDIA}"),
                ("1", "Memasang spanduk", "Foto", "Juli 2031", "Sekretaris"),
            ),
        ),
        [
            (1, "", "", TEAM, "Menunjuk anggota\nMelantik anggota"),
            (1, "", "", PLAN, "Menyusun renja"),
            (1, "", "", MEDIA, "Memasang spanduk"),
        ],
    ),
    "a component's line above its indicators' lines": (
        (
            sheet(
                STEPS,
                AREA,
                across("1. Tim Pembangun"),
                across(TEAM),
                ("", "Menunjuk anggota", "SK tim", "Mei 2031", "Sekretaris"),
                across("2. Rencana Pembangunan Zona Integritas"),
                across(PLAN),
                ("", "Menyusun renja", "Renja", "Juni 2031", "Sekretaris"),
                across(MEDIA),
                ("", "Memasang spanduk", "Foto", "Juli 2031", "Sekretaris"),
            ),
        ),
        [
            (1, "1", "Tim Pembangun", TEAM, "Menunjuk anggota"),
            (1, "2", "Rencana Pembangunan Zona Integritas", PLAN, "Menyusun renja"),
            (1, "2", "Rencana Pembangunan Zona Integritas", MEDIA, "Memasang spanduk"),
        ],
    ),
    "components across a table whose steps are its rows stay components": (
        (
            sheet(
                STEPS,
                AREA,
                across("Penyusunan Tim Kerja"),
                ("1", "Menunjuk anggota", "SK tim", "Mei 2031", "Sekretaris"),
                across("Rencana Pembangunan Zona Integritas"),
                ("2", "Menyusun renja", "Renja", "Juni 2031", "Sekretaris"),
                across("Pemantauan dan Evaluasi Pembangunan"),
                ("3", "Menyusun laporan", "Laporan", "Juli 2031", "Sekretaris"),
            ),
        ),
        [
            (1, "1", "Penyusunan Tim Kerja", "", "Menunjuk anggota"),
            (1, "2", "Rencana Pembangunan Zona Integritas", "", "Menyusun renja"),
            (1, "3", "Pemantauan dan Evaluasi Pembangunan", "", "Menyusun laporan"),
        ],
    ),
    "a known component among the questions, a stamp's letter beside it": (
        (
            sheet(
                QUESTIONS,
                ("I", "MANAJEMEN PERUBAHAN", "", "", ""),
                ("1", "Penyusunan Tim Kerja", "", "", "y"),
                ("a", TEAM, "Menunjuk anggota", "SK tim", "Mei 2031"),
                ("b", MEDIA, "Memasang spanduk", "Foto", "Juli 2031"),
            ),
        ),
        [
            (1, "1", "Penyusunan Tim Kerja", TEAM, "Menunjuk anggota"),
            (1, "1", "Penyusunan Tim Kerja", MEDIA, "Memasang spanduk"),
        ],
    ),
    "components of the plan's own, told by their style of number": (
        (
            sheet(
                QUESTIONS,
                ("1", "Orang dan tugasnya", "", "", ""),
                ("", TEAM, "Menunjuk anggota", "SK tim", "Mei 2031"),
                ("2", "Kertas dan papan", "", "", ""),
                ("", PLAN, "Menyusun renja", "Renja", "Juni 2031"),
                ("", MEDIA, "Memasang spanduk", "Foto", "Juli 2031"),
                ("3", "Yang lain", "", "", ""),
                ("", "Ada kotak saran", "Memasang kotak", "Foto", "Juli 2031"),
            ),
        ),
        [
            (None, "1", "Orang dan tugasnya", TEAM, "Menunjuk anggota"),
            (None, "2", "Kertas dan papan", PLAN, "Menyusun renja"),
            (None, "2", "Kertas dan papan", MEDIA, "Memasang spanduk"),
            (None, "3", "Yang lain", "Ada kotak saran", "Memasang kotak"),
        ],
    ),
    "a component's name cut by the page break": (
        (
            sheet(
                QUESTIONS, ("", TEAM, "Menunjuk anggota", "SK tim", "Mei 2031"), ("2", "Rencana Pembangunan", "", "", ""), page=1
            ),
            sheet(("", "Zona Integritas", "", "", ""), ("", PLAN, "Menyusun renja", "Renja", "Juni 2031"), page=2),
        ),
        [
            (None, "", "", TEAM, "Menunjuk anggota"),
            (None, "2", "Rencana Pembangunan Zona Integritas", PLAN, "Menyusun renja"),
        ],
    ),
    "numbered indicators of which one was left without a step stay rows": (
        (
            sheet(
                QUESTIONS,
                ("1", TEAM, "Menunjuk anggota", "SK tim", "Mei 2031"),
                ("2", PLAN, "", "", ""),
                ("3", MEDIA, "Memasang spanduk", "Foto", "Juli 2031"),
            ),
        ),
        [(None, "1", "", TEAM, "Menunjuk anggota"), (None, "2", "", PLAN, ""), (None, "3", "", MEDIA, "Memasang spanduk")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_rows(name: str) -> None:
    blocks, rows = CASES[name]
    table = find_action_table(document(*blocks))
    assert table is not None
    assert [(r.area, r.number, r.component, r.indicator, r.action) for r in table.rows] == rows


def test_the_columns_told_are_those_of_the_header() -> None:
    blocks, _ = CASES["an indicator across the table, its steps under it"]
    table = find_action_table(document(*blocks))
    assert table is not None
    assert [c.header for c in table.columns] == list(STEPS)


def test_the_numbers_of_steps_are_kept() -> None:
    blocks, _ = CASES["an indicator across the table, its steps under it"]
    table = find_action_table(document(*blocks))
    assert table is not None
    assert table.rows[0].extra == {"no": "1\n2", "penanggung jawab": "Sekretaris"}
