"""Wraps, broken words and hyphens."""

from __future__ import annotations

import pytest

from extractors.document import Line
from extractors.folding import Vocabulary, fold_lines
from tests.extractors.drawing import LETTER_POINTS, words


def line(text: str) -> Line:
    placed = words(text, 0, 0)
    return Line(text, (0, 0, placed[-1].box[2], 10), tuple(placed))


VOCABULARY = Vocabulary([line("di pelayanan publik kepada masyarakat dengan survei pembangunan zona integritas")])


@pytest.mark.parametrize(
    ("name", "lines", "letters", "folded"),
    [
        ("nothing", [], 10, ""),
        ("a wrap is a blank", ["Menyusun laporan", "pelayanan"], 20, "Menyusun laporan pelayanan"),
        ("blanks are folded", ["a  b", "c"], 20, "a b c"),
        ("a word broken in a narrow cell", ["Pemba", "ngunan zona"], 5, "Pembangunan zona"),
        ("a word of capitals broken", ["PERUBA", "HAN"], 6, "PERUBAHAN"),
        ("two words that fill their lines", ["pelayanan", "publik"], 9, "pelayanan publik"),
        ("a roman numeral broken", ["II", "I"], 2, "III"),
        ("room was left, so no break", ["Pemba", "ngunan"], 12, "Pemba ngunan"),
        ("a hyphen that parts a word", ["pemba-", "ngunan"], 30, "pembangunan"),
        ("a reduplication", ["target-", "target prioritas"], 30, "target-target prioritas"),
        ("a reduplication with affixes", ["serendah-", "rendahnya"], 30, "serendah-rendahnya"),
        ("a range of months", ["Januari-", "desember 2024"], 30, "Januari-desember 2024"),
        ("a range of years", ["2015-", "2019"], 30, "2015-2019"),
        ("a name keeps its hyphen", ["SP4N-", "LAPOR!"], 30, "SP4N-LAPOR!"),
        ("a dash between blanks stays", ["Januari -", "Maret"], 30, "Januari - Maret"),
        ("a soft hyphen goes", ["pelaya\u00ad", "nan"], 30, "pelayanan"),
        ("only a dash", ["-"], 5, "-"),
    ],
)
def test_fold(name: str, lines: list[str], letters: int, folded: str) -> None:
    width = letters * LETTER_POINTS
    assert fold_lines([line(t) for t in lines], width, VOCABULARY) == folded, name


def test_a_narrow_letter_broken_off_takes_more_room_than_its_ink() -> None:
    head, tail = line("sosialisas"), Line("i", (0, 12, 1, 22))
    assert fold_lines([head, tail], 10.6 * LETTER_POINTS, VOCABULARY) == "sosialisasi"


def test_prose_has_no_narrow_cells() -> None:
    assert fold_lines([line("Pemba"), line("ngunan")], None, VOCABULARY) == "Pemba ngunan"
