"""The pool keeps its promises: values and errors come back, limits hold, and nothing outlives a killed job."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from extractors.errors import EncryptedFile, OutOfMemory, ReaderCrashed, TimedOut, UnexpectedContent
from flows.pool import Pool
from flows.worker_process import Budget, PoolBroken

ROOT = Path(__file__).parents[2]
SECONDS = 60.0


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(2, memory_mib=1024) as pool:
        yield pool


def double(n: int) -> int:
    return 2 * n


def loop_for_ever() -> None:
    while True:
        pass


def start_child_and_sleep(note: Path, group: int = -1) -> None:
    child = subprocess.Popen(["sleep", "1000"], process_group=None if group < 0 else group)
    note.write_text(str(child.pid))
    time.sleep(1000)


def take_memory() -> int:
    return len(bytearray(4 << 30))


def kill_self() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    os._exit(7)


def be_encrypted() -> None:
    raise EncryptedFile("rahasia.pdf")


def divide() -> float:
    return 1 / int("0")


def fill_disk() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("job", "error", "words"),
    [
        (be_encrypted, EncryptedFile, "rahasia.pdf"),
        (take_memory, OutOfMemory, "memori"),
        (kill_self, ReaderCrashed, "SIGSEGV"),
        (leave, ReaderCrashed, "kode 7"),
        (divide, UnexpectedContent, "ZeroDivisionError: test_pool.py"),
        (fill_disk, OSError, "No space left"),
    ],
)
def test_error_comes_back_and_the_pool_goes_on(pool: Pool, job: Callable[[], object], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        pool.submit(job, seconds=SECONDS).result()
    assert [f.result() for f in [pool.submit(double, n, seconds=SECONDS) for n in range(8)]] == [2 * n for n in range(8)]


def test_endless_job_is_ended_while_others_go_on(pool: Pool) -> None:
    endless = pool.submit(loop_for_ever, seconds=0.5)
    others = [pool.submit(double, n, seconds=SECONDS) for n in range(20)]
    with pytest.raises(TimedOut):
        endless.result()
    assert [f.result() for f in others] == [2 * n for n in range(20)]


@pytest.mark.parametrize("group", [-1, 0], ids=["in the worker's group", "in one of its own, as LibreOffice"])
def test_children_of_an_ended_job_end_too(pool: Pool, tmp_path: Path, group: int) -> None:
    note = tmp_path / "pid"
    with pytest.raises(TimedOut):
        pool.submit(start_child_and_sleep, note, group, seconds=1.5).result()
    assert is_gone(int(note.read_text()))


def test_budget_is_shared_by_the_jobs_of_a_document(pool: Pool) -> None:
    budget = Budget(0.6)
    jobs = [pool.submit(time.sleep, 0.25, seconds=SECONDS, budget=budget) for _ in range(8)]
    ended = [type(job.exception()) for job in jobs]
    assert TimedOut in ended
    assert ended[0] is type(None)


def test_earlier_documents_go_first() -> None:
    with Pool(1, memory_mib=1024) as pool:
        gate = pool.submit(time.sleep, 0.5, seconds=SECONDS)
        ended: list[int] = []
        jobs = [pool.submit(double, order, seconds=SECONDS, order=order) for order in (3, 1, 2)]
        for job in jobs:
            job.add_done_callback(lambda done: ended.append(done.result()))
        gate.result()
        for job in jobs:
            job.result()
    assert ended == [double(1), double(2), double(3)]


def session_leaders() -> set[int]:
    """Workers, by their process numbers: each leads a session."""
    return {child.pid for child in psutil.Process().children(recursive=True) if os.getsid(child.pid) == child.pid}


def test_a_worker_is_ready_before_there_is_a_job_for_it() -> None:
    before = session_leaders()
    with Pool(1, memory_mib=1024) as pool:
        pool.get_ready()
        end = time.monotonic() + SECONDS
        while not session_leaders() - before:
            assert time.monotonic() < end
            time.sleep(0.05)
        (worker,) = session_leaders() - before
        assert pool.submit(os.getpid, seconds=SECONDS).result() == worker


def test_closing_ends_running_jobs_at_once() -> None:
    pool = Pool(1, memory_mib=1024)
    running = pool.submit(time.sleep, 1000, seconds=2000)
    waiting = pool.submit(double, 1, seconds=SECONDS)
    while not running.running():
        time.sleep(0.01)
    pool.close()
    assert isinstance(running.exception(), PoolBroken)
    assert isinstance(waiting.exception(), PoolBroken)
    with pytest.raises(PoolBroken):
        pool.submit(double, 1, seconds=SECONDS)


OWNER = """
import sys, time
from pathlib import Path
from flows.pool import Pool
sys.path.insert(0, sys.argv[2])
from test_pool import start_child_and_sleep
if __name__ == "__main__":
    pool = Pool(1, 1024)
    pool.submit(start_child_and_sleep, Path(sys.argv[1]), seconds=1000)
    time.sleep(1000)
"""


def test_workers_and_their_children_end_when_the_run_is_killed(tmp_path: Path) -> None:
    script, note = tmp_path / "owner.py", tmp_path / "pid"
    script.write_text(OWNER)
    owner = subprocess.Popen([sys.executable, str(script), str(note), str(Path(__file__).parent)])
    try:
        end = time.monotonic() + SECONDS
        while not (note.is_file() and note.read_text()):
            assert owner.poll() is None
            assert time.monotonic() < end
            time.sleep(0.05)
    finally:
        owner.kill()
        owner.wait()
    assert is_gone(int(note.read_text()))


def is_gone(pid: int) -> bool:
    """Whether the process ends within a generous while; zombies count as ended."""
    for _ in range(400):
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


MAIN_SCRIPT = """
import os, sys
from pathlib import Path
from flows.pool import Pool
with Path(sys.argv[1]).open("a") as log:
    log.write(__name__ + "\\n")
if __name__ == "__main__":
    with Pool(2, memory_mib=1024) as pool:
        for _ in range(4):
            pool.submit(os.getpid, seconds=100).result()
"""


def test_workers_do_not_run_the_main_script_again(tmp_path: Path) -> None:
    script, log = tmp_path / "skrip.py", tmp_path / "catatan"
    script.write_text(MAIN_SCRIPT)
    subprocess.run([sys.executable, str(script), str(log)], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, timeout=200)
    assert log.read_text() == "__main__\n"
