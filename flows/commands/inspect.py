"""`renja inspect FILE --page N`: a page with everything found on it, drawn on its straightened image."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import cv2
import typer
from rich.console import Console

from extractors.assemble import assemble
from extractors.document import Document, Page, Table
from extractors.errors import DocumentError
from extractors.ocr.choice import NoEngineError
from extractors.options import ReadOptions
from extractors.reading import probe, read_page
from extractors.straight_image import straight_image
from flows.folders import write_file
from flows.page_drawing import draw_page
from flows.statuses import ExitCode
from pipeline.action_table import find_action_table

DPI = 150
"""Resolution of the drawing."""

File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="PDF atau gambar.")]
Number = Annotated[int, typer.Option("--page", min=1, help="Nomor halaman, mulai dari 1.")]
Out = Annotated[Path, typer.Option(help="Berkas PNG yang ditulis.")]
Ocr = Annotated[str, typer.Option(help="Mesin OCR: auto, tesserocr, pytesseract atau none.")]


def inspect(file: File, page: Number = 1, out: Out = Path("page.png"), ocr: Ocr = "auto") -> None:
    """Gambar satu halaman dengan garis, sel, peran kolom dan kata yang ditemukan (hijau yakin, jingga ragu, merah salah)."""
    console = Console()
    try:
        found = probe(file)
        if found.page_count is None or page > found.page_count:
            console.print(f"Berkas ini tidak punya halaman {page}.")
            raise typer.Exit(ExitCode.USAGE)
        read = read_page(file, page, ReadOptions(ocr_engine=ocr))
    except (DocumentError, NoEngineError) as error:
        console.print(str(error), markup=False)
        raise typer.Exit(ExitCode.NONE_DONE) from error
    document = assemble(found.format, [read])
    write_file(out, _drawing(file, document, read))
    console.print(_told(read, document), markup=False)
    console.print(str(out), markup=False)


def _drawing(file: Path, document: Document, page: Page) -> bytes:
    table = find_action_table(document)
    image = straight_image(file, document.format, page, DPI)
    drawn = draw_page(image, page, _tables(document), table.columns if table else (), DPI / 72)
    _, data = cv2.imencode(".png", drawn)
    return data.tobytes()


def _tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def _told(page: Page, document: Document) -> str:
    """What was found, in one line."""
    cells = sum(len(table.cells) for table in _tables(document))
    turned = f", diputar {page.turned}°" if page.turned else ""
    skew = f", diluruskan {page.skew:+.2f}°" if page.origin == "ocr" else ""
    note = f"; {page.note}" if page.note else ""
    counts = f"{len(page.words)} kata, {len(page.rules)} garis, {len(_tables(document))} tabel, {cells} sel"
    return f"Halaman {page.number} ({page.origin}{turned}{skew}): {counts}{note}"
