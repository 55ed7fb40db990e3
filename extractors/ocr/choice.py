"""Which engine reads: the fastest installed, or the one asked for. One engine a process, made on first use."""

from __future__ import annotations

from functools import cache

from extractors.ocr.engine import Engine
from extractors.ocr.pytesseract_engine import PytesseractEngine, has_program
from extractors.ocr.tesserocr_engine import TesserocrEngine, has_library

ENGINE_NAMES = ("auto", "tesserocr", "pytesseract", "none")


class NoEngineError(RuntimeError):
    """The engine asked for is not installed; the message tells what to install."""


@cache
def get_engine(name: str = "auto") -> Engine:
    """The process's engine of that name. Raises NoEngineError where it is not installed, ValueError for an unknown name."""
    if name not in ENGINE_NAMES:
        raise ValueError(f"unknown OCR engine {name!r}: one of {', '.join(ENGINE_NAMES)}")
    if name in ("auto", "tesserocr") and has_library():
        return TesserocrEngine()
    if name in ("auto", "pytesseract") and has_program():
        return PytesseractEngine()
    raise NoEngineError(
        "Mesin OCR tidak terpasang: pasang Tesseract 5 dengan data bahasa Indonesia (paket tesseract-ocr dan tesseract-ocr-ind)."
    )


@cache
def engine_version(name: str = "auto") -> str | None:
    """What `made_by` says of the engine; None where there is none."""
    try:
        return get_engine(name).version
    except NoEngineError:
        return None
