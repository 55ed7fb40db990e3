"""The run's own books: for each file one small JSON file under DIR/.renja/manifest that says what was done with it.

This, and not the state of any orchestrator or data base, decides what a later run still has to do. An entry counts only
if its keys are today's and the files it names lie there unchanged in length, document.json also in content.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from flows.folders import sha256_of, write_file
from flows.settings import RunSettings
from flows.statuses import WITH_RECORD
from pipeline.summary import DocumentLine

DOCUMENT = "document.json"


class Entry(BaseModel):
    """What became of one file.

    `key` is the input's, `files` name → bytes of its folder; `final` is false where it must be tried again.
    """

    model_config = ConfigDict(frozen=True)

    key: str
    name: str
    sha256: str
    line: DocumentLine
    record_key: str = ""
    report_key: str = ""
    limits: str = ""
    files: dict[str, int] = {}
    document_sha256: str = ""
    final: bool = True


class Manifest:
    """All entries of an output folder, by input key."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._folder = out / ".renja" / "manifest"
        self._entries = {entry.key: entry for entry in self._read()}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def get(self, key: str) -> Entry | None:
        return self._entries.get(key)

    def put(self, entry: Entry) -> None:
        """Write an entry; one for the same input is replaced."""
        write_file(self._place(entry.key), entry.model_dump_json(indent=1, by_alias=True).encode())
        self._entries[entry.key] = entry

    def drop(self, key: str) -> None:
        self._entries.pop(key, None)
        self._place(key).unlink(missing_ok=True)

    def has_record(self, entry: Entry, settings: RunSettings) -> bool:
        """Whether the entry's document.json is there and is what today's settings would give."""
        if entry.line.status not in WITH_RECORD or entry.record_key != settings.record_key:
            return False
        document = self._out / entry.name / DOCUMENT
        return document.is_file() and sha256_of(document) == entry.document_sha256

    def is_done(self, entry: Entry, settings: RunSettings) -> bool:
        """Whether nothing is left to do for the entry's file."""
        if not entry.final or entry.record_key != settings.record_key:
            return False
        if entry.line.status not in WITH_RECORD:
            return entry.limits == limits_key(settings)
        return entry.report_key == settings.report_key and self._files_are_there(entry) and self.has_record(entry, settings)

    def _files_are_there(self, entry: Entry) -> bool:
        folder = self._out / entry.name
        return all((folder / f).is_file() and (folder / f).stat().st_size == size for f, size in entry.files.items())

    def _place(self, key: str) -> Path:
        return self._folder / f"{hashlib.sha256(key.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.json"

    def _read(self) -> Iterator[Entry]:
        for path in sorted(self._folder.glob("*.json")) if self._folder.is_dir() else []:
            try:
                yield Entry.model_validate_json(path.read_bytes())
            except ValidationError:
                path.unlink()  # of another version, or spoilt: its file is read again


def limits_key(settings: RunSettings) -> str:
    return json.dumps([getattr(settings.limits, name) for name in settings.limits.__slots__])
