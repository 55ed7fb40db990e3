"""From table blocks to rows, one named case a habit of the plans: rows, titles, components."""

from __future__ import annotations

import pytest

from pipeline.action_table import find_action_table
from tests.pipeline.action_table.cases import AREA_1, AREA_2, HEAD, HEAD_5, MEDIA, NUMBERS, PLAN, TEAM, Case, P, check
from tests.pipeline.action_table.sheets import document, prose, sheet

CASES = [
    Case("plain", (sheet(HEAD, TEAM, PLAN),), [(P, None, "1", "Tim Kerja", "Tim telah dibentuk"), (P, None, "2", "Rencana Kerja")]),
    Case(
        "area rows, column numbers and an inherited component",
        (sheet(HEAD, NUMBERS, AREA_1, PLAN, MEDIA),),
        [(P, 1, "2", "Rencana Kerja", "Renja telah disusun"), (P, 1, "2", "Rencana Kerja", "Ada media sosialisasi")],
    ),
    Case(
        "a stamp's letters beside an area's title are no row",
        (sheet(HEAD, AREA_1, TEAM, ("II", "PENATAAN TATALAKSANA", "", "", "X", "YA"), PLAN),),
        [(P, 1, "1"), (P, 2, "2")],
    ),
    Case(
        "area as one merged line",
        (sheet(HEAD, ("A. Penguatan Pengawasan", "<", "<", "<", "<", "<"), TEAM),),
        [(P, 5, "1", "Tim Kerja")],
    ),
    Case(
        "parts start the areas anew",
        (sheet(HEAD, ("A", "PEMENUHAN", "", "", "", ""), AREA_1, TEAM, ("B", "REFORM", "", "", "", ""), AREA_2, PLAN),),
        [(P, 1, "1"), ("reform", 2, "2")],
    ),
    Case(
        "component as a full-width line",
        (sheet(("NO", "INDIKATOR", "KEGIATAN", "EVIDEN", "WAKTU"), ("1. Pola Mutasi Internal", "<", "<", "<", "<"),
               ("", "Mutasi telah dilakukan", "Menyusun pola", "SK pola", "Mei")),),
        [(P, None, "1", "Pola Mutasi Internal", "Mutasi telah dilakukan")],
    ),
    Case(
        "a component's title that sounds like an area's",
        (sheet(HEAD, ("IV", "PENGUATAN AKUNTABILITAS", "", "", "", ""), ("Pengelolaan Akuntabilitas Kinerja", "<", "<", "<", "<", "<"),
               ("1", "", "IKU telah ada", "Menyusun IKU", "SK IKU", "Mei")),),
        [(P, 4, "1", "Pengelolaan Akuntabilitas Kinerja", "IKU telah ada")],
    ),
    Case(
        "several actions under one merged indicator",
        (sheet(HEAD, TEAM, ("^", "^", "^", "Membagi tugas", "Uraian tugas", "^")),),
        [(P, None, "1", "Tim Kerja", "Tim telah dibentuk")],
        {"action": ["Menetapkan SK tim\nMembagi tugas"], "evidence": ["SK tim\nUraian tugas"], "schedule": ["Mei 2031"]},
    ),
    Case("the letter before an indicator is not part of it", (sheet(HEAD, ("1", "Tim", "a. Tim ada", "Menetapkan", "SK", "Mei")),),
         [(P, None, "1", "Tim", "Tim ada")]),
    Case("a dash is a dash", (sheet(HEAD, ("1", "Tim", "Tim ada", "Menetapkan", "SK", "-")),), [(P,)], {"schedule": ["-"]}),
    Case("an indicator left blank", (sheet(HEAD, TEAM, ("2", "E-Office", "", "Memakai grup WA", "Foto", "Mei")),),
         [(P, None, "1"), (P, None, "2", "E-Office", "")]),
    Case(
        "a number that a narrow column broke",
        (sheet(HEAD, ("1 0", *TEAM[1:]), ("I V", *PLAN[1:])),),
        [(P, None, "10"), (P, None, "IV")],
    ),
    Case("a table for each area, named in the prose above",
         (prose("A. MANAJEMEN PERUBAHAN"), sheet(HEAD, TEAM), prose("B. PENATAAN TATALAKSANA"), sheet(HEAD, PLAN)),
         [(P, 1, "1"), (P, 2, "2")]),
    Case("a table for each component, named in the prose above, below its part and area",
         (prose("A. PEMENUHAN"), prose("I. MANAJEMEN PERUBAHAN"), prose("1. Penyusunan Tim Kerja"), sheet(HEAD_5, ("1", *TEAM[2:]), ("2", *MEDIA[2:])),
          prose("2. Perubahan Pola Pikir dan Budaya Kerja"), sheet(HEAD_5, ("1", *PLAN[2:])),
          prose("B. REFORM"), prose("I. MANAJEMEN PERUBAHAN"), prose("1. Komitmen dalam Perubahan"), sheet(HEAD_5, ("1", *PLAN[2:]))),
         [(P, 1, "1", "Penyusunan Tim Kerja", "Tim telah dibentuk"), (P, 1, "2", "Penyusunan Tim Kerja"),
          (P, 1, "1", "Perubahan Pola Pikir dan Budaya Kerja"), ("reform", 1, "1", "Komitmen dalam Perubahan")]),
    Case("a component named in the prose above a table that has a column for it",
         (prose("Rencana Pembangunan Zona Integritas"), sheet(HEAD, TEAM)), [(P, None, "1", "Tim Kerja")]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rows(case: Case) -> None:
    check(case)


def test_headings_remember_what_they_said() -> None:
    table = find_action_table(document(sheet(HEAD, NUMBERS, AREA_1, TEAM)))
    assert table is not None
    assert [(h.kind, h.label, h.text, h.before_row) for h in table.headings] == [
        ("column_numbers", "", "1 2 3 4 5 6", 0),
        ("area", "I", "MANAJEMEN PERUBAHAN", 0),
    ]


def test_equal_rows_have_different_ids() -> None:
    table = find_action_table(document(sheet(HEAD, TEAM, TEAM)))
    assert table is not None
    assert len({r.id for r in table.rows}) == 2
