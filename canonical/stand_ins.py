"""Words that stand in for one another within an indicator: the alternatives of its cues.

"Sosialisasi pengendalian gratifikasi" says for P.5.i.a what its sentence calls a public campaign; for P.5.ii.d, whose cue
knows no campaign, it does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from canonical.columns import columns
from canonical.features import Index, Matrix, index

STAND_IN = 0.75
"""What a stand-in counts, as a share of the word itself."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """In `entry`, any of the stems `others` (vocabulary columns) may stand for one of `own`, if none of these is said."""

    entry: int
    own: tuple[int, ...]
    others: tuple[int, ...]


@cache
def stand_ins() -> tuple[StandIn, ...]:
    idx = index()
    found: dict[StandIn, None] = {}
    for column in columns():
        for cue in column.needs:
            for entry in column.entries:
                stems = idx.entries[entry].sentence.stems
                own = tuple(sorted(idx.vocabulary[s] for s in cue.stems & stems))
                others = tuple(sorted(idx.vocabulary[s] for s in cue.stems - stems))
                if own and others:
                    found[StandIn(entry, own, others)] = None
    return tuple(found)


def stand_in_weights(idx: Index, stems: Matrix) -> tuple[Matrix, Matrix]:
    """Texts × entries: the weight of text words that stand in for an entry's, and of the entry's words they stand for."""
    told = np.zeros((stems.shape[0], len(idx.entries)), np.float32)
    covered = np.zeros_like(told)
    for s in stand_ins():
        silent = stems[:, s.own].max(axis=1) == 0
        said = stems[:, s.others] * idx.weights[list(s.others)]
        told[:, s.entry] += STAND_IN * said.max(axis=1) * silent
        own = float(idx.weights[list(s.own)].max())
        covered[:, s.entry] += STAND_IN * own * (said.max(axis=1) > 0) * silent
    return told, covered
