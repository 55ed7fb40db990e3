"""PDF pages as words and rules: the text layer where it is usable, OCR where it is missing or garbled."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extractors.document import Box, Page, Rule, Word
from extractors.errors import EmptyFile, EncryptedFile, UnreadableFile
from extractors.full_cells import cut_at_rules
from extractors.options import ReadOptions
from extractors.pdf_files import drawn_page, parsed_page
from extractors.sideways import sideways_words, turned_upright, ways_of, without_sideways
from extractors.symbols import as_seen

THIN_POINTS = 3.0
"""A rectangle thinner than this is a drawn line; Word and its kin draw borders so."""

NEARLY_NONE = 0.03
"""Share of full colour that nobody sees on paper."""

MIN_TEXT_WORDS = 3
"""A page with an image and fewer words than this in its text layer is a scan with a stray stamp or number."""

MAX_SIDE_POINTS = 14_400.0
"""The largest page side the PDF format allows (200 inches); larger ones are hostile."""

SHADOWED_SHARE = 0.97
"""With fewer different letters than this among all, the page prints letters over one another."""

_PARSER_ERRORS = (
    PdfminerException,
    MalformedPDFException,
    PDFException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

_WORD_ATTRIBUTES = ["size", "fontname"]


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
    page = _read_text_layer(path, number)
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


def _read_text_layer(path: Path, number: int) -> Page:
    """Words and rules of the page's text layer, through pdfplumber; only this page is parsed and it is let go."""
    try:
        with parsed_page(path, number) as page:
            return _page(page, number)
    except PDFPasswordIncorrect as error:
        raise EncryptedFile(path.name) from error
    except _PARSER_ERRORS as error:
        # pdfminer answers broken streams with whatever exception its parser meets first.
        raise UnreadableFile(f"halaman {number}") from error


def _page(page: Any, number: int) -> Page:
    """Words and rules of a pdfplumber page; one that is set on its side is turned upright."""
    page = _without_shadows(page)
    ways = ways_of(page)
    words = _upright_words(without_sideways(page) if ways.sideways else page)
    words += [w for way in ways.sideways for w in sideways_words(page, way, whole_lines=way != ways.of_page)]
    rules = tuple(_rules(page))
    read = Page(
        number,
        float(page.width),
        float(page.height),
        tuple(_word(part) for w in words for part in cut_at_rules(w, rules)),
        rules,
        "text" if words else "none",
        shades=tuple(_shades(page)),
    )
    return read if ways.of_page is None else turned_upright(read, ways.of_page)


def _upright_words(page: Any) -> list[dict[str, Any]]:
    words: list[dict[str, Any]] = page.extract_words(
        x_tolerance_ratio=0.22,
        y_tolerance=2,
        keep_blank_chars=False,
        use_text_flow=False,
        extra_attrs=_WORD_ATTRIBUTES,
        return_chars=True,
    )
    return words


def _without_shadows(page: Any) -> Any:
    """The page with letters that are printed twice, for a poor man's bold, taken once; costly, so only where they occur."""
    chars = page.chars
    places = {(c["text"], round(c["x0"]), round(c["top"])) for c in chars}
    return page.dedupe_chars(tolerance=1) if len(places) < SHADOWED_SHARE * len(chars) else page


def _word(word: dict[str, Any]) -> Word:
    text = word["text"]
    return Word(
        text=as_seen(text) if len(text) == 1 else text,  # more of them are no bullet but a garbled text layer
        box=(float(word["x0"]), float(word["top"]), float(word["x1"]), float(word["bottom"])),
        size=round(float(word["size"]), 1),
        bold="bold" in word["fontname"].lower() or "black" in word["fontname"].lower(),
    )


def _rules(page: Any) -> Iterator[Rule]:
    for line in page.lines:
        if abs(line["x1"] - line["x0"]) < THIN_POINTS or abs(line["bottom"] - line["top"]) < THIN_POINTS:
            yield _centre_line(line["x0"], line["top"], line["x1"], line["bottom"])
    for rect in page.rects:
        yield from _rect_rules(rect)


def _rect_rules(rect: dict[str, Any]) -> Iterator[Rule]:
    """A thin rectangle is a rule; a stroked one gives its four sides; a filled area alone is only shading."""
    x0, top, x1, bottom = (float(rect[k]) for k in ("x0", "top", "x1", "bottom"))
    if min(x1 - x0, bottom - top) < THIN_POINTS:
        yield _centre_line(x0, top, x1, bottom)
    elif rect.get("stroke"):
        yield from (Rule(x0, top, x1, top), Rule(x0, bottom, x1, bottom), Rule(x0, top, x0, bottom), Rule(x1, top, x1, bottom))


def _shades(page: Any) -> Iterator[Box]:
    for rect in page.rects:
        box = (float(rect["x0"]), float(rect["top"]), float(rect["x1"]), float(rect["bottom"]))
        if rect["fill"] and min(rect["width"], rect["height"]) >= THIN_POINTS and not _is_white(rect["non_stroking_color"]):
            yield box


def _is_white(colour: object) -> bool:
    """Whether a colour as pdfplumber gives it (grey, RGB or CMYK, 0 to 1) is paper's white; a pattern or no colour is."""
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    if not all(isinstance(part, int | float) for part in parts):
        return True
    return sum(parts) <= NEARLY_NONE if len(parts) == 4 else all(part >= 1 - NEARLY_NONE for part in parts)


def _centre_line(x0: float, top: float, x1: float, bottom: float) -> Rule:
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        return Rule(float(x0), middle, float(x1), middle)
    middle = (x0 + x1) / 2
    return Rule(middle, float(top), middle, float(bottom))


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
