"""What Ctrl-C and SIGTERM do to a run, whoever hands out its documents."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Mapping
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


_kept: dict[signal.Signals, Handler] = {}


@contextmanager
def keep_handlers() -> Iterator[None]:
    """To be entered before a flow is called: Prefect puts its own handler of SIGTERM in place for as long as a flow runs."""
    _kept.update({number: signal.getsignal(number) for number in SIGNALS})
    try:
        yield
    finally:
        _kept.clear()


@contextmanager
def kept_handlers() -> Iterator[None]:
    """To be entered in the flow: the handlers of `keep_handlers` are in force again."""
    with handled(_kept):
        yield
