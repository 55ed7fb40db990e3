"""Semicolons of coarse scans that were read as colons, where the page parts what its cells list by semicolons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Word
from extractors.scan.coarse.specks import INTRODUCING

ENOUGH = 2
"""Semicolons on a page that make them its habit."""

_WORD_AND_COLON = re.compile(r"^(.*[a-z)]{2}):$")


def with_semicolons(cells: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of each cell of a page, semicolons for colons that introduce nothing where the page has semicolons."""
    if sum(word.text.endswith(";") for cell in cells for word in cell) < ENOUGH:
        return [list(cell) for cell in cells]
    return [[*(replace(word, text=_parted(word.text)) for word in cell[:-1]), *cell[-1:]] for cell in cells]


def _parted(text: str) -> str:
    match = _WORD_AND_COLON.match(text)
    return f"{match[1]};" if match and match[1].lower() not in INTRODUCING else text
