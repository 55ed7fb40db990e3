"""Regulations replaced before the plan's year, where the plan does not cite the one in force; numbers with another's title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from canonical.reason import because
from pipeline.checks.finding import Evidence, at, doubtful, gather
from pipeline.checks.misnamed_regulation import misnamed
from pipeline.checks.passages import Passages
from pipeline.checks.regulations import Regulation, regulation_named, regulations
from pipeline.plan import Plan
from pipeline.records import Finding, Severity

KIND: Final = "superseded_regulation"

_KIND_WORDS = {
    "UU": r"undang-?\s?undang|uu",
    "PP": r"peraturan\s+pemerintah|pp",
    "Perpres": r"peraturan\s+presiden|perpres",
    "Inpres": r"instruksi\s+presiden|inpres",
    "PermenPAN-RB": r"peraturan\s+menteri|per\s?men\s?pan\S*|permen\S*|peraturan\s+menpan\S*",
}
_BETWEEN_CHARS = 130
"""Between "Peraturan Menteri" and its number stands the ministry's long name."""


def check(plan: Plan, passages: Passages) -> Iterator[Finding]:
    yield from gather(KIND, misnamed(plan, passages))
    year = plan.identity.year
    if year is None:
        return
    cited = frozenset(plan.identity.regulations)
    overdue = [r for r in regulations() if r.name in cited and is_overdue(r, year, cited)]
    for regulation in overdue:
        yield from gather(KIND, _citations(passages, regulation, year))


def is_overdue(regulation: Regulation, year: int, cited: frozenset[str]) -> bool:
    """Replaced in an earlier year, and none of its successors cited."""
    if regulation.replaced_in is None or regulation.replaced_in >= year:
        return False
    return not cited & _successors(regulation.name)


def _successors(name: str) -> frozenset[str]:
    """What replaced a regulation, what amended or replaced that, and so on."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        known = regulation_named(waiting.pop())
        new = set(known.replaced_by) - found if known is not None else set()
        found |= new
        waiting.extend(new)
    return frozenset(found)


def _citations(passages: Passages, regulation: Regulation, year: int) -> Iterator[Evidence]:
    pattern = _citation_pattern(regulation.name)
    severity: Severity = "warning" if regulation.is_verified else "info"
    successor = " / ".join(regulation.replaced_by)
    since = regulation.replaced_in or year
    reason = because("finding.superseded", regulation=regulation.name, successor=successor, since=since, plan=year)
    number, _, replaced_year = regulation.name.split()[-1].rpartition("/")
    for passage in passages:
        if number not in passage.text or replaced_year not in passage.text:
            continue
        for found in pattern.finditer(passage.text):
            yield doubtful(passage, at(passage, _citation_words(passage.text, found), reason, severity, key=regulation.name))


def _citation_words(text: str, found: re.Match[str]) -> str:
    """From the regulation's kind to its year, or its number alone where another citation stands between."""
    words = found.group()
    return words if len(re.findall(r"(?:19|20)\d\d", words)) == 1 else found["number"]


@cache
def _citation_pattern(name: str) -> re.Pattern[str]:
    kind, _, rest = name.partition(" ")
    number, _, year = rest.rpartition("/")
    words = _KIND_WORDS.get(kind, re.escape(kind))
    return re.compile(
        rf"(?:\b(?:{words})\b[^;\n]{{0,{_BETWEEN_CHARS}}}?)?(?P<number>\b(?:n(?:omor|o"
        rf"|mr)?\b[\s.:]*)?(?<!\d)0?{re.escape(number)}\s*(?:/|tahun|thn?\.?|th)\s*{year}(?!\d))",
        re.IGNORECASE,
    )
