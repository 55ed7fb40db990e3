"""Whether the first line of a page goes on with the last row of the page before.

Told by votes, since no single sign is safe: a column that was not full cannot go on, columns that are usually filled
stay blank under a cut, a cut sentence goes on in lower case, and an indicator cut in two sounds less like the
regulation's than the whole.
"""

from __future__ import annotations

import re

from extractors.document import Cell
from pipeline.action_table.columns import RoleIndex
from pipeline.action_table.known import indicator_likeness
from pipeline.action_table.lines import TableLine, is_across

FULL_LINE_HEIGHTS = 1.35
"""A cell whose text ends within this many line heights of its lower border had no room for a line more."""

SURE_LIKENESS = 88.0
"""A text this much like an indicator stands by itself."""

BROKEN_OFF = 4.0
"""A vote that few others together outweigh."""

_OPEN_END = re.compile(
    r"(\b(dan|atau|serta|dengan|untuk|bagi|tentang|terhadap|pada|dalam|dari|kepada|oleh|yang|di|ke|atas|antara|menuju|melalui|sebagai"
    r"|secara|telah|sudah|dan/atau)|[,(/&])$"
)
_OPEN_START = re.compile(r"(dan|atau|serta|yang|dengan|untuk|bagi|pada|oleh|tentang|terhadap|kepada)\b")
_LABEL_AT_END = re.compile(r"\s(\d{1,2})[.)]?$")

NO_NUMBER = 2.0
"""A vote and no proof: on scans a number may have been lost."""


def goes_on(last: TableLine, line: TableLine, roles: RoleIndex, said: str, *, lacks_number: bool) -> bool:
    """Whether `line` continues the row that ends with `last`.

    `said` is the row's indicator so far; a line `lacks_number` where all rows have one. A component's name may be cut where
    no row is.
    """
    text = line.text(roles.key)
    if not text:
        return True
    return (
        _vote_of_sense(said, text)
        + _vote_of_room(last, line, roles.key)
        + sum(_vote_of_column(last, line, c) for c in line.texts if c not in (roles.key, roles.component))
        + sum(1.0 if not line.text(c) and last.cells.get(c) else 0.0 for c in roles.usually_filled)
        + (NO_NUMBER if lacks_number else 0.0)
    ) > 1.0


def _vote_of_sense(said: str, text: str) -> float:
    """By the words: joined they sound like an indicator, or the text does so alone, or it starts like one."""
    if not said:
        return -1.0
    if is_broken_off(said) or _OPEN_START.match(text):
        return BROKEN_OFF
    alone, before, joined = indicator_likeness(text), indicator_likeness(said), indicator_likeness(f"{said} {text}")
    vote = 1.0 if text[:1].islower() else -1.5
    if joined > max(alone, before) + 4:
        return vote + 2.0
    if alone >= SURE_LIKENESS or before >= SURE_LIKENESS > joined:
        return vote - 2.0
    return vote


def is_broken_off(text: str) -> bool:
    """Whether a text ends in a word that nothing ends in ("… gratifikasi dan"), or in the number of the next item of its list."""
    if _OPEN_END.search(text):
        return True
    label = _LABEL_AT_END.search(text)
    return label is not None and re.search(rf"\b{int(label.group(1)) - 1}[.)]", text[: label.start()]) is not None


def _vote_of_room(last: TableLine, line: TableLine, column: int) -> float:
    full = is_full(last, column)
    if full is None:
        return 0.0
    return 0.5 if full else -2.5


def _vote_of_column(last: TableLine, line: TableLine, column: int) -> float:
    """A column with text that was not full before begins anew; one that goes on in lower case was cut."""
    full = is_full(last, column)
    if full is False:
        return -1.0
    return 0.7 if line.text(column)[:1].islower() else -0.3


def may_begin_below(line: TableLine, roles: RoleIndex, column_count: int) -> bool:
    """Whether a row may begin in the last line of a page whose indicator had no room there: its cell begins and is blank.

    Tables with components are left to the component's number, which opens rows by itself.
    """
    texts = set(line.texts)
    if (
        not line.is_last
        or roles.key not in line.begins
        or roles.key in texts
        or is_across(line, column_count, apart=roles.number)
    ):
        return False
    named = texts & {roles.component, roles.area}
    return bool(texts) and not named and not (roles.component is not None and roles.number in texts)


def is_begun_by(foot: TableLine, line: TableLine, roles: RoleIndex) -> bool:
    """Whether the row whose indicator begins in `line`, at the head of a page, began with `foot` on the page before.

    Then `foot` alone says when or how much; or no column says something new in both, as what stands in both was cut.
    """
    if not line.is_first or not line.text(roles.key) or (foot.text(roles.number) and line.text(roles.number)):
        return False
    if any(foot.text(c) for c in roles.when):
        return not any(line.text(c) for c in roles.when)
    if line.text(roles.number) or line.text(roles.component):
        return False
    return all(line.text(c)[:1].islower() and is_full(foot, c) is not False for c in line.texts if c in foot.texts)


def is_full(line: TableLine, column: int) -> bool | None:
    """Whether the column's text runs down to its lower border; None where the format does not say."""
    cells = [c for c in line.cells.get(column, ()) if c.place.box and c.lines and c.lines[-1].box]
    if not cells:
        return None
    return any(_is_full_cell(c) for c in cells)


def _is_full_cell(cell: Cell) -> bool:
    box, line = cell.place.box, cell.lines[-1].box
    if box is None or line is None:
        return False
    return box[3] - line[3] < FULL_LINE_HEIGHTS * (line[3] - line[1])
