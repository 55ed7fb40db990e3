"""Which indicators a text covers, how sure that is, and why: text first, then place, then the order of the whole plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from canonical import aliases as alias_file
from canonical.aliases import Aliases
from canonical.claims import claimed_beside, lacks_needs
from canonical.columns import columns
from canonical.context import Context, weigh
from canonical.features import Matrix, Sentence, index, read_sentences
from canonical.likeness import Likeness, compare
from canonical.lists import library
from canonical.order import Reading, read_in_order

NEEDS_LACKING = 0.78
"""What is left of a likeness where the words are missing without which nothing claims the indicator."""

VINTAGE_TIE = 0.02
"""Likeness within which a sentence of the plan's vintage is preferred to one of the other list."""
VINTAGE_LIKENESS, VINTAGE_LEAD = 0.75, 0.03
"""How like a list's sentence a row must be to tell the plan's vintage, and how much less like the other list's."""

Decision = Literal["accepted", "review", "rejected"]


@dataclass(frozen=True, slots=True)
class Query:
    """An indicator as a plan states it, with the place it stands in; None and "" where that is not known."""

    text: str
    component: str = ""
    area: int | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The named parts of a score. `text` is what words and letters make; the rest is added to it or taken off."""

    words: float
    letters: float
    text: float
    component: float
    area: float
    part: float
    says_enough: bool
    """Whether the words stand there without which nothing claims the indicator."""
    margin: float
    """How far the best other reading of the whole plan lies below this one (negative: above)."""

    @property
    def score(self) -> float:
        return min(1.0, max(0.0, self.text + self.component + self.area + self.part))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A column a text may stand for, with the list's sentence that is nearest to it (an entry of the index)."""

    column: int
    entry: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Scored:
    """Everything known of one query: its reading (a column; None: it states no indicator), the runners-up, best first,
    what it says beside its main indicator, and the alias that decided, if one did."""

    query: Query
    sentence: Sentence
    best: Candidate | None
    margin: float
    others: tuple[Candidate, ...]
    beside: tuple[int, ...] = ()
    alias: alias_file.Hit | None = None


def score(queries: Sequence[Query], aliases: Aliases | None = None) -> list[Scored]:
    """The reading of each query; the queries are taken for the rows of one plan, in order."""
    if not queries:
        return []
    sentences = read_sentences([q.text for q in queries])
    titles = read_sentences([q.component for q in queries])
    likeness = compare(index(), sentences, titles)
    text, entry = _by_column(likeness.text)
    lacking = lacks_needs(likeness.stems)
    text *= np.where(lacking, NEEDS_LACKING, 1.0)
    context = weigh(titles, [q.area for q in queries], [q.part for q in queries])
    written = np.array([bool(s.letters) for s in sentences])
    scores = np.maximum(text + context.whole, 0) * written[:, None]
    table = _Table(likeness, text, entry, lacking, context, read_in_order(scores))
    found = alias_file.look_up(aliases, [s.letters for s in sentences]) if aliases else {}
    return [_scored(table, row, query, sentences[row], found.get(row)) for row, query in enumerate(queries)]


@dataclass(frozen=True)
class _Table:
    likeness: Likeness
    text: Matrix
    entry: np.ndarray
    lacking: np.ndarray
    context: Context
    reading: Reading

    def candidate(self, row: int, column: int) -> Candidate:
        entry = int(self.entry[row, column])
        own, best, second = float(self.reading.relative[row, column]), *self.reading.leaders(row)
        evidence = Evidence(
            words=float(self.likeness.words[row, entry]),
            letters=float(self.likeness.letters[row, entry]),
            text=float(self.text[row, column]),
            component=float(self.context.component[row, column]),
            area=float(self.context.area[row, column]),
            part=float(self.context.part[row, column]),
            says_enough=not self.lacking[row, column],
            margin=own - (second if own >= best else best),
        )
        return Candidate(column, entry, evidence)


def _by_column(text: Matrix) -> tuple[Matrix, np.ndarray]:
    """Rows × columns: the likeness to each column's nearest sentence, and which sentence that is.

    Where an older and a current sentence are alike, the plan's own vintage decides which one the row is told to state.
    """
    older = np.array([e.indicator.regulation != library().current.name for e in index().entries])
    preference = text + np.where(older == _is_of_older_vintage(text, older), VINTAGE_TIE, 0)
    best = np.empty((text.shape[0], len(columns())), np.float32)
    entry = np.empty(best.shape, np.int32)
    for n, column in enumerate(columns()):
        members = list(column.entries)
        best[:, n] = text[:, members].max(axis=1)
        entry[:, n] = np.array(members)[preference[:, members].argmax(axis=1)]
    return best, entry


def _is_of_older_vintage(text: Matrix, older: np.ndarray) -> bool:
    """Whether the rows that tell the lists apart (nearer to one list's sentence than to any of the other) speak for the older."""
    old, new = text[:, older].max(axis=1), text[:, ~older].max(axis=1)
    telling = np.maximum(old, new) >= VINTAGE_LIKENESS
    return int((telling & (old > new + VINTAGE_LEAD)).sum()) > int((telling & (new > old + VINTAGE_LEAD)).sum())


def _scored(table: _Table, row: int, query: Query, sentence: Sentence, alias: alias_file.Hit | None) -> Scored:
    relative = table.reading.relative[row]
    none = len(columns())
    ranking = [int(n) for n in np.argsort(-relative, kind="stable")]
    if ranking[0] == none or not sentence.letters:
        others = [n for n in ranking if n != none][:3] if sentence.letters else []
        margin = float(-relative[others[0]]) if others else 1.0
        return Scored(query, sentence, None, margin, tuple(table.candidate(row, n) for n in others), alias=alias)
    best = table.candidate(row, ranking[0])
    beside = claimed_beside(sentence, best.column, best.entry)
    rivals = [n for n in ranking[1:] if n not in beside]
    others = [n for n in rivals if n != none][:3]
    margin = float(-relative[rivals[0]])
    return Scored(query, sentence, best, margin, tuple(table.candidate(row, n) for n in others), beside, alias)
