"""What happened to files as statuses, and statuses as exit codes."""

from __future__ import annotations

import errno
import os

import pytest

from extractors.errors import (
    DocumentError,
    EmptyFile,
    EncryptedFile,
    NotAFile,
    NotPermitted,
    UnreadableFile,
    UnsupportedFormat,
    VanishedFile,
)
from flows.statuses import ExitCode, exit_code, fault_of_file, sentence_for_machine, status_of
from pipeline.records import Status


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        (["done"], ExitCode.ALL_DONE),
        (["done", "review", "duplicate"], ExitCode.ALL_DONE),
        (["duplicate"], ExitCode.ALL_DONE),
        (["encrypted", "duplicate"], ExitCode.SOME_NOT_DONE),
        (["done", "unreadable"], ExitCode.SOME_NOT_DONE),
        (["review", "no_action_table"], ExitCode.SOME_NOT_DONE),
        (["no_action_table"], ExitCode.NONE_DONE),
        (["unreadable", "unsupported", "encrypted", "timed_out", "failed"], ExitCode.NONE_DONE),
        ([], ExitCode.NONE_DONE),
    ],
)
def test_exit_codes(statuses: list[Status], code: ExitCode) -> None:
    assert exit_code(statuses) is code


@pytest.mark.parametrize(
    ("error", "status"),
    [(EmptyFile, "unreadable"), (UnreadableFile, "unreadable"), (UnsupportedFormat, "unsupported"), (EncryptedFile, "encrypted")],
)
def test_an_error_s_status(error: type[DocumentError], status: Status) -> None:
    assert status_of(error()) == status


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOENT, VanishedFile),
        (errno.ELOOP, NotAFile),
        (errno.EACCES, NotPermitted),
        (errno.EIO, UnreadableFile),
        (errno.ENOSPC, None),
        (errno.ENOMEM, None),
    ],
    ids=[
        "gone",
        "a link in a ring",
        "no right to read",
        "a bad disk",
        "a full disk is the machine's",
        "no memory is the machine's",
    ],
)
def test_whose_fault_an_error_in_reading_is(number: int, fault: type[DocumentError] | None) -> None:
    assert type(fault_of_file(OSError(number, os.strerror(number)))) is (fault or type(None))


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "kosongkan sebagian"),
        (errno.EROFS, "hanya dapat dibaca"),
        (errno.EACCES, "pilih folder lain"),
        (errno.EMFILE, os.strerror(errno.EMFILE)),
    ],
    ids=["full", "read-only", "no right to write", "something else"],
)
def test_what_a_person_can_do_about_the_machine(number: int, advice: str) -> None:
    assert advice in sentence_for_machine(OSError(number, os.strerror(number)))
