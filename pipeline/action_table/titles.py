"""Titles inside the action table: parts, areas of change and their labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from pipeline.action_table.known import component_beginning, component_likeness
from pipeline.records import Part

AREAS: dict[int, tuple[str, ...]] = {
    1: ("manajemen perubahan", "penguatan manajemen perubahan", "area manajemen perubahan"),
    2: ("penataan tatalaksana", "penguatan tatalaksana", "tatalaksana", "ketatalaksanaan", "penataan ketatalaksanaan"),
    3: (
        "penataan sistem manajemen sdm", "penataan sistem manajemen sdm aparatur", "penataan manajemen sdm",
        "penataan sistem manajemen sumber daya manusia", "penataan sistem manajemen sumber daya manusia aparatur",
        "penataan manajemen sumber daya manusia", "penguatan sistem manajemen sdm", "manajemen sdm", "sistem manajemen sdm",
        "penguatan manajemen sdm", "penataan sdm", "penataan sdm aparatur", "manajemen sumber daya manusia", "sdm aparatur",
        "sistem manajemen sumber daya manusia", "penguatan manajemen sumber daya manusia",
    ),
    4: ("penguatan akuntabilitas", "penguatan akuntabilitas kinerja", "akuntabilitas kinerja", "akuntabilitas"),
    5: ("penguatan pengawasan", "penguatan sistem pengawasan", "pengawasan", "peningkatan pengawasan"),
    6: (
        "peningkatan kualitas pelayanan publik", "penguatan kualitas pelayanan publik", "kualitas pelayanan publik",
        "peningkatan pelayanan publik", "pelayanan publik", "peningkatan mutu pelayanan publik",
    ),
}  # fmt: skip

PARTS: dict[Part, tuple[str, ...]] = {
    "pemenuhan": ("pemenuhan", "aspek pemenuhan", "komponen pengungkit", "pengungkit", "komponen pemenuhan"),
    "reform": ("reform", "aspek reform", "komponen reform", "reformasi"),
    "hasil": ("hasil", "komponen hasil", "aspek hasil"),
}

ALIKE = 86

LIKE_A_COMPONENT = 85
"""Likeness in percent from which a line of prose is a component's name."""

_LABEL = re.compile(
    r"^\(?\s*([IVXivxl1|]{1,5}|[A-Za-z]|\d{1,2}(?:\.\d{1,2})*)\s*[.):]\s*|^([IVX]{1,5}|[A-H]|\d{1,2})\s+(?=[A-Za-z])"
)
_AREA_PREFIX = re.compile(
    r"^(area|komponen|program|bagian)\s*(perubahan)?\s*([ivx]+|\d|[a-f])?\s*[-–:.)]*\s*(?=[a-z]{4})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Title:
    """What a line of the table says it is; `label` is the numeral or letter before it."""

    kind: Literal["part", "area"]
    label: str
    area: int | None = None
    part: Part | None = None


def split_label(text: str) -> tuple[str, str]:
    """ "II. PENATAAN" → ("II", "PENATAAN"); a text without a label keeps ""."""
    found = _LABEL.match(text)
    if not found or found.end() == len(text):
        return "", text.strip()
    return (found.group(1) or found.group(2) or "").strip(), text[found.end() :].strip()


def title_of(text: str) -> Title | None:
    """The part or area a text names as its title, None for any other text."""
    label, rest = split_label(text)
    area = area_of(rest)
    if area is not None:
        return Title("area", label, area=area)
    part = part_of(rest)
    return Title("part", label, part=part) if part is not None else None


def area_of(text: str) -> int | None:
    """The area of change (1–6) whose name the text is, misspellings allowed; a component's name is none."""
    bare = _letters(_AREA_PREFIX.sub("", text.strip()))
    if len(bare) < 6:
        return None
    best, area = max((_ratio(bare, _letters(name)), area) for area, names in AREAS.items() for name in names)
    return area if best >= ALIKE and best >= max(component_likeness(text), component_beginning(text)) else None


def is_component(text: str) -> bool:
    """Whether a line is the name of a component of the regulations, whole or cut short, with its label or without."""
    name = split_label(text)[1]
    return component_likeness(name) >= LIKE_A_COMPONENT or (" " in name and component_beginning(name) >= LIKE_A_COMPONENT)


def part_of(text: str) -> Part | None:
    bare = _letters(re.sub(r"\(.*?\)", "", text))
    for part, names in PARTS.items():
        if any(_ratio(bare, _letters(name)) >= ALIKE + 2 for name in names):
            return part
    return None


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())


def _ratio(a: str, b: str) -> float:
    return fuzz.ratio(a, b) if abs(len(a) - len(b)) <= 0.3 * len(b) else 0.0
