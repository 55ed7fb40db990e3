"""Proofs that the lists hold together, and what about them nobody knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from canonical.cues import read_cues
from canonical.lists import Crosswalk, Doubt, Indicator, Library, Regulation

WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class Proof:
    """One claim about the lists: what is claimed, what speaks against it ([]: it holds), what cannot be known."""

    claim: str
    against: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        return not self.against


def check(lists: Library) -> list[Proof]:
    """All proofs, in a fixed order; none is left out because one fails."""
    proofs: list[Proof] = []
    for regulation in lists.regulations:
        proofs += [prove(regulation) for prove in _PROOFS]
    proofs += [_crosswalk_closed(c, lists) for c in lists.crosswalks]
    return [*proofs, _answers_known(lists), _cues_known(lists), _thresholds_sound(lists)]


def unknowns(lists: Library) -> tuple[Doubt, ...]:
    """What the sources leave open, as data."""
    return lists.doubts


def _codes_unique(regulation: Regulation) -> Proof:
    counts = Counter(i.code for i in regulation.indicators)
    return Proof(f"{regulation.title}: kode tidak berulang", tuple(f"{c} muncul {n} kali" for c, n in counts.items() if n > 1))


def _codes_say_their_place(regulation: Regulation) -> Proof:
    wrong = [i.code for i in regulation.indicators if not _says_place(i)]
    return Proof(f"{regulation.title}: kode sesuai area, subkomponen, dan huruf", tuple(wrong))


def _says_place(indicator: Indicator) -> bool:
    if indicator.is_data_item:
        return indicator.code.startswith(indicator.parent + ".")
    if indicator.part == "hasil":
        return indicator.code.startswith("H.") and indicator.code.endswith("." + indicator.letter)
    return indicator.code.split(".")[1:] == [str(indicator.area), indicator.sub, indicator.letter]


def _parents_exist(regulation: Regulation) -> Proof:
    known = regulation.by_code
    orphans = [i.code for i in regulation.indicators if i.parent and (i.parent not in known or known[i.parent].is_data_item)]
    return Proof(f"{regulation.title}: setiap butir data punya indikator induk", tuple(orphans))


def _sentences_written(regulation: Regulation) -> Proof:
    return Proof(
        f"{regulation.title}: setiap indikator punya kalimat", tuple(i.code for i in regulation.indicators if not i.text)
    )


def _weights_add_up(regulation: Regulation) -> Proof:
    """Sub-components to their area, areas and hasil to 100; where a weight is not known the sum is not judged."""
    against = [f"{code}: baris-barisnya berbeda bobot" for code in _uneven(regulation)]
    unknown: list[str] = []
    for area, members in _areas(regulation):
        given = {i.sub_code: i.sub_weight for i in members}
        missing = sorted(code for code, weight in given.items() if weight is None)
        total = sum(w for w in given.values() if w is not None)
        if missing:
            unknown += [f"bobot {code} tidak diketahui; jumlah {area} tidak diperiksa" for code in missing]
        elif abs(total - (members[0].area_weight or 0)) > 1e-9:
            against.append(f"{area}: subkomponen berjumlah {total:g}, area {members[0].area_weight:g}")
    unknown += [f"bobot {i.code} tidak diketahui" for i in regulation.indicators if i.part == "hasil" and i.sub_weight is None]
    whole = sum(members[0].area_weight or 0 for _, members in _areas(regulation)) + sum(_hasil(regulation).values())
    if abs(whole - WHOLE) > 1e-9:
        against.append(f"seluruh bobot berjumlah {whole:g}, bukan {WHOLE:g}")
    return Proof(f"{regulation.title}: bobot berjumlah benar", tuple(against), tuple(unknown))


def _uneven(regulation: Regulation) -> list[str]:
    """Sub-components whose lines print different weights for them or their area."""
    weights: dict[str, set[tuple[float | None, float | None]]] = {}
    for i in regulation.indicators:
        if i.part != "hasil":
            weights.setdefault(i.sub_code, set()).add((i.sub_weight, i.area_weight))
    return [code for code, found in weights.items() if len(found) > 1]


def _areas(regulation: Regulation) -> Iterator[tuple[str, list[Indicator]]]:
    groups: dict[str, list[Indicator]] = {}
    for i in regulation.indicators:
        if i.part != "hasil":
            groups.setdefault(f"{i.part} area {i.area}", []).append(i)
    yield from groups.items()


def _hasil(regulation: Regulation) -> dict[str, float]:
    return {i.area_name: i.area_weight or 0.0 for i in regulation.indicators if i.part == "hasil"}


def _answers_given(regulation: Regulation) -> Proof:
    silent = [i.code for i in regulation.indicators if not i.answer]
    unknown = (f"jenis jawaban {len(silent)} dari {len(regulation.indicators)} indikator tidak diketahui",) if silent else ()
    return Proof(f"{regulation.title}: jenis jawaban", unknown=unknown)


_PROOFS: tuple[Callable[[Regulation], Proof], ...] = (
    _codes_unique,
    _codes_say_their_place,
    _parents_exist,
    _sentences_written,
    _weights_add_up,
    _answers_given,
)


def _crosswalk_closed(crosswalk: Crosswalk, lists: Library) -> Proof:
    """Every older indicator is told of, every code exists, and relations say what the links show."""
    old, new = lists[crosswalk.old].by_code, lists[crosswalk.new].by_code
    told = {k.old_code for k in crosswalk.links}
    against = [f"{code} tidak disebut" for code in old if code not in told]
    against += [f"{k.old_code} tidak ada di daftar lama" for k in crosswalk.links if k.old_code not in old]
    against += [f"{k.new_code} tidak ada di daftar baru" for k in crosswalk.links if k.new_code and k.new_code not in new]
    against += [
        f"{k.old_code}: {k.relation} tidak sesuai tautannya" for k in crosswalk.links if not _relation_fits(k.old_code, crosswalk)
    ]
    title = f"{lists[crosswalk.old].title} → {lists[crosswalk.new].title}: padanan tertutup"
    return Proof(title, tuple(dict.fromkeys(against)))


def _relation_fits(old_code: str, crosswalk: Crosswalk) -> bool:
    links = [k for k in crosswalk.links if k.old_code == old_code]
    relations = {k.relation for k in links}
    if relations == {"withdrawn"}:
        return len(links) == 1 and links[0].new_code is None
    if relations == {"split"}:
        return len(links) > 1
    if relations == {"merged"}:
        return len(crosswalk.predecessors(links[0].new_code or "")) > 1
    return len(links) == 1 and relations <= {"same", "reworded"}


def _answers_known(lists: Library) -> Proof:
    used = {i.answer for r in lists.regulations for i in r.indicators if i.answer} - {"Jumlah"}
    return Proof("Nilai untuk setiap jenis jawaban", tuple(sorted(used - set(lists.answers))))


def _cues_known(lists: Library) -> Proof:
    known = lists.current.by_code
    cues = [code for code in read_cues() if " " not in code]
    against = [f"{code}: bukan kode {lists.current.title}" for code in cues if code not in known]
    against += [f"{code}: tanpa kata kunci" for code in known if code not in cues]
    return Proof("Kata kunci untuk setiap indikator", tuple(against))


def _thresholds_sound(lists: Library) -> Proof:
    by_measure: dict[str, list[float]] = {}
    for t in lists.thresholds:
        by_measure.setdefault(t.measure, []).append(t.minimum)
    against = [f"{m}: ambang WBBM di bawah WBK" for m, values in by_measure.items() if _falls(values)]
    unverified = tuple(
        f"{t.predicate} {t.measure}: {t.minimum:g} hanya dari satu sumber" for t in lists.thresholds if not t.verified
    )
    return Proof("Ambang WBK dan WBBM", tuple(against), unverified)


def _falls(values: Sequence[float]) -> bool:
    return any(later < earlier for earlier, later in pairwise(values))
