"""Scoring a reading (document.json) against a truth file: rows, cells, codes, findings, identity, chapters."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from corpus.likeness import Json, edits, items, likeness, numbers, pair_rows, part_of, squeezed, text_of
from corpus.score_findings import score_findings
from corpus.tally import Tally

CELLS = ("indicator", "action", "evidence", "schedule", "output")
_LIST = Path(__file__).parent.parent / "canonical" / "data" / "permenpanrb-90-2021.csv"


def score(truth: Json, reading: Json, form: str = "pdf") -> Tally:
    """Every figure of one document. `form` is pdf, docx, txt, flat or scan: faults that do not show in it are left out.

    A reading that is missing (an empty mapping) scores nothing on everything.
    """
    tally = Tally()
    true_rows, read_rows = items(truth, "rows"), items(reading, "rows")
    pairs = pair_rows(true_rows, read_rows)
    _score_rows(true_rows, read_rows, pairs, tally)
    _score_codes(truth, reading, pairs, tally)
    score_findings(truth, reading, pairs, form, tally)
    _score_identity(truth, reading, tally)
    _score_regulations(truth, reading, tally)
    _score_chapters(truth, reading, tally)
    for thing in (*read_rows, *items(reading, "findings")):
        tally.add("placed", is_placed(thing))
    return tally


def _score_rows(true_rows: list[Json], read_rows: list[Json], pairs: dict[int, int], tally: Tally) -> None:
    columns = [c for c in CELLS if any(c in row for row in true_rows)]
    standing = set()
    for i, true in enumerate(true_rows):
        read = read_rows[pairs[i]] if i in pairs else None
        is_found = read is not None and likeness(text_of(true, "indicator"), text_of(read, "indicator")) >= 0.9
        tally.add("rows_found", is_found)
        if is_found:
            standing.add(pairs[i])
        for column in columns:
            _score_cell(text_of(true, column), read, column, tally)
        tally.add("component", read is not None and likeness(text_of(true, "component"), text_of(read, "component")) >= 0.85)
        tally.add("area", read is not None and (true.get("part"), true.get("area")) == (read.get("part"), read.get("area")))
    for j in range(len(read_rows)):
        tally.add("rows_true", j in standing)


def _score_cell(true: str, read_row: Json | None, column: str, tally: Tally) -> None:
    read = text_of(read_row, column) if read_row is not None else None
    alike = likeness(true, read) if read is not None else 0.0
    are_numbers_right = read is not None and numbers(true) == numbers(read)
    tally.add("cells", alike)
    tally.add("cer", min(edits(true, read or ""), max(len(squeezed(true)), 1)), max(len(squeezed(true)), 1))
    if numbers(true):
        tally.add("numbers", are_numbers_right)
    if not true:
        return
    is_exact = alike >= 0.98 and are_numbers_right
    tally.add("exact", is_exact)
    if read_row is not None and read:
        confidence = part_of(part_of(read_row, "cells"), column).get("confidence")
        if isinstance(confidence, int | float):
            tally.add(f"confidence {band(float(confidence))}", is_exact)


def band(confidence: float) -> str:
    """The band a confidence falls in; narrow where most readings lie."""
    for low, high in ((0.99, 1.0), (0.95, 0.99), (0.9, 0.95), (0.8, 0.9), (0.6, 0.8)):
        if confidence >= low:
            return f"{low:.2f}-{high:.2f}"
    return "0.00-0.60"


def accepted(row: Json) -> list[str]:
    return [str(m["code"]) for m in items(row, "matches") if m.get("decision") == "accepted" and m.get("code")]


def _score_codes(truth: Json, reading: Json, pairs: dict[int, int], tally: Tally) -> None:
    true_rows, read_rows = items(truth, "rows"), items(reading, "rows")
    if not any(row.get("canonical") for row in true_rows):
        return
    right = wrong = lost = 0
    for i, row in enumerate(true_rows):
        want = _codes(row)
        read = read_rows[pairs[i]] if i in pairs else {}
        got = accepted(read)
        if want:
            tally.add("first_code", bool(got) and got[0] == want[0])
        right, wrong, lost = right + len({*want} & {*got}), wrong + len({*got} - {*want}), lost + len({*want} - {*got})
        tally.add("in_review", not got and any(m.get("decision") == "review" for m in items(read, "matches")))
    wrong += sum(len(accepted(row)) for j, row in enumerate(read_rows) if j not in pairs.values())
    tally.add("codes", 2 * right, 2 * right + wrong + lost)
    tally.add("codes_right", right, right + wrong)
    _score_gaps(true_rows, reading, tally)


def _codes(row: Json) -> list[str]:
    value = row.get("canonical")
    return [str(code) for code in value] if isinstance(value, Sequence) else []


@cache
def listed_codes() -> dict[str, str]:
    """Code → part of the indicators whose absence is a gap: no data items, nothing that surveys measure."""
    with _LIST.open(encoding="utf-8", newline="") as file:
        return {r["code"]: r["part"] for r in csv.DictReader(file) if not r["parent"] and r["part"] != "hasil"}


def _score_gaps(true_rows: list[Json], reading: Json, tally: Tally) -> None:
    parts = {row.get("part") for row in true_rows}
    listed = {code for code, part in listed_codes().items() if part in parts}
    missing = listed - {code for row in true_rows for code in _codes(row)}
    value = part_of(reading, "coverage").get("missing")
    said = listed & ({str(code) for code in value} if isinstance(value, Sequence) else set())
    tally.add("gaps", 2 * len(missing & said), len(missing) + len(said))


def _score_identity(truth: Json, reading: Json, tally: Tally) -> None:
    for right in _identity(truth, part_of(reading, "plan")):
        tally.add("identity", right)


def _identity(truth: Json, plan: Json) -> Iterator[bool]:
    agency, region = text_of(truth, "agency"), text_of(truth, "region")
    named = text_of(plan, "agency")
    is_there = squeezed(region.split(" ", 1)[-1]) in squeezed(named + text_of(plan, "region"))
    yield likeness(agency, named) >= 0.9 and numbers(agency) == numbers(named) and is_there
    yield squeezed(region) == squeezed(text_of(plan, "region"))
    yield truth.get("plan_year") == plan.get("year")
    decree, read = part_of(truth, "decree"), part_of(plan, "decree")
    yield squeezed(text_of(decree, "number")) == squeezed(text_of(read, "number"))
    yield (decree.get("date") or None) == (read.get("date") or None)
    signers = items(plan, "signatories")
    for person in items(truth, "signatories"):
        yield any(
            likeness(text_of(person, "name"), text_of(s, "name")) >= 0.9 and (person.get("nip") or None) == (s.get("nip") or None)
            for s in signers
        )


def _score_regulations(truth: Json, reading: Json, tally: Tally) -> None:
    """A truth that lists none says nothing about them."""
    true, read = _names(truth, "regulations_cited"), _names(part_of(reading, "plan"), "regulations")
    if true:
        tally.add("regulations", 2 * len(true & read), len(true) + len(read))


def _names(thing: Json, name: str) -> set[str]:
    value = thing.get(name)
    return {str(item) for item in value} if isinstance(value, Sequence) else set()


def _score_chapters(truth: Json, reading: Json, tally: Tally) -> None:
    read = items(reading, "chapters")
    for chapter in items(truth, "chapters"):
        label, title = text_of(chapter, "label"), text_of(chapter, "title")
        is_there = any(
            squeezed(text_of(k, "label")) == squeezed(label) and likeness(title, text_of(k, "title")) >= 0.9 for k in read
        )
        tally.add("chapters", is_there)


def is_placed(thing: Json) -> bool:
    """Every place names a block, or a page with a box that has an inside and lies on paper."""
    places = items(thing, "where")
    return bool(places) and all(_is_place(place) for place in places)


def _is_place(place: Json) -> bool:
    if place.get("block") is not None:
        return True
    box, page = place.get("box"), place.get("page")
    if not isinstance(page, int) or page < 1 or not isinstance(box, Sequence) or len(box) != 4:
        return False
    x0, top, x1, bottom = (float(v) for v in box)
    return 0 <= x0 < x1 <= 3000 and 0 <= top < bottom <= 3000
