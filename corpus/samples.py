"""The ready-made samples kept in the repository: which they are, and writing them again."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from corpus.invent import invent
from corpus.make import write_plan

FOLDER = Path(__file__).parent / "samples"
CASES = Path(__file__).parent / "cases"
TRUTHS = Path(__file__).parent / "truth_files"


@dataclass(frozen=True)
class Sample:
    """A ready-made document: its name, how it is made, and what it is there for. Cases are what not every run should meet."""

    name: str
    layout: str
    seed: int
    format: str
    share: float
    purpose: str
    is_case: bool = False

    @property
    def folder(self) -> Path:
        return CASES if self.is_case else FOLDER


SAMPLES = (
    Sample(
        "dinas-lanskap", "bergaris", 75, "pdf", 0.35, "text PDF, landscape table, rows cut by page breaks, decree and team table"
    ),
    Sample("dua-bagian", "bertingkat", 115, "docx", 0.25, "Word, merged components, sub-rows, parts PEMENUHAN and REFORM"),
    Sample("tab", "berbaris", 71, "txt", 0.3, "tab-separated text, components as full-width lines, table after the last chapter"),
    Sample("bulan", "bulanan", 116, "pdf", 0.2, "months as columns, a header of two lines, the table in an annex", True),
    Sample("mendatar", "kode-bulan", 88, "flat", 0.3, "text flattened line by line, cell borders lost", True),
    Sample(
        "pindaian-kantor",
        "urutan-lain",
        65,
        "scan:office",
        0.04,
        "office scan: turned pages, stamps, columns in another order",
        True,
    ),
    Sample("tanpa-tabel", "peradilan", 9, "docx", 0.0, "a plan without an action table, with two other tables", True),
)


def write_samples() -> list[Path]:
    """Write the samples and their truths again; unchanged code gives unchanged bytes."""
    for folder in (FOLDER, CASES, TRUTHS):
        folder.mkdir(exist_ok=True)
    written = []
    for sample in SAMPLES:
        with tempfile.TemporaryDirectory() as work:
            draft = invent(sample.layout, sample.seed, sample.share)
            (made,) = write_plan(draft, [sample.format], Path(work))
            written.append(Path(shutil.move(made, sample.folder / f"{sample.name}{made.suffix}")))
            shutil.move(Path(work) / "truth" / f"{draft.id}.json", TRUTHS / f"{sample.name}.json")
    return written
