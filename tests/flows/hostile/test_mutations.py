"""Sample plans with bytes changed at random: whatever comes out, each file ends in a status and the batch goes on.

A mutation is made from its seed alone. Seeds that once found something stay in FOUND.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from flows.batch import RunRequest, run_batch
from flows.limits import Limits
from flows.plain import read_all
from flows.pool import Pool
from flows.progress import SilentTally
from flows.settings import RunSettings
from tests.flows.plans import plan_text

SAMPLES = sorted((Path(__file__).parents[3] / "corpus" / "samples").glob("*.*"))
FOUND = (5005, 5013, 5232)
LIMITS = Limits(page=30, document=90, memory=1200)


def mutate(content: bytes, dice: random.Random) -> bytes:
    """One to twenty small wounds: bytes changed, runs cut out, doubled, swapped or filled with zeros or big numbers."""
    wounded = bytearray(content)
    for _ in range(dice.randint(1, 20)):
        at = dice.randrange(len(wounded))
        length = min(dice.choice((1, 1, 2, 4, 16, 256, 4096)), len(wounded) - at)
        match dice.randrange(6):
            case 0:
                wounded[at] = dice.randrange(256)
            case 1:
                del wounded[at : at + length]
            case 2:
                wounded[at:at] = wounded[at : at + length]
            case 3:
                wounded[at : at + length] = bytes(length)
            case 4:
                wounded[at : at + length] = b"\xff" * length
            case _:
                wounded[at:at] = str(dice.choice((-1, 0, 2**31, 2**63, 10**30))).encode()
        if not wounded:
            wounded += b"%"
    return bytes(wounded)


def read_mutations(tmp_path: Path, seeds: list[int]) -> None:
    inbox = tmp_path / "masuk"
    inbox.mkdir()
    for seed in seeds:
        dice = random.Random(seed)
        sample = SAMPLES[seed % len(SAMPLES)]
        (inbox / f"ubah-{seed:06}{sample.suffix}").write_bytes(mutate(sample.read_bytes(), dice))
    (inbox / "utuh.txt").write_text(plan_text(1))
    with Pool(2, LIMITS.memory) as pool:
        request = RunRequest((inbox,), tmp_path / "hasil", RunSettings(workers=2, limits=LIMITS))
        result = run_batch(request, pool, read_all, SilentTally())
    assert len(result.entries) == len(seeds) + 1
    assert {e.name: e.line.status for e in result.entries}["utuh"] in ("done", "review")
    bugs = {e.name: e.line.reason for e in result.entries if "tidak terduga" in (e.line.reason or "")}
    assert bugs == {}
    blamed_on_the_machine = {e.name: e.line.reason for e in result.entries if "Kesalahan sistem" in (e.line.reason or "")}
    assert blamed_on_the_machine == {}


def test_a_few_mutations(tmp_path: Path) -> None:
    read_mutations(tmp_path, [*FOUND, *range(1000, 1012)])


@pytest.mark.long
def test_many_mutations(tmp_path: Path) -> None:
    read_mutations(tmp_path, sorted({*FOUND, *range(5000, 5300)}))
