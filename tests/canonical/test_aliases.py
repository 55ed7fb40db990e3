"""Aliases decide before scores do, survive re-teaching, and refuse what is no code."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from canonical.aliases import AliasError, read_aliases, read_pairs, teach
from canonical.decide import match
from canonical.matcher import Query
from flows.commands.match import app

TEXT = "Barisan pembaharu kantor telah dikukuhkan oleh pimpinan"


def _match(text: str, path: Path) -> tuple[str, ...]:
    return match([Query(text)], read_aliases(path))[0].accepted


def test_an_alias_decides_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "aliases.csv"
    assert _match(TEXT, path) != ("P.1.iv.b",)
    assert teach(path, [(TEXT, "P.1.iv.b")]) == 1
    answer = match([Query(TEXT.upper())], read_aliases(path))[0]
    assert answer.accepted == ("P.1.iv.b",) and "confirmed" in answer.verdicts[0].reason.key


def test_near_exact_and_several_codes(tmp_path: Path) -> None:
    path = tmp_path / "aliases.csv"
    teach(path, [(TEXT, "P.1.iv.b"), (TEXT, "P.1.iv.c")])
    assert _match(TEXT.replace("kantor", "kant0r"), path) == ("P.1.iv.b", "P.1.iv.c")
    assert _match("Barisan pegawai", path) != ("P.1.iv.b", "P.1.iv.c")


def test_a_letter_lost_changes_no_alias(tmp_path: Path) -> None:
    path = tmp_path / "aliases.csv"
    teach(path, [("rapat berkala seluruh pokja", "P.6.v.c")])
    assert _match("rapat berkala seluruh pokj", path) == ("P.6.v.c",)


def test_none_silences_and_later_teaching_replaces(tmp_path: Path) -> None:
    path = tmp_path / "aliases.csv"
    teach(path, [("WBS telah diterapkan", "none")])
    assert _match("WBS telah diterapkan", path) == ()
    teach(path, [("WBS telah diterapkan", "P.5.iv.a")])
    assert _match("WBS telah diterapkan", path) == ("P.5.iv.a",)


def test_an_alias_of_several_sentences_decides_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "aliases.csv"
    text = "WBS telah diterapkan\nPengendalian gratifikasi telah diimplementasikan"
    assert _match(text, path) == ("P.5.i.b", "P.5.iv.a")
    teach(path, [(text, "P.1.iv.b")])
    assert _match(text, path) == ("P.1.iv.b",)


def test_teaching_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "aliases.csv"
    teach(path, [(TEXT, "P.1.iv.b")])
    before = path.read_bytes()
    teach(path, [(TEXT, "P.1.iv.b")])
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", ["text,code\nSatu teks,P.9.z.a\n", "hanya teks\n", "teks,kode\n,P.1.i.a\n"])
def test_what_is_no_pair_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(AliasError):
        read_pairs(file)


def test_the_command_teaches_and_refuses(tmp_path: Path) -> None:
    good, bad, kept = tmp_path / "good.csv", tmp_path / "bad.csv", tmp_path / "aliases.csv"
    good.write_text(f"text,code\n{TEXT},P.1.iv.b P.1.iv.c\n", encoding="utf-8")
    bad.write_text(f"{TEXT},X.1\n", encoding="utf-8")
    runner = CliRunner()
    assert runner.invoke(app, ["teach", str(good), "--aliases", str(kept)]).exit_code == 0
    assert runner.invoke(app, ["teach", str(bad), "--aliases", str(kept)]).exit_code == 2
    assert _match(TEXT, kept) == ("P.1.iv.b", "P.1.iv.c")
