"""Every reason that checks and matcher can give has a sentence in both languages, filled in with the same values."""

from __future__ import annotations

import ast
import errno
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import canonical
import extractors
import flows
import pipeline.checks
from canonical.reason import Reason, because
from extractors.errors import DocumentError
from flows.statuses import sentence_for_machine
from pipeline.build import NO_TABLE, NO_TABLE_BUT_PICTURES
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
    assert english.fault(NO_TABLE_BUT_PICTURES) == english("fault.no_table_but_pictures")


FILE_SOURCES = [path for package in (extractors, flows) for path in sorted(Path(str(package.__file__)).parent.rglob("*.py"))]


FILE_ERRORS = {kind.__name__ for kind in kinds_of_error()}


def errors_raised(kinds: set[str]) -> Iterator[tuple[str, ast.Module, ast.expr]]:
    """Each argument that errors of these names are raised with: where, in which module, and the expression."""
    for path in FILE_SOURCES:
        module = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in kinds and node.args:
                yield f"{path.name}:{node.lineno}", module, node.args[0]


def sentences(module: ast.Module, detail: ast.expr) -> Iterator[str]:
    """The sentences an expression is made of, a 7 in each blank; names of files and the like are none."""
    constants = {getattr(s.targets[0], "id", ""): s.value for s in module.body if isinstance(s, ast.Assign)}
    match detail:
        case ast.JoinedStr():
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in detail.values)
        case ast.Constant():
            yield str(detail.value)
        case ast.IfExp():
            yield from sentences(module, detail.body)
            yield from sentences(module, detail.orelse)
        case ast.Name(id=name) if name in constants:
            yield from sentences(module, constants[name])


def test_every_detail_of_an_error_can_be_told_in_english() -> None:
    given = [(place, said) for place, module, detail in errors_raised(FILE_ERRORS) for said in sentences(module, detail)]
    given += [
        ("machine", sentence_for_machine(OSError(number, "x")))
        for number in (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EBUSY)
    ]
    assert len(given) > 25
    assert [(place, said) for place, said in given if texts("en").fault(said) == said] == []


def test_every_sentence_that_stops_a_run_can_be_told_in_english() -> None:
    raised = errors_raised({"NoInput", "FolderBusy", "PoolBroken", "OrchestratorFailed", "NoEngineError"})
    given = {said for _, module, detail in raised for said in sentences(module, detail)} | set(constant_sentences())
    assert len(given) >= 9
    assert [said for said in given if texts("en").fault(said) == said] == []


def constant_sentences() -> Iterator[str]:
    """Constants of the modules in flows/ that are whole sentences."""
    for path in Path(str(flows.__file__)).parent.rglob("*.py"):
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            value = getattr(getattr(statement, "value", None), "value", None)
            if isinstance(statement, ast.Assign) and isinstance(value, str) and re.fullmatch(r"[A-Z]\w+ .* .*\.", value):
                yield value


def test_what_a_library_says_of_a_file_is_no_detail() -> None:
    """It is in no reader's language and tells nobody what to do."""
    caught = {"error", "problem"}
    spoken = [
        place
        for place, _, detail in errors_raised(FILE_ERRORS)
        if any(isinstance(node, ast.Name) and node.id in caught for node in ast.walk(detail))
        and "sentence_for_machine" not in ast.dump(detail)
    ]
    assert spoken == []


@pytest.mark.parametrize(
    ("told", "indonesian", "english"),
    [
        (
            "Berkas rusak atau terpotong; mintalah salinan yang utuh dari pengirim. (LibreOffice tidak selesai dalam 90 detik)",
            "Berkas rusak atau terpotong; mintalah salinan yang utuh dari pengirim. (LibreOffice tidak selesai dalam 90 detik)",
            "The file is damaged or cut off; ask the sender for a whole copy. (LibreOffice did not finish within 90 seconds)",
        ),
        ("halaman 3", "halaman 3", "page 3"),
        ("halaman 3 berukuran 9 × 90000 pt", "halaman 3 berukuran 9 × 90000 pt", "page 3 measures 9 × 90000 pt"),
        ("Isinya sama dengan renja 2024.", "Isinya sama dengan renja 2024.", "The same contents as renja 2024."),
        ("Sesuatu yang lain.", "Sesuatu yang lain.", "Sesuatu yang lain."),
        ("", "", ""),
    ],
    ids=["a detail behind it", "a page", "more of a page", "filled in", "not in the catalogue", "nothing"],
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
