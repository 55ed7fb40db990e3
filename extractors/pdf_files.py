"""The PDF that this process reads at the moment, kept open from page to page.

Its cross-reference table and page tree are read with each opening, so that a page would cost more the longer its document
is. The libraries keep all they have parsed, so after some pages the file is opened anew. One file a process, one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2 as pdfium

from extractors.errors import UnreadableFile

PAGES_AN_OPENING = 25
"""What an opening costs is shared by so many pages, and what their parsing leaves behind lies about no longer."""

Identity = tuple[str, int, int, int]


@dataclass
class _Kept:
    """An open file; `turns` is how often it was asked for."""

    identity: Identity
    pdf: Any
    turns: int = 0


_kept: dict[Callable[[Path], Any], _Kept] = {}


@contextmanager
def parsed_page(path: Path, number: int) -> Iterator[Any]:
    """Page `number` (from 1) as pdfplumber sees it, valid within the block. Raises whatever its parser meets."""
    with _open(path, _plumber) as pdf:
        try:
            page = pdf.pages[number - 1]
        except Exception:  # noqa: BLE001  another page may be at fault, so this one is tried alone
            with pdfplumber.open(path, pages=[number]) as alone:
                yield alone.pages[0]
            return
        try:
            yield page
        finally:
            page.close()


@contextmanager
def drawn_page(path: Path, number: int) -> Iterator[pdfium.PdfPage]:
    """Page `number` (from 1) as PDFium sees it, valid within the block. Raises UnreadableFile."""
    with _open(path, _drawer) as pdf:
        try:
            page = pdf[number - 1]
        except pdfium.PdfiumError as error:
            raise UnreadableFile(f"halaman {number}") from error
        try:
            yield page
        finally:
            page.close()


def let_go() -> None:
    """Close what is open; to be called when nothing is read for a while."""
    for opener in tuple(_kept):
        _close(opener)


def _plumber(path: Path) -> Any:
    return pdfplumber.open(path)


def _drawer(path: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise UnreadableFile from error


@contextmanager
def _open(path: Path, opener: Callable[[Path], Any]) -> Iterator[Any]:
    """The file as `opener` opens it; a fault in the block closes it, as it may be the open file's."""
    found = path.stat()
    identity = (str(path), found.st_ino, found.st_size, found.st_mtime_ns)
    kept = _kept.get(opener)
    if kept is None or kept.identity != identity or kept.turns >= PAGES_AN_OPENING:
        _close(opener)
        kept = _kept[opener] = _Kept(identity, opener(path))
    kept.turns += 1
    try:
        yield kept.pdf
    except BaseException:
        _close(opener)
        raise


def _close(opener: Callable[[Path], Any]) -> None:
    if kept := _kept.pop(opener, None):
        with suppress(Exception):  # a broken file may not even close
            kept.pdf.close()
