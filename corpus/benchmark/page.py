"""The benchmark's outcome as one HTML page that opens without a network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from corpus.benchmark.charts import bars, line
from corpus.benchmark.results import TEXT_GRADES, Outcome, comparisons, confidence_bands, table
from corpus.benchmark.sheets import Sheet, sheets
from corpus.tally import FIGURES, Tally

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;max-width:1400px;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
table{border-collapse:collapse;font-size:12px;margin:.5rem 0 1.5rem}
th,td{padding:.2rem .45rem;border-bottom:1px solid #ddd;text-align:right;font-variant-numeric:tabular-nums}
th:first-child,td:first-child{text-align:left;white-space:nowrap}thead th{vertical-align:bottom;border-bottom:2px solid #888}
figure{display:inline-block;margin:.5rem 1.5rem 1rem 0;vertical-align:top;max-width:100%;overflow-x:auto}
figcaption{font-weight:600;margin-bottom:.3rem}.scroll{overflow-x:auto}
"""
_CHARTED = ("rows_found", "cells", "exact", "first_code", "findings_found", "findings_true")


def page(outcome: Outcome) -> str:
    lines = outcome.lines
    parts = [
        "<h1>renja: benchmark</h1>",
        f"<p>{len(lines)} made-up documents with known truth. Figures are shares, 1 is best"
        " (for <i>in review</i> and <i>cer</i> 0 is best). Seconds are processor time.</p>",
        bars("Quality by format and grade", _charted(table(lines, lambda x: x.grade)), low=0.5),
        bars("Cells exact by layout, text and scans", _by_layout(outcome)),
        _confidences(outcome),
        _peers(outcome),
        _growth(outcome),
        *(_table(sheet) for sheet in sheets(outcome)),
        _glossary(),
    ]
    title = "renja: benchmark"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    )


def _charted(groups: Mapping[str, Tally]) -> dict[str, dict[str, float | None]]:
    return {name: {figure: tally.share(figure) for figure in _CHARTED} for name, tally in groups.items()}


def _by_layout(outcome: Outcome) -> dict[str, dict[str, float | None]]:
    groups: dict[str, dict[str, float | None]] = {}
    for (layout, kind), tally in _pairs(outcome).items():
        groups.setdefault(layout, {})[kind] = tally.share("exact")
    return groups


def _pairs(outcome: Outcome) -> dict[tuple[str, str], Tally]:
    kinds = ("text", "flat", "scans")
    found = {}
    for layout in dict.fromkeys(x.layout for x in outcome.lines):
        for kind in kinds:
            chosen = [x for x in outcome.lines if x.layout == layout and _kind(x.grade) == kind]
            if chosen:
                found[layout, kind] = table(chosen, lambda _: "")[""]
    return found


def _kind(grade: str) -> str:
    if grade == "flat":
        return "flat"
    return "text" if grade in TEXT_GRADES else "scans"


def _cells(values: Sequence[str], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(v)}</{tag}>" for v in values) + "</tr>"


def _table(sheet: Sheet) -> str:
    body = "".join(_cells(row) for row in sheet.rows)
    return (
        f'<h2>{escape(sheet.title)}</h2><div class="scroll"><table><thead>{_cells(sheet.head, "th")}</thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _confidences(outcome: Outcome) -> str:
    groups: dict[str, dict[str, float | None]] = {}
    for name, tally in table(outcome.lines, lambda x: "text" if x.grade in TEXT_GRADES else "scans").items():
        for band, (right, _) in confidence_bands(tally).items():
            groups.setdefault(band, {})[name] = right
    surest_first = {band: groups[band] for band in sorted(groups, reverse=True)}
    return bars("Share of cells read right, by band of confidence", surest_first) if groups else ""


def _peers(outcome: Outcome) -> str:
    groups: dict[str, dict[str, float | None]] = {}
    for found in comparisons(outcome):
        group = groups.setdefault(found.grade, {"renja": found.ours.share("exact")})
        group[found.peer] = found.theirs.share("exact")
    return bars("Cells exact beside other tools, on their documents", groups) if groups else ""


def _growth(outcome: Outcome) -> str:
    parts = []
    for what, points in outcome.growth.items():
        parts.append(line(f"Seconds with {what}", [(n, s) for n, s, _ in points], what, "s"))
        parts.append(line(f"Peak memory with {what}", [(n, mb) for n, _, mb in points], what, "MB", is_proportional=False))
    return "".join(parts)


def _glossary() -> str:
    return (
        "<h2>What the figures say</h2><dl>" + "".join(f"<dt>{n}</dt><dd>{escape(t)}</dd>" for n, t in FIGURES.items()) + "</dl>"
    )
