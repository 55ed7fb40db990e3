"""The benchmark's outcome as Markdown tables, ready to be pasted into a report."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.benchmark.results import Outcome
from corpus.benchmark.sheets import Sheet, sheets


def markdown(outcome: Outcome) -> str:
    return "\n\n".join(f"### {sheet.title}\n\n{_table(sheet)}" for sheet in sheets(outcome)) + "\n"


def _table(sheet: Sheet) -> str:
    return "\n".join((_row(sheet.head), _row("---" for _ in sheet.head), *map(_row, sheet.rows)))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
