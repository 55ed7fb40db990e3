"""The ready-made samples: small, all listed, and what the generator writes today."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.invent import invent
from corpus.make import write_plan
from corpus.samples import FOLDER, SAMPLES, TRUTHS
from corpus.typeset_pdf import missing_fonts

README = Path(__file__).parent.parent.parent / "corpus" / "README.md"


def test_samples_are_small_and_all_listed() -> None:
    files = sorted(p for p in FOLDER.iterdir() if p.is_file())
    assert [p.stem for p in files] == sorted(s.name for s in SAMPLES)
    assert sum(p.stat().st_size for p in files) < 3_000_000
    told = README.read_text(encoding="utf-8")
    assert [p.name for p in files if p.name not in told] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_samples_are_what_the_generator_writes_today(sample, tmp_path) -> None:
    draft = invent(sample.layout, sample.seed, sample.share)
    (made,) = write_plan(draft, [sample.format], tmp_path)
    truth = json.loads((tmp_path / "truth" / f"{draft.id}.json").read_text(encoding="utf-8"))
    assert truth == json.loads((TRUTHS / f"{sample.name}.json").read_text(encoding="utf-8"))
    if sample.format in ("docx", "txt", "flat") or not missing_fonts({draft.layout.font}):
        assert made.suffix in (".pdf", ".docx", ".txt")
    if sample.format in ("docx", "txt", "flat"):
        assert made.read_bytes() == (FOLDER / f"{sample.name}{made.suffix}").read_bytes()


def test_every_sample_has_planted_faults_to_show() -> None:
    for sample in SAMPLES:
        truth = json.loads((TRUTHS / f"{sample.name}.json").read_text(encoding="utf-8"))
        assert len(truth["flags"]) >= 3 and len(truth["rows"]) >= 15, sample.name
