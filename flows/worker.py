"""What runs inside a worker process: one job after another, within its limits, and never longer than its parent."""

from __future__ import annotations

import logging
import os
import resource
import signal
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from extractors.errors import DocumentError
from flows.orphans import die_with_parent, end_session

MIB = 1024 * 1024

MEMORY_WORDS = ("bad_alloc", "Insufficient memory", "Unable to allocate", "malloc")
"""How libraries in other languages say MemoryError."""

IDLE_SECONDS = 1.0
"""A worker without a job for so long closes the file it read last."""

Job = tuple[Callable[..., Any], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Answer:
    """How a job ended; what cannot be pickled safely travels as text.

    `kind` is "value", "document" (a DocumentError: its class and detail), "os" (errno and words), "memory" or "bug".
    """

    kind: str
    content: Any


def serve(jobs: Connection, lifeline: Connection, memory_mib: int) -> None:
    """Answer jobs until the parent closes the pipe. The worker leads a session, so its children end with it."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _be_silent()
    die_with_parent()  # the fork server, which itself ends with the run
    threading.Thread(target=_end_session_when_orphaned, args=(lifeline,), daemon=True).start()
    limit = memory_mib * MIB
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    jobs.send(Answer("value", None))
    while True:
        if not jobs.poll(IDLE_SECONDS):
            _let_go()
        try:
            job = jobs.recv()
        except EOFError:
            return
        jobs.send(answer(job))


def answer(job: Job) -> Answer:
    """Run one job; whatever it raises becomes an answer."""
    function, arguments = job
    try:
        return Answer("value", function(*arguments))
    except DocumentError as error:
        return Answer("document", (type(error), error.detail))
    except MemoryError:
        return Answer("memory", None)
    except OSError as error:
        return Answer("os", (error.errno, error.strerror or str(error)))
    except Exception as error:  # noqa: BLE001  this is the boundary: a bug met in one file must not end the batch
        if any(words in str(error) for words in MEMORY_WORDS):
            return Answer("memory", None)
        return Answer("bug", (f"{type(error).__name__}: {_last_place(error)}", "".join(traceback.format_exception(error))))


def _let_go() -> None:
    from extractors.pdf_files import let_go

    let_go()


def _last_place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if f"{os.sep}site-packages{os.sep}" not in f.filename] or frames
    return f"{os.path.basename(ours[-1].filename)}:{ours[-1].lineno}"  # noqa: PTH119  a name only, no path


def _be_silent() -> None:
    """Libraries complain of files on the standard streams, across the progress bar; what matters comes back as an answer."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
    logging.disable(logging.CRITICAL)


def _end_session_when_orphaned(lifeline: Connection) -> None:
    """The run holds the other end and never writes: an end of file means it is gone, and this session with it."""
    try:
        lifeline.recv()
    except (EOFError, OSError):
        end_session(os.getpid())
