"""How much a text sounds like an indicator or a component of the regulations, in percent."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz, process

from canonical.lists import library


def indicator_likeness(text: str) -> float:
    """Likeness to the nearest indicator of any list, 0 for a text without letters."""
    bare = _bare(text)
    if not bare:
        return 0.0
    found = process.extractOne(bare, _indicators(), scorer=fuzz.ratio)
    return found[1] if found else 0.0


def component_likeness(text: str) -> float:
    """Likeness to the nearest sub-component's name of any list."""
    bare = _bare(text)
    if not bare:
        return 0.0
    found = process.extractOne(bare, _components(), scorer=fuzz.ratio)
    return found[1] if found else 0.0


@cache
def component_beginning(text: str) -> float:
    """Likeness to the beginning of a sub-component's name, as a page break leaves it."""
    bare = _bare(text)
    return max((fuzz.ratio(bare, name[: len(bare)]) for name in _components() if len(name) > len(bare)), default=0.0)


@cache
def _indicators() -> tuple[str, ...]:
    return tuple(sorted({_bare(i.text) for r in library().regulations for i in r.indicators}))


@cache
def _components() -> tuple[str, ...]:
    return tuple(sorted({_bare(i.sub_name) for r in library().regulations for i in r.indicators if i.sub_name}))


def _bare(text: str) -> str:
    """Letters in words, without the question word that only older lists have."""
    return re.sub(r"\bapakah\b", "", " ".join(re.findall(r"[a-z]+", text.lower()))).strip()
