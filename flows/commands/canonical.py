"""`renja canonical`: the regulations' lists as renja knows them, and whether they hold together."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from canonical.check import check, unknowns
from canonical.lists import Doubt, Indicator, Library, Regulation, Relation, library
from pipeline.catalogue import KEPT_IN, texts

app = typer.Typer(help="Daftar indikator resmi, padanannya, dan pemeriksaannya.", no_args_is_help=True, add_completion=False)

_KINDS = {"unknown": "tidak diketahui", "unverified": "belum terverifikasi", "disputed": "sumber berbeda"}
_RELATIONS: dict[Relation, str] = {
    "same": "tetap",
    "reworded": "redaksi diubah",
    "split": "dipecah",
    "merged": "digabung",
    "withdrawn": "dicabut",
}


@app.command("list")
def list_(
    regulation: Annotated[
        str | None, typer.Option("--regulation", "-r", help="Nama daftar, misalnya permenpanrb-52-2014.")
    ] = None,
    area: Annotated[int | None, typer.Option("--area", min=1, max=6, help="Hanya area ini.")] = None,
    part: Annotated[str | None, typer.Option("--part", help="Hanya bagian ini: pemenuhan, reform, hasil, pengungkit.")] = None,
) -> None:
    """Cetak indikator sebuah daftar."""
    chosen = _regulation(regulation)
    table = Table(title=f"{chosen.title} ({len(chosen.indicators)} baris)")
    for heading in ("Kode", "Indikator", "Subkomponen", "Bobot sub", "Jawaban"):
        table.add_column(heading, overflow="fold", no_wrap=heading == "Kode")
    for i in chosen.indicators:
        if (area is None or i.area == area) and (part is None or i.part == part):
            table.add_row(i.code, i.text, i.sub_name or i.area_name, _weight(i.sub_weight), i.answer or "tidak diketahui")
    Console().print(table)


@app.command("show")
def show(code: Annotated[str, typer.Argument(help="Kode indikator, misalnya P.1.i.a atau K.6.ii.c.")]) -> None:
    """Cetak semua yang diketahui tentang satu kode."""
    lists = library()
    found = [i for r in lists.regulations for i in r.indicators if i.code.lower() == code.strip().lower()]
    if not found:
        near = sorted(i.code for i in lists.current.indicators if i.code.startswith(code.strip()[:4]))[:5]
        hint = f" Yang dekat: {', '.join(near)}." if near else ""
        raise typer.BadParameter(f'kode "{code}" tidak ada di daftar mana pun.{hint}', param_hint="CODE")
    for indicator in reversed(found):
        _print_indicator(indicator, lists)


@app.command("check")
def check_() -> None:
    """Periksa daftar: kode unik, padanan tertutup, bobot berjumlah benar; yang tidak diketahui disebut tidak diketahui."""
    lists, console = library(), Console(highlight=False, soft_wrap=True)
    proofs = check(lists)
    for proof in proofs:
        console.print(f"{'benar' if proof.holds else 'SALAH'}  {proof.claim}", markup=False)
        for line in proof.against:
            console.print(f"       - {line}", markup=False)
        for line in proof.unknown:
            console.print(f"       ? {line}", markup=False)
    _print_doubts(unknowns(lists), console)
    if not all(p.holds for p in proofs):
        raise typer.Exit(1)


def _print_doubts(doubts: tuple[Doubt, ...], console: Console) -> None:
    console.print("\nYang belum pasti menurut sumber:")
    for doubt in doubts:
        console.print(f"  {_KINDS[doubt.kind]}: {doubt.regulation} {doubt.about} - {doubt.sentence}", markup=False)


def _regulation(name: str | None) -> Regulation:
    lists = library()
    if name is None:
        return lists.current
    for regulation in lists.regulations:
        if name in (regulation.name, regulation.title):
            return regulation
    known = ", ".join(r.name for r in lists.regulations)
    raise typer.BadParameter(f'daftar "{name}" tidak dikenal; yang ada: {known}', param_hint="--regulation")


def _print_indicator(indicator: Indicator, lists: Library) -> None:
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"{indicator.code} ({lists[indicator.regulation].title})", style="bold")
    for label, text in _facts(indicator, lists):
        console.print(f"  {label:<13}{text}", markup=False)


def _facts(indicator: Indicator, lists: Library) -> list[tuple[str, str]]:
    area = f"{indicator.area} {indicator.area_name}" if indicator.area else indicator.area_name
    facts = [
        ("kalimat", indicator.text),
        ("bagian", indicator.part),
        ("area", f"{area} (bobot {_weight(indicator.area_weight)})"),
    ]
    if indicator.sub_name:
        facts.append(("subkomponen", f"{indicator.sub} {indicator.sub_name} (bobot {_weight(indicator.sub_weight)})"))
    facts.append(("jawaban", _answer(indicator, lists)))
    if indicator.parent:
        facts.append(("butir data", f"dari {indicator.parent}"))
    facts += [("kalimat lain", f"{w.text} ({w.source})") for w in lists.wordings if _same(w.regulation, w.code, indicator)]
    facts += _kin(indicator, lists)
    facts += [(_KINDS[d.kind], d.sentence) for d in lists.doubts if _same(d.regulation, d.about, indicator)]
    return facts


def _same(regulation: str, code: str, indicator: Indicator) -> bool:
    return (regulation, code) == (indicator.regulation, indicator.code)


def _answer(indicator: Indicator, lists: Library) -> str:
    options = lists.answers.get(indicator.answer, {})
    values = ", ".join(f"{option} = {value.replace('.', ',')}" for option, value in options.items())
    return f"{indicator.answer or 'tidak diketahui'}{f' ({values})' if values else ''}"


def _kin(indicator: Indicator, lists: Library) -> list[tuple[str, str]]:
    """Predecessors and successors over the crosswalks."""
    facts = []
    for crosswalk in lists.crosswalks:
        for link in crosswalk.links:
            if (crosswalk.old, link.old_code) == (indicator.regulation, indicator.code):
                facts.append(
                    ("kini", f"{lists[crosswalk.new].title} {link.new_code or 'tidak ada'} ({_RELATIONS[link.relation]})")
                )
            elif (crosswalk.new, link.new_code) == (indicator.regulation, indicator.code):
                facts.append(("dahulu", f"{lists[crosswalk.old].title} {link.old_code} ({_RELATIONS[link.relation]})"))
    return facts


def _weight(value: float | None) -> str:
    return "tidak diketahui" if value is None else texts(KEPT_IN).number(value)
