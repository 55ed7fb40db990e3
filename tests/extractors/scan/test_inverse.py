"""White print on dark cells becomes dark print on white; dark things that are no cells stay as they are."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.scan.paper.inverse import dark_on_light

DPI = 200
BAR = (200, 100, 1000, 170)
"""A row of header cells: left, top, right, bottom."""


def page(box: tuple[int, int, int, int], ground: int, print_grey: int | None) -> np.ndarray:
    """Paper with a filled box and, where `print_grey` is given, letters in it."""
    image = np.full((800, 1200), 250, np.uint8)
    left, top, right, bottom = box
    image[top:bottom, left:right] = ground
    if print_grey is not None:
        for x in range(left + 20, right - 150, 220):
            cv2.putText(image, "TARGET", (x, bottom - 22), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (print_grey,), 3)
    return image


def is_dark_on_light(image: np.ndarray, box: tuple[int, int, int, int]) -> bool:
    left, top, right, bottom = box
    inside = image[top + 6 : bottom - 6, left + 6 : right - 6]
    return bool(np.median(inside) > 200 and inside.min() < 120)


@pytest.mark.parametrize("ground", [0, 40, 100])
@pytest.mark.parametrize("degrees", [0, 90])
def test_white_print_on_dark_cells_is_inverted(ground: int, degrees: int) -> None:
    image = page(BAR, ground, 250)
    if degrees:
        image = np.ascontiguousarray(np.rot90(image))
    turned = dark_on_light(image, DPI)
    assert is_dark_on_light(np.rot90(turned, -1) if degrees else turned, BAR)


def test_colours_become_grey_in_the_cell_only() -> None:
    image = cv2.cvtColor(page(BAR, 0, 250), cv2.COLOR_GRAY2BGR)
    image[BAR[1] : BAR[3], BAR[0] : BAR[2], 0] = np.maximum(image[BAR[1] : BAR[3], BAR[0] : BAR[2], 0], 96)
    image[500:520, 300:500] = (40, 40, 200)
    turned = dark_on_light(image, DPI)
    assert is_dark_on_light(cv2.cvtColor(turned, cv2.COLOR_BGR2GRAY), BAR)
    assert (turned[500:520, 300:500] == (40, 40, 200)).all()


@pytest.mark.parametrize("scale, thickness", [(0.9, 3), (1.2, 5), (1.6, 8)])
def test_bold_capitals_are_no_dark_cells(scale: float, thickness: int) -> None:
    image = np.full((800, 1200), 250, np.uint8)
    for row in range(8):
        cv2.putText(image, "RENSTRA RKT SIMPEG DUPAK", (60, 80 + 90 * row), cv2.FONT_HERSHEY_DUPLEX, scale, (0,), thickness)
    assert (dark_on_light(image, DPI) == image).all()


@pytest.mark.parametrize(
    "box, ground, print_grey",
    [
        pytest.param(BAR, 200, 0, id="shaded cells, black print"),
        pytest.param(BAR, 0, None, id="a bar without print"),
        pytest.param((0, 0, 1200, 40), 20, 250, id="the edge of a photocopy"),
        pytest.param((200, 100, 1000, 700), 30, 250, id="a picture"),
        pytest.param((200, 100, 1000, 104), 0, None, id="a rule"),
    ],
)
def test_other_dark_things_stay(box: tuple[int, int, int, int], ground: int, print_grey: int | None) -> None:
    image = page(box, ground, print_grey)
    assert (dark_on_light(image, DPI) == image).all()
