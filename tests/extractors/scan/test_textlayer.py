"""Which text layers are language and which are ruins."""

from __future__ import annotations

import pytest

from extractors.document import Word
from extractors.scan.textlayer import is_known, is_usable

PROSE = "Telah dilakukan monitoring dan evaluasi terhadap pelaksanaan kegiatan pelayanan publik oleh tim kerja secara berkala"
SHIFTED = "".join(chr((ord(c) - 94) % 26 + 97) if c.isalpha() else c for c in PROSE.lower())

CASES = [
    ("sentences of a plan", PROSE, True),
    ("letters of a broken font, shifted", SHIFTED, False),
    ("codes without letters", " ".join(["(cid:12)(cid:44)(cid:3)"] * 20), False),
    ("a symbol font's private area", " ".join(["\ue012\ue013\ue020"] * 20), False),
    ("bullets among words", "\uf0b7 " + PROSE + " \uf0b7", True),
    (
        "a scanner's poor OCR",
        "Tc1ah di1akuk4n rnon!tor1ng d4n cva1u4si tcrhad4p pc1aks4na4n kcgi4tan pc1ay4nan pub1lk o1ch t!rn",
        False,
    ),
    ("names and posts", "No Nama Jabatan 1 Arif Lesmana Ketua 2 Dewi Anggraini Sekretaris 3 Budi Anggota Tim Kerja", True),
    ("figures of a table", "1 2 3 4 5 6 7 8 9 10 11 12 2024 2025", True),
    ("nothing", "", False),
]


@pytest.mark.parametrize("name, text, usable", CASES, ids=[case[0] for case in CASES])
def test_layer(name: str, text: str, usable: bool) -> None:
    assert is_usable([Word(part, (0.0, 0.0, 1.0, 1.0)) for part in text.split()]) is usable


@pytest.mark.parametrize("word", ["dilaksanakan", "pelaksanaan", "mengevaluasi", "pelayanannya", "berkala"])
def test_affixes_come_off(word: str) -> None:
    assert is_known(word)


@pytest.mark.parametrize("word", ["xqzt", "hdwdk", "brrgn"])
def test_noise_is_not_known(word: str) -> None:
    assert not is_known(word)
