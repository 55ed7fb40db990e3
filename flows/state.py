"""Where a run keeps what is not for people: DIR/.renja and its parts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

STATE = ".renja"


@dataclass(frozen=True, slots=True)
class State:
    """The folders under `out`/.renja, all on the file system of `out`, so that a rename is one step."""

    out: Path

    @property
    def root(self) -> Path:
        return self.out / STATE

    @property
    def work(self) -> Path:
        """Half-done folders; nothing in it outlives its run."""
        return self.root / "work"

    @property
    def bin(self) -> Path:
        return self.root / "bin"

    @property
    def ocr(self) -> Path:
        return self.root / "ocr"

    @property
    def pages(self) -> Path:
        """Pictures for reports: `<sha256>/<page>.jpg`."""
        return self.root / "pages"

    @property
    def trouble(self) -> Path:
        """What our own code said of files it could not digest, for those who mend it."""
        return self.root / "trouble"

    @property
    def log(self) -> Path:
        return self.root / "run.log"

    @property
    def prefect(self) -> Path:
        """Home of the embedded Prefect server."""
        return self.root / "prefect"

    @property
    def catalogue(self) -> Path:
        return self.root / "catalogue.sqlite"
