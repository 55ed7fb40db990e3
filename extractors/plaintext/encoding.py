"""Letters from bytes, in the encodings Indonesian offices save text in."""

from __future__ import annotations

import codecs
from pathlib import Path

from extractors.errors import EmptyFile, UnreadableFile

MOST_TEXT_BYTES = 32 * 1024 * 1024
"""The text of a plan of 500 pages has about 2 MB."""
MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; UTF-32 before UTF-16, whose mark it begins with."""
LEAST_NUL_SHARE = 0.3
"""Latin letters in UTF-16 without a mark: every other byte is NUL."""


def read_letters(path: Path) -> str:
    """The text of a file with line ends as "\\n" and page ends as "\\f".

    Raises:
        EmptyFile: no bytes, or nothing but white space.
        UnreadableFile: too large for a text, or no text at all.
    """
    if path.stat().st_size > MOST_TEXT_BYTES:
        raise UnreadableFile("berkas teks terlalu besar")
    text = decoded(path.read_bytes())
    if not text.strip("\ufeff \t\r\n\f"):
        raise EmptyFile(path.name)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\xa0", " ")


def decoded(content: bytes) -> str:
    """Bytes as letters: by their mark, else UTF-8, else UTF-16 where NULs say so, else Windows-1252."""
    for mark, name in MARKED:
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    if b"\0" in content:
        return _sixteen_bits(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _sixteen_bits(content: bytes) -> str:
    even, odd = content[0::2].count(0), content[1::2].count(0)
    if max(even, odd) < LEAST_NUL_SHARE * len(content) / 2:
        raise UnreadableFile("bukan berkas teks")
    return content.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")
