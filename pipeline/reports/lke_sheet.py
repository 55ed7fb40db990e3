"""The LKE worksheet: one line an indicator, drop-downs by answer type, formulas for value and score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from canonical.lists import library
from pipeline.catalogue import Texts
from pipeline.reports.lke_lines import LkeLine
from pipeline.reports.workbooks import Sheets

STATE_SIGNS = {"covered": "●", "review": "◐", "missing": "○", "lacking_part": "–", "not_measured": "–"}

RATIOS = {
    "R.1.i.a": ("R.1.i.a.2", "R.1.i.a.1"),
    "R.1.i.b": ("R.1.i.b.2", "R.1.i.b.1"),
    "R.4.i.a": ("R.4.i.a.2", "R.4.i.a.1"),
    "R.5.ii.a": ("R.5.ii.a.3", "R.5.ii.a.1"),
    "R.5.iii.a": ("R.5.iii.a.6", "R.5.iii.a.2"),
    "R.5.iii.a.1": ("R.5.iii.a.6", "R.5.iii.a.2"),
    "R.5.iii.b": ("R.5.iii.b.6", "R.5.iii.b.2"),
    "R.5.iii.b.1": ("R.5.iii.b.6", "R.5.iii.b.2"),
    "R.6.i.b": ("R.6.i.b.2", "R.6.i.b.1"),
}
"""Percentages whose data items name both counts: the part and the whole. R.3.iii.a (a fall) is left to the evaluator."""

COLUMNS = (
    ("code", 9.5), ("text", 38), ("answer_type", 10), ("weight", 7), ("status", 15), ("action", 30), ("evidence", 26),
    ("schedule", 13), ("output", 13), ("page", 8), ("answer", 9), ("value", 6), ("score", 6.5), ("note", 20),
)  # fmt: skip
"""Name and width in letters."""

FIRST_ROW = 4
ANSWER_COLUMN, VALUE_COLUMN, SCORE_COLUMN, WEIGHT_COLUMN = "K", "L", "M", "D"


@dataclass(frozen=True, slots=True)
class Worked:
    """Where the worksheet keeps what the summary adds up: code → Excel row (from 1), and the rows of all lines."""

    sheet: str
    rows: Mapping[str, int]
    last_row: int
    indicator_count: int

    def cell(self, column: str, code: str) -> str:
        return f"'{self.sheet}'!${column}${self.rows[code]}"

    def column(self, column: str) -> str:
        return f"'{self.sheet}'!${column}${FIRST_ROW + 1}:${column}${self.last_row}"


def write_worksheet(sheets: Sheets, lines: Sequence[LkeLine], agency: str, t: Texts) -> Worked:
    name = t("lke.sheet_worksheet")
    sheet = sheets.sheet(name, paper="A3")  # fourteen columns: on A4 nobody could read them
    rows = {line.code: FIRST_ROW + index + 1 for index, line in enumerate(lines)}
    _head(sheets, sheet, agency, t)
    for line in lines:
        _write_line(sheets, sheet, line, lines, rows, t)
    last_row = FIRST_ROW + len(lines)
    _mark_states(sheets, sheet, last_row)
    sheet.autofilter(FIRST_ROW - 1, 0, last_row - 1, len(COLUMNS) - 1)
    return Worked(name, rows, last_row, sum(line.kind == "indicator" for line in lines))


def _head(sheets: Sheets, sheet: Worksheet, agency: str, t: Texts) -> None:
    sheets.text(sheet, 0, 0, t("lke.title"), "title")
    sheets.text(sheet, 1, 0, agency, "subtitle")
    sheet.set_row(0, 24)
    sheet.set_row(1, 18)
    sheet.set_row(FIRST_ROW - 1, 18)
    sheets.heads(sheet, FIRST_ROW - 1, [t(f"lke.{name}") for name, _ in COLUMNS])
    for column, (_, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.repeat_rows(FIRST_ROW - 1)


def _write_line(
    sheets: Sheets, sheet: Worksheet, line: LkeLine, lines: Sequence[LkeLine], rows: Mapping[str, int], t: Texts
) -> None:
    row = rows[line.code] - 1
    if line.kind in ("part", "area", "sub"):
        _write_heading(sheets, sheet, row, line, lines, rows, t)
        return
    _write_promise(sheets, sheet, row, line, t)
    _write_answer(sheets, sheet, row, line, rows, t)
    sheets.text(sheet, row, 13, "", "note")
    if line.kind == "indicator":
        _write_score(sheets, sheet, row, line, lines, rows, t)
    else:
        for column in (3, 11, 12):
            sheets.text(sheet, row, column, "", "text")


def _write_heading(
    sheets: Sheets, sheet: Worksheet, row: int, line: LkeLine, lines: Sequence[LkeLine], rows: Mapping[str, int], t: Texts
) -> None:
    text = t(f"part.{line.text}").upper() if line.kind == "part" else line.text
    for column in range(len(COLUMNS)):
        sheets.text(sheet, row, column, "", line.kind)
    sheets.text(sheet, row, 0, line.code, line.kind)
    sheets.text(sheet, row, 1, text, line.kind)
    sheets.fit_height(sheet, row, [(text, 0.8 * COLUMNS[1][1])])
    sheets.number(sheet, row, 3, line.weight, f"{line.kind}_number")
    inside = [f"{SCORE_COLUMN}{rows[other.code]}" for other in lines if other.under == line.code]
    scores = f"SUM({inside[0]}:{inside[-1]})" if lines_are_scores(lines, line) else "+".join(inside)
    sheets.formula(sheet, row, 12, f"={scores}", f"{line.kind}_number")


def lines_are_scores(lines: Sequence[LkeLine], heading: LkeLine) -> bool:
    """Whether a heading adds up indicators: unanswered ones are empty texts, which only SUM passes over."""
    return any(line.kind == "indicator" and line.under == heading.code for line in lines)


def _write_promise(sheets: Sheets, sheet: Worksheet, row: int, line: LkeLine, t: Texts) -> None:
    state = f"{STATE_SIGNS[line.state]} {t(f'state.{line.state}')}" if line.state else ""
    text = f"    {line.text}" if line.kind == "data_item" else line.text
    sheets.text(sheet, row, 0, line.code, "code")
    promise = line.promise
    texts = [text, line.answer, None, state, promise.action, promise.evidence, promise.schedule, promise.output, promise.pages]
    for column, value in enumerate(texts, start=1):
        if value is not None:
            sheets.text(sheet, row, column, value)
    wrapped = [(value or "", width) for value, (_, width) in zip(texts, COLUMNS[1:], strict=False)]
    sheets.fit_height(sheet, row, wrapped, level=int(line.kind == "data_item"))


def _write_answer(sheets: Sheets, sheet: Worksheet, row: int, line: LkeLine, rows: Mapping[str, int], t: Texts) -> None:
    column = 10
    rule = {**validation(line.answer, t), "input_title": t("lke.answer_title")}
    if line.code in RATIOS:
        rule["input_message"] = t("lke.computed")
    sheet.data_validation(row, column, row, column, rule)
    style = {"%": "answer_percent", "Nilai (0-4)": "answer_grade", "Jumlah": "answer_count"}.get(line.answer, "answer")
    if line.code in RATIOS:
        part, whole = (f"{ANSWER_COLUMN}{rows[code]}" for code in RATIOS[line.code])
        formula = f'=IF(AND(ISNUMBER({part}),ISNUMBER({whole})),IF({whole}>0,MIN(1,{part}/{whole}),""),"")'
        sheets.formula(sheet, row, column, formula, style, "")
    else:
        sheets.text(sheet, row, column, "", style)


def validation(answer: str, t: Texts) -> dict[str, object]:
    """The XlsxWriter data validation of an answer type."""
    options = [option for option in library().answers.get(answer, {}) if option != "n"]
    wrong = {"error_title": t("lke.answer_title"), "error_message": t("lke.answer_wrong")}
    if options:
        return {
            "validate": "list",
            "source": options,
            "input_message": t("lke.answer_choose", options=", ".join(options)),
            **wrong,
        }
    if answer == "%":
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1,
                "input_message": t("lke.answer_percent"), **wrong}  # fmt: skip
    if answer == "Jumlah":
        return {"validate": "integer", "criteria": ">=", "value": 0, "input_message": t("lke.answer_count"), **wrong}
    return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 4,
            "input_message": t("lke.answer_grade"), **wrong}  # fmt: skip


def _write_score(
    sheets: Sheets, sheet: Worksheet, row: int, line: LkeLine, lines: Sequence[LkeLine], rows: Mapping[str, int], t: Texts
) -> None:
    number = row + 1
    same = sum(other.kind == "indicator" and other.under == line.under for other in lines)
    if line.under.count(".") == 2:
        sheets.formula(sheet, row, 3, f"=${WEIGHT_COLUMN}${rows[line.under]}/{same}", "number", line.weight or 0)
    else:
        sheets.number(sheet, row, 3, line.weight)
    sheets.formula(sheet, row, 11, value_formula(line.answer, number, t), "number", "")
    value = f"{VALUE_COLUMN}{number}"
    sheets.formula(sheet, row, 12, f'=IF({value}="","",{value}*{WEIGHT_COLUMN}{number})', "number", "")


def value_formula(answer: str, number: int, t: Texts) -> str:
    """The value (0–1) of the answer in Excel row `number`; "" while it is unanswered."""
    cell = f"{ANSWER_COLUMN}{number}"
    if answer == "%":
        value = f"MAX(0,MIN(1,{cell}))"
    elif answer == "Nilai (0-4)":
        value = f"MAX(0,MIN(1,{cell}/4))"
    else:
        values = f"'{t('lke.sheet_values')}'!"
        value = f"SUMIFS({values}$C$2:$C$40,{values}$A$2:$A$40,C{number},{values}$B$2:$B$40,{cell})"
    return f'=IF({cell}="","",{value})'


def _mark_states(sheets: Sheets, sheet: Worksheet, last_row: int) -> None:
    """Status cells get a ground as well as their sign."""
    for sign, ground in (("○", "#FBE3E8"), ("◐", "#FDF0D5"), ("●", "#E3F1E8")):
        style = sheets.workbook.add_format({"bg_color": ground})
        rule = {"type": "text", "criteria": "begins with", "value": sign, "format": style}
        sheet.conditional_format(FIRST_ROW, 4, last_row - 1, 4, rule)
