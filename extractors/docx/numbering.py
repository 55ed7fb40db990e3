"""The labels Word writes in front of automatically numbered paragraphs ("BAB I", "1.1", "a.", "•").

Rules: ECMA-376 Part 1, 17.9. Lists that share an abstract definition count on together; a level starts again when a
level above it has moved on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.docx.styles import Manner, Styles
from extractors.docx.xml import Element, W, find, number, switch, value
from extractors.symbols import as_seen

LEVELS = 9
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `pattern` is Word's lvlText, in which %1 to %9 stand for the counters."""

    start: int = 1
    kind: str = "decimal"
    pattern: str = ""
    joined: bool = False
    """No blank between the label and the text."""
    restarts: bool = True
    plain_digits: bool = False
    """All counters of the label are written as digits, whatever their own level says."""


class Numbering:
    """The numbering part and the counters of one reading of the document, which must go from front to back."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {a.get(W + "abstractNumId", ""): a for a in ([] if root is None else root.findall(W + "abstractNum"))}
        self._lists = {n.get(W + "numId", ""): n for n in ([] if root is None else root.findall(W + "num"))}
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._seen: set[str] = set()

    def label(self, manner: Manner) -> str:
        """The label of the next paragraph of this manner with the blank after it; "" where it has no number."""
        list_id = manner.list_id
        if list_id is None or list_id not in self._lists:
            return ""
        abstract = self._abstract_id(list_id)
        levels = self._levels_of(list_id, abstract)
        counters = self._counters.setdefault(abstract, [None] * LEVELS)
        self._take_overrides(list_id, counters)
        _advance(counters, manner.level, levels)
        text = _write(levels, counters, manner.level)
        return text if not text or levels[manner.level].joined else f"{text} "

    def _abstract_id(self, list_id: str) -> str:
        abstract = value(self._lists[list_id], "abstractNumId") or ""
        link = value(self._abstract.get(abstract), "numStyleLink")
        target = self._styles.list_of(link) if link else None
        if target is None or target not in self._lists:
            return abstract
        return value(self._lists[target], "abstractNumId") or abstract

    def _levels_of(self, list_id: str, abstract: str) -> tuple[Level, ...]:
        if list_id not in self._levels:
            own = [o for o in self._lists[list_id].findall(W + "lvlOverride") if find(o, "lvl") is not None]
            found = {**_levels_in(self._abstract.get(abstract))}
            for override in own:
                found.update(_levels_in(override))
            self._levels[list_id] = tuple(found.get(i, Level()) for i in range(LEVELS))
        return self._levels[list_id]

    def _take_overrides(self, list_id: str, counters: list[int | None]) -> None:
        """A list with start values of its own begins there when it is first met."""
        if list_id in self._seen:
            return
        self._seen.add(list_id)
        for override in self._lists[list_id].findall(W + "lvlOverride"):
            start = number(override, "startOverride")
            level = _index(override)
            if start is not None and level is not None:
                counters[level] = start - 1


def _levels_in(element: Element | None) -> dict[int, Level]:
    listed = [] if element is None else element.findall(W + "lvl")
    return {index: _level(level) for level in listed if (index := _index(level)) is not None}


def _index(element: Element) -> int | None:
    text = element.get(W + "ilvl", "")
    return int(text) if text in set("012345678") else None


def _level(element: Element) -> Level:
    start = number(element, "start")
    return Level(
        start=0 if start is None else start,
        kind=value(element, "numFmt") or "decimal",
        pattern=value(element, "lvlText") or "",
        joined=value(element, "suff") == "nothing",
        restarts=number(element, "lvlRestart") != 0,
        plain_digits=bool(switch(element, "isLgl")),
    )


def _advance(counters: list[int | None], level: int, levels: tuple[Level, ...]) -> None:
    for upper in range(level):
        if counters[upper] is None:
            counters[upper] = levels[upper].start
    before = counters[level]
    counters[level] = levels[level].start if before is None else before + 1
    for lower in range(level + 1, LEVELS):
        if levels[lower].restarts:
            counters[lower] = None


def _write(levels: tuple[Level, ...], counters: list[int | None], level: int) -> str:
    own = levels[level]
    if own.kind == "bullet":
        return _bullet(own.pattern)

    def counter(found: re.Match[str]) -> str:
        index = int(found[1]) - 1
        kind = "decimal" if own.plain_digits else levels[index].kind
        return numeral(counters[index] or 0, kind)

    return re.sub(r"%([1-9])", counter, own.pattern).strip()


def _bullet(pattern: str) -> str:
    return "".join(map(as_seen, pattern)).strip()


def numeral(count: int, kind: str) -> str:
    """A counter as its format writes it; formats no Indonesian plan uses are written as digits."""
    if kind == "none":
        return ""
    if count > 0 and kind in {"upperRoman", "lowerRoman"}:
        return _cased(_roman(count), kind)
    if count > 0 and kind in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("a") + (count - 1) % 26)
        return _cased(letter * min((count - 1) // 26 + 1, 9), kind)
    return f"{count:02d}" if kind == "decimalZero" else str(count)


def _roman(count: int) -> str:
    text = ""
    for size, letters in ROMAN:
        times, count = divmod(count, size)
        text += letters * min(times, 9)
    return text


def _cased(text: str, kind: str) -> str:
    return text.upper() if kind.startswith("upper") else text
