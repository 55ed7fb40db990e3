"""`renja report DIR`: every report again, without reading the documents anew."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from flows.commands.common import Lang
from flows.lock import FolderBusy, lock_folder
from flows.reporting import NotARecord, documents_in, rewrite_reports
from flows.state import State
from flows.statuses import ExitCode
from pipeline.catalogue import texts

Folder = Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder hasil `renja run`.")]


def report(folder: Folder, lang: Lang = "id") -> None:
    """Tulis ulang semua laporan dari document.json dan gambar halaman yang tersimpan."""
    console = Console()
    t = texts(lang)
    if not documents_in(folder):
        console.print(t("diff.no_documents", path=folder), markup=False, soft_wrap=True)
        raise typer.Exit(ExitCode.USAGE)
    try:
        with lock_folder(State(folder).root):
            count = rewrite_reports(folder, lang)
    except FolderBusy as busy:
        console.print(t.fault(str(busy)), markup=False, soft_wrap=True)
        raise typer.Exit(ExitCode.USAGE) from busy
    except NotARecord as spoilt:
        console.print(t("diff.not_a_record", path=spoilt.path), markup=False, soft_wrap=True)
        raise typer.Exit(ExitCode.SOME_NOT_DONE) from spoilt
    console.print(t("diff.reports_written", count=count, path=folder), markup=False, soft_wrap=True)
