"""Numbers that repeat, skip or disagree, and numbers that rightly begin again."""

from __future__ import annotations

import pytest

from extractors.document import PageSummary, Paragraph, Place
from pipeline.checks.numerals import position_of, roman_numeral, roman_value
from pipeline.plan import HeadingLine
from pipeline.records import Chapter, Section
from tests.pipeline.checks.plans import ROLES, accusations, found, paragraph, plan, row

TITLE = paragraph("SUSUNAN TIM", heading=True)

BROKEN_LISTS: list[tuple[str, list[str | Paragraph]]] = [
    ("repeated", ["1. Jujur", "2. Sigap", "2. Ramah", "3. Teliti"]),
    ("skipped", ["1. Jujur", "2. Sigap", "4. Ramah"]),
    ("letters skipped", ["a. Jujur", "b. Sigap", "d. Ramah"]),
    ("roman repeated", ["i. Jujur", "ii. Sigap", "ii. Ramah"]),
    ("with brackets", ["1) Jujur", "2) Sigap", "4) Ramah"]),
    ("after a sub-list", ["1. Nilai", "2. Sikap", "a. sopan", "b. sabar", "2. Tekad"]),
    ("capitals skipped", ["A. Jujur", "B. Sigap", "D. Ramah"]),
    ("begun again under a title in capitals", ["1. Jujur", "2. Sigap", TITLE, "1. Loket", "2. Ruang", "2. Kursi"]),
    ("behind a word of a decree", ["Mengingat : 1. Undang-Undang", "2. Peraturan", "4. Keputusan"]),
]

GOOD_LISTS: list[tuple[str, list[str | Paragraph]]] = [
    ("plain", ["1. Jujur", "2. Sigap", "3. Ramah"]),
    ("begins again", ["1. Jujur", "2. Sigap", "1. Loket", "2. Ruang"]),
    ("a capital of the same shape", ["a. Jujur", "b. Sigap", "C. Ramah", "d. Teliti"]),
    ("sub-lists", ["1. Nilai", "a. sopan", "b. sabar", "2. Sikap", "a. rapi", "b. tepat", "3. Tekad"]),
    ("roman in letters", ["a. Area", "i. satu", "ii. dua", "iii. tiga", "b. Lain", "i. satu", "ii. dua"]),
    ("two items on one line", ["1. Jujur", "2. Sigap; 3. Ramah", "4. Teliti"]),
    ("two capitals on one line", ["A. Jujur", "B. Sigap; C. Ramah", "D. Teliti"]),
    ("two Roman capitals on one line", ["I. Jujur", "II. Sigap; III. Ramah", "IV. Teliti"]),
    ("over a title in capitals", ["1. Jujur", "2. Sigap", TITLE, "2. Loket"]),
    ("one item", ["3. Ramah"]),
    ("goes on over a heading", ["1. Jujur", "2. Sigap", "BAB II", "1. Ramah"]),
    ("decimals", ["1. Jujur", "2. Sigap", "4.5 juta rupiah"]),
    ("letter i after h", ["f. enam", "g. tujuh", "h. delapan", "i. sembilan", "j. sepuluh"]),
    ("numbers in a sentence", ["Nilai kami ialah (1) jujur dan (2) sigap; yang utama (1) jujur."]),
]


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("1. Undangan 2. Notula 4. Foto", 1),
        ("1) Undangan 2) Notula 2) Foto 3) SK", 1),
        ("1. Undangan 2. Notula 3. Foto", 0),
        ("1. Undangan 2. Notula 3 Foto 4. SK", 0),
        ("1. Undangan 2. Notula 1. Foto 2. SK", 0),
        ("Versi 1. Undangan 5. Foto", 0),
        ("3. Undangan 5. Notula 9. Foto", 0),
    ],
)
def test_numbers_inside_a_cell(cell: str, count: int) -> None:
    assert len(accusations("numbering", plan(rows=[row(evidence=cell)]))) == count


def chapter(label: str, *sections: str) -> Chapter:
    place = (Place(block=1),)
    parts = tuple(Section(label=s.split()[0], title=" ".join(s.split()[1:]), where=place) for s in sections)
    return Chapter(label=label, title="JUDUL", sections=parts, where=place)


@pytest.mark.parametrize("items", [b[1] for b in BROKEN_LISTS], ids=[b[0] for b in BROKEN_LISTS])
def test_finds_broken_lists(items: list[str | Paragraph]) -> None:
    assert len(accusations("numbering", plan(items))) == 1


@pytest.mark.parametrize("items", [g[1] for g in GOOD_LISTS], ids=[g[0] for g in GOOD_LISTS])
def test_lets_good_lists_pass(items: list[str | Paragraph]) -> None:
    assert accusations("numbering", plan(items)) == []


@pytest.mark.parametrize(
    ("items", "before"),
    [
        (["A. Jujur", "B. Sigap", "D. Ramah"], "B"),
        (["i. Jujur", "ii. Sigap", "iv. Ramah"], "ii"),
        (["1. Jujur", "2. Sigap", "4. Ramah"], "2"),
    ],
)
def test_what_stands_before_a_gap_is_told_as_the_list_writes_it(items: list[str], before: str) -> None:
    (finding,) = found("numbering", plan(items))
    assert finding.why.endswith(f"(sesudah {before})")


def test_roman_numerals_are_written_as_they_are_read() -> None:
    assert [roman_value(roman_numeral(value)) for value in range(1, 40)] == list(range(1, 40))


@pytest.mark.parametrize(
    ("chapters", "words"),
    [
        ([chapter("BAB I", "1.1 Latar", "1.1 Maksud")], "1.1 Maksud"),
        ([chapter("BAB I", "1.1 Latar", "1.3 Maksud")], "1.3 Maksud"),
        ([chapter("BAB II", "2.1 Program", "1.2 Proses")], "1.2 Proses"),
        ([chapter("BAB II", "2.1 Program", "2.1 Proses", "2.3 Area")], "2.1 Proses"),
        ([chapter("BAB II", "A Program", "A Proses", "C Area")], "A Proses"),
        ([chapter("BAB I"), chapter("BAB III")], "BAB III JUDUL"),
        ([chapter("BAB II"), chapter("BAB II")], "BAB II JUDUL"),
    ],
)
def test_finds_broken_headings(chapters: list[Chapter], words: str) -> None:
    assert accusations("numbering", plan(chapters=chapters)) == [words]


@pytest.mark.parametrize(
    "chapters",
    [
        [chapter("BAB I", "1.1 Latar", "1.2 Maksud"), chapter("BAB II", "2.1 Program")],
        [chapter("BAB I", "A Latar", "a Umum", "b Khusus", "B Maksud", "a Umum")],
        [chapter("BAB I"), chapter("Lampiran"), chapter("BAB II")],
    ],
)
def test_lets_good_headings_pass(chapters: list[Chapter]) -> None:
    assert accusations("numbering", plan(chapters=chapters)) == []


def components(*numbered: tuple[int, str, str]) -> list[str]:
    rows = [row(i, area=area, number=number, component=name) for i, (area, number, name) in enumerate(numbered)]
    return accusations("numbering", plan(rows=rows))


def test_finds_broken_components() -> None:
    assert components((1, "1", "Tim"), (1, "3", "Rencana")) == ["3 Rencana"]
    assert components((1, "1", "Tim"), (1, "1", "Rencana")) == ["1 Rencana"]


def test_lets_good_components_pass() -> None:
    assert components((1, "1", "Tim"), (1, "1", "Tim"), (1, "2", "Rencana"), (2, "1", "SOP")) == []
    assert components((1, "1", "Tim"), (1, "2", "Rencana"), (2, "3", "SOP")) == []
    assert components((1, "", "Tim"), (1, "", "Rencana")) == []
    assert components((1, "1", "Pola Mutasi Internal"), (1, "1", "Pola Mutasi Internal (PMI)"), (1, "2", "Rencana")) == []
    assert components((1, "1", "Pola Mutasi Internal"), (1, "1", "Po la Mutasi Internall"), (1, "2", "Rencana")) == []
    assert components((1, "1", "Tim"), (1, "1", ""), (1, "2", "Rencana")) == []
    assert components((1, "1", "Tim"), (1, "2", "Tim"), (1, "1", "Rencana"), (1, "1", "Pola Pikir")) == []
    assert components((1, "1", "Tim"), (1, "2", "Tim"), (1, "3", "Rencana"), (1, "4", "Rencana")) == []


def heading(kind: str, label: str, text: str) -> HeadingLine:
    return HeadingLine(kind, label, text, (Place(block=9),), 0)  # type: ignore[arg-type]


def test_column_numbers_must_agree_with_the_columns() -> None:
    assert accusations("numbering", plan(headings=[heading("column_numbers", "", "1 2 3 4 5 6")])) == ["1 2 3 4 5 6"]
    assert accusations("numbering", plan(headings=[heading("column_numbers", "", "1 2 3 4 5 6 7")])) == []
    months = plan(headings=[heading("column_numbers", "", "1 2 3 4 5 6")], roles=(*ROLES[:5], "month", "month"))
    assert accusations("numbering", months) == []


SCAN = [PageSummary(1, 595, 842, "ocr", confidence=0.9)]
TEXT = [PageSummary(1, 595, 842, "text")]


def numbered_columns(words: str, pages: list[PageSummary]) -> list[str]:
    line = HeadingLine("column_numbers", "", words, (Place(page=1, box=(40, 80, 550, 95)),), 0)
    return accusations("numbering", plan(headings=[line], pages=pages))


MISREAD_COLUMNS = [
    "1 2 3 4 5 6 II",
    "1 2 3 4 5 II",
    "1 2 3 4 5 11",
    "1 2 3 4 5 G 7",
    "1 2 3 4 5 0 7",
    "I 2 3 4 5 6 7",
    "1 2 3 4 5 6 1",
    "1 2 8 4 5 6 7",
    "l 2 3 4 5",
    "1 2 3 4 S 6",
    "2 3 4 5 6 7",
    "1 23 4 5 6 7",
]

SHORT_COLUMNS = [
    "1 2 3 4 5 6",
    "1 2 3 4 5",
    "1 2 3 4 5 6 7 8",
    "1 2 3 4 5 6 7 8 9",
    "(1) (2) (3) (4) (5) (6)",
    "1. 2. 3. 4. 5. 6.",
]

FAULTY_COLUMNS = [*SHORT_COLUMNS, "1 2 3 4 5 5 7", "1 2 3 4 6 7 8", "1 2 4 5 6 7", "2 3 4 5 6 7", "1 1 2 3 4 5 6"]


@pytest.mark.parametrize("words", MISREAD_COLUMNS)
def test_misread_column_numbers_of_a_scan_accuse_nobody(words: str) -> None:
    assert numbered_columns(words, SCAN) == []


@pytest.mark.parametrize(("words", "pages"), [(w, TEXT) for w in FAULTY_COLUMNS] + [(w, SCAN) for w in SHORT_COLUMNS])
def test_faulty_column_numbers_are_told(words: str, pages: list[PageSummary]) -> None:
    assert numbered_columns(words, pages) == [words]


def test_areas_count_on_and_begin_again_with_a_part() -> None:
    good = [
        heading("area", "I", "Satu"),
        heading("area", "II", "Dua"),
        heading("part", "B", "REFORM"),
        heading("area", "I", "Satu"),
    ]
    assert accusations("numbering", plan(headings=good)) == []
    assert accusations("numbering", plan(headings=[heading("area", "I", "Satu"), heading("area", "III", "Tiga")])) == ["III Tiga"]
    assert accusations("numbering", plan(headings=[heading("area", "I", "Satu"), heading("area", "I", "SATU")])) == []


@pytest.mark.parametrize(
    ("labels", "pages", "accused"),
    [
        ("L II III V V VI", SCAN, []),
        ("I II III V V VI", TEXT, ["V", "V"]),
        ("I II III III V VI", SCAN, ["III"]),
    ],
    ids=["strokes lost on a scan", "the same as printed", "given twice on a scan"],
)
def test_numerals_of_areas_on_scans(labels: str, pages: list[PageSummary], accused: list[str]) -> None:
    headings = [
        HeadingLine("area", label, f"Judul {place}", (Place(1, (0, place, 9, place + 1)),), 0)
        for place, label in enumerate(labels.split())
    ]
    assert [text.split()[0] for text in accusations("numbering", plan(headings=headings, pages=pages))] == accused


@pytest.mark.parametrize(
    ("label", "position"), [("3", 3), ("III.", 3), ("c)", 3), ("IX", 9), ("XIV", 14), ("i", 1), ("", None), ("?", None)]
)
def test_positions(label: str, position: int | None) -> None:
    assert position_of(label) == position


def test_roman_values_count_up() -> None:
    assert [
        roman_value(r) for r in ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xix", "xx", "xxxix"]
    ] == [*range(1, 12), 19, 20, 39]
