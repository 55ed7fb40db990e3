"""Denials of what a plan should show, and negations that are none."""

from __future__ import annotations

import pytest

from tests.pipeline.checks.plans import accusations, plan, row

DENIALS = [
    "Dinas Arsip belum mengimplementasikan pengendalian gratifikasi",
    "Unit kerja belum menerapkan sistem pelaporan pelanggaran",
    "Dinas Arsip tidak melakukan evaluasi standar pelayanan",
    "Kebijakan benturan kepentingan belum disosialisasikan",
    "Pimpinan belum memantau capaian kinerja secara berkala",
    "Survei kepuasan belum pernah dilaksanakan",
    "Unit kerja tidak menindaklanjuti pengaduan masyarakat",
    "Peta risiko belum disusun",
    "Agen perubahan belum ditetapkan",
    "Dokumen perencanaan tidak ada",
    "Standar pelayanan belum dimaklumatkan",
    "Unit kerja belum memiliki maklumat pelayanan",
]

NEGATIONS = [
    "Jika belum tersedia, petugas menyusun formulir baru",
    "Pegawai yang belum memiliki kode etik diberi salinan",
    "Bagi instansi yang belum menandatangani pakta integritas dapat melengkapinya",
    "Apabila layanan tidak sesuai standar, pemohon diberi kompensasi",
    "Sosialisasi agar pegawai tidak menerima gratifikasi",
    "Memasang banner tidak menerima gratifikasi di loket",
    "Komitmen untuk tidak melakukan pungutan liar",
    "Sanksi bagi pegawai yang tidak melaksanakan tugas",
    "Daftar temuan yang belum ditindaklanjuti",
    "Menurunkan jumlah aduan yang tidak ditindaklanjuti",
    "Mengidentifikasi risiko tidak tercapainya target",
    "Pelayanan tidak dipungut biaya",
    "Menyusun kebutuhan pegawai yang belum terpenuhi",
    "Tidak terdapat pungutan liar di ruang layanan",
]


@pytest.mark.parametrize("text", DENIALS)
def test_finds_denials(text: str) -> None:
    assert len(accusations("contradiction", plan(rows=[row(action=text)]))) == 1


@pytest.mark.parametrize("text", NEGATIONS)
def test_lets_negations_pass(text: str) -> None:
    assert accusations("contradiction", plan(rows=[row(action=text)])) == []


@pytest.mark.parametrize("header", ["kondisi saat ini", "permasalahan", "ket."])
def test_a_column_on_how_things_stand_may_tell_what_is_lacking(header: str) -> None:
    told = row(action="Menyusun peta risiko").model_copy(update={"extra": {header: "Belum tersedia peta risiko"}})
    assert accusations("contradiction", plan(rows=[told])) == []


def test_in_prose_the_siblings_must_affirm() -> None:
    items = [
        "i. Dinas telah memiliki SOP",
        "ii. Pengendalian gratifikasi belum diterapkan",
        "iii. Dinas telah melakukan evaluasi",
    ]
    assert len(accusations("contradiction", plan(items))) == 1
    assert (
        accusations("contradiction", plan(["Reformasi birokrasi diperlukan.", "Kesadaran itu belum dimiliki banyak orang."]))
        == []
    )
