"""What an OCR engine must offer. Lengths are pixels of the image given, from its upper left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

import numpy as np

LANGUAGE = "ind"
"""Indonesian alone reads these plans as well as Indonesian and English together, and faster."""


class Layout(IntEnum):
    """What an image holds; the values are Tesseract's page segmentation modes."""

    PAGE = 3
    BLOCK = 6
    LINE = 7


@dataclass(frozen=True, slots=True)
class OcrWord:
    """A word as read; `box` is x0, top, x1, bottom in pixels, `confidence` 0 to 1, `line` counts lines from 0."""

    text: str
    box: tuple[int, int, int, int]
    confidence: float
    line: int


class Engine(Protocol):
    """Reads images of text. One engine belongs to one process and uses one thread."""

    @property
    def version(self) -> str:
        """Engine, version and language, as in "tesseract 5.3.0 ind"."""
        ...

    def read(self, images: Sequence[np.ndarray], layout: Layout, dpi: int) -> list[list[OcrWord]]:
        """The words of each image (grey, height × width bytes, dark on light) at `dpi`, in the images' order."""
        ...
