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


def worded(page: np.ndarray, word: str, grey: int, thickness: int) -> np.ndarray:
    """The page with a stamp that has a word aslant through its middle; print under it is darker for it."""
    layer = stamped(np.full_like(page, 255), grey)
    cv2.putText(layer, word, (CENTRE[0] - 84, CENTRE[1] + 8), cv2.FONT_HERSHEY_SIMPLEX, 0.8, grey, thickness, cv2.LINE_AA)
    turned = cv2.getRotationMatrix2D(CENTRE, 6, 1.0)
    layer = cv2.warpAffine(layer, turned, page.shape[::-1], borderValue=(255,))
    return np.asarray(page.astype(float) * layer / 255, np.uint8)


@pytest.mark.parametrize("word", ["PEMERINTAH", "KABUPATEN"])
@pytest.mark.parametrize("pale", [110, 140])
def test_a_word_across_a_stamp_goes_where_print_is_as_pale(word: str, pale: int) -> None:
    page = text_page()
    page[CENTRE[1] - 24 : CENTRE[1] + 24, :] = 255  # between two lines of print
    page = np.where(page < 255, 255 - (255 - page.astype(int)) * (255 - pale) // 225, 255).astype(np.uint8)
    cleaned = without_copied_stamps(worded(page, word, 130, 3), DPI)
    middle = np.s_[CENTRE[1] - 20 : CENTRE[1] + 20, CENTRE[0] - 80 : CENTRE[0] + 80]
    assert (worded(page, word, 130, 3)[middle] < 200).mean() > 0.1
    assert (cleaned[middle] < 200).mean() < 0.01
    away = np.s_[: CENTRE[1] - 40, :]
    letters = page[away] < 180
    assert (cleaned[away][letters] < 215).mean() > 0.9


def test_print_in_a_stamp_without_a_word_stays() -> None:
    page = np.where(text_page() < 255, 255 - (255 - text_page().astype(int)) // 2, 255).astype(np.uint8)
    cleaned = without_copied_stamps(stamped(page, 140), DPI)
    letters = page < 180
    assert (cleaned[letters] < 215).mean() > 0.9
