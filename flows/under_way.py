"""The batches this process works on, by title.

Prefect sends a flow's function with all that its module holds to a cluster; a batch, which has locks and processes,
must not be among it. A function of another module is sent by name only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flows.batch import Batch

_batches: dict[str, Batch] = {}


def batch_of(title: str) -> Batch:
    return _batches[title]


@contextmanager
def under_way(batch: Batch) -> Iterator[None]:
    _batches[batch.title] = batch
    try:
        yield
    finally:
        del _batches[batch.title]
