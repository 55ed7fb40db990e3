"""A command with all processes it starts: what they cost and how much memory they hold together."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

PR_SET_CHILD_SUBREAPER = 36
LOOK_SECONDS = 0.5
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall-clock and processor seconds, and the most memory at one time in MiB, shared pages counted once; `server` is that of
    the embedded Prefect server, which `memory` leaves out."""

    wall: float
    processor: float
    memory: float
    server: float
    code: int


def cost_of(command: Sequence[str], env: dict[str, str] | None = None) -> Cost:
    """Run a command to its end, its orphans included, under a process of its own that counts. Linux only."""
    counting = [sys.executable, "-m", __name__, *command]
    done = subprocess.run(counting, env={**os.environ, **(env or {})}, stdout=subprocess.PIPE, check=True)
    return Cost(**json.loads(done.stdout))


def _count(command: Sequence[str]) -> Cost:
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peaks = _Peaks()
    with peaks:
        code = process.wait()
        wall = time.monotonic() - begun
    with suppress(ChildProcessError):
        while True:
            os.wait()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, used.ru_utime + used.ru_stime, peaks.memory, peaks.server, code)


class _Peaks:
    """Looks at the memory of all processes below this one, every LOOK_SECONDS."""

    def __init__(self) -> None:
        self.memory = self.server = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look_on)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look_on(self) -> None:
        while not self._ended.wait(LOOK_SECONDS):
            below = psutil.Process().children(recursive=True)
            servers = [p for p in below if _is_server(p)]
            self.memory = max(self.memory, _proportional(p for p in below if p not in servers))
            self.server = max(self.server, _proportional(servers))


def _is_server(process: psutil.Process) -> bool:
    try:
        return "flows.prefect_server" in process.cmdline()
    except psutil.Error:
        return False


def _proportional(processes: Iterable[psutil.Process]) -> float:
    """MiB of memory, each shared page divided by those who share it."""
    total = 0
    for process in processes:
        with suppress(OSError, ValueError):
            told = Path(f"/proc/{process.pid}/smaps_rollup").read_text()
            total += 1024 * int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pss:")))
    return total / MIB


if __name__ == "__main__":
    print(json.dumps(asdict(_count(sys.argv[1:]))))
