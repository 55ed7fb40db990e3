"""The way of a scanned page, from its image to the words and rules of a `Page`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from extractors.document import Page, Word
from extractors.grid import find_grids
from extractors.ocr import Layout, OcrWord, get_engine
from extractors.ocr.engine import Engine
from extractors.options import ReadOptions
from extractors.scan.coarse.respell import COARSE_DPI, respell_page
from extractors.scan.geometry.straighten import WORK_DPI
from extractors.scan.letters.codes import as_codes
from extractors.scan.letters.crops import Crop, cell_crops, print_marks, prose_crops
from extractors.scan.letters.mend import mend
from extractors.scan.letters.numerals import settle
from extractors.scan.letters.prose import read_prose
from extractors.scan.letters.reading import read_cells
from extractors.scan.letters.sideways import read_sideways
from extractors.scan.letters.words import to_words
from extractors.scan.paper.ink import without_empty_colour
from extractors.scan.picture import keep_picture
from extractors.scan.shades import shaded_cells
from extractors.scan.standing import StandingPage, stand

POINTS = 72 / WORK_DPI
"""Points a pixel of the straightened page."""

MUCH_PRINT = 60
"""Marks of print on a page that certainly has text on it."""

LEAST_READ = 0.15
"""Letters read with confidence, as a share of the marks, below which the page counts as not read."""

UNREAD = "hampir tidak ada yang terbaca pada halaman ini; pindai ulang dengan lebih jelas"


def read_scanned_page(image: np.ndarray, dpi: float, number: int, options: ReadOptions) -> Page:
    """The words and rules of a page image (BGR or grey, as rendered at `dpi`), in points of the page upright and straight.

    A page with print of which next to nothing could be read comes back with origin "none" and a note. Raises NoEngineError where
    no OCR engine is installed.
    """
    engine = get_engine(options.ocr_engine)
    image = without_empty_colour(image)
    standing = stand(image, dpi, partial(_legibility, engine))
    if options.picture_dir is not None:
        keep_picture(standing.page, WORK_DPI, options.picture_dir, number)
    rules = standing.ruling.rules(POINTS)
    grids = [grid for grid in find_grids(rules) if len(grid.cells) > 1]  # a single cell is a frame: the edge of the paper, mostly
    cells, prose = list(cell_crops(standing.bare, grids, POINTS)), list(prose_crops(standing.bare, grids, POINTS))
    is_coarse = dpi < COARSE_DPI
    words = _words_of_cells(engine, cells, is_coarse)
    words += _placed(prose, read_prose(engine, prose), is_coarse)
    height, width = standing.page.shape
    is_read = _is_read(words, standing.bare)
    return Page(
        number,
        width * POINTS,
        height * POINTS,
        tuple(words) if is_read else (),
        rules,
        "ocr" if is_read else "none",
        standing.turned,
        standing.skew,
        "" if is_read else UNREAD,
        _to_source(standing, dpi),
        tuple(shaded_cells(image, dpi, standing.matrix, grids, POINTS)),
    )


def _legibility(engine: Engine, strip: np.ndarray) -> float:
    """How much of a strip can be read: letters times the confidence they are read with."""
    return sum(len(word.text) * word.confidence for word in engine.read([strip], Layout.BLOCK, WORK_DPI)[0])


def _words_of_cells(engine: Engine, cells: Sequence[Crop], is_coarse: bool) -> list[Word]:
    """The words of table cells, those printed sideways among them."""
    upright = read_cells(engine, cells)
    sideways = [read_sideways(engine, crop, found, POINTS) for crop, found in zip(cells, upright, strict=True)]
    words = [word for lines in sideways for word in lines]
    return words + _placed(cells, [[] if lines else found for found, lines in zip(upright, sideways, strict=True)], is_coarse)


def _placed(crops: Sequence[Crop], read: Sequence[list[OcrWord]], is_coarse: bool) -> list[Word]:
    """The words read in crops, mended, as words of the page."""
    placed: list[list[Word]] = []
    for crop, found in zip(crops, as_codes(crops, read), strict=True):
        mended = list(settle(list(mend(found, crop.image)), crop.image))
        placed.append(list(to_words(mended, crop, POINTS)))
    return [word for words in (respell_page(placed) if is_coarse else placed) for word in words]


def _is_read(words: Sequence[Word], bare: np.ndarray) -> bool:
    """Whether what was read is about what is printed; a page without print is read, and empty."""
    marks = len(print_marks(bare))
    return marks < MUCH_PRINT or sum(len(word.text) * word.confidence for word in words) >= LEAST_READ * marks


def _to_source(standing: StandingPage, dpi: float) -> tuple[float, ...]:
    """The matrix from points of the straightened page to points of the page as scanned."""
    back = np.diag([72 / dpi, 72 / dpi, 1.0]) @ np.linalg.inv(standing.matrix) @ np.diag([1 / POINTS, 1 / POINTS, 1.0])
    return tuple(float(v) for v in (back / back[2, 2]).ravel())
