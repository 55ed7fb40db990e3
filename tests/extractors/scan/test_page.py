"""A whole scanned page read: words in their cells, upright and straight, and back to the scan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pikepdf
import pytest
from PIL import Image

from extractors.document import Page
from extractors.errors import TooLarge, UnreadableFile
from extractors.grid import find_grids
from extractors.images import page_count, read_page, render
from extractors.options import ReadOptions
from extractors.scan import read_scanned_page
from extractors.scan.page import UNREAD
from extractors.searchable import About, write_searchable
from tests.extractors.scan.pages import Grid, blank, draw_grid, speckled, table_page, turned, write

DPI = 200
GRID = Grid()
WORDS = {"Rapat", "Dokumen", "Laporan", "Kegiatan"}


def words_in_cells(page: Page) -> list[str]:
    (grid,) = find_grids(page.rules)
    found = []
    for cell in grid.cells:
        x0, top, x1, bottom = cell.box
        found.append(" ".join(w.text for w in page.words if x0 < w.box[0] < x1 and top < (w.box[1] + w.box[3]) / 2 < bottom))
    return found


@pytest.mark.parametrize("name, worn", [("clean", table_page()), ("askew and dusty", speckled(turned(table_page(), 1.7), 900))])
def test_table_page(name: str, worn: np.ndarray, tmp_path: Path) -> None:
    page = read_scanned_page(worn, DPI, 3, ReadOptions(picture_dir=tmp_path))
    cells = words_in_cells(page)
    assert len(cells) == 20
    assert [cell for cell in cells if cell] == [w for w in cells if w in WORDS]
    assert sum(cell in WORDS for cell in cells) == 15
    assert page.origin == "ocr" and page.number == 3
    assert (tmp_path / "3.jpg").is_file()
    assert all(8 < word.size < 16 for word in page.words)


@pytest.mark.parametrize("turn", [cv2.ROTATE_90_COUNTERCLOCKWISE, cv2.ROTATE_90_CLOCKWISE])
def test_print_on_its_side_is_one_word_a_line(turn: int) -> None:
    page, (left, top) = table_page(), (GRID.xs[0] + 20, GRID.ys[3] + 10)
    label = cv2.rotate(write(blank(170, 50), "MARET", 10, 36), turn)
    page[top : top + label.shape[0], left : left + label.shape[1]] = label
    read = read_scanned_page(page, DPI, 1, ReadOptions())
    (word,) = (w for w in read.words if w.text == "MARET")
    x0, y0, x1, y1 = (v * DPI / 72 for v in word.box)
    assert left < x0 < x1 < left + 50 and top < y0 < y1 < top + 170 and y1 - y0 > 3 * (x1 - x0)


@pytest.mark.parametrize("light", [1.0, 0.6])
def test_filled_cells_are_told_from_plain_ones_in_uneven_light(light: float) -> None:
    """The light falls off across the page to the share `light`."""
    page, filled = table_page(), {(1, 0), (3, 2), (3, 3)}
    for row, column in filled:
        area = page[GRID.ys[row] + 2 : GRID.ys[row + 1] - 1, GRID.xs[column] + 2 : GRID.xs[column + 1] - 1]
        area[area.min(axis=2) > 128] = (80, 208, 146)
    lit = (page * np.linspace(1.0, light, page.shape[1])[None, :, None]).astype(np.uint8)
    read = read_scanned_page(lit, DPI, 1, ReadOptions())
    (grid,) = find_grids(read.rules)
    assert {(c.row, c.column) for c in grid.cells if c.box in read.shades} == filled


def test_page_of_scribble_is_not_read() -> None:
    dice = np.random.default_rng(3)
    page = blank(900, 1200)
    for _ in range(900):
        x, y = int(dice.integers(20, 860)), int(dice.integers(20, 1160))
        page[y : y + int(dice.integers(4, 14)), x : x + int(dice.integers(4, 14))] = 0
    read = read_scanned_page(page, DPI, 1, ReadOptions())
    assert (read.origin, read.note, read.words) == ("none", UNREAD, ())


def test_blank_page_is_read_and_empty() -> None:
    read = read_scanned_page(blank(900, 1200), DPI, 1, ReadOptions())
    assert (read.origin, read.note, read.words) == ("ocr", "", ())


def test_tiff_of_two_pages(tmp_path: Path) -> None:
    path = tmp_path / "dua.tiff"
    first, second = Image.new("RGB", (900, 1200), "white"), Image.fromarray(table_page())
    first.save(path, save_all=True, append_images=[second], dpi=(DPI, DPI))
    assert page_count(path) == 2
    assert find_grids(read_page(path, 2, ReadOptions()).rules)
    assert read_page(path, 1, ReadOptions(ocr_engine="none")).origin == "none"


@pytest.mark.parametrize("dpi, expected", [((200, 200), 200.0), ((30, 30), 1200 / 11.7), (None, 1200 / 11.7)])
def test_resolution_is_believed_where_it_makes_a_page(dpi: tuple[int, int] | None, expected: float, tmp_path: Path) -> None:
    path = tmp_path / "foto.png"
    options: dict[str, Any] = {"dpi": dpi} if dpi else {}
    Image.new("RGB", (900, 1200), "white").save(path, **options)
    assert render(path, 1)[1] == pytest.approx(expected, rel=0.01)


def test_broken_and_huge_images_are_the_files_fault(tmp_path: Path) -> None:
    broken = tmp_path / "rusak.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 40)
    with pytest.raises(UnreadableFile):
        page_count(broken)
    huge = tmp_path / "besar.png"
    Image.new("1", (12_000, 12_000)).save(huge)
    with pytest.raises(TooLarge):
        render(huge, 1)


def test_searchable_copy_keeps_the_image_and_finds_the_words(tmp_path: Path) -> None:
    scan = tmp_path / "rencana.jpg"
    Image.fromarray(turned(table_page(), 1.5)).save(scan, dpi=(DPI, DPI), quality=80)
    page = read_page(scan, 1, ReadOptions())
    about = About("Rencana Kerja", "Dinas Contoh Kabupaten Contoh", 2024)
    copies = [write_searchable(scan, "jpeg", [page], about, tmp_path / name) for name in ("a.pdf", "b.pdf")]
    assert copies[0].pdf.read_bytes() == copies[1].pdf.read_bytes()
    assert copies[0].checksum.read_text().split()[1] == "rencana.jpg"
    with pikepdf.open(copies[0].pdf) as pdf:
        meta = pdf.open_metadata()
        assert meta["dc:title"] == "Rencana Kerja"
        assert meta["pdfaid:part"] == "2" and copies[0].note is None
    import pdfplumber

    with pdfplumber.open(copies[0].pdf) as pdf:
        words = pdf.pages[0].extract_words(use_text_flow=True)
    assert {w["text"] for w in words} == {w.text for w in page.words}


def test_searchable_copy_without_ghostscript_says_what_it_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    scan = tmp_path / "rencana.png"
    Image.fromarray(table_page()).save(scan, dpi=(DPI, DPI))
    copy = write_searchable(scan, "png", [], About("Rencana Kerja"), tmp_path / "a.pdf")
    assert copy.note is not None and "bukan PDF/A-2b" in copy.note.read_text(encoding="utf-8")
    with pikepdf.open(copy.pdf) as pdf:
        assert "pdfaid:part" not in pdf.open_metadata()


def test_a_table_in_a_frame_is_read_once() -> None:
    framed = draw_grid(table_page(), Grid((100, 1550), (150, 1300, 2200)))
    page = read_scanned_page(write(framed, "Catatan", 300, 1800), DPI, 1, ReadOptions())
    assert len(find_grids(page.rules)) == 2
    assert sorted({word.text for word in page.words}) == sorted(WORDS | {"Catatan"})
    assert len(page.words) == 16
