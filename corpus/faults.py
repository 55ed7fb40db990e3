# ruff: noqa: E501 - one planted thing, one block of lines
"""The planted faults, by kind of finding. Each maker changes the draft, notes the flag and says whether it could."""

from __future__ import annotations

from collections.abc import Callable

from corpus.agencies import Agency, invent_agency
from corpus.dates import MONTHS
from corpus.draft import Draft
from corpus.planting import add_prose, flag, lower_first, take_row

Maker = Callable[[Draft], bool]


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


def stale_prose(draft: Draft) -> bool:
    year = draft.year - draft.dice.randint(2, 4)
    opening = draft.dice.choice(("Rencana aksi", "Rencana kerja", "Pembagian tugas pokja"))
    text = f"{opening} tahun {year} ini berlaku bagi semua bagian"
    where = add_prose(draft, f"{text} tanpa kecuali.")
    return flag(draft, "stale_year", text, f"the plan is for {draft.year}", where)


def stale_running_head(draft: Draft) -> bool:
    if not draft.running_head:
        return False
    draft.running_head = draft.running_head.replace(str(draft.year), str(draft.year - draft.dice.randint(2, 3)))
    return flag(
        draft, "stale_year", draft.running_head, f"the plan is for {draft.year}", "running head", formats=("pdf", "docx", "scan")
    )


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


def other_annex_number(draft: Draft) -> bool:
    decree = draft.decree
    if decree is None or decree.annex_number != decree.number:
        return False
    head, tail = decree.number.rsplit("/", 1)
    decree.annex_number = draft.dice.choice((f"{head}/{int(tail) - 2}", decree.number.replace("/4", "/5", 1)))
    return flag(draft, "decree_mismatch", decree.annex_number, f"the decree is numbered {decree.number}", "annex of the decree")


def other_annex_date(draft: Draft) -> bool:
    decree = draft.decree
    if decree is None or decree.annex_date != decree.printed_date:
        return False
    day, month, year = decree.printed_date.split(" ")
    decree.annex_date = (
        f"{int(day) % 27 + 1} {month} {year}"
        if draft.dice.random() < 0.5
        else f"{day} {MONTHS[(MONTHS.index(month) + 2) % 12]} {year}"
    )
    return flag(draft, "decree_mismatch", decree.annex_date, f"the decree is dated {decree.printed_date}", "annex of the decree")


def blank_annex_number(draft: Draft) -> bool:
    decree = draft.decree
    if decree is None or decree.annex_number != decree.number:
        return False
    decree.annex_number = ""
    return flag(draft, "decree_mismatch", "NOMOR :", f"left blank, the decree is numbered {decree.number}", "annex of the decree")


def _stranger(draft: Draft) -> Agency:
    while True:
        other = invent_agency(draft.dice)
        if other.region != draft.agency.region and other.unit != draft.agency.unit and other.kind != draft.agency.kind:
            return other


def stranger_in_row(draft: Draft) -> bool:
    row = take_row(draft, "action")
    if row is None:
        return False
    other = _stranger(draft)
    row.actions[-1] += f" di lingkungan {other.name}"
    return flag(draft, "foreign_agency", other.name, "another agency", "action", (row,))


def stranger_in_prose(draft: Draft) -> bool:
    other = _stranger(draft)
    text = draft.dice.choice((
        f"Semua pegawai {other.name} wajib menaati rencana kerja ini.",
        f"Pembangunan Zona Integritas di {other.name} dimulai dari loket layanan.",
    ))  # fmt: skip
    return flag(draft, "foreign_agency", other.name, "another agency", add_prose(draft, text))


def stranger_in_title(draft: Draft) -> bool:
    annexed = [t for t in draft.tables if t.place == "lampiran"]
    if not annexed:
        return False
    other = _stranger(draft)
    annexed[-1].title += f" {other.name.upper()}"
    return flag(draft, "foreign_agency", other.name.upper(), "another agency in the title of an annex", "annex")


DENIALS = (
    "belum menerapkan sistem pelaporan pelanggaran", "belum melaksanakan survei kepuasan masyarakat",
    "tidak menindaklanjuti pengaduan masyarakat", "belum mengimplementasikan kode etik pegawai", "tidak mengendalikan gratifikasi",
    "belum menetapkan standar pelayanan", "belum membentuk satuan tugas pengendalian",
)  # fmt: skip


def denial_in_prose(draft: Draft) -> bool:
    text = draft.dice.choice(DENIALS)
    where = add_prose(
        draft, f"Pada area ini {draft.agency.name} telah menugasi pokja, {text}, dan melaporkannya kepada pimpinan."
    )
    return flag(draft, "contradiction", text, "denies what the plan should show", where)


def denial_in_row(draft: Draft) -> bool:
    row = take_row(draft, "action")
    if row is None:
        return False
    text = draft.dice.choice(DENIALS)
    row.actions[:] = [f"Unit kerja {text}"]
    return flag(draft, "contradiction", text, "denies what the row should show", "action", (row,))


def repeated_section(draft: Draft) -> bool:
    sections = draft.chapters[1].sections
    sections[1].label = sections[0].label
    text = f"{sections[1].label} {sections[1].title}"
    return flag(draft, "numbering", text, f"a second section numbered {sections[1].label}", "BAB II")


def skipped_section(draft: Draft) -> bool:
    section = draft.chapters[0].sections[-1]
    skipped = section.label
    section.label = skipped.replace("4", draft.dice.choice("56")).replace("D", "E")
    if section.label == skipped:
        return False
    return flag(draft, "numbering", f"{section.label} {section.title}", f"no section {skipped} before it", "BAB I")


def skipped_item(draft: Draft) -> bool:
    items = draft.chapters[0].sections[1].passages
    if len(items) < 3:
        return False
    items[-1].label = f"{len(items) + 1}."
    text = f"{items[-1].label} {items[-1].text[:40].rsplit(' ', 1)[0]}"
    return flag(draft, "numbering", text, f"item {len(items)} is skipped", "BAB I 1.2")


def skipped_component(draft: Draft) -> bool:
    if draft.layout.numbering != "component" or draft.layout.component == "line":
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


def no_closing(draft: Draft) -> bool:
    if draft.chapters[-1].label != "BAB IV":
        return False
    del draft.chapters[-1]
    return flag(draft, "missing_part", "", "the closing chapter is absent", "BAB IV")


def no_area(draft: Draft) -> bool:
    area = draft.dice.choice((2, 3, 4, 5))
    gone = [row for row in draft.rows if row.area == area]
    if any(row is t for row in gone for t in draft.touched):
        return False
    draft.rows[:] = [row for row in draft.rows if row.area != area]
    return flag(draft, "missing_part", "", f"area {area} has no rows", "action table")


def lost_cover(draft: Draft) -> bool:
    if not draft.layout.cover or draft.decree is None:
        return False
    draft.lost_page = 1
    return flag(draft, "unread_page", "", "the scanner swallowed the page", "page 1", formats=("scan",))


FAULTS: dict[str, tuple[Maker, ...]] = {
    "missing_part": (no_closing, no_area),
    "stale_year": (stale_schedule, stale_evidence, stale_prose, stale_running_head),
    "bad_date": (bad_schedule, bad_date_in_evidence),
    "decree_mismatch": (other_annex_number, other_annex_date, blank_annex_number),
    "foreign_agency": (stranger_in_row, stranger_in_prose, stranger_in_title),
    "contradiction": (denial_in_prose, denial_in_row),
    "numbering": (repeated_section, skipped_section, skipped_item, skipped_component),
    "duplicate_cell": (action_as_evidence, repeated_row),
    "empty_cell": (blank_schedule, blank_evidence),
    "weak_row": (weak_action, weak_evidence),
    "unread_page": (lost_cover,),
}
"""`superseded_regulation` is planted where the citations are chosen, `copied_text` where plans meet (`corpus.make`)."""

CHANCE = {"missing_part": 0.5, "unread_page": 0.9, "decree_mismatch": 0.85}


def plant_faults(draft: Draft) -> None:
    """Each kind with its chance, one to three of the common ones."""
    for kind, makers in FAULTS.items():
        if draft.dice.random() >= CHANCE.get(kind, 0.65):
            continue
        chosen = draft.dice.sample(makers, k=min(len(makers), 1 if kind in CHANCE else draft.dice.randint(1, 3)))
        for maker in chosen:
            maker(draft)
