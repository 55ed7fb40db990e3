"""Mentions that name another agency as what it is: a partner, an addressee, a source, one of many."""

from __future__ import annotations

import re

_REACH_CHARS = 140

_BEFORE = re.compile(
    r"\b(?:kerja\s?sama|bekerja\s?sama|kemitraan|mitra|koordinasi\w*|berkoordinasi|bersama(?:-sama)?|mou|pks"
    r"|nota kesepahaman|sinergi\w*|kolaborasi|mengundang|undangan"
    r"|narasumber|pemateri|kepada|ditujukan|studi (?:banding|tiru)|benchmark\w*|kunjungan ke|dihadiri|disaksikan"
    r"|instansi (?:terkait|lain|vertikal|luar)"
    r"|lintas (?:sektor|instansi)|stakeholders?|pemangku|forkopim\w*|muspika|saber pungli|rujukan|merujuk|tembusan"
    r"|melibatkan|unsur|perwakilan|tokoh|mal+ pelayanan publik|mpp|gerai|tenant|diselenggarakan|berbatasan|membawahi)\b[^.;\n]*$",
    re.IGNORECASE,
)
"""Words that make everything after them in the sentence somebody else."""

_JUST_BEFORE = re.compile(
    r"(?:\b(?:ke|dari|oleh|dengan|pihak|seluruh|semua|para|setiap|antara|antar|seperti|misal(?:nya)?|contoh(?:nya)?|data"
    r"|sumber)\s*:?\s+"
    r"(?:para\s+|bapak\s+|ibu\s+|tim\s+|pihak\s+|dari\s+|milik\s+)?|\b(?:dan/)?atau\s+)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\W*(?:se-?\s?(?:kabupaten|kota|provinsi|kecamatan|indonesia)|terkait|setempat|lain(?:nya)?|selaku (?:narasumber"
    r"|mitra)|sebagai (?:narasumber|mitra|pembina))\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\bdi lingkungan\s+$", re.IGNORECASE)
_OWN_VOICE = (
    r"(?:\bdi lingkungan|\b(?:pegawai|asn|pimpinan|jajaran|zona integritas|pembangunan zi|budaya kerja|visi|misi"
    r"|maklumat pelayanan|tim (?:kerja|pembangunan)(?: zi)?|(?:rapat|susunan) tim)"
    r"(?: (?:di|pada|dari))?(?: lingkungan)?)\s+"
)
_ITSELF = re.compile(_OWN_VOICE + "$", re.IGNORECASE)
_ITSELF_ANYWHERE = re.compile(_OWN_VOICE, re.IGNORECASE)
_ADDRESS = re.compile(
    r"\b(?:[Jj]l|JL|[Jj]ln)\b\.?|\b(?:Jalan|JALAN)\s+[A-Z]|\b(?i:telp|telepon|fax|faks|kode pos|e-?mail)\b|@|www\."
)


def is_partner(text: str, start: int, end: int) -> bool:
    """Whether the words at a span are spoken of as somebody else's, and so belong in the plan."""
    before = text[max(0, start - _REACH_CHARS) : start]
    if _WITHIN.search(before):
        return False
    return bool(_BEFORE.search(before) or _JUST_BEFORE.search(before) or _AFTER.match(text[end:]))


def speaks_of_itself(text: str, start: int) -> bool:
    """Whether the words after `start` stand where a plan names its own agency."""
    return _ITSELF.search(text[max(0, start - _REACH_CHARS) : start]) is not None


def self_mentions(text: str) -> list[int]:
    """Where the words begin that stand where a plan names its own agency."""
    return [found.end() for found in _ITSELF_ANYWHERE.finditer(text)]


def is_address(text: str) -> bool:
    return _ADDRESS.search(text) is not None
