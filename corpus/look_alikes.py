# ruff: noqa: E501 - one planted thing, one block of lines
"""Planted look-alikes: what resembles a fault and is none. A finding on one of these is a false alarm."""

from __future__ import annotations

from collections.abc import Callable

from corpus.draft import Draft
from corpus.planting import add_prose, look_alike, take_row

Maker = Callable[[Draft], bool]


def told_history(draft: Draft) -> bool:
    text = f"sejak {draft.year - draft.dice.randint(3, 6)}"
    add_prose(draft, f"Ruang layanan {draft.agency.name} ditata bertahap {text} dan terus disempurnakan.")
    return look_alike(draft, "stale_year", text, "history told as such")


def range_with_plan_year(draft: Draft) -> bool:
    row = take_row(draft, "evidence")
    if row is None:
        return False
    start = draft.year - draft.dice.randint(1, 4)
    text = f"Renstra {start}{draft.dice.choice(('-', '–', ' - '))}{start + 5}"
    row.evidences[-1] += f", {text}"
    return look_alike(draft, "stale_year", text, "a range that holds the plan year")


def year_in_a_regulation(draft: Draft) -> bool:
    row = take_row(draft, "action")
    if row is None:
        return False
    short, text = draft.dice.choice((
        ("PermenPAN-RB 14/2017", "Peraturan Menteri PANRB Nomor 14 Tahun 2017"), ("UU 14/2008", "Undang-Undang Nomor 14 Tahun 2008"),
        ("", "ISO 9001:2015"),
    ))  # fmt: skip
    row.actions[-1] += f" sesuai {text}"
    if short:
        draft.also_cited.append(short)
    return look_alike(draft, "stale_year", text, "the year belongs to a regulation or a standard")


def report_of_last_year(draft: Draft) -> bool:
    row = take_row(draft, "evidence")
    if row is None:
        return False
    text = f"Laporan kinerja tahun {draft.year - 1}"
    row.evidences[-1] += f", {text}"
    return look_alike(draft, "stale_year", text, "the report of the year before")


def budget_of_next_year(draft: Draft) -> bool:
    row = take_row(draft, "evidence")
    if row is None:
        return False
    text = f"usulan anggaran tahun {draft.year + 1}"
    row.evidences[-1] += f", {text}"
    return look_alike(draft, "stale_year", text, "next year's budget is made this year")


def last_days_of_months(draft: Draft) -> bool:
    row = take_row(draft, "evidence")
    if row is None:
        return False
    leap = draft.year % 4 == 0
    text = f"{draft.dice.choice(('31 Januari', '31 Oktober', '29 Februari' if leap else '28 Februari'))} {draft.year}"
    row.evidences[-1] += f" tanggal {text}"
    return look_alike(draft, "bad_date", text, "a day that exists")


def long_span(draft: Draft) -> bool:
    row = take_row(draft, "schedule")
    if row is None or draft.layout.schedule != "words":
        return False
    row.schedule = f"2 Januari s.d. 31 Desember {draft.year}"
    return look_alike(draft, "bad_date", row.schedule, "a span in order")


def other_decree(draft: Draft) -> bool:
    row = take_row(draft, "evidence")
    if row is None:
        return False
    text = f"SK Nomor 800/{draft.dice.randint(10, 99)}/{draft.dice.randint(400, 440)}/{draft.year}"
    row.evidences[-1] += f" ({text})"
    return look_alike(draft, "decree_mismatch", text, "the number of another decree")


def own_parent(draft: Draft) -> bool:
    row = take_row(draft, "evidence")
    if row is None:
        return False
    text = draft.dice.choice(
        (
            f"Inspektorat {draft.agency.region}",
            f"Pemerintah {draft.agency.region}",
            "Kementerian PANRB",
            "Ombudsman Republik Indonesia",
        )
    )
    row.evidences[-1] += f" yang disampaikan kepada {text}"
    return look_alike(draft, "foreign_agency", text, "the parent region or a national body")


def named_body(draft: Draft) -> bool:
    text = draft.dice.choice(
        ("Komisi Pemberantasan Korupsi", f"Bagian Organisasi Sekretariat Daerah {draft.agency.region}", "Kementerian PANRB")
    )
    add_prose(draft, f"Salinan rencana kerja disampaikan kepada {text} sebagai bahan penilaian.")
    return look_alike(draft, "foreign_agency", text, "a body that receives the plan")


def wanted_no(draft: Draft) -> bool:
    text = draft.dice.choice((
        "Pegawai yang belum menandatangani pakta integritas akan menandatanganinya pada apel berikutnya.",
        "Setiap petugas berjanji tidak menerima hadiah dalam bentuk apa pun.",
        "Bila layanan belum selesai pada waktunya, pemohon memperoleh pemberitahuan.",
    ))  # fmt: skip
    add_prose(draft, text)
    return look_alike(draft, "contradiction", text, "a promise or a condition, no denial")


def list_begins_again(draft: Draft) -> bool:
    section = draft.chapters[0].sections[0]
    text = "Nilai yang dipegang ialah (1) jujur, (2) sigap, dan (3) ramah; urutannya (1) jujur lebih dahulu."
    section.passages[-1].text += f" {text}"
    return look_alike(draft, "numbering", text, "numbers inside a sentence")


def shared_evidence(draft: Draft) -> bool:
    one, two = take_row(draft, "evidence"), take_row(draft, "evidence")
    if one is None or two is None:
        return False
    if one.actions == two.actions:
        return False
    one.evidences[:] = two.evidences[:] = ["Undangan, daftar hadir, notula, dan foto"]
    return look_alike(draft, "duplicate_cell", one.evidence, "the same evidence under different actions")


def condition_as_time(draft: Draft) -> bool:
    row = take_row(draft, "schedule")
    if row is None or draft.layout.schedule != "words":
        return False
    row.schedule = draft.dice.choice(("Bila ada mutasi", "Setiap ada aduan", "Sesuai jadwal BKPSDM"))
    return look_alike(draft, "empty_cell", row.schedule, "a condition is a time")


def short_but_enough(draft: Draft) -> bool:
    row = take_row(draft, "evidence")
    if row is None:
        return False
    row.evidences[:] = [draft.dice.choice(("Notula", "SK", "Foto", "SKP"))]
    return look_alike(draft, "weak_row", row.evidence, "short, and a document")


def old_rule_named_with_new(draft: Draft) -> bool:
    if draft.year < 2022 or not any(short == "PermenPAN-RB 90/2021" for short, _ in draft.regulations):
        return False
    text = "Peraturan Menteri PANRB Nomor 52 Tahun 2014"
    add_prose(
        draft, f"Pengalaman memakai {text}, yang telah diganti dengan Nomor 90 Tahun 2021, menjadi bahan perbaikan.", ("BAB II",)
    )
    draft.also_cited.append("PermenPAN-RB 52/2014")
    return look_alike(draft, "superseded_regulation", text, "the regulation in force is cited too")


def rule_in_force_then(draft: Draft) -> bool:
    if draft.year >= 2022:
        return False
    return look_alike(draft, "superseded_regulation", "Nomor 52 Tahun 2014", f"in force in {draft.year}")


def title_cut_short(draft: Draft) -> bool:
    text = draft.dice.choice((
        "Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand Design RB",
        "Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggara Negara yang Bersih dan Bebas KKN",
    ))  # fmt: skip
    add_prose(draft, f"Langkah ini sejalan dengan {text}.")
    return look_alike(draft, "superseded_regulation", text, "its own title, cut short")


def signed_in_december(draft: Draft) -> bool:
    """The decree, or where there is none the plan, signed in the last days of the year before."""
    decree, day = draft.decree, draft.dice.randint(18, 31)
    printed = decree.printed_date if decree else draft.printed_plan_date
    if str(draft.year) not in printed or (decree and decree.annex_date != printed):
        return False
    text, iso = f"{day} Desember {draft.year - 1}", f"{draft.year - 1}-12-{day}"
    if decree:
        decree.printed_date = decree.annex_date = text
        decree.date = iso
    else:
        draft.printed_plan_date, draft.plan_date = text, iso
    return look_alike(draft, "stale_year", text, "plans are signed before their year begins")


AREA_NAMES = {
    2: ("PENATAAN TATA LAKSANA", "TATALAKSANA"), 3: ("PENATAAN SISTEM MANAJEMEN SUMBER DAYA MANUSIA", "MANAJEMEN SDM"),
    4: ("PENGUATAN AKUNTABILITAS KINERJA", "AKUNTABILITAS"), 6: ("PELAYANAN PUBLIK", "KUALITAS PELAYANAN PUBLIK"),
}  # fmt: skip


def area_by_another_name(draft: Draft) -> bool:
    areas = sorted({row.area for row in draft.rows} & set(AREA_NAMES))
    if not areas:
        return False
    area = draft.dice.choice(areas)
    draft.area_names[area] = draft.dice.choice(AREA_NAMES[area])
    return look_alike(draft, "missing_part", draft.area_names[area], f"area {area} by another name")


def page_left_empty(draft: Draft) -> bool:
    draft.blank_page = draft.dice.choice(("Halaman ini sengaja dikosongkan", "NASKAH RENCANA KERJA"))
    return look_alike(draft, "unread_page", draft.blank_page, "a page with next to nothing on it, all of it read")


LOOK_ALIKES: tuple[Maker, ...] = (
    told_history, range_with_plan_year, year_in_a_regulation, report_of_last_year, budget_of_next_year, last_days_of_months, long_span,
    other_decree, own_parent, named_body, wanted_no, list_begins_again, shared_evidence, condition_as_time, short_but_enough,
    old_rule_named_with_new, rule_in_force_then, title_cut_short, signed_in_december, area_by_another_name, page_left_empty,
)  # fmt: skip


def plant_look_alikes(draft: Draft) -> None:
    for maker in LOOK_ALIKES:
        if draft.dice.random() < 0.6:
            maker(draft)
