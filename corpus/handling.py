"""What hands do to paper before it is scanned: folded, punched, initialled, ticked, stamped twice over, laid in upside down.

Pictures are BGR arrays of bytes, upright; lengths are given in millimetres and drawn in pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from cv2.typing import MatLike as Image

PEN = (120, 50, 30)
PENCIL = (105, 105, 105)
HOLE_MM, HOLE_FROM_EDGE_MM, HOLES_APART_MM = 6.0, 12.0, 80.0
"""ISO 838, the two-hole punch."""


@dataclass(frozen=True)
class Handling:
    """Shares of pages (0 to 1). The empty one changes nothing."""

    folded: float = 0.0
    """Folded in three for an envelope: two creases, print cracked along them, a soft shadow on one side."""
    is_punched: bool = False
    """Two holes on the binding edge, the long one of a portrait page, the top of a landscape one."""
    initialled: float = 0.0
    """An initial in ink at the foot."""
    ticked: float = 0.0
    """One to three ticks in pencil, anywhere on the page."""
    copied_stamps: float = 0.0
    """Share of stamps that were on the paper when it was copied in black and white: grey, not inked."""
    upside_down: float = 0.0
    """Pages that lay the wrong way in a stack scanned on both sides."""


def handle(page: Image, handling: Handling, dpi: int, dice: np.random.Generator) -> Image:
    """The page as it goes into the feeder, still the right way up."""
    if dice.random() < handling.initialled:
        page = initial(page, dpi, dice)
    if dice.random() < handling.ticked:
        page = tick(page, dpi, dice)
    if dice.random() < handling.folded:
        page = fold(page, dpi, dice)
    return punch(page, dpi, dice) if handling.is_punched else page


def fold(page: Image, dpi: int, dice: np.random.Generator) -> Image:
    """Two creases across the sheet's long side: print bleached by six tenths on 0.4 mm, 10 % shadow running out over 4 mm."""
    is_landscape = page.shape[1] > page.shape[0]
    sheet = (page.transpose(1, 0, 2) if is_landscape else page).astype(np.float32)
    crack, shadow = max(round(_px(0.4, dpi)), 1), round(_px(4, dpi))
    darker = 1 - 0.1 * np.linspace(1, 0, shadow, dtype=np.float32)[:, None, None]
    for third in (1 / 3, 2 / 3):
        y = int(len(sheet) * (third + dice.normal(0, 0.01)))
        sheet[y : y + crack] += (255 - sheet[y : y + crack]) * 0.6
        sheet[y : y + shadow] *= darker
    folded = sheet.clip(0, 255).astype(np.uint8)
    return np.ascontiguousarray(folded.transpose(1, 0, 2)) if is_landscape else folded


def punch(page: Image, dpi: int, dice: np.random.Generator) -> Image:
    """Two holes through which the scanner's dark lid shows."""
    page = page.copy()
    height, width = page.shape[:2]
    edge = _px(HOLE_FROM_EDGE_MM + dice.uniform(-1, 1), dpi)
    is_landscape = width > height
    middle = (width if is_landscape else height) / 2 + _px(dice.normal(0, 2), dpi)
    for side in (-0.5, 0.5):
        along = middle + side * _px(HOLES_APART_MM, dpi)
        centre = (round(along), round(edge)) if is_landscape else (round(edge), round(along))
        cv2.circle(page, centre, round(_px(HOLE_MM / 2, dpi)), (70, 70, 70), -1, cv2.LINE_AA)
    return page


def initial(page: Image, dpi: int, dice: np.random.Generator) -> Image:
    """A run of loops about 15 mm wide in the lower right corner, where each page of a decree is initialled."""
    height, width = page.shape[:2]
    turns = np.linspace(0, dice.uniform(5, 8) * np.pi, 160)
    sway = dice.uniform(0.6, 1.3, 2)
    x = width - _px(28, dpi) + _px(15, dpi) * (turns / turns[-1] - 0.5) + _px(3.0, dpi) * sway[0] * np.cos(turns)
    y = height - _px(13, dpi) + _px(4.5, dpi) * sway[1] * np.sin(turns) * np.linspace(1, 0.3, len(turns))
    return _drawn(page, np.stack([x, y], 1), PEN, _px(0.5, dpi))


def tick(page: Image, dpi: int, dice: np.random.Generator) -> Image:
    """One to three ticks about 6 mm wide."""
    height, width = page.shape[:2]
    for _ in range(dice.integers(1, 4)):
        x, y = dice.uniform(0.1, 0.92) * width, dice.uniform(0.15, 0.85) * height
        long = _px(dice.uniform(4, 7), dpi)
        points = np.array([[x, y], [x + long * 0.3, y + long * 0.45], [x + long, y - long * 0.8]])
        page = _drawn(page, points, PENCIL, _px(0.5, dpi))
    return page


def _drawn(page: Image, points: np.ndarray, ink: tuple[int, int, int], thickness: float) -> Image:
    """The stroke laid over the print, which shows through."""
    layer = np.full_like(page, 255)
    cv2.polylines(layer, [points.round().astype(np.int32).reshape(-1, 1, 2)], False, ink, max(round(thickness), 1), cv2.LINE_AA)
    return np.minimum(page, layer)


def _px(mm: float, dpi: int) -> float:
    return mm * dpi / 25.4
