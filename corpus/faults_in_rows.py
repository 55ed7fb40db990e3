# ruff: noqa: E501 - one planted thing, one block of lines
"""Faults planted in the action table. Each maker changes the draft, notes the flag and says whether it could."""

from __future__ import annotations

from corpus.dates import MONTHS
from corpus.draft import Draft
from corpus.planting import flag, lower_first, stranger, take_row

DENIALS = (
    "belum menerapkan sistem pelaporan pelanggaran", "belum melaksanakan survei kepuasan masyarakat",
    "tidak menindaklanjuti pengaduan masyarakat", "belum mengimplementasikan kode etik pegawai", "tidak mengendalikan gratifikasi",
    "belum menetapkan standar pelayanan", "belum membentuk satuan tugas pengendalian",
)  # fmt: skip


def stale_schedule(draft: Draft) -> bool:
    row = take_row(draft, "schedule")
    if row is None or draft.layout.schedule != "words":
        return False
    row.schedule = f"{draft.dice.choice(MONTHS)} {draft.year - draft.dice.randint(2, 4)}"
    return flag(draft, "stale_year", row.schedule, f"the plan is for {draft.year}", "schedule", (row,))


def stale_evidence(draft: Draft) -> bool:
    row = take_row(draft, "evidence")
    if row is None:
        return False
    text = (
        f"{draft.dice.choice(('kegiatan', 'rapat pokja', 'pelatihan', 'survei'))} tahun {draft.year - draft.dice.randint(3, 5)}"
    )
    row.evidences[-1] += f", {text}"
    return flag(draft, "stale_year", text, f"the plan is for {draft.year}", "evidence", (row,))


def bad_schedule(draft: Draft) -> bool:
    row = take_row(draft, "schedule")
    if row is None or draft.layout.schedule != "words":
        return False
    year = str(draft.year)
    row.schedule = draft.dice.choice((
        f"Desember {year[:2]}{year[3]}", f"Juni, November {year[:3]}", f"31 September {year}", f"30 Februari {year}",
        f"Agustus s.d. Februari {year}", f"Maret {year}{year[3]}",
    ))  # fmt: skip
    return flag(draft, "bad_date", row.schedule, "no such date, or the end before its start", "schedule", (row,))


def bad_date_in_evidence(draft: Draft) -> bool:
    row = take_row(draft, "evidence")
    if row is None:
        return False
    text = f"{draft.dice.choice(('31 April', '31 Juni', '30 Februari', '32 Januari', '31 November'))} {draft.year}"
    row.evidences[-1] += f" tanggal {text}"
    return flag(draft, "bad_date", text, "no such day", "evidence", (row,))


def stranger_in_row(draft: Draft) -> bool:
    row = take_row(draft, "action")
    if row is None:
        return False
    other = stranger(draft)
    row.actions[-1] += f" di lingkungan {other.name}"
    return flag(draft, "foreign_agency", other.name, "another agency", "action", (row,))


def denial_in_row(draft: Draft) -> bool:
    row = take_row(draft, "action")
    if row is None:
        return False
    text = draft.dice.choice(DENIALS)
    row.actions[:] = [f"Unit kerja {text}"]
    return flag(draft, "contradiction", text, "denies what the row should show", "action", (row,))


def action_as_evidence(draft: Draft) -> bool:
    row = take_row(draft, "evidence")
    if row is None:
        return False
    noun = draft.dice.choice(("laporan", "dokumen", "matriks", "daftar")) + " " + lower_first(row.component).replace("zi", "ZI")
    row.actions[:] = [f"{draft.dice.choice(('Menyusun', 'Membuat', 'Menyiapkan'))} {noun}"]
    row.evidences[:] = [noun[:1].upper() + noun[1:]]
    return flag(
        draft,
        "duplicate_cell",
        row.actions[0],
        "action and evidence are equal after the leading verb",
        "action and evidence",
        (row,),
    )


def repeated_row(draft: Draft) -> bool:
    one, two = take_row(draft, "evidence"), take_row(draft, "evidence")
    if one is None or two is None:
        return False
    two.actions[:], two.evidences[:] = one.actions, one.evidences
    return flag(
        draft,
        "duplicate_cell",
        one.actions[0],
        "action and evidence repeat another row's",
        "action and evidence",
        (one, two),
    )


def blank_schedule(draft: Draft) -> bool:
    row = take_row(draft, "schedule")
    if row is None:
        return False
    row.schedule = draft.dice.choice(("", "-"))
    return flag(draft, "empty_cell", row.schedule, "no time", "schedule", (row,))


def blank_evidence(draft: Draft) -> bool:
    row = take_row(draft, "evidence")
    if row is None:
        return False
    row.evidences[:] = draft.dice.choice(([], ["-"]))
    return flag(draft, "empty_cell", row.evidence, "no evidence", "evidence", (row,))


def weak_action(draft: Draft) -> bool:
    row = take_row(draft, "action")
    if row is None:
        return False
    row.actions[:] = [f"Melaksanakan {lower_first(row.indicator)}"]
    return flag(draft, "weak_row", row.actions[0], "the action only restates the indicator", "action", (row,))


def weak_evidence(draft: Draft) -> bool:
    row = take_row(draft, "evidence")
    if row is None:
        return False
    row.evidences[:] = [draft.dice.choice(("Ada", "Sudah dilaksanakan", "Terlampir"))]
    return flag(draft, "weak_row", row.evidence, "the evidence names no document", "evidence", (row,))


def skipped_component(draft: Draft) -> bool:
    if draft.layout.numbering != "component" or draft.layout.component in ("line", "row"):
        return False
    areas = [(r.part, r.area) for r in draft.rows]
    last = max((r for r in draft.rows if areas.count((r.part, r.area)) > 3), key=lambda r: int(r.number), default=None)
    if last is None or int(last.number) < 2:
        return False
    old = last.number
    for row in draft.rows:
        if (row.part, row.area, row.component) == (last.part, last.area, last.component):
            row.number = str(int(old) + 1)
    return flag(draft, "numbering", f"{int(old) + 1} {last.component}", f"number {old} is skipped", "action table", (last,))


def no_area(draft: Draft) -> bool:
    area = draft.dice.choice((2, 3, 4, 5))
    gone = [row for row in draft.rows if row.area == area]
    if any(row is t for row in gone for t in draft.touched):
        return False
    draft.rows[:] = [row for row in draft.rows if row.area != area]
    return flag(draft, "missing_part", "", f"area {area} has no rows", "action table")
