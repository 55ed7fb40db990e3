"""A batch in shares: what travels to a machine that reads some of its documents, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from flows.documents import DocumentTask
from flows.manifest import Entry
from flows.remote import open_place
from flows.settings import RunSettings

FOLDER = ".renja/entries"


@dataclass(frozen=True, slots=True)
class Share:
    """Some documents of a batch. `place` is the output folder as all machines see it: a shared path or a URL."""

    title: str
    place: str
    is_remote: bool
    settings: RunSettings
    documents: tuple[DocumentTask, ...]


_SHARES = TypeAdapter(Share)
Json = dict[str, object]


def to_json(share: Share) -> Json:
    """As the parameters of a flow run."""
    found: Json = _SHARES.dump_python(share, mode="json")
    return found


def from_json(found: Json) -> Share:
    return _SHARES.validate_python(found)


def cut(title: str, place: str, is_remote: bool, settings: RunSettings, tasks: Sequence[DocumentTask], size: int) -> list[Share]:
    """The tasks in shares of at most `size` documents."""
    parts = [tuple(tasks[n : n + size]) for n in range(0, len(tasks), size)]
    return [Share(f"{title} {n}/{len(parts)}", place, is_remote, settings, part) for n, part in enumerate(parts, start=1)]


def hand_in(share: Share, entry: Entry, order: int) -> None:
    """Lay a document's entry where the run that gave out the share looks for it."""
    system, root = open_place(share.place)
    system.makedirs(f"{root}/{FOLDER}", exist_ok=True)
    half, whole = f"{root}/{FOLDER}/{order}.half", f"{root}/{FOLDER}/{order}.json"
    system.pipe_file(half, entry.model_dump_json(by_alias=True).encode())
    system.mv(half, whole)


def collect(place: str) -> Iterator[tuple[int, Entry]]:
    """Entries handed in since the last look, by the order of their documents; each is taken away."""
    system, root = open_place(place)
    folder = f"{root}/{FOLDER}"
    system.invalidate_cache()
    if not system.exists(folder):
        return
    for path in sorted(system.ls(folder, detail=False)):
        if path.endswith(".json"):
            order = int(path.rsplit("/", 1)[-1].removesuffix(".json"))
            yield order, Entry.model_validate_json(system.cat_file(path))
            system.rm_file(path)


def clear(place: str) -> None:
    """Forget entries that a broken-off run left."""
    system, root = open_place(place)
    if system.exists(f"{root}/{FOLDER}"):
        system.rm(f"{root}/{FOLDER}", recursive=True)
