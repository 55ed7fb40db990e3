"""At which resolution a PDF page is rendered for reading: that of the scan in it, so that a speck stays one pixel."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

USUAL_DPI = 300.0
"""For pages drawn otherwise than as one image."""

COARSEST_DPI, FINEST_DPI = 100.0, 300.0

MOST_PIXELS = 40_000_000
"""Pages larger than this at their resolution are rendered coarser: an A3 page at 300 dpi has 17 million."""

COVERED_SHARE = 0.5
"""Share of the page that its image covers if the page is a scan."""


def scan_dpi(page: pdfium.PdfPage) -> float:
    """The resolution in dots an inch at which to render a page that is to be read by OCR."""
    width, height = page.get_size()
    wanted = min(max(_image_dpi(page) or USUAL_DPI, COARSEST_DPI), FINEST_DPI)
    return min(wanted, math.sqrt(MOST_PIXELS / max(width / 72 * height / 72, 1e-6)))


def is_scan(page: pdfium.PdfPage) -> bool:
    """Whether an image covers the page, as it does in scans with and without text laid over them."""
    return _image_dpi(page) is not None


def _image_dpi(page: pdfium.PdfPage) -> float | None:
    """The resolution of the image that covers the page; None where there is none."""
    width, height = page.get_size()
    found = [(area, dpi) for area, dpi in _images(page) if area >= COVERED_SHARE * width * height]
    return max(found)[1] if found else None


def _images(page: pdfium.PdfPage) -> Iterator[tuple[float, float]]:
    """Area in square points and resolution of each image of the page."""
    for image in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = image.get_bounds()
        area = (right - left) * (top - bottom)
        pixels = math.prod(image.get_px_size())
        if area > 0 and pixels > 0:
            yield area, math.sqrt(pixels / area) * 72
