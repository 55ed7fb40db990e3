"""Pages read by OCR are found again by what they show, and come back as they were."""

from __future__ import annotations

import io
import pickle
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw

from extractors.document import Page, Rule, Word
from extractors.options import ReadOptions
from flows.jobs import read_page_to_spool
from flows.page_cache import PageCache, page_digests
from flows.settings import RunSettings
from flows.versions import current_versions
from tests.flows.hostile.pdfs import form_loop, honest, pdfs

PAGE = Page(
    3, 595.2, 842.0, (Word("Zona", (1.1, 2.0, 3.3333333333333335, 4.0), 0.9, 11.5, True),), (Rule(1, 2, 3, 2),), "ocr", 90, 0.7
)


def test_a_page_comes_back_with_its_picture_under_another_number(tmp_path: Path) -> None:
    picture = tmp_path / "3.jpg"
    picture.write_bytes(b"gambar")
    cache = PageCache(tmp_path / "ocr")
    cache.put("ab12", PAGE, picture)
    assert cache.get("ab12", 7, tmp_path / "pictures") == replace(PAGE, number=7)
    assert (tmp_path / "pictures" / "7.jpg").read_bytes() == b"gambar"
    assert cache.get("ab13", 7, tmp_path) is None


def test_pages_read_by_ocr_are_kept_text_pages_are_not(tmp_path: Path) -> None:
    paper = Image.new("RGB", (1240, 1754), "white")
    ImageDraw.Draw(paper).text((120, 160), "RENCANA KERJA", fill="black", font_size=60)
    paper.save(tmp_path / "pindai.png", dpi=(150, 150))
    (tmp_path / "teks.pdf").write_bytes(honest())
    cache = PageCache(tmp_path / "ocr")
    for name in ("pindai.png", "teks.pdf"):
        (tmp_path / name[:4] / "pages").mkdir(parents=True)
        read_page_to_spool(tmp_path / name, 1, f"ab-{name[:4]}", ReadOptions(), tmp_path / "ocr", tmp_path / name[:4])
    kept = cache.get("ab-pind", 1, tmp_path / "gambar")
    assert kept is not None and kept.origin == "ocr"
    assert cache.get("ab-teks", 1, tmp_path / "gambar") is None


@pytest.mark.parametrize("spoilt", [b"", b"bukan gzip", b"\x1f\x8b\x08\x00terpotong"])
def test_a_spoilt_entry_is_no_entry(tmp_path: Path, spoilt: bytes) -> None:
    cache = PageCache(tmp_path)
    cache.put("ab12", PAGE, tmp_path / "tiada.jpg")
    (tmp_path / "ab" / "ab12.gz").write_bytes(spoilt)
    assert cache.get("ab12", 3, tmp_path) is None


AS_STORED = {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none}


def resaved(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.docinfo["/Title"] = "lain"
        pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate, **AS_STORED)
    return buffer.getvalue()


def test_pages_are_told_by_what_they_show(tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    first.write_bytes(honest(3))
    second.write_bytes(resaved(honest(3)))
    digests = page_digests(first)
    assert len(set(digests)) == 3
    assert page_digests(second) == digests
    second.write_bytes(honest(3, text="lain sekali"))
    assert not set(page_digests(second)) & set(digests)


@pytest.mark.parametrize("name", ["xref-melingkar", "anak-diri-sendiri", "bentuk-melingkar", "kamus-dalam", "terpotong-0.50"])
def test_digests_of_broken_files_end(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(dict(pdfs())[name]())
    assert all(len(d) == 64 for d in page_digests(path))


def test_a_kept_page_is_not_read_again(tmp_path: Path) -> None:
    """The file is gone when the page is asked for the second time."""
    (tmp_path / "work" / "pages").mkdir(parents=True)
    PageCache(tmp_path / "ocr").put("ab12", PAGE, tmp_path / "tiada.jpg")
    read_page_to_spool(tmp_path / "tiada.pdf", 2, "ab12", ReadOptions(), tmp_path / "ocr", tmp_path / "work")
    assert pickle.loads((tmp_path / "work" / "pages" / "2").read_bytes()) == replace(PAGE, number=2)


def test_a_better_matcher_keeps_ocr_pages_and_other_engines_do_not() -> None:
    versions = current_versions()
    usual = RunSettings(versions=versions)
    assert RunSettings(versions=replace(versions, build="lain")).page_key == usual.page_key
    assert RunSettings(versions=replace(versions, read="lain")).page_key == usual.page_key
    for change in ({"scan": "lain"}, {"engine": "lain"}, {"language": "lain"}):
        assert RunSettings(versions=replace(versions, **change)).page_key != usual.page_key
    assert RunSettings(versions=versions, ocr="none").page_key != usual.page_key


def test_a_loop_of_forms_has_a_digest(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(form_loop())
    assert len(page_digests(path)) == 1
