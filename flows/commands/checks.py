"""`renja checks`: the kinds of finding with an example each, and what a settings file makes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from pipeline.checks import CHECKS, CheckSettings, read_check_settings
from pipeline.records import FindingKind

Settings = Annotated[
    Path | None, typer.Option("--checks", exists=True, dir_okay=False, help="Berkas TOML pengatur pemeriksaan yang akan dipakai.")
]


def checks(settings: Settings = None) -> None:
    """Daftar jenis temuan, masing-masing dengan contohnya."""
    chosen = _read(settings)
    table = Table(show_lines=True)
    for heading in ("Jenis", "Yang dicari", "Contoh", "Pengaturan"):
        table.add_column(heading, overflow="fold")
    for check in CHECKS:
        table.add_row(check.kind, check.title, check.example, _setting(chosen, check.kind))
    table.add_row(
        "copied_text", "Bagian yang sama dengan rencana instansi lain", "dua rencana dengan paragraf yang sama", "summary.json"
    )
    Console().print(table)


def _read(path: Path | None) -> CheckSettings:
    try:
        return read_check_settings(path) if path is not None else CheckSettings()
    except ValueError as problem:
        raise typer.BadParameter(str(problem), param_hint="--checks") from problem


def _setting(settings: CheckSettings, kind: FindingKind) -> str:
    setting = settings.of(kind)
    return (setting.severity or "menyala") if setting.on else "mati"
