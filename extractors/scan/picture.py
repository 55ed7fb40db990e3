"""Pictures of straightened pages, kept for the reports that show a reader the spot."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from extractors.options import PICTURE_DPI

JPEG_QUALITY = 70


def keep_picture(page: np.ndarray, dpi: float, folder: Path, number: int) -> Path:
    """Writes the page to `<folder>/<number>.jpg` at PICTURE_DPI, whole or not at all."""
    scale = PICTURE_DPI / dpi
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    _, data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{number}.jpg"
    partial = folder / f".{number}.jpg.part"
    partial.write_bytes(data.tobytes())
    partial.replace(target)
    return target
