"""Processes that must not outlive the one that started them."""

from __future__ import annotations

import ctypes
import os
import signal

PR_SET_PDEATHSIG = 1


def die_with_parent(parent: int | None = None, with_signal: signal.Signals = signal.SIGKILL) -> None:
    """Ask Linux for a signal when the parent ends, even by kill -9; elsewhere nothing happens.

    With `parent` given, a parent that is gone already ends this process at once.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "prctl"):
        libc.prctl(PR_SET_PDEATHSIG, int(with_signal))
    if parent is not None and os.getppid() != parent:
        raise SystemExit(0)
