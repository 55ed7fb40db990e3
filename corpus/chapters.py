# ruff: noqa: E501 - wordings and tables are easier to check on one line
"""The chapters before and after the action table, and the decree."""

from __future__ import annotations

from corpus.dates import long_date
from corpus.draft import Draft, Flag, Passage, PlanChapter, PlanDecree, PlanSection
from corpus.other_tables import AREAS
from corpus.prose import AREA_AIMS, BACKGROUND, CLOSING, GLOSSARY, PROGRAM, PURPOSE, paragraphs, sentence

REGULATIONS = {
    "UU 28/1999": "Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggara Negara yang Bersih dan Bebas dari Korupsi, Kolusi dan Nepotisme",
    "Perpres 81/2010": "Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand Design Reformasi Birokrasi 2010 - 2025",
    "PermenPAN-RB 52/2014": "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 52 Tahun 2014 tentang Pedoman "
    "Pembangunan Zona Integritas Menuju Wilayah Bebas dari Korupsi dan Wilayah Birokrasi Bersih dan Melayani",
    "PermenPAN-RB 10/2019": "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 10 Tahun 2019 tentang Perubahan "
    "atas Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 52 Tahun 2014",
    "PermenPAN-RB 90/2021": "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 90 Tahun 2021 tentang Pembangunan "
    "dan Evaluasi Zona Integritas Menuju Wilayah Bebas dari Korupsi dan Wilayah Birokrasi Bersih dan Melayani",
    "UU 25/2009": "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
}  # fmt: skip
TITLES_III = ("RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS", "RENCANA AKSI ZONA INTEGRITAS", "RENCANA KERJA DAN LANGKAH AKSI")
TITLES_II = ("PROGRAM KERJA PEMBANGUNAN ZONA INTEGRITAS", "PEMBANGUNAN ZONA INTEGRITAS", "ARAH PEMBANGUNAN ZONA INTEGRITAS")


def choose_regulations(draft: Draft, is_outdated: bool) -> None:
    """What the plan cites; with `is_outdated` a plan from 2022 on rests on the replaced regulation, and that is flagged."""
    cited = ["UU 28/1999", "Perpres 81/2010"]
    if draft.dice.random() < 0.5:
        cited.append("UU 25/2009")
    if draft.year < 2022 or is_outdated:
        cited.append("PermenPAN-RB 52/2014")
        if draft.year >= 2020 and draft.dice.random() < 0.6:
            cited.append("PermenPAN-RB 10/2019")
    else:
        cited.append("PermenPAN-RB 90/2021")
    draft.regulations = [(c, REGULATIONS[c]) for c in cited]
    for short in cited if draft.year >= 2022 else []:
        if short in ("PermenPAN-RB 52/2014", "PermenPAN-RB 10/2019"):
            number, year = short.removeprefix("PermenPAN-RB ").split("/")
            why = f"replaced by PermenPAN-RB 90/2021, which the plan of {draft.year} does not cite"
            draft.flags.append(Flag("superseded_regulation", f"Nomor {number} Tahun {year}", why, "legal basis"))


def invent_decree(draft: Draft) -> None:
    day, month = draft.dice.randint(2, 27), draft.dice.choice((1, 1, 2))
    number = f"{draft.dice.choice(('800', '188.4', '061', 'W5.U3/OT.01'))}/{draft.dice.randint(11, 990):03d}/{draft.dice.randint(400, 436)}.{draft.dice.randint(1, 60)}/{draft.year}"
    printed = long_date(day, month, draft.year, draft.dice)
    iso = f"{draft.year}-{month:02d}-{day:02d}"
    if not draft.layout.decree:
        if draft.dice.random() < 0.7:
            draft.plan_date, draft.printed_plan_date = iso, printed
        return
    unit = draft.agency.name
    draft.decree = PlanDecree(
        number, iso, printed, number, printed,
        [
            f"bahwa dalam rangka mewujudkan layanan {draft.agency.service} yang bersih, {unit} perlu menyusun rencana kerja",
            "bahwa nama yang tercantum dalam lampiran dipandang cakap untuk mengemban tugas tersebut",
        ],
        [
            f"Rencana Kerja Pembangunan Zona Integritas {unit} Tahun {draft.year} sebagaimana tercantum dalam lampiran keputusan ini",
            "Segala biaya yang timbul dibebankan pada anggaran unit kerja yang tersedia",
            "Keputusan ini mulai berlaku pada tanggal ditetapkan",
        ],
    )  # fmt: skip


def invent_chapters(draft: Draft) -> None:
    dice = draft.dice
    first = PlanChapter("BAB I", "PENDAHULUAN", [
        PlanSection("1.1", "Latar Belakang", _prose(draft, BACKGROUND, dice.randint(2, 4))),
        PlanSection("1.2", "Dasar Hukum", [Passage(f"{text}.", f"{n}.") for n, (_, text) in enumerate(draft.regulations, 1)]),
        PlanSection("1.3", "Maksud dan Tujuan", _prose(draft, PURPOSE, 1)),
        PlanSection("1.4", dice.choice(("Pengertian", "Pengertian Umum")), [
            Passage(_fill(text, draft), f"{n}.") for n, text in enumerate(dice.sample(GLOSSARY, k=dice.randint(3, 6)), 1)
        ]),
    ])  # fmt: skip
    second = PlanChapter("BAB II", dice.choice(TITLES_II), [
        PlanSection("2.1", "Pencanangan", _prose(draft, PROGRAM[:1], 1)),
        PlanSection("2.2", "Tahapan Pembangunan", _prose(draft, PROGRAM[1:], dice.randint(1, 2))),
    ])  # fmt: skip
    third = PlanChapter("BAB III", dice.choice(TITLES_III))
    second.sections.append(PlanSection("2.3", dice.choice(("Area Perubahan", "Sasaran Tiap Area")), _areas(draft)))
    fourth = PlanChapter("BAB IV", "PENUTUP", [PlanSection("", "", _prose(draft, CLOSING, dice.randint(1, 2)))])
    draft.chapters = [first, second, third, fourth]
    _label_sections(draft)


def _areas(draft: Draft) -> list[Passage]:
    """What is to be reached in each area, as a list."""
    return [
        Passage(_fill(f"{name}: {sentence(AREA_AIMS, draft.dice)}", draft), f"{'abcdef'[n]}.") for n, name in enumerate(AREAS)
    ]


def _label_sections(draft: Draft) -> None:
    """Sections numbered as the office does it: 1.1, 1.1. or by letters."""
    style = draft.dice.choice(("{c}.{s}", "{c}.{s}", "{c}.{s}.", "{letter}."))
    for chapter in draft.chapters:
        for n, section in enumerate(s for s in chapter.sections if s.label):
            section.label = style.format(c=section.label[0], s=n + 1, letter="ABCDEF"[n])


def _prose(draft: Draft, pool: tuple[tuple[tuple[str, ...], ...], ...], count: int) -> list[Passage]:
    return [Passage(_fill(text, draft)) for text in paragraphs(pool, draft.dice, count)]


def _fill(text: str, draft: Draft) -> str:
    agency = draft.agency
    return text.format(unit=agency.name, region=agency.region, year=draft.year, service=agency.service, head=agency.head_title)
