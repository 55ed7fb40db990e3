"""OCRmyPDF lays a text layer under the scan, pdfplumber reads its tables from ruling lines found in the picture.

A scan has no drawn rules, so pdfplumber's text strategy would be all there is; a competent user gives it the lines
found by morphology in the straightened picture, and that is what is done here.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import cv2
import numpy as np
import pdfplumber

from corpus.peers.glue import Grid, answer

_DPI = 150


def read(path: str) -> tuple[list[Grid], int]:
    with tempfile.TemporaryDirectory() as folder:
        searchable = Path(folder) / "searchable.pdf"
        command = [
            sys.executable, "-m", "ocrmypdf", "--language", "ind", "--deskew", "--rotate-pages", "--rotate-pages-threshold", "2",
            "--output-type", "pdf",
            "--jobs", "1", "--quiet", path, str(searchable),
        ]  # fmt: skip
        subprocess.run(command, check=True)
        with pdfplumber.open(searchable) as pdf:
            return [table for page in pdf.pages for table in page_tables(page)], len(pdf.pages)


def page_tables(page: pdfplumber.page.Page) -> list[Grid]:
    verticals, horizontals = ruling_lines(np.array(page.to_image(resolution=_DPI).original.convert("L")))
    if len(verticals) < 3 or len(horizontals) < 3:
        return []
    settings = {
        "vertical_strategy": "explicit", "horizontal_strategy": "explicit", "explicit_vertical_lines": verticals,
        "explicit_horizontal_lines": horizontals,
    }  # fmt: skip
    return [[[cell or "" for cell in line] for line in table] for table in page.extract_tables(settings)]


def ruling_lines(grey: np.ndarray) -> tuple[list[float], list[float]]:
    """x of the vertical and y of the horizontal lines, in points."""
    dark = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 12)
    length = min(grey.shape) // 12
    upright = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    level = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    return peaks(upright.sum(axis=0), grey.shape[0]), peaks(level.sum(axis=1), grey.shape[1])


def peaks(profile: np.ndarray, extent: int) -> list[float]:
    strong = np.flatnonzero(profile > 255 * extent * 0.2)
    groups = np.split(strong, np.flatnonzero(np.diff(strong) > 4) + 1) if len(strong) else []
    return [float(g.mean()) * 72 / _DPI for g in groups]


if __name__ == "__main__":
    answer(read)
