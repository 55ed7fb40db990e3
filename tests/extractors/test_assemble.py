"""Pages of words and rules to blocks: cells, paragraphs, furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import pytest

from extractors.assemble import assemble
from extractors.document import Page, Paragraph, Rule, Table, Word
from extractors.halves import halves_of
from tests.extractors.drawing import block, lattice, words

WIDTH, HEIGHT = 595.0, 842.0


def page(number: int, placed: list[Word], rules: Sequence[Rule] = ()) -> Page:
    return Page(number, WIDTH, HEIGHT, tuple(placed), tuple(rules))


def texts(kind: str, pages: list[Page]) -> list[str]:
    return [b.text for b in assemble("pdf", pages).blocks if isinstance(b, Paragraph) and b.kind == kind]


def prose(number: int) -> list[Word]:
    return block([f"Paragraf pada lembar ke {['satu', 'dua', 'tiga', 'empat'][number - 1]} saja."], 60, 300)


def test_words_go_to_their_cells_and_the_rest_to_paragraphs() -> None:
    placed = words("Judul tabel", 60, 60) + words("NO", 55, 105) + block(["Langkah", "aksi"], 105, 105)
    (title, table) = assemble("pdf", [page(1, placed, lattice((50, 100, 300), (100, 140, 180)))]).blocks
    assert isinstance(title, Paragraph)
    assert title.text == "Judul tabel"
    assert isinstance(table, Table)
    assert [c.text for c in table.cells] == ["NO", "Langkah aksi", "", ""]
    assert table.place.box == (50, 100, 300, 180)


def test_a_frame_around_the_page_is_no_table() -> None:
    frame = lattice((20, 575), (20, 822))
    document = assemble("pdf", [page(1, words("Isi saja", 60, 100), frame)])
    assert [type(b) for b in document.blocks] == [Paragraph]


def test_a_table_inside_a_frame_keeps_its_words() -> None:
    rules = lattice((20, 575), (20, 822)) + lattice((50, 100, 300), (100, 140, 180))
    (table,) = assemble("pdf", [page(1, words("NO", 55, 105), rules)]).blocks
    assert isinstance(table, Table)
    assert table.cells[0].text == "NO"


def test_running_heads_and_page_numbers_are_furniture() -> None:
    pages = [page(n, words("Renja ZI Tahun 2031", 60, 30) + prose(n) + words(f"{n}", 300, 810)) for n in (1, 2, 3)]
    assert texts("running_head", pages) == ["Renja ZI Tahun 2031"] * 3
    assert texts("page_number", pages) == ["1", "2", "3"]
    assert len(texts("paragraph", pages)) == 3


def test_a_title_on_two_pages_is_content() -> None:
    pages = [page(n, words("BAB SATU", 60, 30) + prose(n)) for n in (1, 2)]
    assert texts("running_head", pages) == []


def test_list_items_are_paragraphs_of_their_own() -> None:
    full = "kata " * 18
    lines = [f"1. {full}".strip(), f"lanjut {full}".strip(), f"2. {full}".strip()]
    (first, second) = texts("paragraph", [page(1, block(lines, 60, 100))])
    assert first.startswith("1. kata")
    assert "lanjut" in first
    assert second.startswith("2. kata")


def test_chapters_at_the_top_of_their_pages_are_content() -> None:
    pages = [page(n, words(f"BAB {['I', 'II', 'III', 'IV'][n - 1]}", 270, 30) + prose(n)) for n in (1, 2, 3, 4)]
    assert texts("running_head", pages) == []


def test_a_range_of_years_over_a_wrap_stays_one_paragraph() -> None:
    full = "kata " * 18
    (only,) = texts("paragraph", [page(1, block([f"{full}2010", f"- 2025; {full}".strip()], 60, 100))])
    assert "2010 - 2025;" in only


def scan_of_two(number: int, apart: float = 0.0, *, width: float = 2 * WIDTH, origin: Literal["ocr", "text"] = "ocr") -> Page:
    """Two pages side by side, each with a running head, a line of prose and a page number; the right one `apart` points nearer."""
    placed = []
    for side, left in enumerate((0.0, WIDTH - apart)):
        placed += words("Renja ZI Tahun 2031", left + 60, 30) + words(str(2 * number + side), left + 300, 810)
        placed += block(
            [f"Kalimat panjang di lembar {'kiri' if side == 0 else 'kanan'} yang terus", "sampai baris berikutnya."],
            left + 60,
            300,
        )
        placed += words("dan penutup di sebelah tepi kanan halaman", left + 330, 330)
    return Page(number, width, HEIGHT, tuple(placed), origin=origin)


def test_two_pages_on_one_scan_are_read_one_after_the_other() -> None:
    pages = [scan_of_two(number) for number in (1, 2)]
    document = assemble("pdf", pages)
    paragraphs = [b.text for b in document.blocks if isinstance(b, Paragraph) and "lembar" in b.text]
    sides = [("kiri" in text, "kanan yang" in text) for text in paragraphs]
    assert sides == [(True, False), (False, True)] * 2
    assert texts("page_number", pages) == ["2", "3", "4", "5"]
    assert texts("running_head", pages) == ["Renja ZI Tahun 2031"] * 4
    assert [(page.number, page.width) for page in document.pages] == [(1, 2 * WIDTH), (2, 2 * WIDTH)]


@pytest.mark.parametrize(
    ("name", "page", "is_two"),
    [
        ("two sheets", scan_of_two(1), True),
        ("columns of one sheet", scan_of_two(1, apart=90), False),
        ("a text page", scan_of_two(1, origin="text"), False),
        ("a table across", replace(scan_of_two(1), rules=(Rule(60, 500, 1100, 500),)), False),
        ("a smaller sheet", replace(scan_of_two(1), width=1050.0), False),
        ("an empty side", replace(scan_of_two(1), words=tuple(prose(1))), False),
    ],
)
def test_two_sheets_are_told_by_their_gutter(name: str, page: Page, is_two: bool) -> None:
    assert (len(halves_of(page)) == 2) is is_two, name
