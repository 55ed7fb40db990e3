"""The provinces, kabupaten and kota of Indonesia (Kepmendagri 300.2.2-2138/2025), looked up by name.

Names are compared without blanks, hyphens and case, since documents write Tanjung Pinang and Tanjungpinang alike.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

RegionKind = Literal["Provinsi", "Kabupaten", "Kota"]

_PROVINCE_ALIASES = {
    "dkijakarta": "Daerah Khusus Ibukota Jakarta",
    "daerahkhususjakarta": "Daerah Khusus Ibukota Jakarta",
    "diyogyakarta": "Daerah Istimewa Yogyakarta",
    "diy": "Daerah Istimewa Yogyakarta",
    "nad": "Aceh",
    "nanggroeacehdarussalam": "Aceh",
    "ntb": "Nusa Tenggara Barat",
    "ntt": "Nusa Tenggara Timur",
    "kepri": "Kepulauan Riau",
    "babel": "Kepulauan Bangka Belitung",
    "bangkabelitung": "Kepulauan Bangka Belitung",
}


@dataclass(frozen=True, slots=True)
class Region:
    """`name` is bare ("Malang"), `full_name` with its kind ("Kabupaten Malang"); `code` is the ministry's."""

    code: str
    kind: RegionKind
    name: str
    province: str

    @property
    def full_name(self) -> str:
        return f"{self.kind} {self.name}"


@cache
def regions() -> tuple[Region, ...]:
    """All 38 provinces and 514 kabupaten and kota, in the order of their codes."""
    text = files("pipeline").joinpath("data/regions.csv").read_text(encoding="utf-8")
    return tuple(_region(row) for row in csv.DictReader(text.splitlines()))


def regions_named(name: str) -> tuple[Region, ...]:
    """The regions of this bare name; 26 names belong to a kabupaten and a kota both."""
    return _by_name().get(_fold(_PROVINCE_ALIASES.get(_fold(name), name)), ())


def region_of(kind: RegionKind, name: str) -> Region | None:
    return next((region for region in regions_named(name) if region.kind == kind), None)


def _region(row: dict[str, str]) -> Region:
    kinds: dict[str, RegionKind] = {"Provinsi": "Provinsi", "Kabupaten": "Kabupaten", "Kota": "Kota"}
    return Region(row["code"], kinds[row["type"]], row["name"], row["province"])


@cache
def _by_name() -> dict[str, tuple[Region, ...]]:
    index: dict[str, tuple[Region, ...]] = {}
    for region in regions():
        index[_fold(region.name)] = (*index.get(_fold(region.name), ()), region)
    return index


def _fold(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())
