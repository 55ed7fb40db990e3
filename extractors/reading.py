"""Which module reads a file: its format is told by its content, not by its name."""

from __future__ import annotations

import importlib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from extractors.document import Document, Page
from extractors.errors import EmptyFile, UnreadableFile, UnsupportedFormat
from extractors.options import ReadOptions

SNIFFED_BYTES = 4096

_PAGED = {
    "pdf": "extractors.pdf",
    "png": "extractors.images",
    "jpeg": "extractors.images",
    "tiff": "extractors.images",
}
_WHOLE = {
    "docx": "extractors.docx",
    "xlsx": "extractors.xlsx",
    "text": "extractors.plaintext",
    "doc": "extractors.office",
    "odt": "extractors.office",
    "rtf": "extractors.office",
}
_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "doc",
    b"{\\rtf": "rtf",
}
_TEXT_SUFFIXES = {".txt", ".md", ".tsv", ".text"}


@dataclass(frozen=True, slots=True)
class Probe:
    """What a file is; `page_count` is None in formats without pages."""

    format: str
    page_count: int | None


def probe(path: Path) -> Probe:
    """Format and number of pages. Raises a DocumentError where the file cannot be read at all."""
    name = format_of(path)
    if name in _PAGED:
        return Probe(name, importlib.import_module(_PAGED[name]).page_count(path))
    return Probe(name, None)


def read_page(path: Path, number: int, options: ReadOptions) -> Page:
    """Page `number` (from 1) of a file in a format with pages."""
    page: Page = _module(_PAGED, path).read_page(path, number, options)
    return page


def read_whole(path: Path) -> Document:
    """The document of a file in a format without pages."""
    document: Document = _module(_WHOLE, path).read(path)
    return document


def format_of(path: Path) -> str:
    """The format's short name. Raises EmptyFile or UnsupportedFormat."""
    with path.open("rb") as file:
        head = file.read(SNIFFED_BYTES)
    if not head:
        raise EmptyFile(path.name)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for signature, name in _SIGNATURES.items():
        if head.startswith(signature):
            return name
    if head.startswith(b"PK"):
        return _format_of_package(path)
    if path.suffix.lower() in _TEXT_SUFFIXES:
        return "text"
    raise UnsupportedFormat(path.name)


def _format_of_package(path: Path) -> str:
    """Office files are ZIP archives told apart by their parts."""
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(path.name) from error
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names:
        return "odt"
    raise UnsupportedFormat(path.name)


def _module(table: dict[str, str], path: Path) -> ModuleType:
    return importlib.import_module(table[format_of(path)])
