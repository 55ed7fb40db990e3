"""Chapters, annexes and sections as plans print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Document, Line, Paragraph, Place
from pipeline.chapters import find_chapters
from pipeline.headings import ROMAN, clean_title, read_heading
from pipeline.sections import decimal_label
from tests.pipeline.identity.documents import page_document, paragraph, text_document

PROSE = "Layanan yang bersih dituntut masyarakat dari setiap unit kerja, dan rencana ini menjadi pegangan seluruh pegawai. " * 4

HEADINGS: list[tuple[str, tuple[str, str] | None]] = [
    ("BAB I", ("BAB I", "")),
    ("BAB II PROGRAM KERJA", ("BAB II", "PROGRAM KERJA")),
    ("BAB III : RENCANA AKSI", ("BAB III", "RENCANA AKSI")),
    ("BAB IV – PENUTUP", ("BAB IV", "PENUTUP")),
    ("BAB 2. PROGRAM KERJA", ("BAB II", "PROGRAM KERJA")),
    ("Bab I Pendahuluan", ("BAB I", "Pendahuluan")),
    ("BAB l", ("BAB I", "")),
    ("BAB ll PROGRAM", ("BAB II", "PROGRAM")),
    ("BAB Ill", ("BAB III", "")),
    ("BAB lV PENUTUP", ("BAB IV", "PENUTUP")),
    ("8AB I", ("BAB I", "")),
    ("BABII", ("BAB II", "")),
    ("BAB KESATU PENDAHULUAN", ("BAB I", "PENDAHULUAN")),
    ("LAMPIRAN I", ("LAMPIRAN I", "")),
    ("Lampiran 1.", ("Lampiran 1", "")),
    ("LAMPIRAN 2 : JADWAL KEGIATAN", ("LAMPIRAN 2", "JADWAL KEGIATAN")),
    ("LAMPIRAN : KEPUTUSAN KEPALA DINAS", ("LAMPIRAN", "KEPUTUSAN KEPALA DINAS")),
    ("Lampiran II Keputusan ini merupakan bagian tidak terpisahkan", None),
    ("BAB II dan BAB III memuat rencana.", None),
    ("BAB I ini berisi latar belakang", None),
    ("BAB I Pendahuluan, berisi latar belakang dan dasar hukum", None),
    ("Babak baru pelayanan", None),
    ("Lampirannya disusun kemudian", None),
]


@pytest.mark.parametrize(("text", "expected"), HEADINGS, ids=[h[0] for h in HEADINGS])
def test_heading(text: str, expected: tuple[str, str] | None) -> None:
    heading = read_heading(text)
    assert (heading and (heading.label, heading.title)) == expected


@given(st.integers(1, 12), st.sampled_from(["BAB {}", "Bab {}", "BAB {}.", "BAB {} PENUTUP"]))
def test_every_roman_numeral(number: int, form: str) -> None:
    heading = read_heading(form.format(ROMAN[number]))
    assert heading is not None and (heading.number, heading.sure) == (number, True)


def titles(document: Document) -> list[tuple[str, str]]:
    return [(c.label, c.title) for c in find_chapters(document)]


FOUR = [("BAB I", "PENDAHULUAN"), ("BAB II", "PROGRAM KERJA"), ("BAB III", "RENCANA AKSI"), ("BAB IV", "PENUTUP")]

DOCUMENTS: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "titles on the next line",
        f"BAB I\nPENDAHULUAN\n{PROSE}\nBAB II\nPROGRAM KERJA\n{PROSE}\nBAB III\nRENCANA AKSI\n{PROSE}\nBAB IV\nPENUTUP\n{PROSE}",
        FOUR,
    ),
    (
        "a title of two lines",
        f"BAB II\nPROGRAM KERJA PEMBANGUNAN\nZONA INTEGRITAS\n2.1 Pencanangan\n{PROSE}",
        [("BAB II", "PROGRAM KERJA PEMBANGUNAN ZONA INTEGRITAS")],
    ),
    (
        "a title begun beside the label",
        f"BAB III RENCANA AKSI PEMBANGUNAN\nZONA INTEGRITAS\n{PROSE}",
        [("BAB III", "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS")],
    ),
    (
        "a table of contents",
        f"DAFTAR ISI\nBAB I PENDAHULUAN .......... 1\n1.1 Latar Belakang ........ 1\nBAB II PROGRAM KERJA ........ 4\nBAB III RENCANA AKSI ..... 9\n"
        f"BAB IV PENUTUP ..... 20\nBAB I\nPENDAHULUAN\n{PROSE}\nBAB II\nPROGRAM KERJA\n{PROSE}\nBAB III\nRENCANA AKSI\n{PROSE}\nBAB IV\nPENUTUP\n{PROSE}",
        FOUR,
    ),
    (
        "a table of contents without dots",
        f"DAFTAR ISI\nBAB I PENDAHULUAN 1\nBAB II PROGRAM KERJA 4\nBAB III RENCANA AKSI 9\nBAB IV PENUTUP 20\nBAB I\nPENDAHULUAN\n{PROSE}\n"
        f"BAB II\nPROGRAM KERJA\n{PROSE}\nBAB III\nRENCANA AKSI\n{PROSE}\nBAB IV\nPENUTUP\n{PROSE}",
        FOUR,
    ),
    (
        "a list of the chapters in the first",
        f"BAB I\nPENDAHULUAN\n1.1 Latar Belakang\n{PROSE}\n1.5 Sistematika\nBAB I PENDAHULUAN\nLatar belakang dan dasar.\nBAB II PROGRAM KERJA\n"
        f"Arah dan tahapan.\nBAB III RENCANA AKSI\nLangkah.\nBAB IV PENUTUP\nHarapan.\nBAB II\nPROGRAM KERJA\n{PROSE}\nBAB III\nRENCANA AKSI\n{PROSE}\n"
        f"BAB IV\nPENUTUP\n{PROSE}",
        FOUR,
    ),
    (
        "a mention that a line's end sets first",
        f"BAB I\nPENDAHULUAN\nTahapan itu diuraikan dalam\nBAB II\ndan dijadwalkan.\n{PROSE}\nBAB II\nPROGRAM KERJA\n{PROSE}",
        FOUR[:2],
    ),
    (
        "a chapter number that repeats stays",
        f"BAB I\nPENDAHULUAN\n{PROSE}\nBAB II\nPROGRAM KERJA\n{PROSE}\nBAB II\nRENCANA AKSI\n{PROSE}",
        [("BAB I", "PENDAHULUAN"), ("BAB II", "PROGRAM KERJA"), ("BAB II", "RENCANA AKSI")],
    ),
    (
        "a misread numeral takes its place in the order",
        f"BAB I\nPENDAHULUAN\n{PROSE}\nBAB Il\nPROGRAM KERJA\n{PROSE}\nBAB Il\nRENCANA AKSI\n{PROSE}\nBAB IV\nPENUTUP\n{PROSE}",
        FOUR,
    ),
    (
        "annexes with letterheads and titles",
        f"BAB IV\nPENUTUP\n{PROSE}\nLAMPIRAN I KEPUTUSAN CAMAT TEMPEH\nNOMOR : 188/3/2020\nTANGGAL : 3 Januari 2020\nSUSUNAN TIM KERJA\n{PROSE}\n"
        f"Lampiran 2.\nJADWAL KEGIATAN\n{PROSE}",
        [("BAB IV", "PENUTUP"), ("LAMPIRAN I", "SUSUNAN TIM KERJA"), ("Lampiran 2", "JADWAL KEGIATAN")],
    ),
    (
        "the first area of the tables ends the title",
        f"BAB III\nRENCANA AKSI\nAREA I MANAJEMEN PERUBAHAN\n{PROSE}",
        [("BAB III", "RENCANA AKSI")],
    ),
    (
        "the header of a flattened table ends the title",
        f"BAB III\nRENCANA KERJA DAN LANGKAH AKSI\nNO UNSUR\nINDIKATOR\n{PROSE}",
        [("BAB III", "RENCANA KERJA DAN LANGKAH AKSI")],
    ),
    (
        "a table ends the title",
        f"BAB III\nRENCANA AKSI\n{{table}}\nNO | INDIKATOR\n1 | Tim\n{{end}}\nDOKUMEN PEMANTAUAN\n{PROSE}",
        [("BAB III", "RENCANA AKSI")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [d[1:] for d in DOCUMENTS], ids=[d[0] for d in DOCUMENTS])
def test_document(text: str, expected: list[tuple[str, str]]) -> None:
    assert titles(text_document(text)) == expected


def test_a_heading_taken_for_a_running_head_is_found() -> None:
    blocks = (
        paragraph("BAB I", 1, "running_head"),
        paragraph("PENDAHULUAN", 2),
        paragraph(PROSE, 3),
        paragraph("BAB II", 4, "running_head"),
        paragraph("PROGRAM KERJA", 5),
        paragraph(PROSE, 6),
    )
    assert titles(Document("pdf", blocks)) == FOUR[:2]


def test_a_heading_in_lines_of_one_paragraph() -> None:
    lines = (Line("BAB I", bold=True), Line("PENDAHULUAN", bold=True))
    document = Document(
        "docx", (Paragraph("BAB I PENDAHULUAN", lines, Place(block=1), bold=True, centred=True), paragraph(PROSE, 2))
    )
    assert titles(document) == FOUR[:1]


def test_a_title_that_a_table_took_for_a_row() -> None:
    document = text_document("BAB III\n{table}\nRENCANA KERJA | DAN | LANGKAH AKSI\nNo | Indikator | Waktu\n{end}")
    assert titles(document) == [("BAB III", "RENCANA KERJA DAN LANGKAH AKSI")]


@pytest.mark.parametrize(
    ("title", "is_ocr", "expected"),
    [
        ("“RENCANA AKSI.", False, "RENCANA AKSI"),
        ("So. PENDAHULUAN", True, "PENDAHULUAN"),
        ("ag U00.. BENUTUP", True, "PENUTUP"),
        ("So. PENDAHULUAN", False, "So. PENDAHULUAN"),
        ("RENCANA AKSI DAN JADWAL", True, "RENCANA AKSI DAN JADWAL"),
        ("PROGRAM KERJA ZI", True, "PROGRAM KERJA ZI"),
    ],
)
def test_titles_are_cleaned(title: str, is_ocr: bool, expected: str) -> None:
    assert clean_title(title, is_ocr) == expected


def test_pages_and_sections() -> None:
    document = page_document(
        [
            (80.0, 270.0, "BAB I"),
            (100.0, 250.0, "PENDAHULUAN"),
            (130.0, 70.0, "1.1 Latar Belakang"),
            (150.0, 70.0, "Layanan bersih dituntut."),
        ],
        [(80.0, 70.0, "1.2 Dasar Hukum"), (100.0, 70.0, "Peraturan yang berlaku.")],
        [
            (80.0, 270.0, "BAB II"),
            (100.0, 250.0, "PROGRAM KERJA"),
            (130.0, 70.0, "2.1 Pencanangan"),
            (150.0, 70.0, "Dilakukan bersama."),
        ],
    )
    first, second = find_chapters(document)
    assert (first.pages, second.pages) == ((1, 2), (3,))
    assert [(s.label, s.title, s.page, s.text) for s in first.sections] == [
        ("1.1", "Latar Belakang", 1, "Layanan bersih dituntut."),
        ("1.2", "Dasar Hukum", 2, "Peraturan yang berlaku."),
    ]


def test_sections_of_all_kinds() -> None:
    document = text_document(
        "BAB II\nPROGRAM KERJA\n2.1. Pencanangan\nDilakukan terbuka.\n2.1 Proses Pembangunan\nA. Manajemen Perubahan\nTujuannya sebagai berikut:\n"
        "a. Pimpinan menjadi panutan;\nb. Agen perubahan ditetapkan;\nc. Budaya kerja dibangun.\nB. Penataan Tatalaksana\nIndikator:\n"
        "a. Standar Operasional Prosedur\nPengukurannya mengacu pada peta proses.\nb. E-Office\nPengukurannya mengacu pada sistem."
    )
    (chapter,) = find_chapters(document)
    assert [(s.label, s.title) for s in chapter.sections] == [
        ("2.1", "Pencanangan"),
        ("2.1", "Proses Pembangunan"),
        ("A", "Manajemen Perubahan"),
        ("B", "Penataan Tatalaksana"),
        ("a", "Standar Operasional Prosedur"),
        ("b", "E-Office"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.1 Latar Belakang", ("1.1", "Latar Belakang")),
        ("1.1. Latar Belakang", ("1.1", "Latar Belakang")),
        ("1 .2 Dasar Hukum", ("1.2", "Dasar Hukum")),
        ("l.3 Maksud", ("1.3", "Maksud")),
        ("1.1Latar Belakang", ("1.1", "Latar Belakang")),
        ("I.1 Latar Belakang", ("I.1", "Latar Belakang")),
        ("2.2.1 Manajemen Perubahan", ("2.2.1", "Manajemen Perubahan")),
        ("1.000 lembar", None),
        ("188.4/021/415.19/2024", None),
        ("1. Peraturan", None),
    ],
)
def test_decimal_labels(text: str, expected: tuple[str, str] | None) -> None:
    assert decimal_label(text) == expected


def test_a_document_without_chapters() -> None:
    assert find_chapters(text_document("Catatan rapat\nDibahas jadwal kegiatan.")) == ()
