"""The benchmark's outcome on the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table

from corpus.benchmark.results import (
    Change,
    Line,
    Outcome,
    confidence_bands,
    pages_per_second,
    stage_shares,
    table,
)
from corpus.tally import FIGURES, Tally, pooled

SHOWN = tuple(FIGURES)


def percent(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def show(outcome: Outcome, console: Console) -> None:
    lines = outcome.lines
    _figures("By format and grade", table(lines, lambda line: line.grade), console)
    _figures("By layout, text documents", table([x for x in lines if not _is_scan(x)], lambda x: x.layout), console)
    scans = [x for x in lines if _is_scan(x)]
    if scans:
        _figures("By layout × grade, scans", table(scans, lambda x: f"{x.layout} {x.grade}"), console)
    if outcome.real:
        _figures("Real plans, apart from the made-up ones", table(outcome.real, lambda x: x.document), console)
    _kinds(pooled(x.tally for x in lines), console)
    _bands(lines, console)
    _speed(lines, console)
    for name, note in outcome.notes.items():
        console.print(f"{name}: {note}")
    _peers(outcome, console)
    for what, points in outcome.growth.items():
        console.print(f"Growth with {what}: " + ", ".join(f"{n:g}: {s:.1f} s, {mb:.0f} MB" for n, s, mb in points))
    for name, line in ((x.document, x) for x in lines if x.error):
        console.print(f"[yellow]{name}: {line.error}")


def _is_scan(line: Line) -> bool:
    return line.grade not in ("pdf", "docx", "txt", "flat")


def _figures(title: str, rows: Mapping[str, Tally], console: Console) -> None:
    shown = Table(title=title, title_justify="left", box=None, padding=(0, 1))
    shown.add_column("")
    for name in SHOWN:
        shown.add_column(name.replace("_", "\n"), justify="right")
    for label, tally in rows.items():
        shown.add_row(label, *(percent(tally.share(name)) for name in SHOWN))
    console.print(shown)


def _kinds(tally: Tally, console: Console) -> None:
    shown = Table(title="Findings by kind", title_justify="left", box=None, padding=(0, 1))
    for name in ("kind", "planted", "found", "true"):
        shown.add_column(name, justify="left" if name == "kind" else "right")
    for name in sorted(n for n in tally.wanted if n.startswith("found ")):
        kind = name.removeprefix("found ")
        shown.add_row(kind, f"{tally.wanted[name]:.0f}", percent(tally.share(name)), percent(tally.share(f"true {kind}")))
    console.print(shown)


def _bands(lines: Sequence[Line], console: Console) -> None:
    for title, chosen in (("text", [x for x in lines if not _is_scan(x)]), ("scans", [x for x in lines if _is_scan(x)])):
        bands = confidence_bands(pooled(x.tally for x in chosen))
        if bands:
            console.print(f"Confidence, {title}: " + ", ".join(f"{b}: {share:.3f} of {n:.0f}" for b, (share, n) in bands.items()))


def _speed(lines: Sequence[Line], console: Console) -> None:
    for grade, chosen in _by_grade(lines).items():
        speed = pages_per_second(chosen)
        stages = ", ".join(f"{stage} {share:.0%}" for stage, share in list(stage_shares(chosen).items())[:6])
        peak = max(x.peak_mb for x in chosen)
        pace = (
            f"{speed:.1f} pages/s a core" if speed else f"{sum(sum(x.seconds.values()) for x in chosen) / len(chosen):.2f} s each"
        )
        console.print(f"{grade}: {pace}, peak {peak:.0f} MB; {stages}")


def _by_grade(lines: Sequence[Line]) -> dict[str, list[Line]]:
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.grade, []).append(line)
    return groups


def _peers(outcome: Outcome, console: Console) -> None:
    for peer in dict.fromkeys(x.reader for x in outcome.peers):
        for grade, theirs in _by_grade([x for x in outcome.peers if x.reader == peer]).items():
            tally, speed = pooled(x.tally for x in theirs), pages_per_second(theirs)
            figures = ", ".join(f"{n} {percent(tally.share(n))}" for n in ("rows_found", "rows_true", "cells", "exact"))
            console.print(f"{peer}, {grade}: {figures}" + (f"; {speed:.1f} pages/s" if speed else ""))
    for peer, reason in outcome.absent_peers.items():
        console.print(f"[yellow]{peer} not compared: {reason}")


def show_changes(found: Sequence[Change], console: Console, at_most: int = 40) -> None:
    losses = [c for c in found if c.by < 0]
    gains = [c for c in reversed(found) if c.by > 0]
    for title, chosen in (("Losses", losses), ("Gains", gains)):
        console.print(f"{title}: {len(chosen)}")
        for change in chosen[:at_most]:
            console.print(f"  {change.document:32s} {change.figure:16s} {change.before:.3f} -> {change.after:.3f}")
