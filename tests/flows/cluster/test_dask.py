"""renja run --dask on a real cluster of two worker processes; inputs and outputs by path and by s3:// URL."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from flows.statuses import ExitCode
from tests.flows.cluster.servers import await_port, free_port, running
from tests.flows.plans import plan_text, write_plans

BUCKET = "renja"
KEYS = {"AWS_ACCESS_KEY_ID": "uji", "AWS_SECRET_ACCESS_KEY": "uji", "AWS_DEFAULT_REGION": "us-east-1"}


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    start = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker"]
    one = ("--nthreads", "1", "--no-dashboard", address)
    with running(*start, "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"):
        await_port(port)
        with running(*worker, *one), running(*worker, *one):
            yield address


@pytest.fixture(scope="module")
def s3() -> Iterator[dict[str, str]]:
    port = free_port()
    with running(sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port), env=KEYS):
        await_port(port)
        yield {**KEYS, "FSSPEC_S3_ENDPOINT_URL": f"http://127.0.0.1:{port}"}


def renja(*arguments: str, env: dict[str, str] | None = None) -> int:
    command = [sys.executable, "-m", "flows", "run", *arguments]
    done = subprocess.run(command, env={**os.environ, **(env or {})}, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == ExitCode.ALL_DONE, done.stdout + done.stderr
    return done.returncode


def documents(out: Path) -> dict[str, bytes]:
    return {p.parent.name: p.read_bytes() for p in out.glob("*/document.json")}


def test_dask_gives_the_same_as_one_machine(scheduler: str, tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 6)
    renja(str(tmp_path / "masuk"), "--out", str(tmp_path / "sendiri"), "--no-prefect")
    renja(str(tmp_path / "masuk"), "--out", str(tmp_path / "bersama"), "--dask", scheduler)
    assert len(documents(tmp_path / "bersama")) == 6
    assert documents(tmp_path / "bersama") == documents(tmp_path / "sendiri")
    for name in ("summary.json", "rows.csv", "summary.html"):
        assert (tmp_path / "bersama" / name).read_bytes() == (tmp_path / "sendiri" / name).read_bytes()


def test_a_long_document_does_not_hold_up_the_books(scheduler: str, tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 3)
    (tmp_path / "masuk" / "a-panjang.txt").write_text(plan_text(9, rows=300))
    renja(str(tmp_path / "masuk"), "--out", str(tmp_path / "hasil"), "--dask", scheduler)
    with sqlite3.connect(tmp_path / "hasil" / ".renja" / "catalogue.sqlite") as book:
        booked = [
            name for (name,) in book.execute("select name from results join files on file_id = files.id order by results.id")
        ]
    assert set(booked) == {"a-panjang", "rencana-000", "rencana-001", "rencana-002"}
    assert booked[0] != "a-panjang"


def test_urls_in_and_out(s3: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in s3.items():
        monkeypatch.setenv(name, value)
    write_plans(tmp_path / "masuk", 3)
    system = fsspec.filesystem("s3", endpoint_url=s3["FSSPEC_S3_ENDPOINT_URL"])
    system.mkdir(BUCKET)
    system.put(str(tmp_path / "masuk"), f"{BUCKET}/masuk", recursive=True)
    env = {**s3, "RENJA_MIRRORS": str(tmp_path / "cermin-1")}
    renja(f"s3://{BUCKET}/masuk", "--out", f"s3://{BUCKET}/hasil", "--no-prefect", env=env)
    renja(str(tmp_path / "masuk"), "--out", str(tmp_path / "sendiri"), "--no-prefect")
    system.invalidate_cache()
    found = {p.split("/")[-2]: system.cat_file(p) for p in system.glob(f"{BUCKET}/hasil/*/document.json")}
    assert found == documents(tmp_path / "sendiri")
    written = {p: system.info(p)["LastModified"] for p in system.find(f"{BUCKET}/hasil/rencana-000")}
    assert max(written, key=lambda p: (written[p], p.endswith("document.json"))).endswith("document.json")
    assert len(json.loads(system.cat_file(f"{BUCKET}/hasil/summary.json"))["documents"]) == 3

    elsewhere = {**s3, "RENJA_MIRRORS": str(tmp_path / "cermin-2")}
    renja(f"s3://{BUCKET}/masuk", "--out", f"s3://{BUCKET}/hasil", "--no-prefect", env=elsewhere)
    system.invalidate_cache()
    again = {p: system.info(p)["LastModified"] for p in system.find(f"{BUCKET}/hasil/rencana-000")}
    assert again == written


def test_file_urls(tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 2)
    env = {"RENJA_MIRRORS": str(tmp_path / "cermin")}
    renja(f"file://{tmp_path}/masuk", "--out", f"file://{tmp_path}/hasil", "--no-prefect", env=env)
    assert sorted(documents(tmp_path / "hasil")) == ["rencana-000", "rencana-001"]
