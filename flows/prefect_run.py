"""The run as a Prefect flow: one flow run a batch, one task run a document, the summary table as an artifact."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from flows.batch import Batch, Orchestrator
from flows.prefect_server import embedded_server
from flows.prefect_settings import has_server, prepare_environment
from flows.state import State


def read_all_as_flow(batch: Batch) -> None:
    """Read the batch under Prefect: with the user's server where PREFECT_API_URL names one, else an embedded one."""
    with prefect_api(batch.shop.state):
        from flows.prefect_flow import read_batch_flow

        read_batch_flow(batch)


def on_dask(address: str) -> Orchestrator:
    """Read the batch on the workers of a Dask cluster, each document a task there."""

    def read_all_on_dask(batch: Batch) -> None:
        with prefect_api(batch.shop.state):
            from flows.prefect_dask_flow import read_batch_on_dask

            read_batch_on_dask(batch, address)

    return read_all_on_dask


def by_deployment(name: str, share_size: int) -> Orchestrator:
    """Give the batch out in shares to a deployment of the user's Prefect server."""

    def read_all_by_deployment(batch: Batch) -> None:
        with prefect_api(batch.shop.state):
            from flows.prefect_deployment_run import read_batch_by_deployment

            read_batch_by_deployment(batch, name, share_size)

    return read_all_by_deployment


@contextmanager
def prefect_api(state: State) -> Iterator[None]:
    """A Prefect API to talk to; to be entered before Prefect is imported."""
    home = state.root / "prefect"
    home.mkdir(parents=True, exist_ok=True)
    prepare_environment(home)
    if has_server():
        yield
        return
    with embedded_server(home / "server.log") as url:
        os.environ["PREFECT_API_URL"] = url
        try:
            yield
        finally:
            del os.environ["PREFECT_API_URL"]
