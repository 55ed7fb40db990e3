"""The words that tell near-twins apart, from `cues.csv`: what an indicator needs said, and what claims it beside a sibling.

A line holds groups apart by blanks, all of which must be met; a group holds alternatives apart by "|"; "!" after a word
means that it must be asserted (see `wording`), not only named.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from canonical.lists import read_data
from canonical.wording import root, unify


@dataclass(frozen=True, slots=True)
class Cue:
    """One of `stems` must be said, or one of `asserted` asserted."""

    stems: frozenset[str]
    asserted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """`needs` must be met for a text to mean the indicator at all; `claims` are enough for it beside a sibling."""

    needs: tuple[Cue, ...]
    claims: tuple[Cue, ...]

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(stem for cue in (*self.needs, *self.claims) for stem in cue.stems | cue.asserted)


NO_CUES = Cues((), ())


@cache
def read_cues() -> dict[str, Cues]:
    """Cues by code of the current list; withdrawn indicators by their list and code."""
    return {line["code"]: Cues(_groups(line["needs"]), _groups(line["claims"])) for line in read_data("cues.csv")}


def _groups(text: str) -> tuple[Cue, ...]:
    return tuple(_group(words.split("|")) for words in text.split())


def _group(words: list[str]) -> Cue:
    named = frozenset(_stem(w) for w in words if not w.endswith("!"))
    asserted = frozenset(_stem(w[:-1]) for w in words if w.endswith("!"))
    return Cue(named, asserted)


def _stem(word: str) -> str:
    unified = unify([word])
    return root(unified[0] if len(unified) == 1 else word)
