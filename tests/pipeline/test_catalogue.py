"""The texts: both languages whole, every key used by a report there."""

from __future__ import annotations

import re
from importlib.resources import files
from string import Formatter
from typing import get_args

import pytest

from pipeline.catalogue import LANGUAGES, as_sentence, texts
from pipeline.records import FindingKind, Severity, Status


def test_both_languages_have_the_same_keys() -> None:
    assert texts("id").keys() == texts("en").keys()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_value_of_the_contract_has_a_word(lang: str) -> None:
    t = texts(lang)
    wanted = [f"kind.{kind}" for kind in get_args(FindingKind)]
    wanted += [f"severity.{severity}" for severity in get_args(Severity)] + [f"status.{status}" for status in get_args(Status)]
    assert [key for key in wanted if not t.has(key)] == []


def test_both_languages_fill_in_the_same_values() -> None:
    indonesian, english = texts("id"), texts("en")
    differing = {
        key: (fields(indonesian.lines(key)), fields(english.lines(key)))
        for key in sorted(indonesian.keys())
        if fields(indonesian.lines(key)) != fields(english.lines(key))
    }
    assert differing == {}


def fields(sentences: list[str]) -> set[str]:
    return {name for sentence in sentences for _, name, _, _ in Formatter().parse(sentence) if name}


def test_keys_named_in_templates_exist() -> None:
    t = texts("id")
    templates = files("pipeline.reports").joinpath("templates")
    named = {
        key
        for template in templates.iterdir()
        for key in re.findall(r'\bt\("([a-z_]+\.[a-z_0-9]+)"', template.read_text(encoding="utf-8"))
    }
    assert len(named) > 60
    assert sorted(key for key in named if not t.has(key)) == []


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="jv"):
        texts("jv")


@pytest.mark.parametrize(
    ("value", "digits", "indonesian", "english"),
    [(0.83333, 2, "0,83", "0.83"), (4.0, 2, "4", "4"), (40.0, 0, "40", "40"), (-0.001, 2, "0", "0"), (7.5, 1, "7,5", "7.5")],
)
def test_numbers(value: float, digits: int, indonesian: str, english: str) -> None:
    assert (texts("id").number(value, digits), texts("en").number(value, digits)) == (indonesian, english)


@pytest.mark.parametrize(
    ("key", "values", "words"),
    [
        ("gaps.tile_rows", {"count": 1}, "1 row waits for a choice"),
        ("gaps.tile_rows", {"count": 12}, "12 rows wait for a choice"),
        ("gaps.tile_finding_counts", {"error": 1, "warning": 0, "info": 2}, "1 error · 0 warnings · 2 notes"),
        ("fault_detail.seconds", {"seconds": "1"}, "1 second"),
    ],
    ids=["one", "several", "none", "a number read off a sentence"],
)
def test_english_counts_in_one_and_more(key: str, values: dict[str, object], words: str) -> None:
    assert texts("en")(key, **values) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2024-01-03", "3 Januari 2024"), ("2024-12-31", "31 Desember 2024"), ("2024-13-01", "2024-13-01"), ("2024", "2024")],
)
def test_dates(iso: str, words: str) -> None:
    assert texts("id").date(iso) == words


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("rencana ini kosong", "Rencana ini kosong."), ("Sudah benar.", "Sudah benar."), ("", ""), ("mengapa?", "Mengapa?")],
)
def test_sentences(text: str, sentence: str) -> None:
    assert as_sentence(text) == sentence
