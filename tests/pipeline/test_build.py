"""The record of a document: its pages counted, its status by what is left to a person."""

from __future__ import annotations

import pytest

from canonical.lists import library
from extractors.document import Block, Document, PageSummary, Paragraph, Place
from pipeline.build import build_record
from pipeline.records import MadeBy, PlanRecord, Source
from tests.pipeline.identity.documents import table

HEADER = ["NO", "KOMPONEN", "INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG", "TARGET WAKTU", "OUTPUT"]
SURE = library().current["P.1.i.a"].text
TORN = "Telah dilakukan sosialisasi"


def built(indicators: list[str], pages: tuple[PageSummary, ...] = ()) -> PlanRecord:
    rows = [
        [f"{n}", "", text, "Menunjuk ketua pokja", "SK Tim", "Maret 2024", "1 dokumen"] for n, text in enumerate(indicators, 1)
    ]
    blocks: list[Block] = [Paragraph("RENCANA KERJA ZONA INTEGRITAS TAHUN 2024", (), Place(block=1))]
    if rows:
        blocks.append(table([HEADER, *rows], 2))
    return build_record(
        Document("docx", tuple(blocks), pages), Source(file="a.docx", sha256="", format="docx"), MadeBy(renja="0", settings="")
    )


def page(number: int, origin: str, confidence: float = 1.0, note: str = "") -> PageSummary:
    return PageSummary(number, 595, 842, origin, confidence=confidence, note=note)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("indicators", "pages", "status"),
    [
        ([SURE], (), "done"),
        ([TORN], (), "review"),
        ([SURE, TORN], (), "review"),
        ([SURE], (page(1, "none", note="halaman terlalu gelap"),), "review"),
        ([SURE], (page(1, "none"),), "done"),
        ([], (), "no_action_table"),
        ([], (page(1, "none", note="halaman terlalu gelap"),), "no_action_table"),
    ],
    ids=["sure", "in doubt", "one in doubt", "an unread page", "a blank page", "no table", "no table on an unread page"],
)
def test_status(indicators: list[str], pages: tuple[PageSummary, ...], status: str) -> None:
    record = built(indicators, pages)
    assert (record.status, record.reason is not None) == (status, status == "no_action_table")


def test_pages_are_counted_by_how_they_were_read() -> None:
    pages = (page(1, "text"), page(2, "ocr", 0.8), page(3, "none", 0.6, "halaman terlalu gelap"), page(4, "none", 1.0))
    source = built([SURE], pages).source
    assert (source.pages, source.scanned_pages, source.unread_pages, source.confidence) == (4, (2,), (3,), 0.85)


def test_without_pages_none_are_counted() -> None:
    source = built([SURE]).source
    assert (source.pages, source.scanned_pages, source.unread_pages, source.confidence) == (None, (), (), 1.0)


def test_a_table_that_may_be_a_picture_is_asked_for_as_pdf() -> None:
    blocks = (Paragraph("BAB III RENCANA AKSI", (), Place(block=1)),)
    record = build_record(
        Document("docx", blocks, has_pictures=True),
        Source(file="a.docx", sha256="", format="docx"),
        MadeBy(renja="0", settings=""),
    )
    assert record.status == "no_action_table"
    assert "simpan sebagai PDF" in str(record.reason)
