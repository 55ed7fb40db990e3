"""The benchmark's outcome on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from corpus.benchmark.results import Change, Outcome
from corpus.benchmark.sheets import Sheet, sheets


def show(outcome: Outcome, console: Console) -> None:
    for sheet in sheets(outcome):
        console.print(_shown(sheet))


def _shown(sheet: Sheet) -> Table:
    shown = Table(title=sheet.title, title_justify="left", box=None, padding=(0, 1))
    for n, name in enumerate(sheet.head):
        shown.add_column(name.replace(" ", "\n"), justify="right" if n and len(sheet.head) > 2 else "left")
    for row in sheet.rows:
        shown.add_row(*row)
    return shown


def show_changes(found: Sequence[Change], console: Console, at_most: int = 40) -> None:
    losses = [c for c in found if c.by < 0]
    gains = [c for c in reversed(found) if c.by > 0]
    for title, chosen in (("Losses", losses), ("Gains", gains)):
        console.print(f"{title}: {len(chosen)}")
        for change in chosen[:at_most]:
            console.print(f"  {change.document:32s} {change.figure:16s} {change.before:.3f} -> {change.after:.3f}")
        if len(chosen) > at_most:
            console.print(f"  and {len(chosen) - at_most} more")
