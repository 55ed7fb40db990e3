"""The benchmark's outcome as Markdown tables, ready to be pasted into a report."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.benchmark.results import Outcome
from corpus.benchmark.sheets import Sheet, sheets


def markdown(outcome: Outcome) -> str:
    """Tables with a line a document or layout come last."""
    ordered = sorted(sheets(outcome), key=lambda sheet: sheet.is_long)
    return "\n\n".join(f"### {sheet.title}\n\n{_table(sheet)}" for sheet in ordered) + "\n"


BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def with_figures(text: str, outcome: Outcome) -> str:
    """The document with the short tables in place of what stands between the marks. Raises ValueError where it has none."""
    if BEGIN not in text or END not in text:
        raise ValueError(f"no {BEGIN} … {END} in the document")
    tables = "\n\n".join(f"### {sheet.title}\n\n{_table(sheet)}" for sheet in sheets(outcome) if not sheet.is_long)
    return f"{text.split(BEGIN, maxsplit=1)[0]}{BEGIN}\n\n{tables}\n\n{END}{text.split(END, 1)[1]}"


def _table(sheet: Sheet) -> str:
    return "\n".join((_row(sheet.head), _row("---" for _ in sheet.head), *map(_row, sheet.rows)))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
