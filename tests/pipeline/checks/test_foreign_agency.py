"""Words of other agencies and regions left in, and words that are at home or somebody else's by right."""

from __future__ import annotations

import pytest

from extractors.document import Paragraph
from pipeline.checks.agency_kinds import agency_kinds, home_of, kinds_of
from pipeline.checks.other_regions import own_regions, typed_mentions
from pipeline.records import Identity
from tests.pipeline.checks.plans import accusations, found, paragraph, plan, row

SUB_DISTRICT = ("Kecamatan Sulang Kabupaten Rembang", "Kabupaten Rembang")
SOCIAL = ("Dinas Sosial Kabupaten Rembang", "Kabupaten Rembang")
CITY_ARCHIVE = ("Dinas Perpustakaan dan Kearsipan Kota Magelang", "Kota Magelang")
NEW_CITY = ("Dinas Sosial Kota Batu Lawang", "Kota Batu Lawang")
COURT = ("Pengadilan Negeri Rembang", "Kabupaten Rembang")
FAITH_COURT = ("Pengadilan Agama Sleman", "Kabupaten Sleman")
PRISON = ("Lembaga Pemasyarakatan Kelas IIB Rembang", "Kabupaten Rembang")
DETENTION = ("Rumah Tahanan Negara Kelas IIB Blora", "Kabupaten Blora")
HOSPITAL = ("RSUD Bina Waras Kabupaten Rembang", "Kabupaten Rembang")
CLINIC = ("UPTD Puskesmas Sale Kabupaten Rembang", "Kabupaten Rembang")
MADRASAH = ("MTsN 4 Rembang", "Kabupaten Rembang")
STATISTICS = ("Badan Pusat Statistik Kabupaten Rembang", "Kabupaten Rembang")
TREASURY = ("KPPN Rembang", "Kabupaten Rembang")
IMMIGRATION = ("Kantor Imigrasi Kelas II TPI Pati", "Kabupaten Pati")
REGISTRY = ("Dinas Kependudukan dan Pencatatan Sipil Kabupaten Rembang", "Kabupaten Rembang")
PERMITS = ("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten Rembang", "Kabupaten Rembang")

FAULTS = [
    ("dinas head in a kecamatan", SUB_DISTRICT, "Kadin memberi arahan pada rapat pokja", "Kadin"),
    ("UPT head in a kecamatan", SUB_DISTRICT, "Surat imbauan Ka. UPT tentang kehadiran", "Ka. UPT"),
    ("registry office in a kecamatan", SUB_DISTRICT, "Diunggah di website Dispendukcapil Kab. Rembang", "Dispendukcapil"),
    ("quarantine office in a kecamatan", SUB_DISTRICT, "BKP Kelas II menerapkan keterbukaan informasi", "BKP"),
    ("mayor in a kabupaten", SOCIAL, "Kepwal tentang agen perubahan", "Kepwal"),
    ("regent in a kota", CITY_ARCHIVE, "SK Bupati tentang tim koordinasi", "Bupati"),
    ("registry system in social affairs", SOCIAL, "Pengukuran kinerja memakai SIAK", "SIAK"),
    ("only for another office", SOCIAL, "Aplikasi lelang khusus Setda", "khusus Setda"),
    ("camat in a dinas", SOCIAL, "Camat memimpin apel pagi", "Camat"),
    ("dinas head in a court", COURT, "Kepala Dinas menandatangani perjanjian kinerja", "Kepala Dinas"),
    ("another court", FAITH_COURT, "Maklumat pelayanan di Pengadilan Agama Wonosari Kabupaten Bantul", "Kabupaten Bantul"),
    ("sister office elsewhere", COURT, "Budaya kerja Pengadilan Negeri Sleman dibangun melalui apel", "Sleman"),
    ("prison head in a detention house", DETENTION, "Kalapas meninjau blok hunian", "Kalapas"),
    ("prisoners in a school", MADRASAH, "Survei kepuasan warga binaan", "warga binaan"),
    ("hospital in social affairs", SOCIAL, "Maklumat RSUD dipasang di loket", "RSUD"),
    ("local head in a ministry's office", STATISTICS, "Kepala OPD menandatangani pakta integritas", "Kepala OPD"),
    ("other region", SOCIAL, "Peraturan Daerah Kabupaten Jepara tentang pelayanan", "Kabupaten Jepara"),
    ("other province", SOCIAL, "Sesuai pedoman Provinsi Bali", "Provinsi Bali"),
    (
        "unknown region after an office",
        SOCIAL,
        "Anggota pokja di lingkungan SMP Negeri 3 Sukamaju Kabupaten Antah Berantah",
        "Antah",
    ),
    ("own name with a stray word", REGISTRY, "Statistik Dinas Kependudukan dan Pencatatan Sipil Perhubungan", "Perhubungan"),
    ("head of a sister unit", SUB_DISTRICT, "Camat Lasem memberi arahan", "Camat Lasem"),
    ("sister unit as oneself", CLINIC, "Budaya kerja di lingkungan Puskesmas Pamotan", "Puskesmas Pamotan"),
    ("office of no known kind", COURT, "Budaya kerja di lingkungan Balai Besar Pembenihan Utara", "Balai Besar Pembenihan Utara"),
    (
        "kota beside the kabupaten of its name",
        SOCIAL,
        "Pegawai Dinas Kearsipan Kota Rembang menaati rencana ini",
        "Dinas Kearsipan Kota Rembang",
    ),
    ("title in capitals", COURT, "SUSUNAN TIM BALAI BESAR PEMBENIHAN UTARA", "BALAI BESAR PEMBENIHAN UTARA"),
    ("passport service in a court", COURT, "Petugas pelayanan paspor mengikuti pelatihan", "pelayanan paspor"),
    ("ministry's regional office in a dinas", SOCIAL, "Kakanwil membuka rapat kerja", "Kakanwil"),
]

LOOK_ALIKES = [
    ("own head", SOCIAL, "Kadin memberi arahan pada rapat pokja"),
    ("own head, full", SOCIAL, "Kepala Dinas Sosial Kabupaten Rembang menandatangani pakta integritas"),
    ("UPT of a dinas", SOCIAL, "Bukti lapor SPT kepala UPT"),
    ("own name", REGISTRY, "Website Dinas Kependudukan dan Pencatatan Sipil Kabupaten Rembang"),
    ("own system", REGISTRY, "Laporan layanan dari SIAK"),
    ("parent region", SOCIAL, "Peraturan Bupati Rembang tentang kode etik Pemerintah Kabupaten Rembang"),
    ("a province, the plan's own unknown", NEW_CITY, "Forum di Provinsi Bali"),
    ("parent province", SOCIAL, "Forum di Provinsi Jawa Tengah"),
    ("national bodies", SOCIAL, "Pelaporan ke KPK, Ombudsman, BPK, BKN, dan Kementerian PANRB"),
    ("shared systems", SOCIAL, "SIMPEG, e-office, SP4N-LAPOR!, SIPPN, SIHARKA, e-Kinerja, DJP Online"),
    ("shared local offices", SOCIAL, "Pendampingan Inspektorat, BKPSDM, Bappeda, Bagian Organisasi, dan Diskominfo"),
    ("partner", SOCIAL, "Koordinasi dengan Dukcapil dan Polres dalam pemadanan data"),
    ("addressee", SOCIAL, "Surat pemberitahuan kepada Camat dan Lurah"),
    ("source", SOCIAL, "Analisis data BPS tentang kemiskinan"),
    ("study visit", SOCIAL, "Studi banding ke Dinas Sosial Kabupaten Sleman"),
    ("all of a kind", SOCIAL, "Sosialisasi bagi seluruh puskesmas dan sekolah"),
    ("budget policy", SOCIAL, "Dokumen KUA PPAS dan DPA"),
    ("village heads of a kecamatan", SUB_DISTRICT, "Rapat camat, lurah, dan kepala desa; layanan PATEN"),
    ("court officers", COURT, "Panitera Muda Pidana dan Jurusita mengisi SIPP; e-Court dan e-Berpadu dipantau"),
    ("superior court", COURT, "Laporan ke Pengadilan Tinggi Semarang dan Badan Pengawasan Mahkamah Agung"),
    ("treasury of every ministry's office", COURT, "Realisasi DIPA pada OMSPAN dan SAKTI di KPPN Pati"),
    ("criminal justice partners", COURT, "Sidang daring bersama Kejaksaan Negeri dan Lapas"),
    ("prison", PRISON, "Kalapas dan Ka. KPLP memeriksa layanan kunjungan WBP pada SDP"),
    ("prison's parent", PRISON, "Pegawai di lingkungan Kantor Wilayah Kementerian Hukum dan HAM Jawa Tengah"),
    ("hospital", HOSPITAL, "Direktur RSUD meninjau rawat inap; SIMRS dan rekam medis dievaluasi; rujukan puskesmas"),
    ("clinic's parent", CLINIC, "Kepala Dinas Kesehatan Kabupaten Rembang membina Kepala Puskesmas; P-Care"),
    ("school", MADRASAH, "Kepala Madrasah dan komite madrasah; EMIS; Kantor Kementerian Agama Kabupaten Rembang"),
    ("statistics", STATISTICS, "Kepala BPS Kabupaten Rembang membuka Pelayanan Statistik Terpadu; koordinasi dengan Bappeda"),
    ("treasury", TREASURY, "Kepala KPPN Rembang memantau SPAN dan OMSPAN; Kanwil DJPb Provinsi Jawa Tengah"),
    ("immigration", IMMIGRATION, "Kakanim dan Timpora; penerbitan paspor melalui M-Paspor; Tempat Pemeriksaan Imigrasi"),
    ("service mall", PERMITS, "Gerai mal pelayanan publik: Polres, Kantor Imigrasi, KPP Pratama"),
    ("both kinds of head", SOCIAL, "Keputusan Gubernur/Bupati/Wali Kota tentang tim"),
    ("a mayor in a court, which serves either", COURT, "Wali Kota menghadiri pencanangan"),
    ("generic word", SOCIAL, "Kota layak anak dan kabupaten sehat"),
    ("address", SOCIAL, "Jalan Pemuda Nomor 5 Kota Semarang"),
    ("own head with name", SUB_DISTRICT, "Camat Sulang dan Kecamatan Sulang"),
    ("neighbour by the way", SUB_DISTRICT, "Lomba antarkecamatan diikuti Kecamatan Lasem"),
    ("branches of a clinic", CLINIC, "Puskesmas Pembantu dan Puskesmas Keliling"),
    ("seat of a kabupaten", SOCIAL, "Pasar di Kota Rembang menjadi lokus survei"),
    ("capitals that name nobody", SOCIAL, "MAKLUMAT PELAYANAN KANTOR KAMI TAHUN 2024 MENUJU WILAYAH BEBAS DARI KORUPSI"),
    ("own name in its own voice", SOCIAL, "Pegawai di lingkungan Dinas Sosial"),
    ("own abbreviation", PERMITS, "Pegawai di lingkungan Dinas PMPTSP"),
    ("parent's name", CLINIC, "Pegawai di lingkungan Dinas Kesehatan Kabupaten Rembang"),
    ("no name at all", SOCIAL, "Zona Integritas di Badan Publik dan Kantor Pemerintah"),
    ("duty trip", SUB_DISTRICT, "Nota dinas, perjalanan dinas, dan rumah dinas"),
]


@pytest.mark.parametrize(("who", "text", "words"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_finds_foreign_words(who: tuple[str, str], text: str, words: str) -> None:
    agency, region = who
    findings = accusations("foreign_agency", plan(rows=[row(action=text)], agency=agency, region=region))
    assert len(findings) == 1
    assert words in findings[0]


@pytest.mark.parametrize(("who", "text"), [c[1:] for c in LOOK_ALIKES], ids=[c[0] for c in LOOK_ALIKES])
def test_lets_words_at_home_pass(who: tuple[str, str], text: str) -> None:
    agency, region = who
    assert accusations("foreign_agency", plan(rows=[row(action=text)], agency=agency, region=region)) == []


def test_joins_a_title_broken_over_lines() -> None:
    lines = [
        paragraph("SUSUNAN TIM ZONA INTEGRITAS DINAS", 1, heading=True),
        paragraph("PERHUBUNGAN KABUPATEN REMBANG", 2, heading=True),
    ]
    (finding,) = found("foreign_agency", plan(lines, agency=SOCIAL[0]))
    assert "DINAS PERHUBUNGAN KABUPATEN REMBANG" in finding.text


def test_an_office_named_in_full_is_one_finding_wherever_it_stands() -> None:
    lines: list[str | Paragraph] = [
        paragraph("DAFTAR HADIR BADAN PENDAPATAN DAERAH KABUPATEN JEPARA", 1, heading=True),
        "Semua pegawai Badan Pendapatan Daerah Kabupaten Jepara menaati rencana ini.",
    ]
    (finding,) = found("foreign_agency", plan(lines, agency=SOCIAL[0]))
    assert len(finding.where) == 2


def test_a_foreign_title_at_two_places_of_prose_is_two_findings() -> None:
    lines = ["Rapat persiapan dipimpin Camat pada bulan Januari.", "Hasil survei disahkan Camat sebelum diumumkan."]
    assert len(found("foreign_agency", plan(lines, agency=SOCIAL[0]))) == 2


@pytest.mark.parametrize(("count", "findings"), [(6, 6), (7, 1)], ids=["a few, each by itself", "many are one habit"])
def test_a_foreign_word_in_very_many_rows_is_one_finding(count: int, findings: int) -> None:
    verbs = ("meninjau", "membuka", "memimpin", "menilai", "menutup", "menyetujui", "menandatangani")[:count]
    rows = [row(n, action=f"Camat {verb} apel") for n, verb in enumerate(verbs, 1)]
    assert len(found("foreign_agency", plan(rows=rows, agency=SOCIAL[0]))) == findings


def test_the_title_behind_a_place_called_so_and_so_kota_is_no_region() -> None:
    cover = "SMA NEGERI 1 BANGKINANG KOTA RENCANA KERJA ZONA INTEGRITAS"
    assert accusations("foreign_agency", plan([cover], agency="SMA Negeri 1 Bangkinang Kota", region="Provinsi Riau")) == []


def test_an_unknown_region_behind_an_office_ends_with_its_name() -> None:
    text = "Anggota pokja SMP Negeri 3 Kabupaten Antah Berantah menaati rencana"
    own = own_regions(Identity(agency=SOCIAL[0], region=SOCIAL[1]))
    assert [text[start:end] for start, end, _ in typed_mentions(text, own)] == ["SMP Negeri 3 Kabupaten Antah Berantah"]


def test_without_an_agency_nothing_is_foreign() -> None:
    assert found("foreign_agency", plan(rows=[row(action="Camat membuka rapat")], agency=None, region=None)) == []


def test_the_table_of_kinds_is_whole() -> None:
    kinds = agency_kinds()
    assert len(kinds) >= 12
    assert sum(len(k.titles) + len(k.offices) + len(k.systems) for k in kinds.values()) >= 60
    assert all(name in kinds for kind in kinds.values() for name in (*kind.kin, *kind.near, *kind.uses))


def test_a_plan_is_of_the_kinds_its_name_tells() -> None:
    assert kinds_of("Dinas Sosial Kabupaten Rembang") == {"dinas", "sosial"}
    assert home_of({"lapas"}).has("imigrasi", "systems")
    assert not home_of({"lapas"}).has("imigrasi", "titles")
