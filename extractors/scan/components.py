"""Connected marks of a mask, counted and measured."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np


class Components(NamedTuple):
    """`total` includes the ground, which is label 0; `stats` are rows of x, y, width, height and area, `middles` of x, y."""

    total: int
    labels: np.ndarray
    stats: np.ndarray
    middles: np.ndarray


def components(mask: np.ndarray, connectivity: int = 8) -> Components:
    """The marks of a mask of bytes. Labels of two bytes are counted almost three times as fast as those of four,
    which only pages of nothing but dust need."""
    try:
        return Components(*cv2.connectedComponentsWithStats(mask, connectivity=connectivity, ltype=cv2.CV_16U))
    except cv2.error:
        return Components(*cv2.connectedComponentsWithStats(mask, connectivity=connectivity, ltype=cv2.CV_32S))
