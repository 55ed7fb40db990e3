"""What heads a table: its columns and months, misread and repeated headers, and the headers of other tables."""

from __future__ import annotations

import pytest

from pipeline.action_table import find_action_table
from tests.pipeline.action_table.cases import HEAD, MEDIA, PLAN, TEAM, Case, P, check
from tests.pipeline.action_table.sheets import document, prose, sheet

FOUR_HEADS = [("NO", "EK N5q", "AKSI", "x « z"), ("NO", "INDIKATOR", "AKSI", "WAKTU"), ("N5q", "INDIKATOR", "« z k", "WAKTU")]
CASES = [
    Case(
        "header of two lines with months",
        (sheet(("NO", "INDIKATOR", "AKSI", "EVIDEN", "WAKTU", "<"), ("^", "^", "^", "^", "Jan", "Feb"), ("1", "Tim ada", "Menetapkan", "SK", "", "v")),),
        [(P, None, "1", "", "Tim ada")],
        {"schedule": ["Feb"]},
    ),
    Case(
        "a month whose head cannot be read stands between two that can",
        (sheet(("NO", "INDIKATOR", "AKSI", "WAKTU", "<", "<", "<"), ("^", "^", "^", "FEB", "x « z", "APR", "MEI"), ("1", "Tim ada", "Menetapkan", "", "v", "", "v")),),
        [(P, None, "1", "", "Tim ada")],
        {"schedule": ["MAR, MEI"]},
    ),
    Case(
        "a page whose header lost a month goes on with the same table",
        (
            sheet(("NO", "INDIKATOR", "AKSI", "WAKTU", "<", "<"), ("^", "^", "^", "JUN", "JUL", "AGU"), ("1", "Tim ada", "Menetapkan", "v", "", ""), page=1),
            sheet(("NO", "INDIKATOR", "AKSI", "WAKTU", "<", "<"), ("^", "^", "^", "JUN", "rc", "AGU"), ("2", "Renja ada", "Menyusun", "", "v", ""), page=2),
        ),
        [(P, None, "1", "", "Tim ada"), (P, None, "2", "", "Renja ada")],
        {"schedule": ["JUN", "JUL"]},
    ),
    Case(
        "months lost at both ends of a calendar are told by the others and the heading over all",
        (
            sheet(("NO", "INDIKATOR", "AKSI", "WAKTU", *"<<<<<<<"), ("^", "^", "^", "MEI", "JUN", "JUL", "AGU", "SEP", "OKT", "NOV", "DES"),
                  ("1", "Tim ada", "Menetapkan", "v", *[""] * 7), page=1),
            sheet(("NO", "INDIKATOR", "AKSI", "WAKTU", *"<<<<<<<"), ("^", "^", "^", "NE!", "JUN", "JUL", "AGU", "SEP", "OKT", "NOV", "DE K"),
                  ("2", "Renja ada", "Menyusun", "v", *[""] * 6, "v"), page=2),
        ),
        [(P, None, "1", "", "Tim ada"), (P, None, "2", "", "Renja ada")],
        {"schedule": ["MEI", "MEI, DES"]},
    ),
    Case(
        "a header whose INDIKATOR is garbled heads the same table, on the first page too",
        (
            sheet(("NO", "KOMPONEN", "EK N5q", "AKSI", "WAKTU", "TARGET OUTPUT"), ("1", "Tim", "Tim ada", "Menetapkan", "Mei", "1 SK"), page=1),
            sheet(("NO", "KOMPONEN", "INDIKATOR", "AKSI", "WAKTU", "TARGET OUTPUT"), ("2", "Renja", "Renja ada", "Menyusun", "Juni", "1 renja"), page=2),
            sheet(("NO", "KOMPONEN", "EK N5q", "AKSI", "WAKTU", "TARGET OUTPUT"), ("3", "Media", "Media ada", "Memasang", "Juli", "1 media"), page=3),
        ),
        [(P, None, "1", "Tim", "Tim ada"), (P, None, "2", "Renja", "Renja ada"), (P, None, "3", "Media", "Media ada")],
    ),
    Case(
        "a header word that is garbled takes the meaning of the heading above, and the table goes on",
        (
            sheet(("NO", "INDIKATOR", "RENCANA AKSI", "<", "TARGET", "<"), ("^", "^", "KEGIATAN", "BUKTI", "VOLUME", "WAKTU"),
                  ("1", "Tim ada", "Menetapkan", "SK", "1 SK", "Mei"), page=1),
            sheet(("NO", "INDIKATOR", "RENCANA AKSI", "<", "TARGET", "<"), ("^", "^", "KEGIATAN", "EK N5q", "VOLUME", "WAKTU"),
                  ("2", "Renja ada", "Menyusun", "Renja", "1 renja", "Juni"), page=2),
        ),
        [(P, None, "1", "", "Tim ada"), (P, None, "2", "", "Renja ada")],
        {"evidence": ["SK", "Renja"]},
    ),
    Case(
        "a target beside a calendar says how much",
        (sheet(("NO", "INDIKATOR", "AKSI", "TARGET", "TW 1", "TW 2"), ("1", "Tim ada", "Menetapkan", "2 dokumen", "", "v")),),
        [(P, None, "1", "", "Tim ada")],
        {"schedule": ["TW 2"], "output": ["2 dokumen"]},
    ),
    Case(
        "months marked by colour",
        (sheet(("NO", "INDIKATOR", "AKSI", "EVIDEN", "WAKTU", "<"), ("^", "^", "^", "^", "Jan", "Feb"), ("1", "Tim ada", "Menetapkan", "SK", "", "#"),
               ("2", "Tim kerja", "Melantik", "SK", "#v", "#"), ("3", "Tim rapat", "Rapat", "Notula", "#", "#"),
               ("4#", "Tim lain#", "Apel#", "Foto#", "#", "#")),),
        [(P, None, "1", "", "Tim ada"), (P, None, "2"), (P, None, "3"), (P, None, "4")],
        {"schedule": ["Feb", "Jan", "Jan, Feb", ""]},
    ),
    Case(
        "months tinted in every row are for looks",
        (sheet(("NO", "INDIKATOR", "AKSI", "EVIDEN", "WAKTU", "<"), ("^", "^", "^", "^", "Jan", "Feb"), ("1", "Tim ada", "Menetapkan", "SK", "#", "#"),
               ("2", "Tim kerja", "Melantik", "SK", "#", "#")),),
        [(P, None, "1", "", "Tim ada"), (P, None, "2")],
        {"schedule": ["", ""]},
    ),
    Case(
        "a row of papers and plans after the page break is no header",
        (sheet(HEAD, TEAM, page=1), sheet(("2", "Rencana Kerja", "Renja telah disusun", "Melengkapi berkas Renstra, rencana kerja, dan perjanjian kinerja",
                                           "3 dokumen", "Setiap bulan"), MEDIA, page=2)),
        [(P, None, "1"), (P, None, "2", "Rencana Kerja", "Renja telah disusun"), (P, None, "2")],
    ),
    Case(
        "a row whose cells are named like columns is no header where the table goes on",
        (sheet(HEAD, TEAM, page=1), sheet(("2", "Rencana Kerja", "Renja telah disusun", "Kegiatan", "Dokumen", "Bulan"), page=2)),
        [(P, None, "1"), (P, None, "2", "Rencana Kerja", "Renja telah disusun")],
    ),
    Case(
        "a header with two garbled words heads the same table",
        (sheet(HEAD, TEAM, page=1), sheet(("NO", "K0 9PN", "IND (", "RENCANA AKSI", "BUKTI DUKUNG", "TARGET WAKTU"), PLAN, page=2)),
        [(P, None, "1"), (P, None, "2", "Rencana Kerja", "Renja telah disusun")],
    ),
    Case("the header misread", (sheet(("N0.", "KOMPONFN", "INDIKAT0R", "RENCANA AKSl", "BUKTI DUKUNC", "TARGET WAKTU"), TEAM),), [(P, None, "1")]),
    Case("the rest of a cut row is no other table's header",
         (sheet(HEAD, ("1", "WBS", "Hasil evaluasi WBS telah", "Rapat bersama", "Notula", "Mei"), page=1, full=(2, 3)),
          sheet(("", "", "ditindaklanjuti", "anggota pokja", "", ""), PLAN, page=2)),
         [(P, None, "1", "WBS", "Hasil evaluasi WBS telah ditindaklanjuti"), (P, None, "2")]),
    Case(
        "columns counted by letters, or by roman numerals",
        (sheet(HEAD, ("(a)", "(b)", "(c)", "(d)", "(e)", "(f)"), TEAM, page=1), sheet(HEAD, ("I", "II", "III", "IV", "V", "VI"), PLAN, page=2)),
        [(P, None, "1", "Tim Kerja"), (P, None, "2", "Rencana Kerja")],
    ),
    Case(
        "a column for the start and one for the end",
        (sheet(("NO", "INDIKATOR", "AKSI", "EVIDEN", "WAKTU", "<"), ("^", "^", "^", "^", "MULAI", "SELESAI"),
               ("1", "Tim ada", "Menetapkan", "SK", "Mei 2031", "Juni 2031"), ("2", "Renja ada", "Menyusun", "Renja", "Juli 2031", "")),),
        [(P, None, "1", "", "Tim ada"), (P, None, "2", "", "Renja ada")],
        {"schedule": ["Mei 2031 s.d. Juni 2031", "Juli 2031"], "output": ["", ""]},
    ),
    Case(
        "months by their initials",
        (sheet(("NO", "INDIKATOR", "AKSI", "EVIDEN", "BULAN", *"<<<<<<<<<<<"), ("^", "^", "^", "^", *"JFMAMJJASOND"),
               ("1", "Tim ada", "Menetapkan", "SK", "x", "", "x", *[""] * 8, "x")),),
        [(P, None, "1", "", "Tim ada")],
        {"schedule": ["Jan, Mar, Des"]},
    ),
    Case(
        "months beside the other headers in one line",
        (sheet(("NO", "INDIKATOR", "AKSI", "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des"),
               ("1", "Tim ada", "Menetapkan", "", "v", *[""] * 10)),),
        [(P, None, "1", "", "Tim ada")],
        {"schedule": ["Feb"]},
    ),
    Case(
        "weeks under the months",
        (sheet(("NO", "INDIKATOR", "AKSI", "Jan", "<", "Feb", "<"), ("^", "^", "^", "I", "II", "I", "II"),
               ("1", "Tim ada", "Menetapkan", "v", "v", "", ""), ("2", "Renja ada", "Menyusun", "", "v", "v", "")),),
        [(P, None, "1", "", "Tim ada"), (P, None, "2", "", "Renja ada")],
        {"schedule": ["Jan", "Jan, Feb"]},
    ),
    Case(
        "what is planned and what came of it under each quarter",
        (sheet(("NO", "INDIKATOR", "AKSI", "EVIDEN", "WAKTU", "<", "<", "<"), ("^", "^", "^", "^", "TW I", "<", "TW II", "<"),
               ("^", "^", "^", "^", "Target", "Real", "Target", "Realisasi"), ("1", "Tim ada", "Menetapkan", "SK", "", "", "v", "v")),),
        [(P, None, "1", "", "Tim ada")],
        {"schedule": ["TW II"], "output": [""]},
    ),
    Case(
        "quarters with a dot",
        (sheet(("NO", "INDIKATOR", "AKSI", "WAKTU", "<"), ("^", "^", "^", "Tw. I", "Tw. II"), ("1", "Tim ada", "Menetapkan", "", "v")),),
        [(P, None, "1", "", "Tim ada")],
        {"schedule": ["Tw. II"]},
    ),
    Case(
        "a column of descriptions is no month",
        (sheet(("NO", "INDIKATOR", "AKSI", "DESKRIPSI", "WAKTU"), ("1", "Tim ada", "Menetapkan", "menurut juknis", "Mei")),),
        [(P, None, "1", "", "Tim ada")],
        {"schedule": ["Mei"]},
    ),
    Case(
        "a target beside a column that says when is how much, wherever it stands",
        (sheet(("NO", "INDIKATOR", "TARGET", "AKSI", "TENGGAT WAKTU"), ("1", "Tim ada", "1 SK", "Menetapkan", "Mei")),),
        [(P, None, "1", "", "Tim ada")],
        {"schedule": ["Mei"], "output": ["1 SK"]},
    ),
    Case(
        "a column for what will be reached does not make it another table",
        (sheet(("NO", "PROGRAM", "KEGIATAN", "DATA DUKUNG", "WAKTU", "CAPAIAN"), ("1", "Tim Kerja", "Menetapkan SK tim", "SK tim", "Mei", "")),),
        [(P, None, "1", "Tim Kerja", "")],
    ),
    Case(
        "the rest of a cut row that speaks of time is no second line of the header",
        (sheet(HEAD, TEAM, ("2", "Kinerja", "Laporan kinerja telah disusun", "Menyusun laporan", "Laporan", "Juni &"), page=1, full=(2, 3, 5)),
         sheet(HEAD, ("", "", "tepat waktu", "sebelum batas waktu", "", "November 2031"), PLAN, page=2)),
        [(P, None, "1"), (P, None, "2", "Kinerja", "Laporan kinerja telah disusun tepat waktu"), (P, None, "2", "Rencana Kerja")],
    ),
    Case(
        "a header of two lines that a page break cut in two is no row, and its area is the next rows'",
        (prose("AREA I MANAJEMEN PERUBAHAN"),
         sheet(("NO", "INDIKATOR", "AKSI", "EVIDEN", "WAKTU", "<", "<"), ("^", "^", "^", "^", "TW I", "TW II", "TW III"),
               ("1", "Tim ada", "Menetapkan", "SK", "", "v", ""), page=1),
         prose("AREA II PENATAAN TATALAKSANA"), sheet(("NO", "INDIKATOR", "AKSI", "EVIDEN", "WAKTU", "<", "<"), page=1),
         sheet(("", "", "", "", "TW I", "TW II", "TW III"), ("1", "SOP ada", "Menyusun", "SOP", "v", "", ""), page=2)),
        [(P, 1, "1", "", "Tim ada"), (P, 2, "1", "", "SOP ada")],
        {"schedule": ["TW II", "TW I"]},
    ),
    Case(
        "the border between two headings is lost on a later page",
        (sheet(("NO", "INDIKATOR", "RENCANA AKSI", "<", "TARGET", "<"), ("^", "^", "KEGIATAN", "BUKTI", "VOLUME", "WAKTU"),
               ("1", "Tim ada", "Menetapkan", "SK", "1 SK", "Mei"), page=1),
         sheet(("NO", "INDIKATOR", "RENCANA AKSI", "<", "TARGET", "<"), ("^", "^", "KEGIATAN", "BUKTI VOLUME", "<", "WAKTU"),
               ("2", "Renja ada", "Menyusun", "Renja", "1 dokumen", "Juni"), page=2)),
        [(P, None, "1", "", "Tim ada"), (P, None, "2", "", "Renja ada")],
        {"action": ["Menetapkan", "Menyusun"], "output": ["1 SK", "1 dokumen"]},
    ),
    Case(
        "half of a header of four columns is garbled, on the first page and on a later one",
        (sheet(FOUR_HEADS[0], ("1", "Tim ada", "Menetapkan", "Mei"), page=1), sheet(FOUR_HEADS[1], ("2", "Renja ada", "Menyusun", "Juni"), page=2),
         sheet(FOUR_HEADS[2], ("3", "Media ada", "Memasang", "Juli"), page=3)),
        [(P, None, "1", "", "Tim ada"), (P, None, "2", "", "Renja ada"), (P, None, "3", "", "Media ada")],
    ),
    Case(
        "marks under the months at the head of a page are no header",
        (sheet(("NO", "INDIKATOR", "AKSI", "Jan", "Feb", "Mar", "Apr"), ("1", "Tim ada", "Menetapkan", "v", "", "", ""), page=1),
         sheet(("2", "Renja ada", "Menyusun", "v", "v", "v", "v"), ("3", "Media ada", "Memasang", "", "", "v", ""), page=2)),
        [(P, None, "1", "", "Tim ada"), (P, None, "2", "", "Renja ada"), (P, None, "3", "", "Media ada")],
    ),
    Case(
        "a table of as many columns, half of them headed otherwise, is another",
        (sheet(("NO", "INDIKATOR", "AKSI", "WAKTU"), ("1", "Tim ada", "Menetapkan", "Mei"), page=1),
         sheet(("NO", "INDIKATOR", "BATAS BAWAH", "BATAS ATAS"), ("1", "Survei", "3,6", "4"), page=2)),
        [(P, None, "1", "", "Tim ada")],
    ),
    Case("a team's table is none", (sheet(("No", "Nama", "Jabatan", "Tanda Tangan"), ("1", "A. Putra", "Ketua", "")),), []),
    Case("monitoring results are none", (sheet(("No", "Kegiatan", "Waktu", "Realisasi", "Kendala"), ("1", "Rapat", "Mei", "100%", "-")),), []),
    Case("an attendance list after the table stays out",
         (sheet(HEAD, TEAM, page=1), sheet(("No", "Nama", "Jabatan", "Instansi", "Tanda Tangan", "Keterangan"), ("1", "A", "B", "C", "", ""), page=2)),
         [(P, None, "1")]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rows(case: Case) -> None:
    check(case)


def test_extra_columns_stand_under_their_header() -> None:
    table = find_action_table(document(sheet((*HEAD, "PENANGGUNG JAWAB"), (*TEAM, "Sekretaris"))))
    assert table is not None
    assert table.rows[0].extra == {"penanggung jawab": "Sekretaris"}


def test_roles_without_a_header() -> None:
    rows = [
        ("1", "Tim Kerja", "Unit kerja telah membentuk tim untuk melakukan pembangunan Zona Integritas", "Menetapkan tim", "SK tim", "Mei 2031"),
        ("2", "", "Terdapat mekanisme atau media untuk mensosialisasikan pembangunan WBK/WBBM", "Memasang spanduk", "Foto spanduk", "Juni 2031"),
        ("3", "", "Sudah ditetapkan agen perubahan", "Menunjuk agen", "SK agen perubahan", "Juli 2031"),
        ("4", "", "SOP mengacu pada peta proses bisnis instansi", "Menyusun peta", "Dokumen peta", "Mei 2031"),
        ("5", "", "Kebijakan tentang keterbukaan informasi publik telah diterapkan", "Memuat informasi", "Laporan PPID", "Mei 2031"),
    ]  # fmt: skip
    table = find_action_table(document(sheet(*rows)))
    assert table is not None
    assert [c.role for c in table.columns] == ["number", "other", "indicator", "action", "evidence", "schedule"]
