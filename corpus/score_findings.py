"""Scoring findings: planted faults that were found, findings that are none, look-alikes that were left alone."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import partial_ratio

from corpus.likeness import Json, items, numbers, squeezed, text_of
from corpus.tally import Tally

COUNTED_KINDS = (
    "stale_year", "bad_date", "decree_mismatch", "superseded_regulation", "foreign_agency", "contradiction", "numbering",
    "duplicate_cell",
)  # fmt: skip
"""Kinds whose findings count for and against; the others are reported kind by kind only."""
BY_ROW = ("empty_cell", "weak_row")
BY_KIND = ("missing_part", "unread_page")


def score_findings(truth: Json, reading: Json, pairs: dict[int, int], form: str, tally: Tally) -> None:
    """Match flags and findings one to one; `form` (pdf, docx, txt, flat, scan) says which faults show at all."""
    flags = [f for f in items(truth, "flags") if _shows(f, form)]
    findings = items(reading, "findings")
    rows = {str(r.get("id")): j for j, r in enumerate(items(reading, "rows"))}
    used: set[int] = set()
    for flag in sorted(flags, key=lambda f: bool(f.get("arguable"))):
        hit = next((k for k, f in enumerate(findings) if k not in used and _is_same(flag, f, pairs, rows)), None)
        if hit is not None:
            used.add(hit)
        if not flag.get("arguable"):
            _count_flag(str(flag.get("kind")), findings[hit] if hit is not None else None, tally)
    for k, finding in enumerate(findings):
        kind = str(finding.get("kind"))
        if k not in used and kind in COUNTED_KINDS and finding.get("severity") != "info":
            tally.add("findings_true", 0)
            tally.add(f"true {kind}", 0)
    for alike in items(truth, "look_alikes"):
        tally.add("look_alikes_left", not any(k not in used and _hits(alike, f) for k, f in enumerate(findings)))


def _shows(flag: Json, form: str) -> bool:
    formats = flag.get("formats")
    return not isinstance(formats, Sequence) or form in formats


def _count_flag(kind: str, finding: Json | None, tally: Tally) -> None:
    tally.add(f"found {kind}", finding is not None)
    if kind not in COUNTED_KINDS:
        return
    tally.add("findings_found", finding is not None)
    if finding is not None and finding.get("severity") != "info":
        tally.add("findings_true", 1)
        tally.add(f"true {kind}", 1)


def _is_same(flag: Json, finding: Json, pairs: dict[int, int], rows: dict[str, int]) -> bool:
    """The same kind, about the same row or in the same words."""
    kind = flag.get("kind")
    if kind != finding.get("kind"):
        return False
    if kind in BY_KIND:
        return True
    if kind in BY_ROW:
        return bool(_read_rows(flag, pairs) & _rows_of(finding, rows))
    return are_same_words(text_of(flag, "text"), text_of(finding, "text"))


def _read_rows(flag: Json, pairs: dict[int, int]) -> set[int]:
    value = flag.get("row")
    wanted = [int(n) - 1 for n in value] if isinstance(value, Sequence) else []
    return {pairs[n] for n in wanted if n in pairs}


def _rows_of(finding: Json, rows: dict[str, int]) -> set[int]:
    value = finding.get("rows")
    ids = [str(v) for v in value] if isinstance(value, Sequence) else []
    return {rows[i] for i in (*ids, str(finding.get("row"))) if i in rows}


def are_same_words(true: str, said: str) -> bool:
    """One holds the other, give or take a misread letter; numbers agree, and neither is a page where the other is a word."""
    one, other = squeezed(true), squeezed(said)
    if not one or not other:
        return one == other
    if len(other) > 6 * len(one) + 40 or len(other) * 3 < len(one):
        return False
    short, long = sorted((true, said), key=lambda t: len(squeezed(t)))
    known = numbers(long)
    return all(n in known for n in numbers(short)) and partial_ratio(squeezed(short), squeezed(long)) >= 85


def _hits(alike: Json, finding: Json) -> bool:
    """The finding is of the look-alike's kind and quotes it, without being the whole cell around it.

    Absences quote nothing: where one of their look-alikes was planted, any that is no planted fault is a false alarm.
    """
    if alike.get("kind") != finding.get("kind") or finding.get("severity") == "info":
        return False
    if alike.get("kind") in BY_KIND:
        return True
    one, other = squeezed(text_of(alike, "text")), squeezed(text_of(finding, "text"))
    return bool(one) and bool(other) and (one in other or (len(other) > 3 and other in one))
