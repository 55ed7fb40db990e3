"""The decree's number and date in its heading, at its signature and in its annexes."""

from __future__ import annotations

import pytest

from extractors.document import Paragraph
from pipeline.plan import Plan
from tests.pipeline.checks.plans import accusations, found, paragraph, plan

NUMBER, DATE = "188/12/410.3/2024", "5 Januari 2024"


def decree(
    number: str = NUMBER,
    date: str = DATE,
    annex_number: str | None = NUMBER,
    annex_date: str | None = DATE,
    more: tuple[str, ...] = (),
) -> Plan:
    lines: list[tuple[str, bool]] = [
        ("KEPUTUSAN KEPALA DINAS ARSIP KABUPATEN REMBANG", True),
        (f"NOMOR : {number}", True),
        ("TENTANG", True),
        ("TIM PEMBANGUNAN ZONA INTEGRITAS", True),
        ("Menimbang : a. bahwa perlu dibentuk tim;", False),
        ("Mengingat : 1. Undang-Undang Nomor 28 Tahun 1999;", False),
        ("Ditetapkan di Rembang", False),
        (f"Pada tanggal : {date}", False),
    ]
    if annex_number is not None or annex_date is not None:
        lines.append(("LAMPIRAN KEPUTUSAN KEPALA DINAS ARSIP", True))
        lines += [(f"NOMOR : {annex_number}", True)] if annex_number is not None else []
        lines += [(f"TANGGAL : {annex_date}", True)] if annex_date is not None else []
        lines.append(("SUSUNAN TIM", True))
    lines += [(text, False) for text in more]
    return plan([_paragraph(text, index, heading) for index, (text, heading) in enumerate(lines, 1)])


def _paragraph(text: str, block: int, heading: bool) -> Paragraph:
    return paragraph(text, block, heading=heading)


FAULTS = [
    ("one digit", decree(annex_number="188/13/410.3/2024"), "188/13/410.3/2024"),
    ("year", decree(annex_number="188/12/410.3/2022"), "188/12/410.3/2022"),
    ("year and a blank", decree(annex_number="188/12 /410.3/2022"), "188/12 /410.3/2022"),
    ("other series", decree(annex_number="800/12/410.3/2024"), "800/12/410.3/2024"),
    ("annex number blank", decree(annex_number=""), "NOMOR :"),
    ("annex number dotted", decree(annex_number="188/....../2024"), "NOMOR : 188/....../2024"),
    ("annex date", decree(annex_date="6 Januari 2024"), "6 Januari 2024"),
    ("annex month", decree(annex_date="5 Maret 2024"), "5 Maret 2024"),
    ("annex date blank", decree(annex_date=""), "TANGGAL :"),
    ("annex day blank", decree(annex_date="Januari 2024"), "TANGGAL : Januari 2024"),
    (
        "annex signed on another day",
        decree(annex_date=None, more=("Ditetapkan di Rembang", "Pada tanggal : 6 Januari 2024")),
        "6 Januari 2024",
    ),
    ("decree number blank", decree(number="......", annex_number=None, annex_date=None), "NOMOR : ......"),
    ("decree date blank", decree(date="", annex_number=None, annex_date=None), "Pada tanggal :"),
]

LOOK_ALIKES = [
    ("all agree", decree()),
    ("blanks in the number", decree(annex_number="188 / 12 / 410.3 / 2024")),
    ("capitals in the date", decree(annex_date="05 JANUARI 2024")),
    ("date in figures", decree(annex_date="05-01-2024")),
    ("letters for digits", decree(annex_number="l88/12/410.3/2O24")),
    ("no annex", decree(annex_number=None, annex_date=None)),
    ("annex without date", decree(annex_date=None)),
    ("another decree cited", decree(more=("2. Keputusan Bupati Rembang Nomor 700/5/2023 tentang Tim;",))),
    ("regulation cited", decree(more=("Peraturan Daerah Nomor 8 Tahun 2016",))),
    ("annex of the plan", decree(more=("Lampiran 1.", "Susunan pokja", "Nomor telepon loket : 0295"))),
    ("sentence about the annex", decree(more=("Nama anggota tercantum dalam Lampiran Keputusan ini.",))),
    ("no decree at all", plan(["Rencana kerja ini disusun bersama.", "Nomor antrean diambil di loket."])),
    ("decree with number and year", decree(number="12 TAHUN 2024", annex_number="12 Tahun 2024")),
]


@pytest.mark.parametrize(("given", "words"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_finds_mismatches(given: Plan, words: str) -> None:
    assert accusations("decree_mismatch", given) == [words]


@pytest.mark.parametrize("given", [c[1] for c in LOOK_ALIKES], ids=[c[0] for c in LOOK_ALIKES])
def test_lets_agreement_pass(given: Plan) -> None:
    assert accusations("decree_mismatch", given) == []


def test_names_both_places() -> None:
    (finding,) = found("decree_mismatch", decree(annex_number="188/13/410.3/2024"))
    assert [place.block for place in finding.where] == [10, 2]


def test_an_annex_belongs_to_the_decree_before_it() -> None:
    one, two = decree(), decree(number="188/13/410.3/2024", annex_number="188/13/410.3/2024")
    texts = [(b.text, b.bold) for p in (one, two) for b in p.document.blocks if isinstance(b, Paragraph)]
    texts[15] = ("RENCANA KERJA PEMBANGUNAN TAHUN 2024 UNTUK SEMUA BIDANG", True)
    both = plan([_paragraph(text, i, bold) for i, (text, bold) in enumerate(texts, 1)])
    assert accusations("decree_mismatch", both) == []


@pytest.mark.parametrize(
    ("made", "severity"),
    [
        (decree(annex_number="188/21/410.3/2024"), "error"),
        (decree(annex_date="5 Januari 2023"), "error"),
        (decree(annex_number="...."), "warning"),
    ],
    ids=["another number", "another date", "blank"],
)
def test_disagreement_is_an_error_and_a_blank_a_warning(made: Plan, severity: str) -> None:
    assert [finding.severity for finding in found("decree_mismatch", made)] == [severity]
