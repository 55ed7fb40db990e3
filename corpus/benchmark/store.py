"""Readings kept as they come, so that a run that was broken off goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.benchmark.reading import Reading

HOUSE = Path(__file__).parent.parent.parent
_SOURCES = (".py", ".csv", ".toml", ".json", ".txt")


def digest_of_sources(folders: Iterable[str]) -> str:
    """Of every source and data file below these folders of the house: another version reads everything again."""
    digest = hashlib.sha256()
    for folder in folders:
        place = HOUSE / folder
        for path in sorted(p for p in (place, *place.rglob("*")) if p.suffix in _SOURCES and p.is_file()):
            digest.update(f"{path.relative_to(HOUSE)}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def digest_of_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


@dataclass(frozen=True)
class Store:
    """One JSON file a reading below `folder`; a reading kept under another key is as good as none."""

    folder: Path

    def get(self, name: str, key: str) -> Reading | None:
        try:
            kept = json.loads(self._path(name).read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return None
        return Reading(**kept["reading"]) if kept["key"] == key else None

    def put(self, name: str, key: str, reading: Reading) -> None:
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(json.dumps({"key": key, "reading": asdict(reading)}), encoding="utf-8")
        part.replace(path)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"
