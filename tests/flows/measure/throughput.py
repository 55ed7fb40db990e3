"""What many documents cost: `python -m tests.flows.measure.throughput [workers] [overhead] [thousand]`.

- `workers`: documents a minute with one and with two workers of a Prefect work pool, Postgres behind the server;
- `overhead`: what Prefect costs a document on one machine, and what a work pool does;
- `thousand`: a thousand tiny documents in one run: time, memory, and whether a data base was ever locked.

Nothing is asserted. Wall-clock figures mean something on an idle machine only.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pikepdf

from tests.flows.cluster import servers
from tests.flows.measure.processes import Cost, cost_of
from tests.flows.plans import write_plans

SAMPLE = Path(__file__).parents[3] / "corpus" / "samples" / "dinas-lanskap.pdf"
PDFS = 192
SHARE = 48
FEW, MANY = 20, 220
THOUSAND = 1000
POOL = "renja-ukur"


def renja(inbox: Path, out: Path, *options: str, env: dict[str, str] | None = None) -> Cost:
    cost = cost_of([sys.executable, "-m", "flows", "run", str(inbox), "--out", str(out), *options], env)
    if cost.code:
        raise RuntimeError(f"renja run ended with code {cost.code}")
    return cost


def measure_workers(place: Path) -> None:
    """The same text PDFs, each read by one process of a worker; the start of the flow runs is part of the time."""
    inbox = place / "masuk"
    inbox.mkdir()
    for number in range(PDFS):
        with pikepdf.open(SAMPLE) as pdf:
            pdf.pages[0].contents_add(f"% {number}\n".encode())
            pdf.save(inbox / f"rencana-{number:03}.pdf")
    options = ("--deployment", f"renja-bagian/{POOL}", "--share", str(SHARE), "--workers", "1")
    rates = []
    with ExitStack() as stack:
        database = stack.enter_context(servers.postgres())
        env = stack.enter_context(servers.prefect_server(database, place, POOL))
        for count, name in enumerate(("satu", "dua"), start=1):
            stack.enter_context(servers.worker(POOL, name, env))
            cost = renja(inbox, place / name, *options, env=env)
            rates.append(PDFS / cost.wall * 60)
            print(
                f"{count} workers: {PDFS} PDFs of 12 pages in {cost.wall:.1f} s, {rates[-1]:.1f} documents a minute", flush=True
            )
    print(f"two workers do {rates[1] / rates[0]:.2f} times as much as one")


def measure_overhead(place: Path) -> None:
    """The difference between many and few tiny documents: plain, under Prefect, and as one share of a work pool's worker."""
    for count in (FEW, MANY):
        write_plans(place / f"masuk-{count}", count)
    plain = slope(place, "plain", "--no-prefect")
    print(f"Prefect's part: {slope(place, 'prefect') - plain:.1f} ms a document")
    with servers.postgres() as base, servers.prefect_server(base, place, POOL) as env, servers.worker(POOL, "satu", env):
        pooled = slope(place, "pool", "--deployment", f"renja-bagian/{POOL}", "--share", "1000", env=env)
    print(f"the work pool's part: {pooled - plain:.1f} ms a document")


def slope(place: Path, name: str, *options: str, env: dict[str, str] | None = None) -> float:
    """Milliseconds of wall clock a document, the start left out, of a run with one reading process."""
    few, many = (
        renja(place / f"masuk-{count}", place / f"{name}-{count}", "--workers", "1", *options, env=env) for count in (FEW, MANY)
    )
    each = 1000 * (many.wall - few.wall) / (MANY - FEW)
    work = 1000 * (many.processor - few.processor) / (MANY - FEW)
    start = few.wall - FEW * each / 1000
    print(
        f"{name:8} {each:6.1f} ms a document, {work:6.1f} ms of processor in the run's processes, start {start:.1f} s", flush=True
    )
    return each


def measure_thousand(place: Path) -> None:
    write_plans(place / "masuk", THOUSAND)
    cost = renja(place / "masuk", place / "hasil")
    log = (place / "hasil" / ".renja" / "run.log").read_text()
    done = len(list((place / "hasil").glob("*/document.json")))
    print(
        f"{THOUSAND} tiny plans: {done} read in {cost.wall:.0f} s wall, {cost.processor:.0f} s of processor; "
        f"{cost.memory:.0f} MiB, server {cost.server:.0f} MiB; the log speaks of locks {log.count('locked')} times",
        flush=True,
    )


MEASURES = {"workers": measure_workers, "overhead": measure_overhead, "thousand": measure_thousand}

if __name__ == "__main__":
    for chosen in sys.argv[1:] or MEASURES:
        with tempfile.TemporaryDirectory(prefix="renja-measure-") as folder:
            MEASURES[chosen](Path(folder))
