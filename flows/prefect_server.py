"""The embedded Prefect server: a process of its own on the loopback address, ending with the run that started it.

Prefect starts such a server by itself, but leaves it running for ever when the run is killed, with its data base open.
"""

from __future__ import annotations

import asyncio
import gc
import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType

from flows.orphans import die_with_parent
from flows.prefect_settings import LOOPBACK

START_SECONDS = 180
"""How long the server may take to answer on a busy machine."""

STOP_SECONDS = 10
KEPT_LOG_BYTES = 4000

ASKED_FOR = {"/admin", "/flows", "/flow_runs", "/events", "/artifacts"}
"""The parts of the API that a run talks to."""


class ServerFailed(RuntimeError):
    """The server did not start; the message is the last thing it said."""


class EmbeddedServer:
    """Starts as it is made; answers once it has loaded its libraries and opened its data base, which `await_answer` awaits.

    To be made in the main thread, since Linux ends the server with the thread that started it.
    """

    def __init__(self) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  closed by `close`
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
            listener.bind((LOOPBACK, 0))
            listener.listen(128)
            self._port = int(listener.getsockname()[1])
            self._process = subprocess.Popen(
                [sys.executable, "-m", "flows.prefect_server", str(listener.fileno()), str(os.getpid())],
                pass_fds=[listener.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=self._log,
                stderr=self._log,
                start_new_session=True,
            )

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self._port}/api"

    def await_answer(self) -> None:
        """Raises ServerFailed."""
        connection = http.client.HTTPConnection(LOOPBACK, self._port, timeout=START_SECONDS)
        try:
            connection.request("GET", "/api/health")
            if connection.getresponse().status != http.client.OK:
                raise ServerFailed(self._last_words())
        except (OSError, http.client.HTTPException) as error:
            raise ServerFailed(self._last_words()) from error
        finally:
            connection.close()

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()

    def __enter__(self) -> EmbeddedServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _last_words(self) -> str:
        """The last line of the server's log that says something, or how the server ended."""
        self._log.seek(max(self._log.seek(0, os.SEEK_END) - KEPT_LOG_BYTES, 0))
        lines = [line.strip() for line in self._log.read().decode("utf-8", "replace").splitlines()]
        told = [line for line in lines if line and not line.startswith("(Background on this error")]
        if told:
            return told[-1]
        code = self._process.poll()
        return f"kode {code}" if code is not None else f"tidak menjawab dalam {START_SECONDS} detik"


def serve(descriptor: int, parent: int) -> None:
    """The server's own process."""
    die_with_parent(parent, signal.SIGKILL)
    os.environ["PREFECT__SERVER_EPHEMERAL"] = "1"
    gc.disable()  # thousands of classes are made and none is thrown away: collecting costs a sixth of the start
    import uvicorn
    from prefect.server.api import server

    # FastAPI makes the handlers of all routes that it passes on its way to the one asked for.
    ordered = sorted(server.API_ROUTERS, key=lambda router: router.prefix not in ASKED_FOR)
    server.API_ROUTERS = tuple(ordered)  # type: ignore[assignment]
    app = server.create_app()
    gc.enable()
    gc.freeze()
    _prepare_database()
    config = uvicorn.Config(app, log_level="error", access_log=False, lifespan="on")
    listener = socket.socket(fileno=descriptor)
    asyncio.run(uvicorn.Server(config).serve(sockets=[listener]))


def _prepare_database() -> None:
    """Tables in Prefect's data base; one that is not SQLite is Prefect's own affair."""
    import prefect
    from prefect.server.database import provide_database_interface
    from prefect.settings import PREFECT_API_DATABASE_CONNECTION_URL
    from sqlalchemy import make_url

    from flows.prefect_database import prepare, template_of

    def migrate() -> None:
        asyncio.run(provide_database_interface().create_db())

    url = make_url(PREFECT_API_DATABASE_CONNECTION_URL.value())
    if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
        prepare(Path(str(url.database)), template_of(prefect.__version__), migrate)
    else:
        migrate()


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]))
