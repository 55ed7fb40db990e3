"""The ruling lines of tables: broken and faint ones whole again, underlines and lines of text left out.

Strokes that cross form a table; their positions cut each line into intervals; an interval is ruled when ink runs along it
and *reaches both ends*, which lines of text, kept off the borders by the cell's padding, do not. Pixels of the straightened page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np

from extractors.document import Rule
from extractors.scan.geometry.straighten import WORK_DPI
from extractors.scan.rules.borders import restore_borders
from extractors.scan.rules.lines import length_of, lines_of, mean_of
from extractors.scan.rules.strokes import Stroke, darkness_of, find_strokes, touching_groups
from extractors.scan.rules.verdicts import LETTER_HIGH, verdicts_of

SLACK = round(0.06 * WORK_DPI)
"""Strokes end up to this far from the line they belong to."""

NARROWEST_CELL = round(0.12 * WORK_DPI)
"""Lines of a table nearer than this do not both bound cells: a line of small type is higher, a month's column wider."""

SCRAP = round(0.5 * WORK_DPI)
SCRAP_SHARE = 0.2
"""A line of a table is ruled over more than this length, or this share of the table's."""

NARROWEST_TABLE = round(1.2 * WORK_DPI)
"""At least one rule of a table runs so far without a gap; the serifs of bold capitals, which cross their stems, never do."""

WIDEST_GAP = round(1.0 * WORK_DPI)
"""Strokes on one line this far apart may be pieces of one rule."""

FEWEST_CROSSINGS = 3
"""Lines that cross in a table; a line of text is crossed by a letter or two, and ends nowhere else."""

MOST_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Ruling:
    """Ruled lines of a page: confirmed horizontals and verticals, in pixels."""

    across: tuple[Stroke, ...]
    down: tuple[Stroke, ...]

    def rules(self, scale: float) -> tuple[Rule, ...]:
        """The lines as rules, pixels times `scale`."""
        horizontals = [Rule(s.start * scale, s.at * scale, s.end * scale, s.at * scale) for s in self.across]
        verticals = [Rule(s.at * scale, s.start * scale, s.at * scale, s.end * scale) for s in self.down]
        return (*horizontals, *verticals)

    def on_its_head(self, width: int, height: int) -> Ruling:
        """The same lines of the page (`width` × `height` pixels) turned by 180 degrees."""
        return Ruling(
            tuple(_mirrored(s, height, width) for s in self.across), tuple(_mirrored(s, width, height) for s in self.down)
        )


def _mirrored(stroke: Stroke, across: int, along: int) -> Stroke:
    return Stroke(across - stroke.at, along - stroke.end, along - stroke.start, stroke.thickness)


def find_ruling(page: np.ndarray) -> Ruling:
    """The ruling lines of all tables on a straightened page (grey, paper at 255)."""
    upright, sideways = darkness_of(page), darkness_of(cv2.transpose(page))
    across, down = find_strokes(upright, sideways)
    # Ruled lines cut out what was between strokes of letters; once those are gone the true intervals are longer.
    for _ in range(MOST_ROUNDS):
        ruled_across: list[Stroke] = []
        ruled_down: list[Stroke] = []
        for h, v in touching_groups(_bridged(across), _bridged(down), SLACK):
            if _extent(h) >= NARROWEST_TABLE:
                ruled_across.extend(_without_scraps(_ruled(upright, lines_of(h), _lines(v)), _extent(h)))
                ruled_down.extend(_without_scraps(_ruled(sideways, lines_of(v), _lines(h)), _extent(v)))
        is_settled = len(ruled_across) == len(across) and len(ruled_down) == len(down)
        across, down = ruled_across, ruled_down
        if is_settled:
            break
    groups = [(h, v) for h, v in touching_groups(across, down, SLACK) if _is_table(h, v)]
    tables = [restore_borders(upright, sideways, _apart(h), _apart(v)) for h, v in groups]
    return Ruling(tuple(s for h, _ in tables for s in h), tuple(s for _, v in tables for s in v))


def _is_table(across: Sequence[Stroke], down: Sequence[Stroke]) -> bool:
    """Whether strokes that cross are a table's: not the serifs of a capital, nor an underline and the stems of its letters."""
    is_underline = len(lines_of(across)) == 1 and max(map(_length, down)) <= LETTER_HIGH
    return max(map(_length, across)) >= NARROWEST_TABLE and not is_underline


def _bridged(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Strokes on one line with the gaps between them closed; which of the gaps are really ruled is judged later."""
    bridged: list[Stroke] = []
    for line in lines_of(strokes):
        at = mean_of(line)
        run: Stroke | None = None
        for piece in sorted(line, key=lambda s: s.start):
            if run is not None and piece.start - run.end <= WIDEST_GAP:
                run = Stroke(at, run.start, max(run.end, piece.end), max(run.thickness, piece.thickness))
                continue
            if run is not None:
                bridged.append(run)
            run = Stroke(at, piece.start, piece.end, piece.thickness)
        if run is not None:
            bridged.append(run)
    return bridged


def _stops(line: Sequence[Stroke], crossing: Sequence[Sequence[Stroke]]) -> list[float]:
    """Where the lines that cross or meet a line do so; and its own ends, where it runs on past the last of them."""
    at = mean_of(line)
    stops = [mean_of(c) for c in crossing if min(s.start for s in c) - SLACK <= at <= max(s.end for s in c) + SLACK]
    first, last = min(s.start for s in line), max(s.end for s in line)
    if not stops or first < stops[0] - 2 * SLACK:
        stops.insert(0, first)
    if last > stops[-1] + 2 * SLACK:
        stops.append(last)
    return stops


def _lines(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Strokes grouped by position, sorted across; of two lines too near for a cell between them the longer one stays."""
    kept: list[list[Stroke]] = []
    for line in sorted(lines_of(strokes), key=length_of, reverse=True):
        if all(abs(mean_of(line) - mean_of(other)) >= NARROWEST_CELL for other in kept):
            kept.append(line)
    return sorted(kept, key=mean_of)


def _apart(strokes: Sequence[Stroke]) -> list[Stroke]:
    return [stroke for line in _lines(strokes) for stroke in line]


def _without_scraps(strokes: Iterable[Stroke], extent: float) -> Iterator[Stroke]:
    """The strokes of a table without the lines that are a scrap of its `extent`: the ring of a stamp in a low row."""
    for line in lines_of(list(strokes)):
        if length_of(line) >= min(SCRAP, SCRAP_SHARE * extent):
            yield from line


def _length(stroke: Stroke) -> float:
    return stroke.end - stroke.start


def _extent(strokes: Sequence[Stroke]) -> float:
    return max(s.end for s in strokes) - min(s.start for s in strokes)


def _ruled(darkness: np.ndarray, lines: Sequence[list[Stroke]], crossing: Sequence[list[Stroke]]) -> Iterator[Stroke]:
    """The runs of ruled intervals of each line, cut by the lines that cross it."""
    for line in lines:
        at, thickness = mean_of(line), max(s.thickness for s in line)
        intervals = list(pairwise(_stops(line, crossing)))
        run: list[float] = []
        verdicts = verdicts_of(darkness, at, intervals, len(crossing) >= FEWEST_CROSSINGS)
        for (left, right), is_ruled in zip(intervals, verdicts, strict=True):
            if is_ruled:
                run = [run[0] if run else left, right]
            elif run:
                yield Stroke(at, run[0], run[1], thickness)
                run = []
        if run:
            yield Stroke(at, run[0], run[1], thickness)
