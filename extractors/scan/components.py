"""Connected marks of a mask, counted, measured, outlined."""

from __future__ import annotations

from collections.abc import Iterator
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


def labels_of(mask: np.ndarray) -> np.ndarray:
    """The label of each pixel of a mask of bytes, 0 on the ground; without boxes and middles it takes a third of the time."""
    try:
        return cv2.connectedComponentsWithAlgorithm(mask, 8, cv2.CV_16U, cv2.CCL_SAUF)[1]
    except cv2.error:  # as above
        return cv2.connectedComponentsWithAlgorithm(mask, 8, cv2.CV_32S, cv2.CCL_SAUF)[1]


def rows_near(mask: np.ndarray, reach: int) -> np.ndarray:
    """The rows of a mask of bytes that have a mark, and those within `reach` of them: few where marks are ruling lines."""
    return np.flatnonzero(cv2.dilate(mask.max(axis=1)[:, None], np.ones((2 * reach + 1, 1), np.uint8)))


def outlines(mask: np.ndarray) -> Iterator[tuple[np.ndarray, tuple[int, int, int, int]]]:
    """The outline of each mark of a mask of bytes, and the box about it (x, y, width, height); marks within marks are left out.

    Where marks are few and large it takes a tenth of the time that counting their pixels takes.
    """
    for outline in cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
        x, y, width, height = cv2.boundingRect(outline)
        yield outline, (x, y, width, height)


def filled(outline: np.ndarray, box: tuple[int, int, int, int]) -> np.ndarray:
    """The pixels within an outline, 0 or 1, in the box about it."""
    x, y, width, height = box
    return cv2.drawContours(np.zeros((height, width), np.uint8), [outline], 0, (1,), cv2.FILLED, offset=(-x, -y))
