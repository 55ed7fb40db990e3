"""The table a run ends with: a line a file, then what to do about those that were not read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from flows.batch import RunResult
from pipeline.catalogue import Texts, texts
from pipeline.records import Status
from pipeline.summary import DocumentLine, reason_beside_name

STATUS_COLOURS: dict[Status, str] = {"done": "green", "review": "yellow", "duplicate": "dim"}
OTHER_COLOUR = "red"

MAX_LINES = 200
LEAST_NAME_WIDTH = 8
USUAL_NAME_WIDTH = 20
"""Letters a line of a name gets before a long status is broken for it."""


def print_result(result: RunResult, out: str, lang: str) -> None:
    """The table on standard output; a long run shows what was not done first and is cut with a word."""
    console, say = Console(), texts(lang)
    if not result.entries:
        console.print(say("terminal.no_files"), markup=False)
        return
    lines = [entry.line for entry in result.entries]
    shown = lines if len(lines) <= MAX_LINES else sorted(lines, key=_is_fine)[:MAX_LINES]
    console.print(ResultTable(shown, say))
    if len(shown) < len(lines):
        console.print(say("terminal.more", count=len(lines) - len(shown)), markup=False)
    told = say("terminal.done", fine=count_read(lines), of=len(lines), out=out)
    console.print(told, markup=False, highlight=False, soft_wrap=True)


def count_read(lines: Iterable[DocumentLine]) -> int:
    """How many were read: a duplicate is where the file it repeats was, or is not among the lines."""
    by_name = {line.name: line for line in lines}
    return sum(_is_fine(by_name.get(line.duplicate_of or "", line)) for line in by_name.values())


@dataclass(frozen=True, slots=True)
class ResultTable:
    """Document, pages, rows, coverage, findings and status; below it each reason in a line of its own."""

    lines: Sequence[DocumentLine]
    say: Texts

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        others = Measurement.get(console, options, _table(self.lines, 0, self.say))
        beside = options.max_width - others.maximum, min(USUAL_NAME_WIDTH, options.max_width - others.minimum)
        yield _table(self.lines, max(LEAST_NAME_WIDTH, *beside), self.say)
        for line in self.lines:
            if line.reason:
                reason = self.say.fault(reason_beside_name(line))
                yield Text.assemble((_one_line(line.file), "bold"), f": {_one_line(reason)}", overflow="fold")


def _table(lines: Sequence[DocumentLine], name_width: int, say: Texts) -> Table:
    """With names of at most so many letters a line; 0 leaves them out."""
    names = [wrap_name(_one_line(line.name), name_width) if name_width else "" for line in lines]
    widest = max((len(piece) for name in names for piece in name.split("\n")), default=0)
    table = Table(header_style="bold", box=SIMPLE_HEAD, pad_edge=False, expand=False)
    table.add_column(say("summary.name") if name_width else "", overflow="fold", min_width=widest)
    for heading in ("summary.pages", "summary.rows", "summary.covered", "gaps.findings"):
        table.add_column(say(heading), justify="right", no_wrap=True)
    table.add_column(say("summary.status"), overflow="fold")
    for name, line in zip(names, lines, strict=True):
        table.add_row(
            Text(name), *_figures(line), Text(say(f"status.{line.status}"), STATUS_COLOURS.get(line.status, OTHER_COLOUR))
        )
    return table


def wrap_name(name: str, width: int) -> str:
    """Broken behind hyphens, dots, underscores and blanks only, so that every part can be read and copied."""
    rows = [""]
    for part in re.findall(r"[^-_. ]*[-_. ]?", name):
        if rows[-1] and len(rows[-1]) + len(part.rstrip()) > width:
            rows.append("")
        rows[-1] += part
    return "\n".join(piece for row in rows for piece in _cut(row.rstrip(" "), width))


def _cut(row: str, width: int) -> list[str]:
    """A part too long for a line, cut where the line ends."""
    return [row[start : start + width] for start in range(0, len(row), width)]


def _figures(line: DocumentLine) -> tuple[str, str, str, str]:
    if not line.rows and line.reason:
        return (str(line.pages or ""), "", "", "")
    of = line.covered + line.review + line.missing
    return (str(line.pages or "–"), str(line.rows), f"{line.covered}/{of}", str(line.findings.total))


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else "·" for c in text)


def _is_fine(line: DocumentLine) -> bool:
    return line.status in ("done", "review", "duplicate")
