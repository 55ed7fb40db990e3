"""From colours to ink: one grey channel in which stamps are pale, on paper that is white everywhere."""

from __future__ import annotations

import cv2
import numpy as np

NOISY = 6.0
"""Spread of the paper's grey from which it is smoothed before reading."""

PAPER_DPI = 75
"""Resolution at which the paper's own brightness is measured."""

PAPER_WINDOW_PIXELS = 13
"""Window of that measure at PAPER_DPI, a line of text and its leading: smaller than the shaded cells, larger than letters."""

PALE_COLOUR = 30
"""Difference of channels that is the light's or the camera's, not ink's."""

DARKEST_PAPER = 40
"""Grey below which a wide area is no paper any more but the scanner's lid or the table under a photograph."""


def faded_stamps(image: np.ndarray) -> np.ndarray:
    """Grey from a BGR (or grey) image in which coloured ink fades and black stays black.

    The brightest channel is what is left of a stamp's purple or blue; the more colour a pixel has, the paler it is made.
    """
    if image.ndim == 2:
        return image
    blue, green, red = cv2.split(image)
    brightest = cv2.max(cv2.max(blue, green), red)
    colour = cv2.subtract(brightest, cv2.min(cv2.min(blue, green), red))
    return cv2.add(brightest, cv2.subtract(colour, np.full_like(colour, PALE_COLOUR)))


def even_paper(grey: np.ndarray, dpi: float) -> np.ndarray:
    """The page divided by the local brightness of its paper: shadows, shaded cells and uneven light become white."""
    scale = min(PAPER_DPI / dpi, 1.0)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    window = cv2.getStructuringElement(cv2.MORPH_RECT, (PAPER_WINDOW_PIXELS, PAPER_WINDOW_PIXELS))
    paper = cv2.morphologyEx(cv2.medianBlur(small, 3), cv2.MORPH_CLOSE, window)
    paper = cv2.GaussianBlur(paper, (0, 0), 3)
    paper = cv2.resize(np.maximum(paper, DARKEST_PAPER), (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, paper, scale=255)


def clear_paper(page: np.ndarray) -> np.ndarray:
    """The page (paper at 255) smoothed where it is noisy, its paper wholly white, its print untouched or nearly so."""
    paper = page[::2, ::2]
    paper = paper[paper > 200]
    if paper.size == 0:
        return page
    noise = float(paper.std())
    smooth = cv2.bilateralFilter(page, 5, 5 * noise, 2) if noise > NOISY else page
    white = float(paper.mean()) - 2.5 * (noise if noise <= NOISY else noise / 2)
    tones = np.clip(np.arange(256) * 255 / white, 0, 255).astype(np.uint8)
    return cv2.LUT(smooth, tones)
