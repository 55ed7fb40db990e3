# ruff: noqa: E501 - drawing calls and grades are easier to check on one line
"""Scans of made-up plans: a text PDF is rendered, worn in stated strengths, and bound again as pictures only.

Every page has its own source of chance, seeded by document, page and grade: the same input gives the same bytes.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
import pikepdf
import pypdfium2

from corpus import wear
from corpus.handling import Handling, handle
from corpus.wear import Image


@dataclass(frozen=True)
class Grade:
    """How a page was scanned. Angles in degrees (the largest, either way), lengths in pixels, shares from 0 to 1."""

    name: str
    dpi: int
    jpeg_quality: int
    skew: float = 0.0
    noise: float = 0.0
    """Standard deviation of the sensor's noise, in grey levels."""
    blur: float = 0.0
    ink: float = 1.0
    """How dark the print stays: 1 black, 0.6 faint."""
    paper: float = 255.0
    """Grey of the paper, 255 white."""
    speckles: float = 0.0
    """Dark grains a square centimetre."""
    broken_rules: float = 0.0
    """Share of ruling lines' length that is gone or faint."""
    dark_edges: bool = False
    uneven_light: float = 0.0
    """How much darker the darkest corner is than the lightest."""
    keystone: float = 0.0
    """How far corners lie from a rectangle, as a share of the page."""
    is_colour: bool = False
    stamped: float = 0.0
    """Share of pages with a stamp or a signature in ink over the text."""
    turns_landscape: bool = False
    """Landscape pages went through the feeder sideways."""
    handling: Handling = field(default_factory=Handling)


_OFFICE = Grade(
    "office", dpi=200, jpeg_quality=60, skew=1.2, noise=7.0, blur=0.5, ink=0.95, paper=248, is_colour=True, stamped=0.4, turns_landscape=True
)  # fmt: skip
_HANDLED = Handling(folded=0.35, is_punched=True, initialled=0.5, ticked=0.25, copied_stamps=0.5, upside_down=0.12)
GRADES: dict[str, Grade] = {
    grade.name: grade
    for grade in (
        Grade("clean", dpi=300, jpeg_quality=85, skew=0.2, noise=2.0, blur=0.5),
        _OFFICE,
        Grade(
            "poor", dpi=150, jpeg_quality=70, skew=2.0, noise=11.0, blur=0.4, ink=0.84, paper=241, speckles=5.5, broken_rules=0.04,
            dark_edges=True, stamped=0.2, turns_landscape=True,
        ),
        Grade("phone", dpi=200, jpeg_quality=80, skew=1.5, noise=5.0, blur=0.6, ink=0.85, uneven_light=0.4, keystone=0.02, is_colour=True),
        replace(_OFFICE, name="handled", handling=_HANDLED),
    )
}  # fmt: skip
"""`handled` is an office scan of paper that has been through hands; the other four are the grades plans are judged by."""


def scan(pdf: bytes, grade: Grade, seed: str, lost_page: int | None = None) -> bytes:
    """The text PDF as a scan of that grade, pictures only. `lost_page` (from 1) comes out as good as black."""
    pages = []
    for number, picture in enumerate(_rendered(pdf, grade.dpi), 1):
        dice = np.random.default_rng(zlib.crc32(f"{seed}/{number}/{grade.name}".encode()))
        worn = wear.blacken(picture, dice) if number == lost_page else wear_page(picture, grade, dice)
        pages.append(_jpeg(worn, grade.jpeg_quality))
    return _bound(pages, grade.dpi)


def wear_page(page: Image, grade: Grade, dice: np.random.Generator) -> Image:
    """One page (BGR, upright) as the scanner of that grade delivers it."""
    page = _scanned(_laid(_paper(page, grade, dice), grade, dice), grade, dice)
    if not grade.is_colour:
        page = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    return wear.add_noise(page, grade.noise, dice) if grade.noise else page


def _paper(page: Image, grade: Grade, dice: np.random.Generator) -> Image:
    """The sheet before it is scanned: printed, stamped, handled."""
    if grade.broken_rules:
        page = wear.break_rules(page, grade.broken_rules, dice)
    if grade.ink < 1:
        page = wear.fade(page, grade.ink, grade.dpi, dice)
    if dice.random() < grade.stamped:
        page = wear.stamp(page, grade.dpi, dice, is_copied=dice.random() < grade.handling.copied_stamps)
    if grade.paper < 255:
        page = wear.grey_paper(page, grade.paper, grade.dpi, dice)
    return handle(page, grade.handling, grade.dpi, dice)


def _laid(page: Image, grade: Grade, dice: np.random.Generator) -> Image:
    """As it lies on the glass or before the camera."""
    is_landscape = page.shape[1] > page.shape[0]
    if grade.keystone:
        page = wear.photograph(page, grade.keystone, grade.skew, dice)
    elif grade.skew:
        page = wear.skew(page, dice.uniform(-grade.skew, grade.skew))
    if grade.turns_landscape and is_landscape:
        page = cv2.rotate(page, cv2.ROTATE_90_CLOCKWISE if dice.random() < 0.5 else cv2.ROTATE_90_COUNTERCLOCKWISE)
    return cv2.rotate(page, cv2.ROTATE_180) if dice.random() < grade.handling.upside_down else page


def _scanned(page: Image, grade: Grade, dice: np.random.Generator) -> Image:
    """What lens, light and glass add."""
    if grade.blur:
        page = cv2.GaussianBlur(page, (0, 0), grade.blur)
    if grade.uneven_light:
        page = wear.light_unevenly(page, grade.uneven_light, dice)
    if grade.dark_edges:
        page = wear.darken_edges(page, grade.dpi, dice)
    return wear.speckle(page, grade.speckles, grade.dpi, dice) if grade.speckles else page


def _rendered(pdf: bytes, dpi: int) -> Iterator[Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield np.ascontiguousarray(page.render(scale=dpi / 72).to_numpy()[:, :, :3])
    finally:
        document.close()


def _jpeg(picture: Image, quality: int) -> tuple[bytes, int, int, bool]:
    ok, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not ok:
        raise ValueError("the page could not be written as JPEG")
    return data.tobytes(), picture.shape[1], picture.shape[0], picture.ndim == 3


def _bound(pages: list[tuple[bytes, int, int, bool]], dpi: int) -> bytes:
    pdf = pikepdf.new()
    for data, width, height, is_colour in pages:
        page = pdf.add_blank_page(page_size=(width * 72 / dpi, height * 72 / dpi))
        picture = pikepdf.Stream(
            pdf, data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=width, Height=height, BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceRGB if is_colour else pikepdf.Name.DeviceGray, Filter=pikepdf.Name.DCTDecode,
        )  # fmt: skip
        name = page.add_resource(picture, pikepdf.Name.XObject, pikepdf.Name.Picture)
        page.contents_add(f"q {width * 72 / dpi:.3f} 0 0 {height * 72 / dpi:.3f} 0 0 cm {name} Do Q".encode())
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()
