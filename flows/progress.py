"""What a run tells while it works: documents and pages done, and the time left."""

from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from pipeline.catalogue import Texts
from pipeline.summary import DocumentLine


class Tally(Protocol):
    """Is told what happens, from any thread."""

    def documents_found(self, count: int) -> None: ...
    def pages_found(self, count: int) -> None: ...
    def page_read(self) -> None: ...
    def document_done(self, line: DocumentLine) -> None: ...
    def say(self, sentence: str) -> None: ...


class SilentTally:
    """Tells nobody."""

    def documents_found(self, count: int) -> None:
        pass

    def pages_found(self, count: int) -> None:
        pass

    def page_read(self) -> None:
        pass

    def document_done(self, line: DocumentLine) -> None:
        pass

    def say(self, sentence: str) -> None:
        pass


class ProgressBar:
    """A Rich bar over documents; pages and the time left stand beside it."""

    def __init__(self, console: Console, texts: Texts) -> None:
        self._texts = texts
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn(texts("terminal.documents_and_pages", pages="{task.fields[pages]}", left="{task.fields[left]}")),
        )
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._bar = self._progress.add_task(texts("terminal.preparing"), total=None, pages="0", left=texts("terminal.reckoning"))
        self._lock = threading.Lock()
        self._started = time.monotonic()
        self._documents = self._found_documents = self._examined = 0
        self._pages = self._found_pages = 0

    def __enter__(self) -> ProgressBar:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._progress.stop()

    def documents_found(self, count: int) -> None:
        with self._lock:
            self._found_documents += count
            self._started = time.monotonic()
            self._show()

    def pages_found(self, count: int) -> None:
        with self._lock:
            self._found_pages += count
            self._examined += 1
            self._show()

    def page_read(self) -> None:
        with self._lock:
            self._pages += 1
            self._show()

    def document_done(self, line: DocumentLine) -> None:
        with self._lock:
            self._documents += 1
            self._show()

    def say(self, sentence: str) -> None:
        """A sentence for whoever looks on, above the bar; given in Indonesian."""
        self._progress.console.print(self._texts.fault(sentence), markup=False, highlight=False, soft_wrap=True)

    def _show(self) -> None:
        self._progress.update(
            self._bar,
            description=self._texts("terminal.reading"),
            total=self._found_documents,
            completed=self._documents,
            pages=f"{self._pages}/{self._found_pages}",
            left=self._time_left(),
        )

    def _time_left(self) -> str:
        """From the pages read so far; files not looked at yet count as long as the mean of the others."""
        done = self._pages + self._documents
        if done == 0:
            return self._texts("terminal.reckoning")
        unseen = max(self._found_documents - self._examined, 0)
        pages_to_come = unseen * self._found_pages / max(self._examined, 1)
        left = self._found_pages - self._pages + pages_to_come + self._found_documents - self._documents
        seconds = (time.monotonic() - self._started) / done * max(left, 0)
        return self._texts("terminal.time_left", time=_clock(seconds))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
