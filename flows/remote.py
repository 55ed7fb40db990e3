"""Inputs and outputs that live elsewhere: any URL that fsspec knows (`s3://`, `file://`, …).

A remote output folder has a mirror on this machine, in which all work is done; what is finished goes up file by file,
document.json last: where it is there, the folder is whole. It is taken away first when a folder is replaced.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.errors import EmptyFile, TooLarge, UnreadableFile
from flows.inputs import MIB, InputFile
from flows.limits import Limits
from flows.manifest import DOCUMENT
from flows.names import printable
from flows.state import State
from flows.statuses import fault_of_file

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

MIRRORS = "RENJA_MIRRORS"
"""Environment variable: where mirrors of remote output folders are kept; a folder of the user's cache by default."""

BOOKS = ("manifest", "pages", "ocr")
"""Parts of the state folder that other machines need."""


def is_url(place: str) -> bool:
    return "://" in place


def open_place(url: str) -> tuple[AbstractFileSystem, str]:
    """The file system of a URL and the path in it."""
    import fsspec

    system, path = fsspec.core.url_to_fs(url)
    return system, path.rstrip("/")


def find_remote_files(url: str, into: Path, limits: Limits) -> Iterator[InputFile]:
    """Every object under a URL, brought to `into`. What is too large is not brought."""
    system, root = open_place(url)
    scheme = url.partition("://")[0]
    for number, path in enumerate(sorted(system.find(root))):
        size = int(system.size(path) or 0)
        name = path.rsplit("/", 1)[-1]
        local = into / hashlib.sha256(url.encode()).hexdigest()[:8] / str(number) / name
        found = InputFile(f"{scheme}://{path}", printable(name), local)
        yield fetch(system, path, found, size, limits)


def fetch_url(url: str, into: Path, limits: Limits) -> Path:
    """The object of a URL as a file in `into`. Raises DocumentError."""
    system, path = open_place(url)
    file = InputFile(url, url, into / path.rsplit("/", 1)[-1])
    found = fetch(system, path, file, int(system.size(path) or 0), limits)
    if found.fault:
        raise found.fault
    return found.path


def fetch(system: AbstractFileSystem, path: str, file: InputFile, size: int, limits: Limits) -> InputFile:
    """The file with its content on this machine, or with its fault."""
    if size == 0:
        return replace(file, fault=EmptyFile())
    if size > limits.size * MIB:
        return replace(file, fault=TooLarge(f"{size // MIB} MiB, batas {limits.size} MiB"))
    file.path.parent.mkdir(parents=True, exist_ok=True)
    try:
        system.get_file(path, str(file.path))
    except OSError as error:
        return replace(file, fault=fault_of_file(error) or UnreadableFile())
    return file


def mirror_of(url: str) -> Path:
    """The folder on this machine in which the output folder `url` is made."""
    base = os.environ.get(MIRRORS) or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "renja"
    place = Path(base) / hashlib.sha256(url.rstrip("/").encode()).hexdigest()[:16]
    place.mkdir(parents=True, exist_ok=True)
    return place


@dataclass(frozen=True, slots=True)
class RemoteFolder:
    """An output folder at `url`, mirrored in `out`."""

    url: str
    out: Path

    def pull(self) -> None:
        """Bring what the mirror lacks or another machine has written since: whole documents, their books, the summary."""
        self._bring("")

    def pull_document(self, name: str) -> None:
        """Bring a document's folder as it stands there now."""
        self._bring(f"/{name}")

    def push_document(self, name: str) -> None:
        """Put a document's folder up; document.json goes away first and comes back last."""
        system, root = open_place(self.url)
        self.drop_document(name)
        files = [f for f in sorted((self.out / name).rglob("*")) if f.is_file()]
        for file in sorted(files, key=lambda f: f.name == DOCUMENT):
            self._push(system, root, file)

    def drop_document(self, name: str) -> None:
        """Take a document away, its commit mark first."""
        system, root = open_place(self.url)
        if system.exists(f"{root}/{name}/{DOCUMENT}"):
            system.rm_file(f"{root}/{name}/{DOCUMENT}")
        if system.exists(f"{root}/{name}"):
            system.rm(f"{root}/{name}", recursive=True)

    def push_books(self) -> None:
        """The books and the files of the whole folder."""
        system, root = open_place(self.url)
        state = State(self.out)
        books = [f for part in BOOKS for f in sorted((state.root / part).rglob("*")) if f.is_file()]
        summary = [f for f in sorted(self.out.iterdir()) if f.is_file()]
        for file in books + summary:
            self._push(system, root, file)

    def _bring(self, below: str) -> None:
        system, root = open_place(self.url)
        system.invalidate_cache()
        if not system.exists(root + below):
            return
        for path in system.find(root + below):
            local = self.out / path[len(root) :].lstrip("/")
            if not (local.exists() and _is_copy(local, system, path)):
                local.parent.mkdir(parents=True, exist_ok=True)
                system.get_file(path, str(local))
                _stamp(local, system, path)

    def _push(self, system: AbstractFileSystem, root: str, file: Path) -> None:
        target = f"{root}/{file.relative_to(self.out).as_posix()}"
        system.makedirs(target.rsplit("/", 1)[0], exist_ok=True)
        system.put_file(str(file), target)
        _stamp(file, system, target)


def _is_copy(local: Path, system: AbstractFileSystem, path: str) -> bool:
    """By size and by the second in which the file was written there, which `_stamp` gave the copy."""
    here = local.stat()
    return here.st_size == int(system.size(path) or 0) and int(here.st_mtime) == _written(system, path)


def _stamp(local: Path, system: AbstractFileSystem, path: str) -> None:
    written = _written(system, path)
    os.utime(local, (written, written))


def _written(system: AbstractFileSystem, path: str) -> int:
    """Seconds since 1970 by the clock of the other side."""
    return int(system.modified(path).timestamp())
