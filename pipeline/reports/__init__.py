"""Reports for people: one report, one module. These two functions write them all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.records import PlanRecord
from pipeline.reports.gaps import render_gaps
from pipeline.reports.letter import write_letter
from pipeline.reports.lke import write_lke
from pipeline.reports.summary_page import render_summary
from pipeline.reports.summary_workbook import write_summary_workbook
from pipeline.summary import Summary
from pipeline.summed_record import AnyRecord

__all__ = ["write_batch_reports", "write_document_reports"]


def write_document_reports(record: PlanRecord, folder: Path, pictures: Path | None, lang: str) -> None:
    """gaps.html, lke.xlsx and feedback.docx of one plan into `folder`.

    `pictures` is the folder of its kept page pictures (`<page>.jpg` at PICTURE_DPI), None where there are none.
    """
    (folder / "gaps.html").write_text(render_gaps(record, pictures, lang), encoding="utf-8", newline="\n")
    write_lke(record, folder / "lke.xlsx", lang)
    write_letter(record, folder / "feedback.docx", lang)


def write_batch_reports(summary: Summary, records: Mapping[str, AnyRecord], out: Path, lang: str) -> None:
    """summary.json, summary.html, summary.xlsx, rows.csv and rows.parquet of a whole run into `out`.

    `records` holds the documents that were read, by name; each is asked for once, so it may load them as it goes.
    """
    (out / "summary.json").write_text(summary.model_dump_json(indent=2) + "\n", encoding="utf-8", newline="\n")
    (out / "summary.html").write_text(render_summary(summary, lang), encoding="utf-8", newline="\n")
    write_summary_workbook(summary, out / "summary.xlsx", lang)
    from pipeline.reports.row_data import write_row_data  # pandas and pyarrow, which single documents have no need of

    write_row_data(records, out)
