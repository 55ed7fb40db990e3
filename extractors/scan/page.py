"""The way of a scanned page, from its image to the words and rules of a `Page`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import cv2
import numpy as np

from extractors.document import Page, Word
from extractors.grid import find_grids
from extractors.ocr import Layout, OcrWord, get_engine
from extractors.ocr.engine import Engine
from extractors.options import ReadOptions
from extractors.scan.crops import Crop, cell_crops, prose_crops
from extractors.scan.despeckle import despeckle
from extractors.scan.erase import erase_rules
from extractors.scan.ink import clear_paper, even_paper, faded_stamps
from extractors.scan.mend import mend
from extractors.scan.picture import keep_picture
from extractors.scan.reading import read_cells
from extractors.scan.ruling import find_ruling
from extractors.scan.straighten import WORK_DPI, find_straightening
from extractors.scan.upright import is_sideways, is_upside_down
from extractors.scan.words import to_words

POINTS = 72 / WORK_DPI
"""Points a pixel of the straightened page."""


def read_scanned_page(image: np.ndarray, dpi: float, number: int, options: ReadOptions) -> Page:
    """The words and rules of a page image (BGR or grey, as rendered at `dpi`), in points of the page upright and straight."""
    ink = despeckle(even_paper(faded_stamps(image, dpi), dpi), dpi)
    turned = 90 if is_sideways(ink, dpi) else 0
    ink = _turn(ink, turned)
    straightening = find_straightening(ink, dpi)
    page = straightening.apply(ink)
    engine = get_engine(options.ocr_engine)
    ruling = find_ruling(page)
    bare = clear_paper(erase_rules(page, ruling))
    if is_upside_down(bare, WORK_DPI, partial(_legibility, engine)):
        turned, page, bare = turned + 180, _turn(page, 180), _turn(bare, 180)
        ruling = ruling.on_its_head(page.shape[1], page.shape[0])
    if options.picture_dir is not None:
        keep_picture(page, WORK_DPI, options.picture_dir, number)
    rules = ruling.rules(POINTS)
    grids = find_grids(rules)
    cells, prose = list(cell_crops(bare, grids, POINTS)), list(prose_crops(bare, grids, POINTS))
    words = _placed(cells, read_cells(engine, cells))
    words += _placed(prose, engine.read([crop.image for crop in prose], Layout.PAGE, WORK_DPI))
    height, width = page.shape
    return Page(number, width * POINTS, height * POINTS, tuple(words), rules, "ocr", turned, straightening.skew)


def _legibility(engine: Engine, strip: np.ndarray) -> float:
    """How much of a strip can be read: letters times the confidence they are read with."""
    return sum(len(word.text) * word.confidence for word in engine.read([strip], Layout.BLOCK, WORK_DPI)[0])


def _turn(image: np.ndarray, degrees: int) -> np.ndarray:
    """The image turned clockwise by a quarter turn of 0, 90, 180 or 270 degrees."""
    codes = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
    return cv2.rotate(image, codes[degrees]) if degrees else image


def _placed(crops: Sequence[Crop], read: Sequence[Sequence[OcrWord]]) -> list[Word]:
    return [
        word for crop, found in zip(crops, read, strict=True) for word in to_words(list(mend(found, crop.image)), crop, POINTS)
    ]
