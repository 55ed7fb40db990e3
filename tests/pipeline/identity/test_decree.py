"""Decree numbers and dates of made-up decrees."""

from __future__ import annotations

import pytest

from pipeline.chapters import find_chapters
from pipeline.identity import find_identity
from tests.pipeline.identity.documents import text_document

BODY = "\nBAB I\nPENDAHULUAN\n1.1 Latar Belakang\nLayanan yang bersih dituntut dari setiap unit kerja pemerintah.\n"

DECREES: list[tuple[str, str, str | None, str | None]] = [
    (
        "heading over several lines",
        "KEPUTUSAN\nKEPALA DINAS PERIKANAN\nKABUPATEN JEMBER\nNOMOR 188.45/017/35.09.325/2023\nTENTANG\nRENCANA KERJA ZONA INTEGRITAS\n"
        "Ditetapkan di Jember\npada tanggal 9 Januari 2023",
        "188.45/017/35.09.325/2023",
        "2023-01-09",
    ),
    (
        "a court's number",
        "SURAT KEPUTUSAN KETUA PENGADILAN NEGERI NGAWI\nNOMOR: W14-U29/123/OT.01.2/I/2022\nTENTANG\nRENCANA KERJA ZI\n"
        "Ditetapkan di : Ngawi\nPada tanggal : 4 Januari 2022",
        "W14-U29/123/OT.01.2/I/2022",
        "2022-01-04",
    ),
    (
        "a number with the word Tahun",
        "KEPUTUSAN KEPALA BADAN PUSAT STATISTIK KABUPATEN PACITAN\nNOMOR 5 TAHUN 2024\nTENTANG\nRENCANA AKSI ZONA INTEGRITAS\n"
        "Ditetapkan di Pacitan\npada tanggal 2 Januari 2024",
        "5 TAHUN 2024",
        "2024-01-02",
    ),
    (
        "misread digits of the date, blanks in the number",
        "KEPUTUSAN CAMAT TEMPEH\nNOMOR : 188 / 12 / 427.93 / 2021\nTENTANG RENCANA KERJA\nDitetapkan di Tempeh\n"
        "Pada tanggal : O3 Januarl 2O21",
        "188/12/427.93/2021",
        "2021-01-03",
    ),
    (
        "a stroke read as a seven, a speck behind",
        'KEPUTUSAN CAMAT TEMPEH\nNOMOR 800/241/406.3172016 "\nTENTANG\nRENCANA KERJA\nDitetapkan di Tempeh\nPada tanggal 4 Mei 2016',
        "800/241/406.31/2016",
        "2016-05-04",
    ),
    (
        "the day it is in force from stands alone on a line",
        "KEPUTUSAN CAMAT TEMPEH\nNOMOR 188/12/427.93/2021\nTENTANG\nRENCANA KERJA\n"
        "KETIGA Keputusan ini berlaku pada tanggal ditetapkan.\nDitetapkan di Tempeh\nPada tanggal 3 Mei 2021",
        "188/12/427.93/2021",
        "2021-05-03",
    ),
    (
        "number and date left blank",
        "KEPUTUSAN CAMAT TEMPEH\nNOMOR : ......................\nTENTANG\nRENCANA KERJA ZONA INTEGRITAS\nDitetapkan di Tempeh\n"
        "Pada tanggal : ..............",
        None,
        None,
    ),
    (
        "its annex says otherwise",
        "KEPUTUSAN LURAH MOJOSARI\nNOMOR 188/7/2022\nTENTANG\nRENCANA KERJA\nDitetapkan di Mojosari\npada tanggal 7 Maret 2022\n"
        "LAMPIRAN KEPUTUSAN LURAH MOJOSARI\nNOMOR : 188/9/2021\nTANGGAL : 9 Maret 2021",
        "188/7/2022",
        "2022-03-07",
    ),
    (
        "only the annex is there",
        "LAMPIRAN\nKEPUTUSAN KEPALA RUTAN KELAS IIB NGAWI\nNOMOR : W15.PAS.27-044.OT.02.02\nTANGGAL : 11 Januari 2023\nRENCANA KERJA TAHUN 2023",
        "W15.PAS.27-044.OT.02.02",
        "2023-01-11",
    ),
    (
        "only the annex is there, its number left blank",
        "LAMPIRAN\nKEPUTUSAN KEPALA RUTAN KELAS IIB NGAWI\nNOMOR : ............\nTANGGAL : 11 Januari 2023\nRENCANA KERJA TAHUN 2023",
        None,
        "2023-01-11",
    ),
    (
        "a date in the annex counts before that of a letter",
        "Ngawi, 20 Desember 2022\nLAMPIRAN\nKEPUTUSAN KEPALA RUTAN KELAS IIB NGAWI\nNOMOR : ............\nTANGGAL : 11 Januari 2023",
        None,
        "2023-01-11",
    ),
    (
        "only the annex is there, without a date",
        "LAMPIRAN\nKEPUTUSAN KEPALA RUTAN KELAS IIB NGAWI\nNOMOR : W15.PAS.27-044.OT.02.02\nRENCANA KERJA TAHUN 2023",
        "W15.PAS.27-044.OT.02.02",
        None,
    ),
    (
        "no decree, the plan is signed",
        "RENCANA KERJA ZONA INTEGRITAS\nTAHUN 2020\nLumajang, 06 Januari 2020\nCAMAT TEMPEH\nBAGUS SANTIKO, S.STP\nNIP. 198001012000121001",
        None,
        "2020-01-06",
    ),
    ("neither", "RENCANA KERJA ZONA INTEGRITAS\nTAHUN 2020", None, None),
    (
        "a regulation cited is no decree",
        "RENCANA KERJA\nTAHUN 2020\nMengingat : Keputusan Menteri Dalam Negeri Nomor 100 Tahun 2004 tentang Pedoman.",
        None,
        None,
    ),
]


@pytest.mark.parametrize(("front", "number", "date"), [d[1:] for d in DECREES], ids=[d[0] for d in DECREES])
def test_decree(front: str, number: str | None, date: str | None) -> None:
    document = text_document(front + BODY)
    decree = find_identity(document, find_chapters(document)).decree
    assert (decree.number, decree.date) == (number, date)


def test_an_annex_that_names_the_decree_in_a_table() -> None:
    document = text_document(
        "LAMPIRAN KEPUTUSAN CAMAT TEMPEH\n{table}\nNOMOR | : | 188/12/2021\nTANGGAL | : | 3 Februari 2021\n{end}\nRENCANA KERJA"
        + BODY
    )
    decree = find_identity(document, find_chapters(document)).decree
    assert (decree.number, decree.date) == ("188/12/2021", "2021-02-03")


def test_a_decree_in_a_signature_table() -> None:
    document = text_document(
        "KEPUTUSAN KEPALA DINAS SOSIAL\nNOMOR 5/1/2024\nTENTANG\nRENCANA KERJA\n{table}\n | Ditetapkan di Blitar\\n"
        "pada tanggal 8 Januari 2024\\nKEPALA DINAS SOSIAL\\nSRI HANDAYANI, S.E.\\nNIP. 196909091994032004\n{end}" + BODY
    )
    identity = find_identity(document, find_chapters(document))
    assert identity.decree.date == "2024-01-08"
    assert [s.nip for s in identity.signatories] == ["196909091994032004"]
