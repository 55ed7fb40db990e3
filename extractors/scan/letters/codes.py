"""Months by code, B01 to B12, which engines read as words (BO1, Bil) or as numbers (805-812).

A cell that holds nothing else is such a code where a B and a figure of it were read; where not, other cells of its column decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.ocr.engine import OcrWord
from extractors.scan.letters.crops import Crop

ENOUGH = 2
"""Votes of a column's other cells that make a doubtful cell a code: a certain one has two, a doubtful one has one."""

_WORD = re.compile(r"^(\w+)(?:([-–])(\w+))?([.,;]?)$")
_CODE = re.compile(r"^8?B(\w{2,3})$|^8(\d{2})$")
_FIGURES = str.maketrans("OoQDlIiZzSsGg", "0000111225569")
_MONTHS = {f"{month:02d}": f"{month:02d}" for month in range(1, 13)} | {"111": "11"}
_MONTHS |= {f"00{month}": f"0{month}" for month in range(1, 10)}
"""The figures of each month; a nought is often read twice, as figure and as letter."""


@dataclass(frozen=True, slots=True)
class _Coded:
    """A cell that may hold codes only: what it then says, whether it surely does, and the columns it takes (pixels)."""

    words: list[OcrWord]
    is_certain: bool
    left: int
    right: int

    @property
    def votes(self) -> int:
        return 2 if self.is_certain else 1

    def stands_over(self, other: _Coded) -> bool:
        return self.left < other.right and other.left < self.right


def as_codes(crops: Sequence[Crop], read: Sequence[list[OcrWord]]) -> list[list[OcrWord]]:
    """The words of a page's cells, with months by code as they are printed."""
    coded = [_coded(crop, words) for crop, words in zip(crops, read, strict=True)]
    return [_decided(cell, words, coded) for cell, words in zip(coded, read, strict=True)]


def _decided(cell: _Coded | None, words: list[OcrWord], coded: Sequence[_Coded | None]) -> list[OcrWord]:
    if cell is None:
        return words
    votes = sum(other.votes for other in coded if other is not None and other is not cell and other.stands_over(cell))
    return cell.words if cell.is_certain or votes >= ENOUGH else words


def _coded(crop: Crop, words: Sequence[OcrWord]) -> _Coded | None:
    """The cell as codes; None where any of its words can be none."""
    texts = [_as_code(word.text) for word in words]
    if not texts or not all(texts):
        return None
    is_certain = any(_is_certain(part) for word in words for part in re.split(r"\W+", word.text))
    coded = [replace(word, text=text) for word, text in zip(words, texts, strict=True)]
    return _Coded(coded, is_certain, crop.left, crop.left + crop.image.shape[1])


def _as_code(text: str) -> str:
    """The code or range of codes that a word may stand for, "" where it is none."""
    match = _WORD.match(text)
    if match is None:
        return ""
    months = list(_months(match[1], match[3]))
    if "" in months:
        return ""
    return (match[2] or "").join(f"B{month}" for month in months) + match[4]


def _months(*parts: str | None) -> Iterator[str]:
    """The figures of each part's month, "" for a part that is no code."""
    for part in parts:
        if part is not None:
            match = _CODE.match(part)
            yield _MONTHS.get((match[1] or match[2]).translate(_FIGURES), "") if match else ""


def _is_certain(part: str) -> bool:
    """Whether a B and a figure were read: no word and no number has both."""
    return "B" in part and any(sign.isdecimal() for sign in part.lstrip("8"))
