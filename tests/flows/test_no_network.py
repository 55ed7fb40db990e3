"""Nothing is sent anywhere: a run works where there is only the loopback address, and nothing in it asks for another.

The run has a network namespace of its own. The kernel counts in it every packet and connection for which there is no route, of
whatever program; Python's audit events tell which addresses and names were asked for.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.statuses import ExitCode
from tests.flows.hostile.others import entity_from_network, picture_from_network
from tests.flows.plans import write_plans

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "corpus"
NAMESPACES = (["unshare", "--net"], ["unshare", "--map-root-user", "--net"])
"""For root, and for others where the system allows them."""

INSIDE = """
import fcntl, json, socket, struct, subprocess, sys
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
    fcntl.ioctl(any_socket, 0x8914, struct.pack("16sH", b"lo", 0x1 | 0x40))  # SIOCSIFFLAGS: up, running
def refused():
    names, counts = [line.split()[1:] for line in open("/proc/net/snmp") if line.startswith("Ip:")]
    return int(dict(zip(names, counts))["OutNoRoutes"])
before = refused()
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
print(json.dumps({"code": done.returncode, "refused": refused() - before, "told": done.stdout + done.stderr}))
"""

NOTING = """
import os, sys
def note(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        with open(os.environ["RENJA_TEST_NOTES"], "a") as notes:
            notes.write(repr((event, arguments[0 if event.startswith("socket.get") else 1])) + "\\n")
sys.addaudithook(note)
"""


@dataclass(frozen=True)
class Told:
    """How a command ended, how much was refused a route, and what was asked for besides the loopback address."""

    code: int
    refused: int
    told: str
    asked: list[str]


def alone(tmp_path: Path, *command: str) -> Told:
    """Run a command where there is no network but the loopback device."""
    (tmp_path / "sitecustomize.py").write_text(NOTING)
    notes = tmp_path / "notes"
    notes.touch()
    env = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_") and k != "DO_NOT_TRACK"}
    path = os.pathsep.join(filter(None, (str(tmp_path), str(HERE.parents[1]), env.get("PYTHONPATH"))))
    env |= {"PYTHONPATH": path, "RENJA_TEST_NOTES": str(notes)}
    inside = [*namespace(), sys.executable, "-c", INSIDE, *command]
    done = subprocess.run(inside, env=env, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stderr
    asked = [line for line in notes.read_text().splitlines() if not is_of_this_machine(line)]
    return Told(**json.loads(done.stdout), asked=asked)


def namespace() -> list[str]:
    for command in NAMESPACES:
        if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
            return command
    pytest.fail(
        "This test needs a network namespace: run it as root, or allow user namespaces (kernel.unprivileged_userns_clone)."
    )


def is_of_this_machine(line: str) -> bool:
    """A connection to the loopback address, or to a socket in the file system."""
    return any(place in line for place in ("127.0.0.1", "'localhost'", "b'localhost'", "'::1'", "', '/", "', b'/", "\\x00"))


ASKS = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 53))"


def test_the_check_notices_a_program_that_asks(tmp_path: Path) -> None:
    told = alone(tmp_path, sys.executable, "-c", f"import contextlib\nwith contextlib.suppress(OSError):\n    {ASKS}")
    assert told.refused == 1
    assert told.asked == ["('socket.connect', ('192.0.2.1', 53))"]


@pytest.mark.parametrize("options", [["--no-prefect"], []], ids=["plain", "prefect"])
def test_a_run_asks_for_nothing_elsewhere(tmp_path: Path, options: list[str]) -> None:
    inbox, out = tmp_path / "masuk", tmp_path / "hasil"
    write_plans(inbox, 1)
    (inbox / "gambar.pdf").write_bytes((CORPUS / "samples" / "dinas-lanskap.pdf").read_bytes())
    (inbox / "entitas-jaringan.docx").write_bytes(entity_from_network())
    (inbox / "gambar-jaringan.odt").write_bytes(picture_from_network())
    command = [sys.executable, "-m", "flows", "run", str(inbox), "--out", str(out), "--workers", "2", "--archive", *options]
    told = alone(tmp_path, *command)
    assert told.code == ExitCode.SOME_NOT_DONE, told.told
    assert "Prefect tidak dapat dipakai" not in told.told
    assert (out / "rencana-000" / "document.json").is_file()
    statuses = {line["file"]: line["status"] for line in json.loads((out / "summary.json").read_text())["documents"]}
    assert statuses["gambar-jaringan.odt"] == "no_action_table"
    assert told.asked == []
    assert told.refused == 0
