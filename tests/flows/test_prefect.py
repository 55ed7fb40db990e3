"""A run under Prefect: its flow run, its task runs, its artifact, and a server that ends with the run."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import psutil

from flows.statuses import ExitCode
from tests.flows.plans import write_plans


def test_the_embedded_server_keeps_the_runs_and_ends_with_them(tmp_path: Path) -> None:
    write_plans(tmp_path / "masuk", 2)
    (tmp_path / "masuk" / "palsu.pdf").write_text("bukan PDF")
    command = [sys.executable, "-m", "flows", "run", str(tmp_path / "masuk"), "--out", str(tmp_path / "hasil")]
    env = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == ExitCode.SOME_NOT_DONE, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    home = tmp_path / "hasil" / ".renja" / "prefect"
    with sqlite3.connect(home / "prefect.db") as book:
        assert book.execute("select name, state_type from flow_run").fetchall() == [("hasil", "COMPLETED")]
        states = dict(book.execute("select name, state_name from task_run where name like 'rencana%' or name = 'palsu'"))
        assert states.pop("palsu") == "unsupported"
        assert set(states) == {"rencana-000", "rencana-001"}
        assert set(states.values()) <= {"done", "review"}
        assert "rencana-000" in str(book.execute("select data from artifact where key = 'ringkasan'").fetchone())
    assert not [p for p in psutil.process_iter(["cmdline"]) if str(home) in " ".join(p.info["cmdline"] or [])]


SERVER_OWNER = """
import sys, time
from pathlib import Path
from flows.prefect_server import embedded_server
from flows.prefect_settings import prepare_environment
prepare_environment(Path(sys.argv[1]))
with embedded_server(Path(sys.argv[1]) / "server.log") as url:
    print(url, flush=True)
    time.sleep(1000)
"""


def test_the_server_ends_when_its_run_is_killed(tmp_path: Path) -> None:
    owner = subprocess.Popen([sys.executable, "-c", SERVER_OWNER, str(tmp_path)], stdout=subprocess.PIPE)
    assert owner.stdout is not None
    assert owner.stdout.readline().startswith(b"http://127.0.0.1:")
    (server,) = psutil.Process(owner.pid).children()
    owner.kill()
    owner.wait()
    for _ in range(200):
        if not server.is_running() or server.status() == psutil.STATUS_ZOMBIE:
            return
        time.sleep(0.05)
    raise AssertionError("the server lives on")
