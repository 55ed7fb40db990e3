"""Where the front of a plan ends, which tells whose plan it is."""

from __future__ import annotations

import pytest

from extractors.document import Document
from pipeline.chapters import find_chapters
from pipeline.identity.zones import part_document
from tests.pipeline.identity.documents import paragraph, table, text_document

COVER = "RENCANA KERJA\nKECAMATAN SUKORINI\n"
LONG = "Pembangunan zona integritas menuntut kesungguhan seluruh pegawai, dari pimpinan sampai dengan petugas loket " * 2

FRONTS: list[tuple[str, str, list[str]]] = [
    (
        "before the first chapter",
        COVER + "Kata pengantar.\nBAB I\nPENDAHULUAN\n" + LONG,
        [*COVER.split("\n")[:2], "Kata pengantar."],
    ),
    (
        "no chapter: before the first long paragraph",
        COVER + "Pengantar\n" + LONG + "\nPenutup",
        [*COVER.split("\n")[:2], "Pengantar"],
    ),
    ("no chapter and no prose: all of it", COVER + "Pengantar", [*COVER.split("\n")[:2], "Pengantar"]),
    ("annexes are no chapters", COVER + "LAMPIRAN I\nDAFTAR TIM\n", [*COVER.split("\n")[:2], "LAMPIRAN I", "DAFTAR TIM"]),
]


@pytest.mark.parametrize(("text", "front"), [f[1:] for f in FRONTS], ids=[f[0] for f in FRONTS])
def test_front(text: str, front: list[str]) -> None:
    document = text_document(text)
    assert [line.text for line in part_document(document, find_chapters(document)).front] == front


def test_edges_and_tables_stand_apart_from_the_prose() -> None:
    blocks = (
        paragraph("RENCANA KERJA", 1),
        paragraph("Kecamatan Sukorini", 2, "running_head"),
        table([["NO", "NAMA"], ["1", "Sri"]], 3),
        paragraph("Rencana Kerja 2031", 4, "running_foot"),
        paragraph("7", 5, "page_number"),
    )
    zones = part_document(Document("text", blocks), ())
    assert [line.text for line in zones.prose] == ["RENCANA KERJA"]
    assert [line.text for line in zones.edges] == ["Kecamatan Sukorini", "Rencana Kerja 2031"]
    assert [line.text for line in zones.cells] == ["NO", "NAMA", "1", "Sri"]
