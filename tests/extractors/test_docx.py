"""Word documents read as their reader sees them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from extractors import docx
from extractors.document import Document, Paragraph, Table
from extractors.docx.numbering import numeral
from extractors.errors import PicturesOnly
from tests.extractors.wordfile import abstract, level, num, numbered, p, tbl, tc, word_file


def read(tmp_path: Path, body: str, **parts: str) -> Document:
    return docx.read(word_file(tmp_path / "naskah.docx", body, **parts))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


RUNS = [
    ("insertion is read", "<w:ins><w:r><w:t>baru</w:t></w:r></w:ins>", ["baru"]),
    ("deletion is not", "<w:r><w:t>tetap</w:t></w:r><w:del><w:r><w:delText>lama</w:delText></w:r></w:del>", ["tetap"]),
    ("moved text once", "<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>x</w:t></w:r></w:moveTo>", ["x"]),
    (
        "hidden text is not read",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>tak tampak</w:t></w:r><w:r><w:t>tampak</w:t></w:r>",
        ["tampak"],
    ),
    ("capitals as printed", "<w:r><w:rPr><w:caps/></w:rPr><w:t>bab ii</w:t></w:r>", ["BAB II"]),
    ("hyperlink", "<w:hyperlink><w:r><w:t>laman</w:t></w:r></w:hyperlink>", ["laman"]),
    ("result of a field, not its code", "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", ["7"]),
    ("hard hyphen", "<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>office</w:t></w:r>", ["e-office"]),
    ("page break divides", '<w:r><w:t>akhir</w:t><w:br w:type="page"/><w:t>BAB II</w:t></w:r>', ["akhir", "BAB II"]),
    ("white space folded", "<w:r><w:t xml:space='preserve'>dua   kata\n lagi</w:t></w:r>", ["dua kata lagi"]),
    ("content control", "<w:sdt><w:sdtContent><w:r><w:t>isian</w:t></w:r></w:sdtContent></w:sdt>", ["isian"]),
    ("empty", "<w:r><w:t>  </w:t></w:r>", []),
]


@pytest.mark.parametrize(("runs", "expected"), [case[1:] for case in RUNS], ids=[case[0] for case in RUNS])
def test_text_of_a_paragraph(tmp_path: Path, runs: str, expected: list[str]) -> None:
    assert texts(read(tmp_path, f"<w:p>{runs}</w:p>")) == expected


def test_line_break_gives_lines_of_one_paragraph(tmp_path: Path) -> None:
    block = read(tmp_path, "<w:p><w:r><w:t>BAB I</w:t><w:br/><w:t>PENDAHULUAN</w:t></w:r></w:p>").blocks[0]
    assert isinstance(block, Paragraph)
    assert ([line.text for line in block.lines], block.text) == (["BAB I", "PENDAHULUAN"], "BAB I PENDAHULUAN")


def test_deleted_paragraph_mark_joins_paragraphs(tmp_path: Path) -> None:
    body = p("satu ", "<w:rPr><w:del/></w:rPr>") + p("dua")
    assert texts(read(tmp_path, body)) == ["satu dua"]


def test_bold_and_centred_come_from_runs_and_styles(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Dasar"><w:name w:val="dasar"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Judul"><w:name w:val="judul"/><w:basedOn w:val="Dasar"/>'
        '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    )
    body = p("BAB I", '<w:pStyle w:val="Judul"/>') + p("biasa") + p("tidak", '<w:pStyle w:val="Judul"/>', '<w:b w:val="0"/>')
    blocks = [block for block in read(tmp_path, body, styles=styles).blocks if isinstance(block, Paragraph)]
    assert [(b.bold, b.centred) for b in blocks] == [(True, True), (False, False), (False, True)]
    assert [b.lines[0].size for b in blocks] == [14.0, 0.0, 14.0]


def test_chapters_and_sections_numbered_by_word(tmp_path: Path) -> None:
    numbering = abstract(
        0, level(0, "upperRoman", "BAB %1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"), level(2, "lowerLetter", "%3.")
    ) + num(1, 0)
    body = "".join(
        [
            numbered("PENDAHULUAN", 1), numbered("Latar", 1, 1), numbered("Dasar", 1, 1), numbered("rinci", 1, 2),
            numbered("ISI", 1), numbered("Tujuan", 1, 1), numbered("mulai lagi", 1, 2),
        ]
    )  # fmt: skip
    assert texts(read(tmp_path, body, numbering=numbering)) == [
        "BAB I PENDAHULUAN", "1.1 Latar", "1.2 Dasar", "a. rinci", "BAB II ISI", "2.1 Tujuan", "a. mulai lagi",
    ]  # fmt: skip


LISTS = [
    ("two lists of one definition count on", num(1, 0) + num(2, 0), [1, 1, 2], ["1. x", "2. x", "3. x"]),
    (
        "a start of its own",
        num(1, 0) + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        [1, 2, 2],
        ["1. x", "5. x", "6. x"],
    ),
    ("list 0 is none", num(1, 0), [1, 0, 1], ["1. x", "x", "2. x"]),
    ("unknown list is none", num(1, 0), [1, 9], ["1. x", "x"]),
]


@pytest.mark.parametrize(("nums", "ids", "expected"), [case[1:] for case in LISTS], ids=[case[0] for case in LISTS])
def test_automatic_lists(tmp_path: Path, nums: str, ids: list[int], expected: list[str]) -> None:
    numbering = abstract(0, level(0, "decimal", "%1.")) + nums
    body = "".join(numbered("x", list_id) for list_id in ids)
    assert texts(read(tmp_path, body, numbering=numbering)) == expected


def test_numbering_by_style_and_bullets(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    numbering = abstract(0, level(0, "decimal", "%1)")) + abstract(1, level(0, "bullet", "\uf0b7")) + num(1, 0) + num(2, 1)
    body = p("gaya", '<w:pStyle w:val="L"/>') + numbered("butir", 2)
    assert texts(read(tmp_path, body, styles=styles, numbering=numbering)) == ["1) gaya", "• butir"]


def test_number_column_filled_by_word(tmp_path: Path) -> None:
    numbering = abstract(0, level(0, "decimal", "%1")) + num(1, 0)
    made = table(read(tmp_path, tbl(*(tc(numbered("", 1)) + tc(f"isi {i}") for i in range(3))), numbering=numbering))
    assert [cell.text for cell in made.cells if cell.column == 0] == ["1", "2", "3"]


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(count: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    letters = [values[letter] for letter in numeral(count, "upperRoman")]
    signed = [-v if any(w > v for w in letters[i + 1 : i + 2]) else v for i, v in enumerate(letters)]
    assert sum(signed) == count


def test_merged_cells_stand_once_with_their_spans(tmp_path: Path) -> None:
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    made = table(
        read(
            tmp_path,
            tbl(
                tc("I") + tc("MANAJEMEN PERUBAHAN", '<w:gridSpan w:val="2"/>'),
                tc("1", start) + tc("Tim") + tc("a"),
                tc("", more) + tc("Rencana") + tc("b"),
                tc("", more) + tc("Monev") + tc("c"),
                tc("2") + tc("SOP", start) + tc("d"),
            ),
        )
    )
    spans = {cell.text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in made.cells}
    assert (made.row_count, made.column_count) == (5, 3)
    assert spans["MANAJEMEN PERUBAHAN"] == (0, 1, 1, 2)
    assert spans["1"] == (1, 0, 3, 1)
    assert spans["c"] == (3, 2, 1, 1)
    assert spans["SOP"] == (4, 1, 1, 1)


def test_filled_cells_are_shaded(tmp_path: Path) -> None:
    fills = ['w:val="clear" w:fill="FFC000"', 'w:val="clear" w:fill="auto"', 'w:val="clear" w:fill="FFFFFF"', 'w:val="pct25"']
    cells = "".join(tc(str(i), f"<w:shd {fill}/>") for i, fill in enumerate(fills))
    made = table(read(tmp_path, tbl(cells + tc("4"), "".join(tc("5") for _ in range(5)))))
    assert [c.text for c in made.cells if c.is_shaded] == ["0", "3"]


def test_pasted_scans_without_text_are_said_to_be_pictures(tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new("L", (40, 60), 200).save(picture, "PNG")
    written = WordDocument()
    written.add_picture(picture)
    written.save(str(tmp_path / "a.docx"))
    with pytest.raises(PicturesOnly, match="simpan sebagai PDF"):
        docx.read(tmp_path / "a.docx")
    written.add_paragraph("BAB III RENCANA AKSI")
    written.save(str(tmp_path / "a.docx"))
    assert docx.read(tmp_path / "a.docx").has_pictures


def test_rows_set_in_and_deleted_rows(tmp_path: Path) -> None:
    rows = tbl(
        "<w:trPr><w:gridBefore w:val='1'/></w:trPr>" + tc("kanan"),
        "<w:trPr><w:del/></w:trPr>" + tc("hapus") + tc("hapus"),
        tc("kiri") + tc("kanan lagi"),
    )
    made = table(read(tmp_path, rows))
    assert [(c.row, c.column, c.text) for c in made.cells] == [(0, 1, "kanan"), (1, 0, "kiri"), (1, 1, "kanan lagi")]


CELLS = [
    ("items of their own", p("1. SK Tim") + p("2. Notulen"), "1. SK Tim\n2. Notulen"),
    ("a paragraph that only goes on", p("Menyusun rencana") + p("kerja tahunan"), "Menyusun rencana kerja tahunan"),
    ("capital begins an item", p("Menyusun SOP") + p("Menetapkan SOP"), "Menyusun SOP\nMenetapkan SOP"),
    ("line break before an item", "<w:p><w:r><w:t>a. satu</w:t><w:br/><w:t>b. dua</w:t></w:r></w:p>", "a. satu\nb. dua"),
    ("line break inside words", "<w:p><w:r><w:t>Maret</w:t><w:br/><w:t>2031</w:t></w:r></w:p>", "Maret 2031"),
    ("empty paragraphs fall out", p("") + p("isi") + p(""), "isi"),
]


@pytest.mark.parametrize(("content", "expected"), [case[1:] for case in CELLS], ids=[case[0] for case in CELLS])
def test_text_of_a_cell(tmp_path: Path, content: str, expected: str) -> None:
    made = table(read(tmp_path, tbl(tc("kepala") + tc(content), tc("x") + tc("y"))))
    assert next(c.text for c in made.cells if (c.row, c.column) == (0, 1)) == expected


def test_table_of_one_cell_is_a_frame(tmp_path: Path) -> None:
    document = read(tmp_path, tbl(tc(p("BAB IV") + p("PENUTUP"))))
    assert texts(document) == ["BAB IV", "PENUTUP"]
    assert not any(isinstance(block, Table) for block in document.blocks)


def test_nested_tables(tmp_path: Path) -> None:
    small = tbl(tc("a") + tc("1"), tc("b") + tc("2"))
    real = tbl(tc("NO") + tc("NAMA") + tc("JABATAN"), tc("1") + tc("Tono") + tc("Ketua"))
    document = read(tmp_path, tbl(tc("kiri") + tc(small + p("")), tc(real + p("")) + tc("kanan")))
    outer, inner = (block for block in document.blocks if isinstance(block, Table))
    assert [c.text for c in outer.cells] == ["kiri", "a 1\nb 2", "", "kanan"]
    assert [c.text for c in inner.cells] == ["NO", "NAMA", "JABATAN", "1", "Tono", "Ketua"]


def test_text_box_once_and_after_its_paragraph(tmp_path: Path) -> None:
    box = "<w:txbxContent>" + p("DINAS CONTOH") + "</w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>sampul</w:t></w:r><w:r>{drawing}</w:r></w:p>" + p("isi")
    assert texts(read(tmp_path, body)) == ["sampul", "DINAS CONTOH", "isi"]


def test_headers_and_footers_are_furniture(tmp_path: Path) -> None:
    section = '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    document = read(tmp_path, p("isi") + section, header=p("Renja ZI Dinas Contoh"), footer=p("Rahasia") + p("- 3 -"))
    assert [(b.kind, b.text) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("running_head", "Renja ZI Dinas Contoh"), ("paragraph", "isi"), ("running_foot", "Rahasia"), ("page_number", "- 3 -"),
    ]  # fmt: skip
    assert [block.place.block for block in document.blocks] == [1, 2, 3, 4]


def test_table_cells_carry_the_block_of_their_table(tmp_path: Path) -> None:
    document = read(tmp_path, p("judul") + tbl(tc("a") + tc("b")))
    assert {cell.place.block for cell in table(document).cells} == {2}


def test_line_of_contents_keeps_its_dots(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>BAB I</w:t><w:tab/><w:t>1</w:t></w:r></w:p>'
    assert texts(read(tmp_path, body, styles=styles)) == ["BAB I .... 1"]
