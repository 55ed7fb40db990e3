"""Dust and photocopier speckle removed at the scan's own resolution, where a speck still is a speck.

After warping or enlarging, specks and commas look alike. What a speck weighs on this page is learnt from the spots that lie
far from all print; a spot inside the text goes when it weighs no more than those, and never when it weighs as much as a dot.
Weights are in wholly black pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from extractors.scan.components import components

INK = 190
"""Grey (of white paper at 255) below which a pixel belongs to a spot or a letter."""

LETTER_INCHES = 1 / 35
"""A square of this side holds fewer pixels than a letter's ink connected to it does."""

FAR_INCHES = 1 / 16
"""A spot this far from every letter is dust: dots and stops stand nearer."""

FAR_SPECK_INCHES = 1 / 62
"""Far spots up to a square of this side go, whatever else they are than a dash."""

DASH_INCHES = 1 / 45
"""A hyphen is at least this long."""

DOT_POINTS = 0.9
"""Diameter of the full stop of small type, the smallest print to be spared."""

CERTAIN_SPECK = 1.3
"""Weight up to which a spot goes on any page: one pixel and a little."""

DUSTY_SPOTS = 40
"""Far spots on a page from which their weights are worth learning from."""


def despeckle(grey: np.ndarray, dpi: float) -> np.ndarray:
    """The page (paper at 255) without the dark spots that weigh no more than this page's dust."""
    dark = (grey < INK).astype(np.uint8)
    count, labels, stats, _ = components(dark)
    if count < 2:
        return grey
    spots = _Spots.measure(grey, dark > 0, labels, stats[:, cv2.CC_STAT_AREA], dpi)
    is_speck = (spots.weights <= _speck_weight(spots, dpi)) & (spots.darkest <= _speck_grey(spots))
    is_speck |= spots.is_far & (spots.weights <= (FAR_SPECK_INCHES * dpi) ** 2) & ~_is_dash(stats, dpi)
    is_speck[0] = False
    return _wipe(grey, dark, is_speck[labels])


@dataclass(frozen=True, slots=True)
class _Spots:
    """What is known of each connected spot, by label."""

    weights: np.ndarray
    darkest: np.ndarray
    is_far: np.ndarray

    @classmethod
    def measure(cls, grey: np.ndarray, dark: np.ndarray, labels: np.ndarray, areas: np.ndarray, dpi: float) -> _Spots:
        count = len(areas)
        of, values = labels[dark], grey[dark]
        darkest = np.full(count, 255, np.uint8)
        np.minimum.at(darkest, of, values)
        is_letter = areas > (LETTER_INCHES * dpi) ** 2
        is_letter[0] = False
        near = _grow(is_letter[labels].astype(np.uint8), int(FAR_INCHES * dpi))
        is_far = np.bincount(of, weights=near[dark], minlength=count) == 0
        is_far[0] = False
        return cls(np.bincount(of, weights=255.0 - values, minlength=count) / 255, darkest, is_far)


def _is_dash(stats: np.ndarray, dpi: float) -> np.ndarray:
    """Which spots are long and slim, as the hyphen that stands alone in a cell; the page may still lie on its side."""
    sides = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    longer, shorter = sides.max(axis=1), sides.min(axis=1)
    return np.asarray((longer >= 1.4 * shorter) & (longer >= DASH_INCHES * dpi))


def _grow(mask: np.ndarray, pixels: int) -> np.ndarray:
    """The mask grown by so many pixels to each side; a blur of a box is faster than a wide dilation."""
    return cv2.boxFilter(mask, cv2.CV_32F, (2 * pixels + 1, 2 * pixels + 1), normalize=False) > 0


def _speck_weight(spots: _Spots, dpi: float) -> float:
    """The weight up to which a spot is dust."""
    far = spots.weights[spots.is_far]
    if len(far) < DUSTY_SPOTS:
        return CERTAIN_SPECK
    lightest_dot = 0.5 * np.pi / 4 * (DOT_POINTS * dpi / 72) ** 2
    # Where dust weighs as much as dots do, weight tells nothing, and the dots are worth more than the dust costs.
    return max(min(float(np.percentile(far, 90)), lightest_dot), CERTAIN_SPECK)


def _speck_grey(spots: _Spots) -> float:
    """The grey up to which a spot's darkest pixel is dust: lighter ones are dots and pieces of faint letters."""
    far = spots.darkest[spots.is_far]
    return float(np.percentile(far, 75)) if len(far) >= DUSTY_SPOTS else 255.0


def _wipe(grey: np.ndarray, dark: np.ndarray, specks: np.ndarray) -> np.ndarray:
    """White where the specks and their grey halo are, except on ink of something larger."""
    halo = cv2.dilate(specks.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    cleaned = grey.copy()
    cleaned[halo & ((dark == 0) | specks)] = 255
    return cleaned
