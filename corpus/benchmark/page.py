# ruff: noqa: E501 - markup is easier to read unbroken
"""The benchmark's outcome as one HTML page that opens without a network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from corpus.benchmark.charts import bars, line
from corpus.benchmark.results import Line, Outcome, confidence_bands, pages_per_second, stage_shares, table
from corpus.tally import FIGURES, Tally, pooled

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;max-width:1200px;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
table{border-collapse:collapse;font-size:12px;margin:.5rem 0 1.5rem}
th,td{padding:.2rem .45rem;border-bottom:1px solid #ddd;text-align:right;font-variant-numeric:tabular-nums}
th:first-child,td:first-child{text-align:left}thead th{vertical-align:bottom;border-bottom:2px solid #888}
figure{display:inline-block;margin:.5rem 1.5rem 1rem 0;vertical-align:top;max-width:100%;overflow-x:auto}
figcaption{font-weight:600;margin-bottom:.3rem}.bad{background:#fbe3d6}.scroll{overflow-x:auto}.small{color:#666;font-size:13px}
"""
_CHARTED = ("rows_found", "cells", "exact", "first_code", "findings_found", "findings_true")


def page(outcome: Outcome) -> str:
    lines = outcome.lines
    texts, scans = [x for x in lines if x.grade in _TEXTS], [x for x in lines if x.grade not in _TEXTS]
    parts = [
        "<h1>renja: benchmark</h1>",
        f"<p>{len(lines)} made-up documents with known truth. Figures are shares, 1 is best"
        " (for <i>in review</i> and <i>cer</i> 0 is best).</p>",
        bars("Quality by format and grade", _charted(table(lines, lambda x: x.grade)), low=0.5),
        _figures("By format and grade", table(lines, lambda x: x.grade)),
        _figures("Text documents by layout", table(texts, lambda x: x.layout)),
        _figures("Scans by layout and grade", table(scans, lambda x: f"{x.layout}, {x.grade}")) if scans else "",
        _figures("Real plans", table(outcome.real, lambda x: x.document)) if outcome.real else "",
        _kinds(pooled(x.tally for x in lines)),
        *(f"<p>{escape(name)}: {escape(note)}.</p>" for name, note in outcome.notes.items()),
        _confidences(texts, scans),
        _speeds(lines),
        _peers(outcome),
        _growth(outcome),
        _glossary(),
    ]
    title = "renja: benchmark"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    )


_TEXTS = ("pdf", "docx", "txt", "flat")


def _charted(groups: Mapping[str, Tally]) -> dict[str, dict[str, float | None]]:
    return {name: {figure: tally.share(figure) for figure in _CHARTED} for name, tally in groups.items()}


def _cells(values: Sequence[str], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(v)}</{tag}>" for v in values) + "</tr>"


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    body = "".join(_cells(row) for row in rows)
    return f'<h2>{escape(title)}</h2><div class="scroll"><table><thead>{_cells(head, "th")}</thead><tbody>{body}</tbody></table></div>'


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _figures(title: str, groups: Mapping[str, Tally]) -> str:
    rows = [[name, *(_share(tally.share(f)) for f in FIGURES)] for name, tally in groups.items()]
    return _table(title, ["", *(f.replace("_", " ") for f in FIGURES)], rows)


def _kinds(tally: Tally) -> str:
    kinds = [n.removeprefix("found ") for n in sorted(tally.wanted) if n.startswith("found ")]
    rows = [
        [kind, f"{tally.wanted[f'found {kind}']:.0f}", _share(tally.share(f"found {kind}")), _share(tally.share(f"true {kind}"))]
        for kind in kinds
    ]
    return _table("Findings by kind", ["kind", "planted", "found", "true (scored kinds)"], rows)


def _confidences(texts: Sequence[Line], scans: Sequence[Line]) -> str:
    groups: dict[str, dict[str, float | None]] = {}
    rows = []
    for name, chosen in (("text", texts), ("scans", scans)):
        for band, (share, count) in confidence_bands(pooled(x.tally for x in chosen)).items():
            groups.setdefault(band, {})[name] = share
            rows.append([name, band, f"{share:.3f}", f"{count:.0f}"])
    chart = bars("Share of cells read right, by band of confidence", groups) if groups else ""
    return _table("Can the confidences be trusted?", ["", "confidence", "share right", "cells"], rows) + chart


def _speeds(lines: Sequence[Line]) -> str:
    groups: dict[str, list[Line]] = {}
    for item in lines:
        groups.setdefault(item.grade, []).append(item)
    rows = []
    for grade, chosen in groups.items():
        speed = pages_per_second(chosen)
        each = sum(sum(x.seconds.values()) for x in chosen) / len(chosen)
        stages = ", ".join(f"{stage} {share:.0%}" for stage, share in stage_shares(chosen).items() if share >= 0.01)
        peak = max(x.peak_mb for x in chosen)
        rows.append([grade, f"{speed:.1f}" if speed else "–", f"{each:.2f}", f"{peak:.0f}", stages])
    return _table(
        "Speed on one core, from file to JSON",
        ["", "pages a second", "seconds a document", "peak MB", "share of the stages"],
        rows,
    )


def _peers(outcome: Outcome) -> str:
    ours = table(outcome.lines, lambda x: x.grade)
    rows = []
    for (peer, grade), tally in _by_reader_and_grade(outcome.peers).items():
        theirs = [x for x in outcome.peers if x.reader == peer and x.grade == grade]
        mine = [x for x in outcome.lines if x.grade == grade]
        speed, my_speed = pages_per_second(theirs), pages_per_second(mine)
        ratios = [_ratio(ours[grade].share(f), tally.share(f)) for f in ("rows_found", "cells", "exact")]
        shares = [_share(tally.share(f)) for f in ("rows_found", "rows_true", "cells", "exact")]
        rows.append([peer, grade, *shares, f"{speed:.1f}" if speed else "–", *ratios, _ratio(my_speed, speed)])
    head = ["", "grade", "rows found", "rows true", "cells", "exact", "pages/s", "renja ÷ it: rows", "cells", "exact", "pages/s"]
    absent = "".join(f'<p class="small">{escape(n)} not compared: {escape(why)}.</p>' for n, why in outcome.absent_peers.items())
    return (_table("Other tools in the same run", head, rows) if rows else "<h2>Other tools</h2>") + absent


def _by_reader_and_grade(lines: Sequence[Line]) -> dict[tuple[str, str], Tally]:
    groups: dict[tuple[str, str], list[Tally]] = {}
    for item in lines:
        groups.setdefault((item.reader, item.grade), []).append(item.tally)
    return {key: pooled(tallies) for key, tallies in groups.items()}


def _ratio(mine: float | None, theirs: float | None) -> str:
    return f"{mine / theirs:.2f}" if mine is not None and theirs else "–"


def _growth(outcome: Outcome) -> str:
    parts = ["<h2>How cost grows</h2>"] if outcome.growth else []
    for what, points in outcome.growth.items():
        parts.append(line(f"Seconds with {what}", [(n, s) for n, s, _ in points], what, "s"))
        parts.append(line(f"Peak memory with {what}", [(n, mb) for n, _, mb in points], what, "MB"))
    return "".join(parts)


def _glossary() -> str:
    return (
        "<h2>What the figures say</h2><dl>" + "".join(f"<dt>{n}</dt><dd>{escape(t)}</dd>" for n, t in FIGURES.items()) + "</dl>"
    )
