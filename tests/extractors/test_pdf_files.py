"""One open PDF a process: every page comes out as it would alone, whatever was read before it."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from extractors import pdf_files
from extractors.document import Page
from extractors.errors import UnreadableFile
from extractors.options import ReadOptions
from extractors.pdf import read_page

SAMPLE = Path(__file__).parents[2] / "corpus" / "samples" / "dinas-lanskap.pdf"


def alone(path: Path, number: int) -> Page:
    pdf_files.let_go()
    return read_page(path, number, ReadOptions("none"))


def open_files() -> set[str]:
    return {str(f.resolve()) for f in Path("/proc/self/fd").iterdir() if f.exists()}


def test_pages_come_out_the_same_in_any_order_and_over_several_openings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_files, "PAGES_AN_OPENING", 3)
    numbers = [2, 5, 3, 5, 2, 7, 6, 4]
    expected = {number: alone(SAMPLE, number) for number in set(numbers)}
    pdf_files.let_go()
    assert [read_page(SAMPLE, number, ReadOptions("none")) for number in numbers] == [expected[n] for n in numbers]


def test_a_file_replaced_under_its_name_is_opened_anew(tmp_path: Path) -> None:
    path = tmp_path / "rencana.pdf"
    texts = []
    for first in (1, 4):
        with pikepdf.open(SAMPLE) as pdf:
            del pdf.pages[: first - 1]
            pdf.save(tmp_path / "baru.pdf")
        (tmp_path / "baru.pdf").replace(path)
        texts.append(read_page(path, 1, ReadOptions("none")).words)
    assert texts == [alone(SAMPLE, 1).words, alone(SAMPLE, 4).words]


def test_a_broken_page_leaves_the_others_alone(tmp_path: Path) -> None:
    path = tmp_path / "luka.pdf"
    with pikepdf.open(SAMPLE) as pdf:
        pdf.pages[1].obj["/MediaBox"] = pikepdf.Array([0, 0, 0])
        pdf.save(path)
    with pytest.raises(UnreadableFile):
        read_page(path, 2, ReadOptions("none"))
    assert read_page(path, 3, ReadOptions("none")).words == alone(SAMPLE, 3).words


def test_nothing_stays_open_when_nothing_is_read() -> None:
    read_page(SAMPLE, 1, ReadOptions("none"))
    assert str(SAMPLE) in open_files()
    pdf_files.let_go()
    assert str(SAMPLE) not in open_files()
