"""A run under Prefect: its flow run, its task runs, its artifact, a server that ends with the run, and what goes wrong."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from flows.statuses import ExitCode
from tests.flows.plans import plan_text, write_plans

RUN = [sys.executable, "-m", "flows", "run"]
WATCH = [sys.executable, "-m", "flows", "watch"]


def environment(**more: str) -> dict[str, str]:
    """This one without what its user told Prefect."""
    return {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")} | more


def renja(inbox: Path, out: Path, **more: str) -> subprocess.CompletedProcess[str]:
    command = [*RUN, str(inbox), "--out", str(out), "--workers", "1"]
    done = subprocess.run(command, env=environment(**more), capture_output=True, text=True, timeout=280, check=False)
    assert "Traceback" not in done.stdout + done.stderr
    return done


def ask(out: Path, question: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(out / ".renja" / "prefect" / "prefect.db") as book:
        return book.execute(question).fetchall()


def test_the_embedded_server_keeps_the_runs_and_ends_with_them(tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 2)
    (tmp_path / "masuk" / "palsu.pdf").write_text("bukan PDF")
    out = tmp_path / "hasil"
    done = renja(tmp_path / "masuk", out, http_proxy="http://127.0.0.1:9", https_proxy="http://127.0.0.1:9")
    assert done.returncode == ExitCode.SOME_NOT_DONE, done.stdout + done.stderr
    assert "Prefect" not in done.stderr
    assert ask(out, "select name, state_type from flow_run") == [("hasil", "COMPLETED")]
    states = dict(ask(out, "select name, state_name from task_run where name like 'rencana%' or name = 'palsu'"))
    assert states.pop("palsu") == "unsupported"
    assert set(states) == {"rencana-000", "rencana-001"}
    assert set(states.values()) <= {"done", "review"}
    assert "rencana-000" in str(ask(out, "select data from artifact where key = 'ringkasan'"))
    assert servers_of(out) == []


def servers_of(out: Path) -> list[psutil.Process]:
    """Embedded servers whose home lies in the output folder."""
    found = []
    for process in psutil.process_iter(["cmdline"]):
        if "flows.prefect_server" in (process.info["cmdline"] or []):
            try:
                home = process.environ().get("PREFECT_HOME", "")
            except psutil.Error:
                continue
            if home.startswith(str(out)):
                found.append(process)
    return found


def test_a_watch_keeps_its_server_from_batch_to_batch(tmp_path: Path) -> None:
    inbox, out = tmp_path / "masuk", tmp_path / "hasil"
    write_plans(inbox, 1)
    command = [*WATCH, str(inbox), "--out", str(out), "--every", "0.2", "--workers", "1"]
    with subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as watch:
        await_that((out / "summary.json").is_file, watch)
        (inbox / "baru.txt").write_text(plan_text(7))
        await_that((out / "baru" / "document.json").is_file, watch)
        watch.terminate()
        _, told = watch.communicate(timeout=120)
    assert watch.returncode == 0, told
    assert "Prefect" not in told
    assert ask(out, "select name, state_type from flow_run") == [("hasil", "COMPLETED")] * 2
    assert servers_of(out) == []


def await_that(true: Callable[[], bool], process: subprocess.Popen[str], seconds: float = 200) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert process.poll() is None, "it ended"
        assert time.monotonic() < end
        time.sleep(0.05)


def spoil_database(out: Path) -> None:
    (out / ".renja" / "prefect").mkdir(parents=True)
    (out / ".renja" / "prefect" / "prefect.db").write_bytes(b"no data base " * 100)


def spoil_home(out: Path) -> None:
    (out / ".renja").mkdir(parents=True)
    (out / ".renja" / "prefect").touch()


WHAT_A_RUN_STARTED = """
import contextlib, multiprocessing.forkserver, sys
from flows.cli import app
with contextlib.suppress(SystemExit):
    app(sys.argv[1:])
print("started:", multiprocessing.forkserver._forkserver._forkserver_pid is not None, "prefect" in sys.modules)
"""


def test_a_run_with_nothing_to_do_starts_neither_workers_nor_prefect(tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 1)
    out = tmp_path / "hasil"
    for started in ("started: True True", "started: False False"):
        command = [sys.executable, "-c", WHAT_A_RUN_STARTED, "run", str(tmp_path / "masuk"), "--out", str(out), "--workers", "1"]
        done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=280, check=True)
        assert started in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("spoil", "reason"), [(spoil_database, "file is not a database"), (spoil_home, "Not a directory")], ids=["database", "home"]
)
def test_without_a_server_the_run_says_so_and_goes_on(tmp_path: Path, spoil: Callable[[Path], None], reason: str) -> None:
    write_plans(tmp_path / "masuk", 1)
    spoil(tmp_path / "hasil")
    done = renja(tmp_path / "masuk", tmp_path / "hasil")
    assert done.returncode == ExitCode.ALL_DONE
    assert reason in done.stderr
    assert "tanpa catatan alur" in done.stderr
    assert (tmp_path / "hasil" / "rencana-000" / "document.json").is_file()


def test_a_server_that_dies_takes_no_document_along(tmp_path: Path) -> None:
    inbox, out = tmp_path / "masuk", tmp_path / "hasil"
    write_plans(inbox, 12)
    command = [*RUN, str(inbox), "--out", str(out), "--workers", "1"]
    with subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as run:
        await_that(lambda: any(out.glob("*/document.json")), run)
        (server,) = servers_of(out)
        server.kill()
        _, told = run.communicate(timeout=250)
    assert run.returncode == ExitCode.ALL_DONE, told
    assert "tanpa catatan alur" in told
    assert "Traceback" not in told
    assert len(list(out.glob("*/document.json"))) == 12


A_FAULT = """
import os, sys
from pathlib import Path
from typing import Any
from flows.prefect_run import PrefectFailed, faults_of_prefect
from flows.prefect_settings import prepare_environment
prepare_environment(Path(sys.argv[1]))
os.environ["PREFECT_API_URL"] = "http://127.0.0.1:9/api"
try:
    with faults_of_prefect():
        {fault}
except Exception as error:
    print(type(error).__name__)
"""


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("from prefect import flow; flow(print)()", "PrefectFailed"),
        ("raise RuntimeError", "RuntimeError"),
        ("int('x')", "ValueError"),
    ],
    ids=["the server goes away before the flow begins", "a fault of ours", "a fault of ours in a library"],
)
def test_only_what_prefect_raised_is_its_fault(tmp_path: Path, fault: str, told: str) -> None:
    command = [sys.executable, "-c", A_FAULT.format(fault=fault), str(tmp_path)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.split() == [told]


@pytest.mark.parametrize(
    ("options", "more", "code", "words"),
    [
        ([], {"PREFECT_API_URL": "http://127.0.0.1:9/api"}, ExitCode.OUR_FAULT, "tidak menjawab"),
        (["--deployment", "renja-bagian/x"], {}, ExitCode.USAGE, "PREFECT_API_URL"),
        (["--dask", "tcp://127.0.0.1:9"], {}, ExitCode.OUR_FAULT, "Penjadwal Dask"),
    ],
    ids=["the user's server is down", "a deployment without a server", "no scheduler of Dask"],
)
def test_what_the_user_asked_of_prefect_and_cannot_be_had(
    tmp_path: Path, options: list[str], more: dict[str, str], code: ExitCode, words: str
) -> None:
    write_plans(tmp_path / "masuk", 1)
    command = [*RUN, str(tmp_path / "masuk"), "--out", str(tmp_path / "hasil"), "--workers", "1", *options]
    done = subprocess.run(command, env=environment(**more), capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_deployment_to_a_server_that_is_down_is_told() -> None:
    command = [sys.executable, "-m", "flows", "deploy", "--pool", "x"]
    env = environment(PREFECT_API_URL="http://127.0.0.1:9/api", PREFECT_CLIENT_MAX_RETRIES="0")
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == ExitCode.OUR_FAULT
    assert "PREFECT_API_URL" in done.stderr
    assert "Traceback" not in done.stderr


SERVER_OWNER = """
import sys, time
from pathlib import Path
from typing import Any
from flows.prefect_server import EmbeddedServer
from flows.prefect_settings import prepare_environment
prepare_environment(Path(sys.argv[1]))
server = EmbeddedServer()
if sys.argv[2] == "answering":
    server.await_answer()
print(server.url, flush=True)
time.sleep(1000)
"""


@pytest.mark.parametrize("state", ["loading", "answering"])
def test_the_server_ends_when_its_run_is_killed(tmp_path: Path, state: str) -> None:
    owner = subprocess.Popen([sys.executable, "-c", SERVER_OWNER, str(tmp_path), state], stdout=subprocess.PIPE)
    assert owner.stdout is not None
    assert owner.stdout.readline().startswith(b"http://127.0.0.1:")
    (server,) = psutil.Process(owner.pid).children()
    owner.kill()
    owner.wait()
    for _ in range(400):
        if not server.is_running() or server.status() == psutil.STATUS_ZOMBIE:
            return
        time.sleep(0.05)
    raise AssertionError("the server lives on")
