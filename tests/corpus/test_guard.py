"""The guard: a small part of the benchmark, with thresholds just below what it reached when they were last raised.

A figure that falls below its threshold is a loss of quality; one that stays well above it asks for a higher threshold.
Nothing here depends on time.
"""

from __future__ import annotations

import json
from pathlib import Path

from corpus.benchmark.documents import QUICK, bench_documents
from corpus.benchmark.results import Line, table
from corpus.benchmark.run import read_and_score
from corpus.tally import Tally, pooled

PERFECT = {"rows_found": 1.0, "rows_true": 1.0, "cells": 0.999, "exact": 0.995, "numbers": 1.0, "component": 1.0, "area": 1.0}
READ = {"identity": 0.97, "chapters": 1.0, "placed": 1.0}
MATCHED = {"first_code": 0.96, "codes": 0.965, "codes_right": 0.98, "gaps": 0.99}
CHECKED = {"findings_found": 0.9, "findings_true": 0.97, "look_alikes_left": 0.98}
LEAST = {
    "pdf": {**PERFECT, **READ, **MATCHED, **CHECKED},
    "docx": {**PERFECT, **READ, **MATCHED, **CHECKED},
    "txt": {**PERFECT, **READ, **MATCHED, **CHECKED},
    "flat": {
        "rows_found": 0.92,
        "rows_true": 0.84,
        "cells": 0.87,
        "exact": 0.78,
        "component": 0.95,
        "area": 0.97,
        "chapters": 0.95,
    },
    "office": {"rows_found": 1.0, "rows_true": 1.0, "cells": 0.98, "exact": 0.93, "component": 1.0, "area": 1.0, "chapters": 1.0},
    "poor": {"rows_found": 0.95, "rows_true": 0.9, "cells": 0.97, "exact": 0.87, "component": 0.95, "area": 1.0, "chapters": 0.9},
    "handled": {
        "rows_found": 1.0,
        "rows_true": 1.0,
        "cells": 0.98,
        "exact": 0.95,
        "component": 1.0,
        "area": 1.0,
        "chapters": 1.0,
    },
}
MOST = {"pdf": {"in_review": 0.03, "cer": 0.001}, "office": {"cer": 0.01}, "poor": {"cer": 0.025}, "handled": {"cer": 0.01}}
LEAST_BY_KIND = {
    "stale_year": 0.95, "bad_date": 0.9, "decree_mismatch": 0.9, "superseded_regulation": 0.85, "foreign_agency": 0.85,
    "contradiction": 0.95, "numbering": 0.95, "duplicate_cell": 0.9, "empty_cell": 0.85,
}  # fmt: skip


def test_quality_has_not_slipped(tmp_path: Path) -> None:
    lines = read_and_score(bench_documents(QUICK, tmp_path / "plans", (), 2, print), tmp_path / "readings", 2, print)
    assert {line.document: line.error for line in lines if line.error} == {}
    slipped = [*_below(table(lines, lambda line: line.grade)), *_kinds_below(lines)]
    assert slipped == [], json.dumps(slipped, indent=1)


def _below(groups: dict[str, Tally]) -> list[str]:
    found = []
    for grade, least in LEAST.items():
        for figure, threshold in least.items():
            share = groups[grade].share(figure)
            if share is None or share < threshold:
                found.append(f"{grade} {figure}: {share} is below {threshold}")
    for grade, most in MOST.items():
        for figure, threshold in most.items():
            share = groups[grade].share(figure)
            if share is None or share > threshold:
                found.append(f"{grade} {figure}: {share} is above {threshold}")
    return found


def _kinds_below(lines: list[Line]) -> list[str]:
    """Kinds of findings over the formats that keep the table."""
    tally = pooled(line.tally for line in lines if line.grade in ("pdf", "docx", "txt"))
    return [
        f"{kind}: {tally.share(f'found {kind}')} is below {threshold}"
        for kind, threshold in LEAST_BY_KIND.items()
        if (tally.share(f"found {kind}") or 0.0) < threshold
    ]
