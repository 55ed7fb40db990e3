"""The words around a fault, taken from the text as they stand: what a reader is shown as evidence."""

from __future__ import annotations

import re

_WORD = re.compile(r"\S+")
_BREAK = re.compile(r"[;:()\[\]\n]|\.(?=\s|$)|,(?=\s)")
_ABBREVIATION = re.compile(r"(?:\b(?:kab|kec|kel|prov|no|nmr|jl|ka|kepala|st|dr|drs|ir|hj|th|thn|ta|tgl|bln)\.)$", re.IGNORECASE)
_LINKING = frozenset({
    "dan", "atau", "serta", "dengan", "atas", "oleh", "untuk", "pada", "dari", "di", "ke", "yang", "dalam", "sesuai", "sebagai",
    "tentang", "terhadap", "secara", "akan", "telah", "sudah", "adalah", "berupa", "mengenai", "per", "bagi", "guna", "&", "-",
    "/",
})  # fmt: skip


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the clause around a span: up to the nearest ; : ( ) sentence end or comma on either side."""
    left = max((m.end() for m in _BREAK.finditer(text, 0, start) if not _is_abbreviation(text, m)), default=0)
    right = next((m.start() for m in _BREAK.finditer(text, end) if not _is_abbreviation(text, m)), len(text))
    return left, right


def words_around(text: str, start: int, end: int, before: int, after: int) -> str:
    """A span with some words of its clause on either side; linking words are not left hanging at the edges."""
    left, right = clause_around(text, start, end)
    first = [m.start() for m in _WORD.finditer(text, left, start)][-before:] if before else []
    last = [m.end() for m in _WORD.finditer(text, end, right)][:after]
    begin, stop = (first[0] if first else start), (last[-1] if last else end)
    return _trimmed(text, begin, start, end, stop)


def _trimmed(text: str, begin: int, start: int, end: int, stop: int) -> str:
    for found in _WORD.finditer(text, begin, start):
        if found.group().casefold().strip(".,") not in _LINKING:
            begin = found.start()
            break
    else:
        begin = start
    tail = text[end:stop]
    while (cut := re.search(r"\s*(\S+)$", tail)) and cut.group(1).casefold().strip(".,") in _LINKING:
        tail = tail[: cut.start()]
    return text[begin:end].lstrip() + tail.rstrip(" ,.;/-")


def _is_abbreviation(text: str, found: re.Match[str]) -> bool:
    return found.group() == "." and _ABBREVIATION.search(text, max(0, found.start() - 8), found.end()) is not None
