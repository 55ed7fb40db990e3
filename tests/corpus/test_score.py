"""Checking the checker: a reading as good as the truth scores 1, and every kind of mistake is noticed."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from corpus.invent import invent
from corpus.score import listed_codes, score
from corpus.tally import FIGURES, pooled
from corpus.truth import truth

Reading = dict[str, Any]
PLACE = [{"page": 1, "box": [10.0, 10.0, 90.0, 40.0]}]
TRUTH: Reading = truth(invent("bergaris", 7, 0.6))


def as_read(true: Reading) -> Reading:
    """The reading of a reader who makes no mistake."""
    rows = [
        {
            **{
                k: row.get(k, "")
                for k in ("part", "area", "number", "component", "indicator", "action", "evidence", "schedule", "output")
            },
            "id": f"r{n}",
            "where": PLACE,
            "matches": [{"code": code, "decision": "accepted"} for code in row["canonical"]],
            "cells": {"action": {"confidence": 0.97}},
        }
        for n, row in enumerate(true["rows"], 1)
    ]
    findings = [
        {"kind": f["kind"], "text": f["text"], "severity": "warning", "where": PLACE, "rows": [f"r{n}" for n in f.get("row", [])]}
        for f in true["flags"]
        if "pdf" in f.get("formats", ["pdf"])
    ]
    covered = {code for row in true["rows"] for code in row["canonical"]}
    missing = sorted(code for code, part in listed_codes().items() if part == "pemenuhan" and code not in covered)
    plan = {
        "agency": true["agency"],
        "region": true["region"],
        "year": true["plan_year"],
        "decree": {"number": true["decree"]["number"], "date": true["decree"]["date"] or None},
        "signatories": true["signatories"],
        "regulations": true["regulations_cited"],
    }
    chapters = [{**chapter, "pages": [1]} for chapter in true["chapters"]]
    return {"rows": rows, "findings": findings, "plan": plan, "chapters": chapters, "coverage": {"missing": missing}}


def figures(reading: Reading) -> dict[str, float | None]:
    return score(TRUTH, reading).figures()


def test_a_perfect_reading_is_perfect() -> None:
    found = figures(as_read(TRUTH))
    assert {k: v for k, v in found.items() if v != (0.0 if k in ("in_review", "cer") else 1.0)} == {}
    assert set(found) == set(FIGURES)


def wrong_digit(reading: Reading) -> None:
    row = next(r for r in reading["rows"] if "20" in r["schedule"])
    row["schedule"] = row["schedule"].replace("20", "28", 1)


def lost_row(reading: Reading) -> None:
    del reading["rows"][4]


def false_row(reading: Reading) -> None:
    reading["rows"].insert(3, {**reading["rows"][0], "indicator": "NO KOMPONEN", "action": "1 2 3", "matches": []})


def swapped_column(reading: Reading) -> None:
    for row in reading["rows"]:
        row["action"], row["evidence"] = row["evidence"], row["action"]


def merged_rows(reading: Reading) -> None:
    one, two = reading["rows"][2], reading["rows"][3]
    for column in ("indicator", "action", "evidence"):
        one[column] += " " + two[column]
    del reading["rows"][3]


def wrong_component(reading: Reading) -> None:
    reading["rows"][6]["component"] = "Sesuatu yang lain"


def wrong_area(reading: Reading) -> None:
    reading["rows"][6]["area"] = 9


def wrong_code(reading: Reading) -> None:
    reading["rows"][0]["matches"] = [{"code": "P.6.v.c", "decision": "accepted"}]


def code_in_review(reading: Reading) -> None:
    reading["rows"][0]["matches"][0]["decision"] = "review"
    del reading["rows"][0]["matches"][1:]


def forgotten_gap(reading: Reading) -> None:
    del reading["coverage"]["missing"][0]


def false_finding(reading: Reading) -> None:
    reading["findings"].append({"kind": "stale_year", "text": "sejak 2010", "severity": "warning", "where": PLACE})


def lost_finding(reading: Reading) -> None:
    kinds = ("stale_year", "bad_date", "contradiction", "duplicate_cell", "numbering", "foreign_agency", "decree_mismatch")
    reading["findings"].remove(next(f for f in reading["findings"] if f["kind"] in kinds))


def look_alike_reported(reading: Reading) -> None:
    alike = next(a for a in TRUTH["look_alikes"] if a["kind"] == "stale_year")
    reading["findings"].append({"kind": "stale_year", "text": alike["text"], "severity": "warning", "where": PLACE})


def false_absence(reading: Reading) -> None:
    reading["findings"] = [f for f in reading["findings"] if f["kind"] != "missing_part"]
    reading["findings"] += [{"kind": "missing_part", "text": "", "severity": "warning", "where": PLACE}] * 4


def lost_citation(reading: Reading) -> None:
    reading["plan"]["regulations"] = reading["plan"]["regulations"][1:]


def wrong_nip(reading: Reading) -> None:
    signer = dict(reading["plan"]["signatories"][0])
    signer["nip"] = str(int(signer["nip"]) + 1)
    reading["plan"]["signatories"] = [signer]


def wrong_decree_date(reading: Reading) -> None:
    reading["plan"]["decree"]["date"] = "1999-01-01"


def other_region(reading: Reading) -> None:
    reading["plan"]["region"] = "Kota Lain"


def lost_chapter(reading: Reading) -> None:
    del reading["chapters"][1]


def wrong_title(reading: Reading) -> None:
    reading["chapters"][1]["title"] = "Sesuatu"


def no_place(reading: Reading) -> None:
    reading["rows"][0]["where"] = []


def empty_box(reading: Reading) -> None:
    reading["rows"][0]["where"] = [{"page": 1, "box": [10.0, 10.0, 10.0, 40.0]}]


def misread_letter(reading: Reading) -> None:
    reading["rows"][1]["action"] = reading["rows"][1]["action"].replace("a", "o", 1)


@pytest.mark.parametrize(
    ("mistake", "noticed_by"),
    [
        (wrong_digit, {"exact", "numbers", "cells", "cer"}),
        (lost_row, {"rows_found", "cells", "exact", "component", "area", "cer"}),
        (false_row, {"rows_true"}),
        (swapped_column, {"cells", "exact", "cer"}),
        (merged_rows, {"rows_found", "rows_true", "cells", "exact"}),
        (wrong_component, {"component"}),
        (wrong_area, {"area"}),
        (wrong_code, {"first_code", "codes", "codes_right"}),
        (code_in_review, {"first_code", "codes", "in_review"}),
        (forgotten_gap, {"gaps"}),
        (false_finding, {"findings_true"}),
        (lost_finding, {"findings_found"}),
        (look_alike_reported, {"findings_true", "look_alikes_left"}),
        (false_absence, {"look_alikes_left"}),
        (lost_citation, {"regulations"}),
        (wrong_nip, {"identity"}),
        (wrong_decree_date, {"identity"}),
        (other_region, {"identity"}),
        (lost_chapter, {"chapters"}),
        (wrong_title, {"chapters"}),
        (no_place, {"placed"}),
        (empty_box, {"placed"}),
        (misread_letter, {"cells", "cer"}),
    ],
    ids=lambda value: value.__name__ if callable(value) else None,
)
def test_a_mistake_is_noticed_where_it_belongs(mistake: Callable[[Reading], None], noticed_by: set[str]) -> None:
    good = copy.deepcopy(as_read(TRUTH))
    before = figures(good)
    mistake(good)
    after = figures(good)
    changed = {name for name in FIGURES if before[name] != after[name]}
    assert noticed_by <= changed
    for name in noticed_by:
        was, now = before[name], after[name]
        assert was is not None and now is not None
        assert (now > was) == (name in ("in_review", "cer")), name


def test_a_missing_reading_scores_nothing() -> None:
    found = figures({})
    assert found["rows_found"] == found["cells"] == found["exact"] == found["chapters"] == found["findings_found"] == 0.0
    assert found["cer"] == pytest.approx(1.0, abs=0.01)


def test_white_space_dashes_and_case_say_nothing() -> None:
    reading = as_read(TRUTH)
    for row in reading["rows"]:
        row["action"] = row["action"].replace(" ", "  \n").replace("-", "–").upper()
    assert figures(reading)["exact"] == 1.0


def test_faults_that_do_not_show_in_a_format_are_left_out() -> None:
    flag = {"kind": "stale_year", "text": "Rencana 2019", "why": "", "where": "", "formats": ["pdf"]}
    true = {**TRUTH, "flags": [flag], "look_alikes": []}
    reading = {**as_read(TRUTH), "findings": []}
    assert score(true, reading, "pdf").share("findings_found") == 0.0
    assert score(true, reading, "txt").share("findings_found") is None


def test_one_finding_stands_for_one_fault_only() -> None:
    flag = {"kind": "bad_date", "text": "31 Juni 2024", "why": "", "where": ""}
    true = {**TRUTH, "flags": [flag, flag], "look_alikes": []}
    finding = {"kind": "bad_date", "text": "31 Juni 2024", "severity": "warning", "where": PLACE}
    assert score(true, {**as_read(TRUTH), "findings": [finding]}).share("findings_found") == 0.5


def test_pooling_adds_up_the_counts() -> None:
    good, bad = score(TRUTH, as_read(TRUTH)), score(TRUTH, {})
    assert pooled([good, bad]).share("rows_found") == 0.5
