"""Workbooks: sheets to tables and titles."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Color, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from extractors import xlsx
from extractors.document import Paragraph, Table
from extractors.errors import EmptyFile, EncryptedFile, UnreadableFile

HEADER = ["NO", "INDIKATOR", "LANGKAH AKSI", "WAKTU"]


def sheet_with(rows: Sequence[Sequence[object]]) -> tuple[Workbook, Worksheet]:
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    return workbook, sheet


def read(tmp_path: Path, workbook: Workbook) -> tuple[Paragraph | Table, ...]:
    path = tmp_path / "renja.xlsx"
    workbook.save(path)
    return xlsx.read(path).blocks


def test_titles_above_the_table_are_paragraphs(tmp_path: Path) -> None:
    workbook, sheet = sheet_with([["RENCANA AKSI TAHUN 2031"], [], HEADER, [1, "a", "b", "Maret"], [], ["Kepala Dinas"]])
    sheet.merge_cells("A1:D1")
    title, table, foot = read(tmp_path, workbook)
    assert isinstance(title, Paragraph) and isinstance(table, Table) and isinstance(foot, Paragraph)
    assert (title.text, title.centred, foot.text) == ("RENCANA AKSI TAHUN 2031", True, "Kepala Dinas")
    assert [cell.text for cell in table.cells] == [*HEADER, "1", "a", "b", "Maret"]
    assert [title.place.block, table.place.block, foot.place.block] == [1, 2, 3]


def test_merged_cells_stand_once(tmp_path: Path) -> None:
    workbook, sheet = sheet_with(
        [HEADER, [1, "a", "b", "Maret"], [None, None, "c", "April"], ["II PENATAAN"], [2, "d", "e", "Mei"]]
    )
    for area in ("A2:A3", "B2:B3", "A4:D4"):
        sheet.merge_cells(area)
    table = read(tmp_path, workbook)[0]
    assert isinstance(table, Table)
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in table.cells if cell.text}
    assert (spans["a"], spans["II PENATAAN"], spans["c"]) == ((2, 1), (1, 4), (1, 1))


def test_filled_cells_are_shaded(tmp_path: Path) -> None:
    workbook, sheet = sheet_with([HEADER, [1, "a", "b", None], [2, "c", "d", None], [3, "e", "f", None]])
    for spot, colour in (("D2", "FF92D050"), ("D3", "FFFFFFFF"), ("D4", Color(theme=0, tint=-0.25))):
        sheet[spot].fill = PatternFill("solid", fgColor=colour)
    table = read(tmp_path, workbook)[0]
    assert isinstance(table, Table)
    assert [(c.row, c.column) for c in table.cells if c.is_shaded] == [(1, 3), (3, 3)]


SHOWN = [
    ("whole number", 5.0, "General", "5"),
    ("per cent", 0.25, "0%", "25%"),
    ("day", datetime.datetime(2031, 2, 1), "dd/mm/yyyy", "1 Februari 2031"),
    ("month", datetime.datetime(2031, 2, 1), "mmm-yy", "Februari 2031"),
    ("lines", "1. satu\n2.  dua", "General", "1. satu\n2. dua"),
]


@pytest.mark.parametrize(("value", "shape", "text"), [case[1:] for case in SHOWN], ids=[case[0] for case in SHOWN])
def test_values_as_shown(tmp_path: Path, value: object, shape: str, text: str) -> None:
    workbook, sheet = sheet_with([HEADER, [1, "a", "b", value]])
    sheet["D2"].number_format = shape
    table = read(tmp_path, workbook)[0]
    assert isinstance(table, Table)
    assert table.cells[-1].text == text


def test_what_is_hidden_is_not_read(tmp_path: Path) -> None:
    workbook, sheet = sheet_with(
        [[*HEADER, "catatan"], [1, "a", "b", "Maret", "x"], [9, "lama", "lama", "lama", "x"], [2, "c", "d", "Mei", "x"]]
    )
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True
    workbook.create_sheet("rahasia").sheet_state = "hidden"
    workbook["rahasia"]["A1"] = "tak tampak"
    (table,) = read(tmp_path, workbook)
    assert isinstance(table, Table)
    assert (table.row_count, table.column_count, "lama" in {cell.text for cell in table.cells}) == (3, 4, False)


BROKEN = [
    ("empty", b"", EmptyFile),
    ("no workbook", b"PK\x03\x04 rusak", UnreadableFile),
    ("locked", bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), EncryptedFile),
]


@pytest.mark.parametrize(("content", "error"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_broken_files(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    path = tmp_path / "renja.xlsx"
    path.write_bytes(content)
    with pytest.raises(error):
        xlsx.read(path)


def test_zip_that_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "renja.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<rusak")
    with pytest.raises(UnreadableFile):
        xlsx.read(path)


def test_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_PART_BYTES", 1000)
    workbook, _ = sheet_with([HEADER] * 200)
    path = tmp_path / "renja.xlsx"
    workbook.save(path)
    with pytest.raises(UnreadableFile, match="terlalu besar"):
        xlsx.read(path)
