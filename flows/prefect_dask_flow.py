"""The batch on a Dask cluster: Prefect hands each document to a worker there, which reads it in a pool of its own."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State as RunState
from prefect.futures import PrefectFuture, as_completed
from prefect.states import Completed
from prefect.task_runners import TaskRunner
from prefect_dask import DaskTaskRunner

from flows.batch import Batch
from flows.deployed import check_versions
from flows.documents import DocumentTask, Workshop, read_document
from flows.manifest import Entry
from flows.plain import OrchestratorFailed
from flows.pool import Pool
from flows.prefect_flow import markdown_table
from flows.progress import SilentTally
from flows.remote import RemoteFolder
from flows.settings import RunSettings
from flows.state import State
from flows.stopping import run_aside
from flows.under_way import batch_of, under_way

CONNECT_SECONDS = 30


@task(name="baca-dokumen", task_run_name="{document.name}", cache_policy=NO_CACHE, persist_result=False)
def read_there(document: DocumentTask, settings: RunSettings, out: str, remote: str | None) -> Entry:
    """Runs on a worker of the cluster, which must see the same paths, or URLs."""
    return read_document(document, _workshop(settings, out, remote))


@lru_cache(maxsize=2)
def _workshop(settings: RunSettings, out: str, remote: str | None) -> Workshop:
    """One pool for all documents a worker of the cluster is given, with as many processes as it has threads."""
    from distributed import get_worker

    threads = int(get_worker().state.nthreads)
    check_versions(settings.versions, settings.ocr)
    pool = Pool(threads, settings.limits.memory)
    return Workshop(pool, settings, State(Path(out)), SilentTally(), RemoteFolder(remote, Path(out)) if remote else None)


@flow(name="renja", flow_run_name="{title}", persist_result=False)
def read_batch(title: str, documents: int) -> RunState:
    """Running it twice does no harm, as for a run on one machine."""
    batch = batch_of(title)
    shop = batch.shop
    place, remote = str(shop.state.out.resolve()), shop.remote.url if shop.remote else None
    shop.pool.get_ready()  # for the summary, while others read
    lines = {}
    futures = [read_there.submit(t, shop.settings, place, remote) for t in batch.tasks]
    for future in as_completed(futures):
        entry = future.result()
        batch.enter(entry)
        lines[entry.key] = entry.line
    table = markdown_table([lines[task.key] for task in batch.tasks])
    create_markdown_artifact(key="ringkasan", markdown=table, description=f"Ringkasan {title}")
    return Completed(message=f"{len(lines)} dokumen")


def read_batch_on_dask(batch: Batch, address: str) -> None:
    """Run the batch's flow on the cluster whose scheduler listens at `address`. Raises OrchestratorFailed where none does."""
    _check_scheduler(address)
    runner = cast("TaskRunner[PrefectFuture[Any]]", DaskTaskRunner(address=address))
    with under_way(batch):
        run_aside(read_batch.with_options(task_runner=runner), batch.title, len(batch.tasks))


def _check_scheduler(address: str) -> None:
    from distributed import Client

    try:
        Client(address, timeout=CONNECT_SECONDS, set_as_default=False).close()
    except (OSError, ValueError, TimeoutError) as error:
        raise OrchestratorFailed(f"Penjadwal Dask di {address} tidak menjawab; periksa --dask.") from error
