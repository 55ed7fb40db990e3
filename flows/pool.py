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
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from flows.worker_process import START_SECONDS, Budget, Job, PoolBroken, WorkerProcess

T = TypeVar("T")

PRELOADED = ["flows.preload"]
"""Imported once in the fork server: workers start in milliseconds and share its memory."""

ONE_THREAD_EACH = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "ARROW_NUM_THREADS")
"""The workers are the parallelism; threads inside them would only fight, and a fork does not take them along."""

STOPPED = "Pembacaan dihentikan; jalankan lagi untuk melanjutkan dari yang sudah selesai."


class Pool:
    """`size` worker processes with `memory_mib` MiB of private memory each; `submit` from any thread."""

    def __init__(self, size: int, memory_mib: int) -> None:
        for name in ONE_THREAD_EACH:
            os.environ.setdefault(name, "1")
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(PRELOADED)
        self._memory_mib = memory_mib
        self._queue: queue.PriorityQueue[Job] = queue.PriorityQueue()
        self._counter = itertools.count()
        self._closing = False
        self._workers: set[WorkerProcess] = set()
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
        self._queue.put(Job((order, next(self._counter)), function, arguments, seconds, budget, future))
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
            self._queue.put(Job((-1, next(self._counter)), _nothing, (), 0.0, Budget(0.0), Future()))
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
        worker: WorkerProcess | None = None
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

    def _replace(self, worn: WorkerProcess | None) -> WorkerProcess:
        if worn:
            worn.kill()
            self._workers.discard(worn)
        worker = WorkerProcess(self._context, self._memory_mib)
        self._workers.add(worker)
        if self._closing:  # it began to start before `close` could see it
            worker.stop()
        return worker


def _nothing() -> None:
    return None
