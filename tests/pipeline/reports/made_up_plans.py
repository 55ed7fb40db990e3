"""Plan records of made-up agencies, built by hand: enough of everything for every report to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from canonical.lists import Indicator, library
from canonical.reason import because
from extractors.document import Place
from pipeline.catalogue import KEPT_IN, texts
from pipeline.records import (
    AreaCoverage,
    Coverage,
    Decree,
    Finding,
    FindingKind,
    Identity,
    IndicatorCoverage,
    MadeBy,
    Match,
    PlanRecord,
    Reach,
    Row,
    Severity,
    Signatory,
    Source,
    When,
)

AGENCY = "Dinas Kebun Raya Kabupaten Lembah Hijau"
CURRENT = library().current
COUNTED = [i for i in CURRENT.indicators if not i.is_data_item and i.part != "hasil"]


def record(
    *,
    missing: Sequence[str] = ("P.1.ii.b", "P.3.vi.a", "P.5.ii.c", "P.6.v.c", "R.2.iii.b", "R.5.i.a"),
    review: Sequence[str] = ("P.2.ii.d", "P.4.ii.e"),
    year: int | None = 2024,
    agency: str | None = AGENCY,
    findings: Sequence[Finding] | None = None,
    rows: Sequence[Row] | None = None,
    file: str = "kebun-raya.pdf",
    without_reform: bool = False,
) -> PlanRecord:
    covered_rows = tuple(rows) if rows is not None else tuple(made_up_rows(missing, review, year, without_reform))
    return PlanRecord(
        status="review",
        source=Source(file=file, sha256="3f" * 32, format="pdf", pages=30, scanned_pages=(17, 18), confidence=0.97),
        made_by=MadeBy(renja="0.1.0", ocr="tesseract 5.3.0 ind", settings="a1b2"),
        plan=identity(agency, year),
        rows=covered_rows,
        coverage=coverage(missing, review, covered_rows, without_reform),
        findings=tuple(made_up_findings(covered_rows)) if findings is None else tuple(findings),
    )


def identity(agency: str | None, year: int | None) -> Identity:
    return Identity(
        agency=agency,
        region="Kabupaten Lembah Hijau",
        year=year,
        decree=Decree(number="188.4/77/412.3/2024", date="2024-01-09"),
        signatories=(Signatory(name="Drs. Wiratama Suganda, M.Si.", title="Kepala Dinas", nip="197203152001121004"),),
        regulations=("PermenPAN-RB 90/2021", "Perpres 81/2010"),
    )


def made_up_rows(missing: Sequence[str], review: Sequence[str], year: int | None, without_reform: bool) -> Iterable[Row]:
    page = 8
    for count, indicator in enumerate(i for i in COUNTED if i.code not in missing):
        if without_reform and indicator.part == "reform":
            continue
        page += count % 4 == 3
        yield row_for(indicator, count, page, year, "review" if indicator.code in review else "accepted")


def row_for(indicator: Indicator, count: int, page: int, year: int | None, decision: str) -> Row:
    top = 90.0 + 90 * (count % 4)
    second = next(i for i in COUNTED if i.area == indicator.area and i.code != indicator.code)
    matches = [match_of(indicator.code, 0.92, decision)]
    if decision == "review":
        matches.append(match_of(second.code, 0.88, "review"))
    return Row(
        id=f"r{count:03d}",
        part=indicator.part,  # type: ignore[arg-type]
        area=indicator.area,
        number=indicator.sub,
        component=indicator.sub_name,
        indicator=indicator.text,
        action=f"Menyusun dan menetapkan dokumen nomor {count}\nMengevaluasi pelaksanaannya setiap triwulan",
        evidence=f"SK, undangan, notula dan daftar hadir rapat {count}",
        schedule=f"Maret {year}" if year else "Maret",
        output=f"{count % 4 + 1} dokumen",
        when=When(kind="month", start=f"{year}-03", end=f"{year}-03") if year else None,
        where=(Place(page, (36.0, top, 770.0, top + 84.0)),),
        confidence=0.98,
        matches=tuple(matches),
    )


def match_of(code: str, score: float, decision: str) -> Match:
    reason = because("match.similar_sentence", code=code, words=90, letters=94)
    return Match(code=code, score=score, decision=decision, why=texts(KEPT_IN).reason(reason), reason=reason)  # type: ignore[arg-type]


def finding(number: int, kind: FindingKind, severity: Severity, text: str, why: str, row: Row | None, page: int) -> Finding:
    box = row.where[0].box if row else (72.0, 210.0, 260.0, 224.0)
    where = (Place(row.where[0].page if row else page, box),)
    return Finding(
        id=f"f{number:03d}", kind=kind, severity=severity, text=text, why=why, row=row.id if row else None, where=where
    )


def made_up_findings(rows: Sequence[Row]) -> Iterable[Finding]:
    row = [*rows, *[None] * 12]
    yield finding(1, "decree_mismatch", "error", "188.4/76/412.3/2023", "Keputusan bernomor 188.4/77/412.3/2024.", None, 3)
    yield finding(2, "bad_date", "error", "31 Februari 2024", "Februari tidak mempunyai tanggal 31.", row[3], 9)
    yield finding(3, "stale_year", "warning", "LKE Tahun 2019", "Rencana ini untuk tahun 2024.", row[5], 10)
    yield finding(4, "foreign_agency", "warning", "Dinas Perikanan Kota Muara", "Instansi lain dari pemilik rencana.", row[9], 11)
    yield finding(5, "superseded_regulation", "warning", "PermenPAN-RB 52/2014", "Diganti PermenPAN-RB 90/2021.", None, 5)
    yield finding(6, "missing_part", "warning", "", "Rencana tidak mempunyai BAB penutup.", None, 28)
    yield finding(7, "weak_row", "info", "Dokumentasi", "Bukti dukung tidak menyebutkan dokumen.", row[7], 10)
    yield finding(8, "weak_row", "info", "Meningkatnya kinerja", "Output tidak mempunyai ukuran.", row[8], 11)


def share_of(indicator: Indicator) -> float:
    """The sub-component's weight divided evenly over its indicators, in points of 100."""
    same_sub = [i for i in COUNTED if i.sub_code == indicator.sub_code]
    return (indicator.sub_weight or 0.0) / len(same_sub)


def coverage(missing: Sequence[str], review: Sequence[str], rows: Sequence[Row], without_reform: bool) -> Coverage:
    counted = [i for i in COUNTED if not (without_reform and i.part == "reform")]
    codes = [i.code for i in counted]
    missing = [c for c in codes if c in missing]
    return Coverage(
        areas=tuple(area for part in ("pemenuhan", "reform") for area in areas_of(part, counted, missing, review)),
        covered=tuple(c for c in codes if c not in missing and c not in review),
        missing=tuple(missing),
        review=tuple(c for c in codes if c in review),
        lacking_parts=("reform",) if without_reform else (),
        indicators=tuple(indicator_state(i, missing, review, rows, without_reform) for i in COUNTED),
        reach=tuple(reach(missing, review, counted)),
    )


def areas_of(part: str, counted: Sequence[Indicator], missing: Sequence[str], review: Sequence[str]) -> Iterable[AreaCoverage]:
    for area in range(1, 7):
        inside = [i for i in COUNTED if i.part == part and i.area == area]
        if inside:
            lacks = [i for i in inside if i.code in missing or i not in counted]
            open_ = [i for i in inside if i.code in review]
            yield AreaCoverage(
                part=part,  # type: ignore[arg-type]
                area=area,
                covered=len(inside) - len(lacks) - len(open_),
                review=len(open_),
                missing=len(lacks),
                of=len(inside),
                weight=inside[0].area_weight or 0.0,
                at_stake=round(sum(share_of(i) for i in lacks), 4),
            )


def indicator_state(
    indicator: Indicator, missing: Sequence[str], review: Sequence[str], rows: Sequence[Row], without_reform: bool
) -> IndicatorCoverage:
    state = "missing" if indicator.code in missing else "review" if indicator.code in review else "covered"
    if without_reform and indicator.part == "reform":
        state = "lacking_part"
    covering = tuple(r.id for r in rows if r.matches and r.matches[0].code == indicator.code)
    return IndicatorCoverage(
        code=indicator.code,
        text=indicator.text,
        state=state,  # type: ignore[arg-type]
        weight=share_of(indicator),
        rows=covering,
    )


def reach(missing: Sequence[str], review: Sequence[str], counted: Sequence[Indicator]) -> Iterable[Reach]:
    def points(area: int | None, left_out: Sequence[str]) -> float:
        return sum(share_of(i) for i in counted if i.code not in left_out and area in (None, i.area))

    unsure = [*missing, *review]
    for threshold in library().thresholds:
        if threshold.measure in ("total", "pengungkit"):
            more = 40.0 if threshold.measure == "total" else 0.0
            yield one_reach(threshold, None, points(None, unsure) + more, points(None, missing) + more)
        elif threshold.measure == "each area of pengungkit":
            for area in range(1, 7):
                full = 2 * next(i.area_weight or 1.0 for i in COUNTED if i.area == area)
                yield one_reach(threshold, area, 100 * points(area, unsure) / full, 100 * points(area, missing) / full)
        else:
            yield one_reach(threshold, None, None, None)


def one_reach(threshold: object, area: int | None, sure: float | None, at_best: float | None) -> Reach:
    minimum: float = threshold.minimum  # type: ignore[attr-defined]
    verdict = "not_measured"
    if sure is not None and at_best is not None:
        verdict = "reachable" if sure >= minimum else "open" if at_best >= minimum else "out_of_reach"
    return Reach(
        predicate=threshold.predicate,  # type: ignore[attr-defined]
        measure=threshold.measure,  # type: ignore[attr-defined]
        area=area,
        minimum=minimum,
        unit=threshold.unit,  # type: ignore[attr-defined]
        sure=sure,
        at_best=at_best,
        verdict=verdict,  # type: ignore[arg-type]
        verified=threshold.verified,  # type: ignore[attr-defined]
    )
