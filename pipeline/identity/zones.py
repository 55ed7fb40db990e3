"""The parts of a plan that say who it is of: what stands before BAB I, what follows, what runs along the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Document
from pipeline.identity.signing import is_room_for_name, signing_lines
from pipeline.prose import TextLine, is_upper, read_lines
from pipeline.records import Chapter

TITLE_CHARS = 110
"""A title's line is no longer; longer ones are prose even where they are set in capitals."""


@dataclass(frozen=True, slots=True)
class Zones:
    """`front` is the prose, signature blocks with it, before the first chapter and `body` the rest.

    `edges` are running heads and feet, `cells` the lines of tables.
    """

    front: tuple[TextLine, ...]
    body: tuple[TextLine, ...]
    edges: tuple[TextLine, ...]
    cells: tuple[TextLine, ...]

    @property
    def prose(self) -> tuple[TextLine, ...]:
        return self.front + self.body


def part_document(document: Document, chapters: Sequence[Chapter]) -> Zones:
    lines = read_lines(document)
    prose = tuple(line for line in signing_lines(document) if not is_room_for_name(line.text))
    first = _first_chapter(prose, chapters)
    edges = tuple(line for line in lines if line.kind in ("running_head", "running_foot"))
    cells = tuple(line for line in lines if line.is_content and line.row is not None)
    return Zones(prose[:first], prose[first:], edges, cells)


def title_stacks(lines: Sequence[TextLine]) -> Iterator[tuple[TextLine, ...]]:
    """Title lines that stand together on a page with no prose between: a cover, a letterhead, a decree's heading."""
    stack: list[TextLine] = []
    for line in lines:
        if stack and (not is_title_line(line) or line.page != stack[-1].page or line.follows_table):
            yield tuple(stack)
            stack = []
        if is_title_line(line):
            stack.append(line)
    if stack:
        yield tuple(stack)


def is_title_line(line: TextLine) -> bool:
    """Whether a line is set as a title: in capitals or centred, and not running text."""
    if len(line.text) > TITLE_CHARS or len(line.paragraph) > 3 * TITLE_CHARS:
        return False
    return is_upper(line.text) or line.centred


def _first_chapter(prose: Sequence[TextLine], chapters: Sequence[Chapter]) -> int:
    """Index of the first BAB heading among the prose lines; where there is none, of the first long paragraph."""
    heads = [c.where[0] for c in chapters if c.label.startswith("BAB") and c.where]
    if not heads:
        return next((i for i, line in enumerate(prose) if not is_title_line(line) and len(line.paragraph) > 200), len(prose))
    return next((i for i, line in enumerate(prose) if line.place == heads[0]), 0)
