"""Misreadings undone, and everything a document may really say left alone."""

from __future__ import annotations

import pytest

from extractors.document import Word
from extractors.scan.coarse.respell import CONFIDENCE, respell, respell_page

MISREAD = {
    "penlaku": "perilaku",
    "sosiahsasi": "sosialisasi",
    "movasi": "inovasi",
    "terhbat": "terlibat",
    "kebyakan": "kebijakan",
    "perigembangan": "pengembangan",
    "dunformasikan": "diinformasikan",
    "menjadr": "menjadi",
    "umt": "unit",
    "Jum": "Juni",
    "salman": "salinan",
    "(salman)": "(salinan)",
    "layariari": "layanan",
    "setetah": "setelah",
    "Jamuari": "Januari",
    "(penlaku)": "(perilaku)",
    "kode/penlaku": "kode/perilaku",
    "berganuan": "bergantian",
    "akhw": "akhir",
    "dil": "dll",
    "dil.)": "dll.)",
    "s.d": "s.d.",
}
AS_READ = [
    "perilaku", "teknolohi", "menggunkan", "divaluasi", "mutase", "resiko", "SPIP", "bimtek", "monev", "screenshoot", "Suhita",
    "Karsu", "Sumiati", "2031", "-", "B06", "e-office", "yg", "dll", "pkepada", "SIMPEG", "notulen", "diklat", "Salman", "Dani", "Mei", "Agt", "Renstra",
]  # fmt: skip


def respelt(text: str, confidence: float = 0.95) -> Word:
    return next(respell([Word(text, (0, 0, 50, 10), confidence)]))


@pytest.mark.parametrize(("read", "printed"), MISREAD.items())
def test_misreadings_are_undone(read: str, printed: str) -> None:
    assert respelt(read).text == printed


@pytest.mark.parametrize("text", AS_READ)
def test_misprints_names_and_abbreviations_stay(text: str) -> None:
    assert respelt(text) == Word(text, (0, 0, 50, 10), 0.95)


@pytest.mark.parametrize(
    ("read", "after", "printed"),
    [
        ("rapat.", "notula", "rapat,"),
        ("(aplikasi).", "notula", "(aplikasi),"),
        ("SUMIATI.", "S.Pd.", "SUMIATI,"),
        ("Sumiati.", "M.M.", "Sumiati,"),
        ("rapat.", "Notula", "rapat."),
        ("rapat.", "2024", "rapat."),
        ("rapat.", "", "rapat."),
        ("dll.", "dan", "dll."),
        ("a.n.", "kepala", "a.n."),
        ("No.", "tiga", "No."),
    ],
)
def test_a_stop_within_a_sentence_was_a_comma(read: str, after: str, printed: str) -> None:
    words = [Word(text, (0, 0, 50, 10), 0.95) for text in (read, after) if text]
    assert next(respell(words)).text == printed


def test_a_respelt_word_is_believed_less() -> None:
    assert respelt("penlaku").confidence == CONFIDENCE
    assert respelt("penlaku", 0.4).confidence == 0.4


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (["1. Menilai SOP", "2 Mengusulkan"], "1. Menilai SOP 2. Mengusulkan"),
        (["1 Menilai SOP", "2 Mengusulkan"], "1 Menilai SOP 2 Mengusulkan"),
        (["1. Menilai", "3 kali"], "1. Menilai 3 kali"),
        (["“1. Menilai SOP", "2: Mengusulkan", "3, Rapat"], "1. Menilai SOP 2. Mengusulkan 3. Rapat"),
        (["1, 2 dan 3"], "1, 2 dan 3"),
        (["1. Menilai 2 SOP"], "1. Menilai 2 SOP"),
        (["rapat . notula '"], "rapat notula"),
        (["rapat : notula"], "rapat : notula"),
        (["Januari - Maret"], "Januari - Maret"),
        (["."], "."),
    ],
)
def test_numbers_of_a_list_keep_their_stops_and_lone_signs_go(lines: list[str], printed: str) -> None:
    words = [
        Word(text, (20.0 * i, 12.0 * row, 20.0 * i + 15, 12.0 * row + 9), 0.95)
        for row, line in enumerate(lines)
        for i, text in enumerate(line.split())
    ]
    assert " ".join(word.text for word in respell(words)) == printed


def test_a_crop_without_words_has_none() -> None:
    assert list(respell([])) == []


@pytest.mark.parametrize(
    ("read", "after", "printed"),
    [
        ("Apni", "2024", "April"),
        ("Juru", "2024", "Juni"),
        ("Me1", "2024", "Mei"),
        ("Janyan", "2024,", "Januari"),
        ("Juru", "bicara", "Juru"),
        ("Apni", "Lestari", "Apni"),
        ("Tahun", "2024", "Tahun"),
        ("Renja", "2024", "Renja"),
        ("Sept", "2024", "Sept"),
        ("Jul", "2024", "Jul"),
        ("Juru", "", "Juni"),
    ],
)
def test_before_a_year_stands_a_month(read: str, after: str, printed: str) -> None:
    words = [Word(text, (55.0 * i, 0, 55.0 * i + 45, 10), 0.9) for i, text in enumerate((read, after)) if text]
    assert next(iter(respell(words))).text == printed


@pytest.mark.parametrize(
    ("read", "printed"), [(("Menginm", "usulan"), "Mengirim usulan"), (("Bapak", "Menginm"), "Bapak Menginm")]
)
def test_the_first_word_of_a_cell_is_no_name(read: tuple[str, ...], printed: str) -> None:
    words = [Word(text, (60 * i, 0, 60 * i + 50, 10), 0.9) for i, text in enumerate(read)]
    assert " ".join(word.text for word in respell(words)) == printed


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("April 2015.", "April 2015"),
        ("September 2018:", "September 2018"),
        ("Oktober ”2023", "Oktober 2023"),
        ("Semester II 2017.", "Semester II 2017"),
        ("Sepanjang tahun .2025", "Sepanjang tahun 2025"),
        ("Mei 2024, setiap bulan", "Mei 2024, setiap bulan"),
        ("Renstra 2024.", "Renstra 2024."),
        ("Nomor 12/2024.", "Nomor 12/2024."),
    ],
)
def test_specks_about_the_year_of_a_time(read: str, printed: str) -> None:
    words = [Word(text, (60 * i, 0, 60 * i + 50, 10), 0.9) for i, text in enumerate(read.split())]
    assert " ".join(word.text for word in respell(words)) == printed


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Apnil dan Mei 2022", "April dan Mei 2022"),
        ("Apni s.d. Oktober 2025", "April s.d. Oktober 2025"),
        ("Mer, Oktober 2025", "Mei, Oktober 2025"),
        ("Mer - Juli 2020", "Mei - Juli 2020"),
        ("Meisd Agustus 2022", "Mei s.d. Agustus 2022"),
        ("Apnisd Agustus 2022", "April s.d. Agustus 2022"),
        ("Meis.d. Agustus 2022", "Mei s.d. Agustus 2022"),
        ("Apni dan Tono", "Apni dan Tono"),
        ("Muridsd Agustus", "Muridsd Agustus"),
        (
            "Ucapan Mer dan Apni bagi semua pegawai baru sejak Juli 2020",
            "Ucapan Mer dan Apni bagi semua pegawai baru sejak Juli 2020",
        ),
    ],
)
def test_beside_another_time_stands_a_month(read: str, printed: str) -> None:
    assert " ".join(word.text for word in respell(cell(read), until_has_stops=True)) == printed


@pytest.mark.parametrize(
    ("name", "gap", "size", "read", "printed"),
    [
        ("room for a dash", 9, 12, "Januari Agustus 2017", "Januari - Agustus 2017"),
        ("columns apart", 30, 12, "Januari Agustus 2017", "Januari Agustus 2017"),
        ("a blank", 4, 12, "Januari Agustus 2017", "Januari Agustus 2017"),
        ("size not known", 9, 0, "Januari Agustus 2017", "Januari Agustus 2017"),
        ("no months", 9, 12, "Rapat Agustus", "Rapat Agustus"),
    ],
)
def test_a_dash_lost_between_months_comes_back(name: str, gap: float, size: float, read: str, printed: str) -> None:
    words = [Word(text, ((40 + gap) * i, 0, (40 + gap) * i + 40, 10), 0.95, size) for i, text in enumerate(read.split())]
    assert " ".join(word.text for word in respell(words)) == printed, name


@pytest.mark.parametrize(
    ("read", "confidence", "printed"),
    [
        ("pelavanan", 0.9, "pelayanan"),
        ("bisris", 0.6, "bisnis"),
        ("tnwulanan", 0.9, "triwulanan"),
        ("pelavanan", 0.95, "pelavanan"),
        ("pelaynan", 0.9, "pelaynan"),
        ("pelayaan", 0.9, "pelayaan"),
        ("sesua", 0.9, "sesua"),
        ("monev", 0.9, "monev"),
    ],
)
def test_a_doubtful_word_may_have_a_letter_for_another(read: str, confidence: float, printed: str) -> None:
    assert respelt(read, confidence).text == printed


def test_a_doubtful_name_keeps_its_letters() -> None:
    words = [Word("Bapak", (0, 0, 50, 10), 0.95), Word("Layavan", (60, 0, 110, 10), 0.5)]
    assert [word.text for word in respell(words)] == ["Bapak", "Layavan"]


def cell(*lines: str) -> list[Word]:
    return [
        Word(text, (60.0 * i, 12.0 * row, 60.0 * i + 50, 12.0 * row + 9), 0.9)
        for row, line in enumerate(lines)
        for i, text in enumerate(line.split())
    ]


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("April.2023", "April 2023"),
        ("Mei sd. Juni 2024", "Mei s.d. Juni 2024"),
        ("Mei s d. Juni", "Mei s.d. Juni"),
        ("Mei s. d Juni", "Mei s.d. Juni"),
        ("2023 s.d Juni", "2023 s.d. Juni"),
        ("Mei sd Juni", "Mei sd Juni"),
        ("siswa sd. kelas", "siswa sd. kelas"),
        ("Juli 2024 :", "Juli 2024"),
        (":Minggu kedua", "Minggu kedua"),
        (".Penilaian atas kinerja", "Penilaian atas kinerja"),
        ("hari : Senin", "hari : Senin"),
        ("-pegawai tetap", "-pegawai tetap"),
        ("a, Data pegawai", "a. Data pegawai"),
        ("'a. Data pegawai", "a. Data pegawai"),
        ("b Data pegawai", "b. Data pegawai"),
        ("x Data pegawai", "x Data pegawai"),
        (".a. Data pegawai", "a. Data pegawai"),
        ("b:. Data pegawai", "b. Data pegawai"),
        ("1. dokumen", "1 dokumen"),
        (":1 laporan kegiatan", "1 laporan kegiatan"),
        ("1. menyusun jadwal rapat bulanan", "1. menyusun jadwal rapat bulanan"),
        ("1. SK", "1. SK"),
        ("Minggu II:", "Minggu II"),
        ('tiap triwulan"', "tiap triwulan"),
        ('rapat "triwulan"', 'rapat "triwulan"'),
        ("sebagai berikut:", "sebagai berikut:"),
        ("a data pegawai", "a data pegawai"),
        ("I dokumen", "1 dokumen"),
        ("I dan II", "I dan II"),
        ("I Semester", "I Semester"),
        ("Pokja I dokumen", "Pokja I dokumen"),
    ],
)
def test_times_specks_and_labels_of_a_cell(read: str, printed: str) -> None:
    assert " ".join(word.text for word in respell(cell(read))) == printed


STOPPED, BARE = ("1. Notula rapat", "2. Daftar hadir"), ("1 Materi rapat", "2 Naskah dinas")


@pytest.mark.parametrize(
    ("others", "printed"),
    [
        ([STOPPED, STOPPED], "1. Materi rapat 2. Naskah dinas"),
        ([STOPPED, BARE], "1 Materi rapat 2 Naskah dinas"),
        ([], "1 Materi rapat 2 Naskah dinas"),
    ],
)
def test_a_list_has_stops_where_most_of_the_page_have_them(others: list[tuple[str, ...]], printed: str) -> None:
    *_, last = respell_page([cell(*lines) for lines in [*others, BARE]])
    assert " ".join(word.text for word in last) == printed


@pytest.mark.parametrize(
    ("others", "printed"),
    [(["Mei s.d. Juli"], "April s.d. Juni"), (["Mei sd Juli", "Mei s.d. Juli"], "April sd Juni"), ([], "April sd Juni")],
)
def test_until_has_stops_where_most_of_the_page_have_them(others: list[str], printed: str) -> None:
    *_, last = respell_page([cell(line) for line in [*others, *others, "April sd Juni"]])
    assert " ".join(word.text for word in last) == printed


@pytest.mark.parametrize(
    ("others", "read", "printed"),
    [
        (["Undangan; notula;"], "Peta pimpinan: notula", "Peta pimpinan; notula"),
        (["Undangan; notula;"], "yaitu: notula", "yaitu: notula"),
        (["Undangan, notula"], "Peta pimpinan: notula", "Peta pimpinan: notula"),
    ],
)
def test_colons_of_pages_that_list_by_semicolons(others: list[str], read: str, printed: str) -> None:
    *_, last = respell_page([cell(line) for line in [*others, read]])
    assert " ".join(word.text for word in last) == printed
