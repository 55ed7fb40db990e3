"""Tesseract as a program, through pytesseract: starting it costs, so that many small images are read in one call."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from extractors.ocr.engine import LANGUAGE, Layout, OcrWord
from extractors.ocr.stack import stack, unstack
from extractors.ocr.tessdata import tessdata_folder


def has_program() -> bool:
    """Whether the tesseract program and its language data are installed."""
    return shutil.which("tesseract") is not None and tessdata_folder() is not None


class PytesseractEngine:
    """Calls the program once for all images of a kind, stacked into one."""

    def __init__(self) -> None:
        # With more threads than one the Debian program takes ten times as long.
        os.environ["OMP_THREAD_LIMIT"] = "1"
        import pytesseract  # brings pandas along, half a second that who reads with the library need not pay

        self._pytesseract = pytesseract
        self._version = f"tesseract {pytesseract.get_tesseract_version()} {LANGUAGE}"

    @property
    def version(self) -> str:
        return self._version

    def read(self, images: Sequence[np.ndarray], layout: Layout, dpi: int) -> list[list[OcrWord]]:
        if not images:
            return []
        if layout == Layout.PAGE or len(images) == 1:
            return [self._call(image, layout, dpi) for image in images]
        sheet, places = stack(images)
        return unstack(self._call(sheet, Layout.BLOCK, dpi), places)

    def _call(self, image: np.ndarray, layout: Layout, dpi: int) -> list[OcrWord]:
        config = f'--psm {int(layout)} --oem 1 --dpi {dpi} --tessdata-dir "{tessdata_folder()}"'
        as_table = self._pytesseract.Output.DICT
        return _words_of(self._pytesseract.image_to_data(image, lang=LANGUAGE, config=config, output_type=as_table))


def _words_of(table: Mapping[str, Sequence[Any]]) -> list[OcrWord]:
    words: list[OcrWord] = []
    lines: dict[tuple[int, int, int], int] = {}
    for i, text in enumerate(table["text"]):
        if table["level"][i] != 5 or not text.strip():
            continue
        key = (table["block_num"][i], table["par_num"][i], table["line_num"][i])
        left, top = table["left"][i], table["top"][i]
        box = (left, top, left + table["width"][i], top + table["height"][i])
        words.append(OcrWord(text.strip(), box, float(table["conf"][i]) / 100, lines.setdefault(key, len(lines))))
    return words
