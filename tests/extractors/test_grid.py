"""Rules to grids: spans, open borders, broken and crooked rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Rule
from extractors.grid import find_grids
from tests.extractors.drawing import lattice

XS, YS = (50.0, 80.0, 200.0, 400.0), (100.0, 130.0, 190.0, 260.0)


def shapes(rules: list[Rule]) -> list[set[tuple[int, int, int, int]]]:
    return [{(c.row, c.column, c.row_span, c.column_span) for c in g.cells} for g in find_grids(rules)]


FULL = {(r, c, 1, 1) for r in range(3) for c in range(3)}


def without(rules: list[Rule], *gone: Rule) -> list[Rule]:
    return [r for r in rules if r not in gone]


@pytest.mark.parametrize(
    ("name", "rules", "cells"),
    [
        ("a full grid", lattice(XS, YS), FULL),
        ("no rules", [], None),
        ("a line under a word is no table", [Rule(50, 100, 90, 100)], None),
        (
            "cell merged down",
            [*without(lattice(XS, YS), Rule(50, 130, 400, 130)), Rule(80, 130, 400, 130)],
            (FULL - {(0, 0, 1, 1), (1, 0, 1, 1)}) | {(0, 0, 2, 1)},
        ),
        (
            "title over all columns",
            [*[Rule(XS[0], y, XS[-1], y) for y in YS], Rule(50, 100, 50, 260), Rule(400, 100, 400, 260),
             Rule(80, 130, 80, 260), Rule(200, 130, 200, 260)],
            (FULL - {(0, c, 1, 1) for c in range(3)}) | {(0, 0, 1, 3)},
        ),
        ("cut by the page break: no rule at the foot", without(lattice(XS, YS), Rule(50, 260, 400, 260)), FULL),
        (
            "no outer verticals",
            without(lattice(XS, YS), Rule(50, 100, 50, 260), Rule(400, 100, 400, 260)),
            FULL,
        ),
        (
            "a rule in two pieces",
            [*without(lattice(XS, YS), Rule(50, 130, 400, 130)), Rule(50, 130, 210, 130), Rule(212, 130.8, 400, 130.8)],
            FULL,
        ),
    ],
)  # fmt: skip
def test_cells(name: str, rules: list[Rule], cells: set[tuple[int, int, int, int]] | None) -> None:
    assert shapes(rules) == ([] if cells is None else [cells]), name


def test_two_tables_are_two_grids() -> None:
    other = tuple(y + 300 for y in YS)
    assert shapes(lattice(XS, YS) + lattice(XS, other)) == [FULL, FULL]


@given(
    st.lists(st.floats(15, 120), min_size=2, max_size=8),
    st.lists(st.floats(12, 90), min_size=2, max_size=8),
    st.lists(st.floats(-0.7, 0.7), min_size=20, max_size=20),
)
def test_a_drawn_grid_comes_back(widths: list[float], heights: list[float], jitter: list[float]) -> None:
    xs = [40.0 + sum(widths[:i]) for i in range(len(widths) + 1)]
    ys = [60.0 + sum(heights[:i]) for i in range(len(heights) + 1)]
    rules = [Rule(r.x0 + j, r.top + j, r.x1 + j, r.bottom + j) for r, j in zip(lattice(xs, ys), jitter * 2, strict=False)]
    (grid,) = find_grids(rules)
    assert len(grid.cells) == len(widths) * len(heights)
    assert max(abs(a - b) for a, b in zip(grid.xs, xs, strict=True)) < 3
    assert max(abs(a - b) for a, b in zip(grid.ys, ys, strict=True)) < 3
