"""Cut-outs of page pictures: the right spot, framed, within the budget."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from extractors.document import Place
from extractors.options import PICTURE_DPI
from pipeline.reports.crops import LEAST_WIDTH_POINTS, MOST_WIDTH_PIXELS, Cropper, _window

A4 = (595.0, 842.0)
SCALE = PICTURE_DPI / 72


@pytest.fixture()
def pictures(tmp_path: Path) -> Path:
    """Page 3 is white with a blue patch at (300, 400) to (340, 420) points."""
    image = Image.new("RGB", (round(A4[0] * SCALE), round(A4[1] * SCALE)), "white")
    x0, top, x1, bottom = (round(edge * SCALE) for edge in (300, 400, 340, 420))
    image.paste((0, 0, 255), (x0, top, x1, bottom))
    image.save(tmp_path / "3.jpg", quality=90)
    return tmp_path


def as_image(source: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(source.removeprefix("data:image/jpeg;base64,"))))


def colour_at(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    colour = image.getpixel((x, y))
    assert isinstance(colour, tuple)
    return colour


def test_the_crop_shows_the_box_in_its_frame(pictures: Path) -> None:
    crop = Cropper(pictures).cut(Place(3, (300.0, 400.0, 340.0, 420.0)))
    assert crop is not None
    image = as_image(crop.source)
    assert image.size == (crop.width, crop.height)
    assert crop.width == pytest.approx(LEAST_WIDTH_POINTS * SCALE, abs=2)
    red, _, blue = colour_at(image, crop.width // 2, crop.height // 2)
    assert blue > 200 > red
    corner_red, _, corner_blue = colour_at(image, crop.width // 2 - round(20 * SCALE) - 1, crop.height // 2)
    assert corner_red > corner_blue


@pytest.mark.parametrize(
    "place",
    [Place(4, (0, 0, 10, 10)), Place(3, None), Place(None, None, 7)],
    ids=["no picture of the page", "no box", "no page"],
)
def test_no_crop_without_a_spot(pictures: Path, place: Place) -> None:
    cropper = Cropper(pictures)
    assert cropper.cut(place) is None
    assert not cropper.left_out


def test_without_pictures_there_are_no_crops() -> None:
    assert Cropper(None).cut_first([Place(3, (0, 0, 10, 10))]) == ()


def test_the_budget_is_kept_and_told(pictures: Path) -> None:
    places = [Place(3, (10.0 + n, 10.0, 500.0, 200.0)) for n in range(40)]
    cropper = Cropper(pictures, budget=20_000)
    sizes = [len(crop.source) for place in places if (crop := cropper.cut(place))]
    assert 0 < sum(sizes) <= cropper.spent <= 20_000
    assert cropper.left_out


def test_a_crop_shown_twice_is_paid_for_twice(pictures: Path) -> None:
    """It stands in the page twice."""
    cropper = Cropper(pictures)
    place = Place(3, (300.0, 400.0, 340.0, 420.0))
    first = cropper.cut(place)
    once = cropper.spent
    assert cropper.cut(place) == first
    assert cropper.spent == 2 * once > 0


def test_wide_crops_are_scaled_down(pictures: Path) -> None:
    crop = Cropper(pictures).cut(Place(3, (0.0, 10.0, 595.0, 60.0)))
    assert crop is not None
    assert crop.width == MOST_WIDTH_PIXELS
    assert crop.is_wide


edges = st.floats(-50, 900, allow_nan=False)


@settings(deadline=None)
@given(edges, edges, edges, edges)
def test_the_window_lies_on_the_page(a: float, b: float, c: float, d: float) -> None:
    x0, top, x1, bottom = _window((min(a, b), min(c, d), max(a, b), max(c, d)), *A4)
    assert 0 <= x0 < x1 <= max(A4[0], 1)
    assert 0 <= top < bottom <= max(A4[1], 1)
