"""Which way up a page lies: sideways is told by its lines of text, upside down by ascenders or by reading."""

from __future__ import annotations

import cv2
import numpy as np

SMALL_DPI = 75
STRIPS = 8
"""Strips a page is cut into, so that a skew of a few degrees does not blur the lines within one."""

INK = 210


def is_sideways(grey: np.ndarray, dpi: float) -> bool:
    """Whether the lines of text run from top to bottom: strips across them then change less from pixel to pixel."""
    text = text_mask(grey, dpi)
    return _line_energy(text.T) > _line_energy(text)


def text_mask(grey: np.ndarray, dpi: float) -> np.ndarray:
    """Ink without long straight lines, 0 or 1, at SMALL_DPI."""
    ink = small_ink(grey, dpi)
    length = SMALL_DPI // 3
    lines = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    lines |= cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    return ink & ~cv2.dilate(lines, np.ones((3, 3), np.uint8))


def small_ink(grey: np.ndarray, dpi: float) -> np.ndarray:
    """Ink, 0 or 1, at SMALL_DPI."""
    scale = min(SMALL_DPI / dpi, 1.0)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return (small < INK).astype(np.uint8)


def _line_energy(mask: np.ndarray) -> float:
    """Sum over strips of the squared steps of the ink profile down the page."""
    energy = 0.0
    for strip in np.array_split(mask.astype(np.float32), STRIPS, axis=1):
        energy += float((np.diff(strip.sum(axis=1)) ** 2).sum())
    return energy
