"""Imports go one way through the house: no room knows those that build on it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

MAY_IMPORT: dict[str, set[str]] = {
    "extractors": set(),
    "canonical": set(),
    "pipeline": {"extractors", "canonical"},
    "flows": {"extractors", "canonical", "pipeline"},
    "corpus": {"extractors", "canonical", "pipeline"},
}
ROOMS = {*MAY_IMPORT, "tests"}


def imported(source: str) -> set[str]:
    """The packages a module imports anywhere in it, also within functions and for types only."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return {name.partition(".")[0] for name in found}


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_lies_below_it(room: str) -> None:
    forbidden = ROOMS - {room} - MAY_IMPORT[room] | (set() if room == "flows" else {"prefect", "dask", "distributed"})
    found = {
        (str(path.relative_to(ROOT)), name)
        for path in (ROOT / room).rglob("*.py")
        for name in imported(path.read_text(encoding="utf-8")) & forbidden
    }
    assert found == set()


@pytest.mark.parametrize(
    ("source", "packages"),
    [
        ("import flows.batch as b, json", {"flows", "json"}),
        ("from pipeline.records import Row", {"pipeline"}),
        ("def f():\n    from prefect import flow", {"prefect"}),
        ("from . import x", set()),
        ("'import flows'", set()),
    ],
    ids=["by name", "from a module", "within a function", "of its own folder", "in words"],
)
def test_imports_are_seen_wherever_they_stand(source: str, packages: set[str]) -> None:
    assert imported(source) == packages
