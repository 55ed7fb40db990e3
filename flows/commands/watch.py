"""`renja watch INBOX --out DIR`: read what is laid into a folder, as it comes."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer
from rich.console import Console

from flows.commands.options import Reading, takes_reading
from flows.commands.run import carry_out
from flows.pool import Pool
from flows.statuses import ExitCode
from flows.watching import Inbox
from pipeline.catalogue import texts

Folder = Annotated[Path, typer.Argument(help="Folder yang diawasi.", exists=True, file_okay=False, show_default=False)]
Every = Annotated[float, typer.Option(min=0.1, help="Selang pemeriksaan, dalam detik.")]
Once = Annotated[bool, typer.Option("--once", help="Berhenti setelah isi folder terbaca.")]


@takes_reading
def watch(inbox: Folder, reading: Reading, every: Every = 2.0, once: Once = False) -> None:
    """Awasi folder dan baca setiap berkas yang selesai disalin ke dalamnya."""
    console = Console(stderr=True)
    reading.keep_apart([inbox])
    places = Inbox(inbox, reading.place)
    with reading.make_pool() as pool, reading.orchestrator() as orchestrate:
        stop = _stop_at_signals(pool)
        settings = reading.make_settings()
        console.print(texts(settings.lang)("terminal.watching", inbox=inbox), markup=False, highlight=False)
        while not stop.is_set():
            ready = places.ready()
            if ready:
                code = carry_out(reading.make_request(ready, settings), pool, orchestrate, console)
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
