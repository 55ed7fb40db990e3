"""The numbered sections of a chapter: 1.1, I.2, A., a. with title, page and the text below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Place
from pipeline.prose import TextLine, is_upper
from pipeline.records import Section

_DECIMAL = re.compile(
    r"^[\W_]*(?P<label>[0-9IVXlO]{1,4}(?:\s?[.,]\s?[0-9lIO]{1,2}){1,3})(?![0-9/])\s*[.)]?\s*[:\-–]?\s*(?P<title>[^\W\d].*)$"
)
_LETTER = re.compile(r"^(?P<label>[A-Za-z])\s?[.)]\s*(?P<title>[^\W\d_].*)$")
_STRICT_DECIMAL = re.compile(r"^([IVX]+|\d{1,2})(\.\d{1,2}){1,3}$")

MAX_TITLE_WORDS = 16
MAX_LETTERED_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Start:
    """A section heading found at lines[first:after]."""

    label: str
    title: str
    first: int
    after: int


def find_sections(lines: Sequence[TextLine]) -> tuple[Section, ...]:
    """The sections among the prose lines of one chapter, its own heading left out, in reading order.

    A number that repeats is kept as printed. Items of a lettered list are no sections: they stand without text between.
    """
    starts = _starts(lines)
    ends = [start.first for start in starts[1:]] + [len(lines)]
    return tuple(_section(start, lines, end) for start, end in zip(starts, ends, strict=False))


def decimal_label(text: str) -> tuple[str, str] | None:
    """("1.1", "Latar Belakang") of a decimal section heading; blanks and misread digits in the label are put right."""
    match = _DECIMAL.match(text)
    if match is None or text.lstrip()[:1] in "-•(":
        return None
    label = re.sub(r"\s", "", match["label"]).replace(",", ".").replace("O", "0")
    head, *tail = label.split(".")
    head = head if re.fullmatch(r"[IVX]+", head) and "I" not in tail else re.sub("[lI]", "1", head)
    label = ".".join([head, *(re.sub("[lI]", "1", part) for part in tail)])
    return (label, match["title"].strip()) if _STRICT_DECIMAL.match(label) else None


def starts_section(text: str) -> bool:
    """Whether a line opens with a section's number or letter."""
    return decimal_label(text) is not None or _LETTER.match(text) is not None


def _starts(lines: Sequence[TextLine]) -> list[_Start]:
    starts: list[_Start] = []
    listed: set[str] = set()
    at = 0
    while at < len(lines):
        start = _decimal_start(lines, at) or _letter_start(lines, at, listed)
        if start is not None:
            starts.append(start)
        at = start.after if start is not None else at + 1
    return starts


def _decimal_start(lines: Sequence[TextLine], at: int) -> _Start | None:
    found = decimal_label(lines[at].text)
    if found is None or not lines[at].is_first:
        return None
    title, after = _whole_title(found[1], lines, at)
    if not title[:1].isupper() or len(title.split()) > MAX_TITLE_WORDS or title.endswith((";", ",")):
        return None
    return _Start(found[0], title, at, after)


def _letter_start(lines: Sequence[TextLine], at: int, listed: set[str]) -> _Start | None:
    """A lettered heading; `listed` collects letters taken for list items, whose followers are items too."""
    match = _LETTER.match(lines[at].text)
    if match is None or not lines[at].is_first:
        return None
    label = match["label"]
    title, after = _whole_title(match["title"].strip(), lines, at)
    if chr(ord(label) - 1) in listed or not _reads_as_heading(title, lines, at, after):
        listed.add(label)
        return None
    listed.discard(label)
    return _Start(label, title, at, after)


def _reads_as_heading(title: str, lines: Sequence[TextLine], at: int, after: int) -> bool:
    if not title[:1].isupper() or len(title.split()) > MAX_LETTERED_WORDS or title.endswith((";", ",", ":")):
        return False
    if title.endswith(".") and len(title.split()) > 4:
        return False
    return after < len(lines) and not _is_sibling(lines[at].text, lines[after].text)


def _is_sibling(text: str, other: str) -> bool:
    """Whether the second line is the next item of the first one's list."""
    mine, theirs = _LETTER.match(text), _LETTER.match(other)
    return bool(mine and theirs and ord(theirs["label"]) == ord(mine["label"]) + 1)


def _whole_title(title: str, lines: Sequence[TextLine], at: int) -> tuple[str, int]:
    """The title with the lines it goes on over, and the index after them."""
    after = at + 1
    while after < len(lines) and after - at < 3 and _goes_on(title, lines[at], lines[after]):
        title = f"{title} {lines[after].text}"
        after += 1
    return title, after


def _goes_on(title: str, first: TextLine, line: TextLine) -> bool:
    if starts_section(line.text) or first.page != line.page:
        return False
    if line.block == first.block and not line.is_first:
        return True
    return is_upper(title) and is_upper(line.text) and line.bold == first.bold


def _section(start: _Start, lines: Sequence[TextLine], end: int) -> Section:
    head = lines[start.first]
    places: tuple[Place, ...] = (head.place,)
    return Section(label=start.label, title=start.title, page=head.page, text=_text(lines[start.after : end]), where=places)


def _text(lines: Sequence[TextLine]) -> str:
    """The paragraphs of the lines, one a line."""
    paragraphs: list[str] = []
    block = None
    for line in lines:
        if line.block == block and not line.is_first:
            paragraphs[-1] = f"{paragraphs[-1]} {line.text}"
        else:
            paragraphs.append(line.text)
        block = line.block
    return "\n".join(paragraphs)
