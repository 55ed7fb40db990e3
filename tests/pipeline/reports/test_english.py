"""With English asked for, nothing but the plan's own words and the regulation's stays Indonesian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import docx
import openpyxl
import pytest

from canonical.lists import library
from canonical.reason import Reason, Value
from pipeline.catalogue import Texts, texts
from pipeline.records import PlanRecord
from pipeline.reports import write_batch_reports, write_document_reports
from pipeline.summary import DocumentLine, line_of, summarise
from tests.pipeline.reports.made_up_plans import record
from tests.pipeline.reports.web_pages import parsed_file

FAULT = "Berkas rusak atau terpotong; mintalah salinan yang utuh dari pengirim."
KEPT, ENGLISH = texts("id"), texts("en")


def with_every_reason(plan: PlanRecord) -> PlanRecord:
    """The plan with a finding for each reason a check can give and a candidate for each the matcher can."""
    model = plan.findings[0].model_copy(update={"text": "188.4/76"})
    findings = tuple(
        model.model_copy(
            update={"id": key, "severity": severity, "kind": kind, "reason": made(key), "why": KEPT.reason(made(key))}
        )
        for number, key in enumerate(KEPT.keys_of("finding"))
        for severity, kind in [(("error", "warning", "info")[number % 3], ("stale_year", "weak_row")[number % 2])]
    )
    row = next(row for row in plan.rows if row.matches[0].decision == "review")
    matches = tuple(
        row.matches[0].model_copy(update={"reason": made(key), "why": KEPT.reason(made(key))}) for key in KEPT.keys_of("match")
    )
    rows = tuple(row.model_copy(update={"matches": matches}) if one is row else one for one in plan.rows)
    source = plan.source.model_copy(update={"unread_pages": (19,)})
    return plan.model_copy(update={"findings": findings, "rows": rows, "source": source, "reason": FAULT})


def made(key: str) -> Reason:
    return Reason(key, {str(name): sample(str(how)) for _, name, how, _ in Formatter().parse(KEPT(key)) if name is not None})


def sample(how: str) -> Value:
    if how in ("", "agency"):
        return ""
    samples: dict[str, Value] = {"date": "2024-05-06", "and": ("P.1.i.a", "P.1.i.b"), "fault": KEPT("fault.picture_without_text")}
    return samples[how] if how in samples else KEPT.keys_of(how)[0].partition(".")[2]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The words of every English report of a batch, by file name."""
    out = tmp_path_factory.mktemp("english")
    plan = with_every_reason(record())
    write_document_reports(plan, out, None, "en")
    broken = DocumentLine(name="broken", file="broken.pdf", sha256="00" * 32, status="unreadable", reason=FAULT)
    twin = DocumentLine(name="twin", file="twin.pdf", sha256="01" * 32, status="duplicate", duplicate_of="plan", reason="")
    lines = [line_of("plan", plan), line_of("before", record(year=2023)), broken, twin]
    write_batch_reports(summarise(lines), {"plan": plan, "before": record(year=2023)}, out, "en")
    pages = {name: words_of_page(out / name) for name in ("gaps.html", "summary.html")}
    books = {name: words_of_workbook(out / name) for name in ("lke.xlsx", "summary.xlsx")}
    return {**pages, **books, "feedback.docx": words_of_letter(out / "feedback.docx")}


def words_of_page(path: Path) -> str:
    root = parsed_file(path)
    for unread in root.xpath("//style | //script"):
        unread.getparent().remove(unread)
    return " ".join([*root.xpath("//text()"), *root.xpath("//@title | //@aria-label | //@alt")])


def words_of_workbook(path: Path) -> str:
    book = openpyxl.load_workbook(path)
    cells = [said_by(cell.value) for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    hints = [f"{v.prompt} {v.promptTitle} {v.error}" for sheet in book for v in sheet.data_validations.dataValidation]
    return " ".join([*book.sheetnames, *cells, *hints])


def said_by(value: object) -> str:
    """A cell's text; of a formula the texts it may show."""
    text = str(value)
    return " ".join(re.findall(r'"([^"]*)"', text)) if text.startswith("=") else text


def words_of_letter(path: Path) -> str:
    letter = docx.Document(str(path))
    cells = [cell.text for table in letter.tables for line in table.rows for cell in line.cells]
    return " ".join([*(paragraph.text for paragraph in letter.paragraphs), *cells])


def folded(text: str) -> str:
    return " ".join(re.findall(r"[a-z]+", text.casefold()))


def fragments(t: Texts) -> Iterator[str]:
    """The stretches of the catalogue's sentences between the values, three words or more, letters only."""
    for key in sorted(t.keys()):
        for sentence in t.lines(key):
            yield from (plain for part, _, _, _ in Formatter().parse(sentence) if len((plain := folded(part)).split()) >= 3)


REPORTS = ("gaps.html", "summary.html", "lke.xlsx", "summary.xlsx", "feedback.docx")


@pytest.mark.parametrize("name", REPORTS)
def test_no_sentence_of_the_indonesian_catalogue_stands_in_it(name: str, reports: dict[str, str]) -> None:
    english = " | ".join(folded(line) for key in ENGLISH.keys() for line in ENGLISH.lines(key))  # noqa: SIM118
    own = " | ".join(folded(line) for line in own_words())
    page = folded(reports[name])
    assert [part for part in fragments(KEPT) if part in page and part not in english and part not in own] == []


@pytest.mark.parametrize("name", REPORTS)
def test_every_word_is_english_the_plans_or_the_regulations(name: str, reports: dict[str, str]) -> None:
    english = {word for key in ENGLISH.keys() for line in ENGLISH.lines(key) for word in folded(line).split()}  # noqa: SIM118
    own = {word for line in own_words() for word in folded(line).split()}
    others = {"twin"}
    strange = set(folded(reports[name]).split()) - english - own - others
    assert {word for word in strange if len(word) > 2} == set()


def own_words() -> Iterator[str]:
    """What the plan says and what the regulation does; not the reasons, which are kept in Indonesian."""
    bare = record()
    findings = tuple(finding.model_copy(update={"why": ""}) for finding in bare.findings)
    rows = tuple(row.model_copy(update={"matches": ()}) for row in bare.rows)
    yield bare.model_copy(update={"findings": findings, "rows": rows}).model_dump_json().replace("\\n", " ")
    for indicator in library().current.indicators:
        yield f"{indicator.text} {indicator.area_name} {indicator.sub_name} {indicator.code} {indicator.answer}"


def test_the_comparison_notices_indonesian() -> None:
    told = folded("Berkas ini " + KEPT("finding.denial"))
    assert [part for part in fragments(KEPT) if part in told] != []
