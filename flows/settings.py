"""What a run is told: one frozen object, made once from the command line, and the keys that follow from it."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from flows.limits import Limits
from flows.versions import Versions, current_versions

Lang = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class RunSettings:
    """`ocr` is an engine's name of `extractors.options`; `checks` a TOML file, `aliases` a file of further wordings.

    The two files are read once here (`*_text`), so that every worker sees the same and the keys hold their content.
    """

    lang: Lang = "id"
    archive: bool = False
    ocr: str = "auto"
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    checks: Path | None = None
    aliases: Path | None = None
    limits: Limits = field(default_factory=Limits)
    versions: Versions = field(default_factory=current_versions)

    @property
    def page_key(self) -> str:
        """What an OCR'd page depends on besides its own content."""
        return digest(self.versions.scan, self.versions.engine, self.versions.language, self.ocr)

    @property
    def record_key(self) -> str:
        """What document.json depends on besides the file: reading, matching, checks and their settings."""
        return digest(self.page_key, self.versions.read, self.versions.build, _content(self.checks), _content(self.aliases))

    @property
    def report_key(self) -> str:
        """What a document's folder depends on besides the file."""
        return digest(self.record_key, self.versions.report, self.lang, self.archive)

    @property
    def settings_hash(self) -> str:
        """`made_by.settings`: the settings that shape document.json, without versions, which stand beside it."""
        return digest(self.ocr, _content(self.checks), _content(self.aliases))[:16]


def digest(*parts: str | bool | int | float | None) -> str:
    """SHA-256 of the parts, each kept apart from its neighbours."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _content(path: Path | None) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path else None
