"""The `renja` command: each subcommand lives in a module of `flows/commands/` and is hung in here."""

from __future__ import annotations

import typer

from flows.commands import checks, diff, report, run, schema, status

app = typer.Typer(
    name="renja", help="Membaca rencana kerja Zona Integritas.", no_args_is_help=True, pretty_exceptions_enable=False
)


app.command("run")(run.run)
app.command("checks")(checks.checks)
app.command("status")(status.status)
app.command("schema")(schema.schema)
app.command("report")(report.report)
app.command("diff")(diff.diff)


def main() -> None:
    app()
