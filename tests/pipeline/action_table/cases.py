"""A case of what becomes of table blocks, and the rows that such cases are made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.document import Block
from pipeline.action_table import find_action_table
from tests.pipeline.action_table.sheets import document

HEAD = ("NO", "KOMPONEN", "INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG", "TARGET WAKTU")
HEAD_5 = ("NO", "INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG", "TARGET WAKTU")
NUMBERS = ("1", "2", "3", "4", "5", "6")
AREA_1 = ("I", "MANAJEMEN PERUBAHAN", "", "", "", "")
AREA_2 = ("II", "PENATAAN TATALAKSANA", "", "", "", "")
TEAM = ("1", "Tim Kerja", "Tim telah dibentuk", "Menetapkan SK tim", "SK tim", "Mei 2031")
PLAN = ("2", "Rencana Kerja", "Renja telah disusun", "Menyusun renja", "Dokumen renja", "Juni 2031")
MEDIA = ("", "", "Ada media sosialisasi", "Memasang spanduk", "Foto spanduk", "Juli 2031")
P = "pemenuhan"


@dataclass(frozen=True)
class Case:
    name: str
    blocks: tuple[Block, ...]
    rows: list[tuple[object, ...]]
    """(part, area, number, component, indicator) of each row, shorter where the rest does not matter."""
    texts: dict[str, list[str]] = field(default_factory=dict)


def told(blocks: tuple[Block, ...], width: int = 5) -> list[tuple[object, ...]]:
    table = find_action_table(document(*blocks))
    rows = table.rows if table else ()
    return [(r.part, r.area, r.number, r.component, r.indicator)[:width] for r in rows]


def check(case: Case) -> None:
    widths = [len(r) for r in case.rows]
    found = told(case.blocks)
    assert len(found) == len(case.rows), found
    assert [row[:width] for row, width in zip(found, widths, strict=True)] == case.rows
    table = find_action_table(document(*case.blocks))
    for name, texts in case.texts.items():
        assert table is not None
        assert [getattr(r, name) for r in table.rows] == texts
