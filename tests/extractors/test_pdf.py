"""Text PDFs drawn by the tests, read back as words and rules."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractors.errors import EmptyFile, EncryptedFile, UnreadableFile
from extractors.grid import find_grids
from extractors.layout import lay_out
from extractors.options import ReadOptions
from extractors.pdf import page_count, read_page, render

SIZE = (595, 842)
OPTIONS = ReadOptions(ocr_engine="none")


def drawn(path: Path, draw: object) -> Path:
    canvas = Canvas(str(path), pagesize=SIZE)
    draw(canvas)  # type: ignore[operator]
    canvas.save()
    return path


def sentence(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(72, 742, "Rencana kerja pembangunan zona integritas tahun ini")


def test_words_have_boxes_from_the_upper_left(tmp_path: Path) -> None:
    page = read_page(drawn(tmp_path / "a.pdf", sentence), 1, OPTIONS)
    first = page.words[0]
    assert (page.width, page.height, page.origin) == (595, 842, "text")
    assert first.text == "Rencana"
    assert first.bold
    assert first.size == 12
    assert first.box[0] == pytest.approx(72, abs=1)
    assert 88 <= first.box[1] <= first.box[3] <= 104


@pytest.mark.parametrize("way", ["lines", "thin rectangles", "boxes"])
def test_borders_are_found_however_they_are_drawn(way: str, tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        sentence(canvas)
        for row in range(3):
            for column in range(2):
                x, y = 72 + 150 * column, 600 - 40 * row
                if way == "boxes":
                    canvas.rect(x, y, 150, 40)
                elif way == "lines":
                    canvas.line(x, y, x + 150, y)
                    canvas.line(x, y + 40, x + 150, y + 40)
                    canvas.line(x, y, x, y + 40)
                    canvas.line(x + 150, y, x + 150, y + 40)
                else:
                    canvas.rect(x, y, 150, 0.5, stroke=0, fill=1)
                    canvas.rect(x, y + 40, 150, 0.5, stroke=0, fill=1)
                    canvas.rect(x, y, 0.5, 40, stroke=0, fill=1)
                    canvas.rect(x + 150, y, 0.5, 40, stroke=0, fill=1)

    (grid,) = find_grids(read_page(drawn(tmp_path / "a.pdf", draw), 1, OPTIONS).rules)
    assert len(grid.cells) == 6


def test_shading_is_no_border(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        sentence(canvas)
        canvas.setFillGray(0.8)
        canvas.rect(72, 600, 300, 40, stroke=0, fill=1)

    assert read_page(drawn(tmp_path / "a.pdf", draw), 1, OPTIONS).rules == ()


@pytest.mark.parametrize(("grey", "is_shaded"), [(0.8, True), (1.0, False)])
def test_a_filled_cell_is_shaded(grey: float, is_shaded: bool, tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        sentence(canvas)
        canvas.setFillGray(grey)
        canvas.rect(72, 600, 150, 40, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.drawString(230, 615, "Maret")
        canvas.grid([72, 222, 372], [600, 640])

    (table,) = lay_out(read_page(drawn(tmp_path / "a.pdf", draw), 1, OPTIONS)).tables
    assert [c.is_shaded for c in table.cells] == [is_shaded, False]


@pytest.mark.parametrize(("border", "read"), [(True, ["dokumentasinya", "Daftar"]), (False, ["dokumentasinyaDaftar"])])
def test_words_that_meet_at_a_border_are_two(border: bool, read: list[str], tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        end = 72 + canvas.stringWidth("dokumentasinya", "Helvetica", 11)
        canvas.drawString(72, 700, "dokumentasinya")
        canvas.drawString(end + 0.5, 700, "Daftar")
        canvas.drawString(72, 600, "rencana kerja pembangunan")
        if border:
            canvas.line(end + 0.2, 680, end + 0.2, 720)

    words = read_page(drawn(tmp_path / "a.pdf", draw), 1, OPTIONS).words
    assert [w.text for w in words[: len(read)]] == read
    assert all(a.box[2] <= b.box[0] + 1 for a, b in pairwise(words[: len(read)]))


def test_letters_printed_twice_for_weight_are_read_once(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for shift in (0, 0.3):
            canvas.drawString(72 + shift, 742, "Rencana kerja pembangunan zona integritas")

    words = read_page(drawn(tmp_path / "a.pdf", draw), 1, OPTIONS).words
    assert [w.text for w in words] == ["Rencana", "kerja", "pembangunan", "zona", "integritas"]


@pytest.mark.parametrize("degrees", [90, -90])
def test_words_beside_upright_text_run_up_or_down(degrees: int, tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        sentence(canvas)
        canvas.translate(300, 400)
        canvas.rotate(degrees)
        canvas.drawString(0, 0, "MANAJEMEN PERUBAHAN")

    *_, last = read_page(drawn(tmp_path / "a.pdf", draw), 1, OPTIONS).words
    assert last.text == "MANAJEMEN PERUBAHAN"
    assert last.box[3] - last.box[1] > 5 * (last.box[2] - last.box[0])


def test_a_turn_that_is_not_quite_a_right_angle_is_sideways(tmp_path: Path) -> None:
    """Programs that turn by sine and cosine leave a trace of the upright in the matrix."""

    def draw(canvas: Canvas) -> None:
        sentence(canvas)
        canvas.transform(1e-6, 1, -1, 1e-6, 300, 400)
        canvas.drawString(0, 0, "DESEMBER")

    *_, last = read_page(drawn(tmp_path / "a.pdf", draw), 1, OPTIONS).words
    assert last.text == "DESEMBER"


@pytest.mark.parametrize(("degrees", "turned"), [(90, 90), (-90, 270)])
def test_a_page_set_on_its_side_is_turned_upright(degrees: int, turned: int, tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(degrees)
        canvas.drawString(10, 20, "Rencana kerja pembangunan")
        canvas.drawString(10, 0, "zona integritas")
        canvas.line(0, -5, 200, -5)

    page = read_page(drawn(tmp_path / "a.pdf", draw), 1, OPTIONS)
    assert (page.width, page.height, page.turned) == (842, 595, turned)
    assert [w.text for w in page.words] == ["Rencana", "kerja", "pembangunan", "zona", "integritas"]
    (rule,) = page.rules
    assert rule.is_horizontal
    assert rule.top > max(w.box[3] for w in page.words)
    # What stands at a point of the turned page stands, in the file, where it was drawn.
    source = np.array(page.to_source).reshape(3, 3) @ [rule.x0, rule.top, 1]
    assert source[:2] == pytest.approx((305, 442) if degrees == 90 else (295, 442), abs=0.5)


@pytest.mark.parametrize(("code", "seen"), [("F0A7", "▪"), ("F0FC", "✓"), ("F099", "•")])
def test_bullets_of_symbol_fonts_are_what_a_reader_sees(code: str, seen: str, tmp_path: Path) -> None:
    """Office programs embed the symbol font's letters under private code points."""

    def draw(canvas: Canvas) -> None:
        sentence(canvas)
        registerFont(TTFont("Signs", "DejaVuSans.ttf"))
        canvas.setFont("Signs", 11)
        canvas.drawString(72, 700, "Q")

    with pikepdf.open(drawn(tmp_path / "a.pdf", draw)) as pdf:
        (font,) = (f for f in pdf.pages[0].Resources.Font.values() if "/ToUnicode" in f)
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<0051>", f"<{code}>".encode()))
        pdf.save(tmp_path / "b.pdf")
    assert read_page(tmp_path / "b.pdf", 1, OPTIONS).words[-1].text == seen


def test_a_blank_page_is_nothing_unread(tmp_path: Path) -> None:
    page = read_page(drawn(tmp_path / "a.pdf", lambda c: c.showPage()), 1, OPTIONS)
    assert (page.words, page.note) == ((), "")


def test_a_picture_of_a_page_is_said_to_be_unread(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(Image.new("L", (200, 300), 180)), 0, 0, 595, 842)

    page = read_page(drawn(tmp_path / "a.pdf", draw), 1, OPTIONS)
    assert page.origin == "none"
    assert page.note


def test_rendering_gives_pixels_at_the_dpi(tmp_path: Path) -> None:
    assert render(drawn(tmp_path / "a.pdf", sentence), 1, 144).shape == (1684, 1190, 3)


def test_pages_are_counted(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for _ in range(3):
            sentence(canvas)
            canvas.showPage()

    assert page_count(drawn(tmp_path / "a.pdf", draw)) == 3


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [("empty", b"", EmptyFile), ("no PDF", b"hello", UnreadableFile), ("only a head", b"%PDF-1.7\n", UnreadableFile)],
)
def test_bad_files_say_what_is_wrong(name: str, content: bytes, error: type[Exception], tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(error):
        page_count(path)


@pytest.mark.parametrize(("password", "opens"), [("", True), ("rahasia", False)])
def test_only_a_password_asked_of_the_reader_locks_a_file(password: str, opens: bool, tmp_path: Path) -> None:
    plain = drawn(tmp_path / "plain.pdf", sentence)
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(plain) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="pemilik", user=password))
    if opens:
        assert page_count(locked) == 1
        assert read_page(locked, 1, OPTIONS).words[0].text == "Rencana"
    else:
        with pytest.raises(EncryptedFile):
            page_count(locked)


NAMES = "Dr. Yohanes Sitorus Kompol Purn. Wahyudi Hartanto Ni Luh Saraswati Fransiskus Xaverius Lambertus Nainggolan"


@pytest.mark.parametrize(("over_scan", "origin"), [(False, "text"), (True, "none")])
def test_a_page_of_names_is_read_as_drawn_unless_a_scan_lies_under_it(over_scan: bool, origin: str, tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        if over_scan:
            canvas.drawImage(ImageReader(Image.new("L", (200, 300), 250)), 0, 0, 595, 842)
        for i, name in enumerate((NAMES + " dan Ketua Anggota").split(" ")):
            canvas.drawString(72, 742 - 20 * i, name)

    assert read_page(drawn(tmp_path / "a.pdf", draw), 1, OPTIONS).origin == origin
