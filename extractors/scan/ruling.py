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
from extractors.scan.straighten import WORK_DPI
from extractors.scan.strokes import Stroke, find_strokes, touching_groups

SLACK = round(0.06 * WORK_DPI)
"""Strokes end up to this far from the line they belong to."""

SAME_LINE = 5.0
"""Strokes on positions nearer than this are pieces of one line: half the height of the smallest letters."""

WOBBLE = 4
"""How far a line may stray from its mean position."""

CHUNK = 8
"""Lines are judged in pieces of this length: any one of text has a gap between letters or strokes in it."""

FAINTEST = 40
"""Darkness (0 to 255) that no pixel of a ruled piece falls below."""


NARROWEST_CELL = round(0.12 * WORK_DPI)
"""Lines of a table nearer than this do not both bound cells: a line of small type is higher, a month's column wider."""

LETTER_HIGH = round(0.3 * WORK_DPI)
"""Intervals shorter than this may be filled by a letter and the stroke of a stamp."""

SCRAP = round(0.5 * WORK_DPI)
SCRAP_SHARE = 0.2
"""A line of a table is ruled over more than this length, or this share of the table's."""

UNBROKEN, NEARLY_UNBROKEN = 0.97, 0.9
"""Shares of such an interval that are inked if it is a rule by itself, and if the rule goes on beside it."""

COVERED_BY_ENDS_REACHED = (1.01, 0.85, 0.65)
"""Share of an interval's pieces that must be inked where none, one or both of its ends are reached."""

COVERED_IN_LINE = 0.4
"""The same for an interval of a line that is ruled elsewhere: text at that height has hardly a piece without a gap."""

NARROWEST_TABLE = round(1.2 * WORK_DPI)

WIDEST_GAP = round(1.0 * WORK_DPI)
"""Strokes on one line this far apart may be pieces of one rule."""

MOSTLY_RULED = 0.3
"""Share of a line that must be ruled for sure, for the doubtful rest to be believed."""

FAINTEST_IN_LINE = 26
"""The same for a line that is ruled elsewhere."""

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
    across, down = find_strokes(page)
    upright, sideways = _darkness(page), _darkness(np.ascontiguousarray(page.T))
    # Ruled lines cut out what was between strokes of letters; once those are gone the true intervals are longer.
    for _ in range(MOST_ROUNDS):
        ruled_across: list[Stroke] = []
        ruled_down: list[Stroke] = []
        for h, v in touching_groups(_bridged(across), _bridged(down), SLACK):
            if _extent(h) >= NARROWEST_TABLE:
                ruled_across.extend(_without_scraps(_ruled(upright, _lines(h), _lines(v)), _extent(h)))
                ruled_down.extend(_without_scraps(_ruled(sideways, _lines(v), _lines(h)), _extent(v)))
        is_settled = len(ruled_across) == len(across) and len(ruled_down) == len(down)
        across, down = ruled_across, ruled_down
        if is_settled:
            break
    return Ruling(tuple(across), tuple(down))


def _bridged(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Strokes on one line with the gaps between them closed; which of the gaps are really ruled is judged later."""
    bridged: list[Stroke] = []
    for line in _pieced(strokes):
        at = _mean(line)
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


def _darkness(page: np.ndarray) -> np.ndarray:
    """Darkness of the darkest of three rows, so that a line may wobble by a pixel."""
    return 255 - cv2.erode(page, np.ones((3, 1), np.uint8))


def _stops(line: Sequence[Stroke], crossing: Sequence[Sequence[Stroke]]) -> list[float]:
    """Where the lines that cross or meet a line do so; and its own ends, where it runs on past the last of them."""
    at = _mean(line)
    stops = [_mean(c) for c in crossing if min(s.start for s in c) - SLACK <= at <= max(s.end for s in c) + SLACK]
    first, last = min(s.start for s in line), max(s.end for s in line)
    if not stops or first < stops[0] - 2 * SLACK:
        stops.insert(0, first)
    if last > stops[-1] + 2 * SLACK:
        stops.append(last)
    return stops


def _lines(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Strokes grouped by position, sorted across; of two lines too near for a cell between them the longer one stays."""
    kept: list[list[Stroke]] = []
    for line in sorted(_pieced(strokes), key=_length, reverse=True):
        if all(abs(_mean(line) - _mean(other)) >= NARROWEST_CELL for other in kept):
            kept.append(line)
    return sorted(kept, key=_mean)


def _without_scraps(strokes: Iterable[Stroke], extent: float) -> Iterator[Stroke]:
    """The strokes of a table without the lines that are a scrap of its `extent`: the ring of a stamp in a low row."""
    for line in _pieced(list(strokes)):
        if _length(line) >= min(SCRAP, SCRAP_SHARE * extent):
            yield from line


def _extent(strokes: Sequence[Stroke]) -> float:
    return max(s.end for s in strokes) - min(s.start for s in strokes)


def _length(strokes: Sequence[Stroke]) -> float:
    return sum(s.length for s in strokes)


def _pieced(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Strokes that are pieces of one line taken together."""
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda s: s.at):
        if groups and stroke.at - _mean(groups[-1]) < SAME_LINE:
            groups[-1].append(stroke)
        else:
            groups.append([stroke])
    return groups


def _mean(strokes: Sequence[Stroke]) -> float:
    return sum(s.at * s.length for s in strokes) / sum(s.length for s in strokes)


def _ruled(darkness: np.ndarray, lines: Sequence[list[Stroke]], crossing: Sequence[list[Stroke]]) -> Iterator[Stroke]:
    """The runs of ruled intervals of each line, cut by the lines that cross it."""
    for line in lines:
        at, thickness = _mean(line), max(s.thickness for s in line)
        intervals = list(pairwise(_stops(line, crossing)))
        run: list[float] = []
        for (left, right), is_ruled in zip(intervals, _verdicts(darkness, at, intervals), strict=True):
            if is_ruled:
                run = [run[0] if run else left, right]
            elif run:
                yield Stroke(at, run[0], run[1], thickness)
                run = []
        if run:
            yield Stroke(at, run[0], run[1], thickness)


def _verdicts(darkness: np.ndarray, at: float, intervals: Sequence[tuple[float, float]]) -> list[bool]:
    """Which intervals are ruled. One as short as a letter is high must be ruled without a gap, or go on in its neighbours."""
    found = [_covered(darkness, at, *interval) for interval in intervals]
    lengths = [right - left for left, right in intervals]
    inked = [
        1.0 if length >= LETTER_HIGH else _inked_share(darkness, at, *span)
        for length, span in zip(lengths, intervals, strict=True)
    ]
    loose = [covered >= COVERED_BY_ENDS_REACHED[reached] for covered, reached in found]
    sure = [fits and share >= UNBROKEN for fits, share in zip(loose, inked, strict=True)]
    padded = [False, *sure, False]
    neighbours = [padded[i] + padded[i + 2] for i in range(len(intervals))]
    is_mostly_ruled = sum(length for length, is_sure in zip(lengths, sure, strict=True) if is_sure) >= MOSTLY_RULED * sum(lengths)

    def is_ruled(i: int) -> bool:
        if lengths[i] < LETTER_HIGH:
            faintly = _inked_share(darkness, at, *intervals[i], FAINTEST_IN_LINE)
            return (loose[i] and neighbours[i] == 2) or (neighbours[i] >= 1 and faintly >= NEARLY_UNBROKEN)
        is_supported = is_mostly_ruled or neighbours[i] == 2
        return is_supported and _covered(darkness, at, *intervals[i], FAINTEST_IN_LINE)[0] >= COVERED_IN_LINE

    return [sure[i] or is_ruled(i) for i in range(len(intervals))]


def _covered(darkness: np.ndarray, at: float, left: float, right: float, faintest: int = FAINTEST) -> tuple[float, int]:
    """The share of the pieces from `left` to `right` along row `at` that are inked throughout, and how many ends are reached."""
    band = _band(darkness, at, left, right)
    chunks = band.shape[1] // CHUNK
    if band.shape[0] == 0 or chunks == 0:
        return 0.0, 0
    pieces = band[:, : chunks * CHUNK].reshape(band.shape[0], chunks, CHUNK).min(axis=2) > faintest
    covered = pieces.mean(axis=1)
    best = int(covered.argmax())
    near_best = pieces[max(best - 1, 0) : best + 2].any(axis=0)
    reached = int(near_best[:2].any()) + int(near_best[-2:].any())
    return float(covered[best]), reached


def _inked_share(darkness: np.ndarray, at: float, left: float, right: float, faintest: int = FAINTEST) -> float:
    """Share of the pixels from `left` to `right` that are inked, in the row that has most."""
    band = _band(darkness, at, left, right)
    return float((band > faintest).mean(axis=1).max()) if band.size else 0.0


def _band(darkness: np.ndarray, at: float, left: float, right: float) -> np.ndarray:
    """The pixels about row `at` between two borders, the borders themselves left out."""
    return darkness[max(round(at) - WOBBLE, 0) : round(at) + WOBBLE + 1, round(left) + 3 : round(right) - 2]
