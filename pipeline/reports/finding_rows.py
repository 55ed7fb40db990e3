"""Which rows findings concern."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.records import Finding
from pipeline.summed_record import SummedFinding


def rows_of(finding: Finding | SummedFinding) -> tuple[str, ...]:
    """The ids of every row a finding concerns, each once."""
    return tuple(dict.fromkeys((*((finding.row,) if finding.row else ()), *finding.rows)))


def findings_by_row(findings: Iterable[Finding]) -> Mapping[str, Sequence[Finding]]:
    by_row: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for row in rows_of(finding):
            by_row[row].append(finding)
    return by_row
