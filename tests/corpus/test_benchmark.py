"""The benchmark's own arithmetic: pooling, shares, changes against a baseline, the page, the peers' glue."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from corpus.benchmark import results
from corpus.benchmark.clock import StageClock
from corpus.benchmark.documents import BenchDocument
from corpus.benchmark.jobs import Job, Progress, run_jobs
from corpus.benchmark.kin import kin_documents, score_kin
from corpus.benchmark.markdown import BEGIN, END, markdown, with_figures
from corpus.benchmark.page import page
from corpus.benchmark.peers import PEERS, read_with
from corpus.benchmark.reading import Reading, read_plan
from corpus.benchmark.results import Line, Outcome, changes, comparisons, confidence_bands, load_lines, save, stage_shares, table
from corpus.benchmark.sheets import sheets
from corpus.benchmark.store import Store, digest_of_sources
from corpus.peers.glue import rows_of
from corpus.tally import Tally
from pipeline.records import Coverage, Identity, MadeBy, PlanRecord, Row, Source


def line(document: str, **shares: float) -> Line:
    tally = Tally()
    for figure, share in shares.items():
        tally.add(figure, share * 10, 10)
    return Line(document, "bergaris", "pdf", tally=tally, seconds={"read pages": 3.0, "checks": 1.0}, pages=8, peak_mb=100.0)


def test_changes_name_losses_first_and_know_which_way_is_better() -> None:
    before = [line("a", cells=0.9, cer=0.1), line("b", cells=0.5)]
    after = [line("a", cells=0.8, cer=0.05), line("b", cells=0.7), line("new", cells=0.1)]
    found = changes(before, after)
    assert [(c.document, c.figure) for c in found] == [("a", "cells"), ("a", "cer"), ("b", "cells")]
    assert [c.by > 0 for c in found] == [False, True, True]


def test_nothing_changed_is_no_change() -> None:
    assert changes([line("a", cells=0.9)], [line("a", cells=0.9)]) == []


def test_results_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    save(Outcome(lines=[line("a", cells=0.9)]), tmp_path / "results.json")
    assert load_lines(tmp_path / "results.json") == [line("a", cells=0.9)]


def test_a_file_that_is_no_result_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(json.dumps({"schema": "renja/1"}))
    with pytest.raises(ValueError, match="not a result"):
        load_lines(tmp_path / "other.json")


def must_not_run() -> Reading:
    raise AssertionError("read again")


def test_what_was_read_is_kept_until_its_sources_change(tmp_path: Path) -> None:
    store, reading = Store(tmp_path), Reading({"rows": []}, {"all": 2.0}, 3, 50.0)
    store.put("renja/a.office.pdf", "one", reading)
    assert store.get("renja/a.office.pdf", "one") == reading
    assert store.get("renja/a.office.pdf", "two") is None
    assert store.get("renja/b.pdf", "one") is None


def test_a_broken_off_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    store, kept, new = Store(tmp_path), Reading({}, {"all": 1.0}), Reading({}, {"all": 2.0})
    store.put("a", "key", kept)
    said: list[str] = []
    jobs = [Job("a", "key", 1.0, must_not_run), Job("b", "key", 1.0, partial(Reading, {}, {"all": 2.0}))]
    assert run_jobs(jobs, store, 1, said.append) == {"a": kept, "b": new}
    assert run_jobs([replace(job, run=must_not_run) for job in jobs], store, 1, said.append) == {"a": kept, "b": new}
    assert [text for text in said if "kept" in text] == ["2 to measure, 1 kept from before", "2 to measure, 2 kept from before"]


def test_the_estimate_goes_by_what_is_expected_to_cost_most(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter([0.0, 60.0])
    monkeypatch.setattr("corpus.benchmark.jobs.time.monotonic", lambda: next(ticks))
    said: list[str] = []
    Progress(expected=100.0, count=9).tell(25.0, said.append)
    assert said == ["1 of 9 measured, about 3 min left"]


def test_a_digest_notices_a_changed_source() -> None:
    assert digest_of_sources(["corpus/peers"]) != digest_of_sources(["corpus/benchmark"])


def peer_line(document: str, exact: float, **seconds: float) -> Line:
    return Line(document, "bergaris", "pdf", "lain", line(document, exact=exact).tally, seconds, 8)


def test_peers_are_held_against_the_same_documents_only() -> None:
    outcome = Outcome(
        lines=[line("a", exact=0.9), line("b", exact=0.1)],
        peers=[peer_line("a", 0.6, own=6.0, programs=10.0), peer_line("c", 1.0)],
    )
    (found,) = comparisons(outcome)
    assert (found.documents, found.ours.share("exact"), found.theirs.share("exact")) == (1, 0.9, 0.6)
    assert (found.their_seconds, found.in_programs, found.our_seconds) == (2.0, 1.25, 0.5)
    sheet = next(s for s in sheets(outcome) if s.head[1] == "grade")
    assert [sheet.rows[0][sheet.head.index(name)] for name in ("× exact", "× speed", "× speed of programs")] == [
        "1.50",
        "4.00",
        "2.50",
    ]


def fake_python(folder: Path, does: str) -> Path:
    """A program in the place of a peer's interpreter."""
    program = folder / "python"
    program.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


ANSWER = '{"rows": [], "pages": 2, "seconds": {"own": 1.5}, "peak_mb": 9.0}'
PEERS_WAYS = [
    ("answers", f"echo noise; echo '{ANSWER}'", ("", 2, 1.5)),
    ("crashes", "echo 'bad table' >&2; exit 3", ("bad table", 0, None)),
    ("crashes in silence", "exit 3", ("failed", 0, None)),
]


@pytest.mark.parametrize(("does", "wanted"), [w[1:] for w in PEERS_WAYS], ids=[w[0] for w in PEERS_WAYS])
def test_what_a_peer_does_becomes_a_reading(tmp_path: Path, does: str, wanted: tuple[str, int, float | None]) -> None:
    reading = read_with(PEERS[0], fake_python(tmp_path, does), tmp_path / "a.pdf")
    assert (reading.error, reading.pages) == wanted[:2]
    assert wanted[2] is None or reading.total_seconds == wanted[2]


def test_a_peer_out_of_time_is_ended_with_what_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.benchmark.peers._TIMEOUT_SECONDS", 0.5)
    python = fake_python(tmp_path, f"sleep 60 &\necho $! > {tmp_path}/child\nwait")
    assert read_with(PEERS[0], python, tmp_path / "a.pdf").error == "out of time"
    child = Path("/proc") / (tmp_path / "child").read_text().strip()
    until = time.monotonic() + 5
    while is_alive(child) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_alive(child)


def is_alive(process: Path) -> bool:
    try:
        return (process / "stat").read_text().split()[2] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_markdown_has_a_line_for_each_row_and_a_column_for_each_head() -> None:
    outcome = Outcome(lines=[line("a", cells=0.9), Line("b", "padat", "office", error="x | y")])
    tables = [[t for t in part.splitlines() if t.startswith("|")] for part in markdown(outcome).split("### ")[1:]]
    assert len(tables) == len(list(sheets(outcome)))
    for shown in tables:
        assert len({row.replace("\\|", "").count("|") for row in shown}) == 1


def test_figures_in_a_document_are_replaced_and_nothing_else() -> None:
    outcome = Outcome(lines=[line("a", cells=0.9)])
    shown = with_figures(f"# One\n{BEGIN}\nzuvor\n{END}\nTwo\n", outcome)
    assert shown.startswith(f"# One\n{BEGIN}\n") and shown.endswith(f"{END}\nTwo\n")
    assert "zuvor" not in shown and "| bergaris |" in shown
    assert with_figures(shown, outcome) == shown
    with pytest.raises(ValueError, match="no <!--"):
        with_figures("# One", outcome)


def test_pooled_figures_weigh_documents_by_what_there_was_to_get() -> None:
    small, large = Tally(), Tally()
    small.add("exact", 0, 1)
    large.add("exact", 9, 9)
    lines = [Line("s", "x", "pdf", tally=small), Line("l", "x", "pdf", tally=large)]
    assert table(lines, lambda item: item.layout)["x"].share("exact") == 0.9


def test_stages_are_shares_of_all_seconds() -> None:
    assert stage_shares([line("a"), line("b")]) == {"read pages": 0.75, "checks": 0.25}
    assert results.pages_per_second([line("a"), line("b")]) == 2.0


def test_confidence_bands_come_surest_first() -> None:
    tally = Tally()
    tally.add("confidence 0.60-0.80", 1, 4)
    tally.add("confidence 0.99-1.00", 4, 4)
    assert confidence_bands(tally) == {"0.99-1.00": (1.0, 4.0), "0.60-0.80": (0.25, 4.0)}


def test_time_in_an_inner_stage_is_not_counted_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter([0.0, 1.0, 4.0, 10.0])
    monkeypatch.setattr("corpus.benchmark.clock.cpu_seconds", lambda: next(ticks))
    clock = StageClock()
    with clock.stage("outer"), clock.stage("inner"):
        pass
    assert clock.seconds == {"inner": 3.0, "outer": 7.0}


def test_the_page_stands_alone_and_shows_every_part() -> None:
    outcome = Outcome(
        lines=[line("a", cells=0.9, exact=0.8), Line("b", "padat", "office", error="rusak")],
        real=[line("nyata", cells=0.5)],
        peers=[Line("a", "bergaris", "pdf", reader="lain", tally=line("a", cells=0.45).tally, seconds={"all": 8.0}, pages=8)],
        absent_peers={"camelot": "its environment has not been made"},
        growth={"pages": [(10.0, 1.0, 90.0), (20.0, 2.0, 95.0)]},
    )
    shown = page(outcome)
    assert shown.count("http") == shown.count("http://www.w3.org/2000/svg")
    for part in ("<svg", "nyata", "lain", "camelot", "Seconds with pages", "padat", "2.00"):
        assert part in shown


HEADER = ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU"]
BARE = ["NO", "INDIKATOR", "RENCANA AKSI", "BUKTI DUKUNG"]


def test_the_peers_glue_reads_titles_carries_components_and_joins_page_breaks() -> None:
    one = [
        HEADER,
        ["1", "2", "3", "4", "5", "6"],
        ["I", "MANAJEMEN PERUBAHAN", "", "", "", ""],
        ["1", "Tim Kerja", "Tim dibentuk", "Membentuk tim", "SK", "Januari"],
        ["", "", "Anggota dipilih melalui", "Memilih", "Notula", "Maret"],
    ]
    two = [HEADER, ["", "", "prosedur yang jelas", "anggota", "", "2024"], ["II", "PENATAAN TATALAKSANA", "", "", "", ""]]
    three = [["1", "SOP", "SOP diterapkan", "Menempel SOP", "Foto", "Mei"]]
    rows = rows_of([one, [["No", "Nama"], ["1", "Budi"]], two, three])
    assert [(r["area"], r["component"], r["indicator"]) for r in rows] == [
        (1, "Tim Kerja", "Tim dibentuk"),
        (1, "Tim Kerja", "Anggota dipilih melalui\nprosedur yang jelas"),
        (2, "SOP", "SOP diterapkan"),
    ]
    assert rows[1]["schedule"] == "Maret\n2024"


@pytest.mark.parametrize(
    ("tables", "indicators", "actions"),
    [
        (
            [[HEADER, ["1", "WBS", "a. WBS diterapkan", "Membuka", "SK", "Mei"]], [HEADER, ["", "", "b. WBS dievaluasi", "Menilai", "Foto", "Juni"]]],
            ["WBS diterapkan", "WBS dievaluasi"],
            ["Membuka", "Menilai"],
        ),
        (
            [[HEADER, ["1", "SOP", "SOP ada", "Menulis", "SOP", "Mei"]], [HEADER, ["", "", "Hasil penilaian kinerja dijadikan dasar reward", "Rencana kerja dinilai", "Bukti", "Mei"]]],
            ["SOP ada", "Hasil penilaian kinerja dijadikan dasar reward"],
            ["Menulis", "Rencana kerja dinilai"],
        ),
        (
            [[BARE, ["1", "Tim dibentuk", "Membentuk", "SK"], ["2", "", "Memimpin apel", "Foto"]], [["", "Pimpinan memberi teladan", "Membuka kotak", "Foto"]]],
            ["Tim dibentuk", "Pimpinan memberi teladan"],
            ["Membentuk", "Memimpin apel\nMembuka kotak"],
        ),
    ],
    ids=["a lettered item opens a page", "a first row with words of heads", "an indicator that comes on the next page"],
)  # fmt: skip
def test_the_peers_glue_knows_where_rows_begin(tables: list[list[list[str]]], indicators: list[str], actions: list[str]) -> None:
    assert [str(row["indicator"]).strip() for row in rows_of(tables)] == indicators
    assert [str(row["action"]) for row in rows_of(tables)] == actions


def test_the_peers_glue_names_marked_months() -> None:
    grid = [["NO", "INDIKATOR", "RENCANA AKSI", "Jan", "Feb", "Mar"], ["1", "Tim dibentuk", "Membentuk", "", "x", "x"]]
    assert rows_of([grid])[0]["schedule"] == "Feb, Mar"


def test_kin_plans_hold_at_least_ten_look_alikes_of_copied_text_and_all_are_left_alone(tmp_path: Path) -> None:
    documents = kin_documents(tmp_path)
    alone = score_kin(documents, [read_plan(document.path) for document in documents])
    assert alone.planted >= 20
    assert alone.left == alone.planted


@pytest.mark.parametrize(
    ("agencies", "text", "left"),
    [
        (("Dinas Arsip", "Dinas Arsip"), "", 2),
        (("Dinas Arsip", "Dinas Pasar"), "", 1),
        (
            ("Dinas Arsip", "Dinas Pasar"),
            "Loket dibuka pukul tujuh pagi dan ditutup pukul tiga sore pada hari kerja kecuali Jumat",
            0,
        ),
    ],
    ids=["one office", "two offices", "and the text is shown"],
)
def test_look_alikes_that_are_reported_count_against(agencies: tuple[str, str], text: str, left: int, tmp_path: Path) -> None:
    own = "Petugas menyambut pemohon dengan salam lalu mencatat keperluannya pada lembar hijau di meja depan"
    quoted = "Loket dibuka pukul tujuh pagi dan ditutup pukul tiga sore pada hari kerja kecuali Jumat"
    documents, readings = [], []
    for name, agency, alike in (("a", agencies[0], quoted), ("b", agencies[1], "a")):
        truth = tmp_path / f"{name}.json"
        truth.write_text(json.dumps({"look_alikes": [{"kind": "copied_text", "text": alike}]}), encoding="utf-8")
        documents.append(BenchDocument(name, "kin", "docx", truth, truth))
        readings.append(Reading(shared_record(agency, own, text).model_dump(mode="json")))
    assert score_kin(documents, readings).left == left


def shared_record(agency: str, *actions: str) -> PlanRecord:
    rows = tuple(Row(id=f"r{n}", action=action) for n, action in enumerate(actions))
    source = Source(file="a.docx", sha256="0", format="docx")
    made = MadeBy(renja="0", settings="0")
    return PlanRecord(status="done", source=source, made_by=made, plan=Identity(agency=agency), rows=rows, coverage=Coverage())
