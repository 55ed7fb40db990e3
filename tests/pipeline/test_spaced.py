"""Texts that keep a table's columns by blanks, made tables again. The plans here are made up."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest

from extractors import plaintext
from extractors.document import Table
from pipeline.action_table import find_action_table
from pipeline.flattened import restore_tables
from pipeline.flattened.spaced import is_spaced
from pipeline.flattened.spaced.cutting import cells_of
from pipeline.flattened.spaced.edges import Edges, moved_edges
from pipeline.flattened.spaced.heads import heads_of, roles_of
from pipeline.flattened.spaced.lines import piece_line
from pipeline.flattened.stream import text_line
from pipeline.plan import Role
from pipeline.records import Row as RecordRow
from pipeline.unruled.pieces import PieceLine

Row = tuple[str, ...]
HEADER: Row = ("NO", "KOMPONEN", "INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG", "TARGET WAKTU", "OUTPUT")
WIDTHS = (4, 18, 30, 30, 24, 12, 12)
ROWS: tuple[Row, ...] = (
    ("1", "Tim Kerja", "Unit kerja telah membentuk tim untuk melakukan pembangunan Zona Integritas", "Menerbitkan keputusan pembentukan tim pembangunan bersama seluruh bidang", "SK Tim Pembangunan beserta uraian tugasnya", "Januari 2031", "1 SK"),
    ("", "", "Penentuan anggota Tim dipilih melalui prosedur/mekanisme yang jelas", "Menggelar rapat pemilihan anggota tim dan mencatat alasannya", "Notula rapat pemilihan anggota", "Februari 2031", "1 notula"),
    ("2", "Rencana Pembangunan Zona Integritas", "Terdapat dokumen rencana kerja pembangunan Zona Integritas menuju WBK/WBBM", "Menyusun rencana kerja setahun dan mengesahkannya", "Dokumen rencana kerja yang disahkan", "Maret 2031", "1 dokumen"),
    ("", "", "Dalam dokumen pembangunan terdapat target-target prioritas yang relevan dengan tujuan pembangunan WBK/WBBM", "Memilih tiga target prioritas dari hasil survei tahun sebelumnya", "Matriks target prioritas", "Maret 2031", "1 matriks"),
    ("3", "Keterbukaan Informasi Publik", "Kebijakan tentang keterbukaan informasi publik telah diterapkan", "Memperbarui daftar informasi publik di laman dinas setiap bulan", "Tangkapan layar laman dinas", "Setiap bulan", "12 laporan"),
    ("", "", "Telah dilakukan monitoring dan evaluasi pelaksanaan kebijakan keterbukaan informasi publik", "Mengevaluasi layanan informasi bersama pejabat pengelola", "Laporan evaluasi layanan informasi", "Triwulanan", "4 laporan"),
)  # fmt: skip


def spaced(rows: Sequence[Row], widths: Sequence[int], room: int) -> Iterator[str]:
    """Rows as a tool sets them: each column where it stood, `room` blanks at least between two; 0 lets full cells touch."""
    for row in rows:
        cells = [textwrap.wrap(cell, width, break_on_hyphens=False) for cell, width in zip(row, widths, strict=True)]
        for index in range(max(map(len, cells))):
            line = ""
            left = 0
            for cell, width in zip(cells, widths, strict=True):
                if index < len(cell):
                    line = f"{line} ".ljust(left) + cell[index] if line else " " * left + cell[index]
                left += width + room
            yield line


def read(lines: Sequence[str]) -> tuple[RecordRow, ...]:
    document = restore_tables(plaintext.read_text("\n".join(["BAB III", "RENCANA AKSI", "", *lines, "BAB IV", "PENUTUP"])))
    table = find_action_table(document)
    return table.rows if table else ()


def said(rows: Sequence[RecordRow]) -> list[tuple[str, ...]]:
    return [(r.component, r.indicator, r.action, r.evidence, r.schedule, r.output) for r in rows]


WHOLE = [("Tim Kerja" if not row[1] and i == 1 else row[1] or ROWS[i - 1][1], *row[2:]) for i, row in enumerate(ROWS)]


@pytest.mark.parametrize("room", [3, 0], ids=["columns well apart", "full cells touch"])
def test_rows_are_found_again(room: int) -> None:
    lines = [*spaced((HEADER,), WIDTHS, room), *spaced(ROWS, WIDTHS, room)]
    assert said(read(lines)) == WHOLE


def test_wide_header_is_a_header() -> None:
    lines = [*spaced((HEADER,), WIDTHS, 16), *spaced(ROWS, WIDTHS, 16)]
    assert len(lines[0]) > 200
    assert said(read(lines)) == WHOLE


def test_page_without_header_is_set_otherwise() -> None:
    wider = [width + 2 for width in WIDTHS]
    first = [*spaced((HEADER,), WIDTHS, 3), *spaced(ROWS[:4], WIDTHS, 3)]
    second = [f"  {line}" for line in spaced(ROWS[4:], wider, 3)]
    second[0] = f"\f{second[0]}"
    assert said(read([*first, *second])) == WHOLE


def test_row_over_a_page_break_is_one_row() -> None:
    lines = list(spaced(ROWS, WIDTHS, 3))
    header = list(spaced((HEADER,), WIDTHS, 3))
    cut = lines.index(next(line for line in lines if "prosedur/mekanisme" in line))
    below = ["\f" + header[0], *header[1:], *lines[cut:]]
    assert said(read([*header, *lines[:cut], *below])) == WHOLE


def test_running_heads_between_pages_do_not_part_the_table() -> None:
    lines = list(spaced(ROWS, WIDTHS, 3))
    ends = [next(i for i, line in enumerate(lines) if line.startswith(number)) for number in ("1", "2", "3")] + [len(lines)]
    pages = [[*lines[a:b], "Rencana Kerja Dinas Contoh 2031"] for a, b in pairwise(ends)]
    pages[1][0], pages[2][0] = "\f" + pages[1][0], "\f" + pages[2][0]
    header = list(spaced((HEADER,), WIDTHS, 3))
    assert said(read([*header, *(line for page in pages for line in page)])) == WHOLE


MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")


def test_months_keep_their_marks() -> None:
    widths = (4, 30, 30, 24, *[3] * 12)
    header: Row = ("NO", "INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG", "WAKTU PELAKSANAAN", *[""] * 11)
    top = " ".join(f"{text:{width}}" for text, width in zip(header[:4], widths, strict=False)) + " WAKTU PELAKSANAAN"
    months = " " * (sum(widths[:4]) + 4) + " ".join(MONTHS)
    rows = [
        (str(number), row[2], row[3], row[4], *("X" if month in marked else "" for month in range(12)))
        for number, (row, marked) in enumerate(zip(ROWS, [{0}, {1, 7}, {11}, set(range(12)), {2, 5, 8, 11}, {4}], strict=True), 1)
    ]
    lines = [top, months, *spaced(rows, widths, 1)]
    assert [row.schedule for row in read(lines)] == [
        "Jan", "Feb, Agt", "Des", ", ".join(MONTHS), "Mar, Jun, Sep, Des", "Mei",
    ]  # fmt: skip


HEADINGS = [
    ("wide gaps", "NO   KOMPONEN      INDIKATOR     RENCANA AKSI   BUKTI DUKUNG   WAKTU", ["NO", "KOMPONEN", "INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG", "WAKTU"]),
    ("two that touch", "NO KOMPONEN    INDIKATOR     RENCANA KEGIATAN DATA DUKUNG   WAKTU", ["NO", "KOMPONEN", "INDIKATOR", "RENCANA KEGIATAN", "DATA DUKUNG", "WAKTU"]),
    ("the second only begun", "No   Indikator    Rencana Kerja   Data Dukung   Waktu Penanggung", ["No", "Indikator", "Rencana Kerja", "Data Dukung", "Waktu", "Penanggung"]),
    ("broken number", "N KOMPONE   INDIKATOR     KEGIATAN    BUKTI DUKUNG    TARGET", ["N", "KOMPONE", "INDIKATOR", "KEGIATAN", "BUKTI DUKUNG", "TARGET"]),
    ("one name of two", "No.   Indikator / Uraian     Langkah Aksi    Eviden    Waktu", ["No.", "Indikator / Uraian", "Langkah Aksi", "Eviden", "Waktu"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "headings"), [case[1:] for case in HEADINGS], ids=[case[0] for case in HEADINGS])
def test_headings(line: str, headings: list[str]) -> None:
    heads = heads_of(pieces([line]))
    assert heads is not None
    assert [heading.text for heading in heads.columns] == headings


def test_column_numbers_are_no_months() -> None:
    heads = heads_of(pieces(["No   Indikator   Kegiatan   Bukti   Waktu", " 1       2          3        4       5"]))
    assert heads is not None
    assert roles_of(heads) == ("number", "indicator", "action", "evidence", "schedule")


def pieces(lines: Sequence[str]) -> list[PieceLine]:
    return [piece_line(text_line(line), number) for number, line in enumerate(lines)]


ROLES: tuple[Role, ...] = ("number", "indicator", "action", "schedule")
LINES = [
    ("well apart", "1   Terdapat kebijakan     Menetapkan standar     Maret 2031", ["1", "Terdapat kebijakan", "Menetapkan standar", "Maret 2031"]),
    ("touching cells", "1   Terdapat kebijakan baru Menetapkan standar baru Maret 2031", ["1", "Terdapat kebijakan baru", "Menetapkan standar baru", "Maret 2031"]),
    ("a long one pushes the next", "1   Terdapat kebijakan standarnya Menetapkan standar Maret 2031", ["1", "Terdapat kebijakan standarnya", "Menetapkan standar", "Maret 2031"]),
    ("no number but a word", "    pelayanan              dengan warga", ["", "pelayanan", "dengan warga", ""]),
    ("dash that joins two times", "                           bersama warga     Januari -", ["", "", "bersama warga", "Januari -"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "cells"), [case[1:] for case in LINES], ids=[case[0] for case in LINES])
def test_lines_are_cut_at_the_edges(line: str, cells: list[str]) -> None:
    (found,) = cells_of(pieces([line]), Edges((0, 4, 27, 50), ROLES))
    assert [" ".join(word.text for word in found.get(column, ())) for column in range(4)] == cells


def test_edges_move_with_the_page() -> None:
    lines = pieces(["  7     Terdapat kebijakan         Menetapkan standar         Maret"] * 5)
    moved = moved_edges(Edges((0, 4, 27, 50), ROLES), [piece for line in lines for piece in line.pieces])
    assert moved.lefts == (2, 8, 35, 62)


@pytest.mark.parametrize(
    ("lines", "is_so"),
    [(["1   Tim   Menyusun", "    Kerja"], True), (["1 Tim Menyusun", "   Kerja", "yang ada"], False), ([], True)],
    ids=["gaps inside", "blanks at the beginning only", "nothing"],
)
def test_is_spaced(lines: list[str], is_so: bool) -> None:
    assert is_spaced(lines) is is_so


def test_prose_stays() -> None:
    document = restore_tables(plaintext.read_text("BAB I\n\nPENDAHULUAN\n\nIsi   dengan   sela."))
    assert not any(isinstance(block, Table) for block in document.blocks)
