"""From table blocks to rows, one named case a habit of the plans."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from extractors.document import Block
from pipeline.action_table import find_action_table
from tests.pipeline.action_table.sheets import document, moved, prose, sheet

HEAD = ("NO", "KOMPONEN", "INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG", "TARGET WAKTU")
HEAD_5 = ("NO", "INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG", "TARGET WAKTU")
NUMBERS = ("1", "2", "3", "4", "5", "6")
AREA_1 = ("I", "MANAJEMEN PERUBAHAN", "", "", "", "")
AREA_2 = ("II", "PENATAAN TATALAKSANA", "", "", "", "")
TEAM = ("1", "Tim Kerja", "Tim telah dibentuk", "Menetapkan SK tim", "SK tim", "Mei 2031")
PLAN = ("2", "Rencana Kerja", "Renja telah disusun", "Menyusun renja", "Dokumen renja", "Juni 2031")
MEDIA = ("", "", "Ada media sosialisasi", "Memasang spanduk", "Foto spanduk", "Juli 2031")


@dataclass(frozen=True)
class Case:
    name: str
    blocks: tuple[Block, ...]
    rows: list[tuple[object, ...]]
    """(part, area, number, component, indicator) of each row, shorter where the rest does not matter."""
    texts: dict[str, list[str]] = field(default_factory=dict)


def told(blocks: tuple[Block, ...], width: int = 5) -> list[tuple[object, ...]]:
    table = find_action_table(document(*blocks))
    rows = table.rows if table else ()
    return [(r.part, r.area, r.number, r.component, r.indicator)[:width] for r in rows]


CUT = "Terdapat penetapan kinerja individu yang terkait dengan kinerja organisasi dan ukuran kinerja individu telah memiliki"
REST = "kesesuaian dengan indikator kinerja individu level diatasnya"
P = "pemenuhan"
FOUR_HEADS = [("NO", "EK N5q", "AKSI", "x « z"), ("NO", "INDIKATOR", "AKSI", "WAKTU"), ("N5q", "INDIKATOR", "« z k", "WAKTU")]
CASES = [
    Case("plain", (sheet(HEAD, TEAM, PLAN),), [(P, None, "1", "Tim Kerja", "Tim telah dibentuk"), (P, None, "2", "Rencana Kerja")]),
    Case(
        "area rows, column numbers and an inherited component",
        (sheet(HEAD, NUMBERS, AREA_1, PLAN, MEDIA),),
        [(P, 1, "2", "Rencana Kerja", "Renja telah disusun"), (P, 1, "2", "Rencana Kerja", "Ada media sosialisasi")],
    ),
    Case(
        "a stamp's letters beside an area's title are no row",
        (sheet(HEAD, AREA_1, TEAM, ("II", "PENATAAN TATALAKSANA", "", "", "X", "YA"), PLAN),),
        [(P, 1, "1"), (P, 2, "2")],
    ),
    Case(
        "the rest of a cut indicator may be an area's name",
        (
            sheet(HEAD, ("1", "Peningkatan Kapasitas", "Unit kerja melatih yang menangani", "Mengadakan", "", ""), page=1),
            sheet(("", "", "akuntabilitas kinerja", "", "", ""), PLAN, page=2),
        ),
        [
            (P, None, "1", "Peningkatan Kapasitas", "Unit kerja melatih yang menangani akuntabilitas kinerja"),
            (P, None, "2", "Rencana Kerja", "Renja telah disusun"),
        ],
    ),
    Case(
        "area as one merged line",
        (sheet(HEAD, ("A. Penguatan Pengawasan", "<", "<", "<", "<", "<"), TEAM),),
        [(P, 5, "1", "Tim Kerja")],
    ),
    Case(
        "parts start the areas anew",
        (sheet(HEAD, ("A", "PEMENUHAN", "", "", "", ""), AREA_1, TEAM, ("B", "REFORM", "", "", "", ""), AREA_2, PLAN),),
        [(P, 1, "1"), ("reform", 2, "2")],
    ),
    Case(
        "component as a full-width line",
        (sheet(("NO", "INDIKATOR", "KEGIATAN", "EVIDEN", "WAKTU"), ("1. Pola Mutasi Internal", "<", "<", "<", "<"),
               ("", "Mutasi telah dilakukan", "Menyusun pola", "SK pola", "Mei")),),
        [(P, None, "1", "Pola Mutasi Internal", "Mutasi telah dilakukan")],
    ),
    Case(
        "a component's title that sounds like an area's",
        (sheet(HEAD, ("IV", "PENGUATAN AKUNTABILITAS", "", "", "", ""), ("Pengelolaan Akuntabilitas Kinerja", "<", "<", "<", "<", "<"),
               ("1", "", "IKU telah ada", "Menyusun IKU", "SK IKU", "Mei")),),
        [(P, 4, "1", "Pengelolaan Akuntabilitas Kinerja", "IKU telah ada")],
    ),
    Case(
        "several actions under one merged indicator",
        (sheet(HEAD, TEAM, ("^", "^", "^", "Membagi tugas", "Uraian tugas", "^")),),
        [(P, None, "1", "Tim Kerja", "Tim telah dibentuk")],
        {"action": ["Menetapkan SK tim\nMembagi tugas"], "evidence": ["SK tim\nUraian tugas"], "schedule": ["Mei 2031"]},
    ),
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
        "the next letter opens a row of its own after a page break",
        (
            sheet(HEAD, ("1", "", "a. Persentase penanganan pengaduan masyarakat", "Menghitung", "Rekap", "Mei"), page=1, full=(2, 3)),
            sheet(("", "Pengaduan", "b. jumlah yang harus ditindaklanjuti", "mendata aduan", "", ""), page=2),
        ),
        [(P, None, "1", "Pengaduan", "Persentase penanganan pengaduan masyarakat"),
         (P, None, "1", "Pengaduan", "jumlah yang harus ditindaklanjuti")],
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
    Case("the letter before an indicator is not part of it", (sheet(HEAD, ("1", "Tim", "a. Tim ada", "Menetapkan", "SK", "Mei")),),
         [(P, None, "1", "Tim", "Tim ada")]),
    Case("a dash is a dash", (sheet(HEAD, ("1", "Tim", "Tim ada", "Menetapkan", "SK", "-")),), [(P,)], {"schedule": ["-"]}),
    Case("an indicator left blank", (sheet(HEAD, TEAM, ("2", "E-Office", "", "Memakai grup WA", "Foto", "Mei")),),
         [(P, None, "1"), (P, None, "2", "E-Office", "")]),
    Case(
        "a new page without header goes on",
        (sheet(HEAD, TEAM, page=1), sheet(PLAN, MEDIA, page=2)),
        [(P, None, "1"), (P, None, "2"), (P, None, "2", "Rencana Kerja", "Ada media sosialisasi")],
    ),
    Case(
        "a row cut by the page break",
        (sheet(HEAD, TEAM, ("2", "Pemantauan", "Telah dilakukan monitoring dan evaluasi pelaksanaan kebijakan", "Menyusun laporan", "Laporan", "Mei"),
               page=1, full=(2,)),
         sheet(HEAD, ("", "", "keterbukaan informasi publik", "", "", ""), ("3", "Pola", "Mutasi ada", "Menyusun", "SK", "Mei"), page=2)),
        [(P, None, "1"), (P, None, "2", "Pemantauan", "Telah dilakukan monitoring dan evaluasi pelaksanaan kebijakan keterbukaan informasi publik"),
         (P, None, "3")],
    ),
    Case(
        "a row cut by the page break with room left under it, where all rows have numbers",
        (sheet(HEAD, TEAM, PLAN, ("3", "Pola", "Mutasi ada", "Menyusun", "SK", "Mei"),
               ("4", "Kinerja", CUT, "Menyusun perjanjian", "Notula", "Juni"), page=1, full=(3,)),
         sheet(HEAD, ("", "", REST, "", "", ""),
               ("5", "Disiplin", "Aturan disiplin ada", "Menegur", "Surat", "Juli"), page=2)),
        [(P, None, "1"), (P, None, "2"), (P, None, "3"),
         (P, None, "4", "Kinerja", f"{CUT} {REST}"),
         (P, None, "5")],
    ),
    Case(
        "a component's name cut between two of its rows",
        (sheet(HEAD, TEAM, ("2", "Penilaian Kepuasan", "Telah dilakukan survei kepuasan masyarakat terhadap pelayanan", "Menyebar kuesioner", "Laporan", "Mei"),
               page=1, full=(1, 2, 3)),
         sheet(HEAD, ("", "terhadap Pelayanan", "Hasil survei kepuasan masyarakat dapat diakses secara terbuka", "Memajang nilai", "Foto", "Juni"), page=2)),
        [(P, None, "1"), (P, None, "2", "Penilaian Kepuasan terhadap Pelayanan", "Telah dilakukan survei kepuasan masyarakat terhadap pelayanan"),
         (P, None, "2", "Penilaian Kepuasan terhadap Pelayanan", "Hasil survei kepuasan masyarakat dapat diakses secara terbuka")],
    ),
    Case(
        "an action cut by the page break",
        (sheet(HEAD, TEAM, page=1, full=(3,)), sheet(HEAD, ("", "", "", "dan membagi tugasnya", "", ""), PLAN, page=2)),
        [(P, None, "1", "Tim Kerja", "Tim telah dibentuk"), (P, None, "2")],
        {"action": ["Menetapkan SK tim dan membagi tugasnya", "Menyusun renja"]},
    ),
    Case(
        "a lower-case indicator on a new page is a row of its own",
        (sheet(HEAD, TEAM, page=1), sheet(HEAD, ("", "", "terdapat inovasi pelayanan", "Meluncurkan layanan", "Foto", "Mei"), page=2)),
        [(P, None, "1"), (P, None, "1", "Tim Kerja", "terdapat inovasi pelayanan")],
    ),
    Case(
        "an area's title cut by the page break",
        (sheet(HEAD, TEAM, ("II", "PENATAAN", "", "", "", ""), page=1), sheet(HEAD, ("", "TATALAKSANA", "", "", "", ""), PLAN, page=2)),
        [(P, None, "1"), (P, 2, "2")],
    ),
    Case(
        "a number that a narrow column broke",
        (sheet(HEAD, ("1 0", *TEAM[1:]), ("I V", *PLAN[1:])),),
        [(P, None, "10"), (P, None, "IV")],
    ),
    Case(
        "a component's number alone at the foot of a page",
        (sheet(HEAD, TEAM, ("2", "", "", "Menyusun renja", "Dokumen", ""), page=1, full=(3,)),
         sheet(HEAD, ("", "Rencana Kerja", "Renja telah disusun", "dan mengesahkannya", "", "Juni"), page=2)),
        [(P, None, "1"), (P, None, "2", "Rencana Kerja", "Renja telah disusun")],
    ),
    Case(
        "an indicator that had no room at the foot of a page has its steps there",
        (sheet(HEAD, TEAM, ("", "", "", "Menyusun tata cara seleksi", "Tata cara", ""), page=1, full=(3,)),
         sheet(HEAD, ("", "", "Penentuan anggota tim dipilih melalui prosedur yang jelas", "anggota tim", "", "Juli 2031"), PLAN, page=2)),
        [(P, None, "1"), (P, None, "1", "Tim Kerja", "Penentuan anggota tim dipilih melalui prosedur yang jelas"), (P, None, "2")],
        {"action": ["Menetapkan SK tim", "Menyusun tata cara seleksi anggota tim", "Menyusun renja"], "evidence": ["SK tim", "Tata cara", "Dokumen renja"]},
    ),
    Case(
        "a row whose number and indicator had no room at the foot of a page, and whose time stands there",
        (sheet(HEAD, TEAM, ("", "", "", "Menyusun tata cara seleksi", "Tata cara", "Juli 2031"), page=1),
         sheet(HEAD, ("2", "Seleksi", "Anggota tim dipilih melalui prosedur yang jelas", "Menyeleksi anggota", "", ""), PLAN, page=2)),
        [(P, None, "1", "Tim Kerja", "Tim telah dibentuk"), (P, None, "2", "Seleksi", "Anggota tim dipilih melalui prosedur yang jelas"), (P,)],
        {"schedule": ["Mei 2031", "Juli 2031", "Juni 2031"]},
    ),
    Case(
        "a sentence broken off before its last words goes on, though each half sounds like an indicator",
        (sheet(HEAD, ("1", "Gratifikasi", "Telah dilakukan public campaign tentang pengendalian gratifikasi dan", "Memasang banner", "Foto", "Mei"), page=1),
         sheet(HEAD, ("", "", "pengendalian gratifikasi telah diimplementasikan", "Membentuk unit", "", ""), PLAN, page=2)),
        [(P, None, "1", "Gratifikasi",
          "Telah dilakukan public campaign tentang pengendalian gratifikasi dan pengendalian gratifikasi telah diimplementasikan"), (P, None, "2")],
    ),
    Case(
        "a line that begins with a joining word goes on",
        (sheet(HEAD, ("1", "Kinerja", "Terdapat penetapan kinerja individu yang terkait dengan kinerja organisasi", "Menurunkan", "SKP", "Mei"), page=1),
         sheet(HEAD, ("", "", "dan ukuran kinerja individu telah memiliki kesesuaian", "Menyelaraskan", "", ""), PLAN, page=2)),
        [(P, None, "1", "Kinerja", "Terdapat penetapan kinerja individu yang terkait dengan kinerja organisasi dan ukuran kinerja individu telah memiliki kesesuaian"),
         (P, None, "2")],
    ),
    Case(
        "a list broken off behind the number of its next item goes on",
        (sheet(HEAD, ("1", "Inovasi", "Layanan telah dipermudah: 1. Lebih cepat 2. Lebih pendek 3", "Memangkas tahapan", "Alur", "Mei"), page=1),
         sheet(HEAD, ("", "", "Terintegrasi dengan aplikasi", "", "", ""), PLAN, page=2)),
        [(P, None, "1", "Inovasi", "Layanan telah dipermudah: 1. Lebih cepat 2. Lebih pendek 3 Terintegrasi dengan aplikasi"), (P, None, "2")],
    ),
    Case(
        "a step at the foot of a page stays with its indicator where the next page begins a whole row",
        (sheet(HEAD, TEAM, ("", "", "", "Membagi tugas", "Uraian tugas", ""), page=1, full=(3,)), sheet(HEAD, MEDIA, PLAN, page=2)),
        [(P, None, "1"), (P, None, "1", "Tim Kerja", "Ada media sosialisasi"), (P, None, "2")],
        {"action": ["Menetapkan SK tim\nMembagi tugas", "Memasang spanduk", "Menyusun renja"]},
    ),
    Case(
        "a step at the foot of a page stays with its indicator where indicators stand above their steps",
        (sheet(HEAD, ("1", "Tim Kerja", "Tim telah dibentuk", "", "", ""), ("", "", "", "Menetapkan SK tim", "SK tim", "Mei"), page=1, full=(3,)),
         sheet(HEAD, ("", "", "Ada media sosialisasi", "", "", ""), ("", "", "", "Memasang spanduk", "Foto", "Juni"), page=2)),
        [(P, None, "1", "Tim Kerja", "Tim telah dibentuk"), (P, None, "1", "Tim Kerja", "Ada media sosialisasi")],
        {"action": ["Menetapkan SK tim", "Memasang spanduk"]},
    ),
    Case(
        "a number alone at the foot of a page, in a table without components",
        (sheet(("NO", "INDIKATOR", "AKSI", "WAKTU"), ("1", "Tim ada", "Menetapkan", "Mei"), ("2", "", "", ""), page=1),
         sheet(("NO", "INDIKATOR", "AKSI", "WAKTU"), ("", "Renja ada", "Menyusun", "Juni"), page=2)),
        [(P, None, "1", "", "Tim ada"), (P, None, "2", "", "Renja ada")],
    ),
    Case("a table for each area, named in the prose above",
         (prose("A. MANAJEMEN PERUBAHAN"), sheet(HEAD, TEAM), prose("B. PENATAAN TATALAKSANA"), sheet(HEAD, PLAN)),
         [(P, 1, "1"), (P, 2, "2")]),
    Case("a table for each component, named in the prose above, below its part and area",
         (prose("A. PEMENUHAN"), prose("I. MANAJEMEN PERUBAHAN"), prose("1. Penyusunan Tim Kerja"), sheet(HEAD_5, ("1", *TEAM[2:]), ("2", *MEDIA[2:])),
          prose("2. Perubahan Pola Pikir dan Budaya Kerja"), sheet(HEAD_5, ("1", *PLAN[2:])),
          prose("B. REFORM"), prose("I. MANAJEMEN PERUBAHAN"), prose("1. Komitmen dalam Perubahan"), sheet(HEAD_5, ("1", *PLAN[2:]))),
         [(P, 1, "1", "Penyusunan Tim Kerja", "Tim telah dibentuk"), (P, 1, "2", "Penyusunan Tim Kerja"),
          (P, 1, "1", "Perubahan Pola Pikir dan Budaya Kerja"), ("reform", 1, "1", "Komitmen dalam Perubahan")]),
    Case("a component named in the prose above a table that has a column for it",
         (prose("Rencana Pembangunan Zona Integritas"), sheet(HEAD, TEAM)), [(P, None, "1", "Tim Kerja")]),
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


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_rows(case: Case) -> None:
    widths = [len(r) for r in case.rows]
    found = told(case.blocks)
    assert len(found) == len(case.rows), found
    assert [row[:width] for row, width in zip(found, widths, strict=True)] == case.rows
    table = find_action_table(document(*case.blocks))
    for name, texts in case.texts.items():
        assert table is not None
        assert [getattr(r, name) for r in table.rows] == texts


def test_a_photographed_page_that_lies_beside_the_others_goes_on_with_their_columns() -> None:
    first, second = sheet(HEAD, TEAM, page=1), sheet(PLAN, MEDIA, page=2)
    (row, *others) = find_action_table(document(first, moved(second, 20, 1.01))).rows[1:]  # type: ignore[union-attr]
    assert (row.number, row.component, row.indicator, row.schedule) == ("2", "Rencana Kerja", "Renja telah disusun", "Juni 2031")
    assert [(r.component, r.indicator) for r in others] == [("Rencana Kerja", "Ada media sosialisasi")]


def test_the_second_of_two_pages_on_one_scan_goes_on_with_the_columns_of_the_first() -> None:
    first, second = sheet(HEAD, TEAM, page=1), sheet(PLAN, MEDIA, page=1)
    (row, *others) = find_action_table(document(first, moved(second, 842, 1.0))).rows[1:]  # type: ignore[union-attr]
    assert (row.number, row.component, row.indicator, row.schedule) == ("2", "Rencana Kerja", "Renja telah disusun", "Juni 2031")
    assert [(r.component, r.indicator) for r in others] == [("Rencana Kerja", "Ada media sosialisasi")]


def test_extra_columns_stand_under_their_header() -> None:
    table = find_action_table(document(sheet((*HEAD, "PENANGGUNG JAWAB"), (*TEAM, "Sekretaris"))))
    assert table is not None
    assert table.rows[0].extra == {"penanggung jawab": "Sekretaris"}


def test_headings_remember_what_they_said() -> None:
    table = find_action_table(document(sheet(HEAD, NUMBERS, AREA_1, TEAM)))
    assert table is not None
    assert [(h.kind, h.label, h.text, h.before_row) for h in table.headings] == [
        ("column_numbers", "", "1 2 3 4 5 6", 0),
        ("area", "I", "MANAJEMEN PERUBAHAN", 0),
    ]


def test_rows_know_their_places_on_both_pages() -> None:
    blocks = (sheet(HEAD, TEAM, page=1, full=(3,)), sheet(HEAD, ("", "", "", "dan membagi tugasnya", "", ""), page=2))
    table = find_action_table(document(*blocks))
    assert table is not None
    assert [p.page for p in table.rows[0].where] == [1, 2]
    assert [p.page for p in table.rows[0].cells["action"].where] == [1, 2]


def test_equal_rows_have_different_ids() -> None:
    table = find_action_table(document(sheet(HEAD, TEAM, TEAM)))
    assert table is not None
    assert len({r.id for r in table.rows}) == 2


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
