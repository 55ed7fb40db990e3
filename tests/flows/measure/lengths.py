"""What a page costs in short and in long documents: `python -m tests.flows.measure.lengths text 30 100 300`.

Prints processor seconds, those for each page, and the most memory of all processes; nothing is asserted. `scan` takes the
pages of a scanned plan, each made different from the others, so that none comes from the cache.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pikepdf

from tests.flows.measure.processes import cost_of

CORPUS = Path(__file__).parents[3] / "corpus"
SOURCES = {"text": CORPUS / "samples" / "dinas-lanskap.pdf", "scan": CORPUS / "cases" / "pindaian-kantor.pdf"}


def long_pdf(source: Path, pages: int, target: Path) -> None:
    """The pages of a PDF over and over, each time with objects of their own."""
    with pikepdf.new() as made:
        while len(made.pages) < pages:
            with pikepdf.open(source) as again:
                made.pages.extend(again.pages[: pages - len(made.pages)])
        for number, page in enumerate(made.pages):
            page.contents_add(f"% {number}\n".encode())
        made.save(target)


def measure(kind: str, pages: int, workers: int, options: list[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="renja-lengths-") as place:
        file = Path(place) / "rencana.pdf"
        long_pdf(SOURCES[kind], pages, file)
        out = str(Path(place) / "hasil")
        command = [sys.executable, "-m", "flows", "run", str(file), "--out", out, "--workers", str(workers), *options]
        cost = cost_of(command)
        print(
            f"{kind:5}{pages:5} pages {workers} workers {' '.join(options)}: {cost.processor:7.1f} s processor, "
            f"{cost.processor / pages:6.3f} s a page, {cost.wall:7.1f} s wall, {cost.memory:5.0f} MiB, "
            f"server {cost.server:4.0f} MiB, code {cost.code}",
            flush=True,
        )


if __name__ == "__main__":
    for count in sys.argv[2:]:
        measure(sys.argv[1], int(count), 2, ["--no-prefect"])
