# ruff: noqa: E501 - wordings and tables are easier to check on one line
"""Tables that are not the action table: team members, scores, targets, monitoring, attendance."""

from __future__ import annotations

from corpus.agencies import invent_person
from corpus.draft import Draft, OtherTable

AREAS = (
    "Manajemen Perubahan", "Penataan Tatalaksana", "Penataan Sistem Manajemen SDM", "Penguatan Akuntabilitas", "Penguatan Pengawasan",
    "Peningkatan Kualitas Pelayanan Publik",
)  # fmt: skip


def team(draft: Draft) -> OtherTable:
    roles = ["Penanggung jawab", "Ketua", "Sekretaris", *(f"Koordinator Pokja {a}" for a in AREAS)]
    people = [draft.head, draft.leader, *(invent_person(draft.dice, draft.year) for _ in roles[2:])]
    rows = [(f"{n}.", role, person.name) for n, (role, person) in enumerate(zip(roles, people, strict=True), 1)]
    return OtherTable(
        "SUSUNAN TIM PEMBANGUNAN ZONA INTEGRITAS", (0.1, 0.45, 0.45), ("No", "Jabatan dalam Tim", "Nama"), rows, "lampiran"
    )


def scores(draft: Draft) -> OtherTable:
    rows = [
        (str(n), area, f"{draft.dice.uniform(2, 7):.2f}".replace(".", ","), f"{draft.dice.uniform(5, 8):.2f}".replace(".", ","))
        for n, area in enumerate(AREAS, 1)
    ]
    return OtherTable("Nilai penilaian mandiri", (0.1, 0.5, 0.2, 0.2), ("No", "Area Perubahan", "Nilai", "Target"), rows, "bab2")


def targets(draft: Draft) -> OtherTable:
    goals = (
        "Waktu layanan maksimal 2 hari",
        "Semua aduan terjawab",
        "Nilai SKM sekurangnya 88",
        "Seluruh pegawai menandatangani pakta integritas",
    )
    rows = [(str(n), goal, draft.dice.choice(("Triwulan I", "Triwulan III", "Desember"))) for n, goal in enumerate(goals, 1)]
    return OtherTable("Target prioritas", (0.1, 0.6, 0.3), ("No", "Target Prioritas", "Waktu"), rows, "bab2")


def monitoring(draft: Draft) -> OtherTable:
    rows = [
        (
            str(n),
            area,
            f"{draft.dice.randint(2, 10)} dari {draft.dice.randint(10, 19)}",
            draft.dice.choice(("Berjalan", "Tuntas", "-")),
        )
        for n, area in enumerate(AREAS, 1)
    ]
    return OtherTable(
        "Formulir pemantauan pokja", (0.08, 0.42, 0.3, 0.2), ("No", "Area", "Bukti terkumpul", "Keterangan"), rows, "lampiran"
    )


def attendance(draft: Draft) -> OtherTable:
    rows = [
        (str(n), invent_person(draft.dice, draft.year).name, draft.dice.choice(("Staf", "Kasi", "Kasubbag")), "")
        for n in range(1, 9)
    ]
    return OtherTable(
        "DAFTAR HADIR RAPAT TIM", (0.08, 0.42, 0.25, 0.25), ("No", "Nama", "Jabatan", "Tanda Tangan"), rows, "lampiran"
    )


MAKERS = {"team": team, "scores": scores, "targets": targets, "monitoring": monitoring, "attendance": attendance}


def invent_tables(draft: Draft) -> None:
    draft.tables = [MAKERS[name](draft) for name in draft.layout.other_tables]
