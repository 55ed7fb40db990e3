"""What rows cover: near-twins, several codes, withdrawn and foreign rows, context, order, doubt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canonical.decide import Answer, match
from canonical.lists import Indicator, library
from canonical.matcher import Query

OFFICIAL = [i for r in library().regulations for i in r.indicators if not i.is_data_item and i.part != "hasil"]


def _one(text: str, component: str = "", area: int | None = None, part: str | None = None) -> Answer:
    return match([Query(text, component, area, part)])[0]


def _expected(indicator: Indicator) -> set[str]:
    if indicator.regulation == library().current.name:
        return {indicator.code}
    return set(library().crosswalk(indicator.regulation, library().current.name).successors(indicator.code))


@pytest.mark.parametrize("indicator", OFFICIAL, ids=lambda i: f"{i.regulation[12:14]}-{i.code}")
def test_official_sentences_in_their_place(indicator: Indicator) -> None:
    part = "pemenuhan" if indicator.part == "pengungkit" else indicator.part
    answer = _one(indicator.text, indicator.sub_name, indicator.area, part)
    assert set(answer.accepted) == _expected(indicator)
    assert len({v.via for v in answer.verdicts if v.decision == "accepted"}) <= 1


TWINS = [
    ("WBS telah diterapkan", {"P.5.iv.a"}),
    ("WBS telah dievaluasi", {"P.5.iv.b"}),
    ("Tindak lanjut atas hasil evaluasi WBS", {"P.5.iv.c"}),
    ("Evaluasi penanganan benturan kepentingan", {"P.5.v.d"}),
    ("Sosialisasi penanganan benturan kepentingan", {"P.5.v.b"}),
    ("SPBE terpadu mendorong layanan internal lebih cepat dan efisien", {"R.2.ii.b"}),
    ("SPBE terpadu mendorong layanan publik lebih cepat dan efisien", {"R.2.ii.a"}),
    ("Kompensasi untuk penerima layanan yang tidak dilayani sesuai standar", {"P.6.ii.d"}),
]


@pytest.mark.parametrize(("text", "codes"), TWINS)
def test_near_twins(text: str, codes: set[str]) -> None:
    assert set(_one(text).accepted) == codes


SEVERAL = [
    ("Rencana kerja disusun dan disosialisasikan", "Rencana Pembangunan Zona Integritas", ("P.1.ii.a", "P.1.ii.c")),
    ("WBS diterapkan, dievaluasi, dan hasil evaluasinya ditindaklanjuti", "WBS", ("P.5.iv.a", "P.5.iv.b", "P.5.iv.c")),
    ("Laporan kinerja tepat waktu serta memberikan informasi tentang kinerja", "", ("P.4.ii.e", "P.4.ii.f")),
]


@pytest.mark.parametrize(("text", "component", "codes"), SEVERAL)
def test_several_codes_in_list_order(text: str, component: str, codes: tuple[str, ...]) -> None:
    assert _one(text, component).accepted == codes


COMPOUND = [
    (
        "a. SOP berpedoman pada peta proses bisnis b. SOP telah diterapkan c. SOP telah dievaluasi",
        ("P.2.i.a", "P.2.i.b", "P.2.i.c"),
    ),
    ("Terdapat inovasi pelayanan;\nTerdapat sarana layanan terpadu", ("P.6.ii.e", "P.6.ii.f")),
    ("Inovasi telah mendorong perbaikan pelayanan publik pada:\n1. Persyaratan\n2. Waktu penyelesaian\n3. Biaya", ("R.6.i.a",)),
]


@pytest.mark.parametrize(("text", "codes"), COMPOUND)
def test_a_cell_of_several_sentences(text: str, codes: tuple[str, ...]) -> None:
    assert _one(text).accepted == codes


@pytest.mark.parametrize(
    "doubtful", ["Jumlah yang sudah melaporkan", "Whistle Blowing System sudah diinternalisasi"], ids=["in review", "withdrawn"]
)
def test_a_sure_sentence_speaks_for_its_cell(doubtful: str) -> None:
    """A second sentence that alone would wait for a person, or state what was withdrawn, changes nothing then."""
    assert _one(doubtful).accepted == ()
    for text in (f"Terdapat inovasi pelayanan;\n{doubtful}", f"{doubtful};\nTerdapat inovasi pelayanan"):
        answer = _one(text)
        assert ([v.decision for v in answer.verdicts], answer.withdrawn) == (["accepted"], None)


@pytest.mark.parametrize(
    "text", ["Whistle Blowing System sudah diinternalisasi", "Terdapat SOP bagi pelaksanaan standar pelayanan"]
)
def test_withdrawn_indicators_cover_nothing_and_are_named(text: str) -> None:
    answer = _one(text)
    assert answer.accepted == () and answer.withdrawn is not None and answer.withdrawn.startswith("permenpanrb-52-2014 K.")


@pytest.mark.parametrize(
    "text", ["Lomba memancing antar pegawai", "Penanaman mangrove di pesisir", "Sewa tenda untuk bazar", "", "-"]
)
def test_foreign_rows_cover_nothing(text: str) -> None:
    answer = _one(text, "Pengendalian Gratifikasi", 5)
    assert answer.accepted == () and answer.withdrawn is None


@pytest.mark.parametrize(
    ("text", "area"), [("Evaluasi", None), ("Evaluasi", 2), ("Telah dilaksanakan evaluasi", 2), ("Pelatihan", 6)]
)
def test_one_word_without_its_component_is_left_to_a_person(text: str, area: int | None) -> None:
    answer = _one(text, area=area)
    assert answer.accepted == () and answer.in_review != ()


@pytest.mark.parametrize(
    ("component", "area", "code"), [("Whistle-Blowing System", 5, "P.5.iv.b"), ("Standar Operasional Prosedur", 2, "P.2.i.c")]
)
def test_one_word_under_its_component_is_enough(component: str, area: int, code: str) -> None:
    assert _one("Evaluasi", component, area).accepted == (code,)


def test_component_decides_what_the_words_leave_open() -> None:
    rows = [
        ("Whistle-Blowing System", "P.5.iv.c"),
        ("Penanganan Benturan Kepentingan", "P.5.v.e"),
        ("Pengaduan Masyarakat", "P.5.iii.d"),
    ]
    for component, code in rows:
        assert _one("Hasil evaluasi telah ditindaklanjuti", component, 5).accepted == (code,)


def test_a_text_of_another_matter_is_not_bent_to_its_component() -> None:
    assert _one("Pengendalian gratifikasi telah diimplementasikan", "Whistle-Blowing System", 5).accepted == ("P.5.i.b",)


def test_the_row_above_decides_between_equal_wordings() -> None:
    above = [library().current["R.1.i.a"].text, library().current["R.1.i.b"].text]
    read = match([Query(above[0], part="reform"), Query("Jumlah Perubahan yang dibuat", part="reform"),
                  Query(above[1], part="reform"), Query("Jumlah Perubahan yang dibuat", part="reform")])  # fmt: skip
    assert [a.accepted for a in read] == [("R.1.i.a",), ("R.1.i.a.2",), ("R.1.i.b",), ("R.1.i.b.1",)]


def test_equal_after_context_is_left_to_a_person() -> None:
    answer = _one("Jumlah yang sudah melaporkan", "Penyampaian Laporan Harta Kekayaan", 5, "reform")
    assert answer.accepted == () and set(answer.in_review) == {"R.5.iii.a.6", "R.5.iii.b.6"}


def test_via_names_the_older_sentence_only_where_it_is_nearer() -> None:
    old = _one("Pengelolaan akuntabilitas kinerja dilaksanakan oleh SDM yang kompeten")
    new = _one("Unit kerja telah berupaya meningkatkan kapasitas SDM yang menangani akuntabilitas kinerja")
    assert old.verdicts[0].via == "permenpanrb-52-2014 K.4.ii.h" and new.verdicts[0].via is None
    assert old.accepted == new.accepted == ("P.4.ii.h",)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([i.text for i in OFFICIAL]) | st.text(max_size=60), max_size=6))
def test_any_rows_give_one_answer_each(texts: list[str]) -> None:
    answers = match([Query(t) for t in texts])
    assert len(answers) == len(texts)
    for answer in answers:
        assert all(0 <= v.score <= 1 and v.reason.key for v in answer.verdicts)
        assert not set(answer.accepted) & set(answer.in_review)
