"""The names of documents' folders: the file's stem, made safe; a later other file of the same stem gets its hash."""

from __future__ import annotations

import itertools
import os
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath

MAX_BYTES = 150
"""A folder's name, with room for `-<8 of sha256>` and `.pdf` under the 255 bytes that file systems allow."""

FORBIDDEN = set('/\\:*?"<>|')
TAKEN_BY_THE_RUN = {"summary.json", "summary.html", "summary.xlsx", "rows.csv", "rows.parquet"}
TAKEN_BY_WINDOWS = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
FALLBACK = "dokumen"


def printable(name: str) -> str:
    """A file's name as valid Unicode: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def safe_stem(file: str) -> str:
    """The stem as a folder's name on any system: no separators, no control characters, not hidden, not too long."""
    stem = unicodedata.normalize("NFC", printable(PurePath(file).stem))
    kept = "".join("_" if c in FORBIDDEN or unicodedata.category(c).startswith("C") else c for c in stem)
    short = kept.encode()[:MAX_BYTES].decode("utf-8", "ignore").strip(" .")
    return FALLBACK if not short or short.casefold() in TAKEN_BY_WINDOWS else short


class Names:
    """Gives out names, first come first served; names are compared without case, as some file systems do."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in (*taken, *TAKEN_BY_THE_RUN)}

    def give(self, file: str, sha256: str) -> str:
        """The name for a file that has none yet."""
        stem = safe_stem(file)
        copies = (f"{stem}-{sha256[:8]}-{n}" for n in itertools.count(2))
        candidates = itertools.chain([stem, f"{stem}-{sha256[:8]}"], copies)
        name = next(c for c in candidates if c.casefold() not in self._taken)
        self._taken.add(name.casefold())
        return name
