"""Provinces, kabupaten and kota other than the plan's own.

A name that the gazetteer does not know (a typo, a new region) counts only where an office's name leads up to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.gazetteer import Region, regions, regions_named
from pipeline.identity.region_names import NO_REGION
from pipeline.records import Identity

_NAME = r"(?P<name>[^\W\d_]+(?:[ \-][^\W\d_]+){0,3})"
_TYPED = re.compile(
    rf"\b(?P<type>kabupaten|kab|kota|provinsi|propinsi|prov|pemkab|pemkot|kotamadya)\b\.?\s*(?:administrasi\s+)?{_NAME}",
    re.IGNORECASE,
)
_HINT = re.compile(r"[Kk]ab|KAB|[Kk]ot[ak]|KOT[AK]|[Pp]ro[vp]|PRO[VP]|[Pp]emk")
_OFFICE = re.compile(
    r"\b(?:(?i:dinas|badan|kantor|kecamatan|kelurahan|desa|uptd?|puskesmas|rsud|rumah sakit|smpn?|sman?|smkn?|sdn?|man"
    r"|mtsn|sekolah|madrasah|polres\w*|polsek"
    r"|kejaksaan|pengadilan|lapas|rutan|lembaga|balai|sekretariat|inspektorat|satuan|bagian|pemerintah|bps"
    r"|kppn))(?:[\s.]+(?:[A-Z][\w/&\-]*|dan|DAN|&|\d+)){0,8}[\s.]+$"
)
_SEAT = re.compile(
    rf"^\W*(?:(?:kelas|kls|tipe|type)\s+[IVX]+\s?-?\s?[A-D]?\b\s*(?:khusus\s+)?|[IVX]+\b\s*)?{_NAME}", re.IGNORECASE
)
_JURISDICTION = re.compile(
    r"\b(?:wilayah (?:hukum|kerja)|meliputi|membawahi|berbatasan|perbatasan|terdiri|mencakup|lahir)\b", re.IGNORECASE
)
_GENERIC = frozenset({
    "layak", "sehat", "kota", "kabupaten", "provinsi", "terbaik", "peduli", "cerdas", "pintar", "tangguh", "bersih", "hijau",
    "dan",
    "atau", "se", "lain", "setempat", "terkait", "tahun",
})  # fmt: skip
_TYPO_LIKENESS = 85


@dataclass(frozen=True, slots=True)
class OwnRegions:
    """Folded names of the regions that the agency's name and the plan's region name, and of their provinces."""

    names: frozenset[str]
    kind: str | None
    knows_province: bool

    @property
    def is_known(self) -> bool:
        return bool(self.names)

    def has_twin(self, kind: str, words: str) -> bool:
        """Whether a run of words begins with the plan's own name where it is told of the other kind (Kota for Kabupaten)."""
        is_other_kind = {kind, self.kind} == {"Kabupaten", "Kota"}
        return is_other_kind and any(f"{_plain(words)} ".startswith(f"{name} ") for name in self.names)

    def has(self, words: str) -> bool:
        """Whether a run of words begins with a name of the plan's own, a slip of a letter allowed."""
        plain = _plain(words)
        return any(_begins_alike(plain, name) or _is_typo(plain, name) for name in self.names)


def _begins_alike(words: str, name: str) -> bool:
    """One begins with the other, or both with the same two words."""
    one, other = words.split(), name.split()
    shared = min(len(one), len(other), 2)
    return shared > 0 and one[:shared] == other[:shared] and (shared == 2 or len(other) == 1 or len(one) == 1)


def _is_typo(words: str, name: str) -> bool:
    first = " ".join(words.split()[: len(name.split())])
    return len(name) >= 5 and fuzz.ratio(first, name) >= _TYPO_LIKENESS


def own_regions(identity: Identity) -> OwnRegions:
    text = f"{identity.agency or ''} {identity.region or ''}"
    words = f" {_plain(text)} "
    named = re.search(r"^(Kabupaten|Kota|Provinsi)\s+(.+)$", identity.region or "")
    own = _plain(named[2]) if named else ""
    in_name = [region for region in regions() if f" {_plain(region.name)} " in words]
    known = [region for region in in_name if not own.startswith(f"{_plain(region.name)} ")]
    names = {_plain(name) for region in known for name in (region.name, region.province)}
    names |= {own} if own else set()
    names |= {_plain(found["name"]) for found in _TYPED.finditer(identity.agency or "")}
    return OwnRegions(frozenset(names), named[1] if named else None, bool(known))


def typed_mentions(text: str, own: OwnRegions) -> Iterator[tuple[int, int, str]]:
    """ "Kabupaten X", "Kota Y", "Provinsi Z" that are not the plan's, each with the office whose name it ends.

    A kabupaten and a kota of one name lie side by side; an office of the other one is not the plan's.
    """
    for found in _TYPED.finditer(text) if _HINT.search(text) else ():
        kind = _kind_of(found["type"])
        office = _OFFICE.search(text[max(0, found.start() - 110) : found.start()])
        is_own = own.has(found["name"]) and not (office is not None and own.has_twin(kind, found["name"]))
        if is_own or _JURISDICTION.search(text[: found.start()][-80:]):
            continue
        if kind == "Provinsi" and not own.knows_province:
            continue
        start = found.start() - len(office.group()) if office else found.start()
        match = _longest(found["name"], kind)
        if match is not None:
            yield start, found.start("name") + match[1], match[0].full_name
        elif office is not None and (length := _capitals(found["name"])):
            yield start, found.start("name") + length, found["name"][:length]


def seat_after(text: str, end: int, own: OwnRegions) -> tuple[int, Region] | None:
    """The region an office's name ends in ("Pengadilan Negeri Kelas IB | Sleman"), if it is not the plan's own."""
    found = _SEAT.match(text[end : end + 80])
    if found is None or not found["name"][0].isupper() or own.has(found["name"]):
        return None
    match = _longest(found["name"], None)
    return (end + found.start("name") + match[1], match[0]) if match is not None else None


def _kind_of(word: str) -> str:
    lower = word.lower()
    if lower.startswith(("prov", "prop")):
        return "Provinsi"
    return "Kabupaten" if lower in {"kabupaten", "kab", "pemkab"} else "Kota"


def _longest(words: str, kind: str | None) -> tuple[Region, int] | None:
    """The longest beginning of a run of words that is a region's name, with its length in characters."""
    for end in reversed([m.end() for m in re.finditer(r"[^\W\d_]+", words)]):
        known = [r for r in regions_named(words[:end]) if kind is None or r.kind == kind]
        if known:
            return known[0], end
    return None


def _capitals(words: str) -> int:
    """How many characters of a run of words are a name: capitalised words, at most three, none of them generic."""
    length = 0
    for found in list(re.finditer(r"[^\W\d_]+", words))[:3]:
        if not found.group()[0].isupper() or found.group().casefold() in _GENERIC | NO_REGION:
            break
        length = found.end()
    return length


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text.casefold()))
