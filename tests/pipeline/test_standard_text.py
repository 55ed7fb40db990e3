"""Standard sentences are told from an office's own."""

from __future__ import annotations

import pytest

from pipeline.standard_text import is_standard, standard_spans


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Zona Integritas (ZI) adalah predikat yang diberikan kepada instansi pemerintah.", True),
        ("a. Tim Penilai Nasional (TPN) adalah tim yang dibentuk untuk melakukan evaluasi.", True),
        ("Penguatan pengawasan bertujuan untuk meningkatkan penyelenggaraan organisasi yang bersih dan bebas KKN.", True),
        ("Unit Kerja yang selanjutnya disebut Unit adalah satuan kerja di instansi pemerintah.", True),
        ("Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar.", True),
        ("Apabila di kemudian hari terdapat kekeliruan akan diadakan perbaikan.", True),
        ("Dinas Arsip Kabupaten Oro merupakan perangkat daerah yang melayani peminjaman arsip.", False),
        ("Rencana kerja ini merupakan pegangan bagi seluruh pegawai.", False),
        ("Tujuannya adalah menyamakan langkah semua kelompok kerja.", False),
        ("Loket hijau adalah loket yang melayani lansia lebih dahulu.", False),
        ("Petugas menyambut pemohon dengan salam dan mencatat keperluannya.", False),
        ("Pengawasan loket dilakukan dua kali sehari oleh kepala seksi.", False),
        ("Dan untuk adalah", False),
        ("", False),
    ],
)
def test_which_sentences_any_office_may_write(sentence: str, expected: bool) -> None:
    assert is_standard(sentence) is expected


def test_only_the_standard_sentence_of_a_text_is_marked() -> None:
    text = "Loket dibuka pukul tujuh. Pelayanan publik adalah kegiatan pemenuhan kebutuhan.\nPetugas menyapa pemohon"
    assert [text[start:end].strip() for start, end in standard_spans(text)] == [
        "Pelayanan publik adalah kegiatan pemenuhan kebutuhan."
    ]
