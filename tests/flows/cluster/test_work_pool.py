"""A Prefect server with Postgres and two workers in a work pool that take shares of a batch from a deployment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import create_engine, text

from flows.statuses import ExitCode
from tests.flows.cluster.test_dask import await_port, documents, free_port, renja, running
from tests.flows.plans import write_plans

POOL = "renja-uji"
DOCUMENTS = 6


def postgres_program(name: str) -> str:
    """Debian keeps the server's programs out of the path."""
    found = [*sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)]
    return str(found[0]) if found else shutil.which(name) or name


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """A data base on the loopback address, in a folder that is thrown away; its URL without the driver."""
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="renja-pg") as place:
        folder = Path(place)
        if user:
            shutil.chown(folder, "postgres", "postgres")
        init = [postgres_program("initdb"), "-D", str(folder / "data"), "-U", "renja", "--auth=trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(init, check=True, capture_output=True, cwd=folder, **user)  # type: ignore[call-overload]
        options = ["-h", "127.0.0.1", "-p", str(port), "-k", str(folder), "-c", "fsync=off"]
        command = [postgres_program("postgres"), "-D", str(folder / "data"), *options]
        server = subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=folder, **user)  # type: ignore[call-overload]
        try:
            await_port(port)
            yield f"renja@127.0.0.1:{port}/postgres"
        finally:
            server.send_signal(2)
            server.wait(30)


@pytest.fixture(scope="module")
def prefect_server(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment in which Prefect talks to a server of its own, with Postgres behind it."""
    port = free_port()
    env = {
        "PREFECT_HOME": str(tmp_path_factory.mktemp("prefect")),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_API_DATABASE_CONNECTION_URL": f"postgresql+asyncpg://{postgres}",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_LOGGING_LEVEL": "ERROR",
        "DO_NOT_TRACK": "1",
    }
    prefect = [sys.executable, "-m", "prefect"]
    with running(*prefect, "server", "start", "--host", "127.0.0.1", "--port", str(port), "--no-ui", env=env):
        await_port(port)
        call(*prefect, "work-pool", "create", POOL, "--type", "process", env=env)
        call(sys.executable, "-m", "flows", "deploy", "--pool", POOL, env=env)
        worker = [*prefect, "worker", "start", "--pool", POOL, "--type", "process", "--limit", "1"]
        with running(*worker, "--name", "satu", env=env), running(*worker, "--name", "dua", env=env):
            yield env


def call(*command: str, env: dict[str, str]) -> None:
    done = subprocess.run(command, env={**os.environ, **env}, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_two_workers_read_the_shares_of_a_batch(prefect_server: dict[str, str], postgres: str, tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", DOCUMENTS)
    alone, shared = tmp_path / "sendiri", tmp_path / "bersama"
    renja(str(tmp_path / "masuk"), "--out", str(alone), "--no-prefect")
    catalogue = f"postgresql+psycopg://{postgres}"
    pool = ("--deployment", f"renja-bagian/{POOL}", "--share", str(DOCUMENTS // 2), "--workers", "1")
    renja(str(tmp_path / "masuk"), "--out", str(shared), *pool, "--catalogue", catalogue, env=prefect_server)
    assert documents(shared) == documents(alone)
    assert (shared / "summary.json").read_bytes() == (alone / "summary.json").read_bytes()
    engine = create_engine(catalogue)
    with engine.connect() as connection:
        assert connection.execute(text("select count(*) from results where status in ('done', 'review')")).scalar() == DOCUMENTS
        assert connection.execute(text("select exit_code from runs")).scalars().all() == [ExitCode.ALL_DONE]
    engine.dispose()
    runs = httpx.post(f"{prefect_server['PREFECT_API_URL']}/flow_runs/filter", json={"limit": 20}).json()
    shares = [run for run in runs if run["name"].startswith("bersama ")]
    assert sorted(run["name"] for run in shares) == ["bersama 1/2", "bersama 2/2"]
    assert {run["state"]["type"] for run in runs} == {"COMPLETED"}
    tasks = httpx.post(f"{prefect_server['PREFECT_API_URL']}/task_runs/filter", json={"limit": 50}).json()
    assert len({t["name"] for t in tasks if t["name"].startswith("rencana-")}) == DOCUMENTS
    artifacts = httpx.post(f"{prefect_server['PREFECT_API_URL']}/artifacts/filter", json={}).json()
    assert any("rencana-000" in str(a["data"]) for a in artifacts)
