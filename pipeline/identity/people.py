"""Names, degrees, ranks and official titles: telling the person's line of a signature block from the others."""

from __future__ import annotations

import re

from pipeline.identity.vocabulary import word_set

ROLES = word_set(
    "kepala ketua wakil camat lurah sekretaris direktur rektor dekan dekanat panitera inspektur bupati walikota wali gubernur",
    "kapolres kapolsek kapolda kapolresta kalapas karutan kakanwil kajari kajati koordinator penanggung pejabat kasubag",
    "kasubbag kabag kabid asisten pengguna pembina pimpinan plt plh pj pjs a.n an u.b ub jaksa komandan kakanim kasat",
    "kasatker manajer penyusun",
)
"""Words an official title begins with."""

INSTITUTION_WORDS = word_set(
    "dinas badan kantor kecamatan kelurahan kabupaten kota provinsi propinsi kab kec daerah pemerintah republik indonesia",
    "bidang bagian seksi subbagian unit kerja tim pembangunan zona integritas zi wbk wbbm negeri agama tinggi pengadilan",
    "kejaksaan lembaga pemasyarakatan rumah sakit umum puskesmas upt uptd balai sekolah madrasah universitas fakultas",
    "kementerian direktorat jenderal kelas pelayanan tahun nomor tanggal rencana aksi program dokumen pelaksana tugas harian",
    "selaku mengetahui menyetujui ditetapkan disahkan pada di oleh dan keputusan lampiran bab polri polisi resor sektor opd",
    "skpd satuan tata usaha statistik perbendaharaan imigrasi keuangan sosial pendidikan kesehatan perumahan permukiman",
    "kependudukan sipil pegawai reformasi birokrasi surat tembusan yth kepada menimbang mengingat memutuskan menetapkan jalan",
    "telp halaman disusun ttd stempel materai pendahuluan penutup latar belakang maksud tujuan dasar daftar kata pengantar",
)
"""Words no person's name contains."""

LONGEST_DEGREE = 14
_DEGREE_PARTS = sorted(
    word_set(
        "S M A D Sp Dr Drs Dra Ir H Hj KH Prof SH MH MM ST MT SE SIP SSos SPd MPd MSi MKes MAP MPH MSc STP SSTP SAP SKM SKep Ns",
        "Apt SAg MAg SHI MHI SKom MKom SPsi SPi SHut SFarm SIK MHum LLM PhD MBA Ak CA CPA AKs AMd Amd Bc BcIP SPt SIKom MIKom",
        "SS SSi MA MP AmdIP AMdIP SSTPI SSt SST MTr STr SI MSE MEng Kep Sos Pd Si Kes Sc Kom Hum IP AP TP Ag Ked Gz Farm Hut Psi",
        "Pt Tr Eng PA PB OG BS THT JP FIN CFrA CRMP QIA CGCAE QRMO dr drg drh",
    ),
    key=lambda part: (-len(part), part),
)
_DEGREE = re.compile(rf"^(?:(?:{'|'.join(_DEGREE_PARTS)})\.?)+$")
_UNDOTTED = word_set(
    "SH MH MM ST MT SE SKM SSTP MAP MPH MBA SIP SST SIK MKes MSi SPd MPd SSos Dr Drs Dra Ir Hj MSc PhD LLM SAP Ak CA"
)
"""Degrees that are written without dots often enough to be told from a name by themselves."""

_RANK = re.compile(
    r"^\W*(pembina|penata|pengatur|juru|pangkat|gol(ongan)?\b|(jaksa|hakim) (utama|madya|muda|pratama)|ajun|komisaris|"
    r"inspektur polisi|brigadir|ajudan|letnan|kolonel|mayor|kapten|nrp|akbp|kompol|iptu|ipda|\(?(i|ii|iii|iv)\s?/\s?[a-e]\)?)"
    r"(?!\s+tim\b)",
    re.IGNORECASE,
)
_FRAME = re.compile(r"^[\s()_*.…:'’\-–=\[\]|]+|[\s(_*…:'’\-–=\[\]|]+$")
_DUST_AFTER_COMMA = re.compile(r",\s*[.'’‘`]+\s*(?=[A-Za-z])")
_JUNK = re.compile(
    r"(hand\s?written|signature|^\W*(ttd|t\.t\.d|materai|meterai|cap|stempel|tanda tangan|paraf)\b|^[\W_]*$)", re.IGNORECASE
)
_ROLE = re.compile(r"^\W*(" + "|".join(re.escape(role) for role in sorted(ROLES)) + r")\b", re.IGNORECASE)


def is_rank(text: str) -> bool:
    """Whether a line is a civil servant's or officer's rank ("Pembina Tk. I (IV/b)")."""
    return bool(_RANK.match(text))


def is_junk(text: str) -> bool:
    """Whether a line only stands for the signature itself: ttd, a dotted line, an image's caption."""
    return bool(_JUNK.search(text))


def starts_role(text: str) -> bool:
    """Whether a line begins an official title ("KEPALA DINAS …", "Plt. CAMAT")."""
    return bool(_ROLE.match(text))


def is_degrees(text: str) -> bool:
    """Whether a text is nothing but degrees ("S.STP., M.Si")."""
    parts = [p for p in re.split(r"[\s,]+", text.strip(" .,")) if p]
    return bool(parts) and all(_is_degree(part) for part in parts)


def has_degree(text: str) -> bool:
    return any(_is_degree(part) for part in re.split(r"[\s,]+", text) if "." in part or part.isupper()) and bool(
        re.search(r",|\.\s?[A-Z]|^\W*(Drs?a?|dr|drg|Ir|H|Hj|Prof)\.", text)
    )


def is_name(text: str) -> bool:
    """Whether a line reads as a person's name: one to seven capitalised words and degrees, none of an institution."""
    text = clean_name(text)
    if not 3 <= len(text) <= 70 or re.search(r"\d|[:;/@=]", text) or starts_role(text) or is_rank(text):
        return False
    names = _name_words(text)
    if not 1 <= len(names) <= 7 or any(word.lower() in INSTITUTION_WORDS for word in names):
        return False
    return all(word[0].isupper() or word.lower() in {"bin", "binti", "al", "de", "van", "el"} for word in names) and any(
        len(word) > 2 for word in names
    )


def clean_name(text: str) -> str:
    """Without the brackets, underlines and dots that frame a name on its dotted line, and a scan's dust between degrees."""
    text = _FRAME.sub("", text)
    text = _FRAME.sub("", text[:-1]) if text.endswith(")") and "(" not in text else text
    before, mark, after = text.partition("“")
    text = after if mark and not re.search(r"\w{3}", before) else text
    text = re.sub(r"[“”\"«»|~]", "", text).replace(";", ",")
    text = _DUST_AFTER_COMMA.sub(", ", text)
    return re.sub(r"\s+\.$", "", re.sub(r"\s+", " ", text).strip(" ,"))


def _name_words(text: str) -> list[str]:
    """The words before and between degrees; single initials count as degrees do."""
    words = [word for word in re.split(r"[\s,]+", text) if re.search(r"[^\W\d_]", word)]
    return [word.strip(".()") for word in words if not _is_degree(word) and not re.fullmatch(r"[A-Za-z]\.?", word)]


def _is_degree(word: str) -> bool:
    bare = word.strip("().,'’‘")
    if not bare or len(bare) > LONGEST_DEGREE:
        return False
    if "." in bare:
        return bool(re.fullmatch(r"(?:[A-Za-z]{1,5}\.)+[A-Za-z]{1,5}", bare)) or bool(_DEGREE.match(bare))
    return bool(_DEGREE.match(bare)) and (word.endswith((".", ",")) or bare in _UNDOTTED)
