"""Tesseract as a library, through tesserocr: no process to start for each image, so each image is read by itself."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from extractors.ocr.engine import LANGUAGE, Layout, OcrWord
from extractors.ocr.tessdata import tessdata_folder

if TYPE_CHECKING:
    from tesserocr import PyTessBaseAPI


def has_library() -> bool:
    """Whether tesserocr is installed and there are language data for it."""
    return find_spec("tesserocr") is not None and tessdata_folder() is not None


class TesserocrEngine:
    """Keeps one Tesseract instance for the life of the process: loading the model takes longer than reading a cell.

    It is made with the first reading, as those who only ask for the version need no model.
    """

    def __init__(self) -> None:
        # Read when the library is loaded; more threads than one make Tesseract many times slower, not faster.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        import tesserocr

        self._tesserocr = tesserocr

    @cached_property
    def _api(self) -> PyTessBaseAPI:
        oem = self._tesserocr.OEM.LSTM_ONLY
        return self._tesserocr.PyTessBaseAPI(path=str(tessdata_folder()), lang=LANGUAGE, oem=oem)

    @property
    def version(self) -> str:
        return f"{self._tesserocr.tesseract_version().splitlines()[0]} {LANGUAGE}"

    def read(self, images: Sequence[np.ndarray], layout: Layout, dpi: int) -> list[list[OcrWord]]:
        self._api.SetPageSegMode(int(layout))
        return [list(self._words(image, dpi)) for image in images]

    def _words(self, image: np.ndarray, dpi: int) -> Iterator[OcrWord]:
        self._api.SetImage(Image.fromarray(image))
        self._api.SetSourceResolution(dpi)
        self._api.Recognize()
        words = self._api.GetIterator()
        if words is None:
            return
        level = self._tesserocr.RIL
        line = -1
        for word in self._tesserocr.iterate_level(words, level.WORD):
            if word.IsAtBeginningOf(level.TEXTLINE):
                line += 1
            if word.Empty(level.WORD):
                continue
            text = word.GetUTF8Text(level.WORD).strip()
            if text:
                yield OcrWord(text, word.BoundingBox(level.WORD), word.Confidence(level.WORD) / 100, max(line, 0))
