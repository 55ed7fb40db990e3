"""Which files a run finds, in what order, and what it says of those that cannot be opened."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from extractors.errors import EmptyFile, NotAFile, NotPermitted, TooLarge, VanishedFile
from flows.inputs import InputFile, NoInput, find_files
from flows.limits import Limits
from flows.planning import with_hash


def found(folder: Path, *inputs: Path, limits: Limits | None = None) -> list[InputFile]:
    return list(find_files(inputs or (folder,), folder / "hasil", limits or Limits()))


def names(files: list[InputFile]) -> list[str]:
    return [file.file for file in files]


def test_folders_are_searched_in_order_and_what_runs_wrote_is_left_out(tmp_path: Path) -> None:
    written = ("hasil/lama.pdf", "hasil/.renja/x.pdf", "kemarin/.renja/y.pdf", "kemarin/renja/feedback.docx")
    for place in ("b.pdf", "a/z.txt", "a/c.pdf", *written):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text("isi")
    assert names(found(tmp_path)) == ["c.pdf", "z.txt", "b.pdf"]


def test_a_file_given_twice_is_one(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_text("isi")
    assert names(found(tmp_path, file, tmp_path, file)) == ["a.pdf"]


def test_litter_is_left(tmp_path: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "~$rencana.docx", "._rencana.docx", "rencana.docx"):
        (tmp_path / name).write_text("isi")
    assert names(found(tmp_path)) == ["rencana.docx"]


def test_an_input_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(NoInput, match="tiada"):
        found(tmp_path, tmp_path / "tiada.pdf")


def test_faults_are_told_without_opening(tmp_path: Path) -> None:
    (tmp_path / "kosong.pdf").touch()
    os.mkfifo(tmp_path / "pipa.pdf")
    (tmp_path / "putus.pdf").symlink_to(tmp_path / "tiada")
    (tmp_path / "ulang.pdf").symlink_to(tmp_path / "ulang.pdf")
    (tmp_path / "besar.pdf").write_bytes(b"x" * 2_000_000)
    (tmp_path / "biasa.pdf").write_text("isi")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "soket.pdf"))
        faults = {f.file: type(f.fault) for f in found(tmp_path, limits=Limits(size=1))}
    assert faults == {
        "besar.pdf": TooLarge,
        "biasa.pdf": type(None),
        "kosong.pdf": EmptyFile,
        "pipa.pdf": NotAFile,
        "putus.pdf": VanishedFile,
        "soket.pdf": NotAFile,
        "ulang.pdf": NotAFile,
    }


def test_loops_of_links_end(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "naik").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "a" / "rencana.txt").write_text("isi")
    assert names(found(tmp_path)) == ["rencana.txt"]


def test_names_that_differ_only_in_bytes_have_keys_of_their_own(tmp_path: Path) -> None:
    for name in (b"\xff.pdf", b"\xfe.pdf"):
        (tmp_path / os.fsdecode(name)).write_text("isi")
    files = found(tmp_path)
    assert len({f.key for f in files}) == 2
    assert {f.file for f in files} == {"\ufffd.pdf"}


def test_no_permission(tmp_path: Path) -> None:
    locked = tmp_path / "terkunci.pdf"
    locked.write_text("isi")
    locked.chmod(0)
    if os.access(locked, os.R_OK):  # root reads everything: ask as nobody
        child = os.fork()
        if child == 0:
            tmp_path.chmod(0o755)
            os.seteuid(65534)
            os._exit(0 if _fault_as_nobody(locked) else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    else:
        assert isinstance(found(tmp_path)[0].fault, NotPermitted)


def _fault_as_nobody(path: Path) -> bool:
    return isinstance(with_hash(InputFile(str(path), path.name, path))[0].fault, NotPermitted)
