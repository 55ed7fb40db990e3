"""The plain orchestrator: threads, without Prefect."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from flows.batch import Batch


class OrchestratorFailed(RuntimeError):
    """Who was to hand out the documents cannot: Prefect, a cluster. The message says why, and what to do."""


def documents_at_once(workers: int) -> int:
    """Enough to keep the pool busy while some documents are at their last, single job."""
    return workers + 2


def read_all(batch: Batch) -> None:
    """Read the batch's documents, several at once."""
    with ThreadPoolExecutor(documents_at_once(batch.shop.settings.workers)) as threads:
        for future in [threads.submit(batch.read, task) for task in batch.left]:
            future.result()
