"""lke.xlsx: the regulation's order, what the plan promises, drop-downs, and scores that LibreOffice computes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from canonical.lists import library
from pipeline.records import PlanRecord
from pipeline.reports.lke import write_lke
from pipeline.reports.lke_lines import lke_lines
from pipeline.reports.lke_sheet import FIRST_ROW, RATIOS
from tests.pipeline.reports.hostile import FORMULAS, spoilt
from tests.pipeline.reports.made_up_plans import record
from tests.pipeline.reports.office import convert, convert_all

LIMITS = {"%": ("decimal", "0", "1"), "Jumlah": ("whole", "0", None), "Nilai (0-4)": ("decimal", "0", "4")}
BEST: dict[str, str | float] = {"Ya/Tidak": "Ya", "%": 1, "Jumlah": 4, "Nilai (0-4)": 4}


def written(plan: PlanRecord, folder: Path, lang: str = "id") -> Workbook:
    write_lke(plan, folder / "lke.xlsx", lang)
    return openpyxl.load_workbook(folder / "lke.xlsx")


def lines_of(sheet: Worksheet) -> dict[str, tuple[object, ...]]:
    """Code → the cells of its line."""
    return {str(row[0]): row for row in sheet.iter_rows(min_row=FIRST_ROW + 1, values_only=True)}


def test_every_line_of_the_list_in_its_order(tmp_path: Path) -> None:
    sheet = written(record(), tmp_path)["LKE"]
    codes = [code for code in lines_of(sheet) if code in library().current.by_code]
    assert codes == [i.code for i in library().current.indicators]
    assert len(lines_of(sheet)) == 3 + 14 + len({i.sub_code for i in library().current.indicators if i.sub}) + len(codes)


def test_the_plan_is_filled_in(tmp_path: Path) -> None:
    plan = record()
    lines = lines_of(written(plan, tmp_path)["LKE"])
    first = plan.rows[0]
    assert lines["P.1.i.a"][4:10] == ("● Tercakup", first.action, first.evidence, first.schedule, first.output, "8")
    assert lines["P.1.ii.b"][4:10] == ("○ Belum ada", None, None, None, None, None)
    assert str(lines["P.2.ii.d"][4]).startswith("◐")


def test_a_line_is_as_high_as_its_longest_cell(tmp_path: Path) -> None:
    plan = record()
    rows = (plan.rows[0].model_copy(update={"evidence": "Laporan pelaksanaan kegiatan. " * 30}), *plan.rows[1:])
    short, long = (written(one, tmp_path)["LKE"] for one in (plan, plan.model_copy(update={"rows": rows})))
    heights = [
        float(sheet.row_dimensions[list(lines_of(sheet)).index("P.1.i.a") + FIRST_ROW + 1].height or 0) for sheet in (short, long)
    ]
    assert heights[1] > 3 * heights[0] > 0


def test_several_rows_of_one_indicator_stand_below_each_other() -> None:
    plan = record()
    second = plan.rows[1].model_copy(update={"matches": plan.rows[0].matches})
    twice = plan.model_copy(update={"rows": (plan.rows[0], second)})
    promise = next(line.promise for line in lke_lines(twice) if line.code == "P.1.i.a")
    assert promise.action == f"{plan.rows[0].action}\n{second.action}"


def test_drop_downs_follow_the_answer_type(tmp_path: Path) -> None:
    sheet = written(record(), tmp_path)["LKE"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    by_cell = {cell: rule for ranges, rule in rules.items() for cell in ranges.split()}
    for number, (_, line) in enumerate(lines_of(sheet).items(), start=FIRST_ROW + 1):
        answer = line[2]
        if answer is None:
            continue
        rule = by_cell[f"K{number}"]
        expected = {"%": ("decimal", "0", "1"), "Jumlah": ("whole", "0", None), "Nilai (0-4)": ("decimal", "0", "4")}.get(
            str(answer)
        )
        if expected:
            assert (rule.type, rule.formula1, rule.formula2) == expected
        else:
            assert (rule.type, rule.formula1) == ("list", f'"{str(answer).replace("/", ",")}"')


def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path) -> None:
    book = written(spoilt(record()), tmp_path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    texts = [cell for cell in cells if cell.value in FORMULAS]
    assert len(texts) >= 4 * len(FORMULAS)
    assert {cell.data_type for cell in texts} == {"s"}
    ours = [cell.value for cell in cells if cell.data_type == "f"]
    assert ours
    assert not any(word in str(formula) for formula in ours for word in ("jahat", "script"))


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    written(record(), tmp_path)
    first = (tmp_path / "lke.xlsx").read_bytes()
    written(record(), tmp_path)
    assert (tmp_path / "lke.xlsx").read_bytes() == first


def test_ratios_name_data_items_of_their_own_indicator() -> None:
    by_code = library().current.by_code
    for code, (part, whole) in RATIOS.items():
        owner = by_code[code].parent or code
        assert by_code[code].answer == "%"
        assert {by_code[part].parent, by_code[whole].parent} == {owner}, code


Answer = Callable[[str, str], str | float | None]


def all_best(code: str, answer: str) -> str | float | None:
    return BEST.get(answer, "A")


def wbk_only(code: str, answer: str) -> str | float | None:
    """Letters one below the best (A–C: B is 0.5), the results at the least WBK asks for."""
    results: dict[str, str | float] = {"H.1.a": 3.6, "H.1.b": "C", "H.2.a": 3.2}
    letters: dict[str, str | float] = {"Ya/Tidak": "Ya", "%": 0.8, "Jumlah": 4, "A/B/C": "A", "A/B/C/D": "B"}
    return results.get(code) or letters.get(answer, "B")


def without_area_six(code: str, answer: str) -> str | float | None:
    worst: dict[str, str | float] = {"Ya/Tidak": "Tidak", "%": 0, "Jumlah": 4}
    if code.split(".")[1] == "6":
        return worst.get(answer, answer[-1])
    return all_best(code, answer)


def one_open(code: str, answer: str) -> str | float | None:
    return None if code == "P.4.ii.e" else all_best(code, answer)


def expected_score(answer: Answer, prefix: str) -> float:
    """The score by its rule, computed from the lists alone: value × sub-component's weight ÷ indicators in it."""
    total = 0.0
    for indicator in library().current.indicators:
        if indicator.is_data_item or not indicator.code.startswith(prefix):
            continue
        alike = [i for i in library().current.indicators if i.sub_code == indicator.sub_code and not i.is_data_item]
        weight = (indicator.sub_weight or 0.0) / (len(alike) if indicator.sub else 1)
        total += weight * value_of(indicator.code, indicator.answer, answer)
    return total


def value_of(code: str, kind: str, answer: Answer) -> float:
    given = answer(code, kind)
    if given is None:
        return 0.0
    if kind == "%":
        return 1.0 if code in RATIOS else float(str(given))
    if kind == "Nilai (0-4)":
        return float(str(given)) / 4
    return float(library().answers[kind][str(given)])


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workbook]:
    """The workbook answered in four ways, each recalculated by LibreOffice."""
    folder = tmp_path_factory.mktemp("lke")
    paths = []
    for answer in (all_best, wbk_only, without_area_six, one_open):
        book = written(record(), folder)
        fill_in(book["LKE"], answer)
        paths.append(folder / f"{answer.__name__}.xlsx")
        book.save(paths[-1])
    return {path.stem: openpyxl.load_workbook(path, data_only=True) for path in convert_all(paths, "xlsx", folder / "out")}


def fill_in(sheet: Worksheet, answer: Answer) -> None:
    for row in sheet.iter_rows(min_row=FIRST_ROW + 1):
        code, kind, cell = str(row[0].value), row[2].value, row[10]
        if kind and code not in RATIOS:
            cell.value = answer(code, str(kind))


def summary_of(book: Workbook) -> dict[str, tuple[object, ...]]:
    return {str(row[0]): row[1:] for row in book["Ringkasan"].iter_rows(values_only=True) if row[0] is not None}


@pytest.mark.parametrize(
    ("answer", "predicate"),
    [
        (all_best, "WBBM"),
        (wbk_only, "WBK"),
        (without_area_six, "Belum memenuhi WBK"),
        (one_open, "Belum lengkap: 112 dari 113 dijawab"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_scores_and_predicate(recalculated: dict[str, Workbook], answer: Answer, predicate: str) -> None:
    summary = summary_of(recalculated[answer.__name__])
    assert summary["Predikat"][0] == predicate
    for area in range(1, 7):
        row = next(values for label, values in summary.items() if label.startswith(f"{area}. "))
        assert row[:3] == pytest.approx(
            (
                expected_score(answer, f"P.{area}."),
                expected_score(answer, f"R.{area}."),
                expected_score(answer, f"P.{area}.") + expected_score(answer, f"R.{area}."),
            )
        )
    pengungkit = expected_score(answer, "P.") + expected_score(answer, "R.")
    assert summary["Jumlah pengungkit"][2] == pytest.approx(pengungkit)
    assert summary["Jumlah hasil"][2] == pytest.approx(expected_score(answer, "H."))


def test_full_marks_are_sixty_and_forty(recalculated: dict[str, Workbook]) -> None:
    summary = summary_of(recalculated["all_best"])
    assert summary["Jumlah pengungkit"][2:4] == (60, 60)
    assert summary["Jumlah hasil"][2:4] == (40, 40)


def test_no_cell_is_an_error(recalculated: dict[str, Workbook]) -> None:
    for name, book in recalculated.items():
        wrong = [c.coordinate for sheet in book for row in sheet.iter_rows() for c in row if str(c.value).startswith("#")]
        assert wrong == [], name


def test_unread_values_are_those_of_a_fresh_calculation(tmp_path: Path) -> None:
    """A reader that does not compute shows what the writer put beside the formulas."""
    write_lke(record(), tmp_path / "lke.xlsx", "id")
    stored = openpyxl.load_workbook(tmp_path / "lke.xlsx", data_only=True)
    plain = openpyxl.load_workbook(tmp_path / "lke.xlsx")
    plain.save(tmp_path / "plain.xlsx")
    fresh = openpyxl.load_workbook(convert(tmp_path / "plain.xlsx", "xlsx", tmp_path / "out"), data_only=True)
    for name in ("Ringkasan", "LKE"):
        for row, other in zip(stored[name].iter_rows(), fresh[name].iter_rows(), strict=False):
            for cell, computed in zip(row, other, strict=False):
                if plain[name][cell.coordinate].data_type == "f":
                    assert (cell.value or 0) == pytest.approx(computed.value or 0), (name, cell.coordinate)
