"""Tables without rules: the same cells as ruled ones give, and no table where there is none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extractors.assemble import assemble
from extractors.document import Document, Page, Rule, Table, Word
from pipeline.action_table import find_action_table
from pipeline.plan import ActionTable
from pipeline.unruled import restore_unruled
from tests.extractors.drawing import LINE_POINTS, block, lattice, words

WIDTH, HEIGHT = 842.0, 595.0
XS = (60.0, 90.0, 200.0, 360.0, 520.0, 660.0)
HEADER = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")
TEAM = (
    "1",
    "Tim Kerja",
    "Tim pembangunan zona|integritas sudah|dibentuk",
    "Menetapkan tim kerja",
    "Surat keputusan",
    "Maret 2023",
)
CHOICE = ("", "", "Anggota tim dipilih|dengan cara jelas", "Menggelar rapat|pemilihan anggota|tim", "Notula rapat", "April 2023")
PLAN = (
    "2",
    "Dokumen Rencana|Pembangunan Zona|Integritas",
    "Rencana kerja ada",
    "Menyusun rencana kerja",
    "Rencana kerja",
    "Mei 2023",
)
AREA = ("I", "MANAJEMEN|PERUBAHAN", "", "", "", "")
INDICATORS = [
    "Tim pembangunan zona integritas sudah dibentuk",
    "Anggota tim dipilih dengan cara jelas",
    "Rencana kerja ada",
]
COMPONENTS = ["Tim Kerja", "Tim Kerja", "Dokumen Rencana Pembangunan Zona Integritas"]


def typed(rows: Sequence[Sequence[str]], top: float = 100.0, gap: float = 4.0) -> tuple[list[Word], list[float]]:
    """Rows of cells, their lines parted by `|`, `gap` points between two rows; and the heights between the rows."""
    placed: list[Word] = []
    between = [top - gap / 2]
    for row in rows:
        lines = [cell.split("|") for cell in row]
        for x, cell in zip(XS, lines, strict=False):
            placed += [w for w in block(cell, x, top) if w.text]
        top += max(map(len, lines)) * LINE_POINTS + gap
        between.append(top - gap / 2 - (LINE_POINTS - 10.0) / 2)
    return placed, between


def page(number: int, placed: Sequence[Word], rules: Sequence[Rule] = ()) -> Page:
    return Page(number, WIDTH, HEIGHT, tuple(placed), tuple(rules))


def across(ys: Sequence[float], left: float = 56.0) -> list[Rule]:
    return [Rule(left, y, 740.0, y) for y in ys]


def restored(*pages: Page) -> Document:
    return restore_unruled(assemble("pdf", pages))


def table_of(*pages: Page) -> ActionTable:
    found = find_action_table(restored(*pages))
    assert found is not None
    return found


def test_rows_stand_apart_by_a_gap() -> None:
    found = table_of(page(1, typed([HEADER, AREA, TEAM, CHOICE, PLAN])[0]))
    assert [row.indicator for row in found.rows] == INDICATORS
    assert [row.component for row in found.rows] == COMPONENTS
    assert [row.area for row in found.rows] == [1, 1, 1]
    assert [row.action for row in found.rows][1] == "Menggelar rapat pemilihan anggota tim"
    assert [row.schedule for row in found.rows] == ["Maret 2023", "April 2023", "Mei 2023"]


def test_rows_without_a_gap_begin_where_cells_begin_together() -> None:
    found = table_of(page(1, typed([HEADER, AREA, TEAM, CHOICE, PLAN], gap=0.0)[0]))
    assert [row.indicator for row in found.rows] == INDICATORS
    assert [row.component for row in found.rows] == COMPONENTS


def test_rows_without_a_gap_and_without_numbers() -> None:
    role_model = (
        "",
        "Keterlibatan|Pimpinan",
        "Pimpinan ikut menyusun|rencana kinerja",
        "Memimpin rapat|penyusunan",
        "Notula|Foto",
        "Mei",
    )
    documents = (
        "",
        "Pengelolaan|Akuntabilitas|Kinerja",
        "Dokumen perencanaan|sudah ada",
        "Menyusun Renstra|dan RKT",
        "Renstra|RKT",
        "Juni 2023",
    )
    reports = ("", "", "Laporan tepat waktu", "Menyusun laporan", "Laporan", "Juli 2023")
    found = table_of(page(1, typed([("", *HEADER[1:]), role_model, documents, reports], gap=0.0)[0]))
    assert [(row.component, row.indicator) for row in found.rows] == [
        ("Keterlibatan Pimpinan", "Pimpinan ikut menyusun rencana kinerja"),
        ("Pengelolaan Akuntabilitas Kinerja", "Dokumen perencanaan sudah ada"),
        ("Pengelolaan Akuntabilitas Kinerja", "Laporan tepat waktu"),
    ]


def test_a_rule_under_the_header_parts_no_rows() -> None:
    placed, between = typed([HEADER, TEAM, CHOICE, PLAN])
    found = table_of(page(1, placed, across(between[:2])))
    assert [row.indicator for row in found.rows] == INDICATORS


def test_printed_rules_part_the_rows_and_what_they_leave_open_goes_on() -> None:
    long_name = ("1", "Penyusunan Tim|Kerja menurut|tata cara yang|ada", *TEAM[2:])
    placed, between = typed([HEADER, long_name, CHOICE, PLAN])
    rules = [*across([*between[:2], *between[3:]]), *across(between[2:3], left=XS[2] - 4)]
    found = table_of(page(1, placed, rules))
    assert [row.indicator for row in found.rows] == INDICATORS
    assert found.rows[1].component == "Penyusunan Tim Kerja menurut tata cara yang ada"


def test_a_name_longer_than_its_row_goes_on_beside_the_next() -> None:
    long_name = "Tim Kerja|Pembangunan|Zona Integritas|unit kerja"
    rows = [HEADER, ("1", long_name, *TEAM[2:])]
    placed, between = typed([*rows, CHOICE, PLAN], gap=0.0)
    shifted = [Word(w.text, (w.box[0], w.box[1] - LINE_POINTS, w.box[2], w.box[3] - LINE_POINTS)) for w in placed]
    squeezed = [s if w.box[1] >= between[2] - 1 else w for w, s in zip(placed, shifted, strict=True)]
    found = table_of(page(1, squeezed))
    assert [row.indicator for row in found.rows] == INDICATORS
    assert found.rows[0].component == found.rows[1].component == long_name.replace("|", " ")


def test_a_further_page_has_the_columns_of_the_first() -> None:
    one, two = typed([HEADER, TEAM, CHOICE])[0], typed([PLAN], top=60.0)[0]
    found = table_of(page(1, one), page(2, two))
    assert [row.indicator for row in found.rows] == INDICATORS
    assert [row.where[0].page for row in found.rows] == [1, 1, 2]


def test_a_header_that_passes_for_a_running_head_is_one_still() -> None:
    """It stands at the head of each page, word for word."""
    pages = [page(n, typed([HEADER, row], top=45.0)[0]) for n, row in enumerate((TEAM, ("", "", *CHOICE[2:]), PLAN), start=1)]
    assert {p.kind for p in assemble("pdf", pages).blocks if not isinstance(p, Table)} == {"running_head", "paragraph"}
    assert [row.indicator for row in table_of(*pages).rows] == INDICATORS


def test_a_title_reaches_over_the_columns() -> None:
    placed, between = typed([HEADER, TEAM])
    title = [
        Word(w.text, (w.box[0], between[-1] + 4, w.box[2], between[-1] + 14)) for w in words("II. PENATAAN TATALAKSANA", XS[0], 0)
    ]
    below, _ = typed([PLAN], top=between[-1] + 20)
    found = table_of(page(1, [*placed, *title, *below]))
    assert [(row.area, row.indicator) for row in found.rows] == [(None, INDICATORS[0]), (2, INDICATORS[2])]


def test_titles_right_under_one_another_are_two() -> None:
    titles = block(["II. PENATAAN TATALAKSANA", "Keterbukaan Informasi Publik pada unit"], XS[0], 114)
    head, body = typed([HEADER])[0], typed([PLAN], top=114 + 2 * LINE_POINTS)[0]
    table = next(b for b in restored(page(1, [*head, *titles, *body])).blocks if isinstance(b, Table))
    assert [c.text for c in table.cells if c.column_span > 2] == [
        "II. PENATAAN TATALAKSANA",
        "Keterbukaan Informasi Publik pada unit",
    ]


def test_a_bold_line_within_the_column_of_indicators_is_a_title() -> None:
    columns = [0, *range(2, 6)]
    bare = [tuple(row[i] for i in columns) for row in (HEADER, TEAM, PLAN)]
    xs = [XS[i] for i in columns]
    placed = [w for x, text in zip(xs, bare[0], strict=True) for w in words(text, x, 100)]
    y = 114.0
    for name, row in (("Tim Kerja", bare[1]), ("Sistem Informasi Kepegawaian", bare[2])):
        placed += [Word(w.text, w.box, bold=True) for w in words(name, xs[1], y)]
        placed += [w for x, cell in zip(xs, row, strict=True) for w in block(cell.split("|"), x, y + LINE_POINTS) if w.text]
        y += (1 + max(cell.count("|") + 1 for cell in row)) * LINE_POINTS
    found = table_of(page(1, placed))
    assert [(row.component, row.indicator) for row in found.rows] == [
        ("Tim Kerja", INDICATORS[0]),
        ("Sistem Informasi Kepegawaian", INDICATORS[2]),
    ]


def test_a_row_is_told_by_the_time_where_its_indicator_follows_a_full_one() -> None:
    full = ("1", "Tim Kerja", "Tim dibentuk|oleh pimpinan", "Menetapkan tim|kerja", "Surat", "Maret 2023")
    following = ("", "", "Anggota tim|dipilih", "Menggelar rapat|anggota", "Notula", "April 2023")
    found = table_of(page(1, typed([HEADER, full, following], gap=0.0)[0]))
    assert [row.schedule for row in found.rows] == ["Maret 2023", "April 2023"]


MONTHS = ("Jan", "Feb", "Mar", "Apr")


def test_months_stand_under_their_heading() -> None:
    xs = [520.0 + 40 * i for i in range(4)]
    head = [w for x, text in zip(XS, HEADER[:4], strict=False) for w in words(text, x, 100)]
    head += words("WAKTU PELAKSANAAN", 550, 100) + [w for x, m in zip(xs, MONTHS, strict=True) for w in words(m, x, 112)]
    body = typed([(*TEAM[:4], "", ""), (*PLAN[:4], "", "")], top=130)[0]
    marks = words("x", xs[2] + 5, 130) + words("x", xs[0] + 5, 130 + 3 * LINE_POINTS + 4)
    found = table_of(page(1, [*head, *body, *marks]))
    assert [row.schedule for row in found.rows] == ["Mar", "Jan"]


def test_a_full_column_beside_bare_months_keeps_its_words() -> None:
    """No line begins where the next column does, and its heading stands far right of the border."""
    head = [w for x, text in zip(XS, (*HEADER[:4], "EVIDEN"), strict=False) for w in words(text, x, 100)]
    head += words("JANUARI", 690, 100) + words("FEBRUARI", 740, 100)
    wide = "Surat keputusan yang panjang"
    body = typed([(*TEAM[:4], f"{wide}|{wide}", ""), (*PLAN[:4], f"{wide}|(salinan)", "")], top=114)[0]
    found = table_of(page(1, [*head, *body]))
    assert [row.evidence for row in found.rows] == [f"{wide} {wide}", f"{wide} (salinan)"]


def test_what_stands_below_the_table_is_no_row() -> None:
    placed, between = typed([HEADER, TEAM, PLAN])
    y = between[-1] + 30
    after = words("Kepala Dinas,", 575, y) + words("NAMA ORANG TERANG, S.H.", 552, y + 50)
    found = table_of(page(1, [*placed, *after]))
    assert [row.indicator for row in found.rows] == [INDICATORS[0], INDICATORS[2]]
    assert found.rows[-1].evidence == "Rencana kerja" and found.rows[-1].schedule == "Mei 2023"


def test_a_chapter_ends_the_table() -> None:
    placed, between = typed([HEADER, TEAM, PLAN])
    y = between[-1] + 30
    after = block(["BAB IV", "PENUTUP", "Rencana ini dilaksanakan oleh semua."], 60, y)
    document = restored(page(1, [*placed, *after]))
    assert [b.text for b in document.blocks if not isinstance(b, Table)][:2] == ["BAB IV", "PENUTUP"]
    (table,) = (b for b in document.blocks if isinstance(b, Table))
    assert table.row_count == 3


def test_a_table_with_column_rules_only_gets_its_rows() -> None:
    placed, between = typed([HEADER, TEAM, CHOICE, PLAN])
    rules = lattice([x - 5 for x in (*XS, 750.0)], [between[0], between[1], between[-1]])
    found = table_of(page(1, placed, rules))
    assert [row.indicator for row in found.rows] == INDICATORS


SENTENCE = "Indikator dan langkah aksi serta bukti fisik dan target waktu disusun bersama oleh semua anggota tim kerja"
NO_TABLE = {
    "prose": block([SENTENCE] * 8, 60, 100),
    "contents": [w for i in range(8) for w in words(f"BAB {i} INDIKATOR DAN TARGET", 60, 100 + 14 * i) + words(str(i), 700, 100 + 14 * i)],
    "list": [w for i in range(8) for w in words(f"{i}.", 60, 100 + 14 * i) + words("Menyusun indikator dan bukti fisik", 90, 100 + 14 * i)],
    "signatures": block(["Mengetahui,", "Kepala Dinas,", "Nama Orang"], 100, 100) + block(["Ketua Tim,", "", "Nama Lain"], 560, 100),
    "other table": [
        w for i, row in enumerate([("NO", "NAMA", "JABATAN", "TANDA TANGAN")] + [("1", "Orang", "Kepala", "")] * 4)
        for x, text in zip(XS, row, strict=False) for w in words(text, x, 100 + 14 * i) if w.text
    ],
    "monitoring": [
        w for i, row in enumerate([("NO", "KEGIATAN", "TARGET", "REALISASI", "KENDALA")] + [("1", "Rapat", "1", "1", "-")] * 4)
        for x, text in zip(XS, row, strict=False) for w in words(text, x, 100 + 14 * i) if w.text
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", NO_TABLE)
def test_no_table_is_made_of(name: str) -> None:
    document = assemble("pdf", [page(1, NO_TABLE[name])])
    assert restore_unruled(document) is document


def test_a_ruled_action_table_is_left_alone_though_a_page_looks_like_one_without_rules() -> None:
    placed, between = typed([HEADER, TEAM, CHOICE, PLAN])
    ruled = page(1, placed, lattice([x - 5 for x in (*XS, 750.0)], between))
    document = assemble("pdf", [ruled, page(2, placed)])
    assert restore_unruled(document) is document
