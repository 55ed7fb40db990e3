"""Who a plan is of, over the kinds of offices that write such plans. All offices' plans here are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.chapters import find_chapters
from pipeline.gazetteer import Region, regions
from pipeline.identity import find_identity
from pipeline.identity.agency_names import find_mentions
from tests.pipeline.identity.documents import text_document

BODY = "\nBAB I\nPENDAHULUAN\n1.1 Latar Belakang\nReformasi birokrasi menuntut layanan yang bersih di setiap unit.\n"

COVERS = [
    (
        "a dinas below its government",
        "PEMERINTAH KABUPATEN JEMBER\nDINAS PERIKANAN\nRENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS\nTAHUN 2023",
        "Dinas Perikanan Kabupaten Jember",
        "Kabupaten Jember",
    ),
    (
        "a name over three lines",
        "DOKUMEN RENCANA KERJA\nDINAS PEMBERDAYAAN PEREMPUAN, PERLINDUNGAN ANAK,\nPENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA\n"
        "KOTA MADIUN\nTAHUN 2022",
        "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana Kota Madiun",
        "Kota Madiun",
    ),
    (
        "joined fields without commas",
        "RENCANA AKSI ZONA INTEGRITAS\nDINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU\nKABUPATEN BANYUWANGI\nTAHUN 2024",
        "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten Banyuwangi",
        "Kabupaten Banyuwangi",
    ),
    (
        "a province's badan",
        "PEMERINTAH PROVINSI JAWA TENGAH\nBADAN PENGELOLA PENDAPATAN DAERAH\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2024",
        "Badan Pengelola Pendapatan Daerah Provinsi Jawa Tengah",
        "Provinsi Jawa Tengah",
    ),
    (
        "a kecamatan",
        "RENCANA KERJA ZI\nKECAMATAN KALIWATES\nKABUPATEN JEMBER\nTAHUN 2021",
        "Kecamatan Kaliwates Kabupaten Jember",
        "Kabupaten Jember",
    ),
    (
        "an office without a name of its own, in one line with its government",
        "PEMERINTAH KABUPATEN BANYUASIN SEKRETARIAT DAERAH\nRENCANA KERJA ZONA INTEGRITAS\nTAHUN 2024",
        "Sekretariat Daerah Kabupaten Banyuasin",
        "Kabupaten Banyuasin",
    ),
    (
        "an office without a name of its own, below its government",
        "PEMERINTAH KOTA PROBOLINGGO\nSATUAN POLISI PAMONG PRAJA\nRENCANA AKSI TAHUN 2024",
        "Satuan Polisi Pamong Praja Kota Probolinggo",
        "Kota Probolinggo",
    ),
    (
        "a bagian of such an office",
        "PEMERINTAH KABUPATEN LAHAT SEKRETARIAT DAERAH BAGIAN ORGANISASI\nRENCANA KERJA ZONA INTEGRITAS",
        "Bagian Organisasi Sekretariat Daerah Kabupaten Lahat",
        "Kabupaten Lahat",
    ),
    (
        "a school in a place called so and so Kota",
        "PEMERINTAH PROVINSI RIAU\nDINAS PENDIDIKAN\nSMA NEGERI 1 BANGKINANG KOTA\nRENCANA KERJA ZONA INTEGRITAS\nTAHUN 2024",
        "SMA Negeri 1 Bangkinang Kota",
        "Provinsi Riau",
    ),
    (
        "a letterhead of the police",
        "KEPOLISIAN NEGARA REPUBLIK INDONESIA\nDAERAH JAWA TENGAH\nRESOR BANJARNEGARA\nRENCANA KERJA TAHUN 2024",
        "Kepolisian Resor Banjarnegara",
        "Kabupaten Banjarnegara",
    ),
    (
        "a kecamatan called Kota",
        "RENCANA KERJA ZONA INTEGRITAS\nKECAMATAN KOTA KABUPATEN KUDUS\nTAHUN 2021",
        "Kecamatan Kota Kabupaten Kudus",
        "Kabupaten Kudus",
    ),
    (
        "short forms of kecamatan's region",
        "RENCANA KERJA ZONA INTEGRITAS\nOPD KECAMATAN TEMPEH KAB. LUMAJANG\nTAHUN 2020",
        "Kecamatan Tempeh Kabupaten Lumajang",
        "Kabupaten Lumajang",
    ),
    (
        "a first-instance court with its class",
        "MAHKAMAH AGUNG REPUBLIK INDONESIA\nDIREKTORAT JENDERAL BADAN PERADILAN UMUM\nPENGADILAN TINGGI SURABAYA\n"
        "PENGADILAN NEGERI SURABAYA KELAS IA KHUSUS\nJalan Arjuno Nomor 16-18 Surabaya\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2023",
        "Pengadilan Negeri Surabaya Kelas IA Khusus",
        "Kota Surabaya",
    ),
    (
        "a religious court, class in two words",
        "PENGADILAN AGAMA KABUPATEN MALANG\nKELAS I A\nRENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS\nTAHUN 2022",
        "Pengadilan Agama Kabupaten Malang",
        "Kabupaten Malang",
    ),
    (
        "a court of a name that a kabupaten and a kota share",
        "PENGADILAN NEGERI MALANG KELAS IA\nRENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS\nTAHUN 2022",
        "Pengadilan Negeri Malang Kelas IA",
        "Kota Malang",
    ),
    (
        "a prison",
        "KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA REPUBLIK INDONESIA\nKANTOR WILAYAH JAWA TIMUR\n"
        "LEMBAGA PEMASYARAKATAN KELAS IIB BANYUWANGI\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2021",
        "Lembaga Pemasyarakatan Kelas IIB Banyuwangi",
        "Kabupaten Banyuwangi",
    ),
    (
        "a detention house",
        "RENCANA KERJA\nPEMBANGUNAN ZONA INTEGRITAS\nRUMAH TAHANAN NEGARA KELAS IIB TRENGGALEK\nTAHUN 2023",
        "Rumah Tahanan Negara Kelas IIB Trenggalek",
        "Kabupaten Trenggalek",
    ),
    (
        "an immigration office",
        "KANTOR IMIGRASI KELAS I TPI TANJUNG PERAK\nRENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS\nTAHUN 2023",
        "Kantor Imigrasi Kelas I TPI Tanjung Perak",
        None,
    ),
    (
        "a region's hospital with a doctor's name",
        "PEMERINTAH KABUPATEN LUMAJANG\nRSUD dr. HARYOTO\nRENCANA KERJA ZONA INTEGRITAS\nTAHUN 2022",
        "RSUD dr. Haryoto Kabupaten Lumajang",
        "Kabupaten Lumajang",
    ),
    (
        "a puskesmas below its dinas",
        "PEMERINTAH KABUPATEN JEMBER\nDINAS KESEHATAN\nUPTD PUSKESMAS SUMBERSARI\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2024",
        "UPTD Puskesmas Sumbersari Kabupaten Jember",
        "Kabupaten Jember",
    ),
    (
        "a secondary school",
        "PEMERINTAH PROVINSI JAWA TIMUR\nDINAS PENDIDIKAN\nSMA NEGERI 2 JEMBER\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2024",
        "SMA Negeri 2 Jember",
        "Kabupaten Jember",
    ),
    (
        "a madrasah",
        "KEMENTERIAN AGAMA REPUBLIK INDONESIA\nMADRASAH TSANAWIYAH NEGERI 5 NGANJUK\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2023",
        "Madrasah Tsanawiyah Negeri 5 Nganjuk",
        "Kabupaten Nganjuk",
    ),
    (
        "statistics",
        "BADAN PUSAT STATISTIK\nKABUPATEN PACITAN\nRENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS 2024",
        "Badan Pusat Statistik Kabupaten Pacitan",
        "Kabupaten Pacitan",
    ),
    (
        "a treasury office",
        "KEMENTERIAN KEUANGAN REPUBLIK INDONESIA\nDIREKTORAT JENDERAL PERBENDAHARAAN\n"
        "KANTOR PELAYANAN PERBENDAHARAAN NEGARA BONDOWOSO\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2022",
        "Kantor Pelayanan Perbendaharaan Negara Bondowoso",
        "Kabupaten Bondowoso",
    ),
    (
        "police",
        "KEPOLISIAN NEGARA REPUBLIK INDONESIA\nDAERAH JAWA TIMUR\nKEPOLISIAN RESOR PONOROGO\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2022",
        "Kepolisian Resor Ponorogo",
        "Kabupaten Ponorogo",
    ),
    (
        "a prosecutor's office",
        "KEJAKSAAN TINGGI JAWA TIMUR\nKEJAKSAAN NEGERI TUBAN\nRENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS TAHUN 2022",
        "Kejaksaan Negeri Tuban",
        "Kabupaten Tuban",
    ),
    (
        "a faculty of a university",
        "UNIVERSITAS NEGERI MALANG\nFAKULTAS SASTRA\nRENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS TAHUN 2022",
        "Fakultas Sastra Universitas Negeri Malang",
        "Kota Malang",
    ),
    (
        "a land office",
        "KEMENTERIAN AGRARIA DAN TATA RUANG/BADAN PERTANAHAN NASIONAL\nKANTOR PERTANAHAN KABUPATEN NGAWI\nRENCANA AKSI ZI TAHUN 2023",
        "Kantor Pertanahan Kabupaten Ngawi",
        "Kabupaten Ngawi",
    ),
    (
        "an inspectorate",
        "PEMERINTAH KOTA BLITAR\nINSPEKTORAT\nRENCANA KERJA ZONA INTEGRITAS\nINSPEKTORAT KOTA BLITAR\nTAHUN 2024",
        "Inspektorat Kota Blitar",
        "Kota Blitar",
    ),
    (
        "a kelurahan",
        "PEMERINTAH KOTA PROBOLINGGO\nKECAMATAN KANIGARAN\nKELURAHAN CURAHGRINTING\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2024",
        "Kelurahan Curahgrinting Kota Probolinggo",
        "Kota Probolinggo",
    ),
    (
        "a signer's name right below his office",
        "RENCANA KERJA ZONA INTEGRITAS TAHUN 2024\nPEMERINTAH KABUPATEN JEMBER\nKEPALA DINAS PERIKANAN\nHERU PRAKOSO\n"
        "NIP. 197104121998031004",
        "Dinas Perikanan Kabupaten Jember",
        "Kabupaten Jember",
    ),
    (
        "a letterhead beside its emblem, with an address",
        "{table}\n | PEMERINTAH KABUPATEN TUBAN\\nDINAS PETERNAKAN\\nJalan Merdeka 5, Kelurahan Sendangharjo, Kecamatan Tuban\n{end}\n"
        "RENCANA KERJA ZONA INTEGRITAS TAHUN 2024",
        "Dinas Peternakan Kabupaten Tuban",
        "Kabupaten Tuban",
    ),
    (
        "a regional office of a ministry",
        "KANTOR WILAYAH KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA\nPROVINSI JAWA TENGAH\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2024",
        "Kantor Wilayah Kementerian Hukum dan Hak Asasi Manusia Provinsi Jawa Tengah",
        "Provinsi Jawa Tengah",
    ),
    (
        "an office with its seat",
        "BADAN PENGAWAS OBAT DAN MAKANAN\nBALAI BESAR PENGAWAS OBAT DAN MAKANAN DI SURABAYA\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2024",
        "Balai Besar Pengawas Obat dan Makanan di Surabaya",
        "Kota Surabaya",
    ),
    (
        "a unit inside a unit",
        "PEMERINTAH PROVINSI JAWA TIMUR\nDINAS TENAGA KERJA\nUPT BALAI LATIHAN KERJA JEMBER\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2024",
        "UPT Balai Latihan Kerja Jember",
        "Kabupaten Jember",
    ),
    (
        "a bagian of a sekretariat",
        "BAGIAN ORGANISASI SEKRETARIAT DAERAH\nKABUPATEN TUBAN\nRENCANA KERJA ZONA INTEGRITAS TAHUN 2024",
        "Bagian Organisasi Sekretariat Daerah Kabupaten Tuban",
        "Kabupaten Tuban",
    ),
    (
        "a province by its short name",
        "PEMERINTAH PROVINSI DKI JAKARTA\nSATUAN POLISI PAMONG PRAJA\nRENCANA KERJA ZONA INTEGRITAS\nSATUAN POLISI PAMONG PRAJA\n"
        "PROVINSI DKI JAKARTA\nTAHUN 2022",
        "Satuan Polisi Pamong Praja Provinsi DKI Jakarta",
        "Provinsi DKI Jakarta",
    ),
    (
        "a region the gazetteer does not know",
        "RENCANA KERJA ZONA INTEGRITAS\nDINAS KEBERSIHAN\nKABUPATEN RAWA TIRTA\nTAHUN 2024",
        "Dinas Kebersihan Kabupaten Rawa Tirta",
        "Kabupaten Rawa Tirta",
    ),
    (
        "a region the gazetteer does not know, but for two letters",
        "RENCANA KERJA ZONA INTEGRITAS\nDINAS SOSIAL\nKABUPATEN BANYUASRI\nTAHUN 2024",
        "Dinas Sosial Kabupaten Banyuasri",
        "Kabupaten Banyuasri",
    ),
    (
        "a region that begins like a known one",
        "RENCANA KERJA ZONA INTEGRITAS\nDINAS SOSIAL KABUPATEN LINGGA UTARA\nTAHUN 2024",
        "Dinas Sosial Kabupaten Lingga Utara",
        "Kabupaten Lingga Utara",
    ),
    (
        "a kota that begins like a known one, its government above",
        "PEMERINTAH KOTA BATU LAWANG\nDINAS PERTANIAN\nRENCANA KERJA ZONA INTEGRITAS\nTAHUN 2024",
        "Dinas Pertanian Kota Batu Lawang",
        "Kota Batu Lawang",
    ),
    (
        "an office on one line with its government",
        "PEMERINTAH KABUPATEN GRESIK RSUD SUMBER WARAS\nRENCANA KERJA ZONA INTEGRITAS\nTAHUN 2024",
        "RSUD Sumber Waras Kabupaten Gresik",
        "Kabupaten Gresik",
    ),
    (
        "any word on one line with the region",
        "DINAS SOSIAL KABUPATEN JEMBER EDISI 2024\nRENCANA KERJA ZONA INTEGRITAS",
        "Dinas Sosial Kabupaten Jember",
        "Kabupaten Jember",
    ),
    (
        "a province after the region without its kind",
        "RENCANA KERJA ZONA INTEGRITAS\nDINAS SOSIAL KABUPATEN JEMBER JAWA TIMUR\nTAHUN 2024",
        "Dinas Sosial Kabupaten Jember",
        "Kabupaten Jember",
    ),
    (
        "a period after the region",
        "RENCANA KERJA ZONA INTEGRITAS\nDINAS SOSIAL KABUPATEN JEMBER PERIODE 2024",
        "Dinas Sosial Kabupaten Jember",
        "Kabupaten Jember",
    ),
    (
        "a court at a place that begins like a kota",
        "PENGADILAN AGAMA BATU LAWANG\nRENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS\nTAHUN 2024",
        "Pengadilan Agama Batu Lawang",
        None,
    ),
    (
        "a court at the seat of a region the gazetteer does not know",
        "PENGADILAN AGAMA BATU LAWANG\nRENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS\nKABUPATEN BATU LAWANG\nTAHUN 2024",
        "Pengadilan Agama Batu Lawang",
        "Kabupaten Batu Lawang",
    ),
    (
        "an office of one side of a kota",
        "KANTOR PELAYANAN PAJAK PRATAMA SEMARANG TIMUR\nRENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS\nTAHUN 2024",
        "Kantor Pelayanan Pajak Pratama Semarang Timur",
        "Kota Semarang",
    ),
    (
        "a misread region, its last letter a digit",
        "RENCANA KERJA ZONA INTEGRITAS\nDINAS SOSIAL\nKABUPATEN BANYUWANG1\nTAHUN 2024",
        "Dinas Sosial Kabupaten Banyuwangi",
        "Kabupaten Banyuwangi",
    ),
    (
        "a misread region",
        "RENCANA KERJA ZONA INTEGRITAS\nDINAS SOSIAL\nKABUPATEN BANYUWANGl\nTAHUN 2024",
        "Dinas Sosial Kabupaten Banyuwangi",
        "Kabupaten Banyuwangi",
    ),
]


@pytest.mark.parametrize(("cover", "agency", "region"), [c[1:] for c in COVERS], ids=[c[0] for c in COVERS])
def test_cover(cover: str, agency: str, region: str | None) -> None:
    document = text_document(cover + BODY)
    identity = find_identity(document, find_chapters(document))
    assert (identity.agency, identity.region) == (agency, region)


SLIPS = [
    ("the plan knows better", "KABUPATEN BANYUWAGI", "Kabupaten Banyuwangi", 4, "Kabupaten Banyuwangi"),
    ("the other is another's", "KABUPATEN BANYUASRI", "Kabupaten Banyuasin", 1, "Kabupaten Banyuasri"),
    ("most mentions go on", "KOTA BATU", "Kota Batu Lawang", 16, "Kota Batu Lawang"),
    ("few mentions go on", "KOTA BATU", "Kota Batu Lawang", 1, "Kota Batu"),
]
"""name, on the cover, in the prose, how often, the region that is meant"""


@pytest.mark.parametrize(("cover", "prose", "times", "region"), [s[1:] for s in SLIPS], ids=[s[0] for s in SLIPS])
def test_the_other_mentions_decide_what_a_slip_stands_for(cover: str, prose: str, times: int, region: str) -> None:
    text = f"RENCANA KERJA ZONA INTEGRITAS\nDINAS SOSIAL\n{cover}\nTAHUN 2024{BODY}" + f"Warga {prose} dilayani.\n" * times
    document = text_document(text)
    assert find_identity(document, find_chapters(document)).region == region


def test_prose_alone_names_the_agency() -> None:
    document = text_document(
        "BAB I\nPENDAHULUAN\nPedoman ini disusun pada Dinas Koperasi Kabupaten\nSitubondo agar seragam.\n"
        "Seluruh pegawai di lingkungan Dinas Koperasi Kabupaten Situbondo wajib mematuhinya.\n"
        "Contoh diambil dari Badan Kepegawaian Negara dan Kementerian Keuangan."
    )
    identity = find_identity(document, find_chapters(document))
    assert (identity.agency, identity.region) == ("Dinas Koperasi Kabupaten Situbondo", "Kabupaten Situbondo")


def test_leftovers_of_another_agency_do_not_win() -> None:
    document = text_document(
        "RENCANA KERJA ZONA INTEGRITAS\nKECAMATAN GUCIALIT\nKABUPATEN LUMAJANG\nTAHUN 2022" + BODY + "Pengaduan diterima Dinas "
        "Kependudukan dan Pencatatan Sipil Kabupaten Jember dan diteruskan kepada Dinas Kependudukan dan Pencatatan Sipil.\n"
        "Layanan Kecamatan Gucialit dibuka setiap hari kerja."
    )
    identity = find_identity(document, find_chapters(document))
    assert identity.agency == "Kecamatan Gucialit Kabupaten Lumajang"


def test_a_document_without_an_office_has_none() -> None:
    document = text_document("Catatan rapat\nHari ini dibahas jadwal kegiatan dan pembagian tugas.")
    identity = find_identity(document, ())
    assert (identity.agency, identity.region, identity.year) == (None, None, None)


@given(st.sampled_from([r for r in regions() if r.kind != "Provinsi"]))
def test_every_region_is_read_back(region: Region) -> None:
    mentions = find_mentions(f"DINAS SOSIAL {region.full_name.upper()} TAHUN 2024")
    assert [m.region for m in mentions] == [region]


def test_a_plan_copied_from_another_office_is_of_the_office_on_its_cover() -> None:
    other = "Kegiatan ini dilaksanakan bersama Dinas Pertanian Kabupaten Jember dan dilaporkan setiap bulan kepada pimpinan.\n"
    document = text_document("RENCANA KERJA\nDINAS PERIKANAN\nKABUPATEN JEMBER\nBAB I\nPENDAHULUAN\n" + other * 30)
    assert find_identity(document, find_chapters(document)).agency == "Dinas Perikanan Kabupaten Jember"
