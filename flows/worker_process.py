"""A worker process as the thread that attends to it sees it: it takes one job at a time, within limits, or is killed.

What happens inside the process is told in `flows.worker`.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, ForkServerProcess
from types import ModuleType
from typing import Any

from extractors.errors import OutOfMemory, ReaderCrashed, TimedOut, UnexpectedContent
from flows.orphans import end_session
from flows.worker import Answer, serve

START_SECONDS = 300.0
"""How long a worker may take to start on a busy machine before the pool gives up."""

JOBS_PER_WORKER = 400
"""A worker is replaced after so many jobs, so that what libraries leak does not add up."""


WHOLE_DOCUMENT = "seluruh dokumen"


class Budget:
    """Seconds of work that a document's jobs may take together; jobs that wait cost nothing."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds
        self._lock = threading.Lock()

    @property
    def left(self) -> float:
        return self._left

    def spend(self, seconds: float) -> None:
        with self._lock:
            self._left -= seconds


class PoolBroken(RuntimeError):
    """Workers do not start, or were stopped: no fault of a document."""


@dataclass(order=True)
class Job:
    """A call of a module's function; jobs are ordered by `order` alone."""

    order: tuple[int, int]
    function: Callable[..., Any] = field(compare=False)
    arguments: tuple[Any, ...] = field(compare=False)
    seconds: float = field(compare=False)
    budget: Budget = field(compare=False)
    future: Future[Any] = field(compare=False)


class WorkerProcess:
    """One process; `run` from one thread at a time, `stop` from any."""

    def __init__(self, context: ForkServerContext, memory_mib: int) -> None:
        self._jobs, their_jobs = context.Pipe()
        their_lifeline, self._lifeline = context.Pipe(duplex=False)
        self._process: ForkServerProcess = context.Process(
            target=serve, args=(their_jobs, their_lifeline, memory_mib), daemon=True
        )
        with _allowed_to_have_children(), _without_main_script():
            self._process.start()
        their_jobs.close()
        their_lifeline.close()
        self.jobs_done = 0
        if not self._await_answer(START_SECONDS):
            self.kill()
            raise PoolBroken("Proses pembaca tidak dapat dimulai; kurangi --workers atau periksa memori.")

    def run(self, job: Job) -> Any:
        """The job's value. Raises TimedOut, OutOfMemory, ReaderCrashed (the worker is gone then) or what the job raised."""
        seconds = min(job.seconds, job.budget.left)
        if seconds <= 0:
            raise TimedOut(WHOLE_DOCUMENT)
        started = time.monotonic()
        try:
            return self._run(job, seconds)
        finally:
            job.budget.spend(time.monotonic() - started)

    def _run(self, job: Job, seconds: float) -> Any:
        try:
            self._jobs.send((job.function, job.arguments))
        except OSError as error:
            raise ReaderCrashed(_how_it_ended(self.kill())) from error
        if not wait([self._jobs, self._process.sentinel], timeout=seconds):
            self.kill()
            raise TimedOut(f"{seconds:.0f} detik" if seconds == job.seconds else WHOLE_DOCUMENT)
        reply = self._await_answer(1.0)
        if reply is None:
            raise ReaderCrashed(_how_it_ended(self.kill()))
        self.jobs_done += 1
        return self._value_of(reply)

    @property
    def is_usable(self) -> bool:
        return self._process.is_alive() and self.jobs_done < JOBS_PER_WORKER

    def stop(self) -> None:
        """End the worker and every process it started; from any thread, the one that attends to it included."""
        if self._process.pid:
            end_session(self._process.pid)

    def kill(self) -> int | None:
        """Stop the worker and let go of it. Returns its exit code, negative for a signal."""
        self.stop()
        self._process.kill()
        self._process.join()
        _close(self._jobs, self._lifeline)
        return self._process.exitcode

    def _await_answer(self, seconds: float) -> Answer | None:
        try:
            return self._jobs.recv() if self._jobs.poll(seconds) else None
        except (EOFError, OSError):
            return None

    def _value_of(self, reply: Answer) -> Any:
        match reply.kind:
            case "value":
                return reply.content
            case "document":
                error_class, detail = reply.content
                raise error_class(detail)
            case "memory":
                self.kill()  # what is left of its memory is of no use to the next document
                raise OutOfMemory
            case "os":
                raise OSError(*reply.content)
        short, long = reply.content
        raise UnexpectedContent(short) from RuntimeError(long)


def _close(*ends: Connection) -> None:
    for end in ends:
        end.close()


def _how_it_ended(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return signal.Signals(-exit_code).name
    return f"kode {exit_code}"


_main_script = threading.Lock()


@contextmanager
def _without_main_script() -> Iterator[None]:
    """Workers need nothing of the main script, which each would import anew: in a flow run of a work pool, all of Prefect."""
    with _main_script:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


@contextmanager
def _allowed_to_have_children() -> Iterator[None]:
    """Dask's workers are daemonic, which `multiprocessing` forbids to start processes; ours end with them all the same."""
    config = multiprocessing.current_process()._config  # type: ignore[attr-defined]
    daemonic = config.pop("daemon", None)
    try:
        yield
    finally:
        if daemonic is not None:
            config["daemon"] = daemonic
