"""Who signed: names with NIP and title, from signature blocks in one column or side by side.

NIP lines first: the name stands above them, the title above the name. Then blocks without a NIP, from their date or
title down. Tables that list staff have NIPs too; they are no signature blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from extractors.document import Document, Place
from pipeline.headings import read_heading
from pipeline.identity.columns import Segment, above, below, read_segments
from pipeline.identity.dates import mend_digits
from pipeline.identity.people import clean_name, has_degree, is_degrees, is_junk, is_name, is_rank, starts_role
from pipeline.identity.signing import NIP, is_opening, is_room_for_name, signing_lines
from pipeline.prose import is_upper
from pipeline.records import Signatory

MOST_TITLE_LINES = 6
OPENING_REACH = 4
"""Lines between a place and date and the title that signs under it."""

SAME_NAME = 84
"""Likeness in percent of the letters of two spellings of one name."""

_MARKS = " ,;:'\"“”‘’"
_NRP = re.compile(r"\bNRP\b\.?\s*[:.]?\s*\d{6,10}")
_BARE_NIP = re.compile(
    r"^\W*(?:[A-Za-z]{1,3}\W+)?(?P<digits>(?:19|20)\d{6}[\s:.,'-]{0,2}(?:19|20)\d{4}[\s:.,'-]{0,2}[12][\s:.,'-]{0,2}\d{3})\W*$"
)


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a person's number stands: `nip` is 18 digits or None, `before` what its segment says before it."""

    at: int
    nip: str | None
    before: str


def find_signatories(document: Document) -> tuple[Signatory, ...]:
    """The people who signed, in reading order, each once; spellings of one name are joined."""
    segments = read_segments(signing_lines(document))
    numbered = list(_by_number(segments))
    unnumbered = [item for item in _by_opening(segments) if not any(_is_beside(item, other) for other in numbered)]
    found = sorted([*numbered, *unnumbered], key=lambda item: item[0])
    return _joined(signatory for _, signatory in found)


def read_nip(text: str) -> str | None:
    """The 18 digits of a NIP, blanks left out and misread digits put right; None where there are not 18."""
    digits = re.sub(r"\D", "", mend_digits(text))
    return digits if len(digits) == 18 else None


def _by_number(segments: Sequence[Segment]) -> Iterator[tuple[int, Signatory]]:
    """A person for each NIP (or an officer's NRP) with a name beside or above it."""
    marks = [mark for at in range(len(segments)) if (mark := _mark(at, segments)) is not None]
    numbered = {mark.at for mark in marks}
    waiting: list[str] = []
    for mark in marks:
        segment = segments[mark.at]
        column = _column_above(segment, segments, numbered)
        name, rest = _name_from(mark.before, column)
        if not name:
            continue
        title, waiting = _title_and_waiting(rest, waiting)
        yield segment.row, Signatory(name=name, title=title, nip=mark.nip, where=_places(segment, column, rest))


def _mark(at: int, segments: Sequence[Segment]) -> _Mark | None:
    text = segments[at].text
    match = NIP.search(text) or _BARE_NIP.match(text)
    if match is not None:
        digits = match["digits"]
        if not re.search(r"\d", digits):
            following = below(segments[at], segments, 1)
            digits = following[0].text if following and _BARE_NIP.match(following[0].text) else digits
        return _Mark(at, read_nip(digits), text[: match.start()].strip())
    officer = _NRP.search(text)
    return _Mark(at, None, text[: officer.start()].strip()) if officer else None


def _column_above(segment: Segment, segments: Sequence[Segment], numbered: set[int]) -> list[Segment]:
    """What stands above in the column, nearest first, down to the person signed above."""
    stops = {id(segments[at]) for at in numbered}
    column: list[Segment] = []
    for other in above(segment, segments):
        if id(other) in stops or _is_running_text(other.text):
            break
        column.append(other)
    return column


def _is_running_text(text: str) -> bool:
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return len(words) >= 8 and small >= 0.6 * len(words)


def _name_from(before: str, column: Sequence[Segment]) -> tuple[str, list[Segment]]:
    """The name, from the number's own line or above it, and what stands above the name."""
    if is_name(before):
        return clean_name(before), list(column)
    at = 0
    while at < len(column) and (is_rank(column[at].text) or is_junk(column[at].text)):
        if is_room_for_name(column[at].text):
            return "", []
        at += 1
    tail = ""
    while at + 1 < len(column) and is_degrees(column[at].text):
        tail = f"{column[at].text} {tail}".strip()
        at += 1
    if at >= len(column) or not is_name(f"{column[at].text} {tail}"):
        return "", []
    return clean_name(f"{column[at].text} {tail}"), list(column[at + 1 :])


def _title_and_waiting(rest: Sequence[Segment], waiting: Sequence[str]) -> tuple[str | None, list[str]]:
    """The title above a name; a stack of titles over names that follow one another is shared out in order."""
    titles = _titles(rest)
    if not titles:
        return (waiting[0], list(waiting[1:])) if waiting else (None, [])
    return titles[0], titles[1:]


def _titles(rest: Sequence[Segment]) -> list[str]:
    lines: list[str] = []
    for segment in rest:
        if is_junk(segment.text):
            continue
        if len(lines) >= MOST_TITLE_LINES or is_opening(segment.text) or (is_name(segment.text) and has_degree(segment.text)):
            break
        lines.insert(0, segment.text.strip(_MARKS))
    starts = [i for i, line in enumerate(lines) if starts_role(line) and not (i and _leads_on(lines[i - 1]))]
    if not starts:
        return []
    return [" ".join(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _leads_on(text: str) -> bool:
    """Whether a title's line needs the next one: "a.n. BUPATI …", "selaku"."""
    return bool(
        re.match(r"^\W*(a\.?\s?n\b|u\.?\s?b\b|atas nama)", text, re.IGNORECASE)
        or re.search(r"\b(selaku|dan|sebagai)$", text.lower())
    )


def _places(segment: Segment, column: Sequence[Segment], rest: Sequence[Segment]) -> tuple[Place, ...]:
    named = [s.place for s in column[: len(column) - len(rest)]]
    return tuple(dict.fromkeys([*reversed(named), segment.place]))


def _by_opening(segments: Sequence[Segment]) -> Iterator[tuple[int, Signatory]]:
    """People without a NIP: a title below a place and date, or below "Mengetahui", and then a name."""
    openings = [s.row for s in segments if is_opening(s.text) and not _is_running_text(s.text)]
    for segment in segments:
        if _is_title_head(segment.text) and any(0 <= segment.row - row <= OPENING_REACH for row in openings):
            found = _below_title(segment, below(segment, segments, 12))
            if found is not None:
                yield found


def _below_title(head: Segment, column: Sequence[Segment]) -> tuple[int, Signatory] | None:
    """The name that ends a title, which may run over several lines."""
    title = [head.text.strip(_MARKS)]
    for at, segment in enumerate(column):
        text = segment.text.strip(" ,")
        if _ends_title(segment, column[at + 1 :]):
            return segment.row, Signatory(name=clean_name(text), title=" ".join(title), where=(segment.place,))
        if is_junk(text):
            continue
        if read_heading(text) or not _may_be_title(text) or _is_running_text(text) or len(title) > MOST_TITLE_LINES:
            return None
        title.append(text)
    return None


def _is_title_head(text: str) -> bool:
    return starts_role(text) and not is_rank(text) and not NIP.search(text)


def _ends_title(segment: Segment, below_it: Sequence[Segment]) -> bool:
    """Whether a line is the signer's name, and not the end of a title that was wrapped ("… KABUPATEN SUMBER / JATI").

    A bare one is not where a better one or the room for one follows, "(……)"; a single word only where rank or NIP follow.
    """
    text = segment.text.strip(" ,")
    if not is_name(text) or NIP.search(text) or not (has_degree(text) or is_upper(text) or segment.bold):
        return False
    if has_degree(text):
        return True
    first = next((i for i, other in enumerate(below_it) if not is_junk(other.text)), len(below_it))
    following = below_it[first].text if first < len(below_it) else ""
    if is_name(following) or any(is_room_for_name(other.text) for other in below_it[:first]):
        return False
    return " " in text or is_rank(following) or bool(NIP.search(following))


def _is_beside(item: tuple[int, Signatory], other: tuple[int, Signatory]) -> bool:
    """Whether a person found by title alone is one found by number at the same place."""
    return bool(set(item[1].where) & set(other[1].where)) and _is_same(item[1], other[1])


def _may_be_title(text: str) -> bool:
    return len(text) < 70 and not text.endswith((".", ";")) and not re.search(r"\d", text) and not NIP.search(text)


def _joined(found: Iterable[Signatory]) -> tuple[Signatory, ...]:
    """One entry a person: the first spelling stands, NIP and title are filled in from later ones."""
    people: list[Signatory] = []
    for signatory in found:
        at = next((i for i, known in enumerate(people) if _is_same(known, signatory)), None)
        if at is None:
            people.append(signatory)
        else:
            known = people[at]
            where = tuple(dict.fromkeys([*known.where, *signatory.where]))
            people[at] = known.model_copy(
                update={"nip": known.nip or signatory.nip, "title": known.title or signatory.title, "where": where}
            )
    return tuple(people)


def _is_same(one: Signatory, other: Signatory) -> bool:
    if one.nip and other.nip:
        return one.nip == other.nip
    return fuzz.ratio(_letters(one.name), _letters(other.name)) >= SAME_NAME


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())
