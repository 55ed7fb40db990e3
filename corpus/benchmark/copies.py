"""Text copied between plans: are the planted pairs found, and do they stand above all others?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.benchmark.documents import BenchDocument
from corpus.benchmark.reading import Reading
from pipeline.copied_text import find_copied_text
from pipeline.records import PlanRecord


@dataclass(frozen=True)
class Copies:
    """`found` of `planted` pairs are reported; `outranked` counts pairs nobody planted with a higher share than one of them.

    Made-up plans share turns of phrase, so other pairs are reported too: what counts is that the copies come first.
    """

    planted: int
    found: int
    outranked: int


def score_copies(documents: Sequence[BenchDocument], readings: Sequence[Reading]) -> Copies:
    """Over the text PDFs, one document a plan."""
    records, planted = {}, set()
    for document, reading in zip(documents, readings, strict=True):
        if document.grade != "pdf" or not reading.record:
            continue
        name = document.truth.stem
        records[name] = PlanRecord.model_validate(reading.record)
        source = json.loads(document.truth.read_text(encoding="utf-8")).get("copied_from")
        if source:
            planted.add(frozenset((name, source)))
    wanted = {pair for pair in planted if pair <= set(records)}
    shares = {frozenset(c.documents): c.share for c in find_copied_text(records)}
    found = [shares[pair] for pair in wanted if pair in shares]
    least = min(found, default=1.0)
    outranked = sum(share > least for pair, share in shares.items() if pair not in wanted)
    return Copies(len(wanted), len(found), outranked)
