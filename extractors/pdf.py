"""PDF pages as words and rules: the text layer where it is usable, OCR where it is missing or garbled."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium

from extractors.document import Page
from extractors.errors import EmptyFile, EncryptedFile, UnreadableFile
from extractors.options import ReadOptions
from extractors.pdf_files import drawn_page
from extractors.pdf_text import read_text_layer

MIN_TEXT_WORDS = 3
"""A page with an image and fewer words than this in its text layer is a scan with a stray stamp or number."""

MAX_SIDE_POINTS = 14_400.0
"""The largest page side the PDF format allows (200 inches); larger ones are hostile."""


def page_count(path: Path) -> int:
    """Number of pages. Raises EmptyFile, EncryptedFile or UnreadableFile."""
    if path.stat().st_size == 0:
        raise EmptyFile(path.name)
    try:
        with closing(pdfium.PdfDocument(path)) as pdf:
            count = len(pdf)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedFile(path.name) from error
        raise UnreadableFile(path.name) from error
    if count == 0:
        raise UnreadableFile(path.name)
    return count


def read_page(path: Path, number: int, options: ReadOptions) -> Page:
    """The page `number` (from 1) as words and rules. Raises UnreadableFile or EncryptedFile."""
    page = read_text_layer(path, number)
    if _has_usable_text(page, path) or not _has_image(path, number):
        return page
    return _read_by_ocr(path, number, page, options)


def render(path: Path, number: int, dpi: float) -> np.ndarray:
    """The page as a BGR image of height × width × 3 bytes at `dpi`."""
    with drawn_page(path, number) as page:
        width, height = page.get_size()
        if max(width, height) > MAX_SIDE_POINTS:
            raise UnreadableFile(f"halaman {number} berukuran {width:.0f} × {height:.0f} pt")
        bitmap = page.render(scale=dpi / 72)
        try:
            return _as_bgr(bitmap)
        finally:
            bitmap.close()


def _as_bgr(bitmap: pdfium.PdfBitmap) -> np.ndarray:
    pixels = np.array(bitmap.to_numpy(), copy=True)
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        return np.repeat(pixels.reshape(*pixels.shape[:2], 1), 3, axis=2)
    return np.ascontiguousarray(pixels[:, :, :3])


def _has_usable_text(page: Page, path: Path) -> bool:
    """Asks for the image under the text only where the words alone do not settle it: opening a page costs time."""
    from extractors.scan.textlayer import is_usable

    if len(page.words) < MIN_TEXT_WORDS:
        return False
    return is_usable(page.words) or (is_usable(page.words, over_scan=False) and not _is_scan(path, page.number))


def _has_image(path: Path, number: int) -> bool:
    """Whether anything but text is drawn that OCR could read: an image or outlined letters."""
    with drawn_page(path, number) as page:
        return any(True for _ in page.get_objects(max_depth=4))


def _read_by_ocr(path: Path, number: int, page: Page, options: ReadOptions) -> Page:
    if options.ocr_engine == "none":
        return Page(number, page.width, page.height, origin="none", note="halaman ini gambar, tanpa lapisan teks")
    from extractors.scan import read_scanned_page

    dpi = _scan_dpi(path, number)
    return read_scanned_page(render(path, number, dpi), dpi, number, options)


def _scan_dpi(path: Path, number: int) -> float:
    from extractors.scan.resolution import scan_dpi

    with drawn_page(path, number) as page:
        return scan_dpi(page)


def _is_scan(path: Path, number: int) -> bool:
    from extractors.scan.resolution import is_scan

    with drawn_page(path, number) as page:
        return is_scan(page)
