"""Word documents that are broken, locked or meant to harm."""

from __future__ import annotations

import contextlib
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors import docx
from extractors.docx import package as docx_package
from extractors.errors import DocumentError, EmptyFile, EncryptedFile, UnreadableFile
from tests.extractors.wordfile import NAMESPACES, R, p, package, relations, tbl, tc, word_file

RELATIONS = {"_rels/.rels": relations({"officeDocument": "word/document.xml"}, R)}
OLE = bytes.fromhex("d0cf11e0a1b11ae1")

BROKEN = [
    ("no bytes", b"", EmptyFile),
    ("no zip", b"ini bukan zip sama sekali", UnreadableFile),
    ("only the zip's first letters", b"PK\x03\x04", UnreadableFile),
    ("locked by a password", OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), EncryptedFile),
    ("an older Word document", OLE + b"\0" * 600, UnreadableFile),
]


@pytest.mark.parametrize(("content", "error"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_broken_containers(tmp_path: Path, content: bytes, error: type[DocumentError]) -> None:
    path = tmp_path / "naskah.docx"
    path.write_bytes(content)
    with pytest.raises(error):
        docx.read(path)


XML = [
    ("no body", f"<w:document {NAMESPACES}/>"),
    ("cut off", f"<w:document {NAMESPACES}><w:body><w:p>"),
    ("no XML", "halo"),
    ("empty", ""),
    ("too deep", f"<w:document {NAMESPACES}><w:body>" + "<w:sdt>" * 5000 + "</w:sdt>" * 5000 + "</w:body></w:document>"),
]


@pytest.mark.parametrize("content", [case[1] for case in XML], ids=[case[0] for case in XML])
def test_broken_parts(tmp_path: Path, content: str) -> None:
    path = package(tmp_path / "naskah.docx", {**RELATIONS, "word/document.xml": content})
    with pytest.raises(UnreadableFile):
        docx.read(path)


def test_zip_without_a_word_document(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        docx.read(package(tmp_path / "naskah.docx", {"catatan.txt": "halo"}))


def test_external_entities_are_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("jangan terbaca")
    head = f'<!DOCTYPE x [<!ENTITY luar SYSTEM "{secret.as_uri()}"><!ENTITY dalam "aman">]>'
    body = f"{head}<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>a&luar;b</w:t></w:r></w:p></w:body></w:document>"
    document = docx.read(package(tmp_path / "naskah.docx", {**RELATIONS, "word/document.xml": body}))
    assert "terbaca" not in repr(document)


def test_entities_that_multiply_stay_small(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    body = (
        f'<!DOCTYPE x [<!ENTITY e0 "ha">{levels}]>'
        f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&e11;</w:t></w:r></w:p></w:body></w:document>"
    )
    path = package(tmp_path / "naskah.docx", {**RELATIONS, "word/document.xml": body})
    with contextlib.suppress(UnreadableFile):  # the parser may also refuse it
        assert len(repr(docx.read(path))) < 10_000


def test_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "MOST_PART_BYTES", 10_000)
    with pytest.raises(UnreadableFile, match="terlalu besar"):
        docx.read(word_file(tmp_path / "naskah.docx", p("a" * 20_000)))


def test_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "MOST_MEMBERS", 5)
    with pytest.raises(UnreadableFile):
        docx.read(package(tmp_path / "naskah.docx", {f"{i}.txt": "" for i in range(6)}))


def test_names_that_lead_outside_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "luar.xml"
    outside.write_text(f"<w:document {NAMESPACES}><w:body>{p('luar')}</w:body></w:document>")
    inner = tmp_path / "dalam"
    inner.mkdir()
    links = relations({"officeDocument": "../luar.xml"}, R)
    with pytest.raises(UnreadableFile):
        docx.read(package(inner / "naskah.docx", {"_rels/.rels": links}))


def test_absurd_spans_make_no_absurd_table(tmp_path: Path) -> None:
    body = tbl(tc("a", '<w:gridSpan w:val="999999999"/>') + tc("b"))
    table = docx.read(word_file(tmp_path / "naskah.docx", body)).blocks[0]
    assert table.column_count <= 2001  # type: ignore[union-attr]


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 4000), st.integers(0, 255), st.booleans())
def test_damaged_files_end_in_a_document_or_a_named_error(tmp_path: Path, spot: int, byte: int, cut: bool) -> None:
    path = word_file(tmp_path / "naskah.docx", tbl(tc("NO") + tc("INDIKATOR"), tc("1") + tc("Tim kerja")), header=p("kepala"))
    content = bytearray(path.read_bytes())
    spot %= len(content)
    if cut:
        del content[spot:]
    else:
        content[spot] = byte
    path.write_bytes(content)
    try:
        docx.read(path)
    except DocumentError as problem:
        assert problem.sentence


def test_encrypted_member(tmp_path: Path) -> None:
    path = word_file(tmp_path / "naskah.docx", p("isi"))
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        offsets = [info.header_offset for info in archive.infolist()]
    for offset in offsets:
        content[offset + 6] |= 1
    spot = content.find(b"PK\x01\x02")
    while spot >= 0:
        content[spot + 8] |= 1
        spot = content.find(b"PK\x01\x02", spot + 4)
    path.write_bytes(content)
    with pytest.raises(EncryptedFile):
        docx.read(path)
