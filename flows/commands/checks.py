"""`renja checks`: the kinds of finding with an example each, and what a settings file makes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from flows.commands.common import Lang
from pipeline.catalogue import Texts, texts
from pipeline.checks import CHECKS, CheckSettings, read_check_settings
from pipeline.records import FindingKind

Settings = Annotated[
    Path | None, typer.Option("--checks", exists=True, dir_okay=False, help="Berkas TOML pengatur pemeriksaan yang akan dipakai.")
]


def checks(settings: Settings = None, lang: Lang = "id") -> None:
    """Daftar jenis temuan, masing-masing dengan contohnya."""
    chosen = _read(settings)
    t = texts(lang)
    table = Table(show_lines=True)
    for heading in ("kind", "title", "example", "setting"):
        table.add_column(t(f"checks.{heading}"), overflow="fold", no_wrap=heading == "kind")
    for check in CHECKS:
        table.add_row(*_described(check.kind, t), _setting(chosen, check.kind, t))
    table.add_row(*_described("copied_text", t), "summary.json")
    Console().print(table)


def _described(kind: FindingKind, t: Texts) -> tuple[str, str, str]:
    return kind, t(f"check.{kind}"), t(f"example.{kind}")


def _read(path: Path | None) -> CheckSettings:
    try:
        return read_check_settings(path) if path is not None else CheckSettings()
    except ValueError as problem:
        raise typer.BadParameter(str(problem), param_hint="--checks") from problem


def _setting(settings: CheckSettings, kind: FindingKind, t: Texts) -> str:
    setting = settings.of(kind)
    return (setting.severity or t("checks.on")) if setting.on else t("checks.off")
