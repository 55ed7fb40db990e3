"""Reading a region's name in a text: its kind (Kabupaten, Kota, Provinsi) and the gazetteer's spelling of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from canonical.spelling import without_look_alikes
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

SHORTEST_MISREAD = 5
"""Letters of the shortest name that is taken for another, misread."""

_SHORT_PROVINCES = {"dkijakarta": "DKI Jakarta", "diyogyakarta": "DI Yogyakarta", "daerahkhususjakarta": "Daerah Khusus Jakarta"}

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


def read_region(tokens: Sequence[str], limit: int = 4) -> tuple[Region | None, int]:
    """The region that tokens begin with and how many of them name it; the longest name the gazetteer knows wins.

    A name that looks like a known one of that kind (BANYUWANGl) is the known one, misread; any other capitalised name is
    taken as printed, for regions come into being. `limit` is how many tokens such a name may use.
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
        known = _known(kind, "".join(name)) if name[-1].isalnum() else None
        if known is not None:
            return _as_printed(known, "".join(name)), first + count
    return _unlisted(kind, tokens[: max(limit, first + 1)], first)


def regions_in(text: str) -> Iterator[tuple[Region, tuple[str, ...]]]:
    """Every region a text names with its kind, and the three tokens that follow the name."""
    tokens = _TOKEN.findall(text)
    for at, token in enumerate(tokens):
        if token.lower() in _KINDS:
            region, used = read_region(tokens[at : at + 8])
            if region is not None:
                yield region, tuple(tokens[at + used : at + used + 3])


def _as_printed(region: Region, name: str) -> Region:
    """A province under the short name the plan gives it (DKI Jakarta)."""
    short = _SHORT_PROVINCES.get(name.lower())
    return replace(region, name=short) if short else region


def _known(kind: RegionKind, name: str) -> Region | None:
    """The region of that name, or of the only name that looks like it; a digit may be a letter misread."""
    if not any(c.isdigit() for c in name) and (known := region_of(kind, name)):
        return known
    look = _look(name)
    return _by_look().get((kind, look)) if len(look) >= SHORTEST_MISREAD else None


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
def _by_look() -> dict[tuple[RegionKind, str], Region]:
    return {(region.kind, _look(region.name)): region for region in regions()}


def _look(name: str) -> str:
    return without_look_alikes(re.sub(r"[\W_]", "", name.lower()))
