"""What Ctrl-C and SIGTERM do to a run, whoever hands out its documents."""

from __future__ import annotations

import contextvars
import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import FrameType
from typing import Any

from flows.pool import Pool

Handler = Callable[[int, FrameType | None], Any] | int | None
SIGNALS = (signal.SIGINT, signal.SIGTERM)
UNSET = (signal.default_int_handler, signal.SIG_DFL)


@contextmanager
def handled(handlers: Mapping[signal.Signals, Handler]) -> Iterator[None]:
    """These handlers for a while. In the main thread only."""
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def stopping_at_signals(pool: Pool) -> Iterator[None]:
    """Ctrl-C and SIGTERM stop all workers at once; what is done is in its place.

    In a watch, which has handlers of its own, the watch decides; a signal that whoever started the run ignores stays ignored.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        pool.close()

    with handled({number: stop for number in SIGNALS if signal.getsignal(number) in UNSET}):
        yield


def run_aside(flow: Callable[..., object], *arguments: object) -> None:
    """Call a flow in a thread of its own, where Prefect cannot put its handler of SIGTERM before ours; signals come here."""
    with ThreadPoolExecutor(1, thread_name_prefix="flow") as thread:
        thread.submit(contextvars.copy_context().run, flow, *arguments).result()
