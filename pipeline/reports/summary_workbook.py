"""summary.xlsx: the same as summary.html, in sheets that can be filtered and sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from pipeline.catalogue import Texts, texts
from pipeline.reports.summary_view import AREAS, PARTS, SummaryView, covered_share, has_report, remark, view_of
from pipeline.reports.workbooks import Sheets, workbook
from pipeline.summary import DocumentLine, Summary

Value = str | float | int | None


def write_summary_workbook(summary: Summary, path: Path, lang: str) -> None:
    t = texts(lang)
    view = view_of(summary)
    with workbook(path, t("summary.title")) as sheets:
        for write in (_write_documents, _write_heat, _write_missing, _write_years, _write_shared):
            write(sheets, view, t)


def _write_table(
    sheets: Sheets, name: str, heads: Sequence[str], widths: Sequence[float], lines: Sequence[Sequence[Value]]
) -> Worksheet:
    """A sheet with a head that stays and filters; numbers as numbers, texts as texts."""
    sheet = sheets.sheet(name)
    sheets.heads(sheet, 0, list(heads))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for row, line in enumerate(lines, start=1):
        for column, value in enumerate(line):
            _write_value(sheets, sheet, row, column, value)
        sheets.fit_height(sheet, row, [(text, width) for text, width in zip(line, widths, strict=True) if isinstance(text, str)])
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    if lines:
        sheet.autofilter(0, 0, len(lines), len(heads) - 1)
    return sheet


def _write_value(sheets: Sheets, sheet: Worksheet, row: int, column: int, value: Value) -> None:
    if isinstance(value, float):
        sheets.number(sheet, row, column, value, "percent")
    elif isinstance(value, int):
        sheets.number(sheet, row, column, value, "count")
    else:
        sheets.text(sheet, row, column, value or "")


_DOCUMENT_COLUMNS: Sequence[tuple[str, float, Callable[[DocumentLine, Texts], Value]]] = (
    ("name", 24, lambda line, t: line.name),
    ("agency", 44, lambda line, t: line.agency),
    ("region", 24, lambda line, t: line.region),
    ("year", 7, lambda line, t: line.year),
    ("status", 17, lambda line, t: t(f"status.{line.status}")),
    ("percent", 10, lambda line, t: covered_share(line) if line.rows else None),
    ("covered", 9, lambda line, t: line.covered),
    ("review", 9, lambda line, t: line.review),
    ("missing_short", 9, lambda line, t: line.missing),
    ("errors", 10, lambda line, t: line.findings.error),
    ("warnings", 10, lambda line, t: line.findings.warning),
    ("infos", 9, lambda line, t: line.findings.info),
    ("rows", 7, lambda line, t: line.rows),
    ("pages", 9, lambda line, t: line.pages),
    ("file", 26, lambda line, t: line.file),
    ("reason", 50, remark),
)


def _write_documents(sheets: Sheets, view: SummaryView, t: Texts) -> None:
    heads = [t(f"summary.{key}") for key, _, _ in _DOCUMENT_COLUMNS]
    widths = [width for _, width, _ in _DOCUMENT_COLUMNS]
    lines = [[_told(value(line, t), line) for _, _, value in _DOCUMENT_COLUMNS] for line in view.documents]
    sheet = _write_table(sheets, t("summary.sheet_documents"), heads, widths, lines)
    for row, line in enumerate(view.documents, start=1):
        if has_report(line):
            sheets.link(sheet, row, 0, f"{line.name}/gaps.html", line.name)


def _told(value: Value, line: DocumentLine) -> Value:
    """Nothing rather than a zero for what could not be read."""
    return None if value == 0 and not has_report(line) else value


def _write_heat(sheets: Sheets, view: SummaryView, t: Texts) -> None:
    areas = [f"{t(f'part.{part}')} {area}. {t(f'area.{area}')}" for part in PARTS for area in AREAS]
    heads = [t("summary.agency"), t("summary.year"), t("summary.name"), *areas]
    lines = [[r.line.agency or r.line.name, r.line.year, r.line.name, *(c.share for c in r.cells)] for r in view.heat]
    sheet = _write_table(sheets, t("summary.sheet_heat"), heads, [44, 7, 22, *[13.0] * 12], lines)
    sheet.set_row(0, 50)
    scale = {"type": "2_color_scale", "min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1,
             "min_color": "#FFFFFF", "max_color": "#5B9BB8"}  # fmt: skip
    if lines:
        sheet.conditional_format(1, 3, len(lines), len(heads) - 1, scale)


def _write_missing(sheets: Sheets, view: SummaryView, t: Texts) -> None:
    heads = [t("summary.code"), t("summary.sentence"), t("summary.plans"), "%"]
    lines: list[list[Value]] = [[m.code, m.sentence, m.plans, m.plans / m.of] for m in view.missing]
    _write_table(sheets, t("summary.sheet_missing"), heads, [12, 100, 10, 8], lines)


def _write_years(sheets: Sheets, view: SummaryView, t: Texts) -> None:
    heads = [t(f"summary.{key}") for key in ("agency", "year", "name", "percent", "missing_short", "errors", "warnings")]
    lines: list[list[Value]] = [
        [series.agency, line.year, line.name, covered_share(line) if line.rows else None,
         line.missing, line.findings.error, line.findings.warning]
        for series in view.years
        for line in series.lines
    ]  # fmt: skip
    _write_table(sheets, t("summary.sheet_years"), heads, [44, 8, 24, 12, 11, 11, 11], lines)


def _write_shared(sheets: Sheets, view: SummaryView, t: Texts) -> None:
    heads = [t("summary.first"), t("summary.second"), t("summary.share"), t("summary.passage"), t("summary.pages")]
    lines: list[list[Value]] = []
    for pair in view.pairs:
        first, second = pair.copied.documents
        lines.append([first, second, pair.copied.share, "", ""])
        for passage in pair.copied.passages:
            where = ", ".join(f"{place.document} {place.page or ''}".strip() for place in passage.where)
            lines.append([first, second, None, passage.text, where])
    _write_table(sheets, t("summary.sheet_copied"), heads, [24, 24, 10, 90, 30], lines)
