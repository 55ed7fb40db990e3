"""A remote output folder and its mirror: what is brought, what goes up in which order, what is taken away."""

from __future__ import annotations

import os
from pathlib import Path

import fsspec
import pytest

from extractors.errors import EmptyFile, TooLarge
from flows.inputs import MIB
from flows.limits import Limits
from flows.remote import RemoteFolder, find_remote_files


@pytest.fixture()
def far(tmp_path: Path) -> RemoteFolder:
    """A folder called by URL, with two documents and a book in it."""
    place = tmp_path / "jauh"
    for name, text in (("a/document.json", "satu"), ("b/document.json", "dua"), (".renja/manifest/a.json", "buku")):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text)
    return RemoteFolder(place.as_uri(), tmp_path / "cermin")


def test_a_mirror_gets_what_it_lacks_and_what_has_another_size(far: RemoteFolder) -> None:
    (far.out / "a").mkdir(parents=True)
    (far.out / "a" / "document.json").write_text("sepuluh")
    far.pull()
    assert {p.relative_to(far.out).as_posix(): p.read_text() for p in far.out.rglob("*") if p.is_file()} == {
        "a/document.json": "satu",
        "b/document.json": "dua",
        ".renja/manifest/a.json": "buku",
    }


def written_elsewhere(far: RemoteFolder, name: str, text: str) -> None:
    """A file that another machine put there a minute later."""
    there = Path(far.url.removeprefix("file://")) / name
    there.write_text(text)
    os.utime(there, (there.stat().st_mtime + 60,) * 2)


def test_what_another_machine_wrote_is_brought_though_it_is_as_long(far: RemoteFolder) -> None:
    far.pull()
    written_elsewhere(far, "a/document.json", "tiga")
    written_elsewhere(far, "b/document.json", "tri")
    far.pull_document("a")
    assert [(far.out / name / "document.json").read_text() for name in "ab"] == ["tiga", "dua"]
    far.pull()
    assert (far.out / "b" / "document.json").read_text() == "tri"


@pytest.mark.parametrize("way", ["brought", "put up"])
def test_what_the_mirror_has_is_not_brought_again(far: RemoteFolder, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    far.pull()
    if way == "put up":
        (far.out / "a" / "document.json").write_text("baru")
        far.push_document("a")
    system, _ = fsspec.core.url_to_fs(far.url)
    brought: list[str] = []
    monkeypatch.setattr(type(system), "get_file", lambda _, path, local: brought.append(path))
    far.pull()
    assert brought == []


def test_a_folder_that_is_not_there_yet_brings_nothing(tmp_path: Path) -> None:
    RemoteFolder((tmp_path / "tiada").as_uri(), tmp_path / "cermin").pull()
    assert not (tmp_path / "cermin").exists()


def test_a_document_goes_up_whole_its_record_last(far: RemoteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a replaced folder held beside does not stay."""
    there = Path(far.url.removeprefix("file://"))
    (there / "a" / "lama.html").write_text("lama")
    for name in ("document.json", "a.pdf", "gaps.html", "lke.xlsx"):
        (far.out / "a").mkdir(parents=True, exist_ok=True)
        (far.out / "a" / name).write_text(name)
    put: list[str] = []
    system, _ = fsspec.core.url_to_fs(far.url)
    whole = system.put_file

    def noted(_: object, local: str, path: str) -> None:
        put.append(path.rsplit("/", 1)[-1])
        whole(local, path)

    monkeypatch.setattr(type(system), "put_file", noted)
    far.push_document("a")
    assert put == ["a.pdf", "gaps.html", "lke.xlsx", "document.json"]
    assert sorted(p.name for p in (there / "a").iterdir()) == ["a.pdf", "document.json", "gaps.html", "lke.xlsx"]
    assert (there / "b" / "document.json").read_text() == "dua"


def test_empty_and_too_large_objects_are_not_brought(tmp_path: Path) -> None:
    inbox = tmp_path / "masuk"
    inbox.mkdir()
    for name, size in (("1-kosong.txt", 0), ("2-pas.txt", MIB), ("3-besar.txt", MIB + 1)):
        (inbox / name).write_bytes(b"x" * size)
    found = list(find_remote_files(inbox.as_uri(), tmp_path / "sini", Limits(size=1)))
    assert [type(file.fault) for file in found] == [EmptyFile, type(None), TooLarge]
    assert [file.path.is_file() for file in found] == [False, True, False]
