"""A Prefect server with Postgres and two workers in a work pool that take shares of a batch from a deployment."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest
from sqlalchemy import create_engine, text

from flows.statuses import ExitCode
from tests.flows.cluster import servers
from tests.flows.cluster.test_dask import documents, renja
from tests.flows.plans import write_plans

POOL = "renja-uji"
DOCUMENTS = 6
FINAL = ("COMPLETED", "FAILED", "CRASHED", "CANCELLED")


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with servers.postgres() as database:
        yield database


@pytest.fixture(scope="module")
def prefect_server(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment in which Prefect talks to a server of its own, whose pool has two workers."""
    home = tmp_path_factory.mktemp("prefect")
    with servers.prefect_server(postgres, home, POOL) as env, servers.worker(POOL, "satu", env), servers.worker(POOL, "dua", env):
        yield env


def ended_runs(server: dict[str, str], title: str) -> dict[str, set[str]]:
    """How the flow runs of a batch ended, by their names; the last share may end a moment after the batch."""
    filters = {"flow_runs": {"name": {"like_": title}}, "limit": 50}
    for _ in range(100):
        runs = httpx.post(f"{server['PREFECT_API_URL']}/flow_runs/filter", json=filters).json()
        if all(run["state"]["type"] in FINAL for run in runs):
            return {name: {run["state"]["type"] for run in runs if run["name"] == name} for name in {run["name"] for run in runs}}
        time.sleep(0.2)
    raise AssertionError(f"runs go on: {runs}")


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
    assert ended_runs(prefect_server, "bersama") == {
        "bersama": {"COMPLETED"},
        "bersama 1/2": {"COMPLETED"},
        "bersama 2/2": {"COMPLETED"},
    }
    tasks = httpx.post(f"{prefect_server['PREFECT_API_URL']}/task_runs/filter", json={"limit": 50}).json()
    assert len({t["name"] for t in tasks if t["name"].startswith("rencana-")}) == DOCUMENTS
    artifacts = httpx.post(f"{prefect_server['PREFECT_API_URL']}/artifacts/filter", json={}).json()
    assert any("rencana-000" in str(a["data"]) for a in artifacts)


def test_a_share_whose_process_is_killed_is_given_out_again(prefect_server: dict[str, str], tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 12)
    out = tmp_path / "terbunuh"
    pool = ("--deployment", f"renja-bagian/{POOL}", "--share", "12", "--workers", "1")
    command = [sys.executable, "-m", "flows", "run", str(tmp_path / "masuk"), "--out", str(out), *pool]
    with subprocess.Popen(command, env={**os.environ, **prefect_server}, stdout=subprocess.DEVNULL) as run:
        while not any(out.glob("*/document.json")):
            assert run.poll() is None
            time.sleep(0.05)
        (share,) = [p for p in psutil.Process().children(recursive=True) if "prefect.engine" in p.cmdline()]
        share.kill()
        assert run.wait(240) == ExitCode.ALL_DONE
    assert len(documents(out)) == 12
    assert ended_runs(prefect_server, "terbunuh") == {"terbunuh": {"COMPLETED"}, "terbunuh 1/1": {"CRASHED", "COMPLETED"}}
