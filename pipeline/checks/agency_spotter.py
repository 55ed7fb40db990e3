"""Spotting words of agencies in many texts at once: spaCy's EntityRuler over the kinds' data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from pipeline.checks.agency_kinds import SORTS, WordSort, agency_kinds
from pipeline.identity.language import blank_indonesian

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import EntityRuler

_WORD = re.compile(r"[^\W\d_]+|\d+")
_LONGEST_ABBREVIATION = 8
_TEXT_END = "\n"


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of one or more kinds in the text of index `text`; `start`, `end` are characters.

    `meanings` are the kinds and sorts they can be of: an abbreviation may belong to several.
    """

    text: int
    start: int
    end: int
    meanings: tuple[tuple[str, WordSort], ...]


def spot(texts: Sequence[str]) -> Iterator[Spot]:
    """All spots in reading order, the longest where several begin at one place."""
    from spacy.tokens import Doc

    places: list[tuple[int, int, int]] = []
    words: list[str] = []
    for index, text in enumerate(texts):
        if _first_words().isdisjoint(_WORD.findall(text.casefold())):
            continue
        for found in _WORD.finditer(text):
            words.append(found.group())
            places.append((index, found.start(), found.end()))
        words.append(_TEXT_END)
        places.append((index, len(text), len(text)))
    doc = Doc(_language().vocab, words=words)
    for ruler in _rulers():
        doc = ruler(doc)
    for entity in doc.ents:
        first, last = places[entity.start], places[entity.end - 1]
        yield Spot(first[0], first[1], last[2], _meanings(entity.ent_id_))


def _meanings(ids: str) -> tuple[tuple[str, WordSort], ...]:
    return tuple((kind, cast("WordSort", sort)) for kind, _, sort in (item.partition("/") for item in ids.split()))


@cache
def _language() -> Language:
    return blank_indonesian()


@cache
def _rulers() -> tuple[EntityRuler, EntityRuler]:
    """One ruler for abbreviations, matched as written, and one for words of any case."""
    exact: dict[str, list[str]] = {}
    folded: dict[str, list[str]] = {}
    for name, kind in agency_kinds().items():
        for sort in SORTS:
            for phrase in kind.words(sort):
                key, table = (phrase, exact) if _is_abbreviation(phrase) else (phrase.lower(), folded)
                table.setdefault(" ".join(_WORD.findall(key)), []).append(f"{name}/{sort}")
    return _ruler("ORTH", exact), _ruler("LOWER", folded)


@cache
def _first_words() -> frozenset[str]:
    """A text without any of these holds no spot."""
    phrases = (phrase for kind in agency_kinds().values() for sort in SORTS for phrase in kind.words(sort))
    return frozenset(_WORD.findall(phrase.casefold())[0] for phrase in phrases)


def _is_abbreviation(phrase: str) -> bool:
    return phrase.isupper() and len(phrase) <= _LONGEST_ABBREVIATION


def _ruler(attribute: str, phrases: dict[str, list[str]]) -> EntityRuler:
    """Phrases as text go to spaCy's PhraseMatcher, a hundred times faster than token patterns."""
    from spacy.pipeline import EntityRuler

    ruler = EntityRuler(_language(), phrase_matcher_attr=attribute, overwrite_ents=False, validate=False)
    ruler.add_patterns([{"label": "AGENCY", "pattern": phrase, "id": " ".join(ids)} for phrase, ids in sorted(phrases.items())])
    return ruler
