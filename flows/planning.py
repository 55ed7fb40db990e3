"""Who is who among the files of a run: names, duplicates, what is done already and what is still to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.errors import UnreadableFile
from flows.documents import DocumentTask, duplicate_entry, failed_entry
from flows.folders import sha256_of
from flows.inputs import MEMBER_MARK, InputFile
from flows.manifest import DOCUMENT, Entry, Manifest
from flows.names import Names
from flows.settings import RunSettings
from flows.statuses import WITH_RECORD, fault_of_file


@dataclass(frozen=True, slots=True)
class RunPlan:
    """`tasks` are to be read; `settled` are the entries that need no reading: done before, duplicates, not to be opened.

    `keys` are those of all files in order, `moved` those of entries whose files now lie elsewhere.
    """

    tasks: tuple[DocumentTask, ...]
    settled: tuple[Entry, ...]
    keys: tuple[str, ...]
    moved: tuple[str, ...] = ()


def plan_run(files: Sequence[InputFile], manifest: Manifest, settings: RunSettings, out: Path, retry: bool) -> RunPlan:
    """Decide for every file in order. The same files give the same names, however often a run was broken off.

    A file keeps the name it has in the manifest; `retry` reads again what was not done.
    """
    return _Planner(manifest, settings, out, retry).plan([with_hash(file) for file in files])


def with_hash(file: InputFile) -> tuple[InputFile, str]:
    """The file with its content's SHA-256, "" and a fault where it cannot be read."""
    if file.fault:
        return file, ""
    try:
        return file, sha256_of(file.path)
    except OSError as error:
        return replace(file, fault=fault_of_file(error) or UnreadableFile()), ""


class _Planner:
    def __init__(self, manifest: Manifest, settings: RunSettings, out: Path, retry: bool) -> None:
        self._manifest = manifest
        self._settings = settings
        self._retry = retry
        self._names = Names([*(entry.name for entry in manifest), *_foreign_folders(out)])
        self._owners: dict[str, tuple[str, str]] = {}
        self._homeless: dict[str, Entry] = {}
        self._moved: list[str] = []

    def plan(self, files: Sequence[tuple[InputFile, str]]) -> RunPlan:
        self._find_owners({file.key: sha256 for file, sha256 in files})
        decided = [self._decide(order, file, sha256) for order, (file, sha256) in enumerate(files)]
        tasks = tuple(d for d in decided if isinstance(d, DocumentTask))
        settled = tuple(d for d in decided if isinstance(d, Entry))
        return RunPlan(tasks, settled, tuple(d.key for d in decided), tuple(self._moved))

    def _find_owners(self, given: Mapping[str, str]) -> None:
        """Contents that earlier runs know, by hash: who had it first, or an entry whose file has gone from its place."""
        for entry in self._manifest:
            if entry.line.status == "duplicate" or not entry.sha256:
                continue
            if given.get(entry.key, entry.sha256) != entry.sha256:
                continue
            if entry.key in given or is_there(entry.key):
                self._owners[entry.sha256] = (entry.key, entry.name)
            else:
                self._homeless.setdefault(entry.sha256, entry)

    def _decide(self, order: int, file: InputFile, sha256: str) -> DocumentTask | Entry:
        before = self._manifest.get(file.key) or self._adopt(sha256)
        name = before.name if before else self._names.give(file.file, sha256)
        task = DocumentTask(order, file.key, file.file, file.path, name, sha256)
        if file.fault:
            return failed_entry(task, self._settings, file.fault, final=False)
        owner_key, owner_name = self._owners.setdefault(sha256, (file.key, name))
        if owner_key != file.key:
            return duplicate_entry(task, owner_name, self._settings)
        if before is None or before.sha256 != sha256:
            return task
        if self._is_settled(before):
            return before.model_copy(update={"key": file.key})
        return replace(task, has_record=self._manifest.has_record(before, self._settings))

    def _adopt(self, sha256: str) -> Entry | None:
        """The entry of a file of this content that has gone from its place: it was moved here."""
        if sha256 in self._owners:
            return None
        entry = self._homeless.pop(sha256, None)
        if entry:
            self._moved.append(entry.key)
        return entry

    def _is_settled(self, entry: Entry) -> bool:
        failed = entry.line.status not in WITH_RECORD
        return self._manifest.is_done(entry, self._settings) and not (failed and self._retry)


def is_there(key: str) -> bool:
    """Whether the file of a key can still be there; of URLs and members of archives the archive is asked."""
    path = key.partition(MEMBER_MARK)[0]
    return "://" in path or Path(path).exists()


def _foreign_folders(out: Path) -> list[str]:
    """Folders in DIR that renja did not make; their names are never used."""
    if not out.is_dir():
        return []
    return [place.name for place in out.iterdir() if not (place.is_dir() and (place / DOCUMENT).is_file())]
