"""How alike two texts are, and which read row stands for which true row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

import numpy as np
from rapidfuzz.distance import Indel, Levenshtein
from rapidfuzz.process import cdist

Json = Mapping[str, object]
_SAME = str.maketrans({"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "\u00ad": ""})
_ROW_TEXT = ("indicator", "action", "evidence", "schedule")


def text_of(item: Json, name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def items(thing: Json, name: str) -> list[Json]:
    """The records in a list field; none where the field is missing or something else."""
    value = thing.get(name)
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, Sequence) else []


def part_of(thing: Json, name: str) -> Json:
    """The record in a field; an empty one where it is missing."""
    value = thing.get(name)
    return value if isinstance(value, Mapping) else {}


def squeezed(text: str) -> str:
    """Lower case, dashes and quotes of one kind, no white space."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_SAME).lower().split())


def likeness(one: str, other: str) -> float:
    """1 for equal texts, 0 for texts without a letter in common; white space and case say nothing."""
    return float(Indel.normalized_similarity(squeezed(one), squeezed(other)))


def edits(true: str, read: str) -> int:
    """Letters to insert, drop or change to make the read text the true one (white space and case apart)."""
    return Levenshtein.distance(squeezed(true), squeezed(read))


def numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def pair_rows(true_rows: Sequence[Json], read_rows: Sequence[Json]) -> dict[int, int]:
    """True row → read row, in order, so that the summed likeness of the pairs is the highest there is."""
    if not true_rows or not read_rows:
        return {}
    true_texts = [squeezed(" ".join(text_of(r, c) for c in _ROW_TEXT)) for r in true_rows]
    read_texts = [squeezed(" ".join(text_of(r, c) for c in _ROW_TEXT)) for r in read_rows]
    alike = cdist(true_texts, read_texts, scorer=Indel.normalized_similarity, dtype=np.float32)
    alike[alike < 0.4] = 0.0
    return _best_path(alike)


def _best_path(alike: np.ndarray) -> dict[int, int]:
    rows, columns = alike.shape
    best = np.zeros((rows + 1, columns + 1))
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            best[i, j] = max(best[i - 1, j], best[i, j - 1], best[i - 1, j - 1] + alike[i - 1, j - 1])
    pairs: dict[int, int] = {}
    i, j = rows, columns
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs[i] = j
    return pairs
