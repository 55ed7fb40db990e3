"""How much a text sounds like what stands in a column: a score a role, positive where it does.

The scores are hand-set weights in one unit (about a factor of e in odds); the words are those such plans are written
with, whatever the agency.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from pipeline.action_table.known import component_likeness
from pipeline.flattened.known import likeness
from pipeline.plan import Role

NUMBER = re.compile(r"\(?(?:\d{1,2}|[IVX]{1,4}|[A-Za-z])[.)]?")
_MONTHS = (
    r"jan(?:uari)?|feb(?:ruari|uari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu?s(?:tus)?|sept?(?:ember)?|okt(?:ober)?|"
    r"no[vp](?:ember)?|des(?:ember)?"
)
TIME_WORD = re.compile(
    rf"(?:(?:{_MONTHS})\W*(?:\d{{2,4}})?(?:\W*(?:{_MONTHS}))?|(?:19|20)\d\d|\d{{1,2}}|s/?d\.?|s\.d\.?|sampai|dengan|hingga|dan|&|[-–—/,;.]|"
    r"setiap|tiap|se?tiap\w*|bulan(?:an)?|minggu(?:an)?|hari(?:an)?|tahun(?:an)?|tri?wulan(?:an)?|tribulan(?:an)?|semester(?:an)?|tw|"
    r"i{1,3}v?|iv|b\d{1,2}(?:\W+b\d{1,2})*|q[1-4]|sesuai|jadwal|kebutuhan|jika|ada|apabila|bila|perubahan|ketika|saat|awal|akhir|pertengahan|minimal|kali|sekali|"
    r"dalam|setahun|sebulan|per|selama|berkala|kontinyu|kontinu|terus|menerus|insidentil|insidental|pertemuan|rutin|berjalan|"
    r"tentatif|tanggal|th|thn|smt|periodik|satu|dua|tiga|empat|enam|kegiatan|pelaksanaan|data|pegawai|kebijakan)\W*",
    re.IGNORECASE,
)
ANCHOR = re.compile(
    rf"\b(?:{_MONTHS}|20\d\d|B\d\d|TW\s?[IV1-4]+|smt|setiap|tiap|bulanan|mingguan|harian|tahunan|tri?wulan(?:an)?|tribulan(?:an)?|semester(?:an)?|jadwal|"
    r"kebutuhan|jika|apabila|ketika|berkala|rutin|insident[ia]l|tahun|bulan|minggu|hari|tentatif)\b",
    re.IGNORECASE,
)
"""A word without which nothing is a time; numbers and "sampai" alone are none."""
MONTH_MARKS = re.compile(r"[xXvV√✓●■•](?:\s+[xXvV√✓●■•]){0,11}")
"""Marks under the months of a year."""
OUTPUT = re.compile(
    r"\d{1,4}\s*(?:\([^)]*\)\s*)?(?:dok(?:umen)?|kegiatan|laporan|berkas|sk|sop|kali|orang|pegawai|unit|paket|lembar|buah|banner|lokasi|"
    r"aplikasi|inovasi|foto|bulan|keputusan|surat|notul\w+|matriks|sertifikat|daftar|poster|modul|formulir|buku|website|tim|rapat|set|peraturan|%|persen)\b.*",
    re.IGNORECASE,
)
VERB = re.compile(r"Me(?:m|n|ng|ny|l|r|w|y|l)?[a-z]{3,}|Di[a-z]{4,}kan|Ber[a-z]{4,}")
VERBAL_NOUN = re.compile(
    r"(?:Pe(?:m|n|ng|ny|l|r)?[a-z]{3,}an|Rapat|Sosialisasi|Monitoring|Monev|Revi[ue]w?|Reviu|Evaluasi|Koordinasi|Tindak|Upaya)$"
)
EVIDENCE = re.compile(
    r"(?:SK|S[Kk]\.|SOP|SPT|SS|BA|Dokumen(?:tasi)?|Laporan|Notul\w+|Undangan|Daftar|Foto\S*|Screen\s?sh?o+t\w*|Surat|Berita|Bukti|Rekap\w*|"
    r"Banner|Spanduk|Poster|Leaflet|Link|Tangkapan|Sertifikat|Form\w*|Buku|Peta|Matriks|Kertas|Nota|Perjanjian|SKP|Renstra|RENSTRA|"
    r"LKjIP|LAKIP|Peraturan|Keputusan|Kepwal|Kepbup|Perbup|Perwali|Website|Kebijakan|Pedoman|Materi|Modul|Jadwal|Lembar|Lampiran|"
    r"Register|Hasil|Data|Arsip|Naskah|Brosur|Video|Piagam|Pakta|Absen\w*|Rencana|Survei|Sampel|Print|Cascading|DPA|RKA|IKU|Memo\w*|Disposisi)"
)
TOLD = re.compile(
    r"\b(?:telah|sudah|terdapat|dilakukan|berkala|memiliki|dimiliki|sesuai|terlibat|berorientasi|tersedia|adanya)\b",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"\b(?:tim|kepala|kasubbag|kasi|kabid|bagian|bidang|sekretari\w+|pokja|koordinator|pelaksana|pimpinan|camat|lurah|direktur|area)\b",
    re.IGNORECASE,
)
LONE_LABEL = re.compile(r"(?:^|\s)(?:\d{1,2}|[a-z])[.)]$")
"""The label of an item whose words are yet to come."""
MOST_TIME_WORDS = 18
DANGLING = re.compile(
    r"\b(?:dan|atau|yang|untuk|pada|dengan|dalam|di|ke|dari|atas|terhadap|tentang|oleh|sebagai|serta|secara|telah|sudah|akan|bagi|para|dari|"
    r"antar|melalui|guna|agar|seluruh|setiap|tidak|per)$|[,/(&–-]$"
)
"""An end after which a text must go on."""


def score(role: Role, text: str, sentences: Sequence[str]) -> float:
    """How much `text` sounds like a whole cell of the role; `sentences` are the indicators it may be."""
    if role == "indicator":
        return _indicator(text, sentences)
    return _SCORES.get(role, _other)(text)


@lru_cache(maxsize=50_000)
def time_score(text: str) -> float:
    """From +5 (nothing but a time) down to below 0."""
    words = text.split()
    if text in {"-", "–"}:
        return 2.0
    if MONTH_MARKS.fullmatch(text):
        return 5.0
    if len(words) > MOST_TIME_WORDS:
        return -10.0
    share = sum(1 for word in words if _is_time_word(word)) / len(words)
    if not ANCHOR.search(text):
        return -4.0 - 6.0 * (1 - share)
    if share == 1.0:
        return 5.0 if len(words) <= 12 else 2.0
    return 5.0 - 14.0 * (1 - share) - 0.3 * max(0, len(words) - 6)


@lru_cache(maxsize=20_000)
def _is_time_word(word: str) -> bool:
    return TIME_WORD.fullmatch(word) is not None


def is_time(text: str) -> bool:
    return time_score(text) >= 4.0


def end_score(text: str) -> float:
    """Below 0 where a text cannot well end here."""
    loose = -4.0 if DANGLING.search(text[-12:]) or LONE_LABEL.search(text[-6:]) else 0.0
    return loose - (2.5 if text.count("(") > text.count(")") else 0.0)


def start_score(text: str) -> float:
    """Below 0 where a text cannot well begin here."""
    first = text[0]
    if first.islower():
        return -3.5
    if text.count(")") > text.count("(") and not re.match(r"\w{1,2}\)", text):
        return -2.5
    return -4.0 if first in "/,.;:)&" or (first in "-–" and len(text) > 1) else 0.0


def _number(text: str) -> float:
    return 3.0 if NUMBER.fullmatch(text) else -25.0


@lru_cache(maxsize=100_000)
def _component(text: str) -> float:
    if is_time(text):
        return -6.0
    words = len(text.split())
    if words > 18:
        return -8.0
    alike = component_likeness(text)
    known = 6.0 if alike >= 88 else 3.0 if alike >= 72 else 0.0
    said = -1.5 if TOLD.search(text) else 0.0
    return known + said - 0.7 * max(0, words - 8)


def _indicator(text: str, sentences: Sequence[str]) -> float:
    if is_time(text):
        return -8.0
    alike = likeness(text, sentences)
    known = 9.0 if alike >= 92 else 6.0 if alike >= 84 else 3.0 if alike >= 75 else 1.0 if alike >= 65 else -0.5
    told = 1.0 if TOLD.search(text) else 0.0
    short = -2.0 if len(text.split()) < 3 and alike < 84 else 0.0
    return known + told + short


def _action(text: str) -> float:
    if is_time(text):
        return -7.0
    first = text.split(" ", 1)[0]
    begun = 2.5 if VERB.fullmatch(first) else 1.5 if VERBAL_NOUN.match(first) else 0.0
    named = -1.0 if EVIDENCE.match(text) and not begun else 0.0
    return begun + named + (-2.0 if OUTPUT.fullmatch(text) else 0.0)


def _evidence(text: str) -> float:
    if is_time(text):
        return -7.0
    first = text.split(" ", 1)[0]
    named = 2.5 if EVIDENCE.match(text) else 1.0 if re.match(r"1[.)]\s*\S", text) else 0.0
    begun = -2.0 if VERB.fullmatch(first) else 0.0
    return named + begun + (-3.0 if OUTPUT.fullmatch(text) else 0.0)


def _output(text: str) -> float:
    if OUTPUT.fullmatch(text):
        return 5.0 - 0.4 * max(0, len(text.split()) - 8)
    if re.match(r"(?:19|20)\d\d\b", text):
        return -3.0
    return (-4.0 if is_time(text) else 0.5) - 0.4 * max(0, len(text.split()) - 5)


def _person(text: str) -> float:
    return (2.0 if PERSON.search(text) else 0.0) - (4.0 if is_time(text) else 0.0) - 0.5 * max(0, len(text.split()) - 6)


def _other(text: str) -> float:
    return -0.1 * len(text.split())


_SCORES: dict[Role, Callable[[str], float]] = {
    "number": _number,
    "component": _component,
    "area": _component,
    "action": _action,
    "evidence": _evidence,
    "schedule": time_score,
    "output": _output,
    "person": _person,
}
