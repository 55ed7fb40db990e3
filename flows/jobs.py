"""The work that is done in worker processes: looking at a file, reading a page, building a document's folder.

The run's own process names these functions but never calls them. What they need is imported inside them, so that it
need not load the libraries for pages, tables and workbooks; `flows.preload` does, once for all workers.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from extractors.document import Document, Page
from extractors.errors import TooLarge
from extractors.options import ReadOptions
from flows.folders import sha256_of
from flows.limits import Limits
from flows.manifest import DOCUMENT
from flows.settings import RunSettings, digest
from flows.statuses import fault_of_file
from pipeline.records import Identity, MadeBy, PlanRecord, Source
from pipeline.summary import DocumentLine, line_of

UNREAD_SIZE = (595.0, 842.0)
"""Points of the page that stands for one that could not be read: A4 upright."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A file's format, its pages (None in formats without) and the digest of what each page shows."""

    format: str
    page_count: int | None
    page_digests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuildTask:
    """Everything that makes a document's folder out of its pages.

    `work` is the document's own temporary folder, with `pages/` (one pickled Page a file) and `pictures/`; the finished
    folder is made in `work/folder`, the page pictures worth keeping in `work/kept`.
    """

    path: Path
    file: str
    name: str
    sha256: str
    examined: Examined
    work: Path
    made_by: MadeBy
    settings: RunSettings


@dataclass(frozen=True, slots=True)
class Built:
    """The summary's line and what the folder holds: name → bytes."""

    line: DocumentLine
    files: dict[str, int]
    document_sha256: str


def examine(path: Path, sha256: str, limits: Limits) -> Examined:
    """What a file is. Raises DocumentError."""
    from extractors.reading import probe
    from flows.page_cache import page_digests

    with _faults_of_file():
        found = probe(path)
        if found.page_count is None:
            return Examined(found.format, None, ())
        if found.page_count > limits.pages:
            raise TooLarge(f"{found.page_count} halaman, batas {limits.pages}")
        digests = page_digests(path) if found.format == "pdf" else ()
        if len(digests) != found.page_count:
            digests = tuple(digest(sha256, number) for number in range(1, found.page_count + 1))
        return Examined(found.format, found.page_count, digests)


def read_page_to_spool(path: Path, number: int, key: str, options: ReadOptions, cache: Path, work: Path) -> None:
    """Read a page, or take it from the cache of OCR'd pages, and lay it down for `build`."""
    from extractors.reading import read_page
    from flows.page_cache import PageCache

    pictures = options.picture_dir or work / "pictures"
    page = PageCache(cache).get(key, number, pictures)
    if page is None:
        with _faults_of_file():
            page = read_page(path, number, options)
        if page.origin == "ocr":
            PageCache(cache).put(key, page, pictures / f"{number}.jpg")
    spool(page, work)


def spool(page: Page, work: Path) -> None:
    """Lay a page down in the document's temporary folder."""
    (work / "pages" / str(page.number)).write_bytes(pickle.dumps(page, pickle.HIGHEST_PROTOCOL))


def unread_page(number: int, note: str) -> Page:
    """What stands for a page that could not be read, with the reason."""
    return Page(number, *UNREAD_SIZE, origin="none", note=note)


def build(task: BuildTask) -> Built:
    """Document → record → folder. Raises DocumentError."""
    from flows.build_options import load_build_options
    from pipeline.build import build_record

    with _faults_of_file():
        document = _document(task)
    source = Source(file=task.file, sha256=task.sha256, format=document.format)
    record = build_record(document, source, task.made_by, load_build_options(task.settings))
    folder = task.work / "folder"
    folder.mkdir()
    (folder / DOCUMENT).write_bytes(to_json(record))
    return _finish(task, record, folder)


def rebuild_reports(task: BuildTask, document: Path) -> Built:
    """The folder anew from a document.json that still holds."""
    folder = task.work / "folder"
    folder.mkdir()
    content = document.read_bytes()
    (folder / DOCUMENT).write_bytes(content)
    return _finish(task, PlanRecord.model_validate_json(content), folder)


def to_json(record: PlanRecord) -> bytes:
    """document.json's bytes."""
    return record.model_dump_json(indent=1, by_alias=True).encode() + b"\n"


def _document(task: BuildTask) -> Document:
    from extractors.assemble import assemble
    from extractors.reading import read_whole

    if task.examined.page_count is None:
        return read_whole(task.path)
    return assemble(task.examined.format, _spooled(task.work, task.examined.page_count))


def _spooled(work: Path, page_count: int) -> Iterator[Page]:
    for number in range(1, page_count + 1):
        page: Page = pickle.loads((work / "pages" / str(number)).read_bytes())
        yield page


def _finish(task: BuildTask, record: PlanRecord, folder: Path) -> Built:
    from flows.page_pictures import keep_pictures
    from pipeline.reports import write_document_reports

    kept = task.work / "kept"
    keep_pictures(task.path, record, task.work / "pictures", kept)
    write_document_reports(record, folder, kept, task.settings.lang)
    if task.settings.archive and task.examined.page_count:
        _write_archive(task, record, folder)
    files = {f.relative_to(folder).as_posix(): f.stat().st_size for f in sorted(folder.rglob("*")) if f.is_file()}
    return Built(line_of(task.name, record), files, sha256_of(folder / DOCUMENT))


def _write_archive(task: BuildTask, record: PlanRecord, folder: Path) -> None:
    """The searchable copy of a file with pages, made of the pages as they were read."""
    from extractors.searchable import About, write_searchable

    pages = tuple(_spooled(task.work, task.examined.page_count or 0))
    about = About(_title(record.plan), record.plan.agency, record.plan.year)
    with _faults_of_file():
        write_searchable(task.path, task.examined.format, pages, about, folder / f"{task.name}.pdf")


def _title(plan: Identity) -> str:
    """What the plan is called in the words of its genre: subject, year and agency, as far as they are known."""
    from pipeline.catalogue import KEPT_IN, texts

    say = texts(KEPT_IN)
    subject = say("gaps.subject_year", year=plan.year) if plan.year else say("gaps.subject")
    return f"{subject} – {plan.agency}" if plan.agency else subject


@contextmanager
def _faults_of_file() -> Iterator[None]:
    """An operating system's error in reading the file becomes the file's; a full disk stays the machine's."""
    try:
        yield
    except OSError as error:
        fault = fault_of_file(error)
        if fault is None:
            raise
        raise fault from error
