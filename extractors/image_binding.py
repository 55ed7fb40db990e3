"""Image files bound as a PDF, a page an image, its pixels kept as they are."""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import pikepdf
from pikepdf import Dictionary, Name, Pdf, Stream

from extractors import images


def bind_images(source: Path) -> Pdf:
    """A PDF with a page for each image of the file, as large as the image is at its resolution."""
    pdf = pikepdf.new()
    for number in range(1, images.page_count(source) + 1):
        pixels, dpi = images.render(source, number)
        height, width = pixels.shape[:2]
        size = (width * 72 / dpi, height * 72 / dpi)
        page = pdf.add_blank_page(page_size=size)
        page.obj.Resources = Dictionary(XObject=Dictionary(Im=_image(pdf, pixels)))
        page.contents_add(Stream(pdf, f"q {size[0]:.4f} 0 0 {size[1]:.4f} 0 0 cm /Im Do Q\n".encode()))
    return pdf


def _image(pdf: Pdf, pixels: np.ndarray) -> pikepdf.Object:
    """The pixels (BGR) as an image of the PDF, compressed without loss; grey ones as grey."""
    height, width = pixels.shape[:2]
    is_grey = bool((pixels[:, :, 0] == pixels[:, :, 1]).all() and (pixels[:, :, 0] == pixels[:, :, 2]).all())
    data = np.ascontiguousarray(pixels[:, :, 0] if is_grey else pixels[:, :, ::-1]).tobytes()
    stream = Stream(
        pdf,
        zlib.compress(data, 6),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        ColorSpace=Name.DeviceGray if is_grey else Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.FlateDecode,
    )
    return pdf.make_indirect(stream)
