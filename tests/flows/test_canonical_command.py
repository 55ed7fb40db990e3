"""`renja canonical`: lists, single codes, and unknowns printed as unknown."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from flows.commands.canonical import app

RUNNER = CliRunner()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["list", "--area", "5", "--part", "reform"], ["R.5.iii.b.6", "R.5.i.a"]),
        (["list", "--regulation", "permenpanrb-52-2014", "--area", "2"], ["K.2.iii.a", "tidak diketahui"]),
        (["show", "P.6.ii.c"], ["penghargaan dan sanksi", "K.6.ii.c (dipecah)", "(bobot 1)", "B = 0,67", "A = 1"]),
        (["show", "k.5.iv.a"], ["tidak ada (dicabut)"]),
        (["show", "P.1.i.a"], ["(bobot 0,5)", "K.1.i.a (tetap)"]),
        (["show", "R.5.iii.b"], ["Non LHKPN", "sumber berbeda"]),
        (["check"], ["K.2.iii tidak diketahui", "hanya dari satu sumber", "PermenPAN-RB 5/2024"]),
    ],
)
def test_what_is_printed(arguments: list[str], words: list[str]) -> None:
    result = RUNNER.invoke(app, arguments, env={"COLUMNS": "200"})
    assert result.exit_code == 0
    assert all(word in result.output for word in words), result.output


@pytest.mark.parametrize(("code", "hint"), [("P.6.ii.z", "Yang dekat: P.6.i.a, P.6.i.b"), ("Z.9", None)])
def test_a_code_that_is_none_names_those_near_it(code: str, hint: str | None) -> None:
    said = " ".join(RUNNER.invoke(app, ["show", code], env={"COLUMNS": "200"}).output.split())
    assert (hint or "") in said and ("Yang dekat" in said) == bool(hint), said


@pytest.mark.parametrize(
    "arguments", [["show", "P.9.i.a"], ["list", "--regulation", "permenpanrb-1-1999"], ["list", "--area", "7"]]
)
def test_what_is_not_there_is_a_usage_error(arguments: list[str]) -> None:
    assert RUNNER.invoke(app, arguments).exit_code == 2
