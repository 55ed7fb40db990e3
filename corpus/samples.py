"""The ready-made samples kept in the repository: which they are, and writing them again."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from corpus.invent import invent
from corpus.make import write_plan

FOLDER = Path(__file__).parent / "samples"
TRUTHS = Path(__file__).parent / "truth_files"


@dataclass(frozen=True)
class Sample:
    """A ready-made document: its name, how it is made, and what it is there for."""

    name: str
    layout: str
    seed: int
    format: str
    share: float
    purpose: str


SAMPLES = (
    Sample(
        "dinas-lanskap", "bergaris", 5, "pdf", 0.35, "text PDF, landscape table, rows cut by page breaks, decree and team table"
    ),
    Sample("dua-bagian", "bertingkat", 3, "docx", 0.3, "Word, merged components, sub-rows, parts PEMENUHAN and REFORM"),
    Sample("tab", "berbaris", 2, "txt", 0.3, "tab-separated text, components as full-width lines, table after the last chapter"),
)


def write_samples() -> list[Path]:
    """Write the samples and their truths again; unchanged code gives unchanged bytes."""
    FOLDER.mkdir(exist_ok=True)
    TRUTHS.mkdir(exist_ok=True)
    written = []
    for sample in SAMPLES:
        with tempfile.TemporaryDirectory() as folder:
            draft = invent(sample.layout, sample.seed, sample.share)
            (made,) = write_plan(draft, [sample.format], Path(folder))
            written.append(Path(shutil.move(made, FOLDER / f"{sample.name}{made.suffix}")))
            shutil.move(Path(folder) / "truth" / f"{draft.id}.json", TRUTHS / f"{sample.name}.json")
    return written
