"""The region an agency belongs to: named with it, held by its name, or the one its plan names most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from extractors.commonness import zipf
from pipeline.gazetteer import Region, regions_named
from pipeline.identity.agency_heads import HEADS, OFFICIALS
from pipeline.identity.agency_names import NAME_ENDS
from pipeline.identity.region_names import NO_REGION, regions_in
from pipeline.identity.zones import Zones

SLIP = 86
"""Likeness in percent from which a name the gazetteer lacks may be a slip of the pen for one it knows."""

ALWAYS = 0.8
"""Share of a region's mentions from which a word that goes on after them is part of its name."""

USUAL_ZIPF = 3.8
"""How common a word of Indonesian is that is hardly met in the name of a place alone."""

_OFFICES = frozenset(head.split()[0] for head in (*HEADS, *OFFICIALS))
_CLASS = frozenset({"kelas", "tipe", "type"})
_COMPASS = frozenset({"utara", "selatan", "timur", "barat", "tengah"})


def find_region(votes: Iterable[tuple[Region, float]], words: Sequence[str], zones: Zones) -> Region | None:
    """The region of an agency whose name has these words; `votes` are the regions named with it and their weights."""
    support = _summed(votes)
    named = _summed((region, weight) for region, weight, _ in _regions_named(zones))
    region = (
        max(support, key=lambda region: support[region] + _cut_short(region, support), default=None)
        or _region_in_name(words, named)
        or max(named, key=lambda region: named[region], default=None)
    )
    return _whole_name(_as_listed(region, named), zones) if region is not None else None


def _summed(weighted: Iterable[tuple[Region, float]]) -> dict[Region, float]:
    sums: dict[Region, float] = defaultdict(float)
    for region, weight in weighted:
        sums[region] += weight
    return sums


def _regions_named(zones: Zones) -> Iterator[tuple[Region, float, tuple[str, ...]]]:
    """Each region the plan names, with a weight (before its chapters three times) and the words after it."""
    for weight, lines in ((3.0, zones.front), (1.0, zones.body), (0.3, zones.cells)):
        for line in lines:
            for region, following in regions_in(line.text):
                yield region, weight, following


def _cut_short(region: Region, support: Mapping[Region, float]) -> float:
    """What a longer name takes over from names the gazetteer lacks that only begin like it: a line's end cut them."""
    shorter = [n for other, n in support.items() if not other.code and region.full_name.startswith(f"{other.full_name} ")]
    return sum(n for n in shorter if support[region] >= 0.3 * n)


def _as_listed(region: Region, named: Mapping[Region, float]) -> Region:
    """A name the gazetteer lacks is a slip for one it knows only where the plan names that one more often."""
    if region.code:
        return region
    alike = [r for r in named if r.code and r.kind == region.kind and fuzz.ratio(r.name.lower(), region.name.lower()) >= SLIP]
    return max((region, *alike), key=lambda r: named.get(r, 0.0))


def _whole_name(region: Region, zones: Zones) -> Region:
    """ "Kota Batu Lawang", of which the gazetteer knows only Kota Batu: a name that always goes on is longer."""
    following = Counter(_next_of_name(words) for named, _, words in _regions_named(zones) if named == region)
    word, count = following.most_common(1)[0] if following else ("", 0)
    if not region.code or not word or count < ALWAYS * following.total():
        return region
    return Region("", region.kind, f"{region.name} {word}", "")


def _next_of_name(following: Sequence[str]) -> str:
    """The first of the words after a region's name if it may go on with it, else ""."""
    word = following[0] if following else ""
    if not (word.isalpha() and word[0].isupper()) or _is_no_name(word.lower()):
        return ""
    before_province = any(r.kind == "Provinsi" for n in (1, 2, 3) for r in regions_named("".join(following[:n])))
    return "" if before_province else word.capitalize()


def _is_no_name(word: str) -> bool:
    """Whether a word is known for something else: an office may follow its government, and so may any word on a cover."""
    if word in _COMPASS:
        return False
    return word in NO_REGION | NAME_ENDS | _OFFICES or zipf(word) >= USUAL_ZIPF


def _region_in_name(words: Sequence[str], named: Mapping[Region, float]) -> Region | None:
    """ "Pengadilan Negeri Semarang": the region its name ends in; of a kabupaten and a kota the one the plan names.

    Where it names neither it is the kota: where both exist the office of the kabupaten is called after its own seat.
    """
    for place in _places(words):
        for first in range(max(0, len(place) - 4), len(place)):
            name = "".join(place[first:]).lower()
            known = {*regions_named(name), *(r for r in named if r.name.replace(" ", "").lower() == name)}
            if known:
                return max(known, key=lambda r: (named.get(r, 0.0), r.kind == "Kota", r.code))
    return None


def _places(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Where a name may end with its place: before its class ("Surabaya Kelas IA Khusus"), at its end, or short of a
    point of the compass ("Malang Utara")."""
    yield words[: next((i for i, word in enumerate(words) if word.lower() in _CLASS), len(words))]
    yield words
    if words and words[-1].lower() in _COMPASS:
        yield words[:-1]
