"""Lines of prose to paragraphs: headings, list items and running text, told by gaps, indents, marks and weight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.document import Line

WIDE_GAP = 0.6
"""A gap beyond the usual one by this share of the line height parts paragraphs."""

SHORT_LINE_SHARE = 0.86
"""A line that ends before this share of the text width is the last of its paragraph."""

_MARK = re.compile(r"^(\d{1,2}[.)]|\d{1,2}(\.\d{1,2})+[.)]?|[a-zA-Z][.)]|[ivxIVX]{1,5}[.)]|\((\d{1,2}|[a-z])\)|[-–•▪◦‣*])\s+\S")
_RANGE_END = re.compile(r"^[-–]\s*\d{4}\b")
_HEADING = re.compile(r"^(BAB\s+([IVX]+|\d+)\b|LAMPIRAN\b|DAFTAR\s+ISI\b|KEPUTUSAN\b|NIP\b)", re.IGNORECASE)


def group_lines(lines: Sequence[Line], left: float, right: float) -> list[list[Line]]:
    """Lines in groups of one paragraph each; `left` and `right` are the text area's edges in points."""
    usual_gap = _usual_gap(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, usual_gap, left, right):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def is_centred(line: Line, left: float, right: float) -> bool:
    """Whether the line leaves about the same room on both sides, and some."""
    if line.box is None:
        return False
    before, after = line.box[0] - left, right - line.box[2]
    return min(before, after) > 0.06 * (right - left) and abs(before - after) < 0.08 * (right - left)


def _goes_on(paragraph: Sequence[Line], line: Line, usual_gap: float, left: float, right: float) -> bool:
    last = paragraph[-1]
    if last.box is None or line.box is None:
        return False
    height = max(last.box[3] - last.box[1], 1.0)
    if line.box[1] - last.box[3] > usual_gap + WIDE_GAP * height or line.box[1] < last.box[1]:
        return False
    if (_MARK.match(line.text) and not _RANGE_END.match(line.text)) or _HEADING.match(line.text) or _HEADING.match(last.text):
        return False
    if last.bold != line.bold or (
        abs(last.size - line.size) > 1.5 and last.size and line.size and last.words[0].confidence == 1.0
    ):
        return False
    if is_centred(last, left, right):
        return False  # titles and signature blocks: each line says a thing of its own
    return _fills(last, left, right) or line.text[:1].islower()


def _fills(line: Line, left: float, right: float) -> bool:
    return line.box is not None and line.box[2] >= left + SHORT_LINE_SHARE * (right - left)


def _usual_gap(lines: Sequence[Line]) -> float:
    """Median distance in points from one line's foot to the next one's head."""
    gaps = [b.box[1] - a.box[3] for a, b in pairwise(lines) if a.box and b.box and b.box[1] > a.box[1]]
    return max(median(gaps), 0.0) if gaps else 0.0
