"""What a text must say to claim an indicator at all, and what it claims beside its main one.

The words of `cues.csv` tell near-twins apart (… telah dievaluasi, … telah ditindaklanjuti). A text that says more than
its nearest sentence does may claim a sibling of the same sub-component: "dibuat dan disosialisasikan" claims two.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from canonical.columns import Column, columns, siblings
from canonical.cues import Cue
from canonical.features import Matrix, Sentence, index


def lacks_needs(stems: Matrix) -> np.ndarray:
    """Texts × columns: whether a word is missing without which the text cannot mean the indicator (`stems`: texts ×
    vocabulary)."""
    said = stems > 0
    met = {cue: said[:, list(places)].any(axis=1) for cue, places in _needed().items()}
    lacking = np.zeros((stems.shape[0], len(columns())), bool)
    for n, column in enumerate(columns()):
        for cue in column.needs:
            lacking[:, n] |= ~met[cue]
    return lacking


@cache
def _needed() -> dict[Cue, tuple[int, ...]]:
    """The distinct cues of all needs, with the vocabulary places of their stems."""
    vocabulary = index().vocabulary
    return {cue: tuple(sorted(vocabulary[s] for s in cue.stems)) for c in columns() for cue in c.needs}


def claimed_beside(sentence: Sentence, main: int, entry: int) -> tuple[int, ...]:
    """The siblings of `main` that the text claims, in list order: those that its nearest sentence (`entry`) became as well,
    and those it claims by what that sentence leaves untold."""
    nearest = index().entries[entry].sentence
    untold = sentence.stems - nearest.stems
    said_more = untold | (sentence.asserted - nearest.asserted)
    return tuple(
        n
        for n in siblings()[main]
        if _is_split(columns()[n], entry, sentence) or _claims(sentence, untold, said_more, columns()[n].claims)
    )


def _is_split(sibling: Column, entry: int, sentence: Sentence) -> bool:
    """Whether the older sentence `entry` became this sibling too, and the text says what is the sibling's own."""
    return entry in sibling.entries and all(cue.stems & sentence.stems for cue in sibling.needs)


def _claims(sentence: Sentence, untold: frozenset[str], said_more: frozenset[str], claims: Sequence[Cue]) -> bool:
    met = all(cue.stems & sentence.stems or cue.asserted & sentence.asserted for cue in claims)
    more = any(cue.stems & untold or cue.asserted & said_more & sentence.asserted for cue in claims)
    return bool(claims) and met and more
