"""What there is to measure, done in a pool of processes, kept as it comes, with a word on how long it will take."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass

from corpus.benchmark.reading import Reading, warm_up
from corpus.benchmark.store import Store

Say = Callable[[str], None]
_SAY_EVERY_SECONDS = 20.0


@dataclass(frozen=True)
class Job:
    """One thing to measure. `name` is unique; a kept reading is good while `key` is the same.

    `seconds` is what it is thought to cost: it sets the order (the longest first) and the estimate, nothing else.
    """

    name: str
    key: str
    seconds: float
    run: Callable[[], Reading]


def run_jobs(jobs: Sequence[Job], store: Store, workers: int, say: Say) -> dict[str, Reading]:
    """Name → reading, of all jobs. Those kept from a run with the same key are not done again."""
    done = {job.name: kept for job in jobs if (kept := store.get(job.name, job.key)) is not None}
    waiting = sorted((job for job in jobs if job.name not in done), key=lambda job: -job.seconds)
    say(f"{len(jobs)} to measure, {len(done)} kept from before")
    if not waiting:
        return done
    progress = Progress(sum(job.seconds for job in waiting), len(waiting))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=warm_up) as pool:
        futures = {pool.submit(job.run): job for job in waiting}
        for future in as_completed(futures):
            job = futures[future]
            done[job.name] = future.result()
            store.put(job.name, job.key, done[job.name])
            progress.tell(job.seconds, say)
    return done


class Progress:
    """How much is done and, from the pace so far, how long the rest will take."""

    def __init__(self, expected: float, count: int) -> None:
        self.expected, self.count = expected, count
        self.spent = 0.0
        self.ready = 0
        self.start = self.told = time.monotonic()

    def tell(self, seconds: float, say: Say) -> None:
        """One more is ready that was expected to cost `seconds`; says so now and then."""
        self.spent += seconds
        self.ready += 1
        now = time.monotonic()
        if now - self.told >= _SAY_EVERY_SECONDS or self.ready == self.count:
            self.told = now
            left = (now - self.start) * (self.expected - self.spent) / self.spent
            say(f"{self.ready} of {self.count} measured, about {left / 60:.0f} min left")
