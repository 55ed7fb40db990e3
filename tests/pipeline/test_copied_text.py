"""Text shared by plans: copies are found, the regulation's words and boilerplate are not."""

from __future__ import annotations

import pytest

from canonical.lists import library
from corpus.benchmark.kin import STANDARD_TEXTS
from pipeline.copied_text import find_copied_text
from pipeline.records import Coverage, Identity, MadeBy, PlanRecord, Source
from tests.pipeline.checks.plans import row

SECRET = (
    "Petugas loket arsip menyambut pemohon dengan salam, mencatat keperluannya pada lembar hijau, lalu mengantarnya ke ruang baca "
    "sebelum pukul sepuluh pagi"
)
COMMON = "Rencana kerja ini disusun agar seluruh pegawai memahami tugasnya dan bekerja dengan jujur, sigap, ramah, serta bertanggung jawab"
FILLERS = (
    "apel pagi dipimpin kepala seksi gudang utara",
    "rak besi dicat ulang oleh regu pemelihara taman kota lama",
    "kucing kantor diberi nama",
)


def record(agency: str, *actions: str) -> PlanRecord:
    rows = tuple(row(n, action=action) for n, action in enumerate(actions, 1))
    return PlanRecord(
        status="done",
        source=Source(file="a.pdf", sha256="0", format="pdf"),
        made_by=MadeBy(renja="0", settings="0"),
        plan=Identity(agency=agency),
        rows=rows,
        coverage=Coverage(),
    )


def test_finds_a_copied_passage_with_its_places() -> None:
    records = {"a": record("Dinas Arsip", SECRET, FILLERS[0]), "b": record("Dinas Pasar", FILLERS[1], f"Catatan: {SECRET}")}
    (pair,) = find_copied_text(records)
    assert pair.documents == ("a", "b")
    assert pair.share > 0.5
    assert pair.passages[0].text == SECRET
    assert [place.document for place in pair.passages[0].where] == ["a", "b"]


def test_the_regulations_own_words_are_no_copy() -> None:
    indicator = max((i.text for i in library().regulations[-1].indicators), key=len)
    records = {"a": record("Dinas Arsip", indicator), "b": record("Dinas Pasar", indicator)}
    assert find_copied_text(records) == ()


def test_boilerplate_of_most_plans_is_no_copy() -> None:
    names = ("Dinas Arsip", "Dinas Pasar", "Dinas Taman", "Dinas Air")
    records = {str(n): record(name, COMMON, f"{FILLERS[n % 3]} nomor {n}") for n, name in enumerate(names)}
    assert find_copied_text(records) == ()


@pytest.mark.parametrize("text", STANDARD_TEXTS, ids=[text[:30] for text in STANDARD_TEXTS])
def test_standard_texts_are_no_copy(text: str) -> None:
    """Also in a batch of two, where nothing can be seen to be common; what stands beside them still is."""
    records = {"a": record("Dinas Arsip", text, FILLERS[0]), "b": record("Dinas Pasar", text, FILLERS[1])}
    assert find_copied_text(records) == ()
    beside = {
        name: record(agency, f"{text} {SECRET}", FILLERS[n])
        for n, (name, agency) in enumerate((("a", "Dinas Arsip"), ("b", "Dinas Pasar")))
    }
    assert SECRET in find_copied_text(beside)[0].passages[0].text


def test_an_agencys_own_earlier_plan_is_no_copy() -> None:
    records = {"a": record("Dinas Arsip", SECRET), "b": record("DINAS ARSIP", SECRET)}
    assert find_copied_text(records) == ()


def test_short_turns_of_phrase_are_no_copy() -> None:
    phrase = "daftar hadir dan notula rapat pokja zona integritas"
    records = {"a": record("Dinas Arsip", phrase, FILLERS[0]), "b": record("Dinas Pasar", phrase, FILLERS[1])}
    assert find_copied_text(records) == ()


def test_the_largest_share_comes_first() -> None:
    other = (
        "Sore hari regu taman menyiram bunga di halaman depan dan menyapu daun kering yang jatuh dari pohon tua di sudut parkir"
    )
    records = {
        "a": record("Dinas Arsip", SECRET, other),
        "b": record("Dinas Pasar", SECRET, f"{FILLERS[0]} dan {FILLERS[1]}"),
        "c": record("Dinas Taman", other, COMMON, FILLERS[0], FILLERS[1], f"{COMMON} setiap hari kerja tanpa kecuali"),
        "d": record("Dinas Air", FILLERS[2]),
    }
    pairs = find_copied_text(records)
    assert [pair.documents for pair in pairs][:2] == [("a", "b"), ("a", "c")]
    assert pairs[0].share > pairs[1].share


def test_nothing_and_one_plan_share_nothing() -> None:
    assert find_copied_text({}) == ()
    assert find_copied_text({"a": record("Dinas Arsip", SECRET)}) == ()
