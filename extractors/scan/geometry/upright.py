"""Which way up a page lies: sideways is told by its lines of text, upside down by ascenders or, in doubt, by reading."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from extractors.scan.components import outlines
from extractors.scan.shrink import shrunk

SMALL_DPI = 75
STRIPS = 8
"""Strips a page is cut into, so that a skew of a few degrees does not blur the lines within one."""

INK = 210

SURE_RATIO = 1.4
"""How many times more the lines must stand out one way than the other; on most pages it is three times."""

MARGIN_SHARE = 0.06
"""Share of a page's shorter side that is margin."""


def is_sideways(grey: np.ndarray, dpi: float, legibility: Callable[[np.ndarray], float]) -> bool:
    """Whether the lines of text run from top to bottom: strips across them then change less from pixel to pixel.

    Lines of a few letters, as narrow columns have, look much the same either way; then `legibility` is asked of a strip.
    """
    text = _inner(text_mask(grey, dpi))
    down, across = _line_energy(text.T), _line_energy(text)
    if max(down, across) >= SURE_RATIO * min(down, across):
        return down > across
    height = round(SAMPLE_INCHES * dpi)
    strips = [_fullest_strip(np.rot90(grey, quarters), height) for quarters in range(4)]
    ahead, right, on_head, left = (legibility(strip) for strip in strips)
    return max(right, left) > max(ahead, on_head)


def _inner(mask: np.ndarray) -> np.ndarray:
    """The page without its margins, where the dark edges of photos and copies outweigh a few lines of text."""
    margin = round(MARGIN_SHARE * min(mask.shape))
    return mask[margin : mask.shape[0] - margin, margin : mask.shape[1] - margin]


def text_mask(grey: np.ndarray, dpi: float) -> np.ndarray:
    """Ink without long straight lines, 0 or 1, at SMALL_DPI."""
    ink = small_ink(grey, dpi)
    length = SMALL_DPI // 3
    across = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    down = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    return cv2.subtract(ink, cv2.dilate(cv2.max(across, down), np.ones((3, 3), np.uint8)))


def small_ink(grey: np.ndarray, dpi: float) -> np.ndarray:
    """Ink, 0 or 1, at SMALL_DPI."""
    return (shrunk(grey, min(SMALL_DPI / dpi, 1.0)) < INK).astype(np.uint8)


def _line_energy(mask: np.ndarray) -> float:
    """Sum over strips of the squared steps of the ink profile down the page."""
    energy = 0.0
    for strip in np.array_split(mask.astype(np.float32), STRIPS, axis=1):
        energy += float((np.diff(strip.sum(axis=1)) ** 2).sum())
    return energy


LINE_INCHES = 0.15
SHORTEST_PIECE_INCHES = 0.7

SURE_SHARE = 0.7
FEWEST_LINES = 6

SAMPLE_INCHES = 0.9
"""Height of the strip that is read both ways in doubt: a few lines of text."""


def is_upside_down(bare: np.ndarray, dpi: float, legibility: Callable[[np.ndarray], float]) -> bool:
    """Whether a straightened page without ruling lines stands on its head.

    `legibility` says how well a strip of the page can be read; it is asked only where the lines' shapes do not tell.
    """
    share = upright_share(bare, dpi)
    if share is not None and max(share, 1 - share) >= SURE_SHARE:
        return share < 0.5
    sample = _fullest_strip(bare, round(SAMPLE_INCHES * dpi))
    return legibility(cv2.rotate(sample, cv2.ROTATE_180)) > legibility(sample)


def _fullest_strip(bare: np.ndarray, height: int) -> np.ndarray:
    """The strip across the page with the most ink, the edges of the page left out."""
    inner = bare[bare.shape[0] // 30 : -(bare.shape[0] // 30), bare.shape[1] // 30 : -(bare.shape[1] // 30)]
    gathered = np.convolve((inner < INK).sum(axis=1), np.ones(height), "valid") if inner.shape[0] > height else np.zeros(1)
    top = int(gathered.argmax())
    return np.ascontiguousarray(inner[top : top + height])


def upright_share(bare: np.ndarray, dpi: float) -> float | None:
    """Share of the lines of text that reach higher above their small letters than below; None with too few lines.

    Capitals, figures and the many ascenders of Indonesian (k, t, d, l, b, h) stand above, few letters (g, p, y) hang below.
    `bare` is a straightened page (grey, paper at 255) without ruling lines.
    """
    ink = (bare < INK).astype(np.uint8)
    pieces = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, round(LINE_INCHES * dpi)), np.uint8))
    votes = [vote for _, (x, y, w, h) in outlines(pieces) if (vote := _vote(ink[y : y + h, x : x + w], dpi))]
    if len(votes) < FEWEST_LINES:
        return None
    return sum(vote > 0 for vote in votes) / len(votes)


def _vote(piece: np.ndarray, dpi: float) -> int:
    """1 where a piece of a line stands upright, −1 upside down, 0 where it cannot be told (capitals only, not one line)."""
    height, width = piece.shape
    if width < SHORTEST_PIECE_INCHES * dpi or not 0.06 * dpi < height < 0.35 * dpi:
        return 0
    profile = piece.sum(axis=1).astype(float)
    body = np.nonzero(profile > 0.5 * np.percentile(profile, 90))[0]
    above, below = profile[: body[0]].sum(), profile[body[-1] + 1 :].sum()
    if abs(above - below) < 0.02 * profile.sum():
        return 0
    return 1 if above > below else -1
