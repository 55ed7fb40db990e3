"""The `renja` command: each subcommand lives in a module of `flows/commands/`, imported when it is called."""

from __future__ import annotations

import gc
import importlib
from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click.core import Command, Context

COMMANDS = {
    "run": "flows.commands.run:run",
    "deploy": "flows.commands.deploy:deploy",
    "watch": "flows.commands.watch:watch",
    "status": "flows.commands.status:status",
    "report": "flows.commands.report:report",
    "diff": "flows.commands.diff:diff",
    "checks": "flows.commands.checks:checks",
    "inspect": "flows.commands.inspect:inspect",
    "schema": "flows.commands.schema:schema",
    "canonical": "flows.commands.canonical:app",
    "match": "flows.commands.match:app",
}
"""Name → module and function (or Typer app of its own), in the order of `renja --help`."""


class LazyCommands(TyperGroup):
    """Imports a command's module only when it is called: `renja run` need not load what `renja diff` needs."""

    def list_commands(self, ctx: Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        return load_command(cmd_name) if cmd_name in COMMANDS else None


def load_command(name: str) -> Command:
    """The click command of a name in COMMANDS."""
    module, _, attribute = COMMANDS[name].partition(":")
    found = getattr(importlib.import_module(module), attribute)
    if not isinstance(found, typer.Typer):
        single = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        single.command(name)(found)
        found = single
    command = typer.main.get_command(found)
    command.name = name
    return command


app = typer.Typer(
    name="renja",
    help="Membaca rencana kerja Zona Integritas.",
    cls=LazyCommands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


@app.callback()
def renja() -> None:
    """Membaca rencana kerja Zona Integritas."""


def main() -> None:
    """The command. At its end everything still loaded would be searched for garbage, which takes half a second with Prefect."""
    try:
        app()
    finally:
        gc.freeze()
