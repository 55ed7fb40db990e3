"""Running the benchmark: documents made, read, scored, compared; the conductor and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from corpus.benchmark.copies import score_copies
from corpus.benchmark.documents import FULL, QUICK, BenchDocument, bench_documents, real_documents
from corpus.benchmark.growth import grow_documents, grow_pages
from corpus.benchmark.peers import read_with_peers
from corpus.benchmark.reading import Reading, read_all
from corpus.benchmark.results import Line, Outcome
from corpus.score import score

Say = Callable[[str], None]


def run_benchmark(
    work: Path, is_quick: bool, workers: int, real: Path | None, with_peers: bool, say: Say, grades: Collection[str] = ()
) -> Outcome:
    """The whole benchmark; `work` keeps the made documents for the next time."""
    documents = bench_documents(QUICK if is_quick else FULL, work / ("quick" if is_quick else "full"), grades)
    say(f"{len(documents)} documents")
    readings = read(documents, workers, say)
    outcome = Outcome(lines=[scored(d, r) for d, r in zip(documents, readings, strict=True)])
    copies = score_copies(documents, readings)
    outcome.notes["copied_text"] = (
        f"{copies.found} of {copies.planted} planted pairs found, {copies.outranked} others rank above the last of them"
    )
    if real:
        outcome.real = read_and_score(real_documents(real), workers, say)
    if with_peers:
        outcome.peers, outcome.absent_peers = read_with_peers(documents, work, workers, say)
    texts = [d.path for d in documents if d.grade == "pdf"]
    if texts and not is_quick:
        say("growth")
        outcome.growth["pages"] = grow_pages(work / "growth", (1, 2, 4, 8, 16))
        outcome.growth["documents"] = grow_documents(texts, (2, 4, 8, 16, 32), workers)
    return outcome


def read_and_score(documents: Sequence[BenchDocument], workers: int, say: Say) -> list[Line]:
    readings = read(documents, workers, say)
    return [scored(document, reading) for document, reading in zip(documents, readings, strict=True)]


def read(documents: Sequence[BenchDocument], workers: int, say: Say) -> list[Reading]:
    def told(count: int) -> None:
        if count % 20 == 0 or count == len(documents):
            say(f"read {count} of {len(documents)}")

    return read_all([d.path for d in documents], workers, told)


def scored(document: BenchDocument, reading: Reading, reader: str = "renja") -> Line:
    truth = json.loads(document.truth.read_text(encoding="utf-8"))
    tally = score(truth, reading.record, document.form)
    return Line(
        document.name,
        document.layout,
        document.grade,
        reader,
        tally,
        reading.seconds,
        reading.pages,
        reading.peak_mb,
        reading.error,
    )
