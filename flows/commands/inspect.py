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
from flows.commands.common import Lang, Ocr
from flows.folders import write_file
from flows.page_drawing import draw_page
from flows.statuses import ExitCode
from pipeline.action_table import find_action_table
from pipeline.catalogue import Texts, texts

DPI = 150
"""Resolution of the drawing."""

File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="PDF atau gambar.")]
Number = Annotated[int, typer.Option("--page", min=1, help="Nomor halaman, mulai dari 1.")]
Out = Annotated[Path, typer.Option(help="Berkas PNG yang ditulis.")]


def inspect(file: File, page: Number = 1, out: Out = Path("page.png"), ocr: Ocr = "auto", lang: Lang = "id") -> None:
    """Gambar satu halaman dengan garis, sel, peran kolom dan kata yang ditemukan (hijau yakin, jingga ragu, merah tak yakin)."""
    console = Console()
    t = texts(lang)
    try:
        found = probe(file)
        if found.page_count is None or page > found.page_count:
            console.print(t("terminal.no_page", count=found.page_count) if found.page_count else t("terminal.no_pages"))
            raise typer.Exit(ExitCode.USAGE)
        read = read_page(file, page, ReadOptions(ocr_engine=ocr))
    except (DocumentError, NoEngineError) as error:
        console.print(t.fault(str(error)), markup=False, soft_wrap=True)
        raise typer.Exit(ExitCode.NONE_DONE) from error
    document = assemble(found.format, [read])
    write_file(out, _drawing(file, document, read))
    console.print(_told(read, document, t), markup=False)
    console.print(str(out), markup=False)


def _drawing(file: Path, document: Document, page: Page) -> bytes:
    table = find_action_table(document)
    image = straight_image(file, document.format, page, DPI)
    drawn = draw_page(image, page, _tables(document), table.columns if table else (), DPI / 72)
    _, data = cv2.imencode(".png", drawn)
    return data.tobytes()


def _tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def _told(page: Page, document: Document, t: Texts) -> str:
    """What was found, in one line."""
    cells = sum(len(table.cells) for table in _tables(document))
    origin: list[str] = [page.origin]
    if page.turned:
        origin.append(t("terminal.turned", degrees=page.turned))
    if page.origin == "ocr":
        origin.append(t("terminal.straightened", degrees=f"{page.skew:+.2f}"))
    counts = {"words": len(page.words), "rules": len(page.rules), "tables": len(_tables(document)), "cells": cells}
    found = t("terminal.page", number=page.number, origin=", ".join(origin), **counts)
    return f"{found}; {t.fault(page.note)}" if page.note else found
