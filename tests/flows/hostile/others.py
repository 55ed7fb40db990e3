"""Word files, pictures, archives and texts that are broken or mean harm."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial

from docx import Document
from PIL import Image

from tests.flows.plans import plan_text

Maker = Callable[[], bytes]
TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="word/document.xml"/></Relationships>'
)
W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: bytes, prolog: bytes = b"") -> bytes:
    """A Word file with this body, as small as Word allows."""
    xml = b'<?xml version="1.0"?>' + prolog + b"<w:document " + W + b"><w:body>" + body + b"</w:body></w:document>"
    return package({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": xml})


def package(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def paragraph(text: bytes) -> bytes:
    return b"<w:p><w:r><w:t>" + text + b"</w:t></w:r></w:p>"


def honest_docx(text: str = "RENCANA KERJA ZONA INTEGRITAS TAHUN 2024") -> bytes:
    buffer = io.BytesIO()
    document = Document()
    document.add_paragraph(text)
    table = document.add_table(rows=3, cols=4)
    for n, cell in enumerate(table._cells):
        cell.text = f"sel {n}"
    document.save(buffer)
    return buffer.getvalue()


def picture_from_network() -> bytes:
    """An OpenDocument text whose picture lies elsewhere, which an office program would fetch."""
    spaces = " ".join(
        f'xmlns:{name}="{uri}"'
        for name, uri in (
            ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
            ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
            ("draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
            ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
            ("xlink", "http://www.w3.org/1999/xlink"),
        )
    )
    picture = '<draw:image xlink:href="http://192.0.2.1/x.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
    frame = f'<draw:frame text:anchor-type="as-char" svg:width="5cm" svg:height="5cm">{picture}</draw:frame>'
    body = f"<office:text><text:p>RENCANA KERJA {frame}</text:p></office:text>"
    content = f'<?xml version="1.0"?><office:document-content {spaces} office:version="1.2"><office:body>{body}</office:body></office:document-content>'
    kind = "application/vnd.oasis.opendocument.text"
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    entries = entry.format("/", kind) + entry.format("content.xml", "text/xml")
    manifest = (
        f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{entries}</manifest:manifest>'
    )
    return package({"mimetype": kind.encode(), "content.xml": content.encode(), "META-INF/manifest.xml": manifest.encode()})


def external_entity() -> bytes:
    return docx(paragraph(b"isi: &luar;"), b'<!DOCTYPE w:document [<!ENTITY luar SYSTEM "file:///etc/passwd">]>')


def entity_from_network() -> bytes:
    return docx(paragraph(b"isi: &luar;"), b'<!DOCTYPE w:document [<!ENTITY luar SYSTEM "http://192.0.2.1/x">]>')


def billion_laughs() -> bytes:
    layers = b'<!ENTITY a0 "tertawa">' + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    return docx(paragraph(b"&a9;"), b"<!DOCTYPE w:document [" + layers + b"]>")


def docx_bomb() -> bytes:
    return docx(paragraph(b" " * 300_000_000))


def deep_tables() -> bytes:
    return docx(b"<w:tbl><w:tr><w:tc>" * 3000 + paragraph(b"x") + b"</w:tc></w:tr></w:tbl>" * 3000)


def wide_span() -> bytes:
    cell = b'<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>' + paragraph(b"x") + b"</w:tc>"
    return docx(b"<w:tbl><w:tr>" + cell + b"</w:tr></w:tbl>")


def png(width: int, height: int, data: bytes | None = None) -> bytes:
    """A grey PNG that says it has this size."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    body = zlib.compress(bytes(min(width * height + height, 50_000_000)), 9) if data is None else data
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def picture(kind: str, size: tuple[int, int] = (200, 100)) -> bytes:
    buffer = io.BytesIO()
    Image.new("L", size, 255).save(buffer, kind)
    return buffer.getvalue()


def tiff_loop() -> bytes:
    """A TIFF whose second directory is its first."""
    entries = [
        (256, 4, 1, 10),
        (257, 4, 1, 10),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, 200),
        (279, 4, 1, 100),
    ]
    body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return (b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(entries)) + body + struct.pack("<I", 8)).ljust(
        200, b"\0"
    ) + bytes(100)


def nested_zip() -> bytes:
    content = package({"rencana.txt": plan_text(1).encode()})
    for _ in range(8):
        content = package({"lapis.zip": content})
    return content


def zip_with_bad_names() -> bytes:
    names = ["../../luar.txt", "/tmp/luar-mutlak.txt", "C:\\luar.txt", "a\nb.txt", "x" * 250 + ".txt", "<script>.txt", "=1+1.txt"]
    return package({name: plan_text(n + 100).encode() for n, name in enumerate(names)})


def cut_docx(share: float) -> bytes:
    whole = honest_docx()
    return whole[: int(len(whole) * share)]


def others() -> Iterator[tuple[str, Maker]]:
    """File name → maker."""
    for share in (0.1, 0.5, 0.9):
        yield f"terpotong-{share}.docx", partial(cut_docx, share)
    yield "entitas-luar.docx", external_entity
    yield "entitas-jaringan.docx", entity_from_network
    yield "semiliar-tawa.docx", billion_laughs
    yield "bom.docx", docx_bomb
    yield "tabel-dalam.docx", deep_tables
    yield "rentang-lebar.docx", wide_span
    yield "xml-rusak.docx", lambda: docx(b"<w:p><w:r>")
    yield "tanpa-isi.docx", lambda: package({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": b""})
    yield "suntikan.docx", lambda: honest_docx("=cmd|'/c calc'!A1 <img src=x onerror=alert(1)> {{ 7*7 }} [bold]x[/bold]")
    yield "bom.png", lambda: png(50_000, 50_000)
    yield "ukuran-palsu.png", lambda: png(4_000_000_000, 4_000_000_000, b"x")
    yield "tanpa-data.png", lambda: png(100, 100, b"")
    yield "terpotong.png", lambda: picture("PNG")[:60]
    yield "terpotong.jpg", lambda: picture("JPEG")[:200]
    yield "rusak.jpg", lambda: b"\xff\xd8\xff\xe0" + b"\x00\x10JFIF" + b"\xff\xc4" * 500
    yield "melingkar.tif", tiff_loop
    yield "terpotong.tif", lambda: picture("TIFF")[:100]
    yield "kosong.txt", lambda: b""
    yield "nol.txt", lambda: bytes(200_000)
    yield "acak.txt", lambda: bytes(range(256)) * 400
    yield "satu-baris.txt", lambda: b"INDIKATOR " * 500_000
    yield "kurung.md", lambda: b"<" * 300_000 + b"|" * 300_000
    yield "tab-saja.txt", lambda: b"\t" * 500_000 + b"\n"
    yield "html-suntikan.txt", lambda: (plan_text(70).replace("Notulen", "<script>alert(1)</script>=1+1")).encode()
    yield "surogat.txt", lambda: b"\xed\xa0\x80 RENCANA \xff\xfe" * 100
    yield "utf16.txt", lambda: plan_text(71).encode("utf-16")
    yield "program.exe", lambda: b"MZ" + bytes(5000)
    yield "gambar.svg", lambda: b"<svg onload='alert(1)'/>"
    yield "lama.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)
    yield "lama-terpotong.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    yield "rusak.xlsx", lambda: package({"xl/workbook.xml": b"<x"})
    yield "rusak.odt", lambda: package({"content.xml": b"<x", "mimetype": b"application/vnd.oasis.opendocument.text"})
    yield "makro.rtf", lambda: b"{\\rtf1{\\object\\objdata " + b"41" * 1000 + b"}" * 3
    yield "berlapis.zip", nested_zip
    yield "bom.zip", lambda: package({"bom.txt": bytes(600_000_000)})
    yield "nama-jahat.zip", zip_with_bad_names
    yield "rusak.zip", lambda: package({"a.txt": b"isi"})[:30]
