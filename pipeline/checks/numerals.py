"""Arabic and Roman numerals and letters as positions, from 1."""

from __future__ import annotations

import re

_ROMAN = re.compile(r"^(x{0,3})(ix|iv|v?i{0,3})$", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10}


def roman_value(text: str) -> int | None:
    """The value of a Roman numeral up to 39, None for anything else."""
    if not text or not _ROMAN.match(text):
        return None
    values = [_VALUES[c] for c in text.lower()]
    return sum(-v if index + 1 < len(values) and v < values[index + 1] else v for index, v in enumerate(values))


def roman_numeral(value: int) -> str:
    """The Roman numeral of a value up to 39, in small letters: the other way round from `roman_value`."""
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return "x" * (value // 10) + ones[value % 10]


def letter_value(text: str) -> int | None:
    """a is 1, z is 26."""
    return ord(text.lower()) - ord("a") + 1 if len(text) == 1 and text.isalpha() and text.isascii() else None


def position_of(label: str) -> int | None:
    """What a label counts as: "3", "III" and "C" are 3; a single i, v or x is taken for Roman."""
    bare = label.strip().rstrip(".):")
    if bare.isdigit():
        return int(bare)
    roman = roman_value(bare)
    return roman if roman is not None else letter_value(bare)
