"""From colours to ink: one grey channel in which stamps are pale, on paper that is white everywhere."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from extractors.scan.components import components
from extractors.scan.shrink import shrunk

NOISY = 6.0
"""Spread of the paper's grey from which it is smoothed before reading."""

LIGHT = 201
"""Grey from which a pixel is paper, noisy or not."""

PAPER_DPI = 75
"""Resolution at which the paper's own brightness is measured."""

PAPER_WINDOW_PIXELS = 13
"""Window of that measure at PAPER_DPI, a line of text and its leading: smaller than the shaded cells, larger than letters."""

LEAST_COLOUR, FULL_COLOUR = 8, 12
"""Difference of channels from which a mark may be coloured ink, and how much more makes it certain: a stamp's thin pale line, its
colour halved by JPEG, shows no more."""

FRINGE = 1.5
"""Coloured ink has this many times the colour that most of the print shows: cameras give black print coloured fringes."""

DARK = 110
"""Brightest channel below which print is black, whatever colour the light gives it."""

LARGEST_STAMP = 0.5
"""Share of the page's width and height that no stamp or signature takes; what does is paper or table."""

BLACK_INK, STAMP_INK = 50, 150
"""Brightest channel of black print and of a stamp's ink at its darkest."""

STAMP_DPI = 50
SMALLEST_STAMP_INCHES = 0.5
LEAST_COVERED = 0.25
"""Share of a pixel at STAMP_DPI that is coloured where a stamp's line runs through it."""

DARKEST_PAPER = 40
"""Grey below which a wide area is no paper any more but the scanner's lid or the table under a photograph."""


COLOUR_STEP = 4
"""One pixel in so many each way tells whether there is any colour: stamps and shaded cells cover thousands."""


def without_empty_colour(image: np.ndarray) -> np.ndarray:
    """Grey from a BGR image whose channels are all the same, as of most scans; any other image is given back."""
    if image.ndim == 2:
        return image
    some = image[::COLOUR_STEP, ::COLOUR_STEP]
    is_grey = (some[..., 0] == some[..., 1]).all() and (some[..., 1] == some[..., 2]).all()
    return cv2.extractChannel(image, 0) if is_grey else image


def faded_stamps(image: np.ndarray, dpi: float) -> np.ndarray:
    """Grey from a BGR (or grey) image in which stamps and signatures in coloured ink fade and black stays black.

    The brightest channel is what is left of a stamp's purple or blue; there, what is no darker than stamps are becomes white.
    Coloured print elsewhere keeps its grey.
    """
    if image.ndim == 2:
        return image
    blue, green, red = _white_balanced(image)
    brightest = cv2.max(cv2.max(blue, green), red)
    colour = cv2.subtract(brightest, cv2.min(cv2.min(blue, green), red))
    # JPEG keeps colour at half the resolution: taken from the neighbourhood, it fits the strokes again.
    colour = cv2.blur(colour, (5, 5))
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    pale = _palest_ink(colour, brightest)
    for left, top, right, bottom in _stamp_boxes(colour > pale, dpi):
        area = (slice(top, bottom), slice(left, right))
        grey[area] = _faded(brightest[area], colour[area], pale)
    return grey


def _white_balanced(image: np.ndarray) -> list[np.ndarray]:
    """The image's channels as under white light, so that tinted paper has no colour: paper is taken to be what is bright."""
    paper = np.maximum(np.percentile(image[::8, ::8], 75, axis=(0, 1)), 1)
    tones = [np.clip(np.arange(256) * share, 0, 255).astype(np.uint8) for share in paper.max() / paper]
    return [cv2.LUT(channel, tone) for channel, tone in zip(cv2.split(image), tones, strict=True)]


def _palest_ink(colour: np.ndarray, brightest: np.ndarray) -> float:
    """The colour above which a mark is coloured ink: more than black print and paper have by the light and the camera."""
    some = colour[::4, ::4]
    black = some[brightest[::4, ::4] < DARK]
    usual = max(float(np.percentile(part, 75)) for part in (some, black) if part.size)
    return max(LEAST_COLOUR, FRINGE * usual)


def _stamp_boxes(coloured: np.ndarray, dpi: float) -> Iterator[tuple[int, ...]]:
    """Boxes (left, top, right, bottom) about marks in coloured ink that are high and wide as no line of print is."""
    scale = STAMP_DPI / dpi
    small = shrunk(coloured.astype(np.uint8) * 255, scale)
    mask = cv2.morphologyEx((small > 255 * LEAST_COVERED).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, _, stats, _ = components(mask)
    for x, y, w, h, _ in stats[1:].tolist():
        is_large = w > LARGEST_STAMP * mask.shape[1] and h > LARGEST_STAMP * mask.shape[0]
        if min(w, h) >= SMALLEST_STAMP_INCHES * STAMP_DPI and not is_large:
            box = (max(x - 2, 0), max(y - 2, 0), x + w + 2, y + h + 2)
            yield tuple(int(v / scale) for v in box)


def _faded(brightest: np.ndarray, colour: np.ndarray, pale: float) -> np.ndarray:
    """The brightest channel, drawn to white as far as there is colour."""
    stamp = np.clip((colour.astype(np.float32) - pale) / FULL_COLOUR, 0, 1)
    white = np.clip((brightest.astype(np.float32) - BLACK_INK) * 255 / (STAMP_INK - BLACK_INK), 0, 255)
    return (brightest + stamp * np.maximum(white - brightest, 0)).astype(np.uint8)


def even_paper(grey: np.ndarray, dpi: float) -> np.ndarray:
    """The page divided by the local brightness of its paper: shadows, shaded cells and uneven light become white."""
    small = shrunk(grey, min(PAPER_DPI / dpi, 1.0))
    window = cv2.getStructuringElement(cv2.MORPH_RECT, (PAPER_WINDOW_PIXELS, PAPER_WINDOW_PIXELS))
    paper = cv2.morphologyEx(cv2.medianBlur(small, 3), cv2.MORPH_CLOSE, window)
    paper = cv2.GaussianBlur(paper, (0, 0), 3)
    paper = cv2.resize(np.maximum(paper, DARKEST_PAPER), (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, paper, scale=255)


def clear_paper(page: np.ndarray) -> np.ndarray:
    """The page (paper at 255) smoothed where it is noisy, its paper wholly white, its print untouched or nearly so."""
    counts = np.bincount(page[::2, ::2].ravel(), minlength=256)[LIGHT:]
    if not counts.any():
        return page
    greys = np.arange(LIGHT, 256)
    mean = float(np.average(greys, weights=counts))
    noise = float(np.sqrt(np.average((greys - mean) ** 2, weights=counts)))
    smooth = cv2.bilateralFilter(page, 5, 5 * noise, 2) if noise > NOISY else page
    white = mean - 2.5 * (noise if noise <= NOISY else noise / 2)
    tones = np.clip(np.arange(256) * 255 / white, 0, 255).astype(np.uint8)
    return cv2.LUT(smooth, tones)
