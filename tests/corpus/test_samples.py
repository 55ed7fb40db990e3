"""The ready-made samples: small, all listed, and what the generator writes today."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.benchmark.reading import read_plan
from corpus.invent import invent
from corpus.make import write_plan
from corpus.samples import CASES, FOLDER, SAMPLES, TRUTHS, Sample

HOUSE = Path(__file__).parent.parent.parent
README = HOUSE / "corpus" / "README.md"


def test_samples_are_small_and_all_listed() -> None:
    files = [p for folder in (FOLDER, CASES) for p in sorted(folder.iterdir())]
    assert sorted(p.stem for p in files) == sorted(s.name for s in SAMPLES)
    assert sum(p.stat().st_size for p in files) < 5_000_000
    told = README.read_text(encoding="utf-8")
    assert [p.name for p in files if p.name not in told] == []


def is_same_everywhere(sample: Sample) -> bool:
    """PDFs depend on the fonts of the machine, the other formats on nothing."""
    return sample.format in ("docx", "txt", "flat")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_samples_are_what_the_generator_writes_today(sample: Sample, tmp_path: Path) -> None:
    draft = invent(sample.layout, sample.seed, sample.share)
    formats = [sample.format] if is_same_everywhere(sample) else []
    made = write_plan(draft, formats, tmp_path)
    truth = json.loads((tmp_path / "truth" / f"{draft.id}.json").read_text(encoding="utf-8"))
    assert truth == json.loads((TRUTHS / f"{sample.name}.json").read_text(encoding="utf-8"))
    for path in made:
        assert path.read_bytes() == (sample.folder / f"{sample.name}{path.suffix}").read_bytes()


def test_every_sample_has_planted_faults_to_show() -> None:
    for sample in (s for s in SAMPLES if not s.is_case):
        truth = json.loads((TRUTHS / f"{sample.name}.json").read_text(encoding="utf-8"))
        assert len(truth["flags"]) >= 3 and len(truth["rows"]) >= 15, sample.name


def test_the_row_the_readme_shows_is_one_its_demo_makes() -> None:
    """What a pipeline may come to judge otherwise (scores, sentences) is left out."""
    shown = json.loads((HOUSE / "README.md").read_text(encoding="utf-8").partition("```json\n")[2].partition("```")[0])
    rows = json.loads(json.dumps(read_plan(FOLDER / "dinas-lanskap.pdf").record))["rows"]
    (row,) = [row for row in rows if row["indicator"] == shown["indicator"]]
    assert {key: row[key] for key in ("area", "number", "component", "schedule")} == {
        key: shown[key] for key in ("area", "number", "component", "schedule")
    }
    assert row["where"][0]["page"] == shown["where"][0]["page"]
    assert {key: row["when"][key] for key in shown["when"]} == shown["when"]
    assert row["matches"][0]["code"] == shown["matches"][0]["code"]
