"""The zip around a Word document, opened with care: sizes are checked before anything is unpacked.

Only the XML parts needed for reading are opened; macros, embedded files and pictures are never touched.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from extractors.errors import EmptyFile, EncryptedFile, UnreadableFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
OLE_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")

MOST_PART_BYTES = 64 * 1024 * 1024
"""A plan of 500 pages has a body of about 10 MB; what unpacks to more than this is no plan."""
MOST_MEMBERS = 20_000


class Package:
    """The parts of one .docx file, parsed on request."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = set(archive.namelist())

    def part(self, name: str) -> etree._Element | None:
        """The root element of a part, None where the package has no such part."""
        if name not in self._names:
            return None
        return parse_xml(self._bytes(name), name)

    def main_part(self) -> str:
        """The name of the part that holds the body."""
        for kind, target in self.relations("").values():
            if kind.endswith("/officeDocument"):
                return target
        return "word/document.xml"

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relation id → (type, target part) of the inner relations of a part ("" for the whole package)."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        inner = [r for r in root if r.get("TargetMode") != "External" and r.get("Id") and r.get("Target")]
        return {r.get("Id", ""): (r.get("Type", ""), _resolve(folder, r.get("Target", ""))) for r in inner}

    def _bytes(self, name: str) -> bytes:
        if self._archive.getinfo(name).file_size > MOST_PART_BYTES:
            raise UnreadableFile(f"bagian {name} terlalu besar")
        with self._archive.open(name) as part:
            content = part.read(MOST_PART_BYTES + 1)
        if len(content) > MOST_PART_BYTES:
            raise UnreadableFile(f"bagian {name} terlalu besar")
        return content


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """The package at `path`.

    Raises:
        EmptyFile: the file has no bytes.
        EncryptedFile: a password protects it (Office wraps such a file in an OLE container).
        UnreadableFile: it is no zip, is cut off, or unpacks to an absurd size.
    """
    check_container(path)
    try:
        with zipfile.ZipFile(path) as archive:
            if len(archive.infolist()) > MOST_MEMBERS:
                raise UnreadableFile("terlalu banyak bagian di dalam berkas")
            if any(info.flag_bits & 0x1 for info in archive.infolist()):
                raise EncryptedFile
            yield Package(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError) as problem:
        raise UnreadableFile from problem


def check_container(path: Path) -> None:
    """Tells an empty file and a password-protected Office file from one that may be read as a zip."""
    with path.open("rb") as file:
        head = file.read(8)
        if not head:
            raise EmptyFile
        if head == OLE_SIGNATURE:
            # MS-OFFCRYPTO 2.3: the encrypted zip is a stream of this name, written in UTF-16.
            if "EncryptedPackage".encode("utf-16-le") in file.read(MOST_PART_BYTES):
                raise EncryptedFile
            raise UnreadableFile("bukan berkas Office yang baru")


def parse_xml(content: bytes, name: str) -> etree._Element:
    """The root of an XML part; entities are never resolved and nothing outside the part is opened."""
    if not content:
        raise UnreadableFile(f"bagian {name} kosong")
    content = content.replace(STRICT_WORD, WORD.encode()).replace(STRICT_RELATIONS, RELATIONS.encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as problem:
        raise UnreadableFile(f"bagian {name} tidak utuh") from problem


def _resolve(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))
