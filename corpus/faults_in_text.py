# ruff: noqa: E501 - one planted thing, one block of lines
"""Faults planted in prose, headings, decree and annexes. Each maker changes the draft, notes the flag and says whether it could."""

from __future__ import annotations

from corpus.dates import MONTHS
from corpus.draft import Draft
from corpus.faults_in_rows import DENIALS
from corpus.planting import add_prose, flag, stranger


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


def signed_years_before(draft: Draft) -> bool:
    """The decree, or where there is none the plan, bears a day of two or three years before: an older one was written over."""
    printed = draft.decree.printed_date if draft.decree else draft.printed_plan_date
    if not printed:
        return False
    year = str(draft.year - draft.dice.randint(2, 3))
    old, text = str(draft.year), printed.replace(str(draft.year), year)
    if draft.decree:
        draft.decree.printed_date = draft.decree.annex_date = text
        draft.decree.date = draft.decree.date.replace(old, year)
    else:
        draft.printed_plan_date, draft.plan_date = text, draft.plan_date.replace(old, year)
    return flag(draft, "stale_year", text, f"the plan is for {draft.year}", "signature")


TITLES = (
    "Pemberantasan Tindak Pidana Korupsi", "Keterbukaan Informasi Publik", "Sistem Pengendalian Intern Pemerintah",
    "Road Map Reformasi Birokrasi 2020-2024", "Pelayanan Publik",
)  # fmt: skip
"""Titles of regulations, none of which is that of UU 28/1999 or Perpres 81/2010."""


def title_of_another(draft: Draft) -> bool:
    """A regulation of the legal basis cited by its number with the title of another."""
    places = [n for n, (short, _) in enumerate(draft.regulations) if short in ("UU 28/1999", "Perpres 81/2010")]
    at = draft.dice.choice(places)
    short, right = draft.regulations[at]
    said = right.split(" tentang ", 1)[0]
    wrong = f"{said} tentang {draft.dice.choice(TITLES)}"
    draft.regulations[at] = (short, wrong)
    basis = next(s for c in draft.chapters for s in c.sections if s.title == "Dasar Hukum")
    basis.passages[at].text = f"{wrong}."
    text = f"Nomor {wrong.split(' Nomor ', 1)[1]}"
    return flag(draft, "superseded_regulation", text, f"the title of another regulation; {short} is {right}", "legal basis")


def other_annex_number(draft: Draft) -> bool:
    decree = draft.decree
    if decree is None or decree.annex_number != decree.number:
        return False
    head, tail = decree.number.rsplit("/", 1)
    decree.annex_number = draft.dice.choice((f"{head}/{int(tail) - 2}", decree.number.replace("/4", "/5", 1)))
    return flag(draft, "decree_mismatch", decree.annex_number, f"the decree is numbered {decree.number}", "annex of the decree")


def other_annex_date(draft: Draft) -> bool:
    decree = draft.decree
    if decree is None or decree.annex_date != decree.printed_date or str(draft.year) not in decree.printed_date:
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


def stranger_in_prose(draft: Draft) -> bool:
    other = stranger(draft)
    text = draft.dice.choice((
        f"Semua pegawai {other.name} wajib menaati rencana kerja ini.",
        f"Pembangunan Zona Integritas di {other.name} dimulai dari loket layanan.",
    ))  # fmt: skip
    return flag(draft, "foreign_agency", other.name, "another agency", add_prose(draft, text))


def stranger_in_title(draft: Draft) -> bool:
    annexed = [t for t in draft.tables if t.place == "lampiran"]
    if not annexed:
        return False
    other = stranger(draft)
    annexed[-1].title += f" {other.name.upper()}"
    return flag(draft, "foreign_agency", other.name.upper(), "another agency in the title of an annex", "annex")


def denial_in_prose(draft: Draft) -> bool:
    text = draft.dice.choice(DENIALS)
    where = add_prose(
        draft, f"Pada area ini {draft.agency.name} telah menugasi pokja, {text}, dan melaporkannya kepada pimpinan."
    )
    return flag(draft, "contradiction", text, "denies what the plan should show", where)


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


def no_closing(draft: Draft) -> bool:
    if draft.chapters[-1].label != "BAB IV":
        return False
    del draft.chapters[-1]
    return flag(draft, "missing_part", "", "the closing chapter is absent", "BAB IV")


def lost_cover(draft: Draft) -> bool:
    if not draft.layout.cover or draft.decree is None:
        return False
    draft.lost_page = 1
    return flag(draft, "unread_page", "", "the scanner swallowed the page", "page 1", formats=("scan",))
