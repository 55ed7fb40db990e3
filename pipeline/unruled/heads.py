"""The header of a table without rules: lines of known header words, and the headings that their pieces stack up to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Word
from pipeline.action_table.roles import HEADERS, is_month, letters_of, role_of
from pipeline.unruled.known import LIKE_A_TITLE, title_likeness
from pipeline.unruled.pieces import Piece, PieceLine, box_of

MOST_LINES = 4
"""Lines below the first that a header may still have."""

NEAR = 2.0
"""Lines of a header follow one another within this many line heights."""

SAME_EDGE_POINTS = 4.0
"""Lines of one heading share an edge or their middle this nearly."""

HEADED_SHARE = 0.7
"""Share of a line's pieces that are header words where the line still belongs to the header."""


_NUMERAL = re.compile(r"^[IVX\d]+[.)]?$", re.IGNORECASE)
_FORMS = tuple(form.replace(" ", "") for forms in HEADERS.values() for form in forms)
_HEADER_WORDS = frozenset(word for forms in HEADERS.values() for form in forms for word in form.split())


@dataclass(slots=True)
class Heading:
    """What stands over one column, or over several as their common heading; `words` from the top line down."""

    words: list[Word]

    @property
    def left(self) -> float:
        return box_of(self.words)[0]

    @property
    def right(self) -> float:
        return box_of(self.words)[2]

    @property
    def top(self) -> float:
        return box_of(self.words)[1]

    @property
    def bottom(self) -> float:
        return box_of(self.words)[3]

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Heads:
    """`columns` left to right; `groups` are common headings with the first and last column under them.

    `first` and `end` (exclusive) are the header's lines among those of its page.
    """

    columns: tuple[Heading, ...]
    groups: tuple[tuple[Heading, int, int], ...]
    first: int
    end: int

    @property
    def bottom(self) -> float:
        return max(heading.bottom for heading in self.columns)


def find_heads(lines: Sequence[PieceLine]) -> Heads | None:
    """The first header among the lines of a page, None where no line names three columns."""
    for i, line in enumerate(lines):
        if _names_columns(line):
            first, end = _beginning(lines, i), _end(lines, i)
            columns, groups = _parted(_headings(lines[first:end]))
            return Heads(columns, groups, first, end)
    return None


def _names_columns(line: PieceLine) -> bool:
    roles = {role for piece in line.pieces if (role := role_of(piece.text))}
    return len(roles) >= 3 and 2 * len(roles) >= len(line.pieces)


def _end(lines: Sequence[PieceLine], first: int) -> int:
    end = first + 1
    while end < min(len(lines), first + MOST_LINES + 1) and _goes_on(lines, first, end):
        end += 1
    return end


def _goes_on(lines: Sequence[PieceLine], first: int, index: int) -> bool:
    """Whether the line still heads the table: near the one above, as bold, and made of headings or of their second lines."""
    above, line = lines[index - 1], lines[index]
    if line.top - above.bottom > NEAR * (line.bottom - line.top) or (lines[first].is_bold and not line.is_bold):
        return False
    if title_likeness(line.text) >= LIKE_A_TITLE:
        return False
    headings = _headings(lines[first:index])
    below = lines[index + 1].pieces if index + 1 < len(lines) else ()
    headed = sum(_is_headed(piece, headings) or _begins_month(piece, below) for piece in line.pieces)
    return headed >= HEADED_SHARE * len(line.pieces)


def _names_month(text: str) -> bool:
    """Whether a month, quarter or half-year is named; a bare numeral is more often an area's."""
    return is_month(text) and not _NUMERAL.match(text)


def _begins_month(piece: Piece, below: Sequence[Piece]) -> bool:
    """Whether a month's name begins here that a narrow column breaks: Ja | n."""
    heading = Heading(list(piece.words))
    return any(is_month(piece.text + rest.text) and _stacks(heading, rest) for rest in below)


def _is_headed(piece: Piece, headings: Sequence[Heading]) -> bool:
    text = piece.text
    if (role_of(text) is not None and _has_header_words(text)) or _names_month(text):
        return True
    above = next((heading for heading in headings if _stacks(heading, piece)), None)
    if above is None:
        return False
    joined = f"{above.text} {text}"
    names_now = role_of(joined) is not None and (role_of(above.text) is None or _has_header_words(text))
    return names_now or is_month(above.text + text) or _is_spelt_so_far(joined)


def _is_spelt_so_far(text: str) -> bool:
    """Whether the letters begin a known heading, which narrow columns break anywhere."""
    letters = letters_of(text).replace(" ", "")
    return bool(letters) and any(form.startswith(letters) for form in _FORMS)


def _has_header_words(text: str) -> bool:
    words = letters_of(text).split()
    return bool(words) and _HEADER_WORDS.issuperset(words)


def _beginning(lines: Sequence[PieceLine], first: int) -> int:
    """Earlier by the lines above that name further columns, as where headings are centred in a tall header."""
    while first > 0:
        above, line = lines[first - 1], lines[first]
        named = [piece for piece in above.pieces if role_of(piece.text) is not None]
        near = line.top - above.bottom <= NEAR * (line.bottom - line.top)
        if not near or len(above.pieces) < 2 or len(named) < len(above.pieces):
            break
        first -= 1
    return first


def _headings(lines: Sequence[PieceLine]) -> list[Heading]:
    """The pieces of the header's lines, those right under one another as one heading."""
    headings: list[Heading] = []
    for line in lines:
        above = list(headings)
        for piece in line.pieces:
            home = next((heading for heading in above if _stacks(heading, piece)), None)
            if home is None:
                headings.append(Heading(list(piece.words)))
            else:
                home.words.extend(piece.words)
    return headings


def _stacks(heading: Heading, piece: Piece) -> bool:
    """Whether the piece is a further line of the heading: below it and set on the same edge or middle."""
    is_month_itself = is_month(piece.text) and not is_month(heading.text + piece.text)
    if is_month_itself or piece.box[0] >= heading.right or piece.box[2] <= heading.left:
        return False
    offsets = (piece.box[0] - heading.left, piece.centre - heading.centre, piece.box[2] - heading.right)
    return min(abs(offset) for offset in offsets) <= SAME_EDGE_POINTS


def _parted(headings: Sequence[Heading]) -> tuple[tuple[Heading, ...], tuple[tuple[Heading, int, int], ...]]:
    """Columns and common headings: these stand above others, and right over one or between two of them."""
    in_order = sorted(headings, key=lambda h: (h.left, h.top))
    lower = [any(_is_above(other, h) for other in headings) for h in in_order]
    common = [
        h for i, h in enumerate(in_order)
        if any(_is_above(h, o) and (_overlaps(h, o)) for o in headings)
        or (0 < i < len(in_order) - 1 and lower[i - 1] and lower[i + 1] and _is_above(h, in_order[i - 1]))
    ]  # fmt: skip
    columns = [h for h in in_order if not any(h is c for c in common)]
    below: dict[int, list[int]] = {}
    for i, column in enumerate(columns):
        over = [k for k, h in enumerate(common) if _is_above(h, column)]
        if over:
            below.setdefault(min(over, key=lambda k: abs(common[k].centre - column.centre)), []).append(i)
    return tuple(columns), tuple((common[k], min(under), max(under)) for k, under in sorted(below.items()))


def _is_above(one: Heading, other: Heading) -> bool:
    return one is not other and one.bottom <= other.top + 1.0


def _overlaps(one: Heading, other: Heading) -> bool:
    return one.left < other.right and other.left < one.right
