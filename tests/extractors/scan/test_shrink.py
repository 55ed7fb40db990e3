"""Pages made smaller: the size asked for, marks where they were, fine lines averaged and not passed over."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.scan.shrink import halved, shrunk


@pytest.mark.parametrize(
    "name, scale",
    [("as it is", 1.0), ("two thirds", 0.67), ("half", 0.5), ("a measured half", 0.5003), ("3 of 8", 0.375), ("a quarter", 0.25)],
)
@pytest.mark.parametrize("channels", [1, 3])
def test_marks_keep_their_places(name: str, scale: float, channels: int) -> None:
    page = np.full((1200, 801), 255, np.uint8)
    cv2.rectangle(page, (400, 600), (439, 719), (0,), cv2.FILLED)
    small = shrunk(page if channels == 1 else cv2.cvtColor(page, cv2.COLOR_GRAY2BGR), scale)
    assert small.shape[:2] == pytest.approx((1200 * scale, 801 * scale), abs=1), name
    y, x = (float(np.mean(at)) for at in np.nonzero(small.reshape(*small.shape[:2], -1)[:, :, 0] < 128))
    assert (x, y) == pytest.approx((420 * scale, 660 * scale), abs=1), name


def test_a_fine_line_grows_pale_and_stays() -> None:
    for left in range(100, 108):
        page = np.full((400, 400), 255, np.uint8)
        page[:, left] = 0
        assert 180 <= shrunk(page, 0.25)[50].min() <= 200, left


@pytest.mark.parametrize(
    "scale, side, rest", [(0.9, 300, 0.9), (0.5, 150, 1.0), (0.375, 150, 0.75), (0.25, 75, 1.0), (0.01, 4, 0.64)]
)
def test_halved_says_what_is_left_to_do(scale: float, side: int, rest: float) -> None:
    small, left = halved(np.zeros((300, 300), np.uint8), scale)
    assert small.shape == (side, side)
    assert left == pytest.approx(rest)
