"""The text layer of a PDF page as words, rules and shaded areas, through pdfplumber."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extractors.document import Box, Page, Rule, Word
from extractors.errors import EncryptedFile, UnreadableFile
from extractors.pdf_files import parsed_page
from extractors.sideways import sideways_words, turned_upright, ways_of, without_sideways
from extractors.symbols import as_seen
from extractors.touching_words import cut_at_rules

THIN_POINTS = 3.0
"""A rectangle thinner than this is a drawn line; Word and its kin draw borders so."""

NEARLY_NONE = 0.03
"""Share of full colour that nobody sees on paper."""

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


def read_text_layer(path: Path, number: int) -> Page:
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
