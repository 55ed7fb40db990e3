"""The word across a copied stamp, found by what sets it apart from the print it lies among.

It is written in capitals through the stamp's middle, mostly a little aslant: in the line it stands on, the stamp's grey reaches
both edges over the whole width and neither of the rows beyond. And it is of the ring's own grey and thickness all along, where
print of that grey has thinner strokes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.scan.paper.rings import PAGE_INK, Ring
from extractors.scan.runs import runs_of

STEEPEST, STEP = 14, 2
"""Degrees that the word may slope either way, and those tried."""

LOWEST_INCHES, HIGHEST_INCHES = 0.06, 0.145
"""Height of the capitals."""

OFF_CENTRE = 0.35
"""How far above or below the middle the word stands; this and the next two are shares of the ring's radius."""

HALF_WIDTH = 0.6
"""Half of the width looked at; the word may be longer."""

WIDEST = 1.25
"""Half of the widest word: some reach over the inner of two rings."""

STRIP_INCHES = 0.015
"""Height of the strips at the edges of the word, and beyond them."""

CLEAR = 0.9
"""Covered share of the strips within, twice, less those beyond: 0.9 to 1.9 of stamps, up to 1.9 of lines of print, too."""

GREYER, PALER = 25, 30
"""Grey levels by which a stamp's stroke is darker or paler than its ring's line at most."""

THICKER = 0.07
"""By how much the share of thick strokes is higher in the word than in the print of that grey beside the stamp."""

FURTHER = 1.55
"""Print beside a stamp begins at this many radii of its inner ring from its centre."""


@dataclass(frozen=True, slots=True)
class _Band:
    """A strip that slopes by `degrees`, its upper edge `top` pixels below the ring's middle."""

    clearness: float
    degrees: int
    top: int
    height: int

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def stamp_word(page: np.ndarray, ring: Ring, level: float, dpi: float) -> np.ndarray | None:
    """Where the word across a stamp stands, as a mask of the page's shape; None where there is none to be sure of.

    `page` (grey) is without the stamp's rings, the innermost of which was `ring` with a line of the grey `level`.
    """
    of_stamp = (page < PAGE_INK) & (page >= level - GREYER)
    band = max(_bands(of_stamp, ring, dpi), key=lambda band: band.clearness)
    along, down = _axes(page.shape, ring, band.degrees)
    within = np.abs(down - band.middle) <= band.height / 2
    middle, beside = within & (np.abs(along) <= HALF_WIDTH * ring.radius), np.hypot(along, down) > FURTHER * ring.radius
    thick = of_stamp & (cv2.dilate(page, np.ones((3, 3), np.uint8)) <= level + PALER)
    if band.clearness < CLEAR or _share(thick, of_stamp & middle) - _share(thick, of_stamp & beside) < THICKER:
        return None
    left, right = _ends(along[of_stamp & within], ring, band.height)
    edge = STRIP_INCHES * dpi
    return np.asarray((np.abs(down - band.middle) <= band.height / 2 + edge) & (along >= left) & (along <= right))


def _bands(of_stamp: np.ndarray, ring: Ring, dpi: float) -> Iterator[_Band]:
    """The clearest band of each slope and height."""
    strip, reach = round(STRIP_INCHES * dpi), round(OFF_CENTRE * ring.radius)
    for degrees in range(-STEEPEST, STEEPEST + 1, STEP):
        covered, middle = _covered(of_stamp, ring, degrees, strip)
        for height in range(round(LOWEST_INCHES * dpi), round(HIGHEST_INCHES * dpi) + 1):
            tops = middle - height // 2 + np.arange(-reach, reach)
            edges = np.minimum(covered[tops], covered[tops + height - strip])
            clear = 2 * edges - covered[tops - 2 * strip] - covered[tops + height + strip]
            best = int(clear.argmax())
            yield _Band(float(clear[best]), degrees, int(tops[best]) - middle, height)


def _covered(of_stamp: np.ndarray, ring: Ring, degrees: int, strip: int) -> tuple[np.ndarray, int]:
    """Which share of its width each strip of that slope is covered, by its upper row, and the row of the ring's middle."""
    half, reach = round(HALF_WIDTH * ring.radius), round(1.4 * ring.radius)
    turned = cv2.getRotationMatrix2D((ring.x, ring.y), degrees, 1.0)
    turned[:, 2] += np.array([half - ring.x, reach - ring.y])
    level = cv2.warpAffine(of_stamp.astype(np.uint8), turned, (2 * half + 1, 2 * reach + 1), flags=cv2.INTER_NEAREST)
    anywhere = cv2.dilate(level, np.ones((strip, strip), np.uint8), anchor=(0, 0))
    return np.asarray(anywhere[:, ::strip].mean(axis=1)), reach


def _axes(shape: tuple[int, ...], ring: Ring, degrees: int) -> tuple[np.ndarray, np.ndarray]:
    """How far along a line of that slope, and how far below it, each pixel lies from the ring's middle."""
    y, x = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    x, y, slope = x - ring.x, y - ring.y, np.deg2rad(degrees)
    return x * np.cos(slope) + y * np.sin(slope), y * np.cos(slope) - x * np.sin(slope)


def _share(marks: np.ndarray, of: np.ndarray) -> float:
    return float((marks & of).sum() / max(of.sum(), 1))


def _ends(along: np.ndarray, ring: Ring, height: int) -> tuple[float, float]:
    """Where a word of marks at these places along its line begins and ends: at gaps as wide as its letters are high."""
    widest = round(WIDEST * ring.radius)
    is_white = np.ones(2 * widest + 1, bool)
    is_white[np.round(along[np.abs(along) <= widest]).astype(int) + widest] = False
    gaps = [(start - widest, end - widest) for start, end in runs_of(is_white) if end - start >= height]
    left = max((end for start, end in gaps if start <= 0 and end <= widest), default=-widest)
    right = min((start for start, _ in gaps if start > 0), default=widest)
    return float(left), float(right)
