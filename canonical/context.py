"""What the place of a row says for and against each indicator: its component's title, its area, its part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from rapidfuzz import fuzz

from canonical.columns import columns
from canonical.features import Matrix, Sentence, read_sentences

KNOWN_TITLE = 0.62
"""Likeness from which a component's title is taken for a sub-component of the lists."""
TITLE_AGAINST, TITLE_FOR = 0.16, 0.04
AREA_AGAINST, AREA_FOR = 0.07, 0.02
PART_AGAINST, PART_FOR = 0.05, 0.01


@dataclass(frozen=True, slots=True)
class Context:
    """Rows × columns, each a small number added to the likeness of the text: above 0 for, below 0 against."""

    component: Matrix
    area: Matrix
    part: Matrix

    @property
    def whole(self) -> Matrix:
        return np.asarray(self.component + self.area + self.part)


def weigh(titles: Sequence[Sentence], areas: Sequence[int | None], parts: Sequence[str | None]) -> Context:
    """Context of rows given their component titles, areas (1 to 6) and parts; None and unknown titles say nothing."""
    return Context(_component(titles), _area(areas), _part(parts))


@cache
def _sub_names() -> tuple[tuple[Sentence, ...], np.ndarray]:
    """The distinct sub-component titles, and columns × titles: whether the column stands under the title."""
    names = sorted({name for c in columns() for name in c.sub_names})
    under = np.array([[name in c.sub_names for name in names] for c in columns()])
    return tuple(read_sentences(names)), under


def is_title(sentence: Sentence) -> bool:
    """Whether a text only names a sub-component."""
    return any(sentence.stems == name.stems for name in _sub_names()[0])


def _component(titles: Sequence[Sentence]) -> Matrix:
    names, under = _sub_names()
    seen: dict[str, Matrix] = {}
    for title in titles:
        if title.text not in seen:
            likeness = np.array([title_likeness(title, name) for name in names], np.float32)
            seen[title.text] = _title_weight(np.where(under, likeness[None, :], 0).max(axis=1))
    return np.stack([seen[t.text] for t in titles])


def title_likeness(title: Sentence, name: Sentence) -> float:
    """0..1, by shared stems or by letters, whichever is more."""
    if not title.letters or not name.letters:
        return 0.0
    shared = len(title.stems & name.stems)
    words = 2 * shared / (len(title.stems) + len(name.stems))
    return max(words, float(fuzz.ratio(title.letters, name.letters)) / 100)


def _title_weight(likeness: Matrix) -> Matrix:
    best = float(likeness.max())
    if best < KNOWN_TITLE:
        return np.zeros_like(likeness)
    return TITLE_FOR * likeness - TITLE_AGAINST * (best - likeness)


def _area(areas: Sequence[int | None]) -> Matrix:
    own = np.array([c.indicator.area or 0 for c in columns()])
    given = np.array([a or 0 for a in areas])
    weight = np.where(own[None, :] == given[:, None], AREA_FOR, -AREA_AGAINST)
    silent = (given[:, None] == 0) | (own[None, :] == 0)
    return np.asarray(np.where(silent, 0, weight), np.float32)


def _part(parts: Sequence[str | None]) -> Matrix:
    own = np.array([c.part for c in columns()])
    given = np.array([p or "" for p in parts])
    weight = np.where(own[None, :] == given[:, None], PART_FOR, -PART_AGAINST)
    return np.asarray(np.where(given[:, None] == "", 0, weight), np.float32)
