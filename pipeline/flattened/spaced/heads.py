"""The header of a table whose columns blanks keep apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from extractors.months import MONTHS
from pipeline.action_table.roles import HEADERS, is_month, letters_of, role_of
from pipeline.flattened.header import is_column_numbers, roles_of_headers
from pipeline.plan import Role
from pipeline.unruled.heads import Heads, find_heads
from pipeline.unruled.pieces import Piece, PieceLine, box_of

LINES_SEARCHED = 12
_FORMS: dict[str, Role] = {form.replace(" ", ""): role for role, forms in HEADERS.items() for form in forms}


def heads_of(lines: Sequence[PieceLine]) -> Heads | None:
    """The header among the first lines of a page; headings that only a blank parts stand apart in it."""
    searched = list(takewhile(lambda line: not is_column_numbers(line.text), lines[:LINES_SEARCHED]))
    return find_heads([_with_headings_parted(line) for line in searched])


def roles_of(heads: Heads) -> tuple[Role, ...]:
    texts = [heading.text for heading in heads.columns]
    told = roles_of_headers(texts)
    months = [is_month(text.replace(" ", "")) and role_of(text) is None for text in texts]
    return tuple("month" if month else role for month, role in zip(months, told, strict=True))


def _with_headings_parted(line: PieceLine) -> PieceLine:
    return replace(line, pieces=tuple(part for piece in line.pieces for part in _parted(piece)))


def _parted(piece: Piece) -> Iterator[Piece]:
    """The headings of a piece that holds several: each a usual one, the last maybe only the beginning of one."""
    cuts = _cuts([letters_of(word.text) for word in piece.words], [word.text for word in piece.words])
    for start, end in pairwise([0, *cuts, len(piece.words)]):
        words = piece.words[start:end]
        yield Piece(words, box_of(words))


def _cuts(letters: Sequence[str], texts: Sequence[str]) -> list[int]:
    if len(texts) > 1 and all(_begins_month(word) for word in letters):
        return list(range(1, len(texts)))
    if "".join(letters) in _FORMS:
        return []
    if len(texts) > 1 and letters[0] == "n":
        return [1, *(1 + cut for cut in _cuts(letters[1:], texts[1:]))]
    for cut in range(len(texts) - 1, 0, -1):
        left, right = "".join(letters[:cut]), "".join(letters[cut:])
        if left in _FORMS and (right in _FORMS or _begins_other(right, _FORMS[left])):
            return [cut]
        if left in _FORMS and (further := _cuts(letters[cut:], texts[cut:])):
            return [cut, *(cut + other for other in further)]
    return []


def _begins_month(letters: str) -> bool:
    """Whether a month's name begins with the letters, which narrow columns break."""
    return len(letters) > 1 and (is_month(letters) or any(month.lower().startswith(letters) for month in MONTHS))


def _begins_other(letters: str, role: Role) -> bool:
    """Whether the letters begin usual headings of other roles only ("Penanggung" | Jawab)."""
    roles = {other for form, other in _FORMS.items() if len(letters) > 1 and form.startswith(letters)}
    return bool(roles) and role not in roles
