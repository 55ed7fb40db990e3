"""Files and folders that appear complete or not at all, also when the machine stops in between."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

CHUNK_BYTES = 1 << 20


def write_file(path: Path, content: bytes) -> None:
    """Replace `path` in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.half")
    try:
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def put_folder(new: Path, place: Path, bin_: Path) -> None:
    """Move the finished folder `new` to `place`, on the same file system; an older one there goes to `bin_` and away.

    A kill between the two moves leaves no folder at all, which the next run takes for not done.
    """
    _sync_files(new)
    if place.exists() or place.is_symlink():
        remove(place, bin_)
    place.parent.mkdir(parents=True, exist_ok=True)
    new.rename(place)
    _sync(place.parent)


def remove(place: Path, bin_: Path) -> None:
    """Take a folder away in one step, then delete it."""
    bin_.mkdir(parents=True, exist_ok=True)
    gone = bin_ / f"{os.getpid()}-{hashlib.sha256(os.fsencode(place)).hexdigest()[:16]}"
    empty(gone)
    place.rename(gone)
    empty(gone)


def empty(path: Path) -> None:
    """Delete a file or a folder with all it holds, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def sha256_of(path: Path) -> str:
    """Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def _sync_files(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            _sync(file)
    _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
