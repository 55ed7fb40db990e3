"""Page images made smaller, for the looks that need no fine pixels."""

from __future__ import annotations

import cv2
import numpy as np

ALMOST = 0.01
"""Resolutions of scans are measured, and miss the round figure by less than this share."""


def halved(image: np.ndarray, scale: float) -> tuple[np.ndarray, float]:
    """The image averaged by twos as often as `scale` allows, and the part of the scale that is left, between a half and 1.

    OpenCV halves an image ten times as fast as it averages by any other factor. An odd row or column at the far edge is left out.
    """
    while scale <= 0.5 * (1 + ALMOST) and min(image.shape[:2]) > 1:
        height, width = (side // 2 for side in image.shape[:2])
        image, scale = cv2.resize(image[: 2 * height, : 2 * width], (width, height), interpolation=cv2.INTER_AREA), 2 * scale
    return image, scale


def shrunk(image: np.ndarray, scale: float) -> np.ndarray:
    """The image at `scale` of its size: halved, the rest blended."""
    image, rest = halved(image, scale)
    return image if abs(rest - 1) < ALMOST else cv2.resize(image, None, fx=rest, fy=rest, interpolation=cv2.INTER_LINEAR)
