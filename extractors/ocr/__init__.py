"""OCR engines behind one small interface: blocks of text as images in, words with boxes and confidence out."""

from extractors.ocr.choice import engine_version, get_engine
from extractors.ocr.engine import Engine, Layout, OcrWord

__all__ = ["Engine", "Layout", "OcrWord", "engine_version", "get_engine"]
