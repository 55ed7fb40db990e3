"""Sentences as vectors over the lists' stems, and the lists' own sentences as matrices, ready to be compared in bulk."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from canonical.cues import read_cues
from canonical.lists import Indicator, Library, library
from canonical.spelling import everyday_stems, rejoin, spell
from canonical.wording import FAINT_STEMS, Term, fold, letters_of, terms_of, unify, words_of

Matrix = npt.NDArray[np.float32]

FAINT_WEIGHT = 0.15
ASSERTED_SHARE = 0.3
"""What a stem's assertion weighs, as a share of the stem itself."""
FOREIGN_WEIGHT, UNREAD_WEIGHT = 0.6, 0.2
"""What a word weighs that stands in no list: a known word of everyday is another matter, others are names or misread."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text as stems in order (`terms`), all of them and the asserted ones as sets, and as letters without blanks."""

    text: str
    terms: tuple[Term, ...]
    letters: str
    stems: frozenset[str]
    asserted: frozenset[str]


def read_sentences(texts: Sequence[str]) -> list[Sentence]:
    """The texts as sentences; misspelt words are looked up for all of them at once."""
    raw = [rejoin(words_of(fold(t))) for t in texts]
    spelled = spell(w for words in raw for w in words)
    sentences = []
    for text, words in zip(texts, raw, strict=True):
        sure: dict[str, float] = {}
        mended: list[str] = []
        for word in words:
            reading = spelled.get(word)
            mended += reading.words if reading else [word]
            if reading:
                sure |= dict.fromkeys(reading.words, reading.sure)
        unified = unify(mended)
        sentences.append(_sentence(text, terms_of(unified, sure), letters_of(unified)))
    return sentences


def _sentence(text: str, terms: tuple[Term, ...], letters: str) -> Sentence:
    return Sentence(text, terms, letters, frozenset(t.stem for t in terms), frozenset(t.stem for t in terms if t.asserted))


def other_matters(sentence: Sentence) -> frozenset[str]:
    """The everyday stems of a sentence that no list knows, places apart."""
    return frozenset(t.stem for t in sentence.terms if not t.placed) & _other_stems()


@cache
def _other_stems() -> frozenset[str]:
    return everyday_stems() - frozenset(index().vocabulary)


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence in which a list prints an indicator."""

    indicator: Indicator
    sentence: Sentence


@dataclass(frozen=True)
class Index:
    """All entries of all lists with their stems as matrices (entries × stems)."""

    entries: tuple[Entry, ...]
    vocabulary: dict[str, int]
    weights: Matrix
    stems: Matrix
    asserted: Matrix

    @cached_property
    def letters(self) -> list[str]:
        return [e.sentence.letters for e in self.entries]

    @cached_property
    def both(self) -> Matrix:
        """Entries × (stems and assertions side by side)."""
        return np.hstack([self.stems, self.asserted])

    def vectors(self, sentences: Iterable[Sentence]) -> tuple[Matrix, Matrix, Matrix]:
        """Stems and assertions (sentences × stems, each 0..1), and the weight of words, places apart, no list has."""
        listed = list(sentences)
        stems = np.zeros((len(listed), len(self.vocabulary)), np.float32)
        asserted = np.zeros_like(stems)
        foreign = np.zeros(len(listed), np.float32)
        everyday = everyday_stems()
        for row, sentence in enumerate(listed):
            strangers: set[Term] = set()
            for term in sentence.terms:
                column = self.vocabulary.get(term.stem)
                if column is None:
                    strangers |= {term} if not term.placed else set()
                    continue
                stems[row, column] = max(stems[row, column], term.sure)
                if term.asserted:
                    asserted[row, column] = max(asserted[row, column], term.sure)
            foreign[row] = sum({t.stem: FOREIGN_WEIGHT if t.stem in everyday else UNREAD_WEIGHT for t in strangers}.values())
        return stems, asserted, foreign


@cache
def index() -> Index:
    """The index over the lists that come with renja."""
    return build_index(library())


def build_index(lists: Library) -> Index:
    """The index over `lists`: their own sentences, and the other wordings in which they are printed."""
    pairs = [(i, i.text) for r in lists.regulations for i in r.indicators]
    pairs += [(i, lead) for i, text in pairs[:] if (lead := _before_enumeration(text))]
    pairs += [(lists[w.regulation][w.code], w.text) for w in lists.wordings]
    sentences = read_sentences([text for _, text in pairs])
    entries = tuple(Entry(i, s) for (i, _), s in zip(pairs, sentences, strict=True))
    listed = {t.stem for e in entries for t in e.sentence.terms} | {stem for cues in read_cues().values() for stem in cues.stems}
    vocabulary = {stem: n for n, stem in enumerate(sorted(listed))}
    nothing = np.zeros(0, np.float32)
    empty = Index(entries, vocabulary, _weights(entries, vocabulary, lists), nothing, nothing)
    stems, asserted, _ = empty.vectors(sentences)
    return Index(entries, vocabulary, empty.weights, stems, asserted)


def _before_enumeration(text: str) -> str:
    """The sentence without the items it lists ("… telah dipermudah: 1. …"), "" where it lists none."""
    lead, colon, rest = text.partition(":")
    return lead if colon and rest.strip().startswith("1") else ""


def _weights(entries: Sequence[Entry], vocabulary: dict[str, int], lists: Library) -> Matrix:
    """Rarity among the current list's indicators (inverse document frequency), 0..1; faint stems apart."""
    current = [e.sentence.stems for e in entries if e.indicator.regulation == lists.current.name]
    counts = Counter(stem for stems in current for stem in stems)
    scale = math.log(len(current) + 1)
    weights = np.zeros(len(vocabulary), np.float32)
    for stem, column in vocabulary.items():
        rarity = math.log((len(current) + 1) / (counts[stem] + 0.5)) / scale
        weights[column] = FAINT_WEIGHT if stem in FAINT_STEMS else min(1.0, rarity)
    return weights
