"""The image of a page as its `Page` has it: upright and straight, in its own colours."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from extractors import images, pdf
from extractors.document import Page

WHITE = (255, 255, 255)


def straight_image(path: Path, file_format: str, page: Page, dpi: float) -> np.ndarray:
    """The page of a PDF or image file as a BGR image at `dpi`, in which a point (x, y) of `page` lies at dpi / 72 times it."""
    if file_format == "pdf":
        pixels, own_dpi = pdf.render(path, page.number, dpi), dpi
    else:
        pixels, own_dpi = images.render(path, page.number)
    to_source = np.array(page.to_source or (1, 0, 0, 0, 1, 0, 0, 0, 1), dtype=float).reshape(3, 3)
    matrix = np.diag([own_dpi / 72, own_dpi / 72, 1.0]) @ to_source @ np.diag([72 / dpi, 72 / dpi, 1.0])
    size = (round(page.width * dpi / 72), round(page.height * dpi / 72))
    flags = cv2.INTER_AREA | cv2.WARP_INVERSE_MAP
    return cv2.warpPerspective(pixels, matrix, size, flags=flags, borderMode=cv2.BORDER_CONSTANT, borderValue=WHITE)
