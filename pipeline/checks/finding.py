"""Making findings: an id from kind, words and place; the same words at several places become one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from canonical.reason import Reason, because
from extractors.document import Place
from pipeline.catalogue import KEPT_IN, texts
from pipeline.checks.passages import Passage
from pipeline.records import Finding, FindingKind, Severity

_STROKES = str.maketrans("l|!", "iii")
_GRAVITY: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words at fault, why, and where. `key` tells which evidence is the same fault said again (the words, where "")."""

    text: str
    reason: Reason
    where: tuple[Place, ...]
    severity: Severity = "warning"
    rows: tuple[str, ...] = ()
    key: str = ""


def at(passage: Passage, text: str, reason: Reason, severity: Severity = "warning", key: str = "") -> Evidence:
    """Evidence in a passage."""
    rows = (passage.row.id,) if passage.row is not None else ()
    return Evidence(text.strip(), reason, passage.where, severity, rows, key)


def doubtful(passage: Passage, evidence: Evidence) -> Evidence:
    """`info` where the evidence rests on digits that were hard to read."""
    if passage.has_doubtful_digits and any(c.isdigit() for c in evidence.text):
        return replace(evidence, severity="info", reason=evidence.reason.noting(because("finding.doubtful_digits")))
    return evidence


def gather(kind: FindingKind, evidence: Iterable[Evidence]) -> Iterator[Finding]:
    """One finding for each group of evidence with the same key, in order of first mention."""
    groups: dict[str, list[Evidence]] = {}
    for item in evidence:
        groups.setdefault(item.key or fold(item.text), []).append(item)
    for group in groups.values():
        yield _finding(kind, group)


def fold(text: str) -> str:
    """Case and blanks folded, and the strokes that OCR takes for one another made one."""
    return re.sub(r"\s+", " ", text).strip().casefold().translate(_STROKES)


def _finding(kind: FindingKind, group: list[Evidence]) -> Finding:
    first = group[0]
    where = tuple(dict.fromkeys(place for item in group for place in item.where))
    rows = tuple(dict.fromkeys(row for item in group for row in item.rows))
    severity = max((item.severity for item in group), key=_GRAVITY.__getitem__)
    return Finding(
        id=_id(kind, first.text, where),
        kind=kind,
        severity=severity,
        text=first.text,
        why=texts(KEPT_IN).reason(first.reason),
        reason=first.reason,
        row=rows[0] if rows else None,
        rows=rows,
        where=where,
    )


def _id(kind: str, text: str, where: tuple[Place, ...]) -> str:
    place = where[0] if where else Place()
    box = "" if place.box is None else ",".join(f"{edge:.0f}" for edge in place.box)
    return hashlib.sha256(f"{kind}|{fold(text)}|{place.page}|{box}|{place.block}".encode()).hexdigest()[:12]
