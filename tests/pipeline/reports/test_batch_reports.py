"""summary.json, summary.html, summary.xlsx, rows.csv and rows.parquet of a batch."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from lxml import html

from pipeline.catalogue import texts
from pipeline.records import CopiedText, Passage, PassagePlace, PlanRecord
from pipeline.reports import write_batch_reports
from pipeline.reports.row_data import COLUMNS
from pipeline.reports.summary_view import covered_share, remark, view_of
from pipeline.summary import DocumentLine, Summary, line_of, summarise
from tests.pipeline.reports.hostile import FORMULAS, MARKUP, spoilt
from tests.pipeline.reports.made_up_plans import AGENCY, record
from tests.pipeline.reports.web_pages import parsed_file, words

BROKEN = DocumentLine(name="rusak", file="rusak.pdf", sha256="00" * 32, status="unreadable", reason="Berkas rusak.")
TWIN = DocumentLine(name="kembar", file="kembar.pdf", sha256="01" * 32, status="duplicate", duplicate_of="lama")


class OnceOnly(Mapping[str, PlanRecord]):
    """Records that may be asked for once each, as a run too large for memory would have it."""

    def __init__(self, records: dict[str, PlanRecord]) -> None:
        self._records = records
        self._names = tuple(records)

    def __getitem__(self, name: str) -> PlanRecord:
        return self._records.pop(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def records() -> dict[str, PlanRecord]:
    return {
        "lama": record(year=2023, missing=("P.1.i.a", "P.1.ii.b", "R.5.i.a"), agency=AGENCY.upper()),
        "baru": record(year=2024, missing=("P.1.ii.b",)),
        "lain": record(agency="Dinas Perikanan Kota Muara", without_reform=True, missing=("P.1.ii.b", "P.6.v.c")),
        "jahat": spoilt(record(missing=())),
    }


def batch(plans: Mapping[str, PlanRecord]) -> Summary:
    places = tuple(PassagePlace(document=name, page=8) for name in ("baru", "lain"))
    shared = CopiedText(documents=("baru", "lain"), share=0.61, passages=(Passage(text=f"=janji {MARKUP}", where=places),))
    return summarise([*(line_of(name, plan) for name, plan in plans.items()), BROKEN, TWIN], [shared])


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("batch")
    write_batch_reports(batch(records()), OnceOnly(records()), folder, "id")
    return folder


def page_of(out: Path) -> html.HtmlElement:
    return parsed_file(out / "summary.html")


def test_summary_json_is_the_contracts(out: Path) -> None:
    read = Summary.model_validate_json((out / "summary.json").read_bytes())
    assert read == batch(records())
    assert '"schema": "renja-summary/1"' in (out / "summary.json").read_text()
    baru = next(line for line in read.documents if line.name == "baru")
    assert (baru.covered, baru.review, baru.missing, baru.findings.error, baru.findings.warning) == (107, 2, 1, 2, 4)


def test_documents_stand_in_order_of_their_names(out: Path) -> None:
    names = [line.name for line in Summary.model_validate_json((out / "summary.json").read_bytes()).documents]
    assert names == sorted(names)


def test_years_of_one_agency_stand_side_by_side(out: Path) -> None:
    assert [a.documents for a in batch(records()).agencies] == [("lama", "baru")]
    table = page_of(out).xpath("//table[contains(@class, 'years')]")[0]
    assert [words(row)[:4] for row in table.xpath(".//tbody/tr")] == ["2023", "2024"]
    assert "▲ +2" in words(table)


def test_every_file_has_its_line_with_reason(out: Path) -> None:
    lines = {
        words(row.xpath("./th")[0]): words(row) for row in page_of(out).xpath("//table[contains(@class, 'documents')]/tbody/tr")
    }
    assert set(lines) == {"lama", "baru", "lain", "jahat", "rusak", "kembar"}
    assert "Berkas rusak." in lines["rusak"]
    assert "sama dengan lama" in lines["kembar"]


def test_a_reason_does_not_say_the_file_s_name_again() -> None:
    line = BROKEN.model_copy(update={"file": "kiriman/rusak.pdf", "reason": "Berkas rusak. (rusak.pdf)"})
    assert remark(line, texts("id")) == "Berkas rusak."


def test_files_that_were_not_read_have_nothing_to_sort_by(out: Path) -> None:
    """Else they would stand as those with the least errors; a zero of a plan that was read is a zero."""
    keys = {
        words(row.xpath("./th")[0]): row.xpath("./td/@data-sort")
        for row in page_of(out).xpath("//table[contains(@class, 'documents')]/tbody/tr")
    }
    assert keys["rusak"] == [""] * 7
    assert keys["jahat"][2:4] == ["0", "2"]
    assert keys["baru"] == ["2024", "0.9727", "1", "2", "2", "4", "2"]


def test_read_documents_link_to_their_reports(out: Path) -> None:
    links = page_of(out).xpath("//table[contains(@class, 'documents')]//a/@href")
    assert sorted(links) == ["baru/gaps.html", "jahat/gaps.html", "lain/gaps.html", "lama/gaps.html"]


def test_the_heat_map_begins_with_the_least_covered_plan() -> None:
    view = view_of(batch(records()))
    shares = [covered_share(row.line) or 0.0 for row in view.heat]
    assert shares == sorted(shares) and len(set(shares)) > 1


def test_agencies_of_several_years_stand_by_name_each_by_year() -> None:
    plans = {
        f"{file}-{year}": plan.model_copy(update={"plan": plan.plan.model_copy(update={"agency": f"Dinas {agency}"})})
        for agency, file in (("Sosial", "a"), ("Arsip", "b"))
        for year in (2024, 2022)
        for plan in [record(year=year, findings=())]
    }
    summary = summarise([line_of(name, plan) for name, plan in plans.items()])
    assert [agency.documents for agency in summary.agencies] == [("b-2022", "b-2024"), ("a-2022", "a-2024")]


def test_the_heat_map_leaves_out_what_a_plan_does_not_have(out: Path) -> None:
    rows = page_of(out).xpath("//table[@class='heat']/tbody/tr")
    lain = next(row for row in rows if "Perikanan" in words(row))
    cells = [words(cell) for cell in lain.xpath("./td[not(@class='gap')]")]
    assert cells[0] == "92"
    assert cells[6:] == ["–"] * 6


def test_the_commonest_gap_comes_first(out: Path) -> None:
    first = page_of(out).xpath("//div[@class='missing-row']")[0]
    assert words(first).startswith("P.1.ii.b")
    assert "3 dari 4 rencana" in words(first)


def test_only_our_script_may_run(out: Path) -> None:
    source = (out / "summary.html").read_text(encoding="utf-8")
    assert len(re.findall(r"<script", source)) == 1
    assert "script-src 'sha256-" in source
    assert "onerror=alert" not in re.sub(r"&lt;.*?&gt;", "", source)


def test_nothing_is_fetched(out: Path) -> None:
    root = page_of(out)
    assert root.xpath("//@src | //link") == []
    assert [link for link in root.xpath("//@href") if "://" in link] == []


def test_hostile_names_stay_texts_in_the_workbook(out: Path) -> None:
    book = openpyxl.load_workbook(out / "summary.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in cells if cell.data_type == "f"] == []
    assert any(str(cell.value).startswith("=Dinas") for cell in cells)
    assert any(str(cell.value).startswith("=janji") for cell in cells)


def test_the_workbook_has_a_line_a_document(out: Path) -> None:
    sheet = openpyxl.load_workbook(out / "summary.xlsx")["Dokumen"]
    lines = {row[0]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert len(lines) == 6
    assert lines["baru"][5] == pytest.approx(107 / 110)
    links = {
        cell.value: str(cell.hyperlink.target).replace("\\", "/")
        for (cell,) in sheet.iter_rows(min_row=2, max_col=1)
        if cell.hyperlink
    }
    assert links == {name: f"{name}/gaps.html" for name in ("baru", "lama", "lain", "jahat")}


def test_parquet_holds_the_rows_as_read(out: Path) -> None:
    frame = pd.read_parquet(out / "rows.parquet")
    plans = records()
    assert tuple(frame.columns) == COLUMNS
    assert len(frame) == sum(len(plan.rows) for plan in plans.values())
    baru = frame[frame.document == "baru"]
    assert list(baru.action) == [row.action for row in plans["baru"].rows]
    assert list(baru.order) == list(range(1, len(baru) + 1))
    assert set(baru.when_start) == {"2024-03"}
    assert baru.loc[baru["row"] == "r003", "findings"].item() == "bad_date"
    assert set(FORMULAS) <= set(frame[frame.document == "jahat"].evidence)


def test_the_csv_holds_the_same_but_no_formula(out: Path) -> None:
    frame = pd.read_parquet(out / "rows.parquet")
    with (out / "rows.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == len(frame)
    assert [line for line in lines if line["evidence"][:1] in tuple("=+@")] == []
    read = [line["evidence"].removeprefix("'") for line in lines]
    assert read == list(frame.evidence)
    assert {line["year"] for line in lines} == {"2023", "2024"}


def test_the_same_batch_gives_the_same_bytes(out: Path, tmp_path: Path) -> None:
    write_batch_reports(batch(records()), records(), tmp_path, "id")
    for file in sorted(out.iterdir()):
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


@pytest.mark.parametrize("lang", ["id", "en"])
def test_an_empty_batch_is_a_page_too(tmp_path: Path, lang: str) -> None:
    write_batch_reports(summarise([BROKEN]), {}, tmp_path, lang)
    assert "rusak" in page_of(tmp_path).text_content()
    assert len(pd.read_parquet(tmp_path / "rows.parquet")) == 0
    assert (tmp_path / "rows.csv").read_text().splitlines() == [",".join(COLUMNS)]


def test_the_data_dictionary_explains_every_column() -> None:
    dictionary = Path(__file__).parents[3] / "docs" / "data-dictionary.md"
    explained = re.findall(r"^\| `(\w+)` \|", dictionary.read_text(encoding="utf-8"), flags=re.M)
    assert tuple(explained) == COLUMNS


def test_the_mean_of_no_plans_is_none(tmp_path: Path) -> None:
    tiles = {}
    for name, plans in (("none", {}), ("one", {"baru": records()["baru"]})):
        (tmp_path / name).mkdir()
        write_batch_reports(batch(plans), plans, tmp_path / name, "id")
        tiles[name] = [words(b) for b in page_of(tmp_path / name).xpath("//ul[@class='tiles']/li/b")][1]
    assert tiles == {"none": "—", "one": "97 %"}
