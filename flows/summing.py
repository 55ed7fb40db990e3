"""The files of the whole folder: summary and rows, made anew from what the folder holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from flows.folders import empty, write_file
from flows.manifest import DOCUMENT, Entry
from flows.settings import RunSettings, digest
from flows.state import State
from flows.statuses import WITH_RECORD
from pipeline.summary import DocumentLine, summarise
from pipeline.summed_record import SummedRecord

SUMMARY_FILES = ("summary.json", "summary.html", "summary.xlsx", "rows.csv", "rows.parquet")


class RecordsOnDisk(Mapping[str, SummedRecord]):
    """document.json by document name, read when asked for, so that a thousand plans need not fit into memory."""

    def __init__(self, out: Path, names: Sequence[str]) -> None:
        self._out = out
        self._names = sorted(names)

    def __getitem__(self, name: str) -> SummedRecord:
        return SummedRecord.model_validate_json((self._out / name / DOCUMENT).read_bytes())

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def summary_key(entries: Sequence[Entry], settings: RunSettings) -> str:
    """What the summary depends on."""
    parts = sorted(digest(e.name, e.document_sha256, e.line.model_dump_json()) for e in entries)
    return digest(settings.versions.report, settings.versions.build, settings.lang, *parts)


def is_summed(state: State, key: str) -> bool:
    """Whether the summary that lies there is the one of `key`."""
    kept = state.root / "summary.key"
    return kept.is_file() and kept.read_text() == key and all((state.out / f).is_file() for f in SUMMARY_FILES)


def write_summary(state: State, lines: Sequence[DocumentLine], lang: str, key: str) -> None:
    """Make all files aside, then put each in place in one step. Runs in a worker, as `flows.jobs`."""
    from pipeline.copied_text import find_copied_text
    from pipeline.reports import write_batch_reports

    names = [line.name for line in lines if line.status in WITH_RECORD]
    records = RecordsOnDisk(state.out, names)
    aside = state.work / "summary"
    empty(aside)
    aside.mkdir(parents=True)
    write_batch_reports(summarise(lines, find_copied_text(records)), records, aside, lang)
    for file in sorted(aside.iterdir()):
        file.replace(state.out / file.name)
    write_file(state.root / "summary.key", key.encode())
    empty(aside)
