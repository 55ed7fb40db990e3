"""The version of each stage: a digest of the sources it is made of, so that none is ever forgotten to be raised."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCAN_SOURCES = [
    f"extractors/{part}"
    for part in ("scan", "ocr", "pdf.py", "images.py", "grid.py", "months.py", "commonness.py", "document.py", "options.py")
]
"""What a page read by OCR depends on; the rest of `extractors/` may change without a page being read again."""

NOT_SOURCES = {".pyc", ".pyo"}


@dataclass(frozen=True, slots=True)
class Versions:
    """`scan` of pages by OCR, `read` of files, `build` of the record, `report` of what people open; `engine` of OCR and
    `language`, a digest of its language data."""

    renja: str
    scan: str
    read: str
    build: str
    report: str
    engine: str | None
    language: str | None


@lru_cache(maxsize=4)
def current_versions(ocr: str = "auto") -> Versions:
    """The versions of the code that runs, with the OCR engine of that name."""
    from extractors.ocr import engine_version

    return Versions(
        renja=metadata.version("renja"),
        scan=_digest_of(SCAN_SOURCES, without=()),
        read=_digest_of(["extractors"], without=()),
        build=_digest_of(["canonical", "pipeline"], without=("reports",)),
        report=_digest_of(["pipeline/reports"], without=()),
        engine=engine_version(ocr) if ocr != "none" else None,
        language=_language_data(),
    )


def _language_data() -> str | None:
    from extractors.ocr.engine import LANGUAGE
    from extractors.ocr.tessdata import tessdata_folder

    folder = tessdata_folder()
    return hashlib.sha256((folder / f"{LANGUAGE}.traineddata").read_bytes()).hexdigest()[:16] if folder else None


def _digest_of(folders: Iterable[str], without: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for file in sorted(f for folder in folders for f in _files(ROOT / folder)):
        parts = file.relative_to(ROOT).parts
        if file.suffix in NOT_SOURCES or "__pycache__" in parts or set(without) & set(parts[:-1]):
            continue
        digest.update("/".join(parts).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _files(place: Path) -> list[Path]:
    return [f for f in place.rglob("*") if f.is_file()] if place.is_dir() else [place]
