"""The benchmark's own arithmetic: pooling, shares, changes against a baseline, the page, the peers' glue."""

from __future__ import annotations

import json

import pytest

from corpus.benchmark import results
from corpus.benchmark.clock import StageClock
from corpus.benchmark.page import page
from corpus.benchmark.results import Line, Outcome, changes, confidence_bands, load_lines, save, stage_shares, table
from corpus.peers.glue import rows_of
from corpus.tally import Tally


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


def test_results_are_read_back_as_they_were_written(tmp_path) -> None:
    save(Outcome(lines=[line("a", cells=0.9)]), tmp_path / "results.json")
    assert load_lines(tmp_path / "results.json") == [line("a", cells=0.9)]


def test_a_file_that_is_no_result_is_refused(tmp_path) -> None:
    (tmp_path / "other.json").write_text(json.dumps({"schema": "renja/1"}))
    with pytest.raises(ValueError, match="not a result"):
        load_lines(tmp_path / "other.json")


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


def test_time_in_an_inner_stage_is_not_counted_twice(monkeypatch) -> None:
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


def test_the_peers_glue_names_marked_months() -> None:
    grid = [["NO", "INDIKATOR", "RENCANA AKSI", "Jan", "Feb", "Mar"], ["1", "Tim dibentuk", "Membentuk", "", "x", "x"]]
    assert rows_of([grid])[0]["schedule"] == "Feb, Mar"
