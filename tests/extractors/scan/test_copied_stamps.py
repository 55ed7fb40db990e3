"""Stamps copied in black and grey: their rings go, letters and everything else stays."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.scan.paper.copied_stamps import without_copied_stamps
from extractors.scan.paper.rings import find_rings

DPI = 200
CENTRE, RADIUS = (400, 300), 130
PRINT = 30


WORDS = ("rapat", "koordinasi", "dan", "laporan", "monitoring", "evaluasi", "bulanan", "tim", "kerja", "pelayanan", "publik")


def text_page() -> np.ndarray:
    """Lines of text, no stamp."""
    page = np.full((600, 800), 255, np.uint8)
    for line, row in enumerate(range(40, 600, 34)):
        text = " ".join(WORDS[(line * 3 + i * (1 + line % 4)) % len(WORDS)] for i in range(6))
        cv2.putText(page, text, (20, row), cv2.FONT_HERSHEY_SIMPLEX, 0.7, PRINT, 1, cv2.LINE_AA)
    return page


def stamped(page: np.ndarray, grey: int, *, radii: tuple[int, ...] = (RADIUS, 90)) -> np.ndarray:
    layer = np.full_like(page, 255)
    for radius in radii:
        cv2.circle(layer, CENTRE, radius, grey, 3, cv2.LINE_AA)
    return np.minimum(page, layer)


def ink_of_ring(page: np.ndarray, radius: int) -> float:
    """Share of a circle's points that are ink."""
    angles = np.linspace(0, 2 * np.pi, 720)
    x, y = (np.round(c + radius * f(angles)).astype(int) for c, f in zip(CENTRE, (np.cos, np.sin), strict=True))
    return float((page[y, x] < 200).mean())


@pytest.mark.parametrize("grey", [0, 60, 120, 160])
@pytest.mark.parametrize("radii", [(130,), (130, 90), (105,)])
def test_rings_are_found_where_they_are(grey: int, radii: tuple[int, ...]) -> None:
    found = sorted(find_rings(stamped(text_page(), grey, radii=radii), DPI), key=lambda ring: -ring.radius)
    assert [ring.radius for ring in found] == pytest.approx(radii, abs=6)
    assert all((ring.x, ring.y) == pytest.approx(CENTRE, abs=8) for ring in found)


def test_text_and_boxes_have_no_rings() -> None:
    page = text_page()
    cv2.rectangle(page, (200, 150), (460, 410), PRINT, 3)
    assert find_rings(page, DPI) == []
    assert without_copied_stamps(page, DPI) is page


def test_noise_alone_has_no_rings() -> None:
    noise = np.random.default_rng(3).integers(0, 256, (600, 800)).astype(np.uint8)
    assert find_rings(noise, DPI) == []


@pytest.mark.parametrize("grey", [0, 120, 160])
def test_the_line_goes_and_letters_stay(grey: int) -> None:
    page = text_page()
    cleaned = without_copied_stamps(stamped(page, grey), DPI)
    assert ink_of_ring(cleaned, RADIUS) <= ink_of_ring(page, RADIUS) + 0.15
    letters = page < 128
    assert (cleaned[letters] < 200).mean() > (0.9 if grey else 0.85)
    far = np.hypot(*np.ogrid[-300:300, -400:400]) > 2 * RADIUS
    assert np.array_equal(cleaned[far], page[far])


def test_pale_letters_within_a_stamp_go_with_it() -> None:
    page = stamped(text_page(), 150)
    page[270:330, 320:480] = 255
    cv2.putText(page, "BALAI", (345, 315), cv2.FONT_HERSHEY_DUPLEX, 1.2, 150, 2, cv2.LINE_AA)
    assert (without_copied_stamps(page, DPI)[275:325, 330:470] < 200).mean() < 0.01
