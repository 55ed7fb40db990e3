"""Dust and photocopier speckle removed at the scan's own resolution, where a speck still is a speck.

After warping or enlarging, specks and commas look alike. What a speck weighs on this page is learnt from the spots that lie
far from all print; a spot inside the text goes when it weighs no more than those, and never when it weighs as much as a dot.
Weights are in wholly black pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from extractors.scan.components import labels_of
from extractors.scan.shrink import shrunk

INK = 190
"""Grey (of white paper at 255) below which a pixel belongs to a spot or a letter."""

LETTER_INCHES = 1 / 35
"""A square of this side holds fewer pixels than a letter's ink connected to it does."""

FAR_INCHES = 1 / 16
"""A spot this far from every letter is dust: dots and stops stand nearer."""

CROWD = 0.05
"""Share of the surroundings that is dark where spots are pieces of faint letters: dust lies ten times thinner."""

FAR_SPECK_INCHES = 1 / 62
"""Far spots up to a square of this side go, whatever else they are than a dash."""

DASH_INCHES = 1 / 45
"""A hyphen is at least this long."""

DOT_POINTS = 0.9
"""Diameter of the full stop of small type, the smallest print to be spared."""

CERTAIN_SPECK = 1.3
"""Weight up to which a spot goes on any page: one pixel and a little."""

CERTAIN_GREY = 128
"""Grey up to which it does: on a page without dust, lighter ones are what is left of faint letters."""

DUST_GREY = 170
"""Grey that grains of dust reach; the noise of paper in bad light stays lighter."""

DUSTY_SPOTS = 40
MARGIN_SHARE = 0.08
"""A page has dust if so many far spots lie on it, its margins (share of the sides) left out: there a photograph has more."""


def despeckle(grey: np.ndarray, dpi: float) -> np.ndarray:
    """The page (paper at 255) without the dark spots that weigh no more than this page's dust."""
    dark = (grey < INK).astype(np.uint8)
    spots = _Spots.measure(grey, dark, dpi)
    is_speck = (spots.weights <= _speck_weight(spots, dpi)) & (spots.darkest <= _speck_grey(spots))
    is_speck |= spots.is_far & (spots.weights <= (FAR_SPECK_INCHES * dpi) ** 2) & ~_is_dash(spots.boxes, dpi)
    return _wipe(grey, dark, spots.mask_of(is_speck))


@dataclass(frozen=True, slots=True)
class _Spots:
    """The connected marks too small for a letter, which are few pixels.

    `place` are their pixels, counted through the page, `of` the spot each belongs to; `boxes` are left, top, right and bottom.
    """

    place: np.ndarray
    of: np.ndarray
    shape: tuple[int, ...]
    boxes: np.ndarray
    weights: np.ndarray
    darkest: np.ndarray
    is_far: np.ndarray
    are_dust: bool
    """Whether those far from print are so many that they tell what this page's dust is like."""

    @classmethod
    def measure(cls, grey: np.ndarray, dark: np.ndarray, dpi: float) -> _Spots:
        place, of = _small_marks(dark, (LETTER_INCHES * dpi) ** 2)
        count, values = int(of.max(initial=-1)) + 1, grey.take(place)
        darkest = np.full(count, 255, np.uint8)
        np.minimum.at(darkest, of, values)
        letters = dark.copy()
        letters.put(place, 0)
        is_near = _is_near_print(dark, letters, FAR_INCHES * dpi, place)
        is_far = np.bincount(of, weights=is_near, minlength=count) == 0
        weights = np.bincount(of, weights=255.0 - values, minlength=count) / 255
        boxes = _boxes(place, of, count, grey.shape[1])
        is_dust = is_far & (darkest <= DUST_GREY) & _is_inside(boxes, grey.shape)
        are_dust = int(is_dust.sum()) >= DUSTY_SPOTS
        return cls(place, of, grey.shape, boxes, weights, darkest, is_far, are_dust)

    def mask_of(self, chosen: np.ndarray) -> np.ndarray:
        """The page with 1 where the spots chosen by label are, 0 elsewhere."""
        mask = np.zeros(self.shape, np.uint8)
        mask.flat[self.place] = chosen[self.of]
        return mask


def _small_marks(dark: np.ndarray, largest: float) -> tuple[np.ndarray, np.ndarray]:
    """The pixels, counted through the page, of the marks with at most so many, and for each the number of its mark."""
    place = np.flatnonzero(dark.view(bool))
    label = labels_of(dark).take(place)
    is_small = np.bincount(label) <= largest
    is_of_small = is_small[label]
    return place[is_of_small], (np.cumsum(is_small) - 1)[label[is_of_small]]


def _boxes(place: np.ndarray, of: np.ndarray, count: int, width: int) -> np.ndarray:
    """Left, top, right and bottom of each spot, the last two inclusive."""
    rows, columns = np.divmod(place, width)
    low, high = np.full((2, count), np.iinfo(np.int64).max), np.zeros((2, count), np.int64)
    for least, most, values in zip(low, high, (columns, rows), strict=True):
        np.minimum.at(least, of, values)
        np.maximum.at(most, of, values)
    return np.concatenate([low, high]).T


def _is_inside(boxes: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Which spots begin within the page's margins."""
    height, width = shape
    x, y = boxes[:, 0] / width, boxes[:, 1] / height
    return np.asarray((np.minimum(x, y) >= MARGIN_SHARE) & (np.maximum(x, y) <= 1 - MARGIN_SHARE))


def _is_dash(boxes: np.ndarray, dpi: float) -> np.ndarray:
    """Which spots are long and slim, as the hyphen that stands alone in a cell; the page may still lie on its side."""
    sides = boxes[:, 2:] - boxes[:, :2] + 1
    longer, shorter = sides.max(axis=1), sides.min(axis=1)
    return np.asarray((longer >= 1.4 * shorter) & (longer >= DASH_INCHES * dpi))


def _is_near_print(dark: np.ndarray, letters: np.ndarray, pixels: float, place: np.ndarray) -> np.ndarray:
    """At which places (counted through the page) a letter stands within so many pixels to each side, or so many pieces as faint
    letters fall into. Looked at in half the size."""
    half_dark, half_letters = (shrunk(mask * np.uint8(255), 0.5) for mask in (dark, letters))
    side = 2 * int(pixels / 2) + 1
    is_crowded = cv2.boxFilter(half_dark, -1, (side, side)) >= round(CROWD * 255)
    is_near = is_crowded | (cv2.dilate(half_letters, np.ones((side, side), np.uint8)) > 0)
    row, column = (np.minimum(at // 2, side - 1) for at, side in zip(np.divmod(place, dark.shape[1]), is_near.shape, strict=True))
    return np.asarray(is_near[row, column])


def _speck_weight(spots: _Spots, dpi: float) -> float:
    """The weight up to which a spot is dust."""
    if not spots.are_dust:
        return CERTAIN_SPECK
    far = spots.weights[spots.is_far]
    lightest_dot = 0.5 * np.pi / 4 * (DOT_POINTS * dpi / 72) ** 2
    # Where dust weighs as much as dots do, weight tells nothing, and the dots are worth more than the dust costs.
    return max(min(float(np.percentile(far, 90)), lightest_dot), CERTAIN_SPECK)


def _speck_grey(spots: _Spots) -> float:
    """The grey up to which a spot's darkest pixel is dust: lighter ones are dots and pieces of faint letters."""
    return float(np.percentile(spots.darkest[spots.is_far], 75)) if spots.are_dust else CERTAIN_GREY


def _wipe(grey: np.ndarray, dark: np.ndarray, specks: np.ndarray) -> np.ndarray:
    """White where the specks and their grey halo are, except on ink of something larger."""
    halo = cv2.dilate(specks, np.ones((3, 3), np.uint8))
    is_wiped = cv2.subtract(halo, cv2.subtract(dark, specks))
    return cv2.max(grey, is_wiped * np.uint8(255))
