"""Words made whole: cut, run together or misread ones brought back to words the lists know.

Only words that are in no list are touched, and only where one known word is clearly near; the rest stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
from rapidfuzz import fuzz, process

from canonical.lists import library, read_data
from canonical.wording import LIGHT_WORDS, fold, root, words_of

_CONFUSED = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "8": "b", "6": "b", "9": "g", "j": "l", "v": "u", "c": "e"})
"""Letters that OCR takes for one another, brought to one of them on both sides of a comparison."""


DIRTY = 0.08
"""Share of unknown words from which a plan counts as badly read."""
DIRTY_ALLOWANCE = 0.08


@dataclass(frozen=True, slots=True)
class Spelled:
    """The known word a written one stands for, and how near it is (1: the same)."""

    words: tuple[str, ...]
    sure: float


@cache
def lexicon() -> tuple[str, ...]:
    """All words of the lists, of the synonym table and of the cues, in a fixed order."""
    texts: list[str] = []
    for regulation in library().regulations:
        texts += [f"{i.text} {i.sub_name} {i.area_name}" for i in regulation.indicators]
    texts += [w.text for w in library().wordings]
    texts += [f"{line['variant']} {line['term']}" for line in read_data("terms.csv")]
    texts += [line["word"] for name in ("plain-words.csv", "roots.csv") for line in read_data(name)]
    texts += [f"{line['needs']} {line['claims']}" for line in read_data("cues.csv")]
    words = {w for t in texts for w in words_of(fold(t)) if w.isalpha()}
    return tuple(sorted(words | LIGHT_WORDS))


@cache
def everyday_stems() -> frozenset[str]:
    """Stems of words of everyday office life that stand in no list."""
    return frozenset(root(line["word"]) for line in read_data("plain-words.csv"))


@cache
def _known() -> frozenset[str]:
    return frozenset(lexicon())


@cache
def _confused_lexicon() -> tuple[str, ...]:
    return tuple(without_look_alikes(w) for w in lexicon())


def without_look_alikes(word: str) -> str:
    """A word in small letters, those that OCR takes for one another brought to one: BANYUWANGl is banyuwangi."""
    return word.replace("rn", "m").replace("cl", "d").replace("ii", "u").translate(_CONFUSED)


def rejoin(words: list[str]) -> list[str]:
    """Neighbours that are a known word only together ("peng aduan") put together."""
    known, out, at = _known(), [], 0
    while at < len(words):
        pair = "".join(words[at : at + 2])
        unknown = any(w not in known and w.isalnum() for w in words[at : at + 2])
        if at + 1 < len(words) and unknown and len(pair) > 5 and pair in known:
            out.append(pair)
            at += 2
        else:
            out.append(words[at])
            at += 1
    return out


def spell(words: Iterable[str]) -> dict[str, Spelled]:
    """For each word that no list knows, what it stands for; words too far from any known one are left out.

    `words` are all words of a plan: where many of them are unknown it was badly read, and less nearness is asked for.
    """
    every = list(words)
    strange = [w for w in every if len(w) > 3 and w.isalnum() and not w.isdigit() and w not in _known()]
    unknown = sorted(set(strange))
    if not unknown:
        return _short_ones(every)
    allowance = DIRTY_ALLOWANCE if (len(strange) + 0.5) / (len(every) + 20) > DIRTY else 0.0
    plain = process.cdist(unknown, lexicon(), scorer=fuzz.ratio, dtype=np.float32)
    confused = process.cdist([without_look_alikes(w) for w in unknown], _confused_lexicon(), scorer=fuzz.ratio, dtype=np.float32)
    near = np.maximum(plain, confused - 4) / 100
    found = _short_ones(every)
    for row, word in enumerate(unknown):
        best = int(near[row].argmax())
        if near[row, best] >= _least_nearness(word) - allowance:
            found[word] = Spelled((lexicon()[best],), float(near[row, best]))
        elif parts := _parts(word):
            found[word] = Spelled(parts, 0.95)
    return found


def _short_ones(words: Iterable[str]) -> dict[str, Spelled]:
    """Words of three letters with a digit among them ("5op") that are a known word but for letters OCR confuses."""
    mixed = {w for w in words if len(w) == 3 and not w.isalpha() and not w.isdigit()}
    known = dict(zip(_confused_lexicon(), lexicon(), strict=True))
    return {w: Spelled((known[without_look_alikes(w)],), 0.9) for w in sorted(mixed) if without_look_alikes(w) in known}


def _least_nearness(word: str) -> float:
    """Short words must be nearer: a letter more is another word."""
    return 0.86 if len(word) < 6 else 0.82 if len(word) < 9 else 0.8


def _parts(word: str) -> tuple[str, ...]:
    """The known words a run-together one is made of, the fewest; () where there is no such reading."""
    known = _known()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(2, len(word) + 1):
        for start in range(end - 1):
            before, piece = best[start], word[start:end]
            if before is None or piece not in known or (len(piece) < 4 and piece not in LIGHT_WORDS):
                continue
            if best[end] is None or len(before) + 1 < len(best[end] or ()):
                best[end] = (*before, piece)
    return best[-1] or ()
