"""Older and other office formats (.doc, .odt, .rtf): LibreOffice turns them into Word documents, which are read then.

LibreOffice works in a profile directory of its own, so that it meets no running instance and no user's macros, and with
a time limit that ends it together with its children.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from extractors import docx
from extractors.document import Document
from extractors.docx.package import MOST_PART_BYTES, OLE_SIGNATURE
from extractors.errors import EmptyFile, EncryptedFile, UnreadableFile, UnsupportedFormat

PROGRAMS = ("soffice", "libreoffice")
CONVERSION_SECONDS = 120
"""Starting takes up to 15 s on a slow disk, a plan of 60 pages 5 s more."""
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""Pictures and texts that a document links to from elsewhere are not fetched: nobody may learn by them that it was read."""


def read(path: Path) -> Document:
    """The document at `path`, as LibreOffice understands it.

    Raises:
        UnsupportedFormat: LibreOffice is not installed; the sentence says what to do.
        EmptyFile, EncryptedFile: nothing in the file, or a password on it.
        UnreadableFile: LibreOffice made nothing of it, or not in time.
    """
    format_name = format_of(path)
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise UnsupportedFormat("simpan sebagai DOCX, atau pasang LibreOffice agar jenis ini dapat dibaca")
    with tempfile.TemporaryDirectory(prefix="renja-office-") as folder:
        converted = _converted(program, path, Path(folder), format_name)
        return replace(docx.read(converted), format=format_name)


def format_of(path: Path) -> str:
    """ "doc", "odt" or "rtf", by the file's first bytes. Raises EmptyFile and EncryptedFile."""
    with path.open("rb") as file:
        head = file.read(MOST_PART_BYTES)
    if not head:
        raise EmptyFile(path.name)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(OLE_SIGNATURE):
        if "EncryptedPackage".encode("utf-16-le") in head or _is_encrypted_word(head):
            raise EncryptedFile
        return "doc"
    if b"manifest:encryption-data" in head:
        raise EncryptedFile
    return "odt"


def _is_encrypted_word(content: bytes) -> bool:
    """Whether the flag fEncrypted of the Word 97 file information block is set (MS-DOC 2.5.2: bit 8 of the word at 10).

    The block opens the WordDocument stream, which Word and LibreOffice put at the start of a sector.
    """
    for start in range(512, min(len(content), 1 << 20), 512):
        if content[start : start + 2] == b"\xec\xa5":
            return bool(content[start + 11] & 0x01)
    return False


def _converted(program: str, path: Path, folder: Path, format_name: str) -> Path:
    """The Word document made of `path` inside `folder`; a copy is converted, so that no lock file is left beside it."""
    source = folder / f"naskah.{format_name}"
    shutil.copyfile(path, source)
    out = folder / "out"
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    command = [
        program, "--headless", "--norestore", "--nolockcheck", "--nodefault",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(source),
    ]  # fmt: skip
    _run(command, folder)
    made = out / "naskah.docx"
    if not made.is_file():
        raise UnreadableFile("LibreOffice tidak dapat membukanya")
    return made


def _run(command: list[str], folder: Path) -> None:
    """Runs a command in a process group of its own and ends the whole group when its time is over."""
    environment = {**os.environ, "HOME": str(folder)}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        process_group=0,
    )  # fmt: skip
    try:
        process.wait(CONVERSION_SECONDS)
    except subprocess.TimeoutExpired as problem:
        raise UnreadableFile(f"LibreOffice tidak selesai dalam {CONVERSION_SECONDS} detik") from problem
    finally:
        _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
