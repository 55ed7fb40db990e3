"""PNG, JPEG and TIFF files (also of many pages) as scanned pages."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from extractors.document import Page
from extractors.errors import TooLarge, UnreadableFile
from extractors.options import ReadOptions

MOST_PIXELS = 80_000_000
"""An A3 page at 600 dpi has 70 million; what is larger is no page, or means to fill the memory."""

MOST_FRAMES = 2_000

FINEST_DPI = 300
"""Finer images are read at this resolution."""

PLAUSIBLE_SIDE_INCHES = (6.0, 20.0)
"""Longer sides of the papers plans are printed on, A5 to A3, with room."""

USUAL_SIDE_INCHES = 11.7
"""The longer side of A4, taken where the file says nothing plausible (photographs say 72 dpi)."""


def page_count(path: Path) -> int:
    """Number of images in the file. Raises UnreadableFile or TooLarge."""
    with _opened(path) as image:
        count = int(getattr(image, "n_frames", 1))
        if count > MOST_FRAMES:
            raise TooLarge(f"{count} gambar")
        return count


def read_page(path: Path, number: int, options: ReadOptions) -> Page:
    """The page `number` (from 1), read by OCR. Raises UnreadableFile or TooLarge."""
    pixels, dpi = render(path, number)
    if options.ocr_engine == "none":
        height, width = pixels.shape[:2]
        return Page(number, width * 72 / dpi, height * 72 / dpi, origin="none", note="halaman ini gambar, tanpa lapisan teks")
    from extractors.scan import read_scanned_page  # OpenCV and Tesseract are loaded only where there is something to read

    return read_scanned_page(pixels, dpi, number, options)


def render(path: Path, number: int) -> tuple[np.ndarray, float]:
    """The image of a page, BGR, and its resolution in dpi. Raises UnreadableFile or TooLarge."""
    with _opened(path) as image:
        frame = _frame(image, number)
        if frame.width * frame.height > MOST_PIXELS:
            raise TooLarge(f"{frame.width} × {frame.height} piksel")
        dpi = _dpi(frame)
        upright = ImageOps.exif_transpose(frame)
        if dpi > FINEST_DPI:
            share = FINEST_DPI / dpi
            upright = upright.convert("RGB").resize(
                (round(upright.width * share), round(upright.height * share)), Image.Resampling.BOX
            )
            dpi = float(FINEST_DPI)
        return _as_bgr(upright), dpi


def _frame(image: Image.Image, number: int) -> Image.Image:
    for index, frame in enumerate(ImageSequence.Iterator(image), start=1):
        if index == number:
            return frame
    raise UnreadableFile(f"halaman {number}")


def _dpi(image: Image.Image) -> float:
    """The resolution the file states, where it makes the page as large as paper; else that of an A4 page."""
    longer = max(image.size)
    stated = image.info.get("dpi", (0, 0))
    try:
        dpi = float(stated[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        dpi = 0.0
    lowest, highest = PLAUSIBLE_SIDE_INCHES
    if dpi > 0 and lowest <= longer / dpi <= highest:
        return dpi
    return longer / USUAL_SIDE_INCHES


def _as_bgr(image: Image.Image) -> np.ndarray:
    """Pixels as OpenCV wants them; what is transparent is white paper."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image)
    if image.mode.startswith("I;16"):
        grey = (np.asarray(image) >> 8).astype(np.uint8)
        return np.repeat(grey[:, :, None], 3, axis=2)
    return np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    """The file opened by Pillow, its many complaints as ours."""
    try:
        with warnings.catch_warnings():
            # Large pages are judged by MOST_PIXELS; Pillow's own alarm would go off for an A3 scan.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=["PNG", "JPEG", "TIFF"]) as image:
                yield image
    except Image.DecompressionBombError as error:
        raise TooLarge from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, struct.error) as error:
        # Pillow answers broken files with whatever its decoder meets first.
        raise UnreadableFile from error
