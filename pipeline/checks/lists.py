"""Numbered lists of the prose, followed item by item through their sub-lists.

A label continues the innermost open list that waits for it; a 1 or a begins a new one. Only a label that no open list
waits for, and that repeats or skips one number of a list already two items long, is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from canonical.reason import Reason, because
from extractors.document import Document, Paragraph
from pipeline.checks.finding import Evidence, at, doubtful
from pipeline.checks.numerals import letter_value, roman_numeral, roman_value
from pipeline.checks.passages import Passage
from pipeline.checks.phrases import words_around

_LABEL = re.compile(
    r"^(?:[-•]\s*)?(?:(?:menimbang|mengingat|memperhatikan|menetapkan)\s*:\s*)?(?P<open>\()?(?P<label>\d{1,2}|[a-z]"
    r"|[ivx]{2,4})(?P<close>[.)])\s*(?=[^\d\s.)])",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?:^|(?<=[\s;,]))(?P<number>[1-9]|1\d)[.)]\s*(?=[A-Za-z])")
_SAME_SHAPE = frozenset("cosuvwxz")
"""Letters whose capital only their size tells: engines and Word's correction of sentences take one for the other."""
_SHOWN_LETTERS = 70


@dataclass
class OpenList:
    """A list being followed: how its first item is written ("1.", "(a)", "IA." where I is a numeral), its last number, how many
    items it has, and the left edge of its items in points."""

    style: str
    last: int
    items: int
    left: float | None


def broken_items(document: Document) -> Iterator[Evidence]:
    """Items whose number repeats or skips; on pages read by OCR only as `info`, since a label is easily lost."""
    scanned = {page.number for page in document.pages if page.origin == "ocr"}
    open_lists: list[OpenList] = []
    passed = ""
    for block in document.blocks:
        if not isinstance(block, Paragraph) or block.kind != "paragraph":
            continue
        if _is_heading(block):
            open_lists, passed = [], ""
            continue
        found = _LABEL.match(block.text)
        fault = _follow(open_lists, found, _left(block), passed) if found else None
        if fault is not None:
            text = block.text[:_SHOWN_LETTERS].rsplit(" ", 1)[0] if len(block.text) > _SHOWN_LETTERS else block.text
            yield Evidence(text, fault, (block.place,), "info" if block.place.page in scanned else "warning")
        passed = block.text if found else f"{passed} {block.text}"


def _is_heading(block: Paragraph) -> bool:
    return re.match(r"^(?:BAB\s+[IVX]+\b|\d+\.\d+|LAMPIRAN\b)", block.text) is not None or (
        block.centred and block.text.isupper()
    )


def _left(block: Paragraph) -> float | None:
    return block.place.box[0] if block.place.box is not None else None


def _follow(open_lists: list[OpenList], found: re.Match[str], left: float | None, passed: str) -> Reason | None:
    """Moves the open lists on by one label; says what is wrong with it, if anything."""
    readings = _readings(found)
    for style, number in readings:
        for depth in range(len(open_lists) - 1, -1, -1):
            if open_lists[depth].style == style and open_lists[depth].last == number - 1:
                del open_lists[depth + 1 :]
                open_lists[depth].last, open_lists[depth].items = number, open_lists[depth].items + 1
                return None
    first = next(((style, number) for style, number in readings if number == 1), None)
    if first is not None:
        open_lists.append(OpenList(first[0], 1, 1, left))
        return None
    return _broken(open_lists, readings[0], left, passed) if readings else None


def _broken(open_lists: list[OpenList], reading: tuple[str, int], left: float | None, passed: str) -> Reason | None:
    style, number = reading
    current = next((one for one in reversed(open_lists) if one.style == style), None)
    if current is None or current.items < 2 or not _aligned(current.left, left):
        open_lists.append(OpenList(style, number, 1, left))
        return None
    before, current.last = current.last, number
    current.items += 1
    if number == before:
        return because("finding.item_repeated")
    missing = _written(style, before + 1)
    if number == before + 2 and not re.search(rf"(?<![\w.]){missing}\s?[.)]", passed):
        return because("finding.item_skipped", before=_written(style, before))
    return None


def _aligned(one: float | None, other: float | None) -> bool:
    return one is None or other is None or abs(one - other) <= 12


def _readings(found: re.Match[str]) -> list[tuple[str, int]]:
    """What a label can be, the likeliest first: "i" is a Roman one before it is the ninth letter, "C" may be a small one."""
    label, shape = found["label"], ("(" if found["open"] else "") + "{}" + found["close"]
    case = "A" if label.isupper() else "a"
    if label.isdigit():
        return [(shape.format("1"), int(label))]
    roman, letter = roman_value(label), letter_value(label)
    readings = [(shape.format("i" + case), roman)] if roman is not None else []
    if letter is not None:
        cases = (case, case.swapcase()) if label.lower() in _SAME_SHAPE else (case,)
        readings += [(shape.format(one), letter) for one in cases]
    return readings


def _written(style: str, number: int) -> str:
    if "1" in style:
        return str(number)
    written = roman_numeral(number) if "i" in style else chr(ord("a") + number - 1)
    return written.upper() if "A" in style else written


def broken_enumeration(passage: Passage) -> Iterator[Evidence]:
    """Numbers inside a cell ("1. … 2. … 4. …") that repeat or skip; a 1 begins anew."""
    labels = [(int(found["number"]), found) for found in _INLINE.finditer(passage.text)]
    if len(labels) < 3 or labels[0][0] != 1:
        return
    for (before, first), (now, found) in pairwise(labels):
        between = passage.text[first.end() : found.start()]
        is_skip = now == before + 2 and not re.search(rf"(?<!\d){before + 1}(?!\d)", between)
        if (now == before and now > 1) or is_skip:
            fault = because("finding.item_repeated") if now == before else because("finding.item_skipped", before=str(before))
            yield doubtful(passage, at(passage, words_around(passage.text, found.start(), found.end(), 0, 5), fault))
