"""What checks read of the action table: every cell once, a component once for all rows in a run under it."""

from __future__ import annotations

from pipeline.checks.passages import read_passages
from tests.pipeline.checks.plans import plan, row


def test_a_component_is_read_once_a_run_of_rows_other_cells_each_time() -> None:
    rows = [
        row(1, component="Tim Kerja", action="Rapat"),
        row(2, component="Tim Kerja", action="Rapat"),
        row(3, component="Agen Perubahan", action="Rapat"),
        row(4, component="Agen Perubahan", action="Rapat", area=2),
        row(5, component="Tim Kerja", action="Rapat", area=2),
    ]
    passages = read_passages(plan(rows=rows))
    assert [p.text for p in passages if p.role == "component"] == ["Tim Kerja", "Agen Perubahan", "Agen Perubahan", "Tim Kerja"]
    assert [p.text for p in passages if p.role == "action"] == ["Rapat"] * 5
