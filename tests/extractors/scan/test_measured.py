"""Lines measured: their slope, their middle, and the way they take."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.scan.geometry.measured import measure


@pytest.mark.parametrize("slope", [-0.02, 0.0, 0.004, 0.02])
def test_a_line_is_measured_to_a_tenth_of_a_pixel(slope: float) -> None:
    mask = np.zeros((900, 1200), np.uint8)
    for x in range(200, 1000):
        y = round(400 + slope * (x - 600))
        mask[y - 1 : y + 2, x] = 1
    (line,) = measure(mask, mask.shape)
    assert (line.start, line.end) == (200, 1000)
    assert line.slope == pytest.approx(slope, abs=3e-4)
    assert line.at == pytest.approx(400, abs=0.1)
    assert line.points[:, 1] == pytest.approx(400 + slope * (line.points[:, 0] - 600), abs=0.5)
