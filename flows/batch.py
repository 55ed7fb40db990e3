"""A run from its inputs to its summary: plan, read what is left, keep the books, sum up."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flows.archives import unpack
from flows.catalogue import Catalogue
from flows.documents import DocumentTask, Workshop, read_document, take_away
from flows.folders import empty
from flows.inputs import InputFile, find_files
from flows.lock import lock_folder
from flows.manifest import Entry, Manifest
from flows.planning import RunPlan, plan_run
from flows.pool import Pool
from flows.progress import Tally
from flows.remote import RemoteFolder, find_remote_files, is_url
from flows.settings import RunSettings
from flows.state import State
from flows.statuses import WITH_RECORD, ExitCode, exit_code
from flows.summing import is_summed, summary_key, write_summary

log = logging.getLogger("renja")

SUMMARY_SECONDS = 6 * 3600.0

Orchestrator = Callable[["Batch"], None]
"""Calls `batch.read` for each of `batch.left`, in what order and how many at once it likes."""


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What `renja run` was asked for.

    `inputs` are files, folders or URLs; `catalogue` is a SQLAlchemy URL, None for SQLite in the output folder; `remote`
    is the URL of which `out` is the mirror, None where `out` itself is meant.
    """

    inputs: tuple[Path | str, ...]
    out: Path
    settings: RunSettings
    catalogue: str | None = None
    retry: bool = False
    remote: str | None = None

    @property
    def title(self) -> str:
        """The batch's name: that of the output folder."""
        return (self.remote or str(self.out.resolve())).rstrip("/").rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class RunResult:
    """The entries of the files that were given, in their order, and the exit code they make."""

    entries: tuple[Entry, ...]
    code: ExitCode


class Batch:
    """The files that are still to be read and the books their results go into."""

    def __init__(self, title: str, tasks: Sequence[DocumentTask], shop: Workshop, books: Books) -> None:
        self.title = title
        self.tasks = tasks
        self.shop = shop
        self._books = books
        self._entered: set[str] = set()
        self._begun: dict[str, Future[Entry]] = {}

    @property
    def left(self) -> list[DocumentTask]:
        """The files that have not been entered yet."""
        return [task for task in self.tasks if task.key not in self._entered]

    @contextmanager
    def begun(self, count: int) -> Iterator[None]:
        """Reads the first `count` files while whoever hands out the files gets ready; `read` gives what they came to."""
        with ThreadPoolExecutor(count, thread_name_prefix="begun") as threads:
            self._begun = {task.key: threads.submit(self._read, task) for task in self.tasks[:count]}
            yield

    def read(self, task: DocumentTask) -> Entry:
        """Read one file and enter it into the books at once. Safe from many threads."""
        begun = self._begun.get(task.key)
        return begun.result() if begun else self._read(task)

    def _read(self, task: DocumentTask) -> Entry:
        entry = read_document(task, self.shop)
        self._books.enter(entry)
        self._entered.add(entry.key)
        return entry

    def enter(self, entry: Entry) -> None:
        """Enter what another machine has read."""
        if self.shop.remote:
            self.shop.remote.pull_document(entry.name)
        self._books.enter(entry)
        self._entered.add(entry.key)
        self.shop.tally.document_done(entry.line)


class Books:
    """Manifest and catalogue together."""

    def __init__(self, manifest: Manifest, catalogue: Catalogue, run_id: int, state: State, remote: RemoteFolder | None) -> None:
        self._manifest = manifest
        self._catalogue = catalogue
        self._run_id = run_id
        self._state = state
        self._remote = remote

    def enter(self, *entries: Entry) -> None:
        """The folder of a file that is no longer read well goes away before the books say so."""
        for entry in entries:
            if entry.line.status not in WITH_RECORD:
                take_away(entry.name, self._state)
                if self._remote:
                    self._remote.drop_document(entry.name)
            self._manifest.put(entry)
        self._catalogue.add(self._run_id, entries)

    def settle(self, plan: RunPlan) -> None:
        """Enter what needs no reading."""
        fresh = [e for e in plan.settled if self._manifest.get(e.key) != e]
        if fresh:
            self.enter(*fresh)
        for entry in fresh:
            log.info("%s %s: %s", entry.line.status, entry.name, entry.line.reason or "sudah terbaca")
        for key in plan.moved:
            self._manifest.drop(key)


def run_batch(request: RunRequest, pool: Pool, orchestrate: Orchestrator, tally: Tally) -> RunResult:
    """Read all files of the request that are not done yet.

    Running it twice does no harm: the second run finds everything done. Raises NoInput, FolderBusy, PoolBroken,
    SQLAlchemyError, and OSError where the output folder cannot be written.
    """
    state = State(request.out)
    with lock_folder(state.root), _cleared(state), _open_catalogue(request, state) as catalogue:
        run_id = catalogue.begin_run(request.settings)
        remote = RemoteFolder(request.remote, request.out) if request.remote else None
        if remote:
            remote.pull()
        manifest = Manifest(request.out)
        plan = plan_run(_files(request, state), manifest, request.settings, request.out, request.retry)
        books = Books(manifest, catalogue, run_id, state, remote)
        log.info("mulai %s: %d berkas, %d akan dibaca", request.title, len(plan.keys), len(plan.tasks))
        books.settle(plan)
        tally.documents_found(len(plan.tasks))
        shop = Workshop(pool, request.settings, state, tally, remote)
        if plan.tasks:
            orchestrate(Batch(request.title, plan.tasks, shop, books))
        _sum_up(pool, state, manifest, request.settings)
        if remote:
            remote.push_books()
        entries = tuple(entry for key in plan.keys if (entry := manifest.get(key)))
        code = exit_code([e.line.status for e in entries])
        catalogue.end_run(run_id, code)
        log.info("selesai %s: kode %d", request.title, code)
        return RunResult(entries, code)


def _files(request: RunRequest, state: State) -> list[InputFile]:
    limits = request.settings.limits
    urls = [str(place) for place in request.inputs if is_url(str(place))]
    found = list(find_files([Path(p) for p in request.inputs if not is_url(str(p))], request.out, limits))
    for url in urls:
        found.extend(find_remote_files(url, state.work / "fetched", limits))
    return [member for file in found for member in unpack(file, state.work / "unpacked", limits)]


def _sum_up(pool: Pool, state: State, manifest: Manifest, settings: RunSettings) -> None:
    entries = list(manifest)
    key = summary_key(entries, settings)
    if not is_summed(state, key):
        lines = tuple(entry.line for entry in entries)
        pool.submit(write_summary, state, lines, settings.lang, key, seconds=SUMMARY_SECONDS).result()


@contextmanager
def _cleared(state: State) -> Iterator[None]:
    """Whatever a killed run left half done goes first, and nothing half done stays behind."""
    empty(state.work)
    empty(state.bin)
    state.work.mkdir(parents=True)
    try:
        yield
    finally:
        empty(state.work)
        empty(state.bin)


@contextmanager
def _open_catalogue(request: RunRequest, state: State) -> Iterator[Catalogue]:
    catalogue = Catalogue(request.catalogue or f"sqlite:///{state.catalogue}", request.out.resolve())
    try:
        yield catalogue
    finally:
        catalogue.close()
