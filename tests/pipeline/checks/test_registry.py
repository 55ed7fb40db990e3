"""Running all checks: settings, ids, order, doubtful digits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonical.reason import because
from pipeline.catalogue import texts
from pipeline.checks import CHECKS, CheckSetting, CheckSettings, read_check_settings, run_checks
from pipeline.checks.finding import Evidence, gather
from pipeline.records import CellReading
from tests.pipeline.checks.plans import plan, row

STALE = plan(rows=[row(1, evidence="Laporan tahun 2019"), row(2, evidence="Arsip loket tahun 2018")])


def test_every_kind_has_a_check() -> None:
    assert len({check.kind for check in CHECKS}) == len(CHECKS) == 12


def test_a_kind_can_be_switched_off() -> None:
    settings = CheckSettings(kinds={"stale_year": CheckSetting(on=False)})
    assert not any(f.kind == "stale_year" for f in run_checks(STALE, settings))


def test_severity_can_be_changed_but_not_of_hints() -> None:
    settings = CheckSettings(kinds={"stale_year": CheckSetting(severity="error"), "weak_row": CheckSetting(severity="error")})
    findings = run_checks(STALE, settings)
    assert {f.severity for f in findings if f.kind == "stale_year"} == {"error"}
    assert {f.severity for f in findings if f.kind == "weak_row"} <= {"info"}


def test_settings_from_toml(tmp_path: Path) -> None:
    file = tmp_path / "checks.toml"
    file.write_text('[weak_row]\non = false\n\n[stale_year]\nseverity = "error"\n')
    settings = read_check_settings(file)
    assert not settings.of("weak_row").on
    assert settings.of("stale_year").severity == "error"
    assert settings.of("numbering") == CheckSetting()


def test_the_readme_s_example_is_read(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    file = tmp_path / "pemeriksaan.toml"
    file.write_text(example, encoding="utf-8")
    settings = read_check_settings(file)
    assert (settings.of("weak_row").on, settings.of("superseded_regulation").severity) == (False, "error")


@pytest.mark.parametrize(
    "text", ["[no_such_kind]\non = true", "[stale_year]\nloud = 1", "[stale_year", '[stale_year]\nseverity = "fatal"']
)
def test_broken_settings_are_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "checks.toml"
    file.write_text(text)
    with pytest.raises(ValueError):
        read_check_settings(file)


def test_ids_come_from_words_and_place() -> None:
    again = plan(rows=[row(2, evidence="Arsip loket tahun 2018")])
    ids = {f.text: f.id for f in run_checks(STALE) if f.kind == "stale_year"}
    assert {f.text: f.id for f in run_checks(again) if f.kind == "stale_year"} == {k: v for k, v in ids.items() if "2018" in k}


def test_the_sentence_kept_is_that_of_the_reason() -> None:
    findings = run_checks(STALE)
    assert findings
    assert [f.why for f in findings] == [texts("id").reason(f.reason) for f in findings if f.reason is not None]


def test_a_doubtful_digit_is_only_hinted_at() -> None:
    doubtful = row(1, evidence="Laporan tahun 2019")
    cells = {"evidence": CellReading(where=doubtful.where, digit_confidence=0.5)}
    findings = run_checks(plan(rows=[doubtful.model_copy(update={"cells": cells})]))
    assert [f.severity for f in findings if f.kind == "stale_year"] == ["info"]


@given(st.lists(st.sampled_from(["satu", "Satu ", "dua", "tiga"]), max_size=12))
def test_the_same_words_are_one_finding(texts: list[str]) -> None:
    findings = list(gather("stale_year", [Evidence(text, because("finding.denial"), ()) for text in texts]))
    assert len(findings) == len({text.strip().casefold() for text in texts})


@given(st.text(max_size=200), st.text(max_size=60))
def test_no_text_breaks_a_check(text: str, schedule: str) -> None:
    run_checks(plan([text], rows=[row(1, action=text, evidence=text, schedule=schedule)]))
