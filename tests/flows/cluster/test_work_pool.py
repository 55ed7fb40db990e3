"""A Prefect server with Postgres and two workers in a work pool that take shares of a batch from a deployment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import create_engine, text

from flows.statuses import ExitCode
from tests.flows.cluster import servers
from tests.flows.cluster.test_dask import documents, renja
from tests.flows.plans import write_plans

POOL = "renja-uji"
DOCUMENTS = 6


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
