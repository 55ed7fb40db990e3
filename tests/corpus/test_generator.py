"""The generator: same seed same bytes, layouts that differ, truths that say what the documents say."""

from __future__ import annotations

import io
import itertools
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from corpus.compose import compose
from corpus.draft import Draft
from corpus.faults import KINDS
from corpus.invent import invent
from corpus.layouts import LAYOUTS, differences
from corpus.make import write_plan
from corpus.manuscript import Manuscript
from corpus.odd_layouts import ALL_LAYOUTS, ODD_LAYOUTS
from corpus.repeats import flag_repeats
from corpus.truth import truth
from corpus.typeset_docx import typeset_docx
from corpus.typeset_pdf import typeset_pdf
from corpus.typeset_text import typeset_flat, typeset_tabbed
from extractors.assemble import assemble
from extractors.document import Document as WholeDocument
from extractors.options import ReadOptions
from extractors.reading import probe, read_page, read_whole
from pipeline.build import build_plan

NAMES = tuple(LAYOUTS)
ALL_NAMES = tuple(ALL_LAYOUTS)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", text)


def printed(draft: Draft) -> str:
    return squeezed(typeset_tabbed(compose(draft)).decode("utf-8"))


def test_there_are_enough_layouts_and_any_two_differ_in_three_dimensions() -> None:
    assert len(LAYOUTS) >= 14
    alike = [(a.name, b.name) for a, b in itertools.combinations(ALL_LAYOUTS.values(), 2) if len(differences(a, b)) < 3]
    assert alike == []


@pytest.mark.parametrize("typeset", [typeset_pdf, typeset_docx, typeset_tabbed, typeset_flat])
def test_same_seed_same_bytes(typeset: Callable[[Manuscript], bytes]) -> None:
    assert typeset(compose(invent("instansi-vertikal", 11, 0.2))) == typeset(compose(invent("instansi-vertikal", 11, 0.2)))


def test_other_seed_other_plan() -> None:
    assert truth(invent("bergaris", 1, 0.3))["rows"] != truth(invent("bergaris", 2, 0.3))["rows"]


@pytest.mark.parametrize("name", ALL_NAMES)
def test_every_true_cell_is_printed(name: str) -> None:
    draft = invent(name, 21, 0.4)
    text = printed(draft)
    roles = {column.role for column in draft.layout.columns}
    for row in draft.rows:
        shown = {"indicator": [row.indicator], "action": row.actions, "evidence": row.evidences, "component": [row.component]}
        for role, texts in shown.items():
            for item in texts if role in roles or role == "component" else []:
                assert squeezed(item) in text, (name, role, item)


@pytest.mark.parametrize("name", ALL_NAMES)
@pytest.mark.parametrize("seed", [1, 2, 31])
def test_every_planted_fault_and_look_alike_is_printed(name: str, seed: int) -> None:
    draft = invent(name, seed, 0.5)
    text = printed(draft)
    words = [f.text for f in draft.flags if not f.formats] + [a.text for a in draft.look_alikes]
    for quoted in words:
        parts = quoted.split(" ") if re.fullmatch(r"[\d ]+", quoted) else [quoted]
        for part in parts:
            assert squeezed(part) in text, (draft.id, quoted)


@pytest.mark.parametrize("name", ALL_NAMES)
def test_the_pdf_holds_the_rows(name: str) -> None:
    draft = invent(name, 5, 0.1)
    pdf = pypdfium2.PdfDocument(typeset_pdf(compose(draft)))
    words = set(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    wanted = [word for row in draft.rows for word in row.indicator.split() if len(word) < 9]
    lost = [word for word in wanted if word not in words]
    assert len(lost) <= 0.03 * len(wanted), lost


@pytest.mark.parametrize("name", ALL_NAMES)
def test_the_word_document_has_the_columns(name: str) -> None:
    draft = invent(name, 6, 0.15)
    word = Document(io.BytesIO(typeset_docx(compose(draft))))
    widths = [len(table.columns) for table in word.tables]
    assert len(draft.layout.columns) in widths


def test_a_plan_without_rows_has_no_action_table() -> None:
    draft = invent("bergaris", 9, 0.0)
    assert draft.rows == [] and draft.number_row == ()
    assert "BUKTIFISIK" not in printed(draft)


def test_faults_can_be_left_out() -> None:
    draft = invent("kecamatan", 3, 0.5, has_faults=False)
    assert draft.flags == [] and draft.look_alikes == []


def planted_kinds() -> dict[str, tuple[int, int]]:
    """Kind → faults and look-alikes over the plans the benchmark reads as text."""
    truths = [truth(invent(name, seed)) for name in NAMES for seed in (1, 2)]
    flags, alike = (Counter(item["kind"] for t in truths for item in t[what]) for what in ("flags", "look_alikes"))
    return {kind: (flags[kind], alike[kind]) for kind in KINDS}


def test_every_kind_has_faults_and_look_alikes_enough() -> None:
    assert {kind: counts for kind, counts in planted_kinds().items() if min(counts) < 10} == {}


def test_titles_and_days_of_signature_that_disagree_are_among_the_faults() -> None:
    flags = [flag for name in NAMES for seed in (1, 2) for flag in invent(name, seed).flags]
    assert sum(f.kind == "stale_year" and f.where == "signature" for f in flags) >= 10
    assert sum(f.kind == "superseded_regulation" and "tentang" in f.text for f in flags) >= 10


def test_the_same_words_twice_are_one_flag() -> None:
    for name in NAMES:
        flags = truth(invent(name, 1))["flags"]
        said = Counter((f["kind"], squeezed(f["text"]).casefold()) for f in flags if f["text"])
        assert [key for key, times in said.items() if times > 1] == []


def plan_with(rows: list[tuple[str, str]]) -> Draft:
    """A plan whose first rows have these actions and evidences, nothing planted."""
    draft = invent("bergaris", 8, 0.1, has_faults=False)
    for row, (action, evidence) in zip(draft.rows, rows, strict=False):
        row.actions[:], row.evidences[:] = [action], [evidence]
    return draft


CHANCE = [
    ("another row's action and evidence", [("Menata arsip", "Foto arsip"), ("menata  arsip", "Foto arsip")], [[1, 2]]),
    ("evidence as the action without its verb", [("Menyusun laporan akhir", "Laporan akhir")], [[1]]),
    ("the same evidence under other actions", [("Menata arsip", "Foto kegiatan"), ("Menata loket", "Foto kegiatan")], []),
    ("short cells", [("SOP", "SOP"), ("SOP", "SOP")], []),
]


@pytest.mark.parametrize(("rows", "wanted"), [c[1:] for c in CHANCE], ids=[c[0] for c in CHANCE])
def test_rows_alike_by_chance_are_flagged(rows: list[tuple[str, str]], wanted: list[list[int]]) -> None:
    draft = plan_with(rows)
    flag_repeats(draft)
    found = [f["row"] for f in truth(draft)["flags"] if set(f.get("row", [])) & {1, 2}]
    assert found == wanted


def test_regulations_named_in_cells_are_in_the_truth() -> None:
    cited = [(invent(name, 1), truth(invent(name, 1))["regulations_cited"]) for name in NAMES]
    in_cells = [regs for draft, regs in cited if any("PANRB Nomor 14 Tahun 2017" in r.action for r in draft.rows)]
    assert in_cells and all("PermenPAN-RB 14/2017" in regs for regs in in_cells)


def test_written_plans_and_truths_stand_apart(tmp_path: Path) -> None:
    written = write_plan(invent("ringkas", 1, 0.1), ["pdf", "docx", "txt", "flat"], tmp_path)
    assert [path.name for path in written] == ["ringkas-1.pdf", "ringkas-1.docx", "ringkas-1.txt", "ringkas-1.flat.txt"]
    assert {path.parent.name for path in written} == {"plans"}
    assert (tmp_path / "truth" / "ringkas-1.json").is_file()


@pytest.mark.parametrize("name", ODD_LAYOUTS)
@pytest.mark.parametrize("typeset", [typeset_pdf, typeset_docx])
def test_odd_layouts_are_read_from_pdf_and_word(name: str, typeset: Callable[[Manuscript], bytes], tmp_path: Path) -> None:
    """What makes them odd is printed: the same rows come back."""
    draft = invent(name, 71, 0.12)
    path = tmp_path / ("plan.pdf" if typeset is typeset_pdf else "plan.docx")
    path.write_bytes(typeset(compose(draft)))
    found = build_plan(read_document(path)).rows
    wanted = truth(draft)["rows"]
    assert [squeezed(row.indicator).lower() for row in found] == [squeezed(row["indicator"]).lower() for row in wanted]
    assert [row.component for row in found] == [row["component"] for row in wanted]
    schedules = [squeezed(row["schedule"]).lower() for row in wanted]
    assert [squeezed(row.schedule).lower() for row in found] == schedules


def read_document(path: Path) -> WholeDocument:
    pages = probe(path).page_count
    return assemble("pdf", [read_page(path, n, ReadOptions("none")) for n in range(1, pages + 1)]) if pages else read_whole(path)
