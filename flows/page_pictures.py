"""Pictures of the pages that a finding or a row in review points to, so that a report can show the reader the spot."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from extractors.errors import DocumentError
from extractors.options import PICTURE_DPI
from pipeline.records import PlanRecord

JPEG_QUALITY = 70
MAX_PICTURES = 60
"""More pages than this nobody looks through; the first ones are kept."""


def pages_to_show(record: PlanRecord) -> list[int]:
    """Page numbers that findings and rows with a match in review point to, in order."""
    places = [place for finding in record.findings for place in finding.where]
    for row in record.rows:
        if any(match.decision == "review" for match in row.matches):
            places.extend(row.where)
    return sorted({place.page for place in places if place.page is not None})[:MAX_PICTURES]


def keep_pictures(path: Path, record: PlanRecord, taken: Path, kept: Path) -> None:
    """Fill `kept` with `<page>.jpg` at PICTURE_DPI: straightened scans from `taken`, other pages of a PDF drawn now."""
    kept.mkdir(exist_ok=True)
    for number in pages_to_show(record):
        scan = taken / f"{number}.jpg"
        if scan.is_file():
            shutil.copyfile(scan, kept / scan.name)
        elif record.source.format == "pdf" and number not in record.source.unread_pages:
            with suppress(DocumentError):  # a page may be readable and not drawable; its findings go without a picture
                _draw(path, number, kept / f"{number}.jpg")


def _draw(path: Path, number: int, target: Path) -> None:
    from PIL import Image

    from extractors.pdf import render

    pixels = render(path, number, PICTURE_DPI)
    Image.fromarray(pixels[:, :, ::-1]).save(target, "JPEG", quality=JPEG_QUALITY, optimize=True)
