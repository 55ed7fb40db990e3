# ruff: noqa: E501 - wordings and tables are easier to check on one line
"""A finished draft as a manuscript: cover, decree, chapters, tables, signatures in the layout's order."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.action_grid import action_table
from corpus.draft import Draft, OtherTable, PlanChapter, PlanDecree
from corpus.manuscript import Block, GridCell, Look, Manuscript, PageBreak, RuledTable, Signatures, Signer, Space, Text


def compose(draft: Draft) -> Manuscript:
    layout = draft.layout
    look = Look(
        font=layout.font,
        size=layout.size,
        table_size=max(layout.size - 2, 8),
        running_head=draft.running_head,
        page_numbers=layout.running_head,
        break_words=layout.break_words,
        soft_hyphens=layout.soft_hyphens,
    )
    return Manuscript(look, tuple(_blocks(draft)))


def _blocks(draft: Draft) -> Iterator[Block]:
    if draft.layout.cover:
        yield from _cover(draft)
    if draft.decree:
        yield from _decree(draft, draft.decree)
    if draft.blank_page:
        yield PageBreak(landscape=False)
        yield Space(16)
        yield Text(draft.blank_page, align="center")
    for chapter in draft.chapters:
        yield PageBreak(landscape=False)
        yield from _chapter(draft, chapter)
    yield from _closing_signatures(draft)
    if draft.layout.table_place == "after_bab4" and draft.rows:
        yield from _table_pages(draft, "MATRIKS RENCANA AKSI")
    yield from _annexes(draft)


def _centred(text: str, factor: float = 1.0, bold: bool = True) -> Text:
    return Text(text, align="center", bold=bold, size_factor=factor, heading=True)


def _cover(draft: Draft) -> Iterator[Block]:
    yield Space(4)
    for line in draft.cover_title:
        yield _centred(line, 1.4)
    yield Space(10)
    for line in draft.agency.letterhead:
        yield _centred(line, 1.2)
    yield _centred(f"TAHUN {draft.year}", 1.2)
    if draft.printed_plan_date:
        yield Space(4)
        yield Signatures(
            (f"{_place(draft)}, {draft.printed_plan_date}",),
            (_signer(draft, "head"), _signer(draft, "leader")),
        )
    yield PageBreak(landscape=False)


def _place(draft: Draft) -> str:
    return draft.agency.town


def _signer(draft: Draft, who: str) -> Signer:
    person = draft.head if who == "head" else draft.leader
    title = draft.agency.head_title if who == "head" else "Ketua Tim Pembangunan ZI"
    lines = ("Mengetahui,", title) if who == "head" and not draft.decree else (title,)
    return Signer(lines, person.name, f"NIP. {person.printed_nip}")


def _decree(draft: Draft, decree: PlanDecree) -> Iterator[Block]:
    for line in draft.agency.letterhead:
        yield _centred(line)
    yield Space(1)
    head = draft.agency.head_title.upper()
    yield _centred(f"KEPUTUSAN {head}")
    yield _centred(f"NOMOR {decree.number}")
    yield _centred("TENTANG")
    yield _centred(f"RENCANA KERJA PEMBANGUNAN ZONA INTEGRITAS {draft.agency.name.upper()} TAHUN {draft.year}")
    yield Space(0.5)
    yield _centred(f"{head},")
    for n, recital in enumerate(decree.recitals):
        yield Text(f"{recital};", label=("Menimbang : " if n == 0 else "") + f"{'abcdef'[n]}.")
    for n, (_, title) in enumerate(draft.regulations):
        yield Text(f"{title};", label=("Mengingat : " if n == 0 else "") + f"{n + 1}.")
    yield _centred("MEMUTUSKAN:")
    for label, clause in zip(("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"), decree.clauses, strict=False):
        yield Text(f"{clause}.", label=f"{label} :")
    yield Space(1)
    yield Signatures((f"Ditetapkan di {_place(draft)}", f"Pada tanggal {decree.printed_date}"), (_head_only(draft),))
    yield PageBreak(landscape=False)
    for line in (
        f"LAMPIRAN KEPUTUSAN {head}", f"NOMOR : {decree.annex_number}", f"TANGGAL : {decree.annex_date}",
    ):  # fmt: skip
        yield Text(line.rstrip(), align="left")
    yield Space(1)
    yield from _other_tables(draft, "lampiran", first_only=True)


def _head_only(draft: Draft) -> Signer:
    title = draft.agency.head_title.upper()
    return Signer((f"{title},",), draft.head.name, f"NIP {draft.head.printed_nip}")


def _chapter(draft: Draft, chapter: PlanChapter) -> Iterator[Block]:
    if draft.layout.chapter_one_line:
        yield _centred(f"{chapter.label} {chapter.title}", 1.1)
    else:
        yield _centred(chapter.label, 1.1)
        yield _centred(chapter.title, 1.1)
    yield Space(0.6)
    for section in chapter.sections:
        if section.label:
            yield Text(f"{section.label} {section.title}", align="left", bold=True, heading=True)
        for passage in section.passages:
            yield Text(passage.text, passage.label)
    if chapter.label == "BAB II":
        yield from _other_tables(draft, "bab2")
    if chapter.label == "BAB III":
        yield from _chapter_three(draft)


def _chapter_three(draft: Draft) -> Iterator[Block]:
    if not draft.rows:
        yield Text("Langkah aksi masih dibahas bersama kelompok kerja dan akan disusulkan sebagai berkas tersendiri.")
        return
    if draft.layout.table_place != "bab3":
        place = "setelah bab penutup" if draft.layout.table_place == "after_bab4" else "dalam lampiran"
        yield Text(
            f"Langkah aksi tiap area perubahan disajikan dalam matriks {place} dan menjadi bagian tak terpisahkan dari naskah ini."
        )
        return
    if draft.layout.table_landscape:
        yield PageBreak(landscape=True)
    yield action_table(draft)
    if draft.layout.table_landscape:
        yield PageBreak(landscape=False)


def _closing_signatures(draft: Draft) -> Iterator[Block]:
    yield Space(1.5)
    opening = () if draft.decree else ((f"{_place(draft)}, {draft.printed_plan_date}",) if draft.printed_plan_date else ())
    yield Signatures(opening, (_head_only(draft),))


def _table_pages(draft: Draft, title: str) -> Iterator[Block]:
    yield PageBreak(landscape=draft.layout.table_landscape)
    yield _centred(title)
    yield _centred(draft.agency.name.upper())
    yield _centred(f"TAHUN {draft.year}")
    yield Space(0.5)
    yield action_table(draft)


def _annexes(draft: Draft) -> Iterator[Block]:
    number = 1
    if draft.layout.table_place == "lampiran" and draft.rows:
        yield PageBreak(landscape=draft.layout.table_landscape)
        yield Text("Lampiran 1", align="left", heading=True)
        yield from _table_pages_body(draft)
        number = 2
    for table in _annex_tables(draft):
        yield PageBreak(landscape=False)
        yield Text(f"Lampiran {number}", align="left", heading=True)
        yield from _other_table(table)
        number += 1


def _table_pages_body(draft: Draft) -> Iterator[Block]:
    yield _centred("RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS")
    yield _centred(f"{draft.agency.name.upper()} TAHUN {draft.year}")
    yield Space(0.5)
    yield action_table(draft)


def _annex_tables(draft: Draft) -> list[OtherTable]:
    annexed = [t for t in draft.tables if t.place == "lampiran"]
    return annexed[1:] if draft.decree else annexed


def _other_tables(draft: Draft, place: str, first_only: bool = False) -> Iterator[Block]:
    found = [t for t in draft.tables if t.place == place]
    for table in found[:1] if first_only else found:
        yield from _other_table(table)


def _other_table(table: OtherTable) -> Iterator[Block]:
    yield _centred(table.title)
    header = tuple(GridCell((h,), bold=True, align="center") for h in table.header)
    body = tuple(tuple(GridCell((text,) if text else ()) for text in row) for row in table.rows)
    yield RuledTable(table.widths, (header,), body, repeat_header=False, size_factor=1.1)
    yield Space(1)
