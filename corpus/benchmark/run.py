"""Running the benchmark: documents made, read, scored, compared; the conductor and nothing else."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

from corpus.benchmark.copies import score_copies
from corpus.benchmark.documents import FULL, QUICK, BenchDocument, bench_documents, real_documents
from corpus.benchmark.growth import growth_jobs, growth_points
from corpus.benchmark.jobs import Job, Say, run_jobs
from corpus.benchmark.kin import kin_documents, score_kin
from corpus.benchmark.peers import peer_jobs, present_peers
from corpus.benchmark.reading import Reading, read_plan
from corpus.benchmark.results import Line, Outcome
from corpus.benchmark.store import Store, digest_of_file, digest_of_sources
from corpus.score import score

SOURCES = ("extractors", "canonical", "pipeline", "corpus/benchmark/reading.py", "corpus/benchmark/clock.py")
EXPECTED_SECONDS = {"pdf": 2.5, "flat": 5.0, "docx": 0.5, "txt": 0.5, "clean": 15.0, "office": 13.0, "poor": 14.0, "phone": 15.0}


def run_benchmark(
    work: Path, is_quick: bool, workers: int, real: Path | None, with_peers: bool, say: Say, grades: Collection[str] = ()
) -> Outcome:
    """The whole benchmark; `work` keeps the made documents and the readings, so that a broken-off run goes on."""
    batches, name = (QUICK, "quick") if is_quick else (FULL, "full")
    documents = bench_documents(batches, work / name, grades, workers, say)
    real_ones = real_documents(real) if real else []
    peers, absent = present_peers(work) if with_peers else ([], {})
    sources = digest_of_sources(SOURCES)
    own = {document: reading_job(document, sources) for document in (*documents, *real_ones)}
    theirs = peer_jobs(peers, documents, work)
    kin = {document: reading_job(document, sources) for document in kin_documents(work / "kin")}
    texts = [] if is_quick else [d.path for d in documents if d.grade == "pdf"]
    growth = growth_jobs(work / "growth", texts, sources) if texts else []
    readings = run_jobs([*own.values(), *kin.values(), *theirs.values(), *growth], Store(work / "readings" / name), workers, say)

    copies = score_copies(documents, [readings[own[d].name] for d in documents])
    alone = score_kin(list(kin), [readings[job.name] for job in kin.values()])
    return Outcome(
        lines=[scored(d, readings[own[d].name]) for d in documents],
        real=[scored(d, readings[own[d].name]) for d in real_ones],
        peers=[scored(d, readings[job.name], peer.name) for (peer, d), job in theirs.items()],
        absent_peers=absent,
        growth=growth_points(readings),
        notes={
            "copied_text": f"{copies.found} of {copies.planted} planted pairs found, {copies.outranked} others above the last",
            "copied_text, look-alikes": f"{alone.left} of {alone.planted} left alone",
        },
    )


def read_and_score(documents: Sequence[BenchDocument], folder: Path, workers: int, say: Say) -> list[Line]:
    """The documents read by the pipeline alone, readings kept below `folder`."""
    jobs = {document: reading_job(document, digest_of_sources(SOURCES)) for document in documents}
    readings = run_jobs(list(jobs.values()), Store(folder), workers, say)
    return [scored(document, readings[job.name]) for document, job in jobs.items()]


def reading_job(document: BenchDocument, sources: str) -> Job:
    seconds = EXPECTED_SECONDS.get(document.grade, 13.0)
    place = document.layout if document.layout in ("real", "kin") else "renja"
    return Job(
        f"{place}/{document.name}", f"{sources} {digest_of_file(document.path)}", seconds, partial(read_plan, document.path)
    )


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
