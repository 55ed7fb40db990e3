"""The columns of a flattened table, from the header's words in one run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, takewhile

from pipeline.action_table.roles import HEADERS, letters_of, role_of
from pipeline.plan import Role

MOST_HEADER_LINES = 8
MOST_LINES_ABOVE = 2
MOST_APART_LINES = 12
MOST_LINE_WORDS = 30
MOST_PHRASE_WORDS = 4
LEAST_ROLES = 3
MOST_LINES_BELOW = 2
MOST_LINES_BELOW_APART = 4
LEAST_ROLES_BELOW = 2
"""Of heads that stand below others."""
PHRASE_COST = 0.6
"""What a further column costs, so that TARGET WAKTU is one column and not two."""

MOST_ODDNESS = 1.0
"""A column; words that are odder are a row that begins with words of a header."""
REPEATED_ROLE = 1.0
"""What a second column for the same costs: rather the heads above and below one another than side by side."""

_WITHOUT_ROLE = (
    "volume", "satuan", "keterangan", "ket", "anggaran", "biaya", "realisasi", "pemeriksa", "verifikator", "paraf", "catatan",
    "kendala", "lokasi", "status",
)  # fmt: skip
"""Headers that action tables have too, without a role of their own."""
_USUAL = frozenset(form.replace(" ", "") for forms in (*HEADERS.values(), _WITHOUT_ROLE) for form in forms)

_USUAL_WORDS = frozenset(word for forms in (*HEADERS.values(), _WITHOUT_ROLE) for form in forms for word in form.split())


@dataclass(frozen=True, slots=True)
class Columns:
    """Header texts and roles from left to right."""

    headers: tuple[str, ...]
    roles: tuple[Role, ...]
    line_count: int
    """Lines up to the end of the header."""
    lines_above: int = 0
    """Lines of these that stand above it."""
    oddness: float = 0.0
    """0 where every header is one such plans usually have."""
    is_apart: bool = False
    """No two headings share a line."""

    def __len__(self) -> int:
        return len(self.roles)


def read_columns(lines: Sequence[str]) -> Columns | None:
    """The columns named by the first lines of a page, None where these are no header.

    The header takes as many lines as still hold usual headers; a line or two of a title may stand above it.
    """
    if (apart := _apart(lines)) is not None:
        return _with_heads_below(apart, lines[apart.line_count :])
    best: Columns | None = None
    for count in range(1, min(MOST_HEADER_LINES, len(lines)) + 1):
        if not re.search("[A-Za-z]", lines[count - 1]) or len(lines[count - 1].split()) > MOST_LINE_WORDS:
            break
        for above in range(min(count, MOST_LINES_ABOVE + 1)):
            found = _columns(" ".join(lines[above:count]).split(), count, above)
            if found is not None and (best is None or _is_better(found, best)):
                best = found
    if best is None:
        return None
    best = replace(best, is_apart=_is_apart(best, lines))
    return _with_heads_below(best, lines[best.line_count :])


def _is_apart(columns: Columns, lines: Sequence[str]) -> bool:
    """Whether each heading begins on a line of its own."""
    begun = {0}
    for line in lines[columns.lines_above : columns.line_count]:
        begun.add(max(begun) + len(line.split()))
    lengths = (len(header.split()) for header in columns.headers)
    return begun.issuperset(accumulate(lengths, initial=0))


def _apart(lines: Sequence[str]) -> Columns | None:
    """The columns where each heading is a line of its own; None where a line below goes on with one of them."""
    found = [columns for above in range(MOST_LINES_ABOVE + 1) if (columns := _apart_below(lines, above)) is not None]
    return min(found, key=lambda columns: columns.oddness, default=None)


def _apart_below(lines: Sequence[str], above: int) -> Columns | None:
    headers = list(takewhile(_is_heading, lines[above : above + MOST_APART_LINES]))
    end = above + len(headers)
    if end < len(lines) and _USUAL_WORDS.issuperset(letters_of(lines[end]).split() or ("",)):
        return None
    roles = roles_of_headers(headers)
    count = _upper_count(roles)
    known = [role for role in roles[:count] if role not in {"other", "person"}]
    if len(set(known)) <= LEAST_ROLES:
        return None
    repeated = float(len(known) - len(set(known)))
    return Columns(tuple(headers[:count]), roles[:count], above + count, above, repeated, is_apart=True)


def _upper_count(roles: Sequence[Role]) -> int:
    """How many headings stand in the upper line: those below say again what the one above them says."""
    for count, role in enumerate(roles):
        if role not in {"other", "person"} and role in roles[:count] and len(roles) - count >= LEAST_ROLES_BELOW:
            return count
    return len(roles)


def _is_heading(line: str) -> bool:
    if re.search(r"\d", line) or not _USUAL_WORDS.issuperset(letters_of(line).split()):
        return False
    return letters_of(line).replace(" ", "") in _USUAL or role_of(line) is not None


def _with_heads_below(columns: Columns, lines: Sequence[str]) -> Columns:
    """The columns with those that have heads of their own in the lines below (RENCANA AKSI over KEGIATAN and BUKTI) parted.

    The heads below stand for the columns whose roles they take up, which stand side by side.
    """
    most = min(MOST_LINES_BELOW, len(lines))
    if columns.is_apart:
        most = len(list(takewhile(_is_heading, lines[:MOST_LINES_BELOW_APART])))
    for count in range(most, 0, -1) if columns.is_apart else range(1, most + 1):
        below = _columns(" ".join(lines[:count]).split(), count, 0, LEAST_ROLES_BELOW)
        if below is None:
            continue
        parted = [n for n, role in enumerate(columns.roles) if role != "other" and role in below.roles]
        if not parted or parted != list(range(parted[0], parted[-1] + 1)) or len(below) <= len(parted):
            continue
        left, right = slice(0, parted[0]), slice(parted[-1] + 1, None)
        return Columns(
            (*columns.headers[left], *below.headers, *columns.headers[right]),
            (*columns.roles[left], *below.roles, *columns.roles[right]),
            columns.line_count + count,
            columns.lines_above,
            columns.oddness,
            columns.is_apart,
        )
    return columns


def _is_better(found: Columns, best: Columns) -> bool:
    """Less odd; or as odd and longer, without leaving more lines out."""
    if found.oddness != best.oddness:
        return found.oddness < best.oddness
    return found.lines_above <= best.lines_above


def with_months(columns: Columns, months: Sequence[str]) -> Columns:
    """The columns with one for each month in place of that for the time."""
    at = columns.roles.index("schedule")
    headers = (*columns.headers[:at], *months, *columns.headers[at + 1 :])
    marks: list[Role] = ["month"] * len(months)
    roles = (*columns.roles[:at], *marks, *columns.roles[at + 1 :])
    return replace(columns, headers=headers, roles=roles)


def is_column_numbers(line: str) -> bool:
    """Whether a line counts the columns: "1 2 3 4 5 6", "(1) (2) (3)"."""
    numbers = [int(word) for word in re.findall(r"\d+", line)]
    return len(numbers) >= 3 and re.fullmatch(r"[\d\s().=x+a-c-]+", line) is not None and numbers[:2] == [1, 2]


def _columns(words: list[str], line_count: int, lines_above: int, least_roles: int = LEAST_ROLES) -> Columns | None:
    """The cheapest cut of the words into known headers; words that are none make the cut fail."""
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * len(words)
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - MOST_PHRASE_WORDS), end):
            cost = best[start][0] + PHRASE_COST + _oddness(" ".join(words[start:end]))
            if cost < best[end][0]:
                best[end] = (cost, start)
    headers = _with_action(_backwards(words, best))
    roles = roles_of_headers(headers)
    known = [role for role in roles if role not in {"other", "person"}]
    oddness = sum(_oddness(header) for header in headers) + REPEATED_ROLE * (len(known) - len(set(known)))
    is_table = len(set(roles) - {"other"}) >= least_roles and roles.count("other") <= 1 and oddness <= MOST_ODDNESS * len(roles)
    return Columns(tuple(headers), roles, line_count, lines_above, oddness) if is_table else None


def roles_of_headers(headers: Sequence[str]) -> tuple[Role, ...]:
    """Roles by the headers' words; a volume is the output where no other column is."""
    roles: list[Role] = [role_of(header) or "other" for header in headers]
    for index, header in enumerate(headers):
        if letters_of(header) == "volume" and "output" not in roles:
            roles[index] = "output"
    return tuple(roles)


def _with_action(headers: list[str]) -> list[str]:
    """Where no column is for actions, a usual header that holds one for them is two (INDIKATOR KEGIATAN)."""
    if "action" in map(role_of, headers):
        return headers
    for index, header in enumerate(headers):
        words = header.split()
        for cut in range(1, len(words)):
            left, right = " ".join(words[:cut]), " ".join(words[cut:])
            if _oddness(left) == _oddness(right) == 0.0 and role_of(left) == role_of(header) and role_of(right) == "action":
                return [*headers[:index], left, right, *headers[index + 1 :]]
    return headers


@cache
def _oddness(phrase: str) -> float:
    """0 for a header as such plans write it; one that is only like it may hold a word too many."""
    if letters_of(phrase).replace(" ", "") in _USUAL:
        return 0.0
    return (1.0 if role_of(phrase) else 2.0) * len(phrase.split())


def _backwards(words: list[str], best: list[tuple[float, int]]) -> list[str]:
    headers: list[str] = []
    end = len(words)
    while end > 0:
        start = best[end][1]
        headers.insert(0, " ".join(words[start:end]))
        end = start
    return headers
