"""`renja match try`: what the matcher says of a text, in words."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from flows.commands.match import app


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (["Terdapat inovasi pelayanan"], ["Cocok          P.6.ii.f     1,00  Kalimat sama dengan P.6.ii.f"]),
        (["Jumlah yang sudah melaporkan", "--area", "5"], ["Perlu ditinjau R.5.iii.a.6 ", "Perlu ditinjau R.5.iii.b.6 "]),
        (["WBS sudah diinternalisasi"], ["menyatakan indikator yang dicabut: permenpanrb-52-2014 K.5.iv.a"]),
        (["-"], ["Tidak mencakup indikator mana pun."]),
    ],
    ids=["sure", "torn", "withdrawn", "nothing"],
)
def test_what_is_said_of_a_text(arguments: list[str], lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENJA_ALIASES", "/dev/null/none.csv")
    result = CliRunner().invoke(app, ["try", *arguments])
    assert result.exit_code == 0
    assert all(line in result.output for line in lines), result.output
