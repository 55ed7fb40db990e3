"""What numbers or letters the items of plans on coarse scans: "1." that lost its stop, "a." read with a comma, "1" read as I."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Word

ITEM = re.compile(r"^[1-9]\.?$")
"""The number of an item of a list."""

_NUMBERED = re.compile(r"^['‘’\"“”]?([1-9])[.,:]?$")
"""The same as read, dust about it."""

_LETTERED = re.compile(r"^[.,'‘’\"“”]?([a-p])[.,:;]{0,2}$")
_CAPITAL = re.compile(r"^[A-Z]")
_COUNT = re.compile(r"^[.:]?(\d{1,3})[.:]?$")
MOST_COUNTED = 3
"""Words of a cell that only says how many of what: "1 laporan kegiatan"."""

_ONE, _NOUN = re.compile(r"^[Il|]$"), re.compile(r"^(?!dan$|atau$|s[./]?d|sampai$|hingga$)[a-z]{3}")


def lists_have_stops(cells: Sequence[Sequence[Word]]) -> bool:
    """Whether stops stand behind the numbers of most of a page's lists."""
    lists = [numbers for cell in cells if (numbers := _list_numbers(cell))]
    return 2 * sum(_has_stop(numbers) for numbers in lists) > len(lists)


def labelled(words: Sequence[Word], *, has_stops: bool) -> list[Word]:
    """The words of a cell with its labels as they are written: the numbers of a list, and what stands before the first word.

    Numbers have stops where some of theirs are left, or `has_stops`: the page's other lists have them.
    """
    marks = _list_numbers(words)
    end = "." if has_stops or _has_stop(marks) else ""
    return _with_first_label([replace(word, text=f"{_number(word)}{end}") if word in marks else word for word in words])


def _with_first_label(words: Sequence[Word]) -> list[Word]:
    """A lone small letter before a capitalised word is an indicator's letter; what says how many of a noun has no stop."""
    if len(words) < 2:
        return list(words)
    first, second = words[0], words[1].text
    if (letter := _LETTERED.match(first.text)) and _CAPITAL.match(second):
        return [replace(first, text=f"{letter[1]}."), *words[1:]]
    count = "1" if _ONE.match(first.text) else _COUNT.sub(r"\1", first.text) if len(words) <= MOST_COUNTED else first.text
    return [replace(first, text=count), *words[1:]] if _NOUN.match(second) else list(words)


def _has_stop(marks: Sequence[Word]) -> bool:
    return any(mark.text.endswith(".") for mark in marks)


def _list_numbers(words: Sequence[Word]) -> list[Word]:
    """The numbers of a cell's list, 1 and those that follow, each at the start of a line; empty where there is no list."""
    starts = [word for i, word in enumerate(words) if i == 0 or word.box[1] >= _middle(words[i - 1])]
    marks = [word for word in starts if _number(word)]
    return marks if len(marks) > 1 and [_number(mark) for mark in marks] == list(range(1, len(marks) + 1)) else []


def _number(word: Word) -> int:
    """The number of an item of a list, 0 for any other word."""
    match = _NUMBERED.match(word.text)
    return int(match[1]) if match else 0


def _middle(word: Word) -> float:
    return (word.box[1] + word.box[3]) / 2
