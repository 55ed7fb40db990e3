"""The text of --limits."""

from __future__ import annotations

import pytest

from flows.limits import BadLimit, Limits, parse_limits


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("", Limits()),
        ("page=60", Limits(page=60.0)),
        (" page = 2.5 , memory=1500,", Limits(page=2.5, memory=1500)),
    ],
)
def test_limits(text: str, limits: Limits) -> None:
    assert parse_limits(text) == limits


@pytest.mark.parametrize("text", ["halaman=3", "page", "page=", "page=-1", "page=0", "page=inf", "page=nan", "memory=1.5"])
def test_bad_limits(text: str) -> None:
    with pytest.raises(BadLimit):
        parse_limits(text)
