"""What a column is for, told by its header's words; misread and misspelt words count as far as they are alike."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from pipeline.dates import MONTHS
from pipeline.plan import Role

ALIKE = 82
"""Likeness in percent from which a header is taken for a known one."""

LIKE_A_MONTH = 75
"""Likeness in percent from which a word is a month's name misread."""

LONGEST_SHORT_FORM = 3
"""Letters of "Jan" and the like, which must be the same."""

LONGEST_HEADER = 80
"""Letters; a text longer than this is a sentence, not a header."""

LEAST_NAME = 0.3
"""Share of a header's letters that one of the names it gives makes up; less is a name met within a sentence."""

HEADERS: dict[Role, tuple[str, ...]] = {
    "number": ("no", "nomor", "no urut"),
    "area": ("area perubahan", "area", "area intervensi", "pilar", "area perubahan komponen", "komponen area perubahan"),
    "component": (
        "komponen", "sub komponen", "komponen pengungkit", "program", "area komponen", "aspek", "unsur", "komponen penilaian",
        "sub area", "subkomponen", "komponen kegiatan", "uraian komponen", "unsur penilaian", "aspek penilaian",
    ),
    "indicator": (
        "indikator", "indikator kinerja", "uraian indikator", "indikator komponen", "penilaian", "pertanyaan",
        "indikator penilaian", "kriteria", "indikator kegiatan", "indikator keberhasilan", "butir penilaian", "pernyataan",
    ),
    "action": (
        "langkah aksi", "rencana aksi", "rencana kerja", "kegiatan", "aksi", "rencana kegiatan", "uraian kegiatan",
        "program kerja", "rencana tindak", "langkah langkah", "langkah kerja", "tindakan", "langkah kegiatan",
        "uraian rencana aksi", "bentuk kegiatan", "aktivitas", "program kegiatan", "rencana program kegiatan",
        "langkah rencana aksi", "rencana tindak lanjut", "uraian aksi", "kegiatan rencana aksi", "rencana aksi kegiatan",
        "uraian langkah aksi", "tahapan", "tahapan kegiatan", "tahapan pelaksanaan", "action plan", "program aksi", "upaya",
        "upaya yang dilakukan", "strategi", "langkah strategis",
    ),
    "evidence": (
        "bukti fisik", "bukti dukung", "eviden", "evidence", "data dukung", "dokumen", "dokumen pendukung", "dokumen bukti",
        "bukti", "evidens", "data pendukung", "bukti pendukung", "bukti dukung eviden", "bukti pelaksanaan",
        "dokumen bukti fisik", "dokumentasi", "kelengkapan dokumen", "bukti kegiatan", "dokumen eviden",
    ),
    "schedule": (
        "target waktu", "waktu", "jadwal", "jadwal pelaksanaan", "waktu pelaksanaan", "target penyelesaian", "batas waktu",
        "target", "bulan", "rencana waktu", "waktu penyelesaian", "timeline", "periode", "tahun", "jangka waktu",
        "target bulan", "tanggal", "time schedule", "rencana pelaksanaan", "target pelaksanaan", "target waktu pelaksanaan",
        "tenggat waktu", "tenggat", "deadline", "due date", "mulai", "selesai",
    ),
    "output": (
        "output", "keluaran", "hasil", "target output", "hasil yang diharapkan", "output kegiatan", "target kinerja",
        "output hasil", "hasil keluaran", "target keluaran", "luaran", "sasaran", "indikator output", "ukuran keberhasilan",
        "output keluaran", "deliverable", "target hasil", "target capaian",
    ),
    "person": (
        "penanggung jawab", "pj", "pelaksana", "pic", "tim kerja", "pokja", "pemeriksa", "penanggungjawab", "tim pelaksana",
        "koordinator", "unit pelaksana", "person in charge", "petugas", "pengampu", "penanggung jawab kegiatan",
        "unit in charge",
    ),
}  # fmt: skip

FOREIGN_HEADERS = (
    "realisasi", "capaian", "nilai", "skor", "bobot", "kendala", "permasalahan", "tanda tangan", "paraf", "jabatan", "nama",
    "nip", "hasil evaluasi", "rekomendasi", "status", "progres", "persentase", "tindak lanjut", "jawaban", "nilai akhir",
    "pangkat", "jabatan dalam tim", "jabatan dalam dinas", "realisasi kegiatan", "hasil monitoring", "nama jabatan",
    "unit kerja", "kehadiran", "capaian kinerja", "kondisi", "solusi", "nama pegawai", "instansi", "pangkat golongan",
    "analisis", "tindak lanjut hasil",
)  # fmt: skip
"""Headers of the other tables such plans hold: team members, scores, monitoring, attendance."""

_PARTED = re.compile(r"[/()&,]|\bdan\b|\batau\b", re.IGNORECASE)
_ZERO_IN_WORD = re.compile(r"(?<=[a-z])0|0(?=[a-z])")
_UP_TO = frozenset({"s", "d", "sd", "dan", "sampai"})
_MONTH_CODE = re.compile(r"^(b?0?[1-9]|b?1[0-2]|i{1,3}|iv|vi{0,3}|ix|xi{0,2})$")
_QUARTER = re.compile(r"^(q[1-4]|s[12]|(tw|triw|triwulan|kuartal|quarter)\.?\s?[1-4iv]{1,3}|(smt|sem|semester)\.?\s?[12i]{1,2})$")


def letters_of(text: str) -> str:
    """Lower-case letters in words; dots and dust in a header must not cost a document."""
    return " ".join(re.findall(r"[a-z]+", _ZERO_IN_WORD.sub("o", text.lower())))


def is_within(text: str, header: str) -> bool:
    """Whether a header says these words; a single letter is a mark under a month ("v")."""
    letters = letters_of(text).replace(" ", "")
    return len(letters) > 1 and letters in letters_of(header).replace(" ", "")


@cache
def role_of(header: str) -> Role | None:
    """The role whose words are most like the header's, None where none is like enough."""
    names = _names(header)
    if names is None:
        return None
    best, role = max((_likeness(names, known), role) for role, forms in HEADERS.items() for known in forms)
    return role if best >= ALIKE and best >= _foreign_likeness(names) else None


@cache
def is_foreign(header: str) -> bool:
    """Whether the header is one of another table's."""
    names = _names(header)
    return names is not None and role_of(header) is None and _foreign_likeness(names) >= ALIKE


def is_month(header: str) -> bool:
    """Whether the header is a month's name or a code for a month, quarter or half-year."""
    return is_month_name(header) or is_quarter(header) or bool(_MONTH_CODE.match(_bare(header)))


def is_quarter(header: str) -> bool:
    """Whether the header is a quarter's or a half-year's name or code."""
    return bool(_QUARTER.match(_bare(header)))


def _bare(header: str) -> str:
    return header.strip().lower().rstrip(".")


def is_month_name(header: str) -> bool:
    """Whether the header is a month's name, whole or short, or names the first and the last of some."""
    words = letters_of(header).split()
    if not words or len(header) > LONGEST_HEADER:
        return False
    named = [word for word in words if word not in _UP_TO]
    return _is_like_month("".join(words)) or (bool(named) and all(map(_is_like_month, named)))


@cache
def _is_like_month(word: str) -> bool:
    return word in MONTHS or any(fuzz.ratio(word, name) >= LIKE_A_MONTH for name in MONTHS if len(name) > LONGEST_SHORT_FORM)


def _names(header: str) -> tuple[str, ...] | None:
    """The header and the names it gives ("Indikator / Uraian"), letters only; None for a text too long to be a header."""
    if len(header) > LONGEST_HEADER or not letters_of(header):
        return None
    parts = [letters_of(name) for name in (header, *_PARTED.split(header))]
    return tuple(part for part in parts if len(part) >= LEAST_NAME * len(parts[0]))


def _foreign_likeness(names: tuple[str, ...]) -> float:
    return max(_likeness(names, known) for known in FOREIGN_HEADERS)


def _likeness(names: tuple[str, ...], known: str) -> float:
    """Likeness in percent of the header, or of one of its names, to a known one."""
    whole = max(_edit_likeness(name, known) for name in names)
    words = names[0].split()
    if set(known.split()) <= set(words) and len(words) <= len(known.split()) + 2:
        # A known name among a word or two more; the longer it is, the more of the header it explains.
        return max(whole, ALIKE + len(known) / 4)
    return whole


def _edit_likeness(words: str, known: str) -> float:
    """Without blanks, which OCR and narrow cells scatter; short words must be the same."""
    a, b = words.replace(" ", ""), known.replace(" ", "")
    if len(b) <= 4:
        return 100.0 if a == b else 0.0
    return fuzz.ratio(a, b)
