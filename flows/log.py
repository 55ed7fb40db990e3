"""The run's log: one line an event, with the document's name, in DIR/.renja/run.log."""

from __future__ import annotations

import logging
from pathlib import Path

MAX_BYTES = 20 * 1024 * 1024


def open_log(path: Path) -> None:
    """Send the events of `renja` to a file, and nowhere else; a log grown too long starts anew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_file() and path.stat().st_size > MAX_BYTES:
        path.unlink()
    handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace", delay=True)
    handler.setFormatter(_OneLine("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger("renja")
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False


class _OneLine(logging.Formatter):
    """Names of files may hold newlines; an event stays on its line."""

    def format(self, record: logging.LogRecord) -> str:
        return super().format(record).replace("\r", "\\r").replace("\n", "\\n")
