"""What a user would pick instead: other tools, each run in an environment of its own made by `make peers`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus.benchmark.documents import BenchDocument
from corpus.benchmark.jobs import Job
from corpus.benchmark.reading import Reading
from corpus.benchmark.store import digest_of_file, digest_of_sources
from corpus.layouts import LAYOUTS

REPOSITORY = Path(__file__).parent.parent.parent
_TIMEOUT_SECONDS = 600


@dataclass(frozen=True, eq=False)
class Peer:
    """Another tool. `seconds` says which forms of document it is asked to read and about how long one takes it."""

    name: str
    seconds: dict[str, float]


PEERS = (
    Peer("pdfplumber", {"pdf": 2.0}),
    Peer("pymupdf", {"pdf": 10.0}),
    Peer("camelot", {"pdf": 6.0}),
    Peer("img2table", {"pdf": 7.0, "scan": 9.0}),
    Peer("ocrmypdf", {"scan": 50.0}),
)


def environments(work: Path) -> Path:
    return work / "peers"


def is_compared(document: BenchDocument) -> bool:
    """Peers take minutes a scan: text PDFs of one seed, and the office scans of every third layout."""
    if document.grade == "pdf":
        return document.truth.stem.endswith(("-1", "-4"))
    return document.grade == "office" and list(LAYOUTS).index(document.layout) % 3 == 0


def present_peers(work: Path) -> tuple[list[Peer], dict[str, str]]:
    """The peers whose environments stand, and the others with the reason."""
    ready = {peer.name: (environments(work) / peer.name / "ready").is_file() for peer in PEERS}
    absent = {name: "its environment has not been made (make peers)" for name, is_ready in ready.items() if not is_ready}
    return [peer for peer in PEERS if ready[peer.name]], absent


def peer_jobs(peers: Sequence[Peer], documents: Sequence[BenchDocument], work: Path) -> dict[tuple[Peer, BenchDocument], Job]:
    """What each peer is asked to read; its glue and pinned versions decide whether a kept reading is still good."""
    sources = digest_of_sources(["corpus/peers"])
    jobs = {}
    for document in filter(is_compared, documents):
        for peer in (p for p in peers if document.form in p.seconds):
            python = environments(work) / peer.name / "bin" / "python"
            run = partial(read_with, peer, python, document.path)
            key = f"{sources} {digest_of_file(document.path)}"
            jobs[peer, document] = Job(f"{peer.name}/{document.name}", key, peer.seconds[document.form], run)
    return jobs


def read_with(peer: Peer, python: Path, path: Path) -> Reading:
    """One document read by a peer; what it prints as its last line is the record with pages, seconds and peak memory."""
    command = [str(python.absolute()), "-m", f"corpus.peers.{peer.name}_reader", str(path.resolve())]
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=REPOSITORY, env={**os.environ, "OMP_THREAD_LIMIT": "1"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, start_new_session=True,
    ) as running:  # fmt: skip
        try:
            out, errors = running.communicate(timeout=_TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            return Reading({}, {"all": float(_TIMEOUT_SECONDS)}, 0, 0.0, "out of time")
    if running.returncode:
        said = errors.strip().splitlines()[-1] if errors.strip() else "failed"
        return Reading({}, {"all": time.perf_counter() - start}, 0, 0.0, said)
    answer = json.loads(out.strip().splitlines()[-1])
    return Reading({"rows": answer["rows"]}, answer["seconds"], answer["pages"], answer["peak_mb"])
