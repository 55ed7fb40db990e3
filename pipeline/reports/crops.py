"""Cut-outs of the kept page pictures, as small JPEGs inside the HTML.

A picture is `<folder>/<page>.jpg` at PICTURE_DPI of the upright page, so a box in points falls on it by scaling alone.
A report has one budget of letters of HTML; what comes after it is spent is told by page number only.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw

from extractors.document import Box, Place
from extractors.options import PICTURE_DPI

BUDGET_LETTERS = 2_550_000
"""What a page spends on crops where its words leave them room."""

FIGURE_LETTERS = 250
"""A figure's tags and caption."""

LEAST_CROP_LETTERS = 3000
"""With less left nothing is cut any more."""

MARGIN_POINTS = 14.0
LEAST_WIDTH_POINTS = 240.0
LEAST_HEIGHT_POINTS = 46.0
MOST_HEIGHT_POINTS = 260.0
MOST_WIDTH_PIXELS = 900
JPEG_QUALITY = 58
WIDE_PIXELS = 620
_MARK = (190, 18, 60)


@dataclass(frozen=True, slots=True)
class Crop:
    """`source` is a data URI; `width` and `height` are pixels."""

    page: int
    source: str
    width: int
    height: int

    @property
    def is_wide(self) -> bool:
        """Whether it is readable only over the whole width of the page."""
        return self.width > WIDE_PIXELS


@dataclass(slots=True)
class Cropper:
    """Cuts for one report. `left_out` tells whether the budget kept a crop away.

    `budget` and `spent` count the letters that crops take in the page, a crop shown twice twice.
    """

    folder: Path | None
    budget: int = BUDGET_LETTERS
    left_out: bool = False
    spent: int = 0
    _cut: dict[tuple[int, Box], Crop] = field(default_factory=dict)

    def cut_first(self, places: Iterable[Place], most: int = 1) -> tuple[Crop, ...]:
        """Crops of the first `most` places that have a box on a kept page."""
        crops: list[Crop] = []
        for place in places:
            crop = self.cut(place) if len(crops) < most else None
            if crop is not None:
                crops.append(crop)
        return tuple(crops)

    def cut(self, place: Place) -> Crop | None:
        if self.folder is None or place.page is None or place.box is None:
            return None
        path = self.folder / f"{place.page}.jpg"
        if not path.is_file():
            return None
        if self.spent + LEAST_CROP_LETTERS > self.budget:
            self.left_out = True
            return None
        spot = (place.page, place.box)
        if spot not in self._cut:
            self._cut[spot] = _crop(path, *spot)
        return self._spend(self._cut[spot])

    def _spend(self, crop: Crop) -> Crop | None:
        cost = len(crop.source) + FIGURE_LETTERS
        if self.spent + cost > self.budget:
            self.left_out = True
            return None
        self.spent += cost
        return crop


def _crop(path: Path, page: int, box: Box) -> Crop:
    image = _cut_out(_picture(path), box)
    source = "data:image/jpeg;base64," + base64.b64encode(_as_jpeg(image)).decode("ascii")
    return Crop(page, source, image.width, image.height)


def _picture(path: Path) -> Image.Image:
    return _picture_as_of(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _picture_as_of(path: Path, _changed: int) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("RGB")


def _cut_out(picture: Image.Image, box: Box) -> Image.Image:
    """The box with its margin, the box itself framed; wide cut-outs are scaled down."""
    scale = PICTURE_DPI / 72
    window = _window(box, picture.width / scale, picture.height / scale)
    cut = picture.crop(tuple(round(edge * scale) for edge in window))  # type: ignore[arg-type]
    x0, top, x1, bottom = (round(edge * scale) for edge in _inside(box, window))
    if x1 > x0 and bottom > top:
        ImageDraw.Draw(cut).rectangle((x0 - 2, top - 2, x1 + 2, bottom + 2), outline=_MARK, width=2)
    if cut.width > MOST_WIDTH_PIXELS:
        cut = cut.resize((MOST_WIDTH_PIXELS, max(1, round(cut.height * MOST_WIDTH_PIXELS / cut.width))), Image.Resampling.LANCZOS)
    return cut


def _window(box: Box, width: float, height: float) -> Box:
    """What to show, in points: the box and its margin, not smaller than a few words of context, inside the page."""
    x0, x1 = _stretch(box[0] - MARGIN_POINTS, box[2] + MARGIN_POINTS, LEAST_WIDTH_POINTS, width)
    top, bottom = _stretch(box[1] - MARGIN_POINTS, box[3] + MARGIN_POINTS, LEAST_HEIGHT_POINTS, height)
    return x0, top, x1, min(bottom, top + MOST_HEIGHT_POINTS)


def _stretch(low: float, high: float, least: float, end: float) -> tuple[float, float]:
    lack = max(0.0, least - (high - low)) / 2
    low, high = low - lack, high + lack
    low, high = (0.0, high - low) if low < 0 else (low, high)
    low, high = (low - (high - end), end) if high > end else (low, high)
    return max(0.0, low), max(1.0, high)


def _inside(box: Box, window: Box) -> Box:
    left, top = window[0], window[1]
    return max(box[0], left) - left, max(box[1], top) - top, min(box[2], window[2]) - left, min(box[3], window[3]) - top


def _as_jpeg(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return buffer.getvalue()
