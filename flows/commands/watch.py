"""`renja watch INBOX --out DIR`: read what is laid into a folder, as it comes."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer
from rich.console import Console

from flows.commands.run import (
    PROCESSORS,
    AliasFile,
    Archive,
    CatalogueUrl,
    Checks,
    Lang,
    LimitText,
    NoPrefect,
    Ocr,
    Out,
    WorkerCount,
    carry_out,
    make_request,
    make_settings,
    orchestrator,
)
from flows.pool import Pool
from flows.statuses import ExitCode
from flows.watching import Inbox

Folder = Annotated[Path, typer.Argument(help="Folder yang diawasi.", exists=True, file_okay=False, show_default=False)]
Every = Annotated[float, typer.Option(min=0.1, help="Selang pemeriksaan, dalam detik.")]
Once = Annotated[bool, typer.Option("--once", help="Berhenti setelah isi folder terbaca.")]


def watch(
    inbox: Folder,
    out: Out,
    every: Every = 2.0,
    once: Once = False,
    lang: Lang = "id",
    archive: Archive = False,
    ocr: Ocr = "auto",
    workers: WorkerCount = PROCESSORS,
    checks: Checks = None,
    aliases: AliasFile = None,
    limits: LimitText = "",
    catalogue: CatalogueUrl = None,
    no_prefect: NoPrefect = False,
) -> None:
    """Awasi folder dan baca setiap berkas yang selesai disalin ke dalamnya."""
    console = Console(stderr=True)
    places = Inbox(inbox, Path(out))
    with Pool(workers) as pool:
        stop = _stop_at_signals(pool)
        settings = make_settings(pool, lang, archive, ocr, workers, checks, aliases, limits)
        console.print(f"Mengawasi {inbox}; Ctrl-C untuk berhenti.", markup=False, highlight=False)
        while not stop.is_set():
            ready = places.ready()
            if ready:
                request = make_request(ready, out, settings, catalogue)
                code = carry_out(request, pool, orchestrator(no_prefect), console)
                if code == ExitCode.OUR_FAULT:
                    raise typer.Exit(code)
                places.taken(ready)
            if once and places.is_quiet():
                break
            stop.wait(every)


def _stop_at_signals(pool: Pool) -> threading.Event:
    """Set by the first Ctrl-C or SIGTERM: the files under way are finished, then the watch ends. A second one ends at once."""
    stop = threading.Event()

    def ask(number: int, frame: FrameType | None) -> None:
        if stop.is_set():
            pool.close()
        stop.set()

    signal.signal(signal.SIGINT, ask)
    signal.signal(signal.SIGTERM, ask)
    return stop
