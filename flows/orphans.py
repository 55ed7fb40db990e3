"""Processes that must not outlive the one that started them."""

from __future__ import annotations

import ctypes
import os
import signal
from contextlib import suppress
from pathlib import Path

PR_SET_PDEATHSIG = 1


def end_session(leader: int) -> None:
    """Kill a process that leads a session and all others of it, whatever groups they made, the caller last."""
    members = [pid for pid in _processes() if pid not in (os.getpid(), leader) and _session_of(pid) == leader]
    for pid in (*members, leader):
        with suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGKILL)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)  # where there is no /proc


def _processes() -> list[int]:
    return [int(place.name) for place in Path("/proc").glob("[0-9]*")]


def _session_of(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except (ProcessLookupError, PermissionError):
        return None


def die_with_parent(parent: int | None = None, with_signal: signal.Signals = signal.SIGKILL) -> None:
    """Ask Linux for a signal when the parent ends, even by kill -9; elsewhere nothing happens.

    With `parent` given, a parent that is gone already ends this process at once.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "prctl"):
        libc.prctl(PR_SET_PDEATHSIG, int(with_signal))
    if parent is not None and os.getppid() != parent:
        raise SystemExit(0)
