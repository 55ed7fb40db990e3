"""Capitals and signs that are nothing but straight strokes, told by shape: I, V, the TW of quarters, and the hyphen between them.

Engines guess at such letters when they stand alone ("TW II" comes back as "TI", "I-IV" as "HIV"), since no word tells them more.
Looked at is the middle of the letters, where serifs do not reach and letters whose serifs touch stand apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from extractors.scan.components import components
from extractors.scan.runs import runs_of

INK = 180

UPPER, LOWER = 0.26, 0.8
"""The middle of the letters, as shares of their height from the top."""

LOWEST_LETTER = 8
"""Height in pixels below which shapes say nothing."""

WIDEST_STEM = 0.32
"""All lengths from here on are shares of the letters' height."""

UPRIGHT = 0.1
"""How far the middle of an upright stem may wander."""

HIGHEST_DASH, SHORTEST_DASH = 0.22, 0.15

LEGS = 0.3
"""Legs of a V part at their upper ends by at least this much, from middle to middle."""

JOINED = 0.25
"""And come together by no more than this."""

NARROWEST_BAR, WIDEST_FOOT = 0.5, 0.75
"""The bar of a T, and its foot as a share of its bar."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter or sign and the columns of the image its middle takes."""

    sign: str
    left: int
    right: int


def read_glyphs(image: np.ndarray) -> list[Glyph]:
    """The letters of a piece of one line of capitals (grey), from left to right; empty where any mark is none of them.

    Stops and commas count for nothing.
    """
    if image.size == 0:
        return []
    ink = np.asarray(image < INK)
    rows = _letter_rows(ink)
    if rows is None:
        return []
    top, bottom = rows
    height = bottom - top
    first, last = top + round(UPPER * height), top + round(LOWER * height)
    band = ink[first:last]
    _, labels, stats, _ = components(band.astype(np.uint8))
    glyphs: list[Glyph] = []
    for label in np.argsort(stats[1:, 0]) + 1:
        left, _, width, _, _ = (int(v) for v in stats[label])
        columns = slice(left, left + width)
        sign = _sign(labels[:, columns] == label, ink[top:bottom, :], left, height)
        if not sign:
            return []
        glyphs.append(Glyph(sign, left, left + width))
    return _without_false_bars(_joined_legs(glyphs))


def _letter_rows(ink: np.ndarray) -> tuple[int, int] | None:
    """First row and the one after the last of the high letters."""
    _, _, stats, _ = components(ink.astype(np.uint8))
    marks = stats[1:]
    if len(marks) == 0:
        return None
    highest = marks[np.argmax(marks[:, 3])]
    top, height = int(highest[1]), int(highest[3])
    return (top, top + height) if height >= LOWEST_LETTER else None


def _sign(mark: np.ndarray, letters: np.ndarray, left: int, height: int) -> str:
    """The sign of a mark of the middle: I, T, V, W, a hyphen, half a V (one of its legs), or "" for anything else."""
    filled = np.flatnonzero(mark.any(axis=1))
    if filled[-1] - filled[0] + 1 <= HIGHEST_DASH * height:
        return "-" if mark.shape[1] >= SHORTEST_DASH * height else ""
    if len(filled) < mark.shape[0]:
        return ""
    legs = [runs_of(row) for row in mark]
    widest = max(end - start for row in legs for start, end in row)
    upper, middle, lower = legs[0], legs[len(legs) // 2], legs[-1]
    counts = (len(upper), len(middle), len(lower))
    if max(counts) == 1:
        return _one_leg(legs, letters, left, height)
    spread, foot = _spread(upper), _spread(lower)
    if counts[0] == 2 and len(lower) <= 2 and spread >= LEGS * height and foot <= max(JOINED * height, 0.55 * spread):
        return "V" if widest <= 0.6 * height else ""
    if len(upper) in (3, 4) and len(lower) in (2, 3) and mark.shape[1] >= 0.8 * height:
        return "W"
    return ""


def _one_leg(legs: list[list[tuple[int, int]]], letters: np.ndarray, left: int, height: int) -> str:
    if any(len(row) != 1 for row in legs):
        return ""
    middles = np.array([(row[0][0] + row[0][1]) / 2 for row in legs])
    widths = [row[0][1] - row[0][0] for row in legs]
    if max(widths) > WIDEST_STEM * height:
        return ""
    drift = float(middles[-2:].mean() - middles[:2].mean())
    if abs(drift) > UPRIGHT * height:
        return "\\" if drift > 0 else "/"
    return "T" if _has_bar(letters, left + float(middles.mean()), height) else "I"


def _has_bar(letters: np.ndarray, stem: float, height: int) -> bool:
    """Whether a bar lies over a stem that no serif is as wide as, on both sides of it, and the stem's foot is narrower."""
    bar = _run_at(letters[: max(round(0.15 * height), 1)], stem)
    foot = _run_at(letters[-max(round(0.15 * height), 1) :], stem)
    width = bar[1] - bar[0]
    on_both = min(stem - bar[0], bar[1] - stem) >= 0.2 * height
    return width >= NARROWEST_BAR * height and on_both and foot[1] - foot[0] <= WIDEST_FOOT * width


def _run_at(rows: np.ndarray, place: float) -> tuple[int, int]:
    """The columns of ink that rows have at a place and on either side of it."""
    mask = np.asarray(rows.any(axis=0))
    at = min(max(round(place), 0), mask.size - 1)
    return next(((a, b) for a, b in runs_of(mask) if a <= at < b), (at, at))


def _spread(legs: list[tuple[int, int]]) -> float:
    """From the middle of the first leg to that of the last."""
    return (legs[-1][0] + legs[-1][1] - legs[0][0] - legs[0][1]) / 2


def _joined_legs(glyphs: list[Glyph]) -> list[Glyph]:
    """Pairs of legs, and pairs of such pairs that touch, made the letters they are; empty where a leg is left over."""
    joined: list[Glyph] = []
    for glyph in glyphs:
        if glyph.sign == "/" and joined and joined[-1].sign == "\\":
            joined[-1] = Glyph("V", joined[-1].left, glyph.right)
        else:
            joined.append(glyph)
    whole: list[Glyph] = []
    for glyph in joined:
        if glyph.sign == "V" and whole and whole[-1].sign == "V" and glyph.left <= whole[-1].right + 1:
            whole[-1] = Glyph("W", whole[-1].left, glyph.right)
        else:
            whole.append(glyph)
    return [] if any(glyph.sign in "/\\" for glyph in whole) else whole


def _without_false_bars(glyphs: list[Glyph]) -> list[Glyph]:
    """A T stands before a W only: others are an I whose serif touches its neighbour's."""
    following = [*(glyph.sign for glyph in glyphs), ""][1:]
    return [replace(g, sign="I") if g.sign == "T" and after != "W" else g for g, after in zip(glyphs, following, strict=True)]
