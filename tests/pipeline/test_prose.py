"""Documents as one stream of lines: what each line knows of the cell, the frame or the paragraph it stands in."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Document, Line, Paragraph, Place, Table
from pipeline.prose import is_upper, read_lines, run_together


def table(cells: tuple[Cell, ...], rows: int, columns: int) -> Table:
    return Table(cells, rows, columns, Place(3, (0, 0, 500, 200)))


def cell(row: int, column: int, *lines: Line) -> Cell:
    return Cell(row, column, "\n".join(line.text for line in lines), lines, Place(3, (10.0 * column, 20.0 * row, 90.0, 90.0)))


def test_lines_of_a_cell_know_their_spot_and_the_whole_cell() -> None:
    boxed = Line("Rapat bersama", (12, 22, 80, 32), bold=True)
    lines = read_lines(Document("pdf", (table((cell(0, 0, boxed, Line("pegawai")), cell(0, 1, Line("Januari\nMaret"))), 1, 2),)))
    assert [(line.text, line.row, line.column, line.is_first) for line in lines] == [
        ("Rapat bersama", 0, 0, True),
        ("pegawai", 0, 0, False),
        ("Januari", 0, 1, True),
        ("Maret", 0, 1, False),
    ]
    assert [line.paragraph for line in lines] == ["Rapat bersama\npegawai"] * 2 + ["Januari\nMaret"] * 2
    assert [line.place.box for line in lines[:2]] == [(12, 22, 80, 32), (0.0, 0.0, 90.0, 90.0)]
    assert {line.page for line in lines} == {3}
    assert [line.bold for line in lines[:2]] == [True, False]
    assert not any(line.is_prose or line.centred for line in lines)


def test_a_frame_around_a_cover_is_prose_its_lines_titles_of_their_own() -> None:
    lines = read_lines(Document("pdf", (table((cell(0, 0, Line("RENCANA KERJA"), Line("TAHUN 2031")),), 1, 1),)))
    assert [(line.text, line.paragraph) for line in lines] == [("RENCANA KERJA",) * 2, ("TAHUN 2031",) * 2]
    assert all(line.is_prose and line.is_first and line.centred for line in lines)


@pytest.mark.parametrize(
    ("rows", "columns", "follows"),
    [(3, 2, [True, False]), (3, 1, [True, False]), (1, 1, [False, False])],
    ids=["a table", "a list of one column", "a frame"],
)
def test_the_first_line_below_a_table_is_marked(rows: int, columns: int, follows: list[bool]) -> None:
    below = Paragraph("Kepala Dinas", (Line("Kepala"), Line("Dinas")), Place(3))
    lines = read_lines(Document("pdf", (table((cell(0, 0, Line("isi")),), rows, columns), below)))
    assert [line.follows_table for line in lines[1:]] == follows


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Menyusun ren-", "cana kerja", "Menyusun rencana kerja "),
        ("Kabupaten Kota-", "Waringin", "Kabupaten Kota- Waringin "),
        ("Menyusun", "rencana", "Menyusun rencana "),
    ],
    ids=["a broken word", "a capital behind the hyphen", "no hyphen"],
)
def test_a_word_broken_at_a_line_s_end_is_joined(first: str, second: str, whole: str) -> None:
    lines = read_lines(Document("pdf", (Paragraph(f"{first} {second}", (Line(first), Line(second)), Place(1)),)))
    text, starts = run_together(lines)
    assert text == whole
    assert text[starts[1] :].startswith(second)


def test_a_hyphen_before_another_paragraph_breaks_no_word() -> None:
    blocks = tuple(Paragraph(text, (Line(text),), Place(1)) for text in ("Ketua -", "anggota"))
    assert run_together(read_lines(Document("pdf", blocks)))[0] == "Ketua - anggota "


@pytest.mark.parametrize(
    ("text", "upper"),
    [("RENCANA KERJA", True), ("dr. SUHARTINI WIJAYANTO", True), ("Rencana Kerja", False), ("A", False), ("2031", False)],
)
def test_capitals(text: str, upper: bool) -> None:
    assert is_upper(text) is upper
