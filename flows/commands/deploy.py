"""`renja deploy --pool NAME`: hang the flow that reads shares into a Prefect work pool."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from flows.prefect_run import PrefectFailed, faults_of_prefect
from flows.prefect_settings import has_server, prepare_environment
from flows.statuses import ExitCode

if TYPE_CHECKING:
    from prefect import Flow
    from prefect.deployments.runner import RunnerDeployment

PoolName = Annotated[str, typer.Option("--pool", help="Nama work pool Prefect.", show_default=False)]


def deploy(pool: PoolName) -> None:
    """Daftarkan alur pembaca di sebuah work pool; jalankan di mesin yang juga menjalankan `prefect worker start`."""
    if not has_server():
        typer.echo("Setel PREFECT_API_URL ke server Prefect dahulu.", err=True)
        raise typer.Exit(ExitCode.USAGE)
    prepare_environment(Path.home() / ".prefect")
    try:
        with faults_of_prefect():
            _deploy(pool)
    except PrefectFailed as error:
        typer.echo(f"Tidak terdaftar: {error.reason}. Periksa PREFECT_API_URL dan nama work pool.", err=True)
        raise typer.Exit(ExitCode.OUR_FAULT) from error
    typer.echo(f"renja-bagian/{pool}")


def _deploy(pool: str) -> None:
    from prefect import flow

    root = Path(__file__).resolve().parent.parent.parent
    source = cast("Flow[..., Any]", flow.from_source(source=str(root), entrypoint="flows/deployed.py:read_share"))
    # `Flow.deploy` asks the server for the pool's workers in a way Prefect 3.8.8's own server refuses.
    # Without a command of its own each flow run loads Prefect twice, once to find its working directory.
    command = {"command": shlex.join([sys.executable, "-m", "prefect.engine"])}
    deployment = cast("RunnerDeployment", source.to_deployment(name=pool, work_pool_name=pool, job_variables=command))
    deployment.apply()
