# ruff: noqa: E501 - layouts are easier to compare when each is compact
"""Layouts that few offices use, read apart from the sixteen: tables without rules, indicators in lines, sideways headings.

They are made and measured by name (`--layouts`), so that figures over the usual layouts stay comparable.
"""

from __future__ import annotations

from corpus.layouts import LAYOUTS, Layout, columns, months

_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")

_ODD = (
    Layout(
        name="tanpa-garis",
        columns=columns(
            ("number", "No", 0.06), ("indicator", "Indikator", 0.3), ("action", "Rencana Aksi", 0.3), ("evidence", "Eviden", 0.2), ("schedule", "Waktu", 0.14),
        ),
        table_landscape=False, header_lines=1, repeat_header=False, number_row="none", area_line="merged", component="line",
        numbering="running", parts=False, reform=False, break_rows=True, items="joined", schedule="words", table_place="bab3",
        font="Liberation Serif", size=11, shaded=False, running_head=True, other_tables=("attendance",), decree=False, cover=True,
        chapter_one_line=False, letters=False, wording="mixed", ruling="none",
    ),
    Layout(
        name="garis-datar",
        columns=columns(
            ("number", "NO", 0.05), ("component", "KOMPONEN", 0.13), ("indicator", "INDIKATOR", 0.19), ("action", "LANGKAH AKSI", 0.2),
            ("evidence", "BUKTI FISIK", 0.16), ("schedule", "TARGET WAKTU", 0.09), ("output", "OUTPUT", 0.09), ("person", "PELAKSANA", 0.09),
        ),
        table_landscape=True, header_lines=1, repeat_header=True, number_row="right", area_line="letter", component="merged",
        numbering="component", parts=True, reform=True, break_rows=True, items="stacked", schedule="words", table_place="lampiran",
        font="Nimbus Sans", size=10, shaded=False, running_head=False, other_tables=("team",), decree=True, cover=True,
        chapter_one_line=True, letters=True, wording="official", ruling="rows",
    ),
    Layout(
        name="garis-kepala",
        columns=(
            *columns(
                ("number", "NO", 0.04), ("component", "KOMPONEN", 0.1), ("indicator", "INDIKATOR", 0.17), ("action", "RENCANA AKSI", 0.17),
                ("evidence", "DATA DUKUNG", 0.14),
            ),
            *months(*_SHORT_MONTHS),
        ),
        table_landscape=True, header_lines=2, repeat_header=True, number_row="none", area_line="roman", component="once",
        numbering="component", parts=False, reform=False, break_rows=False, items="joined", schedule="months", table_place="bab3",
        font="Liberation Sans", size=10, shaded=False, running_head=False, other_tables=("scores",), decree=False, cover=True,
        chapter_one_line=False, letters=False, wording="own", ruling="header",
    ),
    Layout(
        name="garis-tegak",
        columns=columns(
            ("number", "NO", 0.06), ("component", "KOMPONEN", 0.17), ("indicator", "INDIKATOR", 0.23), ("action", "KEGIATAN", 0.23),
            ("evidence", "BUKTI DUKUNG", 0.19), ("schedule", "JADWAL", 0.12),
        ),
        table_landscape=False, header_lines=1, repeat_header=True, number_row="none", area_line="plain", component="repeat",
        numbering="component", parts=False, reform=False, break_rows=False, items="numbered", schedule="codes", table_place="after_bab4",
        font="P052", size=10, shaded=True, running_head=False, other_tables=("targets",), decree=True, cover=False,
        chapter_one_line=False, letters=False, wording="mixed", ruling="columns",
    ),
    Layout(
        name="baris-indikator",
        columns=columns(
            ("number", "NO", 0.06), ("action", "URAIAN KEGIATAN", 0.36), ("evidence", "BUKTI FISIK", 0.28), ("schedule", "JADWAL", 0.15), ("person", "PELAKSANA", 0.15),
        ),
        table_landscape=False, header_lines=1, repeat_header=True, number_row="none", area_line="merged", component="line",
        numbering="blank", parts=False, reform=False, break_rows=True, items="subrows", schedule="words", table_place="bab3",
        font="Liberation Sans", size=10, shaded=True, running_head=True, other_tables=("team",), decree=False, cover=True,
        chapter_one_line=True, letters=False, wording="official", indicator="line",
    ),
    Layout(
        name="satu-kolom",
        columns=columns(
            ("number", "NO", 0.06), ("indicator", "PENILAIAN", 0.3), ("action", "RENCANA AKSI", 0.28), ("evidence", "BUKTI DUKUNG", 0.22), ("schedule", "WAKTU", 0.14),
        ),
        table_landscape=True, header_lines=1, repeat_header=False, number_row="right", area_line="roman", component="row",
        numbering="component", parts=False, reform=False, break_rows=True, items="stacked", schedule="words", table_place="after_bab4",
        font="URW Bookman", size=10, shaded=False, running_head=True, other_tables=("monitoring",), decree=True, cover=True,
        chapter_one_line=False, letters=False, wording="official",
    ),
    Layout(
        name="bulan-arsir",
        columns=(
            *columns(("number", "NO", 0.05), ("component", "KOMPONEN", 0.12), ("indicator", "INDIKATOR", 0.22), ("action", "RENCANA AKSI", 0.22)),
            *months(*_SHORT_MONTHS),
        ),
        table_landscape=True, header_lines=2, repeat_header=True, number_row="none", area_line="merged", component="merged",
        numbering="component", parts=False, reform=False, break_rows=False, items="stacked", schedule="months", table_place="bab3",
        font="Liberation Sans", size=10, shaded=False, running_head=False, other_tables=(), decree=False, cover=True,
        chapter_one_line=True, letters=True, wording="mixed", month_mark="shade",
    ),
    Layout(
        name="kepala-tegak",
        columns=(
            *columns(
                ("number", "No", 0.05), ("indicator", "Indikator", 0.25), ("action", "Langkah Aksi", 0.25), ("evidence", "Dokumen", 0.15),
            ),
            *months("JANUARI", "FEBRUARI", "MARET", "APRIL", "MEI", "JUNI", "JULI", "AGUSTUS", "SEPTEMBER", "OKTOBER", "NOVEMBER", "DESEMBER", width=0.025),
        ),
        table_landscape=True, header_lines=2, repeat_header=False, number_row="none", area_line="letter", component="line",
        numbering="running", parts=False, reform=False, break_rows=True, items="joined", schedule="months", table_place="lampiran",
        font="Liberation Serif", size=11, shaded=True, running_head=False, other_tables=("scores",), decree=True, cover=True,
        chapter_one_line=False, letters=False, wording="own", sideways_months=True,
    ),
)  # fmt: skip
ODD_LAYOUTS: dict[str, Layout] = {layout.name: layout for layout in _ODD}
ALL_LAYOUTS: dict[str, Layout] = LAYOUTS | ODD_LAYOUTS
