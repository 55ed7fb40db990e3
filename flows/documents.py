"""One document from file to folder: its pages and its record made in the pool, its place taken in one step."""

from __future__ import annotations

import itertools
import logging
import os
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.errors import DocumentError
from extractors.options import ReadOptions
from flows.folders import empty, put_folder, remove, write_file
from flows.jobs import BuildTask, Built, Examined, build, examine, read_page_to_spool, rebuild_reports, spool, unread_page
from flows.manifest import DOCUMENT, Entry, limits_key
from flows.pool import Pool
from flows.progress import Tally
from flows.remote import RemoteFolder, fetch_url, is_url
from flows.settings import RunSettings, digest
from flows.state import State
from flows.statuses import sentence_for_machine, status_of
from flows.worker_process import Budget
from pipeline.records import MadeBy
from pipeline.summary import DocumentLine

log = logging.getLogger("renja")


@dataclass(frozen=True, slots=True)
class DocumentTask:
    """A file that is to be read, its name given. `has_record` says that its document.json still holds."""

    order: int
    key: str
    file: str
    path: Path
    name: str
    sha256: str
    has_record: bool = False


@dataclass(frozen=True, slots=True)
class Workshop:
    """What all documents of a run share."""

    pool: Pool
    settings: RunSettings
    state: State
    tally: Tally
    remote: RemoteFolder | None = None


_turns = itertools.count()


def read_document(task: DocumentTask, shop: Workshop) -> Entry:
    """Read one file and put its folder in place. Whatever is wrong with the file becomes its status.

    Running it twice does no harm: the folder is replaced by an equal one.
    """
    work = shop.state.work / f"{digest(task.key)[:16]}-{os.getpid()}-{next(_turns)}"
    try:
        (work / "pages").mkdir(parents=True)
        task = _brought_here(task, shop, work)
        # The searchable copy needs the pages; those read by OCR come from their cache.
        may_rebuild = task.has_record and not shop.settings.archive
        built = _rebuild(task, shop, work) if may_rebuild else _read(task, shop, work)
        _put_in_place(task, shop, work)
        entry = _entry(task, shop, built)
    except DocumentError as error:
        entry = _failed(task, shop, error)
    except OSError as error:
        entry = _stopped(task, shop, error)
    finally:
        with suppress(OSError):
            empty(work)
    shop.tally.document_done(entry.line)
    log.info("%s %s: %s", entry.line.status, task.name, entry.line.reason or f"{entry.line.rows} baris")
    return entry


def made_by(settings: RunSettings) -> MadeBy:
    return MadeBy(renja=settings.versions.renja, ocr=settings.versions.engine, settings=settings.settings_hash)


def _read(task: DocumentTask, shop: Workshop, work: Path) -> Built:
    limits = shop.settings.limits
    budget = Budget(limits.document)
    found = shop.pool.submit(
        examine, task.path, task.sha256, limits, seconds=limits.page, budget=budget, order=task.order
    ).result()
    shop.tally.pages_found(found.page_count or 0)
    if found.page_count:
        _read_pages(task, shop, found, work, budget)
    build_task = _build_task(task, shop, found, work)
    return shop.pool.submit(build, build_task, seconds=limits.document, budget=budget, order=task.order).result()


def _read_pages(task: DocumentTask, shop: Workshop, found: Examined, work: Path, budget: Budget) -> None:
    """All pages laid down in `work`; one that cannot be read is left out with its reason, unless none can."""
    limits = shop.settings.limits
    options = ReadOptions(shop.settings.ocr, work / "pictures")
    (work / "pictures").mkdir(exist_ok=True)
    futures: dict[int, Future[None]] = {}
    for number, content in enumerate(found.page_digests, start=1):
        key = digest(shop.settings.page_key, content)
        arguments = (task.path, number, key, options, shop.state.ocr, work)
        futures[number] = shop.pool.submit(read_page_to_spool, *arguments, seconds=limits.page, budget=budget, order=task.order)
    faults = _await_pages(futures, shop.tally)
    if len(faults) == len(futures):
        raise faults[1]
    for number, fault in faults.items():
        log.warning("%s: halaman %d: %s", task.name, number, fault)
        spool(unread_page(number, fault.sentence), work)


def _await_pages(futures: dict[int, Future[None]], tally: Tally) -> dict[int, DocumentError]:
    faults: dict[int, DocumentError] = {}
    try:
        for number, future in futures.items():
            try:
                future.result()
            except DocumentError as error:
                faults[number] = error
            tally.page_read()
    finally:
        for future in futures.values():
            future.cancel()
    return faults


def _rebuild(task: DocumentTask, shop: Workshop, work: Path) -> Built:
    """Only the reports: document.json still holds, and the pictures kept with it."""
    kept = shop.state.pages / task.sha256
    if kept.is_dir():
        (work / "pictures").symlink_to(kept.resolve(), target_is_directory=True)
    build_task = _build_task(task, shop, Examined("", None, ()), work)
    document = shop.state.out / task.name / DOCUMENT
    seconds = shop.settings.limits.document
    return shop.pool.submit(rebuild_reports, build_task, document, seconds=seconds, order=task.order).result()


def _build_task(task: DocumentTask, shop: Workshop, found: Examined, work: Path) -> BuildTask:
    settings = shop.settings
    return BuildTask(
        path=task.path,
        file=task.file,
        name=task.name,
        sha256=task.sha256,
        examined=found,
        work=work,
        made_by=made_by(settings),
        settings=settings,
    )


def _put_in_place(task: DocumentTask, shop: Workshop, work: Path) -> None:
    pictures = shop.state.pages / task.sha256
    if any((work / "kept").iterdir()):
        put_folder(work / "kept", pictures, shop.state.bin)
    elif pictures.is_dir():
        remove(pictures, shop.state.bin)
    put_folder(work / "folder", shop.state.out / task.name, shop.state.bin)
    if shop.remote:
        shop.remote.push_document(task.name)


def _brought_here(task: DocumentTask, shop: Workshop, work: Path) -> DocumentTask:
    """On another machine than the one that planned, a file that has a URL is fetched anew."""
    if task.path.exists() or not is_url(task.key):
        return task
    return replace(task, path=fetch_url(task.key, work / "file", shop.settings.limits))


def _entry(task: DocumentTask, shop: Workshop, built: Built) -> Entry:
    return Entry(
        key=task.key,
        name=task.name,
        sha256=task.sha256,
        line=built.line,
        record_key=shop.settings.record_key,
        report_key=shop.settings.report_key,
        limits=limits_key(shop.settings),
        files=built.files,
        document_sha256=built.document_sha256,
    )


def _failed(task: DocumentTask, shop: Workshop, error: DocumentError) -> Entry:
    """The file is at fault: what an earlier content of it gave is taken away."""
    if error.__cause__ is not None:
        with suppress(OSError):
            write_file(shop.state.trouble / f"{task.name}.txt", str(error.__cause__).encode("utf-8", "replace"))
    return failed_entry(task, shop.settings, error, final=True)


def _stopped(task: DocumentTask, shop: Workshop, error: OSError) -> Entry:
    """The machine is at fault, a full disk for one: the file must be tried again."""
    log.error("%s: %s", task.name, error)
    return failed_entry(task, shop.settings, DocumentError(sentence_for_machine(error)), final=False)


def failed_entry(task: DocumentTask, settings: RunSettings, error: DocumentError, final: bool) -> Entry:
    """The entry of a file that was not read."""
    line = DocumentLine(name=task.name, file=task.file, sha256=task.sha256, status=status_of(error), reason=str(error))
    return Entry(
        key=task.key,
        name=task.name,
        sha256=task.sha256,
        line=line,
        record_key=settings.record_key,
        limits=limits_key(settings),
        final=final,
    )


def duplicate_entry(task: DocumentTask, owner: str, settings: RunSettings) -> Entry:
    """The entry of a file whose content another file brought first."""
    entry = failed_entry(task, settings, DocumentError(), final=True)
    reason = f"Isinya sama dengan {owner}."
    line = DocumentLine(name=task.name, file=task.file, sha256=task.sha256, status="duplicate", reason=reason, duplicate_of=owner)
    return entry.model_copy(update={"line": line})


def take_away(name: str, state: State) -> None:
    """Remove the folder of a document that is no longer what it was."""
    place = state.out / name
    if (place / DOCUMENT).is_file():
        remove(place, state.bin)
