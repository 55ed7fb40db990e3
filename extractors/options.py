"""How files are to be read: what a run sets, the same for every page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PICTURE_DPI = 110
"""Resolution of the page pictures kept for reports, in dots an inch."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """`ocr_engine` is "auto" (the fastest installed), "tesserocr", "pytesseract" or "none" (scanned pages stay unread).

    `picture_dir` is where straightened pictures of scanned pages are kept, None to keep none.
    """

    ocr_engine: str = "auto"
    picture_dir: Path | None = None
