"""Reading a region's name in a text: its kind (Kabupaten, Kota, Provinsi) and the gazetteer's spelling of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from rapidfuzz import fuzz, process

from pipeline.gazetteer import Region, RegionKind, region_of, regions
from pipeline.identity.vocabulary import word_set

CONNECTORS = frozenset({"dan", "&", "atau", "serta"})

_KINDS: dict[str, RegionKind] = {
    "kabupaten": "Kabupaten",
    "kab": "Kabupaten",
    "kota": "Kota",
    "provinsi": "Provinsi",
    "propinsi": "Provinsi",
    "prov": "Provinsi",
}
NO_REGION = word_set(
    "tahun nomor tentang menuju untuk yang dan atau telp jalan jln dinas badan kecamatan kelurahan kepala bupati walikota",
    "tanggal lampiran bab rencana program dokumen tim ketua sekretaris nip pemerintah republik indonesia setempat lainnya",
    "tersebut layak sehat kreatif cerdas pintar inspektorat rumah pengadilan kantor dprd",
)
"""Words that never begin or go on a region's name."""

MISREAD_LIKENESS = 86
"""Likeness in percent at which a name is taken for a region's, misread."""

_SHORT_PROVINCES = {"dkijakarta": "DKI Jakarta", "diyogyakarta": "DI Yogyakarta", "daerahkhususjakarta": "Daerah Khusus Jakarta"}

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


def read_region(tokens: Sequence[str], limit: int = 4) -> tuple[Region | None, int]:
    """The region that tokens begin with and how many of them name it; the longest name the gazetteer knows wins.

    A name it does not know, but for a letter or two of a known one of that kind, is taken for the known one; any other
    capitalised name is taken as printed, for regions come into being. `limit` is how many tokens such a name may use.
    """
    kind = _KINDS.get(tokens[0].lower().replace("1", "i")) if tokens else None
    if kind is None or not tokens[0][0].isupper():
        return None, 0
    first = 1
    while first < len(tokens) and tokens[first] in {".", ":"}:
        first += 1
    if kind == "Kota" and [t.lower() for t in tokens[first : first + 1]] == ["administrasi"]:
        first += 1
    for count in range(min(5, len(tokens) - first), 0, -1):
        name = tokens[first : first + count]
        if not name[0][:1].isupper():
            continue
        known = region_of(kind, "".join(name)) if name[-1].isalpha() else None
        if known is not None:
            return _as_printed(known, "".join(name)), first + count
    region, used = _misread(kind, tokens, first)
    return (region, used) if region is not None else _unlisted(kind, tokens[: max(limit, first + 1)], first)


def regions_in(text: str) -> Iterator[Region]:
    """Every region a text names with its kind."""
    tokens = _TOKEN.findall(text)
    for at, token in enumerate(tokens):
        if token.lower() in _KINDS:
            region, _ = read_region(tokens[at : at + 8])
            if region is not None:
                yield region


def _as_printed(region: Region, name: str) -> Region:
    """A province under the short name the plan gives it (DKI Jakarta)."""
    short = _SHORT_PROVINCES.get(name.lower())
    return replace(region, name=short) if short else region


def _misread(kind: RegionKind, tokens: Sequence[str], first: int) -> tuple[Region | None, int]:
    for count in (2, 1):
        name = "".join(tokens[first : first + count]).lower()
        if len(name) < 5 or first + count > len(tokens) or not tokens[first][0].isupper():
            continue
        near = process.extractOne(name, _names(kind), scorer=fuzz.ratio, score_cutoff=MISREAD_LIKENESS)
        if near:
            return region_of(kind, near[0]), first + count
    return None, 0


def _unlisted(kind: RegionKind, tokens: Sequence[str], first: int) -> tuple[Region | None, int]:
    """A region the gazetteer lacks: the capitalised words after its kind, three at most."""
    name: list[str] = []
    for token in tokens[first : first + 3]:
        if not token[0].isupper() or len(token) < 3 or token.lower() in NO_REGION or token.lower() in _KINDS:
            break
        name.append(token.capitalize())
    if not name or any(not word.isalpha() for word in name):
        return None, 0
    return Region("", kind, " ".join(name), ""), first + len(name)


@cache
def _names(kind: RegionKind) -> tuple[str, ...]:
    return tuple(re.sub(r"[^a-z]", "", region.name.lower()) for region in regions() if region.kind == kind)
