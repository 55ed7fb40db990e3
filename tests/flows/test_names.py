"""Names of folders: what any file may be called must become a harmless, unique name."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.names import FORBIDDEN, Names, printable, safe_stem

SHA = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("file", "stem"),
    [
        ("perkim.pdf", "perkim"),
        ("Renja ZI 2024.final.docx", "Renja ZI 2024.final"),
        (".hidden", "hidden"),
        ("baris\nbaru.pdf", "baris_baru"),
        ("a/../../b.txt", "b"),
        ("a\\..\\b.txt", "a_.._b"),
        ("con.pdf", "dokumen"),
        ("   .pdf", "dokumen"),
        ("....", "dokumen"),
        ("x" * 255 + ".pdf", "x" * 150),
        ("é" * 120 + ".pdf", "é" * 75),
        (os.fsdecode(b"rencana-\xff\xfe.pdf"), "rencana-\ufffd\ufffd"),
        ("\u202egnp.pdf", "_gnp"),
    ],
)
def test_stem(file: str, stem: str) -> None:
    assert safe_stem(file) == stem


@given(st.text(max_size=300))
def test_any_name_becomes_harmless(file: str) -> None:
    try:
        stem = safe_stem(file.replace("\0", ""))
    except UnicodeEncodeError:  # lone surrogates that no file system gives
        return
    assert stem
    assert not FORBIDDEN & set(stem)
    assert stem not in (".", "..")
    assert not stem.startswith(".")
    assert len(stem.encode()) <= 150


def test_first_to_arrive_keeps_its_stem() -> None:
    names = Names()
    given_names = [names.give("a.pdf", SHA), names.give("A.docx", "f" * 64), names.give("a.txt", SHA), names.give("b.pdf", SHA)]
    assert given_names == ["a", "A-ffffffff", "a-01234567", "b"]


def test_names_are_never_given_twice() -> None:
    names = Names(["lama"])
    many = [names.give("lama.pdf", SHA) for _ in range(5)]
    assert len(set(many) | {"lama"}) == 6


def test_the_run_keeps_its_own_files_names() -> None:
    assert Names().give("summary.json.pdf", SHA) == "summary.json-01234567"


def test_printable_keeps_unicode() -> None:
    assert printable("Gresik–Jombang.pdf") == "Gresik–Jombang.pdf"
