"""The `renja` command: each subcommand lives in a module of `flows/commands/` and is hung in here."""

from __future__ import annotations

import typer

app = typer.Typer(name="renja", help="Membaca rencana kerja Zona Integritas.", no_args_is_help=True, pretty_exceptions_enable=False)


def main() -> None:
    app()
