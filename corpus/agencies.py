# ruff: noqa: E501 - wordings and tables are easier to check on one line
"""Made-up agencies and people. Regions, towns, offices and names are invented or put together by chance."""

from __future__ import annotations

import random
from dataclasses import dataclass

REGIONS = (
    "Tanjung Sela", "Batu Lawang", "Muara Rengas", "Gunung Pelita", "Sungai Kembang", "Teluk Merbau", "Karang Jati", "Bukit Saga",
    "Lembah Sari", "Wana Giri", "Pulau Rimbang", "Rawa Bening", "Selat Dalam", "Tirta Kusuma", "Kayu Ara", "Padang Lintang",
)  # fmt: skip
TOWNS = (
    "Sumberwangi",
    "Kedungsari",
    "Rejomulyo",
    "Banjararum",
    "Waringin",
    "Tegalrejo",
    "Cempaka",
    "Ngasem",
    "Mekarjaya",
    "Sidoluhur",
)
GIVEN = (
    "Bagas", "Citra", "Darma", "Endah", "Fajar", "Gilang", "Hesti", "Irawan", "Joko", "Kartika", "Lukman", "Murni", "Nanang", "Oktavia",
    "Prasetya", "Ratna", "Surya", "Tri", "Untung", "Vina", "Wahyu", "Yuli", "Zainal", "Arif", "Dewi", "Hendra",
)  # fmt: skip
REAL_REGIONS = (
    "Banyumas", "Lamongan", "Sumba Timur", "Tapin", "Kampar", "Lebak", "Donggala", "Bangli", "Sleman", "Wonosobo", "Kerinci", "Buton",
)  # fmt: skip
"""Kabupaten that exist, used now and then, so that a gazetteer is of use there; the offices in them are invented."""
FAMILY = (
    "Wibisana", "Puspita", "Hartanto", "Lesmana", "Kurniasih", "Subagya", "Mahardika", "Nurcahyo", "Permadi", "Rahayu", "Saptono",
    "Tirtana", "Utama", "Wardhana", "Yulianti", "Anggoro", "Basuki", "Handoko",
)  # fmt: skip
DEGREES = (
    "S.Sos., M.Si.",
    "S.H., M.H.",
    "S.T., M.T.",
    "S.E., M.M.",
    "S.Pd., M.Pd.",
    "S.KM., M.Kes.",
    "S.IP",
    "S.AP., M.AP.",
    "SH",
    "S.Kom.",
)


@dataclass(frozen=True)
class Person:
    """`nip` has 18 digits; `printed_nip` is how the plan groups them."""

    name: str
    nip: str
    printed_nip: str


@dataclass(frozen=True)
class Agency:
    """`unit` is the office without its region, `name` as the plan names it; `letterhead` from the top body downwards."""

    kind: str
    unit: str
    region: str
    name: str
    head_title: str
    letterhead: tuple[str, ...]
    town: str
    short: str
    service: str


@dataclass(frozen=True)
class Office:
    """A kind of office as patterns: {town}, {region} and {place} (the region's bare name) are filled in."""

    kind: str
    unit: str
    name: str
    head_title: str
    letterhead: tuple[str, ...]
    short: str
    service: str
    region: str = "Kabupaten"


_DAERAH = ("PEMERINTAH {region}", "{unit}")
OFFICES = (
    Office("dinas", "Dinas Sosial", "{unit} {region}", "Kepala Dinas Sosial", _DAERAH, "Dinsos", "rekomendasi bantuan sosial"),
    Office("dinas", "Dinas Perpustakaan dan Kearsipan", "{unit} {region}", "Kepala Dinas Perpustakaan dan Kearsipan", _DAERAH, "Dispusip", "keanggotaan perpustakaan dan layanan arsip", "Kota"),
    Office("dinas", "Badan Pendapatan Daerah", "{unit} {region}", "Kepala Badan Pendapatan Daerah", _DAERAH, "Bapenda", "pembayaran pajak daerah"),
    Office("school", "SMK Negeri {number} {town}", "{unit} {region}", "Kepala SMK Negeri {number} {town}", ("PEMERINTAH {region}", "DINAS PENDIDIKAN", "{unit}"), "SMKN {number} {town}", "pendaftaran siswa dan surat keterangan"),
    Office("vertical", "Balai Besar Pengawasan Benih {place}", "{unit}", "Kepala Balai Besar Pengawasan Benih {place}", ("KEMENTERIAN PERTANIAN REPUBLIK INDONESIA", "{unit}"), "BBPB {place}", "pengujian dan sertifikasi benih"),
    Office("dinas", "Dinas Perkebunan dan Hortikultura", "{unit} {region}", "Kepala Dinas Perkebunan dan Hortikultura", _DAERAH, "Disbunhor", "rekomendasi usaha perkebunan"),
    Office("dinas", "Dinas Kebudayaan dan Permuseuman", "{unit} {region}", "Kepala Dinas Kebudayaan dan Permuseuman", _DAERAH, "Disbudmus", "izin pemakaian gedung kesenian", "Kota"),
    Office("dinas", "Dinas Tata Bangunan", "{unit} {region}", "Kepala Dinas Tata Bangunan", _DAERAH, "Distaba", "keterangan rencana bangunan"),
    Office("kecamatan", "Kecamatan {town}", "{unit} {region}", "Camat {town}", _DAERAH, "Kec. {town}", "surat pengantar dan legalisasi"),
    Office("hospital", "Rumah Sakit Umum Daerah {town}", "{unit} {region}", "Direktur RSUD {town}", _DAERAH, "RSUD {town}", "rawat jalan dan rawat inap"),
    Office("puskesmas", "UPTD Puskesmas {town}", "{unit} {region}", "Kepala UPTD Puskesmas {town}", ("PEMERINTAH {region}", "DINAS KESEHATAN", "{unit}"), "Puskesmas {town}", "pemeriksaan kesehatan dasar"),
    Office("school", "SMP Negeri {number} {town}", "{unit} {region}", "Kepala SMP Negeri {number} {town}", ("PEMERINTAH {region}", "DINAS PENDIDIKAN", "{unit}"), "SMPN {number} {town}", "penerimaan murid dan legalisasi ijazah"),
    Office("court", "Pengadilan Negeri {place}", "{unit}", "Ketua Pengadilan Negeri {place}", ("MAHKAMAH AGUNG REPUBLIK INDONESIA", "{unit}"), "PN {place}", "pendaftaran perkara dan surat keterangan"),
    Office("court", "Pengadilan Agama {place}", "{unit}", "Ketua Pengadilan Agama {place}", ("MAHKAMAH AGUNG REPUBLIK INDONESIA", "{unit}"), "PA {place}", "pendaftaran perkara dan produk pengadilan"),
    Office("vertical", "Kantor Pertanahan {region}", "{unit}", "Kepala Kantor Pertanahan {region}", ("KEMENTERIAN AGRARIA DAN TATA RUANG/BADAN PERTANAHAN NASIONAL", "{unit}"), "Kantah {place}", "pengukuran dan pendaftaran tanah"),
    Office("vertical", "Lembaga Pemasyarakatan Kelas IIB {place}", "{unit}", "Kepala Lembaga Pemasyarakatan Kelas IIB {place}", ("KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA REPUBLIK INDONESIA", "{unit}"), "Lapas {place}", "kunjungan dan hak integrasi"),
    Office("vertical", "Kantor Kementerian Agama {region}", "{unit}", "Kepala Kantor Kementerian Agama {region}", ("KEMENTERIAN AGAMA REPUBLIK INDONESIA", "{unit}"), "Kankemenag {place}", "pendaftaran haji dan legalisasi"),
)  # fmt: skip


def invent_agency(dice: random.Random, kind: str | None = None) -> Agency:
    """An agency of a kind (any kind where None)."""
    office = dice.choice([o for o in OFFICES if kind is None or o.kind == kind])
    known = REAL_REGIONS if office.region == "Kabupaten" else ()
    place, town, number = dice.choice((*REGIONS, *known)), dice.choice(TOWNS), str(dice.randint(1, 9))
    region = f"{office.region} {place}"
    unit = office.unit.format(town=town, place=place, region=region, number=number)

    def fill(pattern: str) -> str:
        return pattern.format(unit=unit, town=town, place=place, region=region, number=number)

    letterhead = tuple(fill(line).upper() for line in office.letterhead)
    if office.kind in ("court", "vertical"):
        letterhead = (*letterhead, f"Jalan {dice.choice(FAMILY)} Nomor {dice.randint(2, 90)}, {region}")
    return Agency(
        office.kind,
        unit,
        region,
        fill(office.name),
        fill(office.head_title),
        letterhead,
        town,
        fill(office.short),
        office.service,
    )


def invent_person(dice: random.Random, year: int) -> Person:
    """A person old enough to head an office in `year`."""
    name = f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}"
    if dice.random() < 0.6:
        name = name.upper()
    born = dice.randint(year - 57, year - 38)
    birth = f"{born}{dice.randint(1, 12):02d}{dice.randint(1, 28):02d}"
    start = f"{dice.randint(born + 20, born + 27)}{dice.choice((1, 3, 4, 10, 12)):02d}"
    sex, serial = dice.choice("12"), f"{dice.randint(1, 24):03d}"
    nip = birth + start + sex + serial
    printed = nip if dice.random() < 0.4 else f"{birth} {start} {sex} {serial}"
    return Person(f"{name}, {dice.choice(DEGREES)}", nip, printed)
