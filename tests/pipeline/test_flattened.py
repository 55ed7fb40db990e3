"""Tables that a PDF-to-text tool has flattened, made tables again. The plans here are made up."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import plaintext
from extractors.document import Document, Table
from pipeline.flattened import restore_tables
from pipeline.flattened.content import (
    NEXT_ITEM,
    SAME_CELL,
    SAME_SENTENCE,
    break_cost,
    joint_cost,
    may_begin,
    score,
    start_score,
    time_score,
)
from pipeline.flattened.header import read_columns
from pipeline.flattened.spans import Run
from pipeline.flattened.stream import text_line
from pipeline.flattened.stretches import Stretch, TitleRow, stretches
from pipeline.flattened.widths import column_width, printed_width
from pipeline.plan import Role

HEADER = ("NO", "KOMPONEN", "INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG", "TARGET WAKTU", "OUTPUT")
WIDTHS = (4, 16, 26, 26, 22, 12, 12)
Row = tuple[str, ...]
FIRST: tuple[Row, ...] = (
    ("1", "Tim Kerja", "Unit kerja telah membentuk tim untuk melakukan pembangunan Zona Integritas", "Menerbitkan keputusan pembentukan tim pembangunan bersama seluruh bidang", "SK Tim Pembangunan beserta uraian tugasnya", "Januari 2031", "1 SK"),
    ("", "", "Penentuan anggota Tim dipilih melalui prosedur/mekanisme yang jelas", "Menggelar rapat pemilihan anggota tim dan mencatat alasannya", "Notula rapat pemilihan anggota", "Februari 2031", "1 notula"),
    ("2", "Rencana Pembangunan Zona Integritas", "Terdapat dokumen rencana kerja pembangunan Zona Integritas menuju WBK/WBBM", "Menyusun rencana kerja setahun dan mengesahkannya", "Dokumen rencana kerja yang disahkan", "Maret 2031", "1 dokumen"),
    ("", "", "Dalam dokumen pembangunan terdapat target-target prioritas yang relevan dengan tujuan pembangunan WBK/WBBM", "Memilih tiga target prioritas dari hasil survei tahun sebelumnya", "Matriks target prioritas", "Maret 2031", "1 matriks"),
)  # fmt: skip
SECOND: tuple[Row, ...] = (
    ("1", "Keterbukaan Informasi Publik", "Kebijakan tentang keterbukaan informasi publik telah diterapkan", "Memperbarui daftar informasi publik di laman dinas setiap bulan", "Tangkapan layar laman dinas", "Setiap bulan", "12 laporan"),
    ("", "", "Telah dilakukan monitoring dan evaluasi pelaksanaan kebijakan keterbukaan informasi publik", "Mengevaluasi layanan informasi bersama pejabat pengelola", "Laporan evaluasi layanan informasi", "Triwulanan", "4 laporan"),
)  # fmt: skip


def flattened(rows: Sequence[Row], widths: Sequence[int], marks: bool) -> Iterator[str]:
    """Rows as a text tool leaves them: cells of one line run on, others end their line; with marks a blank an empty cell."""
    for row in rows:
        line = ""
        for cell, width in zip(row, widths, strict=True):
            if not cell:
                line += " " if marks and not line.strip() else ""
                continue
            first, *others = textwrap.wrap(cell, width, break_on_hyphens=False)
            line += first if not line.strip() else f" {first}"
            if others:
                yield line
                yield from others
                line = ""
        if line.strip():
            yield line


def page(rows: Sequence[Row], marks: bool) -> list[str]:
    return [
        "NO KOMPONEN INDIKATOR RENCANA AKSI BUKTI DUKUNG TARGET",
        "WAKTU",
        "OUTPUT",
        "1 2 3 4 5 6 7",
        *flattened(rows, WIDTHS, marks),
    ]


def restored(lines: Sequence[str]) -> Document:
    return restore_tables(plaintext.read_text("\n".join(["BAB III", "RENCANA AKSI", "", *lines, "BAB IV", "PENUTUP"])))


def rows_of(document: Document) -> list[list[str]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[c.text for c in table.cells if c.row == row] for table in tables for row in range(table.row_count)]


@pytest.mark.parametrize("marks", [False, True], ids=["without marks", "a blank for each empty cell"])
def test_cells_are_found_again(marks: bool) -> None:
    lines = [*page(FIRST, marks), "II PENATAAN TATALAKSANA", *flattened(SECOND, WIDTHS, marks)]
    found = rows_of(restored(lines))
    assert found[0] == list(HEADER)
    assert found[1] == ["1", "2", "3", "4", "5", "6", "7"]
    title = ["II", "PENATAAN TATALAKSANA", "", "", "", "", ""]
    assert found[2:] == [list(row) for row in [*FIRST, *SECOND][: len(FIRST)]] + [title] + [list(row) for row in SECOND]


def test_row_over_a_page_break_is_one_row() -> None:
    whole = list(flattened(FIRST, WIDTHS, False))
    cut = whole.index("prosedur/mekanisme yang")
    rest = [line for line in whole[cut:] if line]
    above = [*whole[:cut], "Menggelar rapat pemilihan", "Notula rapat pemilihan", "Februari 1 notula"]
    below = ["prosedur/mekanisme yang", "jelas", "anggota tim dan mencatat", "alasannya", "anggota", "2031"]
    after = rest[rest.index("2 Rencana") :]
    found = rows_of(restored([*page((), False), *above, *page((), False), *below, *after]))
    assert [row[2] for row in found if len(row) > 2 and row[2].startswith("Penentuan")] == [FIRST[1][2]]
    assert sum(row[3].startswith("Menggelar rapat pemilihan anggota tim") for row in found) == 1


def test_prose_around_the_table_stays() -> None:
    document = restored(page(FIRST, False))
    said = [block.text for block in document.blocks if not isinstance(block, Table)]
    assert said == ["BAB III", "RENCANA AKSI", "BAB IV", "PENUTUP"]


def test_document_without_flattened_tables_is_given_back() -> None:
    document = plaintext.read_text("BAB I\n\nPENDAHULUAN\n\nIsi.")
    assert restore_tables(document) is document


HEADERS = [
    ("one line", ["NO KOMPONEN INDIKATOR LANGKAH AKSI BUKTI FISIK TARGET WAKTU"], ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU"]),
    ("broken over lines", ["NO KOMPONEN INDIKATOR RENCANA AKSI BUKTI DUKUNG TARGET", "WAKTU"], ["NO", "KOMPONEN", "INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG", "TARGET WAKTU"]),
    ("a word a line", ["No", "Indikator", "Rencana", "Aksi", "Eviden", "Waktu"], ["No", "Indikator", "Rencana Aksi", "Eviden", "Waktu"]),
    ("word broken in a narrow cell", ["No Indikator Rencana Aksi Eviden Waktu Penanggu", "ng Jawab"], ["No", "Indikator", "Rencana Aksi", "Eviden", "Waktu", "Penanggu ng Jawab"]),
    ("heads below two columns", ["NO ASPEK INDIKATOR RENCANA AKSI TARGET PELAKSA", "NA", "KEGIATAN BUKTI VOLUME WAKTU", "1 2 3 3 4 5 6 7"], ["NO", "ASPEK", "INDIKATOR", "KEGIATAN", "BUKTI", "VOLUME", "WAKTU", "PELAKSA NA"]),
    ("two columns for time", ["NO KOMPONEN INDIKATOR LANGKAH AKSI TARGET WAKTU JADWAL"], ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "TARGET WAKTU", "JADWAL"]),
    ("usual names without a number", ["ASPEK INDIKATOR KEBERHASILAN KEGIATAN DOKUMEN PENDUKUNG TARGET WAKTU"], ["ASPEK", "INDIKATOR KEBERHASILAN", "KEGIATAN", "DOKUMEN PENDUKUNG", "TARGET WAKTU"]),
    ("two usual names that are one, too", ["No Indikator Kegiatan Target Penyelesaian"], ["No", "Indikator", "Kegiatan", "Target Penyelesaian"]),
    ("a column without a role, and two for people", ["NO KOMPONEN INDIKATOR KEGIATAN BUKTI TARGET WAK", "TU", "PELAKSANA PEMERIKSA"], ["NO", "KOMPONEN", "INDIKATOR", "KEGIATAN", "BUKTI", "TARGET WAK TU", "PELAKSANA", "PEMERIKSA"]),
    ("title is not part of it", ["INDIKATOR RENCANA AKSI BUKTI DUKUNG WAKTU", "I MANAJEMEN PERUBAHAN"], ["INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG", "WAKTU"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "headers"), [case[1:] for case in HEADERS], ids=[case[0] for case in HEADERS])
def test_headers(lines: list[str], headers: list[str]) -> None:
    columns = read_columns(lines)
    assert columns is not None
    assert list(columns.headers) == headers


@pytest.mark.parametrize("lines", [["Reformasi birokrasi merupakan langkah awal"], ["NO NAMA JABATAN"], ["1 2 3"], []])
def test_no_headers(lines: list[str]) -> None:
    assert read_columns(lines) is None


NUMBERED: tuple[Row, ...] = (
    ("1", "Terdapat kebijakan standar pelayanan", "Menetapkan standar tiap jenis layanan", "Keputusan standar pelayanan", "B02"),
    ("", "", "Menyusun rancangan standar bersama warga", "Berita acara pembahasan", ""),
    ("2", "Standar Pelayanan telah dimaklumatkan", "Memasang maklumat di pintu masuk", "Foto maklumat", "B03"),
    ("3", "Telah terdapat SOP bagi pelaksanaan standar pelayanan", "Menyusun SOP layanan", "Dokumen SOP", "B06, B12"),
    ("", "", "Menempel alur di ruang tunggu", "Foto alur layanan", ""),
)  # fmt: skip
NUMBERED_WIDTHS = (4, 22, 26, 24, 10)


def test_where_indicators_are_numbered_the_others_are_further_actions() -> None:
    """A component that names itself above its indicators: neither the time above nor the indicator below is part of it."""
    lines = [
        "NO INDIKATOR RENCANA AKSI BUKTI DUKUNG WAKTU", "I PENINGKATAN KUALITAS PELAYANAN PUBLIK", "Standar Pelayanan",
        *flattened(NUMBERED, NUMBERED_WIDTHS, False), "B07", "2. Budaya Pelayanan Prima",
        *flattened([("4", "Telah dilakukan pelatihan budaya pelayanan prima", "Melatih petugas loket", "Foto pelatihan", "B08")], NUMBERED_WIDTHS, False),
    ]  # fmt: skip
    found = rows_of(restored(lines))
    assert [row[:3] for row in found if len(row) == 5 and row[2].startswith("Menyusun rancangan")] == [["", "", NUMBERED[1][2]]]
    assert [row[1] for row in found if row[0] == "2"] == ["Standar Pelayanan telah dimaklumatkan"]
    assert [row[0] for row in found if len(row) == 1] == ["Standar Pelayanan", "2. Budaya Pelayanan Prima"]


def test_a_letter_may_begin_an_indicator_and_nothing_else() -> None:
    lettered = Run(6, 0, "a. Standar pelayanan telah dimaklumatkan", start_score("a."), 0.0, (), 2.0)
    bare = replace(lettered, start_score=0.0, said={})
    assert lettered.score("indicator") == bare.score("indicator")
    assert lettered.score("action") < bare.score("action")


@pytest.mark.parametrize(("text", "is_small"), [("bulanan", False), ("tahun 2031 Mei 2031", True)])
def test_a_time_may_begin_small_only_where_it_is_a_frequency(text: str, is_small: bool) -> None:
    run = Run(6, 0, text, start_score(text), 0.0, (), 2.0)
    assert (run.score("schedule") < time_score(text)) == is_small


def cells_starting(found: list[list[str]], column: int, start: str) -> list[str]:
    return [row[column] for row in found if len(row) > column and row[column].startswith(start)]


STEPS: tuple[Row, ...] = (
    ("1", "Tim Kerja", "a. Unit kerja telah membentuk tim untuk melakukan pembangunan Zona Integritas", "Menerbitkan keputusan tim", "SK Tim Kerja", "B02", "Sekretaris"),
    ("", "", "", "Membagi tugas anggota tim menurut keahliannya", "Uraian tugas anggota tim", "", ""),
    ("", "", "b. Penentuan anggota Tim dipilih melalui prosedur/mekanisme yang jelas", "Menetapkan syarat calon anggota", "Notula rapat", "B03", "Sekretaris"),
    ("", "", "", "Mengumumkan nama calon di papan kantor", "Foto papan kantor", "", ""),
    ("2", "Rencana Pembangunan Zona Integritas", "a. Terdapat dokumen rencana kerja pembangunan Zona Integritas menuju WBK/WBBM", "Menyusun rencana kerja setahun", "Rencana kerja", "B04", "Sekretaris"),
    ("", "", "", "Mengesahkan rencana kerja di rapat pimpinan", "Foto rapat pimpinan", "", ""),
)  # fmt: skip
STEPS_WIDTHS = (4, 14, 24, 22, 20, 8, 12)


def test_further_steps_have_rows_of_their_own() -> None:
    lines = ["NO KOMPONEN INDIKATOR RENCANA AKSI BUKTI WAKTU PJ", *flattened(STEPS, STEPS_WIDTHS, False)]
    assert rows_of(restored(lines))[1:] == [list(row) for row in STEPS]


MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agt Sep Okt Nov Des"


def test_marks_under_every_month_are_all_months_and_fewer_stay() -> None:
    rows = [
        ("1", "Terdapat kebijakan standar pelayanan", "Menetapkan standar tiap layanan", "Keputusan standar", " ".join("X" * 12)),
        ("2", "Standar Pelayanan telah dimaklumatkan", "Memasang maklumat di pintu", "Foto maklumat tahun 2031", "X X"),
    ]
    lines = ["NO INDIKATOR RENCANA AKSI BUKTI WAKTU PELAKSANAAN", MONTHS, *flattened(rows, (4, 22, 26, 24, 40), False)]
    assert [row[3:] for row in rows_of(restored(lines))[1:]] == [
        ["Keputusan standar", MONTHS.replace(" ", ", ")],
        ["Foto maklumat tahun 2031", "X X"],
    ]


def test_two_indicators_in_one_cell_are_one_row() -> None:
    both = (
        "Kebijakan tentang keterbukaan informasi publik telah diterapkan dan telah dilakukan monitoring dan evaluasi pelaksanaan "
        "kebijakan keterbukaan informasi publik"
    )
    row = (
        "1",
        "Keterbukaan Informasi Publik",
        both,
        "Memperbarui daftar informasi di laman",
        "Tangkapan layar laman",
        "Mei 2031",
    )
    lines = ["NO KOMPONEN INDIKATOR RENCANA AKSI BUKTI WAKTU", *flattened([row, *(r[:6] for r in FIRST)], WIDTHS[:6], False)]
    assert cells_starting(rows_of(restored(lines)), 2, "Kebijakan") == [both]


def test_a_cell_with_many_short_items_loses_no_row() -> None:
    papers = [f"Foto {word}" for word in ("apel", "rapat", "loket", "maklumat", "denah", "taman", "kotak", "papan", "gudang") * 2]
    long = [*flattened([("1", "Tim Kerja", FIRST[0][2], FIRST[0][3])], WIDTHS[:4], False), *papers, "Mei 2031 1 SK"]
    found = rows_of(restored([*page(FIRST[2:], False), *long, *flattened(SECOND, WIDTHS, False)]))
    assert [row[2] for row in found if row[2:3] in ([FIRST[0][2]], [SECOND[0][2]], [SECOND[1][2]])] == [
        FIRST[0][2], SECOND[0][2], SECOND[1][2],
    ]  # fmt: skip


TITLES = [
    ("the end of a cell above", ["II", "III. PENATAAN SISTEM MANAJEMEN SDM"], ("III", "PENATAAN SISTEM MANAJEMEN SDM")),
    ("and the title over two lines", ["I", "V PENGUATAN", "PENGAWASAN"], ("V", "PENGUATAN PENGAWASAN")),
    ("another area's numeral above", ["Pokja", "III", "PENGUATAN AKUNTABILITAS"], ("", "PENGUATAN AKUNTABILITAS")),
    ("its own numeral above", ["II", "PENATAAN TATALAKSANA"], ("II", "PENATAAN TATALAKSANA")),
]


@pytest.mark.parametrize(("lines", "title"), [case[1:] for case in TITLES], ids=[case[0] for case in TITLES])
def test_titles_begin_with_their_own_numeral(lines: list[str], title: tuple[str, ...]) -> None:
    found = stretches([text_line(line) for line in lines], has_components=True)
    assert [part.cells for part in found if isinstance(part, TitleRow)] == [title]


TORN = ["s.d. 2031|no", "November 2031|yes", "Triwulan II|yes", "II 2031|yes", "31 Juni|yes", "tahun 2031|yes", "Minggu ke-2|yes",
        "Sepanjang tahun|yes", "ke-2 Januari|yes", "dokumen 2031|no", "rapat Januari|no"]  # fmt: skip


@pytest.mark.parametrize("case", TORN)
def test_no_cell_ends_within_a_date(case: str) -> None:
    words, _, is_torn = case.partition("|")
    assert (joint_cost(*words.split()) > 0) == (is_torn == "yes")


@pytest.mark.parametrize(
    ("word", "may"), [("Maret", True), ("bulanan", True), ("b.", True), ("bersama", False), ("2", True), ("tahun", False)]
)
def test_what_may_begin_a_cell_inside_a_line(word: str, may: bool) -> None:
    assert may_begin(word) == may


def test_a_component_named_at_the_end_of_an_indicator_is_no_title() -> None:
    lines = ["3 Telah dilakukan evaluasi atas penerapan", "Whistle Blowing System", "Menguji saluran", "Whistle Blowing System"]
    found = list(stretches([text_line(line) for line in lines], has_components=False))
    assert [part.cells[0] for part in found if isinstance(part, TitleRow)] == ["Whistle Blowing System"]
    assert isinstance(found[0], Stretch)
    assert len(found[0].lines) == 3


BREAKS: list[tuple[str, Role, str, float]] = [
    ("a further deed", "action", "Menyusun", NEXT_ITEM),
    ("a paper among deeds", "action", "Notula", SAME_SENTENCE),
    ("a further paper", "evidence", "Notula", NEXT_ITEM),
    ("a deed among papers", "evidence", "Menyusun", SAME_SENTENCE),
    ("a name", "evidence", "Kecamatan", SAME_CELL),
    ("a sentence that goes on", "action", "bersama", SAME_SENTENCE),
    ("an indicator is one sentence", "indicator", "Zona", SAME_SENTENCE),
]


@pytest.mark.parametrize(("role", "word", "cost"), [case[1:] for case in BREAKS], ids=[case[0] for case in BREAKS])
def test_what_an_early_line_end_says(role: Role, word: str, cost: float) -> None:
    assert break_cost(role, word) == cost


TIMES = [
    "Minggu ke-2 Maret 2031",
    "bulanan",
    "Sepanjang tahun 2031",
    "Maret 2031",
    "Januari – Desember 2031",
    "Januari s/d Desember",
    "Setiap bulan",
    "Triwulan II",
    "B04-B08",
    "Jika ada perubahan",
    "x x x",
]
NO_TIMES = ["Dokumen rencana kerja", "SK Tim Kerja tahun 2031 dan lampirannya", "1 dokumen", "Tim Kerja", "sampai"]


@pytest.mark.parametrize("text", TIMES)
def test_times_are_told(text: str) -> None:
    assert time_score(text) >= 4.0


@pytest.mark.parametrize("text", ["Bila ada mutasi", "Jika terdapat pengaduan", "Apabila diperlukan"])
def test_conditions_may_be_times(text: str) -> None:
    assert time_score(text) >= 3.0


@pytest.mark.parametrize("text", NO_TIMES)
def test_other_texts_are_no_times(text: str) -> None:
    assert time_score(text) < 0.0


@given(st.integers(22, 40))
def test_width_of_a_column_is_learned_from_its_wraps(width: int) -> None:
    words = " ".join(row[3] for row in (*FIRST, *SECOND)).split()
    lines: list[list[str]] = [[]]
    for word in words:
        if lines[-1] and printed_width(" ".join([*lines[-1], word])) > width:
            lines.append([])
        lines[-1].append(word)
    wraps = [
        (printed_width(" ".join(line)), printed_width(" ".join([*line, following[0]]))) for line, following in pairwise(lines)
    ]
    learned = column_width(wraps)
    assert learned is not None
    assert all(full <= learned < too_long for full, too_long in wraps)


@pytest.mark.parametrize(("word", "counts"), [("1", True), ("12.", True), ("a.", True), ("III", False), ("Tim", False)])
def test_rows_are_not_counted_in_roman_numerals(word: str, counts: bool) -> None:
    assert (score("number", word, ()) > 0) == counts


def paragraphs(rows: Sequence[Row], empty: bool) -> Iterator[str]:
    """Rows as office programs write them: a paragraph of a cell a line; with `empty` an empty line an empty cell."""
    for row in rows:
        for cell in row:
            if cell or empty:
                yield from cell.split("\n")


APART = ("NO", "KOMPONEN", "INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG", "TARGET WAKTU", "OUTPUT")
STEPPED: tuple[Row, ...] = (
    *FIRST[:1],
    ("", "", FIRST[1][2], f"{FIRST[1][3]}\nMengumumkan susunan anggota tim", f"{FIRST[1][4]}\nFoto pengumuman", "Februari 2031", ""),
    *FIRST[2:],
)  # fmt: skip


def test_empty_lines_stand_for_empty_cells() -> None:
    lines = [
        *APART,
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "I",
        "MANAJEMEN PERUBAHAN",
        "",
        "",
        "",
        "",
        "",
        *paragraphs(STEPPED, True),
    ]
    found = rows_of(restored(lines))
    assert found[0] == list(HEADER)
    assert found[2] == ["I", "MANAJEMEN PERUBAHAN", "", "", "", "", ""]
    assert found[3:] == [[cell.replace("\n", " ") for cell in row] for row in STEPPED]


def test_components_repeated_leave_no_cell_empty() -> None:
    whole = tuple((row[0], FIRST[index // 2 * 2][1], *row[2:]) for index, row in enumerate(FIRST))
    numbered = tuple((str(n), row[1], row[2], f"1. {row[3]}\n2. {row[3]}", f"1. {row[4]}\n2. {row[4]}", *row[5:]) for n, row in enumerate(whole, 1))  # fmt: skip
    lines = [*APART[:5], "TARGET", "", "", "", "", "", "WAKTU", "OUTPUT", *paragraphs(numbered, True)]
    assert rows_of(restored(lines))[1:] == [[cell.replace("\n", " ") for cell in row] for row in numbered]


def test_months_are_told_by_empty_lines() -> None:
    marked: tuple[Row, ...] = tuple(
        (*row[2:5], *("X" if month in months else "" for month in range(12)))
        for row, months in zip(FIRST, [{0}, {2, 5, 8, 11}, {11}, set(range(12))], strict=True)
    )
    lines = ["INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG", "WAKTU PELAKSANAAN", *MONTH_NAMES, *paragraphs(marked, True)]
    assert rows_of(restored(lines))[2:] == [list(row) for row in marked]


MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")

HEADINGS_APART = [
    ("a heading a line", [*APART, "1", "Tim Kerja"], list(APART), True),
    ("title above with a year", ["TAHUN 2031", *APART], list(APART), True),
    ("a heading on two lines", [*APART[:5], "BATAS", "WAKTU", "OUTPUT"], [*APART[:5], "BATAS WAKTU", "OUTPUT"], True),
    ("heads of two columns below", ["NO", "KOMPONEN", "INDIKATOR", "RENCANA AKSI", "TARGET", "POKJA", "KEGIATAN", "BUKTI", "VOLUME", "WAKTU"], ["NO", "KOMPONEN", "INDIKATOR", "KEGIATAN", "BUKTI", "VOLUME", "WAKTU", "POKJA"], True),
    ("words broken over many lines", ["NO INDIKATOR KEGIATAN BUKTI", "DU", "KU", "NG", "WAK", "TU"], ["NO", "INDIKATOR", "KEGIATAN", "BUKTI DU KU NG", "WAK TU"], False),
    ("two broken words, then several a line", ["N", "O", "KOMPONE", "N", "INDIKATOR KEGIATAN BUKTI DUKUNG TARGET", "WAKTU"], ["N O", "KOMPONE N", "INDIKATOR", "KEGIATAN", "BUKTI DUKUNG", "TARGET WAKTU"], False),
    ("several headings a line", ["NO KOMPONEN INDIKATOR RENCANA AKSI BUKTI DUKUNG TARGET", "WAKTU", "OUTPUT"], list(APART), False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "headers", "is_apart"), [case[1:] for case in HEADINGS_APART], ids=[case[0] for case in HEADINGS_APART]
)
def test_headings_apart(lines: list[str], headers: list[str], is_apart: bool) -> None:
    columns = read_columns(lines)
    assert columns is not None
    assert (list(columns.headers), columns.is_apart) == (headers, is_apart)


def test_row_that_begins_with_header_words_is_no_header() -> None:
    assert read_columns(["Rencana kerja tahunan 2. Foto rapat dalam map pokja", "SK Tim"]) is None


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["1", "2", "3", "3", "4", "Tim Kerja"], ("1", "2", "3", "3", "4")),
        (["1", "Tim Kerja"], None),
        (["3", "4", "5", "6"], None),
    ],
    ids=["column numbers", "a row's number", "numbers that do not begin"],
)
def test_numbers_of_columns_on_lines_of_their_own(lines: list[str], title: tuple[str, ...] | None) -> None:
    first = next(stretches([text_line(line) for line in lines], has_components=True))
    assert (first.cells if isinstance(first, TitleRow) else None) == title
