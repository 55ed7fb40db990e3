# ruff: noqa: E501 - wordings and tables are easier to check on one line
"""The rows of the action table: which indicators a plan has, in which words, with which steps."""

from __future__ import annotations

import random

from corpus.dates import schedule_code, schedule_months, schedule_words
from corpus.draft import Draft, PlanRow
from corpus.indicators import Indicator, indicators, steps, word

COMPONENT_NAMES = {
    "Penyusunan Tim Kerja": ("Tim Kerja", "Penyusunan Tim Kerja", "Tim Kerja ZI"),
    "Tim Kerja": ("Tim Kerja", "Pembentukan Tim Kerja"),
    "E-Office": ("E-Office", "E- Office"),
    "Keterlibatan Pimpinan": ("Keterlibatan Pimpinan", "Keterlibatan pimpinan"),
}
ACTION_TAILS = (
    "", "", "", " sesuai arahan pimpinan", " bersama anggota pokja", " dengan melibatkan seluruh bagian", " di ruang rapat utama",
    " paling lambat akhir bulan", " secara bergantian", " dan mendokumentasikannya", " untuk layanan {service}", " di lingkungan {short}",
    " sebagaimana hasil rapat tim", " dengan pendampingan inspektorat",
)  # fmt: skip
EVIDENCE_TAILS = (
    "", "", "", " beserta foto kegiatan", " yang telah disahkan", " (salinan)", " bernomor dan bertanggal", " {short}",
    " dalam map pokja", " dan notulanya", " tahun {year}",
)  # fmt: skip
EXTRA_ROWS = (
    ("Tersedia pojok baca di ruang tunggu", "Menata rak buku sumbangan pegawai", "Foto pojok baca", "1 pojok baca"),
    ("Taman kantor terawat", "Menyiram dan memangkas tanaman tiap Jumat", "Jadwal piket taman", "1 jadwal"),
    ("Kerja bakti antarpegawai terlaksana", "Membersihkan gudang arsip bersama", "Foto kerja bakti", "4 kegiatan"),
)
PERSONS = ("Sekretaris", "Kasubbag Umum", "Ketua Pokja {area}", "Kepala Bidang I", "Tim ZI", "Pokja {area}", "Bendahara")


def invent_rows(draft: Draft, share: float) -> None:
    """Fill the draft with rows for about `share` (0–1) of its regulation's indicators, in the list's order."""
    wanted = [i for i in indicators(draft.regulation) if _is_wanted(i, draft)]
    chosen = [i for i in wanted if draft.dice.random() < share or _opens_area(i)]
    by_sub: dict[tuple[str, int, str], list[Indicator]] = {}
    for indicator in chosen:
        by_sub.setdefault((indicator.part, indicator.area, indicator.sub), []).append(indicator)
    component_number: dict[tuple[str, int], int] = {}
    for (part, area, _), members in by_sub.items():
        component_number[part, area] = component_number.get((part, area), 0) + 1
        component = draft.dice.choice(COMPONENT_NAMES.get(members[0].sub_name, (members[0].sub_name,)))
        for group in _joined(members, draft.dice):
            draft.rows.append(_row(draft, group, str(component_number[part, area]), component))
    _add_rows_off_the_list(draft)
    _number(draft)


def _is_wanted(indicator: Indicator, draft: Draft) -> bool:
    if indicator.part == "hasil" or (indicator.is_data_item and indicator.code not in steps()):
        return False
    return indicator.part == "pemenuhan" or (draft.layout.reform and draft.regulation == "90/2021")


def _opens_area(indicator: Indicator) -> bool:
    """The first of its area: never left out, so that no area is missing unless that is planted."""
    return indicator.sub == "i" and indicator.code.endswith(".i.a")


def _joined(members: list[Indicator], dice: random.Random) -> list[tuple[Indicator, ...]]:
    """Now and then two neighbours share one row."""
    groups: list[tuple[Indicator, ...]] = []
    for indicator in members:
        can_join = groups and len(groups[-1]) == 1 and indicator.part == "pemenuhan" and indicator.codes and groups[-1][0].codes
        if can_join and dice.random() < 0.04:
            groups[-1] = (*groups[-1], indicator)
        else:
            groups.append((indicator,))
    return groups


def _row(draft: Draft, group: tuple[Indicator, ...], number: str, component: str) -> PlanRow:
    dice, main = draft.dice, group[0]
    texts = [word(i, draft.layout.wording, dice) for i in group]
    indicator = texts[0] if len(texts) == 1 else f"{texts[0].rstrip('.')} dan {texts[1][:1].lower()}{texts[1][1:]}"
    step = steps()[main.codes[0]] if main.codes else None
    actions = list(step.actions) if step else ["Menyelesaikan langkah ini bersama pokja terkait"]
    evidences = list(step.evidences) if step else ["Berita acara pelaksanaan"]
    if len(group) == 2:
        other = steps()[group[1].codes[0]]
        actions.append(other.actions[0])
        evidences.append(other.evidences[0])
    actions[-1] += _tail(ACTION_TAILS, draft)
    evidences[-1] += _tail(EVIDENCE_TAILS, draft)
    codes = tuple(dict.fromkeys(c for i in group for c in i.codes))
    row = PlanRow(
        main.part, main.area, number, component, indicator, actions, evidences, "", step.output if step else "1 berkas", codes
    )
    row.person = dice.choice(PERSONS).format(area=("I", "II", "III", "IV", "V", "VI")[main.area - 1])
    _schedule(row, draft)
    return row


def _tail(tails: tuple[str, ...], draft: Draft) -> str:
    return draft.dice.choice(tails).format(service=draft.agency.service, short=draft.agency.short, year=draft.year)


def _schedule(row: PlanRow, draft: Draft) -> None:
    if draft.layout.schedule == "months":
        row.months = schedule_months(draft.dice)
        headings = [c.heading for c in draft.layout.columns if c.role == "month"]
        row.schedule = ", ".join(headings[m - 1] for m in row.months)
    elif draft.layout.schedule == "codes":
        row.schedule = schedule_code(draft.dice)
    else:
        row.schedule = schedule_words(draft.year, draft.dice)


def _add_rows_off_the_list(draft: Draft) -> None:
    """One or two indicators of the office's own, which cover nothing."""
    for indicator, action, evidence, output in draft.dice.sample(EXTRA_ROWS, k=draft.dice.randint(0, 2)):
        at = draft.dice.randrange(1, len(draft.rows))
        before = draft.rows[at - 1]
        row = PlanRow(before.part, before.area, before.number, before.component, indicator, [action], [evidence], "", output, ())
        row.person = before.person
        _schedule(row, draft)
        draft.rows.insert(at, row)


def _number(draft: Draft) -> None:
    style = draft.layout.numbering
    running = 0
    area: tuple[str, int] | None = None
    for row in draft.rows:
        running = running + 1 if area == (row.part, row.area) else 1
        area = (row.part, row.area)
        if style == "running":
            row.number = str(running)
        elif style == "blank":
            row.number = ""
