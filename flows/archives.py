"""Members of .zip files as files of their own, unpacked within limits and under names that cannot leave their folder."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.errors import DocumentError, EmptyFile, EncryptedFile, TooLarge, UnreadableFile
from flows.inputs import LITTER_FOLDERS, MEMBER_MARK, MIB, InputFile, is_litter
from flows.limits import Limits
from flows.names import safe_stem

MAX_DEPTH = 3
"""Archives in archives are opened this deep."""

CHUNK_BYTES = 1 << 20
OFFICE_PARTS = {"[Content_Types].xml", "content.xml", "mimetype", "word/document.xml", "xl/workbook.xml"}


@dataclass
class _Allowance:
    """What an archive with all its inner ones may still give."""

    members: int
    size: int


def unpack(file: InputFile, folder: Path, limits: Limits) -> Iterator[InputFile]:
    """The file itself if it is no archive, else its members, unpacked under `folder`."""
    yield from _unpack(file, folder, limits, _Allowance(limits.members, limits.unpacked * MIB), MAX_DEPTH)


def _unpack(file: InputFile, folder: Path, limits: Limits, allowance: _Allowance, depth: int) -> Iterator[InputFile]:
    if file.fault or not _is_archive(file.path):
        yield file
        return
    place = folder / hashlib.sha256(file.key.encode()).hexdigest()[:16]
    try:
        with zipfile.ZipFile(file.path) as archive:
            if depth == 0:
                raise TooLarge(f"arsip dalam arsip lebih dari {MAX_DEPTH} lapis")
            if len(archive.infolist()) > allowance.members:
                raise TooLarge("terlalu banyak anggota arsip")
            members = [m for m in archive.infolist() if not m.is_dir() and not _is_litter(m.filename)]
            if not members:
                raise EmptyFile("arsip tanpa isi")
            for number, member in enumerate(sorted(members, key=lambda m: (m.filename, m.header_offset))):
                allowance.members -= 1
                inner = _member(archive, member, file, place / str(number), limits, allowance)
                yield from _unpack(inner, folder, limits, allowance, depth - 1)
    except DocumentError as fault:
        yield replace(file, fault=fault)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, UnicodeError):
        yield replace(file, fault=UnreadableFile())


def _is_archive(path: Path) -> bool:
    """A ZIP that is no office document; a broken one counts only by its suffix."""
    try:
        with path.open("rb") as file:
            if file.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
                return False
        with zipfile.ZipFile(path) as archive:
            return not OFFICE_PARTS & set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeError):
        return path.suffix.lower() == ".zip"


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: InputFile, place: Path, limits: Limits, allowance: _Allowance
) -> InputFile:
    """The member written under a harmless name; what is wrong with it becomes its fault."""
    shown = member.filename.replace("\\", "/").rsplit("/", 1)[-1]
    suffix = "".join(c for c in Path(shown).suffix if c.isalnum() or c == ".")[:10]
    path = place / f"{safe_stem(shown)}{suffix}"
    unpacked = InputFile(f"{file.key}{MEMBER_MARK}{member.filename}", shown, path)
    try:
        if member.flag_bits & 1:
            raise EncryptedFile
        _write(archive, member, path, limits, allowance)
    except DocumentError as fault:
        return replace(unpacked, fault=fault)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, RuntimeError):
        return replace(unpacked, fault=UnreadableFile())
    return replace(unpacked, fault=EmptyFile() if member.file_size == 0 else None)


def _write(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, limits: Limits, allowance: _Allowance) -> None:
    """Unpack, counting bytes as they come: what a ZIP says of its sizes may be a lie."""
    path.parent.mkdir(parents=True, exist_ok=True)
    allowed = min(limits.size * MIB, allowance.size)
    with archive.open(member) as source, path.open("wb") as target:
        while chunk := source.read(CHUNK_BYTES):
            allowed -= len(chunk)
            allowance.size -= len(chunk)
            if allowed < 0:
                break
            target.write(chunk)
    if allowed < 0:
        path.unlink()
        raise TooLarge("anggota arsip mengembang melewati batas")


def _is_litter(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return is_litter(parts[-1]) or bool(LITTER_FOLDERS & set(parts[:-1]))
