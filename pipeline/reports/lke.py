"""lke.xlsx: the evaluators' worksheet, prefilled from the plan, computing scores and predicate as they answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from canonical.lists import Threshold, library
from pipeline.catalogue import Texts, texts
from pipeline.records import PlanRecord
from pipeline.reports.lke_lines import LkeLine, lke_lines
from pipeline.reports.lke_sheet import ANSWER_COLUMN, SCORE_COLUMN, VALUE_COLUMN, Worked, write_worksheet
from pipeline.reports.workbooks import GUIDE_POINTS, Sheets, workbook

PREDICATES = ("WBK", "WBBM")
AREA_MEASURE = "each area of pengungkit"
GUIDE_WIDTH = 92


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure with the formula of what has been reached and the minimum of each predicate."""

    label: str
    formula: str
    minima: Mapping[str, Threshold]
    is_percent: bool = False


def write_lke(record: PlanRecord, path: Path, lang: str) -> None:
    t = texts(lang)
    agency = record.plan.agency or t("gaps.unknown_agency")
    lines = lke_lines(record)
    with workbook(path, f"{t('lke.title')} – {agency}") as sheets:
        summary = sheets.sheet(t("lke.sheet_summary"), landscape=False)
        worked = write_worksheet(sheets, lines, agency, t)
        _write_summary(sheets, summary, record, lines, worked, t)
        _write_values(sheets, t)
        _write_guide(sheets, t)


def _write_summary(
    sheets: Sheets, sheet: Worksheet, record: PlanRecord, lines: Sequence[LkeLine], worked: Worked, t: Texts
) -> None:
    for column, width in enumerate((46, 13, 13, 13, 13, 13)):
        sheet.set_column(column, column, width)
    row = _write_identity(sheets, sheet, record, t)
    predicate_row = row
    row = _write_areas(sheets, sheet, row + 3, lines, worked, t)
    first, last = _write_thresholds(sheets, sheet, row + 1, worked, t)
    _write_predicate(sheets, sheet, predicate_row, worked, first, last, t)


def _write_identity(sheets: Sheets, sheet: Worksheet, record: PlanRecord, t: Texts) -> int:
    """The head of the summary; returns the next free row."""
    plan = record.plan
    sheets.text(sheet, 0, 0, t("lke.title"), "title")
    facts = (
        (t("lke.agency"), plan.agency or t("gaps.not_stated"), "bold"),
        (t("lke.region"), plan.region or t("gaps.not_stated"), "plain"),
        (t("lke.year"), str(plan.year or t("gaps.not_stated")), "plain"),
        (t("lke.regulation"), library().current.title, "plain"),
        (t("lke.source"), record.source.file, "plain"),
        (t("lke.evaluator"), "", "note"),
        (t("lke.evaluated_on"), "", "note"),
    )
    for row, (label, value, style) in enumerate(facts, start=2):
        sheets.text(sheet, row, 0, label, "label")
        sheets.text(sheet, row, 1, value, style)
        if style == "note":
            sheet.merge_range(row, 1, row, 3, None, sheets.style(style))
    return len(facts) + 3


def _write_areas(sheets: Sheets, sheet: Worksheet, row: int, lines: Sequence[LkeLine], worked: Worked, t: Texts) -> int:
    """Scores by area and part, and the totals; returns the next free row."""
    parts = ("P", "R")
    heads = [t("lke.component"), t("part.pemenuhan"), t("part.reform"), t("lke.score_of"), t("lke.weight"), t("lke.share")]
    sheets.heads(sheet, row, heads)
    for area in range(1, 7):
        row += 1
        cells = [worked.cell(SCORE_COLUMN, f"{part}.{area}") for part in parts]
        weight = sum(line.weight or 0.0 for line in lines if line.code in {f"{part}.{area}" for part in parts})
        sheets.text(sheet, row, 0, f"{area}. {t(f'area.{area}')}")
        for column, cell in enumerate(cells, start=1):
            sheets.formula(sheet, row, column, f"={cell}", "number")
        _write_share(sheets, sheet, row, "+".join(cells), weight, "number")
    row = _write_total(sheets, sheet, row + 1, t("lke.pengungkit"), ("P", "R"), lines, worked)
    for line in (line for line in lines if line.kind == "area" and line.under == "H"):
        sheets.text(sheet, row, 0, line.text)
        for column in (1, 2):
            sheets.text(sheet, row, column, "")
        _write_share(sheets, sheet, row, worked.cell(SCORE_COLUMN, line.code), line.weight or 0.0, "number")
        row += 1
    row = _write_total(sheets, sheet, row, t("lke.hasil"), ("H",), lines, worked)
    return _write_total(sheets, sheet, row, t("lke.overall"), ("P", "R", "H"), lines, worked)


def _write_total(
    sheets: Sheets, sheet: Worksheet, row: int, label: str, parts: Sequence[str], lines: Sequence[LkeLine], worked: Worked
) -> int:
    sheets.text(sheet, row, 0, label, "total")
    for column, part in enumerate(("P", "R"), start=1):
        if part in parts:
            sheets.formula(sheet, row, column, f"={worked.cell(SCORE_COLUMN, part)}", "total")
        else:
            sheets.text(sheet, row, column, "", "total")
    weight = sum(line.weight or 0.0 for line in lines if line.kind == "part" and line.code in parts)
    _write_share(sheets, sheet, row, _sum_of(worked, parts), weight, "total")
    return row + 1


def _write_share(sheets: Sheets, sheet: Worksheet, row: int, score: str, weight: float, style: str) -> None:
    sheets.formula(sheet, row, 3, f"={score}", style)
    sheets.number(sheet, row, 4, weight, style)
    sheets.formula(sheet, row, 5, f"=({score})/{weight:g}", "total_percent" if style == "total" else "percent")


def _sum_of(worked: Worked, codes: Sequence[str]) -> str:
    return "+".join(worked.cell(SCORE_COLUMN, code) for code in codes)


def _write_thresholds(sheets: Sheets, sheet: Worksheet, row: int, worked: Worked, t: Texts) -> tuple[int, int]:
    """The minima beside what was reached; returns the Excel rows (from 1) of the first and last measure."""
    sheets.text(sheet, row, 0, t("lke.thresholds"), "subtitle")
    minimum = [head for predicate in PREDICATES for head in (t("lke.minimum", predicate=predicate), predicate)]
    sheets.heads(sheet, row + 1, [t("lke.measure"), t("lke.reached"), *minimum])
    first = row + 2
    measured = tuple(_measured(worked, t))
    for index, measure in enumerate(measured):
        _write_measure(sheets, sheet, first + index, measure, t)
    last = first + len(measured)
    sheets.text(sheet, last, 0, t("lke.unverified"), "label")
    rule = {"type": "cell", "criteria": "==", "value": f'"{t("lke.unmet")}"'}
    style = sheets.workbook.add_format({"font_color": "#9F1239"})
    sheet.conditional_format(first, 3, last - 1, 5, {**rule, "format": style})
    return first + 1, last


def _measured(worked: Worked, t: Texts) -> Iterator[Measured]:
    minima: dict[str, dict[str, Threshold]] = {}
    for threshold in library().thresholds:
        minima.setdefault(threshold.measure, {})[threshold.predicate] = threshold
    for measure, by_predicate in minima.items():
        if measure == AREA_MEASURE:
            yield from (_measured_area(worked, area, by_predicate, t) for area in range(1, 7))
        else:
            label = t(f"measure.{measure}") if t.has(f"measure.{measure}") else measure
            yield Measured(label, _reached(worked, measure), by_predicate)


def _measured_area(worked: Worked, area: int, minima: Mapping[str, Threshold], t: Texts) -> Measured:
    scores = _sum_of(worked, (f"P.{area}", f"R.{area}"))
    weights = "+".join(worked.cell("D", f"{part}.{area}") for part in ("P", "R"))
    label = t("lke.area_measure", area=area, name=t(f"area.{area}"))
    return Measured(label, f"({scores})/({weights})", minima, is_percent=True)


def _reached(worked: Worked, measure: str) -> str:
    """The formula of a measure of the predicates' minima. Raises KeyError for a measure the worksheet does not know."""
    formulas = {
        "total": _sum_of(worked, ("P", "R", "H")),
        "pengungkit": _sum_of(worked, ("P", "R")),
        "Birokrasi yang Bersih dan Akuntabel": worked.cell(SCORE_COLUMN, "H.1"),
        "survei persepsi anti korupsi": f"N({worked.cell(SCORE_COLUMN, 'H.1.a')})",
        "indeks persepsi anti korupsi": f"N({worked.cell(ANSWER_COLUMN, 'H.1.a')})",
        "capaian kinerja lebih baik": f"N({worked.cell(SCORE_COLUMN, 'H.1.b')})",
        "Pelayanan Publik yang Prima": worked.cell(SCORE_COLUMN, "H.2"),
        "indeks persepsi kualitas pelayanan": f"N({worked.cell(ANSWER_COLUMN, 'H.2.a')})",
    }
    return formulas[measure]


def _write_measure(sheets: Sheets, sheet: Worksheet, row: int, measure: Measured, t: Texts) -> None:
    number = row + 1
    star = "" if all(m.verified for m in measure.minima.values()) else " *"
    sheets.text(sheet, row, 0, measure.label + star)
    sheets.formula(sheet, row, 1, f"={measure.formula}", "percent" if measure.is_percent else "number")
    for index, predicate in enumerate(PREDICATES):
        minimum, met = 2 + 2 * index, 3 + 2 * index
        value = measure.minima[predicate].minimum / (100 if measure.is_percent else 1)
        sheets.number(sheet, row, minimum, value, "percent" if measure.is_percent else "number")
        cell = f"{'CE'[index]}{number}"
        formula = f'=IF(ROUND(B{number},6)>={cell},"{t("lke.met")}","{t("lke.unmet")}")'
        sheets.formula(sheet, row, met, formula, "text", t("lke.unmet"))


def _write_predicate(sheets: Sheets, sheet: Worksheet, row: int, worked: Worked, first: int, last: int, t: Texts) -> None:
    """The predicate earned, once every indicator is answered. WBBM asks for the minima of WBK too."""
    answered = f'SUMPRODUCT(--({worked.column(VALUE_COLUMN)}<>""))'
    of = worked.indicator_count
    sheets.text(sheet, row, 0, t("lke.answered"), "label")
    sheets.formula(sheet, row, 1, f"={answered}", "left")
    unmet = [f'COUNTIF({column}{first}:{column}{last},"{t("lke.unmet")}")' for column in "DF"]
    open_text = '"' + t("lke.predicate_open", answered=f'"&B{row + 1}&"', of=of) + '"'
    earned = f'IF({unmet[0]}>0,"{t("lke.predicate_none")}",IF({unmet[1]}>0,"WBK","WBBM"))'
    sheets.text(sheet, row + 1, 0, t("lke.predicate"), "label")
    start = t("lke.predicate_open", answered=0, of=of)
    sheets.formula(sheet, row + 1, 1, f"=IF(B{row + 1}<{of},{open_text},{earned})", "predicate", start)
    sheet.set_row(row + 1, 24)
    for column in range(2, 6):
        sheets.text(sheet, row + 1, column, "", "predicate")


def _write_values(sheets: Sheets, t: Texts) -> None:
    sheet = sheets.sheet(t("lke.sheet_values"), landscape=False)
    sheets.heads(sheet, 0, [t("lke.answer_type"), t("lke.answer"), t("lke.value")])
    sheet.set_column(0, 2, 18)
    row = 0
    for answer, options in library().answers.items():
        for option, value in options.items():
            row += 1
            sheets.text(sheet, row, 0, answer)
            sheets.text(sheet, row, 1, option)
            if option == "n":
                sheets.text(sheet, row, 2, value)
            else:
                sheets.number(sheet, row, 2, float(value))


def _write_guide(sheets: Sheets, t: Texts) -> None:
    sheet = sheets.sheet(t("lke.sheet_guide"), landscape=False)
    sheet.set_column(0, 0, 4)
    sheet.set_column(1, 1, GUIDE_WIDTH)
    sheets.text(sheet, 0, 0, t("lke.sheet_guide"), "title")
    for number, sentence in enumerate(t.lines("lke.guide"), start=1):
        sheets.text(sheet, number + 1, 0, f"{number}.", "guide")
        sheets.text(sheet, number + 1, 1, sentence, "guide")
        sheets.fit_height(sheet, number + 1, [(sentence, GUIDE_WIDTH * 9 / GUIDE_POINTS)], points=GUIDE_POINTS)
