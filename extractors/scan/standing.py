"""A scanned page brought to stand: its ink alone, upright and straight, with its ruling lines found and taken off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.scan.geometry.straighten import WORK_DPI, find_straightening
from extractors.scan.geometry.upright import is_sideways, is_upside_down
from extractors.scan.paper.copied_stamps import without_copied_stamps
from extractors.scan.paper.despeckle import despeckle
from extractors.scan.paper.ink import clear_paper, even_paper, faded_stamps
from extractors.scan.paper.inverse import dark_on_light
from extractors.scan.paper.sheet import without_surroundings
from extractors.scan.paper.streaks import without_streaks
from extractors.scan.rules.erase import erase_rules
from extractors.scan.rules.ruling import Ruling, find_ruling


@dataclass(frozen=True, slots=True)
class StandingPage:
    """`page` is the straightened page, `bare` the same without rules and copied stamps and with clear paper (grey, WORK_DPI).

    `turned` is the clockwise quarter turn and `skew` the small clockwise angle in degrees that brought it there; `matrix`
    maps pixels of the image given to those of `page`.
    """

    page: np.ndarray
    bare: np.ndarray
    ruling: Ruling
    turned: int
    skew: float
    matrix: np.ndarray


def stand(image: np.ndarray, dpi: float, legibility: Callable[[np.ndarray], float]) -> StandingPage:
    """A page image (BGR or grey, at `dpi`) made to stand; `legibility` is asked where its shape does not tell which way up."""
    ink = even_paper(faded_stamps(dark_on_light(image, dpi), dpi), dpi)
    ink = despeckle(without_streaks(without_surroundings(ink, image, dpi), dpi), dpi)
    turned = 90 if is_sideways(ink, dpi, legibility) else 0
    matrix = turn_matrix(turned, ink.shape[1], ink.shape[0])
    ink = turn(ink, turned)
    straightening = find_straightening(ink, dpi)
    page = straightening.apply(ink)
    matrix = straightening.matrix @ matrix
    ruling = find_ruling(page)
    bare = without_copied_stamps(clear_paper(erase_rules(page, ruling)), WORK_DPI)
    if is_upside_down(bare, WORK_DPI, legibility):
        height, width = page.shape
        turned += 180
        matrix = turn_matrix(180, width, height) @ matrix
        page, bare, ruling = turn(page, 180), turn(bare, 180), ruling.on_its_head(width, height)
    return StandingPage(page, bare, ruling, turned, straightening.skew, matrix)


def turn(image: np.ndarray, degrees: int) -> np.ndarray:
    """The image turned clockwise by a quarter turn of 0, 90, 180 or 270 degrees."""
    codes = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
    return cv2.rotate(image, codes[degrees]) if degrees else image


def turn_matrix(degrees: int, width: int, height: int) -> np.ndarray:
    """The 3 × 3 matrix of `turn` for an image of `width` × `height` pixels."""
    matrices = {
        0: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        90: [[0, -1, height], [1, 0, 0], [0, 0, 1]],
        180: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
        270: [[0, 1, 0], [-1, 0, width], [0, 0, 1]],
    }
    return np.array(matrices[degrees], dtype=float)
