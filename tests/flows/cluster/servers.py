"""Servers for the time of a test or a measurement: Postgres, Prefect with a work pool, and its workers; all on the loopback
address, and gone afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

PREFECT = [sys.executable, "-m", "prefect"]


@contextmanager
def running(*command: str, env: dict[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """A server; it and what it started end with it."""
    process = subprocess.Popen(
        command, env={**os.environ, **(env or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_port(port: int, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing listens on port {port}")


@contextmanager
def postgres() -> Iterator[str]:
    """A data base in a folder that is thrown away; its URL without the driver."""
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="renja-pg") as place:
        folder = Path(place)
        if user:
            shutil.chown(folder, "postgres", "postgres")
        init = [_postgres_program("initdb"), "-D", str(folder / "data"), "-U", "renja", "--auth=trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(init, check=True, capture_output=True, cwd=folder, **user)  # type: ignore[call-overload]
        options = ["-h", "127.0.0.1", "-p", str(port), "-k", str(folder), "-c", "fsync=off"]
        command = [_postgres_program("postgres"), "-D", str(folder / "data"), *options]
        server = subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=folder, **user)  # type: ignore[call-overload]
        try:
            await_port(port)
            yield f"renja@127.0.0.1:{port}/postgres"
        finally:
            server.send_signal(2)
            server.wait(30)


def _postgres_program(name: str) -> str:
    """Debian keeps the server's programs out of the path."""
    found = [*sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)]
    return str(found[0]) if found else shutil.which(name) or name


@contextmanager
def prefect_server(database: str, home: Path, pool: str) -> Iterator[dict[str, str]]:
    """A Prefect server with a work pool to which renja is deployed; the environment in which its clients and workers run."""
    port = free_port()
    env = {
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_API_DATABASE_CONNECTION_URL": f"postgresql+asyncpg://{database}",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_WORKER_QUERY_SECONDS": "2",
        "PREFECT_LOGGING_LEVEL": "ERROR",
        "DO_NOT_TRACK": "1",
    }
    with running(*PREFECT, "server", "start", "--host", "127.0.0.1", "--port", str(port), "--no-ui", env=env):
        await_port(port)
        _call(*PREFECT, "work-pool", "create", pool, "--type", "process", env=env)
        _call(sys.executable, "-m", "flows", "deploy", "--pool", pool, env=env)
        yield env


def worker(pool: str, name: str, env: dict[str, str]) -> AbstractContextManager[subprocess.Popen[bytes]]:
    """A worker that takes one share at a time from the pool."""
    return running(*PREFECT, "worker", "start", "--pool", pool, "--type", "process", "--limit", "1", "--name", name, env=env)


def _call(*command: str, env: dict[str, str]) -> None:
    done = subprocess.run(command, env={**os.environ, **env}, capture_output=True, text=True, timeout=240, check=False)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
