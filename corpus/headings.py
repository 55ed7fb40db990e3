"""Column headings: what offices call the same column. Every plan replaces some of its layout's headings."""

from __future__ import annotations

import random
from dataclasses import replace

from corpus.layouts import ColumnSpec, Layout

SYNONYMS = {
    "component": ("KOMPONEN", "SUB KOMPONEN", "ASPEK", "UNSUR PENILAIAN"),
    "indicator": ("INDIKATOR", "INDIKATOR PENILAIAN", "URAIAN INDIKATOR", "INDIKATOR KINERJA"),
    "action": ("LANGKAH AKSI", "RENCANA AKSI", "KEGIATAN", "RENCANA KEGIATAN", "RENCANA TINDAK", "AKSI"),
    "evidence": ("BUKTI FISIK", "BUKTI DUKUNG", "DATA DUKUNG", "EVIDENCE", "EVIDEN", "DOKUMEN PENDUKUNG"),
    "schedule": ("TARGET WAKTU", "WAKTU", "JADWAL", "WAKTU PELAKSANAAN", "BATAS WAKTU", "TARGET PENYELESAIAN"),
    "output": ("OUTPUT", "KELUARAN", "HASIL", "TARGET OUTPUT"),
    "person": ("PENANGGUNG JAWAB", "PIC", "PELAKSANA", "TIM KERJA"),
}
_SHARE = 0.3


def with_own_headings(layout: Layout, seed: int) -> Layout:
    """The layout with about a third of its headings in other words; columns under a common heading keep theirs."""
    dice = random.Random(f"{layout.name}/{seed}/headings")
    return replace(layout, columns=tuple(_renamed(column, dice) for column in layout.columns))


def _renamed(column: ColumnSpec, dice: random.Random) -> ColumnSpec:
    if column.group or column.role not in SYNONYMS or dice.random() >= _SHARE:
        return column
    heading = dice.choice(SYNONYMS[column.role])
    return replace(column, heading=heading if column.heading.isupper() else heading.title())
