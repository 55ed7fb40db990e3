"""Members of archives: each a file, none outside its folder, none beyond the limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.errors import EmptyFile, EncryptedFile, TooLarge, UnreadableFile
from flows.archives import unpack
from flows.inputs import InputFile
from flows.limits import Limits


def zip_of(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def unpacked(tmp_path: Path, content: bytes, limits: Limits | None = None, name: str = "kiriman.zip") -> list[InputFile]:
    path = tmp_path / name
    path.write_bytes(content)
    return list(unpack(InputFile(str(path), name, path), tmp_path / "keluar", limits or Limits()))


def test_each_member_is_a_file(tmp_path: Path) -> None:
    inner = zip_of({"dalam.txt": b"tiga"})
    files = unpacked(tmp_path, zip_of({"b.txt": b"dua", "a/satu.pdf": b"satu", "c.zip": inner, "__MACOSX/._b.txt": b"x"}))
    assert [(f.file, f.path.read_bytes()) for f in files] == [("satu.pdf", b"satu"), ("b.txt", b"dua"), ("dalam.txt", b"tiga")]
    assert files[2].key.endswith("kiriman.zip!/c.zip!/dalam.txt")


def test_an_office_document_is_no_archive(tmp_path: Path) -> None:
    files = unpacked(tmp_path, zip_of({"word/document.xml": b"<x/>"}), name="rencana.docx")
    assert [f.file for f in files] == ["rencana.docx"]


@pytest.mark.parametrize(
    "name",
    ["../luar.txt", "/etc/luar.txt", "..\\..\\luar.txt", "C:\\luar.txt", "a/../../../luar.txt", "baris\nbaru.txt", "x" * 300],
)
def test_nothing_leaves_the_folder(tmp_path: Path, name: str) -> None:
    (file,) = unpacked(tmp_path, zip_of({name: b"isi"}))
    assert file.path.read_bytes() == b"isi"
    written = {p for p in tmp_path.rglob("*") if p.is_file()} - {tmp_path / "kiriman.zip"}
    assert written == {file.path}
    assert file.path.is_relative_to(tmp_path / "keluar")


def lie_about_size(content: bytes) -> bytes:
    """Both headers say that the member is 10 bytes long."""
    size = (30_000_000).to_bytes(4, "little")
    return content.replace(size, (10).to_bytes(4, "little"))


def quine_like() -> bytes:
    content = zip_of({"isi.txt": b"isi"})
    for _ in range(6):
        content = zip_of({"lapis.zip": content})
    return content


def with_encrypted_flag() -> bytes:
    content = bytearray(zip_of({"rahasia.txt": b"isi"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: zip_of({"bom.txt": bytes(30_000_000)}), TooLarge),
        (lambda: lie_about_size(zip_of({"bom.txt": bytes(30_000_000)})), UnreadableFile),
        (lambda: zip_of({f"{n}.txt": b"x" for n in range(60)}), TooLarge),
        (quine_like, TooLarge),
        (with_encrypted_flag, EncryptedFile),
        (lambda: zip_of({}), EmptyFile),
        (lambda: zip_of({"a.txt": b"isi"})[:40], UnreadableFile),
        (lambda: b"PK\x03\x04 bukan arsip", UnreadableFile),
    ],
)
def test_faults(tmp_path: Path, make: Callable[[], bytes], fault: type[Exception]) -> None:
    files = unpacked(tmp_path, make(), Limits(size=5, unpacked=8, members=50))
    assert [type(f.fault) for f in files] == [fault]
    assert sum(p.stat().st_size for p in (tmp_path / "keluar").rglob("*") if p.is_file()) <= 8 << 20
