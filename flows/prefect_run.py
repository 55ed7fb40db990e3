"""The run as a Prefect flow: one flow run a batch, one task run a document, the summary table as an artifact."""

from __future__ import annotations

import gc
import logging
import os
import queue
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path

from flows.batch import Batch, Orchestrator
from flows.plain import OrchestratorFailed, documents_at_once, read_all
from flows.prefect_server import EmbeddedServer, ServerFailed
from flows.prefect_settings import has_server, prepare_environment

log = logging.getLogger("renja")

_PREFECT_AND_ITS_LIBRARIES = ("prefect", "httpx", "httpcore", "websockets", "pydantic_core", "toml", "tomllib")

WITHOUT = "Prefect tidak dapat dipakai ({reason}); berkas dibaca tanpa catatan alur. Bila terulang, hapus {home}."
STOPPED = "Prefect tidak dapat dipakai ({reason}); jalankan lagi untuk melanjutkan."
NO_ANSWER = "Server Prefect yang disetel tidak menjawab ({reason}); periksa PREFECT_API_URL, atau kosongkan."


class PrefectFailed(OrchestratorFailed):
    """Prefect, or the server that was asked for, cannot be used; `reason` is what it said."""

    def __init__(self, reason: str, sentence: str = STOPPED) -> None:
        self.reason = reason
        super().__init__(sentence.format(reason=reason))


def as_flow(batch: Batch) -> None:
    """Read the batch's documents on this machine, each a task run."""
    from flows.prefect_flow import read_batch_flow

    read_batch_flow(batch)


def on_dask(address: str) -> Orchestrator:
    """Read the batch on the workers of a Dask cluster, each document a task there."""

    def read_all_on_dask(batch: Batch) -> None:
        from flows.prefect_dask_flow import read_batch_on_dask

        read_batch_on_dask(batch, address)

    return read_all_on_dask


def by_deployment(name: str, share_size: int) -> Orchestrator:
    """Give the batch out in shares to a deployment of the user's Prefect server."""

    def read_all_by_deployment(batch: Batch) -> None:
        from flows.prefect_deployment_run import read_batch_by_deployment

        read_batch_by_deployment(batch, name, share_size)

    return read_all_by_deployment


@contextmanager
def under_prefect(home: Path, read: Orchestrator) -> Iterator[Orchestrator]:
    """`read` with a Prefect API to talk to: the user's server where PREFECT_API_URL names one, else an embedded one.

    Nothing is loaded or started before there is a batch to read; then the embedded server stays until the end of the block.
    """
    prepare_environment(home)
    if has_server():
        yield partial(_read_with_users_server, read)
        return
    with ExitStack() as stack:
        yield partial(_read_with_embedded, _OneServer(stack), read)


class _OneServer:
    """The embedded server of all batches of a process, started for the first of them, closed with `stack`."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._server: EmbeddedServer | None = None

    def get(self) -> EmbeddedServer:
        """Raises PrefectFailed on a machine without a loopback address, or with no process left."""
        if self._server is None:
            with suppress(OSError):  # if the server minds, it will say so
                Path(os.environ["PREFECT_HOME"]).mkdir(parents=True, exist_ok=True)
            try:
                self._server = self._stack.enter_context(EmbeddedServer())
            except OSError as error:
                raise PrefectFailed(_in_short(error)) from error
            os.environ["PREFECT_API_URL"] = self._server.url
            self._stack.callback(os.environ.pop, "PREFECT_API_URL")
        return self._server


def _read_with_users_server(read: Orchestrator, batch: Batch) -> None:
    """Raises PrefectFailed where the server does not answer or refuses."""
    with faults_of_prefect():
        from prefect.client.orchestration import get_client

        with get_client(sync_client=True) as client:
            fault = client.api_healthcheck()
        if fault:
            raise PrefectFailed(_in_short(fault), NO_ANSWER)
        read(batch)


def _read_with_embedded(servers: _OneServer, read: Orchestrator, batch: Batch) -> None:
    """The first documents are read while the server and Prefect's libraries load; then a task run takes each over."""
    is_here = read is as_flow
    with batch.begun(documents_at_once(batch.shop.settings.workers)) if is_here else nullcontext():
        try:
            server = servers.get()
            with faults_of_prefect(), _loading():
                server.await_answer()
                read(batch)
        except PrefectFailed as fault:
            _read_without(fault, read, batch)


def _read_without(fault: PrefectFailed, read: Orchestrator, batch: Batch) -> None:
    """The embedded server is only a record: where it fails, the documents that are left are read without it."""
    if read is not as_flow:
        raise fault
    log.warning("Prefect: %s", fault.reason)
    batch.shop.tally.say(WITHOUT.format(reason=fault.reason, home=os.environ["PREFECT_HOME"]))
    _forget_events()
    read_all(batch)


def _forget_events() -> None:
    """Prefect would try for minutes to hand in each event to a server that is gone, before the process may end."""
    worker = sys.modules.get("prefect.events.worker")
    for service in list(worker.EventsWorker._instances.values()) if worker else ():
        with suppress(queue.Empty):
            while True:
                service._queue.get_nowait()


@contextmanager
def faults_of_prefect() -> Iterator[None]:
    """What Prefect raises, also when it is imported with settings it does not like, as PrefectFailed."""
    try:
        yield
    except ServerFailed as error:
        raise PrefectFailed(_in_short(error)) from error
    except Exception as error:
        if _came_from_prefect(error):
            raise PrefectFailed(_in_short(error)) from error
        raise


def _came_from_prefect(error: BaseException) -> bool:
    """By its class or, since Prefect says with a plain RuntimeError that its server is gone, by the module that raised it."""
    *_, (raising, _line) = traceback.walk_tb(error.__traceback__)
    module = raising.f_globals["__name__"] if type(error) is RuntimeError else type(error).__module__
    return module.partition(".")[0] in _PREFECT_AND_ITS_LIBRARIES


def _in_short(error: BaseException) -> str:
    told = str(error).strip().splitlines()
    return told[0] if told else type(error).__name__


@contextmanager
def _loading() -> Iterator[None]:
    """Import Prefect aside; what goes wrong comes up again where it is used."""
    loader = threading.Thread(target=_load, name="prefect", daemon=True)
    loader.start()
    try:
        yield
    finally:
        loader.join()


def _load() -> None:
    gc.disable()  # as in the server: nothing of what an import makes is thrown away
    with suppress(Exception):
        import flows.prefect_flow  # noqa: F401
    gc.enable()
