"""What a page break cuts is put together, and what begins on a new page begins there."""

from __future__ import annotations

import pytest

from pipeline.action_table import find_action_table
from tests.pipeline.action_table.cases import HEAD, MEDIA, PLAN, TEAM, Case, P, check
from tests.pipeline.action_table.sheets import document, moved, sheet

CUT = "Terdapat penetapan kinerja individu yang terkait dengan kinerja organisasi dan ukuran kinerja individu telah memiliki"
REST = "kesesuaian dengan indikator kinerja individu level diatasnya"
CASES = [
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
        "the next letter opens a row of its own after a page break",
        (
            sheet(HEAD, ("1", "", "a. Persentase penanganan pengaduan masyarakat", "Menghitung", "Rekap", "Mei"), page=1, full=(2, 3)),
            sheet(("", "Pengaduan", "b. jumlah yang harus ditindaklanjuti", "mendata aduan", "", ""), page=2),
        ),
        [(P, None, "1", "Pengaduan", "Persentase penanganan pengaduan masyarakat"),
         (P, None, "1", "Pengaduan", "jumlah yang harus ditindaklanjuti")],
    ),
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
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rows(case: Case) -> None:
    check(case)


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


def test_rows_know_their_places_on_both_pages() -> None:
    blocks = (sheet(HEAD, TEAM, page=1, full=(3,)), sheet(HEAD, ("", "", "", "dan membagi tugasnya", "", ""), page=2))
    table = find_action_table(document(*blocks))
    assert table is not None
    assert [p.page for p in table.rows[0].where] == [1, 2]
    assert [p.page for p in table.rows[0].cells["action"].where] == [1, 2]
