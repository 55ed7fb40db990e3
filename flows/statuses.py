"""The one place that turns what happened to files into statuses, and statuses into exit codes."""

from __future__ import annotations

import errno
from collections.abc import Collection
from enum import IntEnum
from typing import cast

from extractors.errors import DocumentError, NotAFile, NotPermitted, UnreadableFile, VanishedFile
from pipeline.records import Status

SUCCESSES: frozenset[Status] = frozenset({"done", "review", "duplicate"})
WITH_RECORD: frozenset[Status] = frozenset({"done", "review", "no_action_table"})

_OF_THE_FILE = {
    errno.ENOENT: VanishedFile,
    errno.ENOTDIR: VanishedFile,
    errno.ESTALE: VanishedFile,
    errno.ELOOP: NotAFile,
    errno.ENXIO: NotAFile,
    errno.EISDIR: NotAFile,
    errno.EACCES: NotPermitted,
    errno.EPERM: NotPermitted,
    errno.EIO: UnreadableFile,
    errno.EINVAL: UnreadableFile,  # a place before the file's beginning, to which its own directory points
}

_NO_FOLDER = (errno.ENOTDIR, errno.EEXIST, errno.EACCES, errno.EPERM, errno.ENOENT)


class ExitCode(IntEnum):
    """0 every file done, in review or a duplicate; 1 our own fault; 2 usage; 3 some files not done; 4 no file done."""

    ALL_DONE = 0
    OUR_FAULT = 1
    USAGE = 2
    SOME_NOT_DONE = 3
    NONE_DONE = 4


def exit_code(statuses: Collection[Status]) -> ExitCode:
    """The code of a run that came to its end."""
    done = sum(status in SUCCESSES for status in statuses)
    if done == 0:
        return ExitCode.NONE_DONE
    return ExitCode.ALL_DONE if done == len(statuses) else ExitCode.SOME_NOT_DONE


def status_of(error: DocumentError) -> Status:
    return cast(Status, error.status)


def fault_of_file(error: OSError) -> DocumentError | None:
    """What an operating system's error in reading an input says of the file; None where the machine is at fault."""
    kind = _OF_THE_FILE.get(error.errno or 0)
    return kind() if kind else None


def sentence_for_machine(error: OSError) -> str:
    """What a person can do about an error of the machine, not of a document."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Ruang penyimpanan penuh; kosongkan sebagian lalu jalankan lagi, yang sudah selesai tidak diulang."
    if error.errno == errno.EROFS:
        return "Folder keluaran hanya dapat dibaca; pilih folder lain dengan --out."
    if error.errno in _NO_FOLDER:
        return "Folder keluaran tidak dapat dibuat atau ditulisi di tempat itu; pilih folder lain dengan --out."
    return f"Kesalahan sistem saat menulis hasil: {error.strerror or error}; jalankan lagi untuk melanjutkan."
