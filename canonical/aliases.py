"""Pairs a person confirmed: texts and the codes they mean, kept in a file of the user's own.

An exact or near-exact alias decides before any score does. The file is CSV with the header `text,code`; a text that
means several codes has several lines, one that means none has the code "none".
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from canonical.features import read_sentences
from canonical.lists import library

NONE = "none"
NEAR_EXACT = 96.0
"""Letter likeness (0..100) from which a text is taken for an alias."""


class AliasError(ValueError):
    """A pair that cannot be learnt; the message says which and why, in the user's language."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A text and the codes it means, () for none."""

    text: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    alias: Alias
    exact: bool


@dataclass(frozen=True)
class Aliases:
    """Aliases by the letters of their texts (blanks, light words and synonyms folded)."""

    by_letters: dict[str, Alias]


def read_aliases(path: Path) -> Aliases:
    """The aliases of a file; a file that is not there holds none. Raises AliasError for a code no list has."""
    return gather(read_pairs(path)) if path.exists() else Aliases({})


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """(text, code) of a CSV file with or without a header line. Raises AliasError for a line that is not such a pair."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = [line for line in csv.reader(file) if any(cell.strip() for cell in line)]
    if lines and [cell.strip().lower() for cell in lines[0][:2]] in (["text", "code"], ["teks", "kode"]):
        lines = lines[1:]
    pairs = []
    for number, line in enumerate(lines, start=1):
        if len(line) < 2 or not line[0].strip():
            raise AliasError(f"{path.name}, pasangan ke-{number}: harus berisi teks dan kode")
        pairs += [(line[0].strip(), code) for code in _codes(line[1], path.name, number)]
    return pairs


def _codes(text: str, name: str, number: int) -> list[str]:
    known = library().current.by_code
    codes = [c.strip() for c in text.replace(";", " ").split()] or [""]
    for code in codes:
        if code.lower() != NONE and code not in known:
            raise AliasError(f'{name}, pasangan ke-{number}: kode "{code}" tidak ada di {library().current.title}')
    return [NONE if c.lower() == NONE else c for c in codes]


def gather(pairs: Iterable[tuple[str, str]]) -> Aliases:
    """Pairs as aliases; a later "none" or code replaces an earlier contrary one for the same text."""
    codes: dict[str, tuple[str, ...]] = {}
    for text, code in pairs:
        before = codes.get(text, ())
        codes[text] = () if code == NONE else tuple(dict.fromkeys((*before, code)))
    texts = list(codes)
    return Aliases({s.letters: Alias(t, codes[t]) for t, s in zip(texts, read_sentences(texts), strict=True)})


def teach(path: Path, pairs: Sequence[tuple[str, str]]) -> int:
    """Adds the pairs to the alias file (whole or not at all) and gives how many aliases it holds then."""
    before = read_pairs(path) if path.exists() else []
    taught = {text for text, _ in pairs}
    kept = [pair for pair in before if pair[0] not in taught]
    every = list(dict.fromkeys([*kept, *pairs]))
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    with draft.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("text", "code"), *every])
    draft.replace(path)
    return len(gather(every).by_letters)


def known_texts(aliases: Aliases, texts: Sequence[str]) -> frozenset[str]:
    """Those of the texts that are an alias, exactly or nearly."""
    hits = look_up(aliases, [s.letters for s in read_sentences(texts)])
    return frozenset(texts[n] for n in hits)


def look_up(aliases: Aliases, letters: Sequence[str]) -> dict[int, Hit]:
    """For each text that is an alias, exactly or nearly, which one it is (index into `letters` → hit)."""
    hits: dict[int, Hit] = {}
    known = list(aliases.by_letters)
    for n, text in enumerate(letters):
        if text in aliases.by_letters:
            hits[n] = Hit(aliases.by_letters[text], exact=True)
        elif len(text) > 12 and (near := process.extractOne(text, known, scorer=fuzz.ratio, score_cutoff=NEAR_EXACT)):
            hits[n] = Hit(aliases.by_letters[near[0]], exact=False)
    return hits
