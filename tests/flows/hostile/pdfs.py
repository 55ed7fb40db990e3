"""PDFs that are broken or mean harm, each made from nothing or from a small honest one."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from typing import Literal

import pikepdf
from reportlab.pdfgen.canvas import Canvas

Maker = Callable[[], bytes]


def honest(pages: int = 1, text: str = "RENCANA KERJA ZONA INTEGRITAS TAHUN 2024 DINAS REKAAN") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for n in range(pages):
        canvas.drawString(72, 720, f"{text} halaman {n + 1}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def by_hand(objects: list[bytes], root: int = 1, trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects with a correct cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, trailer, start)
    return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"


def page(box: bytes = b"[0 0 595 842]", contents: bytes = b"4 0 R", more: bytes = b"", resources: bytes = FONT) -> bytes:
    parts = (b"<< /Type /Page /Parent 2 0 R /MediaBox", box, b"/Contents", contents, b"/Resources", resources, more, b">>")
    return b" ".join(parts)


def with_contents(content: bytes, entries: bytes = b"") -> bytes:
    return by_hand([CATALOG, PAGES, page(), stream(content, entries)])


def bomb(layers: int = 1) -> bytes:
    """A content stream that swells from kilobytes to a gigabyte of blanks."""
    content = zlib.compress(b"\n" * 100_000_000, 9)
    for _ in range(layers - 1):
        content = zlib.compress(content, 9)
    filters = b"/Filter [" + b"/FlateDecode " * layers + b"]"
    return with_contents(content, filters)


def image_bomb() -> bytes:
    """A page with one image of 60,000 × 60,000 pixels that is all zeros."""
    data = zlib.compress(bytes(60_000 * 60_000 // 8 // 10), 9)
    image = stream(
        data,
        b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 1 "
        b"/Filter /FlateDecode",
    )
    resources = b"<< /XObject << /Im 5 0 R >> >>"
    return by_hand([CATALOG, PAGES, page(resources=resources), stream(b"500 0 0 700 0 0 cm /Im Do"), image])


def form_loop() -> bytes:
    form = stream(b"/Fm Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm 5 0 R >> >>")
    return by_hand([CATALOG, PAGES, page(resources=b"<< /XObject << /Fm 5 0 R >> >>"), stream(b"/Fm Do"), form])


def billion_forms() -> bytes:
    """Each form draws the next ten times: ten to the ninth drawings."""
    forms = []
    for level in range(9):
        draw = b"/Fm Do " * 10 if level < 8 else b"0 0 1 1 re f"
        resources = b"<< /XObject << /Fm %d 0 R >> >>" % (6 + level) if level < 8 else b"<< >>"
        forms.append(stream(draw, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources " + resources))
    return by_hand([CATALOG, PAGES, page(resources=b"<< /XObject << /Fm 5 0 R >> >>"), stream(b"/Fm Do"), *forms])


def encrypted(user: str, owner: str = "pemilik", strength: Literal[3, 6] = 6) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(honest())) as pdf:
        modern = strength >= 4
        encryption = pikepdf.Encryption(user=user, owner=owner, R=strength, aes=modern, metadata=modern)
        pdf.save(buffer, encryption=encryption)
    return buffer.getvalue()


def with_script_and_file() -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(honest())) as pdf:
        pdf.attachments["../../jahat.exe"] = b"MZ jahat"
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.launchURL('http://192.0.2.1/')")
        pdf.Root.Names.JavaScript = pikepdf.Dictionary(Names=["x", pdf.Root.OpenAction])
        launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="/bin/sh")
        pdf.pages[0].obj.AA = pikepdf.Dictionary(O=launch)
        pdf.save(buffer)
    return buffer.getvalue()


def many_pages(count: int = 2000) -> bytes:
    return honest(count)


def replaced(old: bytes, new: bytes) -> Maker:
    def make() -> bytes:
        content = honest()
        assert old in content, old
        return content.replace(old, new)

    return make


def cut(share: float) -> Maker:
    return lambda: honest(3)[: int(len(honest(3)) * share)]


def text_operators(count: int) -> bytes:
    return b"BT /F1 8 Tf " + b"1 0 0 1 50 700 Tm (x) Tj " * count + b"ET"


def pdfs() -> Iterator[tuple[str, Maker]]:
    """Name → maker."""
    for share in (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99):
        yield f"terpotong-{share:.2f}", cut(share)
    yield "hanya-kepala", lambda: b"%PDF-1.7\n"
    yield "sampah-di-depan", lambda: b"sampah\r\n" * 60 + honest()
    yield "sampah-di-belakang", lambda: honest() + b"\0" * 100_000
    yield "xref-melingkar", lambda: by_hand([CATALOG, PAGES, page(), stream(b"")], trailer=b"/Prev 9")
    yield "xref-diri-sendiri", lambda: honest() + b"\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Prev 0>>\nstartxref\n0\n%%EOF"
    yield "startxref-jauh", lambda: honest().rsplit(b"startxref", 1)[0] + b"startxref\n99999999999999999999\n%%EOF"
    yield "tanpa-xref", lambda: honest().split(b"xref")[0]
    yield "anak-diri-sendiri", lambda: by_hand([CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])
    yield (
        "anak-banyak-sekali",
        lambda: by_hand([CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>", page(), stream(b"")]),
    )
    yield "tanpa-halaman", lambda: by_hand([CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"])
    yield "jumlah-negatif", lambda: by_hand([CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count -7 >>", page(), stream(b"")])
    yield "kotak-raksasa", lambda: by_hand([CATALOG, PAGES, page(b"[0 0 9000000 9000000]"), stream(text_operators(5))])
    yield "kotak-nol", lambda: by_hand([CATALOG, PAGES, page(b"[0 0 0 0]"), stream(text_operators(5))])
    yield "kotak-terbalik", lambda: by_hand([CATALOG, PAGES, page(b"[595 842 0 0]"), stream(text_operators(5))])
    yield "kotak-bukan-angka", lambda: by_hand([CATALOG, PAGES, page(b"[(a) /b null 7]"), stream(text_operators(5))])
    yield "kotak-raksasa-gambar", lambda: by_hand([CATALOG, PAGES, page(b"[0 0 14000 14000]"), stream(b"0 0 9000 9000 re f")])
    yield "putaran-aneh", lambda: by_hand([CATALOG, PAGES, page(more=b"/Rotate 37"), stream(text_operators(5))])
    yield "bom-aliran", bomb
    yield "bom-aliran-berlapis", lambda: bomb(3)
    yield "bom-gambar", image_bomb
    yield "bentuk-melingkar", form_loop
    yield "bentuk-semiliar", billion_forms
    yield "operator-sejuta", lambda: with_contents(text_operators(300_000))
    yield "kurung-dalam", lambda: with_contents(b"[" * 200_000)
    yield "kamus-dalam", lambda: by_hand([CATALOG, PAGES, page(more=b"/X " + b"<< /A " * 20_000 + b">> " * 20_000), stream(b"")])
    yield "simpan-keadaan", lambda: with_contents(b"q " * 500_000)
    yield "angka-raksasa", lambda: with_contents(b"BT /F1 1e308 Tf 9e307 0 0 9e307 1e308 1e308 Tm (x) Tj ET")
    yield "panjang-palsu", lambda: with_contents(b"q").replace(b"/Length 1", b"/Length 99999999")
    yield "terkunci", lambda: encrypted("rahasia")
    yield "terkunci-lama", lambda: encrypted("rahasia", strength=3)
    yield "terkunci-sandi-kosong", lambda: encrypted("")
    yield "skrip-dan-lampiran", with_script_and_file
    yield "dua-ribu-halaman", many_pages
    yield "fonta-rusak", replaced(b"/Helvetica", b"/\\(\\)<<>>#00")
    yield "versi-aneh", replaced(b"%PDF-1.3", b"%PDF-9.9")
    yield "teks-suntikan", lambda: honest(text='=HYPERLINK("http://192.0.2.1","x") <script>alert(1)</script> {{7*7}}')
