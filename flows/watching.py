"""Which files of an inbox are complete: those whose size and time have not changed between two looks."""

from __future__ import annotations

from pathlib import Path

from flows.inputs import find_files
from flows.limits import Limits

Look = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


class Inbox:
    """A folder that is looked at again and again. What was taken is taken again only when it has changed.

    After a restart everything is taken once more; the manifest of the output folder knows what is done.
    """

    def __init__(self, folder: Path, out: Path) -> None:
        self._folder = folder
        self._out = out
        self._seen: dict[Path, Look] = {}
        self._taken: dict[Path, Look] = {}

    def ready(self) -> list[Path]:
        """Files that were the same at the last look and have not been taken so; empty ones are still being copied."""
        now = self._look()
        stable = [p for p, look in now.items() if self._seen.get(p) == look and self._taken.get(p) != look and look[0] > 0]
        self._seen = now
        return stable

    def taken(self, files: list[Path]) -> None:
        """Remember what was read, as it was seen before it was read."""
        self._taken.update({file: self._seen[file] for file in files})

    def is_quiet(self) -> bool:
        """Whether everything seen has been taken."""
        return all(self._taken.get(path) == look for path, look in self._seen.items() if look[0] > 0)

    def _look(self) -> dict[Path, Look]:
        looks: dict[Path, Look] = {}
        for file in find_files([self._folder], self._out, Limits()):
            try:
                found = file.path.stat()
            except OSError:
                continue  # gone again, or a link to nowhere
            looks[file.path] = (found.st_size, found.st_mtime_ns)
        return looks
