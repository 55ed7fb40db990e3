"""Provinces, kabupaten and kota other than the plan's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.gazetteer import Region, regions, regions_named
from pipeline.records import Identity

_NAME = r"(?P<name>[^\W\d_]+(?:[ \-][^\W\d_]+){0,3})"
_TYPED = re.compile(
    rf"\b(?P<type>kabupaten|kab|kota|provinsi|propinsi|prov|pemkab|pemkot|kotamadya)\b\.?\s*(?:administrasi\s+)?{_NAME}", re.IGNORECASE
)
_HINT = re.compile(r"[Kk]ab|KAB|[Kk]ot[ak]|KOT[AK]|[Pp]ro[vp]|PRO[VP]|[Pp]emk")
_SEAT = re.compile(rf"^\W*(?:(?:kelas|kls|tipe|type)\s+[IVX]+\s?-?\s?[A-D]?\b\s*(?:khusus\s+)?|[IVX]+\b\s*)?{_NAME}", re.IGNORECASE)
_JURISDICTION = re.compile(r"\b(?:wilayah (?:hukum|kerja)|meliputi|membawahi|berbatasan|perbatasan|terdiri|mencakup|lahir)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OwnRegions:
    """The regions that the agency's name and the plan's region name, and their provinces."""

    names: frozenset[str]
    provinces: frozenset[str]
    kind: str | None

    @property
    def is_known(self) -> bool:
        return bool(self.names)

    def has(self, region: Region) -> bool:
        return region.name in self.names or (region.kind == "Provinsi" and region.name in self.provinces) or region.name in self.provinces


def own_regions(identity: Identity) -> OwnRegions:
    text = f"{identity.agency or ''} {identity.region or ''}"
    words = f" {_plain(text)} "
    own = [region for region in regions() if f" {_plain(region.name)} " in words]
    kind = next((k for k in ("Kabupaten", "Kota", "Provinsi") if (identity.region or "").startswith(k)), None)
    return OwnRegions(frozenset(r.name for r in own), frozenset(r.province for r in own), kind)


def typed_mentions(text: str, own: OwnRegions) -> Iterator[tuple[int, int, Region]]:
    """"Kabupaten X", "Kota Y", "Provinsi Z" that are not the plan's: start, end and the region."""
    for found in _TYPED.finditer(text) if _HINT.search(text) else ():
        match = _longest(found["name"], _kind_of(found["type"]))
        if match is None:
            continue
        region, length = match
        if not own.has(region) and not _JURISDICTION.search(text[: found.start()][-80:]):
            yield found.start(), found.start("name") + length, region


def seat_after(text: str, end: int, own: OwnRegions) -> tuple[int, Region] | None:
    """The region an office's name ends in ("Pengadilan Negeri Kelas IB | Sleman"), if it is not the plan's own."""
    found = _SEAT.match(text[end : end + 80])
    match = _longest(found["name"], None) if found else None
    if found is None or match is None:
        return None
    region, length = match
    begin = end + found.start("name")
    if own.has(region) or not text[begin].isupper():
        return None
    return begin + length, region


def _kind_of(word: str) -> str | None:
    lower = word.lower()
    if lower.startswith("prov") or lower.startswith("prop"):
        return "Provinsi"
    return "Kabupaten" if lower in {"kabupaten", "kab", "pemkab"} else "Kota"


def _longest(words: str, kind: str | None) -> tuple[Region, int] | None:
    """The longest beginning of a run of words that is a region's name, with its length in characters."""
    ends = [m.end() for m in re.finditer(r"[^\W\d_]+", words)]
    for end in reversed(ends):
        known = [r for r in regions_named(words[:end]) if kind is None or r.kind == kind]
        if known:
            return known[0], end
    return None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text.casefold()))
