"""Sentences become the same stems whatever their form, and what they assert is told from what they name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonical.compound import sentences_of
from canonical.cues import read_cues
from canonical.features import index, read_sentences
from canonical.spelling import rejoin, spell
from canonical.wording import fold, root, terms_of, unify, words_of


def test_a_cue_that_must_be_asserted_is_not_met_by_naming_it() -> None:
    cues = [cue for pair in read_cues().values() for cue in (*pair.needs, *pair.claims)]
    assert any(cue.asserted for cue in cues) and any(cue.stems for cue in cues)
    assert [cue for cue in cues if cue.stems & cue.asserted] == []
    assert not any(word.endswith("!") for cue in cues for word in cue.stems | cue.asserted)


SAME_ROOT = [
    ("penerapan", "diterapkan"),
    ("menerapkan", "terapkan"),
    ("pengaduan", "mengadu"),
    ("memantau", "dipantau"),
    ("penyusunan", "susunan"),
    ("penilaian", "menilai"),
    ("ditindaklanjuti", "menindaklanjuti"),
    ("disosialisasikan", "sosialisasi"),
    ("dimutakhirkan", "pemutakhiran"),
    ("penempatan", "ditempatkan"),
    ("keterlibatan", "terlibat"),
]


@pytest.mark.parametrize(("one", "other"), SAME_ROOT)
def test_forms_share_a_root(one: str, other: str) -> None:
    assert root(one) == root(other)


APART = [("evaluasi", "efisiensi"), ("sosialisasi", "internalisasi"), ("penetapan", "penempatan"), ("kompetensi", "kompensasi")]


@pytest.mark.parametrize(("one", "other"), APART)
def test_near_words_stay_apart(one: str, other: str) -> None:
    assert root(one) != root(other)


SAME_STEMS = [
    ("Evaluasi atas penerapan WBS sudah dilakukan", "Telah dilakukan evaluasi atas penerapan Whistle Blowing System"),
    ("Monev pembangunan ZI", "Pemantauan dan evaluasi pembangunan Zona Integritas"),
    ("Hasil survey kepuasan masyarakat", "Hasil SKM"),
    ("SOP telah di evaluasi", "Prosedur operasional tetap telah dievaluasi"),
    ("a. Terdapat inovasi pelayanan", "Terdapat inovasi pelayanan"),
]


@pytest.mark.parametrize(("one", "other"), SAME_STEMS)
def test_sentences_share_their_stems(one: str, other: str) -> None:
    a, b = read_sentences([one, other])
    assert a.stems - {"laksana"} == b.stems - {"laksana"}


ASSERTED = [
    ("Telah dilakukan evaluasi atas penerapan WBS", "evaluasi", "terap"),
    ("Hasil evaluasi telah ditindaklanjuti", "tindaklanjut", "evaluasi"),
    ("Penerapan WBS telah dievaluasi", "evaluasi", "terap"),
    ("Kebutuhan pegawai yang disusun mengacu pada peta jabatan", "acu", "susun"),
    ("Survei kepuasan telah dilakukan dan ditindaklanjuti", "survei", "puas"),
]


@pytest.mark.parametrize(("text", "said", "named"), ASSERTED)
def test_assertions(text: str, said: str, named: str) -> None:
    asserted = {t.stem for t in terms_of(unify(words_of(fold(text)))) if t.asserted}
    assert said in asserted and named not in asserted


MENDED = [
    ("Te1ah dilakukan evaiuasi atas penerapan Whlstle Blowing Systern", "P.5.iv.b"),
    ("Kebljakan tentang keterbukaan lnformasi publik telah diterapkan", "P.2.iii.a"),
    ("Telahdilakukan penilaian risiko atas pelaksanaankebijakan", "P.5.ii.b"),
    ("Peng aduan masyarakat ditindak lanjuti", "P.5.iii.b"),
]


@pytest.mark.parametrize(("damaged", "code"), MENDED)
def test_misread_words_are_mended(damaged: str, code: str) -> None:
    whole = next(e.sentence for e in index().entries if e.indicator.code == code)
    assert read_sentences([damaged])[0].stems == whole.stems


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        (["peng", "aduan", "masyarakat"], ["pengaduan", "masyarakat"]),
        (["satu", "per", "temuan"], ["satu", "per", "temuan"]),
        (["aduan"], ["aduan"]),
    ],
    ids=["one half unknown", "two words that would be a third", "alone"],
)
def test_only_halves_of_words_are_joined(words: list[str], joined: list[str]) -> None:
    assert rejoin(words) == joined


def test_no_word_is_more_than_surely_another() -> None:
    spelled = spell(["telahdilakukan", "evaiuasi", "5op", "penilaian"])
    assert sorted(spelled) == ["5op", "evaiuasi", "telahdilakukan"]
    assert all(0 < s.sure < 1 for s in spelled.values())


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("\na. SOP mengacu peta\nb. SOP telah diterapkan", ["a. SOP mengacu peta", "b. SOP telah diterapkan"]),
        ("SOP telah dievaluasi; ; segera", ["SOP telah dievaluasi segera"]),
        ("SOP telah diterapkan. Tindak lanjutnya ada", ["SOP telah diterapkan", "Tindak lanjutnya ada"]),
        ("", []),
    ],
    ids=["blank line first", "a word alone", "a full stop", "nothing"],
)
def test_sentences_of_a_cell(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    sentence = read_sentences([text])[0]
    assert sentence.asserted <= sentence.stems
