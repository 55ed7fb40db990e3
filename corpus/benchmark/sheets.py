"""The benchmark's tables, made once and shown three ways: on the terminal, as a page, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.benchmark.results import (
    TEXT_GRADES,
    Comparison,
    Line,
    Outcome,
    by_grade,
    comparisons,
    confidence_bands,
    pages_per_second,
    stage_shares,
    table,
)
from corpus.tally import FIGURES, Tally, pooled


@dataclass(frozen=True)
class Sheet:
    """A table as text; the first column names the row. `is_long` ones have a line a document or layout."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_long: bool = False


def sheets(outcome: Outcome) -> Iterator[Sheet]:
    """All tables that have rows, in the order they are read in."""
    lines = outcome.lines
    for sheet in (
        _figures("By format and grade", table(lines, lambda x: x.grade)),
        *(_matrix(lines, figure) for figure in ("rows_found", "exact", "findings_found")),
        _figures(
            "By layout and grade", table(sorted(lines, key=lambda x: x.layout), lambda x: f"{x.layout} {x.grade}"), is_long=True
        ),
        _figures("Real plans, apart from the made-up ones", table(outcome.real, lambda x: x.grade)),
        _figures("Real plans one by one", table(outcome.real, lambda x: x.document), is_long=True),
        _kinds(pooled(x.tally for x in lines)),
        _confidences(lines),
        _speeds(lines),
        _stages(lines),
        _peers(comparisons(outcome)),
        *(_growth(what, points) for what, points in outcome.growth.items()),
        Sheet("Not compared", ("tool", "why"), tuple(outcome.absent_peers.items())),
        Sheet("Errors", ("document", "error"), tuple((x.document, x.error) for x in lines if x.error)),
        Sheet("Besides", ("", ""), tuple((name.replace("_", " "), note) for name, note in outcome.notes.items())),
    ):
        if sheet.rows:
            yield sheet


def share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _figures(title: str, groups: Mapping[str, Tally], is_long: bool = False) -> Sheet:
    head = ("", *(name.replace("_", " ") for name in FIGURES))
    return Sheet(title, head, tuple((name, *(share(t.share(f)) for f in FIGURES)) for name, t in groups.items()), is_long)


def _matrix(lines: Sequence[Line], figure: str) -> Sheet:
    """One figure, a line a layout and a column a grade."""
    grades = list(by_grade(lines))
    tallies = table(lines, lambda x: f"{x.layout} {x.grade}")
    rows = (
        (layout, *(share(tallies.get(f"{layout} {grade}", Tally()).share(figure)) for grade in grades))
        for layout in sorted({x.layout for x in lines})
    )
    return Sheet(f"{figure.replace('_', ' ').capitalize()}, by layout and grade", ("", *grades), tuple(rows))


def _kinds(tally: Tally) -> Sheet:
    kinds = [n.removeprefix("found ") for n in sorted(tally.wanted) if n.startswith("found ")]
    rows = (
        (kind, f"{tally.wanted[f'found {kind}']:.0f}", share(tally.share(f"found {kind}")), share(tally.share(f"true {kind}")))
        for kind in kinds
    )
    return Sheet("Findings by kind", ("kind", "planted", "found", "true"), tuple(rows))


def _confidences(lines: Iterable[Line]) -> Sheet:
    groups = table(lines, lambda x: "text" if x.grade in TEXT_GRADES else x.grade)
    rows = (
        (name, band, share(right), f"{count:.0f}")
        for name, tally in groups.items()
        for band, (right, count) in confidence_bands(tally).items()
    )
    return Sheet("Can the confidences be trusted?", ("", "confidence", "share right", "cells"), tuple(rows))


def _speeds(lines: Iterable[Line]) -> Sheet:
    rows = []
    for grade, chosen in by_grade(lines).items():
        speed, pages = pages_per_second(chosen), sum(x.pages for x in chosen)
        each, peak = sum(x.total_seconds for x in chosen) / len(chosen), max(x.peak_mb for x in chosen)
        pace = f"{speed:.2f}" if speed else "–"
        rows.append((grade, str(len(chosen)), str(pages or "–"), pace, f"{each:.2f}", f"{peak:.0f}"))
    head = ("", "documents", "pages", "pages a second", "seconds a document", "peak MB")
    return Sheet("Speed on one core, from file to JSON", head, tuple(rows))


def _stages(lines: Iterable[Line]) -> Sheet:
    """Share of each stage in the processor time, stages that take a hundredth somewhere."""
    shares = {grade: stage_shares(chosen) for grade, chosen in by_grade(lines).items()}
    stages = dict.fromkeys(stage for found in shares.values() for stage, part in found.items() if part >= 0.01)
    rows = tuple((stage, *(f"{found.get(stage, 0.0):.0%}" for found in shares.values())) for stage in stages)
    return Sheet("Share of each stage", ("", *shares), rows)


_COMPARED = ("rows_found", "cells", "exact", "area")


def _peers(found: Sequence[Comparison]) -> Sheet:
    """Their figures, then ours divided by theirs; for seconds theirs divided by ours."""
    rows = []
    for c in found:
        shares = [share(c.theirs.share(f)) for f in (*_COMPARED, "rows_true")]
        ratios = [_ratio(c.ours.share(f), c.theirs.share(f)) for f in _COMPARED]
        seconds = [f"{value:.2f}" for value in (c.their_seconds, c.in_programs, c.our_seconds)]
        ratios += [_ratio(c.their_seconds, c.our_seconds), _ratio(c.in_programs, c.our_seconds)]
        rows.append((c.peer, c.grade, str(c.documents), *shares, *seconds, *ratios, f"{c.peak_mb:.0f}"))
    figures = [name.replace("_", " ") for name in _COMPARED]
    seconds = ["seconds a page", "of these in programs", "renja's seconds"]
    ratios = [*(f"× {name}" for name in figures), "× speed", "× speed of programs"]
    head = ("", "grade", "documents", *figures, "rows true", *seconds, *ratios, "peak MB")
    return Sheet("Other tools on the same documents, × how much better renja is", head, tuple(rows))


def _ratio(mine: float | None, theirs: float | None) -> str:
    if mine is None or theirs is None:
        return "–"
    return f"{mine / theirs:.2f}" if theirs else "∞"


def _growth(what: str, points: Sequence[tuple[float, float, float]]) -> Sheet:
    head = (what, "seconds", f"seconds a {what.removesuffix('s')}", "peak MB")
    rows = tuple((f"{n:g}", f"{s:.1f}", f"{s / n:.3f}" if n else "–", f"{mb:.0f}") for n, s, mb in points)
    return Sheet(f"Cost with the number of {what}", head, rows)
