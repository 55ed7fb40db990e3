"""Where Tesseract's language data lie on this machine."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path

from extractors.ocr.engine import LANGUAGE

_USUAL_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)


@cache
def tessdata_folder() -> Path | None:
    """The folder that holds the language's data: TESSDATA_PREFIX, the usual places, then what the program says."""
    asked = os.environ.get("TESSDATA_PREFIX")
    for folder in [asked, *_USUAL_FOLDERS, _folder_told_by_program()]:
        if folder and (Path(folder) / f"{LANGUAGE}.traineddata").is_file():
            return Path(folder)
    return None


def _folder_told_by_program() -> str | None:
    try:
        told = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=30, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    # The first line reads: List of available languages in "/usr/share/tessdata/" (3):
    parts = told.split('"')
    return parts[1] if len(parts) > 2 else None
