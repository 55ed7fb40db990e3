"""What a run is given: every file under the inputs, in one fixed order, each with its fault if it cannot even be opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.errors import DocumentError, EmptyFile, NotAFile, NotPermitted, TooLarge
from flows.limits import Limits
from flows.names import printable
from flows.state import STATE
from flows.statuses import fault_of_file

LITTER = {".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db", ".directory"}
LITTER_PREFIXES = ("~$", "._", ".~lock.")
LITTER_FOLDERS = {"__MACOSX", STATE, ".git", "$RECYCLE.BIN", "System Volume Information"}
MIB = 1024 * 1024

MEMBER_MARK = "!/"
"""Stands in keys between an archive and its member."""


@dataclass(frozen=True)
class InputFile:
    """A file as it was submitted.

    `key` tells it from all others and stays the same from run to run (its absolute path or URL; members of archives
    after `!`); `file` is its name as printed; `path` where it can be read on this machine; `fault` why it cannot be.
    """

    key: str
    file: str
    path: Path
    fault: DocumentError | None = None


class NoInput(ValueError):
    """An INPUT that does not exist."""


def find_files(inputs: Iterable[Path], out: Path, limits: Limits) -> Iterator[InputFile]:
    """All files under the inputs, each once, folders by name; never what a run wrote, be it to `out`. Raises NoInput."""
    seen: set[str] = set()
    for given in inputs:
        if not os.path.lexists(given):
            raise NoInput(f"Tidak ada berkas atau folder '{printable(str(given))}'.")
        walked = _walk(given, out.resolve(), set()) if given.is_dir() else iter([given])
        for path in walked:
            key = os.path.abspath(path)  # noqa: PTH100  without following links, which may loop
            if key not in seen:
                seen.add(key)
                yield InputFile(key_of(key), printable(path.name), path, _fault(path, limits))


def key_of(path: str) -> str:
    """A path as text that tells any two paths apart, also those whose bytes are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _walk(folder: Path, out: Path, above: set[tuple[int, int]]) -> Iterator[Path]:
    """Files in a folder and below; a folder reached again through a link is not entered twice on one way down."""
    here = folder.stat()
    identity = (here.st_dev, here.st_ino)
    if identity in above or folder.resolve() == out:
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda e: os.fsencode(e.name))
    except OSError:
        yield folder
        return
    for entry in entries:
        path = Path(entry.path)
        if _is_folder(entry):
            if entry.name not in LITTER_FOLDERS and not (path / STATE).is_dir():
                yield from _walk(path, out, above | {identity})
        elif not is_litter(entry.name):
            yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def is_litter(name: str) -> bool:
    """Files that systems and office programs leave about, which nobody submitted."""
    return name.lower() in LITTER or name.startswith(LITTER_PREFIXES)


def _fault(path: Path, limits: Limits) -> DocumentError | None:
    try:
        found = path.stat()
    except OSError as error:
        return fault_of_file(error) or NotAFile()
    if stat.S_ISDIR(found.st_mode) or not os.access(path, os.R_OK):
        return NotPermitted()
    if not stat.S_ISREG(found.st_mode):
        return NotAFile()
    return _fault_of_size(found.st_size, limits)


def _fault_of_size(size: int, limits: Limits) -> DocumentError | None:
    if size == 0:
        return EmptyFile()
    if size > limits.size * MIB:
        return TooLarge(f"{size // MIB} MiB, batas {limits.size} MiB")
    return None
