"""Options that mean the same in every command that has them."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

Lang = Annotated[Literal["id", "en"], typer.Option(help="Bahasa laporan dan pesan.")]
Ocr = Annotated[Literal["auto", "tesserocr", "pytesseract", "none"], typer.Option(help="Mesin OCR.")]
CatalogueUrl = Annotated[str | None, typer.Option("--catalogue", help="URL SQLAlchemy katalog; bawaan SQLite di folder hasil.")]
