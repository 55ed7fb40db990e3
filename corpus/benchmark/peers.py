"""What a user would pick instead: other tools, each run in an environment of its own made by `make peers`."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from corpus.benchmark.documents import BenchDocument
from corpus.benchmark.reading import Reading
from corpus.benchmark.results import Line
from corpus.layouts import LAYOUTS
from corpus.score import score

REPOSITORY = Path(__file__).parent.parent.parent
_TIMEOUT_SECONDS = 600


@dataclass(frozen=True)
class Peer:
    """Another tool. `forms` are the documents it is asked to read."""

    name: str
    environment: str
    forms: tuple[str, ...]


PEERS = (
    Peer("pdfplumber", "pdfplumber", ("pdf",)),
    Peer("pymupdf", "pymupdf", ("pdf",)),
    Peer("camelot", "camelot", ("pdf",)),
    Peer("img2table", "img2table", ("pdf", "scan")),
    Peer("ocrmypdf", "ocrmypdf", ("scan",)),
)


def environments(work: Path) -> Path:
    return work / "peers"


def is_compared(document: BenchDocument) -> bool:
    """Peers take minutes a scan: text PDFs of one seed, and the office scans of every third layout."""
    if document.grade == "pdf":
        return document.truth.stem.endswith(("-1", "-4"))
    return document.grade == "office" and list(LAYOUTS).index(document.layout) % 3 == 0


def read_with_peers(
    documents: Sequence[BenchDocument], work: Path, workers: int, say: Callable[[str], None]
) -> tuple[list[Line], dict[str, str]]:
    """Every peer over the documents it can read; a peer whose environment is missing is named with the reason."""
    lines: list[Line] = []
    absent: dict[str, str] = {}
    for peer in PEERS:
        python = environments(work) / peer.environment / "bin" / "python"
        if not (environments(work) / peer.environment / "ready").is_file():
            absent[peer.name] = "its environment has not been made (make peers)"
            continue
        wanted = [d for d in documents if d.form in peer.forms and is_compared(d)]
        with ThreadPoolExecutor(workers) as threads:
            lines.extend(threads.map(lambda document, peer=peer, python=python: _line(peer, python, document), wanted))
        say(f"{peer.name}: {len(wanted)} documents")
    return lines, absent


def _line(peer: Peer, python: Path, document: BenchDocument) -> Line:
    reading = read_with(peer, python, document.path)
    truth = json.loads(document.truth.read_text(encoding="utf-8"))
    tally = score(truth, reading.record, document.form)
    return Line(
        document.name,
        document.layout,
        document.grade,
        peer.name,
        tally,
        reading.seconds,
        reading.pages,
        reading.peak_mb,
        reading.error,
    )


def read_with(peer: Peer, python: Path, path: Path) -> Reading:
    """One document read by a peer; what it prints as its last line is the record with pages and peak memory."""
    start = time.perf_counter()
    try:
        done = subprocess.run(
            [str(python.absolute()), "-m", f"corpus.peers.{peer.name}_reader", str(path.resolve())],
            cwd=REPOSITORY,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            capture_output=True,
            text=True,
            timeout=_TIMEOUT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Reading({}, {"all": float(_TIMEOUT_SECONDS)}, 0, 0.0, "out of time")
    seconds = {"all": time.perf_counter() - start}
    if done.returncode:
        return Reading({}, seconds, 0, 0.0, done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "failed")
    answer = json.loads(done.stdout.strip().splitlines()[-1])
    seconds["all"] = answer["seconds"]
    return Reading({"rows": answer["rows"]}, seconds, answer["pages"], answer["peak_mb"])
