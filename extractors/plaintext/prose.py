"""Paragraphs from lines of prose.

Some tools put an empty line after every line; there an empty line says nothing and two say that a paragraph ends.
Wrapped lines are told from lines of their own by length: a line is wrapped where the next word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import quantiles

from extractors.document import Line, ParagraphKind
from extractors.plaintext.markup import heading, plain

LABEL = re.compile(
    r"(?:[-–•▪➢*]\s+)?(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3})(?=\s|[A-Z])"
)
BULLET = re.compile(r"[-–•▪➢*]\s")
MARKED_LABEL = re.compile(r"[-*+]\s+(?=\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)]|[A-Z]\w{2,12}\s*:)")
"""Markdown's bullet before an item that has a label of its own."""
TITLE = re.compile(r"(?:BAB|LAMPIRAN|Lampiran)\s+[IVX\d]+\b|(?:LAMPIRAN|MEMUTUSKAN|MENETAPKAN|KEPUTUSAN|NIP)\b")
SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s")
FIELD = re.compile(r"[A-Z][\w ]{1,24}\s*:\s")
"""A line such as "Nomor : 188" or "KEDUA : …" begins a paragraph."""
RULE = re.compile(r"\s*(?:-\s?){3,}\s*|\s*(?:\*\s?){3,}\s*|\s*_{3,}\s*|\s*={3,}\s*")
PAGE_NUMBER = re.compile(r"\W{0,3}(?:[Hh]al(?:aman)?\.?\s*)?\d{1,3}(?:\s*(?:dari|/)\s*\d{1,3})?\W{0,3}")
DOUBLE_SPACED_SHARE = 0.85
LEAST_WRAP_WIDTH = 40


@dataclass(frozen=True, slots=True)
class TextLine:
    """A printed line: its words without marks, the empty lines before it, and what a break after it means."""

    text: str
    gap: int = 0
    bold: bool = False
    is_heading: bool = False
    ends_hard: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph of lines."""

    lines: tuple[Line, ...]
    bold: bool
    centred: bool = False
    kind: ParagraphKind = "paragraph"

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def is_double_spaced(lines: Sequence[str]) -> bool:
    """Whether the text has an empty line after (nearly) every line."""
    filled = [index for index, line in enumerate(lines[:-1]) if line.strip()]
    followed = sum(1 for index in filled if not lines[index + 1].strip())
    return len(filled) > 20 and followed >= DOUBLE_SPACED_SHARE * len(filled)


def paragraphs(lines: Sequence[str], double_spaced: bool) -> Iterator[Prose]:
    """The paragraphs of a stretch of prose."""
    printed = list(text_lines(lines, double_spaced))
    width = wrap_width(printed)
    waiting: list[TextLine] = []
    for line in printed:
        if waiting and begins_paragraph(waiting, line, width):
            yield _paragraph(waiting)
            waiting = []
        waiting.append(line)
    if waiting:
        yield _paragraph(waiting)


def text_lines(lines: Sequence[str], double_spaced: bool) -> Iterator[TextLine]:
    gap = 0
    for raw in with_bold_closed(lines):
        line = raw.replace("\f", "")
        if not line.strip() or RULE.fullmatch(line):
            gap += 1
            continue
        if double_spaced and gap:
            gap -= 1
        for part in plain(MARKED_LABEL.sub("", (heading(line) or (0, line))[1].strip())).text.split("\n"):
            if part:
                yield _text_line(line, part, gap)
                gap = 0
        gap = 0


def with_bold_closed(lines: Sequence[str]) -> Iterator[str]:
    """Lines in which bold that runs over several lines is closed and opened again at each line end."""
    is_open = False
    for index, line in enumerate(lines):
        if not line.strip():
            is_open = False
            yield line
            continue
        marked = f"**{line.lstrip()}" if is_open else line
        if marked.count("**") % 2:
            is_open = is_open or _is_closed_later(lines[index + 1 :])
            body = marked.rstrip(" \\")
            marked = f"{body}**{marked[len(body) :]}" if is_open else marked
        else:
            is_open = False
        yield marked


def _is_closed_later(lines: Sequence[str]) -> bool:
    for line in lines:
        if not line.strip():
            return False
        if line.count("**") % 2:
            return True
    return False


def _text_line(line: str, text: str, gap: int) -> TextLine:
    is_heading = heading(line) is not None
    return TextLine(
        text=text,
        gap=gap,
        bold=is_heading or plain(line.strip()).bold or line.strip().startswith("**"),
        is_heading=is_heading,
        ends_hard=line.endswith(("  ", "\\")) or is_heading,
        indent=len(line) - len(line.lstrip(" ")),
    )


def wrap_width(lines: Sequence[TextLine]) -> int:
    """The length in letters at which the text is wrapped; 0 where it is not."""
    lengths = [len(line.text) for line in lines]
    if len(lengths) < 8:
        return 0
    width = round(quantiles(lengths, n=20)[-2])
    return width if LEAST_WRAP_WIDTH <= width <= 160 else 0


def begins_paragraph(waiting: Sequence[TextLine], line: TextLine, width: int) -> bool:
    """Whether a line begins a paragraph after the lines that wait."""
    last = waiting[-1]
    if line.gap or line.is_heading or last.is_heading or last.bold != line.bold:
        return True
    if LABEL.match(line.text) or BULLET.match(line.text) or TITLE.match(line.text) or FIELD.match(line.text):
        return not (line.text[0].islower() and last.text.endswith((",", "dan", "-")) and not LABEL.match(waiting[0].text))
    if TITLE.match(last.text) and len(waiting) == 1:
        return True
    if not width:
        return last.ends_hard or line.text[0].isupper()
    has_room = len(last.text) + 1 + len(line.text.split(" ", 1)[0]) < 0.82 * width
    is_section = len(waiting) == 1 and SECTION.match(last.text) is not None
    return has_room and (is_section or not line.text[0].islower())


def _paragraph(lines: Sequence[TextLine]) -> Prose:
    made = tuple(Line(line.text, bold=line.bold) for line in lines)
    return Prose(made, all(line.bold for line in lines))


def is_page_number(text: str) -> bool:
    return PAGE_NUMBER.fullmatch(text) is not None
