"""Plain text: encodings, marks, prose, and tables kept apart by tabs or pipes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import plaintext
from extractors.document import Document, Paragraph, Table
from extractors.errors import EmptyFile, UnreadableFile
from extractors.plaintext.encoding import decoded
from extractors.plaintext.markup import plain
from extractors.plaintext.separated import pipe_cells

HEADER = "NO\tKOMPONEN\tINDIKATOR\tLANGKAH AKSI\tBUKTI FISIK\tTARGET WAKTU"


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(table.row_count)]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_common_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "naskah.txt"
    path.write_bytes("Januari – Desember: “siap”\r\n\r\nBAB I\r\n".encode(encoding))
    assert texts(plaintext.read(path)) == ["Januari – Desember: “siap”", "BAB I"]


BAD = [
    ("empty", b"", EmptyFile),
    ("only white space", b" \r\n\t\n", EmptyFile),
    ("binary", b"\x7fELF\0\1\2\3" * 40 + b"\0", UnreadableFile),
]


@pytest.mark.parametrize(("content", "error"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_no_text(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    path = tmp_path / "naskah.txt"
    path.write_bytes(content)
    with pytest.raises(error):
        plaintext.read(path)


@given(st.binary(max_size=200))
def test_any_bytes_are_letters_or_a_named_error(content: bytes) -> None:
    try:
        assert isinstance(decoded(content), str)
    except UnreadableFile:
        assert b"\0" in content


MARKS = [
    ("bold", "**BAB I**", "BAB I", True),
    ("bold in HTML", "<b>MANAJEMEN PERUBAHAN</b>", "MANAJEMEN PERUBAHAN", True),
    ("bold in part", "Sebagai **Katalis**, bertugas", "Sebagai Katalis, bertugas", False),
    ("italics", "*public campaign* berjalan", "public campaign berjalan", False),
    ("stars that are no mark", "3 * 4 * 5", "3 * 4 * 5", False),
    ("underlines in a name", "laporan_akhir_tahun.pdf", "laporan_akhir_tahun.pdf", False),
    ("numbered list", "<ol><li>SK</li><li>Notula</li></ol>", "1. SK\n2. Notula", False),
    ("list without numbers", '<ol style="list-style-type: none"><li>SK</li><li>Foto</li></ol>', "SK\nFoto", False),
    ("line break", "Maret<br>2031", "Maret\n2031", False),
    ("entity", "Tim &amp; Pokja &lt;25%", "Tim & Pokja <25%", False),
    ("less than", "kurang dari <25%", "kurang dari <25%", False),
    ("escape", r"TAHUNAN\ DINAS 5\. selesai", "TAHUNAN DINAS 5. selesai", False),
    ("picture", "![tanda tangan](x.png) Kepala", "Kepala", False),
]


@pytest.mark.parametrize(("marked", "text", "bold"), [case[1:] for case in MARKS], ids=[case[0] for case in MARKS])
def test_marks_are_taken_out(marked: str, text: str, bold: bool) -> None:
    said = plain(marked)
    assert (said.text, said.bold) == (text, bold)


PROSE = [
    ("heading", "## **BAB IV PENUTUP**\n\nIsi.", ["BAB IV PENUTUP", "Isi."]),
    ("hard line breaks", "**DINAS CONTOH  \nKABUPATEN CONTOH**", ["DINAS CONTOH", "KABUPATEN CONTOH"]),
    ("item under its bullet", "- a. bahwa satu\n- b. bahwa dua", ["a. bahwa satu", "b. bahwa dua"]),
    ("items", "1. Pertama\n2. Kedua", ["1. Pertama", "2. Kedua"]),
    ("rule left out", "satu\n\n---\n\ndua", ["satu", "dua"]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in PROSE], ids=[case[0] for case in PROSE])
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert texts(plaintext.read_text(text)) == expected


def test_double_spaced_lines_are_joined_to_paragraphs() -> None:
    line = "baris yang penuh sampai tepi kanan halaman dan bersambung ke"
    body = [line] * 12 + ["akhir."] + ["1.2 Dasar Hukum"] + [line] * 12 + ["tamat."]
    assert texts(plaintext.read_text("\n\n".join(f"{x} " for x in body))) == [
        " ".join([line] * 12 + ["akhir."]), "1.2 Dasar Hukum", " ".join([line] * 12 + ["tamat."]),
    ]  # fmt: skip


def test_blocks_count_from_one_and_cells_carry_their_table() -> None:
    document = plaintext.read_text(f"BAB III\n\n{HEADER}\n1\tTim\ta\tb\tc\tMaret\n\nPENUTUP")
    assert [block.place.block for block in document.blocks] == [1, 2, 3]
    assert {cell.place.block for cell in tables(document)[0].cells} == {2}


TABBED = [
    (
        "empty cells stand",
        f"{HEADER}\n1\tTim Kerja\tSK ada\tMenyusun\tSK\tMaret 2031\n\t\tAnggota dipilih\tMemilih\t\tApril 2031",
        [["1", "Tim Kerja", "SK ada", "Menyusun", "SK", "Maret 2031"], ["", "", "Anggota dipilih", "Memilih", "", "April 2031"]],
    ),
    ("short line is filled up", f"{HEADER}\nI\tMANAJEMEN PERUBAHAN", [["I", "MANAJEMEN PERUBAHAN", "", "", "", ""]]),
    ("rules fall out", f"{HEADER}\n--\t--\t--\t--\t--\t--\n1\ta\tb\tc\td\te", [["1", "a", "b", "c", "d", "e"]]),
    ("title across the table", f"{HEADER}\n1\ta\tb\tc\td\te\nII PENATAAN\n1\ta\tb\tc\td\te", [["1", "a", "b", "c", "d", "e"], ["II PENATAAN"], ["1", "a", "b", "c", "d", "e"]]),
    ("bold title", f"{HEADER}\n<b>I. PERUBAHAN</b>\t\t\t\t\t", [["I. PERUBAHAN"]]),
    ("row broken inside a cell", f"{HEADER}\n1\tTim\tSK\tMenyusun\nrencana\tSK\tMaret\n2\ta\tb\tc\td\te", [["1", "Tim", "SK", "Menyusun\nrencana", "SK", "Maret"], ["2", "a", "b", "c", "d", "e"]]),
    ("cell in quotes over lines", f'{HEADER}\n1\tTim\tSK\t"1. satu\n2. ""dua"""\tSK\tMaret', [["1", "Tim", "SK", '1. satu\n2. "dua"', "SK", "Maret"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in TABBED], ids=[case[0] for case in TABBED])
def test_tab_separated_rows(text: str, expected: list[list[str]]) -> None:
    table = tables(plaintext.read_text(text))[0]
    assert rows(table) == [HEADER.split("\t"), *expected]


def test_merged_titles_span_the_table() -> None:
    table = tables(plaintext.read_text(f"{HEADER}\n<b>I. PERUBAHAN</b>\t\t\t\t\t\n1\ta\tb\tc\td\te"))[0]
    assert [cell.column_span for cell in table.cells if cell.row == 1] == [6]


def test_pages_of_a_long_table_stay_pieces() -> None:
    document = plaintext.read_text(f"{HEADER}\n1\ta\tb\tc\td\te\n\n{HEADER}\n\t\t\tlanjutan\t\t\n")
    assert [table.row_count for table in tables(document)] == [2, 2]


def test_header_of_two_lines_gets_its_spans_back() -> None:
    text = "NO\tINDIKATOR\tRENCANA AKSI\t\tWAKTU\n\t\tKEGIATAN\tBUKTI\t\n1\ta\tb\tc\td"
    spans = {c.text: (c.row_span, c.column_span) for c in tables(plaintext.read_text(text))[0].cells if c.text.isupper()}
    assert spans == {
        "NO": (2, 1),
        "INDIKATOR": (2, 1),
        "RENCANA AKSI": (1, 2),
        "WAKTU": (2, 1),
        "KEGIATAN": (1, 1),
        "BUKTI": (1, 1),
    }


STACKED = "NO ASPEK INDIKATOR RENCANA AKSI TARGET PELAKSA\nNA\nKEGIATAN BUKTI VOLUME WAKTU"
ROWS = "1 Tim Kerja Unit kerja telah membentuk tim\nMenerbitkan keputusan\nSK Tim 1 SK Maret"


@pytest.mark.parametrize(
    "header",
    [
        STACKED,
        "ASPEK INDIKATOR KEBERHASILAN KEGIATAN DOKUMEN PENDUKUNG TARGET WAKTU",
        "NO. URAIAN INDIKATOR RENCANAAKSI DOKUMEN TARGET",
        "N KOMPONE INDIKATOR KEGIATAN BUKTI DUKUNG TARGET\nO N WAKTU",
        "N\nO\nKOMPONE\nN\nINDIKATOR KEGIATAN BUKTI DUKUNG TARGET",
    ],
    ids=["heads below heads", "no number", "words glued", "words broken", "a letter that comes again"],
)
def test_flattened_pages_begin_with_their_header(header: str) -> None:
    page = f"{header}\n{ROWS}\n"
    document = plaintext.read_text(f"BAB III\n\nIsi bab ini.\n\n{page}{page}\n\nBAB IV PENUTUP\n".replace("\n", "\n\n"))
    pages = [block for block in document.blocks if isinstance(block, Paragraph) and block.kind == "flattened"]
    assert [[line.text for line in block.lines if line.text] for block in pages] == [page.splitlines()] * 2


def test_form_lines_are_no_table() -> None:
    document = plaintext.read_text("Nomor\t: 188/20/2031\nTanggal\t: 3 Januari 2031")
    assert (len(tables(document)), len(texts(document))) == (0, 2)


def test_pipe_table() -> None:
    document = plaintext.read_text("| NO | INDIKATOR | AKSI |\n|----|:---:|---|\n| 1 | a \\| b | satu<br>dua |\n\nPENUTUP")
    assert rows(tables(document)[0]) == [["NO", "INDIKATOR", "AKSI"], ["1", "a | b", "satu\ndua"]]
    assert texts(document) == ["PENUTUP"]


@given(st.lists(st.text(alphabet="abc 1|", max_size=6).map(str.strip), min_size=2, max_size=6))
def test_pipe_cells_come_back(cells: list[str]) -> None:
    line = "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    assert pipe_cells(line) == cells


@given(st.text(alphabet="ab1.\t|\n#*\f -<>", max_size=300))
def test_any_text_gives_a_document(text: str) -> None:
    document = plaintext.read_text(text)
    assert [block.place.block for block in document.blocks] == list(range(1, len(document.blocks) + 1))


@pytest.mark.parametrize(
    ("foot", "kept"),
    [
        (["KEPALA DINAS CONTOH,", "", "", "Budi Santoso, S.Sos.", "NIP 19700101 199003 1 001"], 0),
        (["Kepala Bidang", "Maret"], 2),
        (["KEPALA DINAS", "Maret"], 2),
    ],
    ids=["post, name and number", "a person in a cell", "a post without a number"],
)
def test_signature_below_a_flattened_table_is_no_part_of_it(foot: list[str], kept: int) -> None:
    table = ["ASPEK INDIKATOR KEGIATAN DOKUMEN PENDUKUNG TARGET WAKTU", *ROWS.splitlines()]
    document = plaintext.read_text("\n".join(["BAB III", "", *table, *foot, "BAB IV PENUTUP"]))
    (page,) = (block for block in document.blocks if isinstance(block, Paragraph) and block.kind == "flattened")
    assert [line.text for line in page.lines if line.text] == [*table, *[line for line in foot if line][:kept]]
