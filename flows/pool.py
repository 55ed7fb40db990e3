"""One pool of worker processes for the pages of all documents, with hard limits on time and memory.

A thread stands before each worker process: it hands over a job, waits for the answer until the job's time is up, and
else kills the worker with all its children and starts another. Jobs of earlier documents go first, so that documents
end one after another and little lies around half done.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import queue
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
from typing import Any, TypeVar

from extractors.errors import OutOfMemory, ReaderCrashed, TimedOut, UnexpectedContent
from flows.orphans import end_session
from flows.worker import Answer, serve

T = TypeVar("T")

START_SECONDS = 300.0
"""How long a worker may take to start on a busy machine before the pool gives up."""

PRELOADED = ["flows.preload"]
"""Imported once in the fork server: workers start in milliseconds and share its memory."""

ONE_THREAD_EACH = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "ARROW_NUM_THREADS")
"""The workers are the parallelism; threads inside them would only fight, and a fork does not take them along."""

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


STOPPED = "Pembacaan dihentikan; jalankan lagi untuk melanjutkan dari yang sudah selesai."


@dataclass(order=True)
class _Job:
    order: tuple[int, int]
    function: Callable[..., Any] = field(compare=False)
    arguments: tuple[Any, ...] = field(compare=False)
    seconds: float = field(compare=False)
    budget: Budget = field(compare=False)
    future: Future[Any] = field(compare=False)


class Worker:
    """A worker process as its thread sees it."""

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

    def run(self, job: _Job) -> Any:
        """The job's value. Raises TimedOut, OutOfMemory, ReaderCrashed (the worker is gone then) or what the job raised."""
        seconds = min(job.seconds, job.budget.left)
        if seconds <= 0:
            raise TimedOut(WHOLE_DOCUMENT)
        started = time.monotonic()
        try:
            return self._run(job, seconds)
        finally:
            job.budget.spend(time.monotonic() - started)

    def _run(self, job: _Job, seconds: float) -> Any:
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


class Pool:
    """`size` worker processes with `memory_mib` MiB of private memory each; `submit` from any thread."""

    def __init__(self, size: int, memory_mib: int) -> None:
        for name in ONE_THREAD_EACH:
            os.environ.setdefault(name, "1")
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(PRELOADED)
        self._memory_mib = memory_mib
        self._queue: queue.PriorityQueue[_Job] = queue.PriorityQueue()
        self._counter = itertools.count()
        self._closing = False
        self._workers: set[Worker] = set()
        self._threads = [threading.Thread(target=self._attend, name=f"worker-{n}", daemon=True) for n in range(size)]
        for thread in self._threads:
            thread.start()

    def submit(
        self, function: Callable[..., T], *arguments: Any, seconds: float, budget: Budget | None = None, order: int = 0
    ) -> Future[T]:
        """Run a module's function in a worker, killed after `seconds` of work or of the budget; lower `order` goes first."""
        if self._closing:
            raise PoolBroken(STOPPED)
        future: Future[T] = Future()
        budget = budget or Budget(seconds)
        self._queue.put(_Job((order, next(self._counter)), function, arguments, seconds, budget, future))
        return future

    def get_ready(self) -> None:
        """Start a worker before there is a job for it."""
        self.submit(_nothing, seconds=START_SECONDS)

    def close(self) -> None:
        """End all workers at once, whatever they are at; jobs that run or wait end in PoolBroken."""
        if self._closing:
            return
        self._closing = True
        for _ in self._threads:
            self._queue.put(_Job((-1, next(self._counter)), _nothing, (), 0.0, Budget(0.0), Future()))
        for worker in tuple(self._workers):
            worker.stop()
        for thread in self._threads:
            thread.join()
        while not self._queue.empty():
            waiting = self._queue.get().future
            if waiting.set_running_or_notify_cancel():
                waiting.set_exception(PoolBroken(STOPPED))

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _attend(self) -> None:
        worker: Worker | None = None
        while not self._closing:
            job = self._queue.get()
            if not job.future.set_running_or_notify_cancel():
                continue
            if self._closing:
                job.future.set_exception(PoolBroken(STOPPED))
                continue
            try:
                worker = worker if worker and worker.is_usable else self._replace(worker)
                job.future.set_result(worker.run(job))
            except BaseException as error:  # noqa: BLE001  handed on to whoever waits for the job
                job.future.set_exception(PoolBroken(STOPPED) if self._closing else error)
        if worker:
            worker.kill()

    def _replace(self, worn: Worker | None) -> Worker:
        if worn:
            worn.kill()
            self._workers.discard(worn)
        worker = Worker(self._context, self._memory_mib)
        self._workers.add(worker)
        if self._closing:  # it began to start before `close` could see it
            worker.stop()
        return worker


def _nothing() -> None:
    return None


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
