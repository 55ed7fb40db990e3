"""The table a run ends with: a line a file."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.batch import RunResult
from pipeline.records import Status
from pipeline.summary import DocumentLine

STATUS_WORDS: dict[Status, tuple[str, str]] = {
    "done": ("selesai", "green"),
    "review": ("perlu ditinjau", "yellow"),
    "no_action_table": ("tanpa tabel aksi", "red"),
    "unreadable": ("tak terbaca", "red"),
    "unsupported": ("jenis tak dibaca", "red"),
    "encrypted": ("terkunci", "red"),
    "timed_out": ("melewati waktu", "red"),
    "failed": ("gagal", "red"),
    "duplicate": ("kembar", "dim"),
}
"""A word for each status of the contract, and its colour."""

MAX_LINES = 200


def print_result(result: RunResult, out: str) -> None:
    """The table on standard output; a long run shows what was not done first and is cut with a word."""
    console = Console()
    if not result.entries:
        console.print("Tidak ada berkas di dalam masukan.", markup=False)
        return
    lines = [entry.line for entry in result.entries]
    shown = lines if len(lines) <= MAX_LINES else sorted(lines, key=_is_fine)[:MAX_LINES]
    console.print(result_table(shown))
    if len(shown) < len(lines):
        console.print(f"… dan {len(lines) - len(shown)} berkas lain; semuanya ada di summary.html.", markup=False)
    console.print(f"{_counted(lines)} Hasil di {out}", markup=False, highlight=False, soft_wrap=True)


def result_table(lines: list[DocumentLine]) -> Table:
    """Document, pages, rows, coverage, findings and status with its reason."""
    table = Table("Dokumen", header_style="bold", expand=False)
    for heading in ("Halaman", "Baris", "Terpenuhi", "Temuan"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("Status", overflow="fold")
    for line in lines:
        table.add_row(Text(_one_line(line.name), overflow="fold"), *_figures(line), _status(line))
    return table


def _figures(line: DocumentLine) -> tuple[str, str, str, str]:
    if not line.rows and line.reason:
        return (str(line.pages or ""), "", "", "")
    of = line.covered + line.review + line.missing
    return (str(line.pages or "–"), str(line.rows), f"{line.covered}/{of}", str(line.findings.total))


def _status(line: DocumentLine) -> Text:
    word, colour = STATUS_WORDS[line.status]
    text = Text(word, style=colour)
    return text.append(f": {_one_line(line.reason)}", style="default") if line.reason else text


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else "·" for c in text)


def _is_fine(line: DocumentLine) -> bool:
    return line.status in ("done", "review", "duplicate")


def _counted(lines: list[DocumentLine]) -> str:
    fine = sum(_is_fine(line) for line in lines)
    return f"{fine} dari {len(lines)} berkas terbaca."
