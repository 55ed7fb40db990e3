"""Older formats, by way of LibreOffice."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from extractors import office
from extractors.document import Table
from extractors.docx.package import OLE_SIGNATURE
from extractors.errors import EmptyFile, EncryptedFile, UnreadableFile, UnsupportedFormat

RTF = (
    r"{\rtf1\ansi BAB I PENDAHULUAN\par "
    r"\trowd\cellx2000\cellx4000\cellx6000 NO\cell INDIKATOR\cell AKSI\cell\row "
    r"\trowd\cellx2000\cellx4000\cellx6000 1\cell Tim dibentuk\cell Menyusun SK\cell\row \pard\par}"
)


def test_rtf_with_a_table(tmp_path: Path) -> None:
    path = tmp_path / "renja.rtf"
    path.write_text(RTF)
    document = office.read(path)
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert document.format == "rtf"
    assert [cell.text for cell in table.cells] == ["NO", "INDIKATOR", "AKSI", "1", "Tim dibentuk", "Menyusun SK"]
    assert [found.name for found in tmp_path.iterdir()] == ["renja.rtf"]


def test_without_libreoffice_the_reader_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "PROGRAMS", ("tidak-ada-program-ini",))
    path = tmp_path / "renja.rtf"
    path.write_text(RTF)
    with pytest.raises(UnsupportedFormat, match="simpan sebagai DOCX"):
        office.read(path)


def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice-macet"
    mark = tmp_path / "masih-hidup"
    child = f"import time,pathlib; time.sleep(3); pathlib.Path({str(mark)!r}).touch()"
    program.write_text(f"#!{sys.executable}\nimport subprocess,sys\nsubprocess.run([sys.executable, '-c', {child!r}])\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "PROGRAMS", (str(program),))
    monkeypatch.setattr(office, "CONVERSION_SECONDS", 1)
    path = tmp_path / "renja.rtf"
    path.write_text(RTF)
    with pytest.raises(UnreadableFile, match="tidak selesai"):
        office.read(path)
    time.sleep(3)
    assert not mark.exists()


BROKEN = [
    ("empty", b"", EmptyFile),
    ("locked OOXML", OLE_SIGNATURE + "EncryptedPackage".encode("utf-16-le"), EncryptedFile),
    ("locked Word 97", OLE_SIGNATURE + b"\0" * 504 + b"\xec\xa5" + b"\0" * 9 + b"\x01" + b"\0" * 500, EncryptedFile),
    ("locked ODF", b"PK\x03\x04 ... manifest:encryption-data ...", EncryptedFile),
]


@pytest.mark.parametrize(("content", "error"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_files_refused_before_libreoffice_sees_them(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    path = tmp_path / "renja.doc"
    path.write_bytes(content)
    with pytest.raises(error):
        office.read(path)
