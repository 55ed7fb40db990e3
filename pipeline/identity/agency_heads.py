"""The words an agency's name begins with, how specific they are, and how they are written.

`level` orders an office and what stands above it in a letterhead: 0 state bodies and ministries, 1 directorates general,
2 regional offices over others, 3 dinas, badan, kantor and courts, 4 units below them (UPTD, puskesmas, schools).
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.identity.vocabulary import word_set


@dataclass(frozen=True, slots=True)
class Head:
    """`written` is the head in title case; `is_local` where the office belongs to a region's own government."""

    written: str
    level: int
    is_local: bool = False
    stands_alone: bool = False
    """Whether the head with a region is a whole name ("Inspektorat Kabupaten X", "DPMPTSP Kota X")."""

    @property
    def holds_another(self) -> bool:
        """Whether another head may follow inside the name: "Kantor Wilayah Kementerian …", "UPTD Balai …"."""
        return self.written in {"Kantor Wilayah", "Kanwil", "Perwakilan", "Politeknik Kesehatan", "UPTD", "UPT"} or (
            self.written.startswith("Unit Pelaksana Teknis")
        )

    @property
    def is_seated(self) -> bool:
        """Whether the name says where the office sits: "Balai Besar … di Semarang"."""
        return self.written.startswith(("Balai", "Loka", "Kantor Pelayanan"))


def _heads(level: int, names: str, local: bool = False, alone: bool = False) -> dict[str, Head]:
    parts = [name.strip() for name in names.split("|")]
    return {part.lower(): Head(part, level, local, alone) for part in parts}


HEADS: dict[str, Head] = {
    **_heads(0, "Kementerian|Mahkamah Agung|Kejaksaan Agung|Kepolisian Negara"),
    **_heads(1, "Direktorat Jenderal|Inspektorat Jenderal|Sekretariat Jenderal|Ditjen"),
    **_heads(2, "Kantor Wilayah|Kanwil|Pengadilan Tinggi|Pengadilan Tinggi Agama|Pengadilan Tinggi Tata Usaha Negara"),
    **_heads(2, "Kejaksaan Tinggi|Kepolisian Daerah|Polda|Universitas|Institut|Perwakilan"),
    **_heads(3, "Dinas|Badan|Kecamatan", local=True),
    **_heads(3, "Satuan Polisi Pamong Praja|Satpol PP", local=True, alone=True),
    **_heads(3, "Inspektorat|Inspektorat Daerah|Sekretariat Daerah|Sekretariat DPRD", local=True, alone=True),
    **_heads(3, "Sekretariat Dewan Perwakilan Rakyat Daerah|DPMPTSP|Disdukcapil|Dispendukcapil", local=True, alone=True),
    **_heads(3, "Bappeda|Bapenda|BKPSDM|BKD|BPKAD|BPBD|Dinkes|Dinsos|Diskominfo|DLH", local=True, alone=True),
    **_heads(3, "Dishub|Disnaker|Disperindag|Disdik|Bakesbangpol|Kesbangpol", local=True, alone=True),
    **_heads(3, "Rumah Sakit Umum Daerah|RSUD|Rumah Sakit Daerah|RSD|Rumah Sakit Jiwa Daerah", local=True, alone=True),
    **_heads(3, "Rumah Sakit|Rumah Sakit Umum|Rumah Sakit Umum Pusat|RSUP|RSJ|Rumah Sakit Bhayangkara|Rumah Sakit Jiwa"),
    **_heads(3, "Pengadilan Negeri|Pengadilan Agama|Pengadilan Tata Usaha Negara|Pengadilan Militer", alone=True),
    **_heads(3, "Mahkamah Syar'iyah|Kejaksaan Negeri|Cabang Kejaksaan Negeri", alone=True),
    **_heads(3, "Lembaga Pemasyarakatan|Lapas|Lembaga Pemasyarakatan Perempuan|Lembaga Pemasyarakatan Narkotika"),
    **_heads(3, "Lapas Perempuan|Rumah Tahanan Negara|Rutan|Balai Pemasyarakatan|Bapas|LPKA|Rupbasan"),
    **_heads(3, "Lembaga Pembinaan Khusus Anak|Rumah Penyimpanan Benda Sitaan Negara|Rumah Detensi Imigrasi|Rudenim"),
    **_heads(3, "Kantor|Kantor Imigrasi|Kantor Pelayanan|Kantor Pertanahan|Kantor Kementerian Agama", alone=True),
    **_heads(3, "KPPN|KPP Pratama|KPP Madya|KPKNL|KPPBC|KSOP|KPU|Bawaslu|Komisi Pemilihan Umum", alone=True),
    **_heads(3, "Badan Pusat Statistik|BPS|Badan Narkotika Nasional|BNN|BNNK|BNNP|Badan Pertanahan Nasional", alone=True),
    **_heads(3, "Kepolisian Resor|Kepolisian Resor Kota|Kepolisian Resor Kota Besar|Polres|Polresta|Polrestabes", alone=True),
    **_heads(3, "Balai|Balai Besar|Balai Harta Peninggalan|Loka|Stasiun|Politeknik|Politeknik Kesehatan|Poltekkes"),
    **_heads(3, "Sekolah Tinggi|Pangkalan|Komando Distrik Militer|Direktorat|Biro|Sekretariat|Pusat|Distrik Navigasi|Museum"),
    **_heads(4, "Kantor Urusan Agama|KUA|Kepolisian Sektor|Polsek|Fakultas|Laboratorium|Akademi|Balai Latihan Kerja"),
    **_heads(4, "Kelurahan|UPTD|UPT|Unit Pelaksana Teknis|Unit Pelaksana Teknis Daerah|Puskesmas|Bagian", local=True),
    **_heads(4, "Pusat Kesehatan Masyarakat|UPTD Puskesmas|UPT Puskesmas|UPTD RSUD|UPT RSUD|BLUD Puskesmas", local=True),
    **_heads(4, "UPTD Pusat Kesehatan Masyarakat", local=True),
    **_heads(4, "SMA Negeri|SMK Negeri|SMP Negeri|SD Negeri|SLB Negeri|SMAN|SMKN|SMPN|SDN|TK Negeri"),
    **_heads(4, "Sekolah Menengah Atas Negeri|Sekolah Menengah Kejuruan Negeri|Sekolah Menengah Pertama Negeri"),
    **_heads(4, "Sekolah Dasar Negeri|Madrasah Aliyah Negeri|Madrasah Tsanawiyah Negeri|Madrasah Ibtidaiyah Negeri"),
    **_heads(4, "MAN|MTs Negeri|MTsN|MIN"),
}
"""The head in lower case → what is known of it."""

OFFICIALS: dict[str, str] = {
    "camat": "Kecamatan",
    "lurah": "Kelurahan",
    "kantor camat": "Kecamatan",
    "kantor kecamatan": "Kecamatan",
    "kantor kelurahan": "Kelurahan",
    "kantor lurah": "Kelurahan",
    "kapolres": "Kepolisian Resor",
    "resor": "Kepolisian Resor",
    "resor kota": "Kepolisian Resor Kota",
    "resor kota besar": "Kepolisian Resor Kota Besar",
    "kapolresta": "Kepolisian Resor Kota",
    "kapolsek": "Kepolisian Sektor",
}
"""An official, or an office by another name → the unit he stands for.

The letterhead of the police has a line for each level: KEPOLISIAN NEGARA … / DAERAH … / RESOR …."""

SHORT_FOR: dict[str, str] = {
    "rsud": "rumah sakit umum daerah",
    "rsd": "rumah sakit daerah",
    "rsup": "rumah sakit umum pusat",
    "rsj": "rumah sakit jiwa",
    "lapas": "lembaga pemasyarakatan",
    "lapas perempuan": "lembaga pemasyarakatan perempuan",
    "rutan": "rumah tahanan negara",
    "bapas": "balai pemasyarakatan",
    "lpka": "lembaga pembinaan khusus anak",
    "rupbasan": "rumah penyimpanan benda sitaan negara",
    "rudenim": "rumah detensi imigrasi",
    "kanwil": "kantor wilayah",
    "ditjen": "direktorat jenderal",
    "polres": "kepolisian resor",
    "polresta": "kepolisian resor kota",
    "polrestabes": "kepolisian resor kota besar",
    "polda": "kepolisian daerah",
    "polsek": "kepolisian sektor",
    "bps": "badan pusat statistik",
    "bnn": "badan narkotika nasional",
    "bnnk": "badan narkotika nasional",
    "bnnp": "badan narkotika nasional",
    "kpu": "komisi pemilihan umum",
    "kua": "kantor urusan agama",
    "satpol pp": "satuan polisi pamong praja",
    "sman": "sma negeri",
    "sekolah menengah atas negeri": "sma negeri",
    "smkn": "smk negeri",
    "sekolah menengah kejuruan negeri": "smk negeri",
    "smpn": "smp negeri",
    "sekolah menengah pertama negeri": "smp negeri",
    "sdn": "sd negeri",
    "sekolah dasar negeri": "sd negeri",
    "mtsn": "mts negeri",
    "madrasah tsanawiyah negeri": "mts negeri",
    "man": "madrasah aliyah negeri",
    "min": "madrasah ibtidaiyah negeri",
    "uptd puskesmas": "puskesmas",
    "upt puskesmas": "puskesmas",
    "blud puskesmas": "puskesmas",
    "pusat kesehatan masyarakat": "puskesmas",
    "uptd pusat kesehatan masyarakat": "puskesmas",
    "poltekkes": "politeknik kesehatan",
    "inspektorat": "inspektorat daerah",
    "sekretariat dprd": "sekretariat dewan perwakilan rakyat daerah",
}
"""Heads that name the same office → the one they are counted under."""

PARENTS: dict[str, tuple[str, ...]] = {
    "Fakultas": ("Universitas", "Institut", "Sekolah Tinggi"),
    "Bagian": ("Sekretariat Daerah", "Sekretariat DPRD", "Sekretariat Dewan Perwakilan Rakyat Daerah"),
}
"""Units that are named with the body they are part of, and mean nothing without it."""

NATIONAL_BODIES = (
    "kementerian pendayagunaan", "kementerian panrb", "badan kepegawaian negara", "badan pemeriksa keuangan",
    "badan pengawasan keuangan", "komisi pemberantasan", "badan publik", "badan usaha", "badan hukum", "kantor pusat",
    "kementerian dalam negeri", "pusat pelayanan", "biro organisasi", "pusat kajian",
)  # fmt: skip
"""Bodies every plan names, and words that only look like an office."""

ABBREVIATIONS = word_set(
    "RSUD RSUP RSD RSJ RS UPTD UPT BLUD BPS BNN BNNK BNNP KPPN KPP KPKNL KPPBC KSOP KPU KUA SMA SMK SMP SD SLB SMAN SMKN",
    "SMPN SDN TK MAN MIN LPKA DPRD DPMPTSP BKPSDM BKD BPKAD BPBD DLH PP TPI TMC SDM KB PPKB PPPA RI IT II III IV TNI AD AL",
    "AU BPOM BMKG SAR LPP RRI TVRI UIN IAIN STAIN ITS ITB UNJ PTUN PTSP HAM PUPR PRKP PKP BPN ATR KKP LHK TP IKN DKI DI",
)
"""Words that stay in capitals."""

MIXED_CASE = {"mtsn": "MTsN", "mts": "MTs", "dr": "dr.", "drg": "drg.", "syar'iyah": "Syar'iyah"}
