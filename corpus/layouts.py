"""The layouts: how an office arranges its plan. Any two differ in at least three of `DIMENSIONS`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal


@dataclass(frozen=True)
class ColumnSpec:
    """A column of the action table: its role, its heading and its share of the table's width."""

    role: str
    heading: str
    width: float


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
    component: Literal["merged", "once", "repeat", "line"]
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


DIMENSIONS = tuple(f.name for f in fields(Layout) if f.name not in {"name", "wording"})


def _columns(*specs: tuple[str, str, float]) -> tuple[ColumnSpec, ...]:
    return tuple(ColumnSpec(*s) for s in specs)


_MONTHS = tuple(
    ("month", name, 0.032) for name in ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")
)

LAYOUTS: dict[str, Layout] = {
    layout.name: layout
    for layout in (
        Layout(
            name="bergaris",
            columns=_columns(
                ("number", "NO", 0.05), ("component", "KOMPONEN", 0.14), ("indicator", "INDIKATOR", 0.22),
                ("action", "LANGKAH AKSI", 0.23), ("evidence", "BUKTI FISIK", 0.18), ("schedule", "TARGET WAKTU", 0.09),
                ("output", "OUTPUT", 0.09),
            ),
            table_landscape=True, header_lines=1, repeat_header=True, number_row="short", area_line="roman", component="once",
            numbering="component", parts=False, reform=False, break_rows=True, items="joined", schedule="words",
            table_place="bab3", font="URW Bookman", size=11, shaded=True, running_head=False, other_tables=("team",), decree=True,
            cover=True, chapter_one_line=False, letters=False, wording="mixed",
        ),
        Layout(
            name="bertingkat",
            columns=_columns(
                ("number", "NO", 0.045), ("component", "KOMPONEN", 0.13), ("indicator", "INDIKATOR", 0.225),
                ("action", "RENCANA AKSI", 0.25), ("evidence", "BUKTI DUKUNG", 0.23), ("schedule", "TARGET WAKTU", 0.12),
            ),
            table_landscape=False, header_lines=1, repeat_header=True, number_row="right", area_line="roman", component="merged",
            numbering="component", parts=True, reform=True, break_rows=True, items="subrows", schedule="words",
            table_place="bab3", font="Liberation Serif", size=12, shaded=False, running_head=True, other_tables=("targets",),
            decree=False, cover=True, chapter_one_line=False, letters=False, wording="official", break_words=True,
        ),
        Layout(
            name="berbaris",
            columns=_columns(
                ("number", "No.", 0.05), ("indicator", "Indikator / Uraian", 0.27), ("action", "Kegiatan", 0.25),
                ("evidence", "Eviden", 0.18), ("schedule", "Waktu", 0.1), ("output", "Hasil", 0.07),
                ("person", "Penanggung Jawab", 0.08),
            ),
            table_landscape=True, header_lines=1, repeat_header=False, number_row="none", area_line="merged", component="line",
            numbering="running", parts=False, reform=False, break_rows=True, items="numbered", schedule="codes",
            table_place="after_bab4", font="Liberation Sans", size=10, shaded=True, running_head=True,
            other_tables=("team", "scores"), decree=True, cover=False, chapter_one_line=True, letters=False, wording="own",
        ),
        Layout(
            name="bulanan",
            columns=_columns(
                ("number", "NO", 0.04), ("component", "KOMPONEN", 0.1), ("indicator", "INDIKATOR", 0.17),
                ("action", "RENCANA AKSI", 0.17), ("evidence", "DATA DUKUNG", 0.14), *_MONTHS,
            ),
            table_landscape=True, header_lines=2, repeat_header=True, number_row="none", area_line="letter", component="merged",
            numbering="component", parts=False, reform=False, break_rows=False, items="stacked", schedule="months",
            table_place="lampiran", font="Nimbus Sans", size=11, shaded=True, running_head=False, other_tables=("monitoring",),
            decree=True, cover=True, chapter_one_line=False, letters=True, wording="official",
        ),
    )
}  # fmt: skip


def differences(one: Layout, other: Layout) -> list[str]:
    """The dimensions in which two layouts differ."""
    return [d for d in DIMENSIONS if getattr(one, d) != getattr(other, d)]
