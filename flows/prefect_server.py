"""The embedded Prefect server: a process of its own on the loopback address, ending with the run that started it.

Prefect starts such a server by itself, but leaves it running for ever when the run is killed, with its data base open.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.orphans import die_with_parent

STOP_SECONDS = 10
LOOPBACK = "127.0.0.1"


@contextmanager
def embedded_server(log: Path) -> Iterator[str]:
    """The URL of the API of a server that starts now; requests wait until it listens."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.bind((LOOPBACK, 0))
        listener.listen(128)
        port = listener.getsockname()[1]
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "flows.prefect_server", str(listener.fileno()), str(os.getpid())],
                pass_fds=[listener.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
    try:
        yield f"http://{LOOPBACK}:{port}/api"
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def serve(descriptor: int, parent: int) -> None:
    """The server's own process."""
    die_with_parent(parent, signal.SIGKILL)
    os.environ["PREFECT__SERVER_EPHEMERAL"] = os.environ["PREFECT__SERVER_FINAL"] = "1"
    import uvicorn

    config = uvicorn.Config("prefect.server.api.server:create_app", factory=True, log_level="critical", lifespan="on")
    listener = socket.socket(fileno=descriptor)
    asyncio.run(uvicorn.Server(config).serve(sockets=[listener]))


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]))
