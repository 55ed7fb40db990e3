"""Sentences of the regulations looked for in running text, where it is not known where they end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from canonical.lists import library

MOST_CANDIDATES = 6
LEAST_SHARED = 0.45
"""Share of a sentence's longer words that must come soon for it to be a candidate."""
WINDOW_WORDS = 40
LEAST_LIKENESS = 60.0


def candidates(words: Sequence[str]) -> tuple[str, ...]:
    """The indicators that may begin with the first of these words, the likeliest first; bare as `bare` makes them."""
    return _candidates(tuple(words[:WINDOW_WORDS]))


@lru_cache(maxsize=50_000)
def _candidates(words: tuple[str, ...]) -> tuple[str, ...]:
    sentences, holders = _sentences()
    shared = Counter(index for word in {_bare_word(word) for word in words} for index in holders.get(word, ()))
    shares = ((count / sentences[index][1], sentences[index][0]) for index, count in shared.items())
    found = sorted((-share, sentence) for share, sentence in shares if share >= LEAST_SHARED)
    return tuple(sentence for _, sentence in found[:MOST_CANDIDATES])


def likeness(text: str, among: Sequence[str]) -> float:
    """Likeness in percent of a text to the nearest of some bare sentences; 0 where none is near."""
    if not among:
        return 0.0
    found = process.extractOne(bare(text), among, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS)
    return found[1] if found else 0.0


def bare(text: str) -> str:
    """Small letters only, words parted by a blank; the question word of older lists left out."""
    words = re.findall(r"[a-z]+", text.lower())
    return " ".join(word for word in words if word != "apakah")


@lru_cache(maxsize=20_000)
def _bare_word(word: str) -> str:
    return bare(word)


@cache
def _sentences() -> tuple[tuple[tuple[str, int], ...], dict[str, tuple[int, ...]]]:
    """Each indicator of any list with the number of its longer words, and for each such word the indicators that hold it."""
    told = sorted({bare(i.text) for regulation in library().regulations for i in regulation.indicators})
    parted = [(sentence, {word for word in sentence.split() if len(word) > 3}) for sentence in told]
    parted = [(sentence, words) for sentence, words in parted if words]
    holders: dict[str, list[int]] = {}
    for index, (_, words) in enumerate(parted):
        for word in sorted(words):
            holders.setdefault(word, []).append(index)
    counted = tuple((sentence, len(words)) for sentence, words in parted)
    return counted, {word: tuple(indices) for word, indices in holders.items()}
