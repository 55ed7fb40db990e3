"""Pages read by OCR, kept by what they show: the same page in another file or another run is not read again."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
from pydantic import TypeAdapter, ValidationError

from extractors.document import Page
from flows.folders import write_file

_PAGES = TypeAdapter(Page)
MAX_DEPTH = 30
"""Objects nested deeper than in any honest page end the walk; the page is then told by its file."""


class PageCache:
    """Pages and their pictures under `folder`, by key."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str, number: int, picture_dir: Path) -> Page | None:
        """The page as number `number`, its picture laid into `picture_dir`; None where it is not kept."""
        place = self._place(key)
        try:
            page = _PAGES.validate_json(gzip.decompress(place.read_bytes()))
        except (FileNotFoundError, gzip.BadGzipFile, zlib.error, EOFError, ValidationError):
            return None
        picture = place.with_suffix(".jpg")
        if picture.is_file():
            picture_dir.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(picture, picture_dir / f"{number}.jpg")
        return replace(page, number=number)

    def put(self, key: str, page: Page, picture: Path) -> None:
        """Keep a page; its picture first, so that a page that is there is whole."""
        place = self._place(key)
        if picture.is_file():
            write_file(place.with_suffix(".jpg"), picture.read_bytes())
        write_file(place, gzip.compress(_PAGES.dump_json(page), mtime=0))

    def _place(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.gz"


def page_digests(path: Path) -> tuple[str, ...]:
    """For each page of a PDF a digest of all it is drawn from; empty where the file's structure does not allow it.

    Streams are taken as they are stored: to unpack them would invite bombs, and images are stored the same by all programs.
    """
    try:
        with pikepdf.open(path) as pdf:
            walker = _Walker()
            return tuple(walker.digest_of(page.obj, MAX_DEPTH).hex() for page in pdf.pages)
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError, RecursionError):
        return ()


class _TooDeep(ValueError):
    pass


class _Walker:
    """Digests objects by content; those shared by pages are walked once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}

    def digest_of(self, thing: Any, depth: int) -> bytes:
        if depth == 0:
            raise _TooDeep
        identity = thing.objgen if isinstance(thing, pikepdf.Object) else (0, 0)
        if identity != (0, 0) and identity in self._known:
            return self._known[identity]
        if identity != (0, 0):
            self._known[identity] = b"loop"
        digest = hashlib.sha256()
        for part in self._parts(thing, depth - 1):
            digest.update(len(part).to_bytes(8, "big") + part)
        if identity != (0, 0):
            self._known[identity] = digest.digest()
        return digest.digest()

    def _parts(self, thing: Any, depth: int) -> Iterator[bytes]:
        if isinstance(thing, pikepdf.Array):
            yield from (self.digest_of(item, depth) for item in thing)
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            for key in sorted(set(thing.keys()) - {"/Parent", "/Annots", "/StructParents", "/B"}):
                yield key.encode()
                yield self.digest_of(thing[key], depth)
            if isinstance(thing, pikepdf.Stream):
                yield thing.read_raw_bytes()
        else:
            yield repr(thing).encode()
