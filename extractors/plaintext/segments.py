"""Which lines of a text are a table, and of which kind; the rest is prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extractors.plaintext.flattened import flattened_end
from extractors.plaintext.separated import is_pipe_line

Kind = Literal["prose", "tabs", "pipes", "flattened"]
TABBED_FIELD = re.compile(r"^[^\t]{1,40}\t+\s*:")
"""A form line such as "Nomor<tab>: 188/2024": lined up by a tab, but no table row."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines of one kind that follow each other; `start` is the index of the first."""

    kind: Kind
    lines: tuple[str, ...]
    start: int


def segments(lines: Sequence[str]) -> Iterator[Segment]:
    """The lines cut into stretches of one kind; a table ends at an empty line."""
    start = 0
    while start < len(lines):
        kind = kind_at(lines, start)
        end = _end(lines, start, kind)
        yield Segment(kind, tuple(lines[start:end]), start)
        start = end


def kind_at(lines: Sequence[str], index: int) -> Kind:
    """The kind of the stretch that begins at a line."""
    if is_pipe_line(lines[index]):
        return "pipes"
    run = _tabbed_run(lines, index)
    if is_table(run):
        return "tabs"
    return "prose" if flattened_end(lines, index) is None else "flattened"


def is_table(run: Sequence[str]) -> bool:
    """Whether lines with tabs are rows: three columns, or two in several rows that are no form lines."""
    if not run:
        return False
    widths = [line.count("\t") + 1 for line in run if "\t" in line]
    if sum(1 for line in run if TABBED_FIELD.match(line)) * 2 > len(run):
        return False
    return max(widths) >= 3 or (len(widths) > 1 and len(set(widths)) == 1)


def _tabbed_run(lines: Sequence[str], index: int) -> Sequence[str]:
    if "\t" not in lines[index].strip(" "):
        return ()
    end = index
    while end < len(lines) and _belongs_to_table(lines, end):
        end += 1
    return lines[index:end]


def _belongs_to_table(lines: Sequence[str], index: int) -> bool:
    """A line with a tab, or one between two such lines: a row of one cell, or the rest of a broken one."""
    if "\t" in lines[index]:
        return True
    if not lines[index].strip():
        return False
    following = next((i for i in range(index + 1, min(index + 12, len(lines))) if "\t" in lines[i] or not lines[i].strip()), None)
    return following is not None and "\t" in lines[following]


def _end(lines: Sequence[str], start: int, kind: Kind) -> int:
    if kind == "tabs":
        return start + len(_tabbed_run(lines, start))
    if kind == "flattened":
        return flattened_end(lines, start) or start + 1
    end = start + 1
    while end < len(lines) and kind_at(lines, end) == kind:
        end += 1
    return end
