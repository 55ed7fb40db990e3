"""What a text must say to claim an indicator at all, and what it claims beside its main one.

The words of `cues.csv` tell near-twins apart (… telah dievaluasi, … telah ditindaklanjuti). A text that says more than
its nearest sentence does may claim a sibling of the same sub-component: "dibuat dan disosialisasikan" claims two.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from canonical.columns import Column, columns, siblings
from canonical.cues import Cue
from canonical.features import Sentence, index


def lacks_needs(sentences: Sequence[Sentence]) -> np.ndarray:
    """Sentences × columns: whether a word is missing without which the text cannot mean the indicator."""
    stems = [s.stems for s in sentences]
    return np.array([[not all(cue.stems & said for cue in column.needs) for column in columns()] for said in stems])


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
