# ruff: noqa: E501 - layouts are easier to compare when each is compact
"""The layouts: how an office arranges its plan. Any two differ in at least three of `DIMENSIONS`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from corpus.dates import MONTHS
from corpus.manuscript import Ruling


@dataclass(frozen=True)
class ColumnSpec:
    """A column of the action table: its role, its heading and its share of the table's width."""

    role: str
    heading: str
    width: float
    group: str = ""
    """The upper heading over this column and its neighbours, in a header of two lines."""


@dataclass(frozen=True)
class Layout:
    """Everything about a plan that is arrangement and not content."""

    name: str
    columns: tuple[ColumnSpec, ...]
    table_landscape: bool
    header_lines: Literal[1, 2]
    repeat_header: bool
    number_row: Literal["none", "right", "short", "shifted", "repeated"]
    area_line: Literal["roman", "letter", "merged", "plain"]
    component: Literal["merged", "once", "repeat", "line", "row"]
    """`line`: across the table; `row`: in a row of its own, its number and name in the columns of number and indicator."""
    numbering: Literal["component", "blank", "running"]
    parts: bool
    reform: bool
    break_rows: bool
    items: Literal["subrows", "stacked", "numbered", "joined"]
    schedule: Literal["words", "months", "codes"]
    table_place: Literal["bab3", "after_bab4", "lampiran"]
    font: str
    size: float
    shaded: bool
    running_head: bool
    other_tables: tuple[str, ...]
    decree: bool
    cover: bool
    chapter_one_line: bool
    letters: bool
    """Indicators carry their letter ("a.") inside the cell."""
    wording: Literal["official", "own", "mixed"]
    break_words: bool = False
    soft_hyphens: bool = False
    component_label: bool = False
    """Component lines carry a number before their title."""
    agency_kind: str | None = None
    """The kind of office that arranges its plan this way; any where None."""
    ruling: Ruling = "grid"
    indicator: Literal["column", "line"] = "column"
    """`line`: across the table, its steps numbered in the rows below."""
    month_mark: Literal["sign", "shade"] = "sign"
    """Shaded months show in PDF and Word only."""
    sideways_months: bool = False
    """The months' names run from bottom to top."""


DIMENSIONS = tuple(f.name for f in fields(Layout) if f.name not in {"name", "wording", "agency_kind"})


def columns(*specs: tuple[str, str, float]) -> tuple[ColumnSpec, ...]:
    """Columns from role, heading and share of the width."""
    return tuple(ColumnSpec(*s) for s in specs)


def months(*names: str, width: float = 0.032) -> tuple[ColumnSpec, ...]:
    """A column for each month or part of the year, under a common heading."""
    return tuple(ColumnSpec("month", name, width, "WAKTU PELAKSANAAN") for name in names)


_JAN_DES = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")

_LAYOUTS = (
    Layout(
        name="bergaris",
        columns=columns(
            ("number", "NO", 0.05), ("component", "KOMPONEN", 0.14), ("indicator", "INDIKATOR", 0.22), ("action", "LANGKAH AKSI", 0.23),
            ("evidence", "BUKTI FISIK", 0.18), ("schedule", "TARGET WAKTU", 0.09), ("output", "OUTPUT", 0.09),
        ),
        table_landscape=True, header_lines=1, repeat_header=True, number_row="short", area_line="roman", component="once",
        numbering="component", parts=False, reform=False, break_rows=True, items="joined", schedule="words", table_place="bab3",
        font="URW Bookman", size=11, shaded=True, running_head=False, other_tables=("team",), decree=True, cover=True,
        chapter_one_line=False, letters=False, wording="mixed",
    ),
    Layout(
        name="bertingkat",
        columns=columns(
            ("number", "NO", 0.045), ("component", "KOMPONEN", 0.13), ("indicator", "INDIKATOR", 0.225),
            ("action", "RENCANA AKSI", 0.25), ("evidence", "BUKTI DUKUNG", 0.23), ("schedule", "TARGET WAKTU", 0.12),
        ),
        table_landscape=False, header_lines=1, repeat_header=True, number_row="right", area_line="roman", component="merged",
        numbering="component", parts=True, reform=True, break_rows=True, items="subrows", schedule="words", table_place="bab3",
        font="Liberation Serif", size=12, shaded=False, running_head=True, other_tables=("targets",), decree=False, cover=True,
        chapter_one_line=False, letters=False, wording="official", break_words=True,
    ),
    Layout(
        name="berbaris",
        columns=columns(
            ("number", "No.", 0.05), ("indicator", "Indikator / Uraian", 0.27), ("action", "Kegiatan", 0.25), ("evidence", "Eviden", 0.18),
            ("schedule", "Waktu", 0.1), ("output", "Hasil", 0.07), ("person", "Penanggung Jawab", 0.08),
        ),
        table_landscape=True, header_lines=1, repeat_header=False, number_row="none", area_line="merged", component="line",
        numbering="running", parts=False, reform=False, break_rows=True, items="numbered", schedule="codes", table_place="after_bab4",
        font="Liberation Sans", size=10, shaded=True, running_head=True, other_tables=("team", "scores"), decree=True, cover=False,
        chapter_one_line=True, letters=False, wording="own",
    ),
    Layout(
        name="bulanan",
        columns=(
            *columns(
                ("number", "NO", 0.04), ("component", "KOMPONEN", 0.1), ("indicator", "INDIKATOR", 0.17),
                ("action", "RENCANA AKSI", 0.17), ("evidence", "DATA DUKUNG", 0.14),
            ),
            *months(*_JAN_DES),
        ),
        table_landscape=True, header_lines=2, repeat_header=True, number_row="none", area_line="letter", component="merged",
        numbering="component", parts=False, reform=False, break_rows=False, items="stacked", schedule="months", table_place="lampiran",
        font="Nimbus Sans", size=11, shaded=True, running_head=False, other_tables=("monitoring",), decree=True, cover=True,
        chapter_one_line=False, letters=True, wording="official",
    ),
    Layout(
        name="peradilan",
        columns=columns(
            ("number", "No", 0.05), ("component", "Komponen", 0.15), ("indicator", "Indikator", 0.22), ("action", "Rencana Kerja", 0.22),
            ("evidence", "Data Dukung", 0.16), ("schedule", "Waktu", 0.1), ("person", "Penanggung Jawab", 0.1),
        ),
        table_landscape=False, header_lines=1, repeat_header=False, number_row="right", area_line="merged", component="merged",
        numbering="blank", parts=True, reform=True, break_rows=True, items="stacked", schedule="words", table_place="bab3", font="P052",
        size=11, shaded=True, running_head=False, other_tables=("team", "attendance"), decree=True, cover=True, chapter_one_line=False,
        letters=False, wording="mixed", agency_kind="court",
    ),
    Layout(
        name="sekolah",
        columns=columns(
            ("component", "KOMPONEN", 0.16), ("indicator", "INDIKATOR KEBERHASILAN", 0.26), ("action", "KEGIATAN", 0.24),
            ("evidence", "EVIDEN", 0.18), ("schedule", "JADWAL", 0.16),
        ),
        table_landscape=False, header_lines=1, repeat_header=True, number_row="none", area_line="plain", component="repeat",
        numbering="blank", parts=False, reform=False, break_rows=False, items="numbered", schedule="words", table_place="bab3",
        font="DejaVu Sans", size=9, shaded=True, running_head=True, other_tables=("attendance",), decree=False, cover=True,
        chapter_one_line=True, letters=False, wording="own", agency_kind="school",
    ),
    Layout(
        name="rumah-sakit",
        columns=(
            *columns(
                ("number", "NO", 0.05), ("indicator", "INDIKATOR", 0.2), ("action", "RENCANA AKSI", 0.2), ("evidence", "BUKTI DUKUNG", 0.16),
            ),
            *months(*_JAN_DES, width=0.03),
        ),
        table_landscape=True, header_lines=2, repeat_header=False, number_row="repeated", area_line="letter", component="line",
        numbering="running", parts=True, reform=True, break_rows=True, items="subrows", schedule="months", table_place="bab3",
        font="Liberation Sans", size=10, shaded=False, running_head=True, other_tables=("scores", "monitoring"), decree=True, cover=True,
        chapter_one_line=False, letters=False, wording="official", agency_kind="hospital",
    ),
    Layout(
        name="kecamatan",
        columns=columns(
            ("number", "NO", 0.05), ("component", "PROGRAM", 0.15), ("indicator", "INDIKATOR", 0.24), ("action", "LANGKAH KERJA", 0.26),
            ("evidence", "BUKTI FISIK", 0.2), ("schedule", "WAKTU", 0.1),
        ),
        table_landscape=True, header_lines=1, repeat_header=False, number_row="none", area_line="roman", component="once",
        numbering="component", parts=False, reform=False, break_rows=True, items="stacked", schedule="words", table_place="bab3",
        font="Libertinus Serif", size=11, shaded=False, running_head=False, other_tables=("targets", "team"), decree=False, cover=True,
        chapter_one_line=False, letters=False, wording="mixed", agency_kind="kecamatan",
    ),
    Layout(
        name="instansi-vertikal",
        columns=(
            ColumnSpec("number", "NO", 0.05), ColumnSpec("component", "KOMPONEN", 0.13), ColumnSpec("indicator", "INDIKATOR", 0.2),
            ColumnSpec("action", "KEGIATAN", 0.2, "RENCANA AKSI"), ColumnSpec("evidence", "BUKTI", 0.17, "RENCANA AKSI"),
            ColumnSpec("output", "VOLUME", 0.08, "TARGET"), ColumnSpec("schedule", "WAKTU", 0.1, "TARGET"),
            ColumnSpec("person", "POKJA", 0.07),
        ),
        table_landscape=True, header_lines=2, repeat_header=True, number_row="shifted", area_line="merged", component="merged",
        numbering="component", parts=True, reform=True, break_rows=True, items="subrows", schedule="codes", table_place="lampiran",
        font="Nimbus Sans", size=11, shaded=True, running_head=True, other_tables=("team",), decree=True, cover=True,
        chapter_one_line=True, letters=True, wording="official", agency_kind="vertical",
    ),
    Layout(
        name="urutan-lain",
        columns=columns(
            ("indicator", "Indikator", 0.24), ("evidence", "Bukti Dukung", 0.19), ("action", "Langkah Aksi", 0.23), ("output", "Keluaran", 0.1),
            ("schedule", "Jadwal", 0.12), ("person", "PIC", 0.12),
        ),
        table_landscape=True, header_lines=1, repeat_header=True, number_row="right", area_line="plain", component="line",
        numbering="blank", parts=False, reform=False, break_rows=True, items="stacked", schedule="words", table_place="lampiran",
        font="C059", size=11, shaded=False, running_head=True, other_tables=("scores",), decree=False, cover=True, chapter_one_line=False,
        letters=True, wording="mixed",
    ),
    Layout(
        name="kode-bulan",
        columns=columns(
            ("number", "NO.", 0.06), ("indicator", "URAIAN INDIKATOR", 0.27), ("action", "RENCANA AKSI", 0.28), ("evidence", "DOKUMEN", 0.24),
            ("schedule", "TARGET", 0.15),
        ),
        table_landscape=False, header_lines=1, repeat_header=True, number_row="repeated", area_line="letter", component="line",
        numbering="running", parts=False, reform=False, break_rows=True, items="joined", schedule="codes", table_place="after_bab4",
        font="Liberation Serif", size=11, shaded=True, running_head=False, other_tables=("monitoring", "team"), decree=True, cover=False,
        chapter_one_line=False, letters=False, wording="official", soft_hyphens=True, component_label=True,
    ),
    Layout(
        name="padat",
        columns=columns(
            ("number", "NO", 0.04), ("component", "KOMPONEN", 0.12), ("indicator", "INDIKATOR", 0.2), ("action", "RENCANA AKSI", 0.22),
            ("evidence", "BUKTI DUKUNG", 0.18), ("output", "OUTPUT", 0.08), ("schedule", "WAKTU", 0.08), ("person", "PENANGGUNG JAWAB", 0.08),
        ),
        table_landscape=False, header_lines=1, repeat_header=False, number_row="shifted", area_line="roman", component="merged",
        numbering="component", parts=False, reform=False, break_rows=True, items="joined", schedule="words", table_place="bab3",
        font="Liberation Sans", size=9, shaded=False, running_head=False, other_tables=("attendance",), decree=True, cover=False,
        chapter_one_line=True, letters=False, wording="own", break_words=True,
    ),
    Layout(
        name="puskesmas",
        columns=(
            ColumnSpec("number", "No", 0.05), ColumnSpec("component", "Sub Komponen", 0.14), ColumnSpec("indicator", "Indikator", 0.21),
            ColumnSpec("action", "Langkah Aksi", 0.22), ColumnSpec("evidence", "Dokumen Pendukung", 0.18),
            ColumnSpec("schedule", "Waktu", 0.1, "Target"), ColumnSpec("output", "Output", 0.1, "Target"),
        ),
        table_landscape=True, header_lines=2, repeat_header=False, number_row="right", area_line="letter", component="repeat",
        numbering="component", parts=False, reform=False, break_rows=True, items="numbered", schedule="words", table_place="bab3",
        font="URW Bookman", size=10, shaded=True, running_head=True, other_tables=("scores", "attendance"), decree=False, cover=True,
        chapter_one_line=False, letters=False, wording="official", agency_kind="puskesmas",
    ),
    Layout(
        name="pemeriksa",
        columns=columns(
            ("number", "NO", 0.04), ("component", "KOMPONEN", 0.12), ("indicator", "INDIKATOR", 0.2), ("action", "URAIAN KEGIATAN", 0.21),
            ("evidence", "DOKUMEN", 0.15), ("schedule", "WAKTU", 0.09), ("person", "TIM KERJA", 0.1), ("other", "PEMERIKSA", 0.09),
        ),
        table_landscape=True, header_lines=1, repeat_header=True, number_row="right", area_line="plain", component="once",
        numbering="component", parts=True, reform=True, break_rows=False, items="joined", schedule="words", table_place="lampiran",
        font="P052", size=10, shaded=True, running_head=False, other_tables=("team", "monitoring"), decree=True, cover=True,
        chapter_one_line=True, letters=True, wording="mixed",
    ),
    Layout(
        name="bulan-penuh",
        columns=(
            *columns(("number", "NO", 0.04), ("component", "KOMPONEN", 0.09), ("indicator", "INDIKATOR", 0.15), ("action", "LANGKAH AKSI", 0.15)),
            *months(*(m[:3].upper() for m in MONTHS), width=0.036),
            *columns(("output", "OUTPUT", 0.07), ("person", "PJ", 0.06)),
        ),
        table_landscape=True, header_lines=2, repeat_header=True, number_row="none", area_line="roman", component="repeat",
        numbering="component", parts=False, reform=False, break_rows=True, items="joined", schedule="months", table_place="bab3",
        font="Liberation Serif", size=11, shaded=False, running_head=True, other_tables=(), decree=False, cover=True,
        chapter_one_line=True, letters=False, wording="own", break_words=True,
    ),
    Layout(
        name="ringkas",
        columns=columns(("number", "No", 0.07), ("indicator", "Indikator", 0.37), ("action", "Rencana Aksi", 0.36), ("schedule", "Waktu", 0.2)),
        table_landscape=False, header_lines=1, repeat_header=False, number_row="none", area_line="roman", component="line",
        numbering="running", parts=False, reform=False, break_rows=True, items="subrows", schedule="words", table_place="after_bab4",
        font="DejaVu Serif", size=9, shaded=False, running_head=False, other_tables=(), decree=False, cover=True, chapter_one_line=False,
        letters=False, wording="mixed", component_label=True,
    ),
)  # fmt: skip
LAYOUTS: dict[str, Layout] = {layout.name: layout for layout in _LAYOUTS}


def differences(one: Layout, other: Layout) -> list[str]:
    """The dimensions in which two layouts differ."""
    return [d for d in DIMENSIONS if getattr(one, d) != getattr(other, d)]
