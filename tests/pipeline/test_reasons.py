"""Every reason that checks and matcher can give has a sentence in both languages, filled in with the same values."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import canonical
import pipeline.checks
from canonical.reason import Reason, because
from extractors.errors import DocumentError
from pipeline.build import NO_TABLE
from pipeline.catalogue import KEPT_IN, LANGUAGES, texts

SOURCES = [path for package in (canonical, pipeline.checks) for path in sorted(Path(str(package.__file__)).parent.glob("*.py"))]


def calls_of_because() -> Iterator[tuple[str, ast.Call]]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "because":
                yield f"{path.name}:{node.lineno}", node


def emitted() -> dict[str, set[str]]:
    """Key → names of its values, as written in the sources."""
    return {str(call.args[0].value): {str(k.arg) for k in call.keywords} for _, call in calls_of_because()}  # type: ignore[attr-defined]


def filled_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_keys_are_written_out_and_values_named() -> None:
    """Else the two tests below would not see them."""
    calls = list(calls_of_because())
    assert len(calls) > 60
    hidden = [
        place
        for place, call in calls
        if not isinstance(call.args[0], ast.Constant) or len(call.args) > 1 or any(k.arg is None for k in call.keywords)
    ]
    made_otherwise = [p.name for p in SOURCES if p.name != "reason.py" and " Reason(" in p.read_text(encoding="utf-8")]
    assert (hidden, made_otherwise) == ([], [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_has_a_sentence_with_its_values(lang: str) -> None:
    t = texts(lang)
    told = {key: filled_in(t(key)) if t.has(key) else None for key in emitted()}
    assert told == emitted()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_left_that_nobody_gives(lang: str) -> None:
    t = texts(lang)
    assert {*t.keys_of("finding"), *t.keys_of("match")} - emitted().keys() == set()


def kinds_of_error(kind: type[DocumentError] = DocumentError) -> Iterator[type[DocumentError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from kinds_of_error(below)


def test_every_error_of_a_file_can_be_told_in_english() -> None:
    kept, english = texts(KEPT_IN), texts("en")
    for kind in kinds_of_error():
        if kind.__module__ == "extractors.errors":
            assert kept(f"fault.{kind.__name__}") == kind.sentence
            assert english.fault(str(kind("a.pdf"))) == f"{english(f'fault.{kind.__name__}')} (a.pdf)"
    assert english.fault(NO_TABLE) == english("fault.no_table")


@pytest.mark.parametrize(
    ("told", "indonesian", "english"),
    [
        ("Isinya sama dengan renja 2024.", "Isinya sama dengan renja 2024.", "The same contents as renja 2024."),
        ("Sesuatu yang lain.", "Sesuatu yang lain.", "Sesuatu yang lain."),
        ("", "", ""),
    ],
    ids=["filled in", "not in the catalogue", "nothing"],
)
def test_kept_sentences(told: str, indonesian: str, english: str) -> None:
    assert (texts("id").fault(told), texts("en").fault(told)) == (indonesian, english)


@pytest.mark.parametrize(
    ("reason", "indonesian", "english"),
    [
        (because("finding.denial"), "kalimat ini menyangkal hal yang seharusnya sudah dilakukan", "this sentence denies what should have been done"),
        (
            because("finding.target_before_decree", until="2024-03", signed="2024-04-15"),
            "target ini berakhir Maret 2024, sedangkan keputusan yang menetapkan rencana ini baru bertanggal 15 April 2024",
            "this target ends in March 2024, but the plan's decree was signed on 15 April 2024 only",
        ),
        (because("finding.cell_blank", cell="schedule"), "target waktu tidak diisi", "schedule is not filled in"),
        (because("finding.another_unit", words="Camat Oro", agency=""), "“Camat Oro” bukan instansi ini", "“Camat Oro” is not this agency"),
        (
            because("match.same_sentence", code="P.1.i.a").noting(because("match.other_area"), because("match.torn_between", codes=("A", "B", "C"))),
            "Kalimat sama dengan P.1.i.a, area lain; ragu antara A, B, dan C",
            "The same sentence as P.1.i.a, other area; torn between A, B, and C",
        ),
        (because("finding.another_unit", words="{0.__class__}", agency="{x}"), "“{0.__class__}” bukan {x}", "“{0.__class__}” is not {x}"),
    ],
    ids=["no values", "dates", "a word of the catalogue", "no agency", "notes and a list", "braces of a plan"],
)  # fmt: skip
def test_sentences_of_reasons(reason: Reason, indonesian: str, english: str) -> None:
    assert (texts("id").reason(reason), texts("en").reason(reason)) == (indonesian, english)


@pytest.mark.parametrize(
    "reason",
    [None, Reason("finding.of_another_version"), Reason("finding.cell_blank"), Reason("finding.cell_blank", {"cell": "?"})],
    ids=["a record without reasons", "an unknown key", "a value missing", "an unknown word"],
)
def test_what_this_version_does_not_know_is_told_as_it_was_kept(reason: Reason | None) -> None:
    assert texts("en").why("seperti tersimpan", reason) == "seperti tersimpan"
