"""gaps.html: whole, self-contained, linked both ways, and safe from what a plan may hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from PIL import Image, ImageDraw

from extractors.document import Place
from pipeline.catalogue import LANGUAGES, texts
from pipeline.records import OffListRow, OlderCoverage, PlanRecord, Row
from pipeline.reports.brevity import cut
from pipeline.reports.gaps import how_it_was_read, needs_review, render_gaps
from tests.pipeline.reports.hostile import spoilt
from tests.pipeline.reports.made_up_plans import AGENCY, made_up_rows, record
from tests.pipeline.reports.web_pages import parsed, texts_of, words


def page(plan: PlanRecord, pictures: Path | None = None, lang: str = "id") -> html.HtmlElement:
    return parsed(render_gaps(plan, pictures, lang))


@pytest.fixture(scope="module")
def busy_pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pictures of thirty-five pages full of lines, which compress badly."""
    folder = tmp_path_factory.mktemp("pages")
    image = Image.effect_noise((1286, 910), 90).convert("RGB")
    for top in range(40, 900, 18):
        ImageDraw.Draw(image).text((60, top), "Menyusun rencana kerja, menetapkan, lalu mengevaluasinya " * 4, fill="black")
    for number in range(1, 36):
        image.save(folder / f"{number}.jpg", quality=70)
    return folder


def test_it_tells_who_when_and_how_it_was_read() -> None:
    root = page(record())
    assert texts_of(root, "//h1") == [AGENCY]
    facts = " ".join(texts_of(root, "//dl"))
    for fact in ("Kabupaten Lembah Hijau", "2024", "Nomor 188.4/77/412.3/2024 tanggal 9 Januari 2024", "3f3f", "17, 18", "97 %"):
        assert fact in facts, fact


def test_missing_indicators_stand_with_sentence_and_weight() -> None:
    root = page(record())
    rows = [" ".join(row.xpath("./td//text()")).split() for row in root.xpath("//table[@class='missing']//tr[@id]")]
    assert [row[1] for row in rows] == ["P.1.ii.b", "P.3.vi.a", "P.5.ii.c", "P.6.v.c", "R.2.iii.b", "R.5.i.a"]
    assert "Telah dilakukan mekanisme pengendalian aktivitas secara berjenjang" in " ".join(rows[-1])
    assert [row[-1] for row in rows] == ["0,33", "0,25", "0,38", "0,33", "0,67", "2,50"]


def test_findings_and_rows_link_to_each_other() -> None:
    root = page(record())
    ids = set(root.xpath("//@id"))
    targets = [link.removeprefix("#") for link in root.xpath("//a/@href")]
    assert [target for target in targets if target not in ids] == []
    card = root.get_element_by_id("t-f002")
    assert card.xpath(".//a/@href") == ["#b-r003"]
    assert "#t-f002" in root.get_element_by_id("b-r003").xpath(".//a/@href")


def test_an_absence_is_sent_to_no_page() -> None:
    """What is not there stands on no page; the nearest heading would only puzzle."""
    absence, other = (page(record()).get_element_by_id(f"t-f00{n}") for n in (6, 2))
    assert [p.text_content().strip() for p in absence.xpath(".//p[@class='refs']")] == [""]
    assert other.xpath(".//p[@class='refs']")[0].text_content().startswith("hlm.")


def test_severities_come_in_order_with_sign_and_word() -> None:
    heads = texts_of(page(record()), "//h3[contains(@class, 'severity')]")
    assert [head.split("(")[0].strip() for head in heads] == ["■ Kesalahan", "▲ Peringatan", "◆ Catatan"]


def test_columns_the_plan_does_not_have_are_left_out_but_other_columns_are_told() -> None:
    plan = record()
    rows = tuple(row.model_copy(update={"output": "", "extra": {"PELAKSANA": f"Seksi {row.id}"}}) for row in plan.rows)
    root = page(plan.model_copy(update={"rows": rows}))
    assert texts_of(root, "//table[@class='plan']//thead//th") == [
        "#", "Indikator", "Langkah aksi", "Bukti dukung", "Target waktu", "Kecocokan LKE",
    ]  # fmt: skip
    assert "PELAKSANA: Seksi r003" in texts_of(root, "//tr[@id='b-r003']")[0]


def test_rows_in_review_show_their_candidates() -> None:
    root = page(record())
    cards = root.xpath("//section[@id='tinjau']//article")
    assert len(cards) == 2
    assert texts_of(cards[0], ".//b[contains(@class, 'code')]") == ["P.2.ii.d", "P.2.i.a"]


def test_a_withdrawn_indicator_is_named_as_people_do() -> None:
    plan = record()
    off = OffListRow(row="r003", kind="withdrawn", indicator=plan.rows[3].indicator, via="permenpanrb-52-2014 K.6.i.c")
    rows = tuple(row.model_copy(update={"matches": ()}) if row.id == "r003" else row for row in plan.rows)
    coverage = plan.coverage.model_copy(update={"off_list": (off,)})
    root = page(plan.model_copy(update={"rows": rows, "coverage": coverage}))
    assert "PermenPAN-RB 52/2014 K.6.i.c" in texts_of(root, "//tr[@id='b-r003']")[0]


def test_a_lacking_part_is_one_statement() -> None:
    root = page(record(without_reform=True, missing=("P.1.ii.b",)))
    assert any("tidak memuat bagian reform" in notice for notice in texts_of(root, "//p[@class='notice']"))
    assert root.xpath("//tr[starts-with(@id, 'i-R.')]") == []
    assert "senilai 0,33 poin" in " ".join(texts_of(root, "//ul[@class='tiles']"))
    assert not any(head.startswith("Reform") for head in texts_of(root, "//div[@class='parts']//h3"))


def test_an_older_plan_is_measured_by_the_list_of_its_year_first() -> None:
    plan = record(without_reform=True, missing=("P.1.ii.b",), year=2019)
    older = OlderCoverage(regulation="permenpanrb-52-2014", first=True, covered=("K.1.i.a",), missing=("K.1.ii.b",))
    plan = plan.model_copy(update={"coverage": plan.coverage.model_copy(update={"older": older})})
    root = page(plan)
    assert root.xpath("//tr[@id='i-K.1.ii.b']")
    assert texts_of(root, "//ul[@class='tiles']/li")[0].startswith("1 dari 2")
    assert texts_of(root, "//p[@class='notice']") == []
    assert any("PermenPAN-RB 52/2014. Bobot" in intro for intro in texts_of(root, "//section[@id='belum']/p"))
    assert texts_of(root, "//section[@id='nilai'][@class='informative']/h2") == [
        "Nilai terbaik menurut PermenPAN-RB 90/2021 (sebagai informasi)"
    ]


def test_pages_that_could_not_be_read_are_told_on_top() -> None:
    plan = record()
    unread = plan.model_copy(update={"source": plan.source.model_copy(update={"unread_pages": (19, 20, 21)})})
    assert any("Halaman 19–21 tidak terbaca" in notice for notice in texts_of(page(unread), "//header//p[@class='notice']"))
    assert texts_of(page(plan), "//header//p[@class='notice']") == []


def test_rows_read_with_doubt_are_told_on_top() -> None:
    plan = record()
    rows = tuple(row.model_copy(update={"confidence": 0.4 if n < 3 else 0.9}) for n, row in enumerate(plan.rows))
    root = page(plan.model_copy(update={"rows": rows}))
    assert any(notice.startswith("3 dari 104 baris") for notice in texts_of(root, "//header//p[@class='notice']"))
    assert sum("keyakinan baca" in row for row in texts_of(root, "//table[@class='plan']/tbody/tr")) == 3


def test_the_tile_leads_to_the_rows_that_wait() -> None:
    assert page(record()).xpath("//ul[@class='tiles']//a[@href='#tinjau']")[0].text == "2 baris menunggu pilihan"
    assert page(record(review=())).xpath("//ul[@class='tiles']//a") == []


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("Tidak ada tabel.", "Tidak ada tabel."),
        (None, "Tabel rencana aksi tidak ditemukan dalam dokumen ini, sehingga cakupan indikator tidak dapat dinilai."),
    ],
)
def test_a_document_without_action_table_says_so_once(reason: str | None, said: str) -> None:
    plan = record(rows=(), findings=(), missing=()).model_copy(update={"status": "no_action_table", "reason": reason})
    assert texts_of(page(plan), "//p[@class='notice']") == [said]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_fetched_and_no_script_runs(lang: str) -> None:
    root = page(record(), lang=lang)
    assert root.xpath("//script | //link | //iframe | //object | //*[@onclick or @onerror or @onload]") == []
    assert [source for source in root.xpath("//@src") if not source.startswith("data:")] == []
    assert [link for link in root.xpath("//@href") if not link.startswith("#")] == []
    assert root.get("lang") == lang


def test_markup_in_a_plan_is_text() -> None:
    source = render_gaps(spoilt(record()), None, "id")
    assert "<script" not in source
    assert not re.search(r"<img[^>]+onerror", source)
    (head,) = texts_of(parsed(source), "//h1")
    assert "49" not in head
    assert "<script>alert(1)</script>" in head


def test_the_same_record_gives_the_same_page(busy_pictures: Path) -> None:
    assert render_gaps(record(), busy_pictures, "id") == render_gaps(record(), busy_pictures, "id")


def test_the_page_stays_under_three_megabytes(busy_pictures: Path) -> None:
    rows = list(made_up_rows((), (), 2024, without_reform=False))
    plan = record(missing=())
    places = [(Place(row.where[0].page, (36.0 + n, 90.0, 770.0, 300.0)),) for n, row in enumerate(rows)]
    many = [plan.findings[2].model_copy(update={"id": f"g{n}", "row": row.id, "where": places[n]}) for n, row in enumerate(rows)]
    source = render_gaps(plan.model_copy(update={"findings": tuple(many)}), busy_pictures, "id")
    assert 2_000_000 < len(source.encode()) < 3_000_000
    assert "Sebagian potongan halaman tidak dimuat" in source


def test_a_page_of_many_words_has_fewer_pictures(busy_pictures: Path) -> None:
    """Four plans in one file: the words alone take a megabyte."""
    rows = tuple(row.model_copy(update={"evidence": "Laporan pelaksanaan " * 500}) for row in made_up_rows((), (), 2024, False))
    plan = record(missing=(), rows=rows)
    many = [
        plan.findings[2].model_copy(update={"id": f"g{n}{again}", "row": row.id, "where": row.where})
        for n, row in enumerate(rows)
        for again in "ab"
    ]
    plan = plan.model_copy(update={"findings": tuple(many)})
    words = len(render_gaps(plan, None, "id").encode())
    whole = render_gaps(plan, busy_pictures, "id")
    assert words > 1_000_000
    assert 2_500_000 < len(whole.encode()) < 3_000_000
    assert "Sebagian potongan halaman tidak dimuat" in whole


@pytest.mark.parametrize(
    ("letters", "loud", "told"),
    [
        (60, 0, "Dokumen ini memuat 5000 baris. Agar halaman ini dapat dibuka di mana saja, baris tanpa temuan"),
        (2000, 0, "hanya disebut indikatornya"),
        (2000, 400, "yang dimuat hanya 400 baris"),
        (2000, 1200, "memuat 400 butir pertama, dan kutipannya paling banyak 300 huruf"),
    ],
    ids=["many short rows", "long rows", "some with findings", "long rows, all with findings"],
)
def test_a_plan_of_too_many_words_is_told_briefly(letters: int, loud: int, told: str) -> None:
    """Still under three megabytes, and the page says what it leaves out."""
    count = 5000 if letters < 100 else 1200
    base, plan = next(iter(made_up_rows((), (), 2024, False))), record(missing=())
    text = "Menyusun & menetapkan " * (letters // 22)
    rows = tuple(base.model_copy(update={"id": f"x{n}", "action": text, "evidence": text}) for n in range(count))
    findings = tuple(
        plan.findings[2].model_copy(
            update={"id": f"g{n}", "row": f"x{n}", "rows": tuple(row.id for row in rows[max(0, n - 20) : n]), "text": text}
        )
        for n in range(loud)
    )
    source = render_gaps(plan.model_copy(update={"rows": rows, "findings": findings}), None, "id")
    assert len(source.encode()) < 3_000_000
    root = parsed(source)
    assert told in words(root)
    ids = set(root.xpath("//@id"))
    assert [link for link in root.xpath("//a/@href") if link.startswith("#") and link[1:] not in ids] == []


@pytest.mark.parametrize(
    ("text", "letters", "left"),
    [
        ("satu dua tiga", None, "satu dua tiga"),
        ("satu dua tiga", 13, "satu dua tiga"),
        ("satu dua tiga", 10, "satu dua …"),
        ("x" * 20, 9, "xxxxxxx …"),
        ("", 5, ""),
    ],
)
def test_cut_texts_end_at_a_word_and_are_marked(text: str, letters: int | None, left: str) -> None:
    assert cut(text, letters) == left


@pytest.mark.parametrize(
    ("decisions", "in_review", "expected"),
    [
        ({"P.1.i.a": "accepted"}, (), False),
        ({"P.1.i.a": "review"}, ("P.1.i.a",), True),
        ({"P.1.i.a": "review", "P.1.i.b": "review"}, (), True),
        ({"P.1.i.a": "accepted", "P.1.i.b": "review"}, (), False),
        ({"P.1.i.a": "accepted", "P.1.i.b": "review"}, ("P.1.i.b",), True),
        ({"P.1.i.a": "rejected"}, (), False),
        ({}, (), False),
    ],
    ids=["accepted", "in review", "two candidates", "candidate covered elsewhere", "candidate open", "rejected", "no match"],
)
def test_which_rows_a_person_must_decide(decisions: dict[str, str], in_review: tuple[str, ...], expected: bool) -> None:
    matches = [{"code": code, "score": 0.8, "decision": decision, "why": ""} for code, decision in decisions.items()]
    row = Row.model_validate({"id": "r", "matches": matches})
    coverage = record().coverage.model_copy(update={"review": in_review})
    assert needs_review(row, coverage) is expected


@pytest.mark.parametrize(
    ("pages", "scanned", "words"),
    [
        (2, (), "lapisan teks (PDF, 2 halaman)"),
        (2, (2,), "2 halaman; halaman 2 hasil pindai"),
        (2, (1, 2), "Dipindai seluruhnya (2 halaman)"),
        (None, (), "berkas PDF"),
    ],
    ids=["text", "some pages", "all pages", "without pages"],
)
def test_how_a_plan_was_read_is_told(pages: int | None, scanned: tuple[int, ...], words: str) -> None:
    plan = record()
    source = plan.source.model_copy(update={"pages": pages, "scanned_pages": scanned})
    assert words in how_it_was_read(plan.model_copy(update={"source": source}), texts("id"))
