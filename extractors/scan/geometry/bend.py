"""What is left of the page's own shape once it stands straight: paper that curls bends the lines printed on it.

How far lines stray from straight is fitted over the page: a polynomial along them that changes evenly from one side of the page
to the other. Pixels of the straightened page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import cv2
import numpy as np

LEAST_BEND = 0.8
"""Lines that stray by less from straight (root of mean square) are as straight as scanners make them."""

MOST_ROUGH = 0.7
"""A drawn line strays by no more from a smooth one."""

FEWEST_LINES = 4
LONG_LINE = 0.25
"""A bend is told by so many smooth lines that run over this share of the page."""

POWERS = 4
"""Of the polynomial along the lines: a curl may have its crest anywhere."""

STRAY = 2.5
"""Lines that stray this many times as far from the fit as most do not belong to the page."""

STEP = 32
"""The map is computed at one pixel in so many each way, and blended between."""

Lines = Sequence[np.ndarray]
"""Points of each line, an array of two columns: position along and across."""


@dataclass(frozen=True, slots=True)
class _Wave:
    """How far lines stray across, by the place on the page; beyond the lines it was told by it goes on level."""

    weights: np.ndarray
    low: np.ndarray
    high: np.ndarray
    size: np.ndarray

    def at(self, places: np.ndarray) -> np.ndarray:
        return _terms(np.clip(places, self.low, self.high), self.size) @ self.weights


@dataclass(frozen=True, slots=True)
class Bend:
    """How far horizontals stray down and verticals to the right."""

    across: _Wave | None
    down: _Wave | None

    def moved(self, places: np.ndarray) -> np.ndarray:
        """Where points (x, y) of the flat page lie on the bent one."""
        bent = places.copy()
        if self.across is not None:
            bent[:, 1] += self.across.at(places)
        if self.down is not None:
            bent[:, 0] += self.down.at(places[:, ::-1])
        return bent

    def flattened(self, image: np.ndarray, matrix: np.ndarray, size: tuple[int, int]) -> np.ndarray:
        """The image with its bend taken out; `matrix` maps its pixels to the bent page, of `size` (width, height)."""
        columns, rows = (-(-side // STEP) for side in size)
        middles = [(np.arange(count) + 0.5) * STEP - 0.5 for count in (columns, rows)]
        grid = np.stack(np.meshgrid(*middles), axis=-1).reshape(-1, 1, 2)
        source = cv2.perspectiveTransform(self.moved(grid[:, 0])[:, None], np.linalg.inv(matrix)).astype(np.float32)
        coarse = source.reshape(rows, columns, 2)
        fine = cv2.resize(coarse, (columns * STEP, rows * STEP), interpolation=cv2.INTER_LINEAR)[: size[1], : size[0]]
        return cv2.remap(image, fine, np.empty(0), cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=(255, 255, 255))


def find_bend(across: Lines, down: Lines, size: tuple[int, int]) -> Bend | None:
    """The bend that the horizontals and verticals of a page of `size` (width, height) show; None where they are straight."""
    waves = _wave(across, size), _wave(down, size[::-1])
    return Bend(*waves) if any(waves) else None


def _wave(lines: Lines, size: tuple[int, int]) -> _Wave | None:
    extent = np.array(size, float)
    long = [line for line in lines if np.ptp(line[:, 0]) >= LONG_LINE * size[0] and _is_smooth(line)]
    if len(long) < FEWEST_LINES or float(np.median([_roughness(line, 1) for line in long])) < LEAST_BEND:
        return None
    weights = _fit(long, extent)
    strays = np.array([_stray(line, weights, extent) for line in long])
    near = [line for line, stray in zip(long, strays, strict=True) if stray <= max(STRAY * float(np.median(strays)), MOST_ROUGH)]
    if len(near) < FEWEST_LINES:
        return None
    weights, places = _fit(near, extent), np.vstack(near)
    is_shared = max(_stray(line, weights, extent) for line in near) <= 2 * MOST_ROUGH
    return _Wave(weights, places.min(axis=0), places.max(axis=0), extent) if is_shared else None


def _is_smooth(line: np.ndarray) -> bool:
    """Whether a line is one drawn line, not pieces of several or a row of letters."""
    return _roughness(line, POWERS) <= MOST_ROUGH


def _roughness(line: np.ndarray, power: int) -> float:
    """How far a line strays from its own polynomial, on average (root of mean square)."""
    along = line[:, 0] - line[:, 0].mean()
    return float(np.std(line[:, 1] - np.polyval(np.polyfit(along, line[:, 1], power), along)))


def _fit(lines: Lines, size: np.ndarray) -> np.ndarray:
    """The weights of the terms; where each line lies across is its own affair, so both sides are taken from its mean."""
    terms = np.vstack([_from_mean(_terms(line, size)) for line in lines])
    strays = np.concatenate([_from_mean(line[:, 1]) for line in lines])
    return np.asarray(np.linalg.lstsq(terms, strays, rcond=1e-6)[0])


def _stray(line: np.ndarray, weights: np.ndarray, size: np.ndarray) -> float:
    return float(np.std(line[:, 1] - _terms(line, size) @ weights))


def _from_mean(values: np.ndarray) -> np.ndarray:
    return np.asarray(values - values.mean(axis=0))


def _terms(places: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Powers of the place along times the place across, both from −1 to 1 over the page."""
    along, across = (2 * places / size - 1).T
    return np.stack([along**power * across**change for power, change in product(range(1, POWERS + 1), (0, 1))], axis=1)
