"""Other units standing where a plan speaks of itself: "Camat Lawang" in the plan of Kecamatan Sumber Asri, or
"di lingkungan Balai Benih Utara" in the plan of a court, whatever kind of office that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

_UNITS: dict[str, str] = {
    "kecamatan": r"Kecamatan|KECAMATAN|Kec\.?|KEC\.?|Camat|CAMAT",
    "kelurahan": r"Kelurahan|KELURAHAN|Kel\.|Lurah|LURAH",
    "puskesmas": r"Puskesmas|PUSKESMAS",
}
_TITLES = re.compile(r"camat|lurah", re.IGNORECASE)
_COMMON = frozenset({
    "kabupaten", "kab", "kota", "provinsi", "tahun", "dan", "di", "yang", "untuk", "se", "dengan", "pada", "selaku", "sebagai",
    "atau", "terbaik", "layak", "sehat", "digital", "berdaya", "tangguh", "peduli", "pembantu", "keliling", "induk", "dalam",
    "setempat", "lain",
})  # fmt: skip
_OFFICE = re.compile(
    r"(?P<lead>Dinas|Badan|Balai|Kantor|Kecamatan|Kelurahan|UPTD?|Puskesmas|RSUD|Rumah Sakit|SMPN?|SMAN?|SMKN?|SDN?|MAN|MTsN"
    r"|Madrasah|Sekolah|Pengadilan|Kejaksaan|Lapas|Lembaga|Rutan|Polres|Loka|Stasiun)(?P<name>(?:\s+(?:dan|&|\d+|[A-Z][^\W\d_]+)){1,9})"
)
_NAMELESS = frozenset({
    "besar", "negeri", "layanan", "umum", "daerah", "publik", "pusat", "negara", "pemerintah", "pemerintahan", "dan", "kabupaten",
    "kota", "kecamatan", "provinsi", "republik", "indonesia", "kami", "terpadu", "wilayah", "kerja", "pelayanan", "kantor",
    "badan", "dinas", "balai", "lembaga", "tahun", "menuju", "dalam", "dengan", "bebas", "dari", "korupsi", "bersih",
    "melayani", "birokrasi", "zona", "integritas", "rencana", "program",
})  # fmt: skip
_OWN_LIKENESS = 70
_SAME_WORD_LIKENESS = 80


@dataclass(frozen=True, slots=True)
class Sister:
    """A sister unit at a span; `is_head` where its head is named, which no plan does by the way."""

    start: int
    end: int
    is_head: bool


def find_sisters(text: str, agency: str) -> Iterator[Sister]:
    for pattern, own in _patterns(agency):
        for found in pattern.finditer(text):
            name = found["name"].casefold()
            if name in _COMMON or name in own or any(fuzz.ratio(name, word) >= _OWN_LIKENESS for word in own):
                continue
            yield Sister(*found.span(), is_head=_TITLES.match(found.group()) is not None)


@lru_cache(maxsize=16)
def _patterns(agency: str) -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """For each unit word of the agency's name, what finds such units, and the words of the agency itself."""
    words = frozenset(re.findall(r"[^\W\d_]+", agency.casefold()))
    return tuple(
        (re.compile(rf"\b(?:{unit})\s+(?P<name>[A-Z][^\W\d_]{{3,}})"), words) for kind, unit in _UNITS.items() if kind in words
    )


def other_office(text: str, start: int, agency: str) -> tuple[int, int] | None:
    """The span of an office named at `start` whose name shares no word with the agency's; None for abbreviations."""
    found = _OFFICE.match(text.title() if text.isupper() else text, start)
    if found is None:
        return None
    names = {word for word in re.findall(r"[^\W\d_]+", found["name"]) if word.casefold() not in _NAMELESS}
    own = set(re.findall(r"[^\W\d_]+", agency.casefold()))
    if not names or any(word.isupper() for word in names):
        return None
    is_own = any(fuzz.ratio(name.casefold(), word) >= _SAME_WORD_LIKENESS for name in names for word in own)
    return None if is_own else found.span()
