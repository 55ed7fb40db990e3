"""The documents the benchmark runs over: made once into a folder, made again when the generator changes."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from corpus.layouts import LAYOUTS
from corpus.make import make_corpus

CORPUS = Path(__file__).parent.parent
TEXT_FORMATS = ("pdf", "docx", "txt", "flat")
GRADES = ("clean", "office", "poor", "phone", "handled")


@dataclass(frozen=True)
class Batch:
    """Plans to make: layouts × seeds × formats, each with about `share` of the regulation's list."""

    layouts: tuple[str, ...]
    seeds: tuple[int, ...]
    formats: tuple[str, ...]
    share: float


FULL = (
    Batch(tuple(LAYOUTS), (1, 2), TEXT_FORMATS, 0.85),
    Batch(("bergaris", "peradilan", "berbaris"), (9,), ("pdf", "docx", "txt"), 0.0),
    Batch(tuple(LAYOUTS)[::2], (3,), tuple(f"scan:{g}" for g in GRADES), 0.2),
    Batch(tuple(LAYOUTS)[1::2], (3,), ("scan:office", "scan:poor"), 0.2),
)
QUICK = (
    Batch(("bergaris", "bertingkat", "bulanan", "urutan-lain"), (4,), ("pdf", "docx", "txt", "flat"), 0.3),
    Batch(("peradilan",), (9,), ("docx",), 0.0),
    Batch(("sekolah", "bulan-penuh"), (4,), ("scan:office",), 0.05),
    Batch(("padat", "urutan-lain"), (4,), ("scan:poor",), 0.05),
    Batch(("ringkas",), (4,), ("scan:handled",), 0.05),
)


@dataclass(frozen=True)
class BenchDocument:
    """A document with its truth. `grade` is the format, for scans the grade; `form` what the measure calls it."""

    name: str
    layout: str
    grade: str
    path: Path
    truth: Path

    @property
    def form(self) -> str:
        return "scan" if self.grade in GRADES else self.grade


def bench_documents(
    batches: tuple[Batch, ...], folder: Path, grades: Collection[str] = (), workers: int = 1, say: Callable[[str], None] = print
) -> list[BenchDocument]:
    """The batches' documents below `folder`, made where they are not there yet or the generator has changed.

    `grades` keeps documents of these formats and grades only; all where empty.
    """
    found: list[BenchDocument] = []
    kept = list(_kept(batches, grades))
    places = [folder / f"{n}-{'-'.join(batch.formats).replace('scan:', '')}" for n, batch in enumerate(kept, 1)]
    plans = [plan for batch, place in zip(kept, places, strict=True) for plan in _plans_to_make(batch, place)]
    if plans:
        say(f"making {len(plans)} plans")
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            list(pool.map(_make, plans))
    for place in places:
        found.extend(_found(place))
    return found


Plan = tuple[str, int, tuple[str, ...], Path, float]
"""Layout, seed, formats, folder, share."""


def _plans_to_make(batch: Batch, place: Path) -> list[Plan]:
    """Those whose truth, which is written last, is not there yet; all where the generator or the batch has changed."""
    stamp, wanted = place / "made-by.txt", f"{generator_hash()} {batch}"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        stamp.write_text(wanted, encoding="utf-8")
    return [
        (layout, seed, batch.formats, place, batch.share)
        for seed in batch.seeds
        for layout in batch.layouts
        if not (place / "truth" / f"{layout}-{seed}.json").is_file()
    ]


def _make(plan: Plan) -> None:
    layout, seed, formats, place, share = plan
    make_corpus([layout], [seed], formats, place, share)


def _kept(batches: tuple[Batch, ...], grades: Collection[str]) -> Iterator[Batch]:
    for batch in batches:
        formats = tuple(f for f in batch.formats if not grades or f.removeprefix("scan:") in grades)
        if formats:
            yield replace(batch, formats=formats)


def real_documents(folder: Path) -> list[BenchDocument]:
    """Plans with truth files of their own: `<id>.json` beside or in `truth/`, documents named `<id>.<suffix>`.

    `<id>.<grade>.pdf` is a scan of that grade; a truth without documents is left out.
    """
    truths = {p.stem: p for p in sorted(folder.rglob("*.json")) if _is_truth(p)}
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".pdf", ".docx", ".txt", ".md")):
        stem, _, tail = path.stem.partition(".")
        if stem in truths:
            grade = tail or {".pdf": "pdf", ".docx": "docx"}.get(path.suffix, "txt")
            found.append(BenchDocument(path.name, "real", grade, path, truths[stem]))
    return found


_MEASURE = {"__main__", "likeness", "match_bench", "samples", "score", "score_findings", "tally"}
"""Modules that do not decide what the documents look like."""


def generator_hash() -> str:
    """Of everything that decides what the documents look like."""
    digest = hashlib.sha256()
    sources = [p for p in CORPUS.glob("*.py") if p.stem not in _MEASURE]
    for path in sorted([*sources, *(CORPUS / "data").glob("*.csv")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _found(folder: Path) -> Iterator[BenchDocument]:
    for path in sorted((folder / "plans").iterdir()):
        name, _, rest = path.name.partition(".")
        grade = {"flat.txt": "flat"}.get(rest, rest.removesuffix(".pdf") if rest.endswith(".pdf") else rest)
        yield BenchDocument(path.name, name.rsplit("-", 1)[0], grade, path, folder / "truth" / f"{name}.json")


def _is_truth(path: Path) -> bool:
    with path.open(encoding="utf-8") as file:
        value = json.load(file)
    return isinstance(value, dict) and "rows" in value and "plan_year" in value
