"""The plan's own decree, whose number or date differs between its heading, its signature and its annexes, or is blank.

Numbers are compared without blanks and with the letters that look like digits made digits. A document that holds
several decrees compares each annex with the decree it follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from rapidfuzz import fuzz

from canonical.reason import Reason, because
from extractors.document import Place
from pipeline.checks.finding import Evidence, doubtful, gather
from pipeline.checks.passages import Passage, Passages
from pipeline.dates import find_moments
from pipeline.plan import Plan
from pipeline.records import Finding, Severity

KIND: Final = "decree_mismatch"

_FIELDS_WITHIN = 8
"""A decree's or annex's number and date stand within so many paragraphs of its heading."""

_ANNEX = re.compile(r"^\W*(?:LAMPIRAN|Lampiran)\b(?!.*\b[Kk]eputusan ini\b)")
_DECREE = re.compile(r"^\W*(?:surat\s+)?keputusan\b", re.IGNORECASE)
_DECREE_WORD = re.compile(r"\b(?:keputusan|sk|surat keputusan)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:^|[\n\s])(?P<label>n[o0]m[o0]r"
    r"|no\.?)(?![a-z])[ \t]*(?P<mark>[:;.]?)[ \t]*(?:\n(?=\S*\d\S*/))?(?P<value>[^\n]*?)[ \t]*(?=\n|$|\btanggal\b|\btentang\b)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:^|[\n\s])(?P<label>(?:pada\s+)?tanggal|tgl\.?)[ \t]*(?P<mark>[:;]?)[ \t]*(?:\n(?=\W*\d))?(?P<value>[^\n]*)",
    re.IGNORECASE,
)
_END = re.compile(r"\b(?:menimbang|mengingat)\b|\n\W*tentang\b", re.IGNORECASE)
_SIGNED = re.compile(r"\b(?:ditetapkan|dikeluarkan)\s+di\b", re.IGNORECASE)
_HOLE = re.compile(r"^\W*$|^\W*(?:tahun|thn)\b|[._…]{3,}|/\s*/|/\s*[._…]+\s*/|/\s*$", re.IGNORECASE)
_LOOKALIKES = str.maketrans("OoIl|ZzSsB", "0011122558")


@dataclass(frozen=True, slots=True)
class Said:
    """A number or date as one place says it; `value` is "" where it was left blank."""

    text: str
    value: str
    passage: Passage


@dataclass
class Heading:
    """A decree's or annex's opening lines: what they give as number and date, and the subject after TENTANG."""

    is_annex: bool
    passages: list[Passage] = field(default_factory=list)
    number: Said | None = None
    date: Said | None = None
    subject: str = ""


def check(_plan: Plan, passages: Passages) -> Iterator[Finding]:
    yield from gather(KIND, _compare(read_headings([p for p in passages if p.source in {"prose", "table"}])))


def read_headings(passages: list[Passage]) -> list[Heading]:
    """The openings of decrees and of their annexes, in order; a decree takes its date from its signature."""
    starts = [i for i, p in enumerate(passages) if _opens(passages, i, p)]
    headings = []
    for start, following in zip(starts, [*starts[1:], len(passages)], strict=False):
        heading = _read_heading(passages[start : min(start + _FIELDS_WITHIN, following)])
        heading.date = heading.date or _signature_date(passages[start:following])
        headings.append(heading)
    return [h for h in headings if h.number is not None or h.date is not None]


def _opens(passages: list[Passage], index: int, passage: Passage) -> bool:
    if passage.source != "prose" or len(passage.text) > 260:
        return False
    if _ANNEX.match(passage.text):
        near = " ".join(p.text for p in passages[index : index + 2])
        return _DECREE_WORD.search(near) is not None
    return _DECREE.match(passage.text) is not None and (passage.is_heading or _NUMBER.search(passage.text) is not None)


def _read_heading(passages: list[Passage]) -> Heading:
    text = "\n".join(p.text for p in passages)
    heading = Heading(is_annex=_ANNEX.match(text) is not None, passages=passages)
    subject = re.search(r"\btentang\b\s*(.{10,160})", text, re.IGNORECASE | re.DOTALL)
    heading.subject = subject[1] if subject else ""
    end = _END.search(text)
    opening = text[: end.start()] if end else text
    heading.number = _said(_NUMBER.search(opening), passages, is_number=True)
    if heading.is_annex:
        heading.date = _said(_DATE.search(opening), passages, is_number=False)
    return heading


def _signature_date(passages: list[Passage]) -> Said | None:
    for index, passage in enumerate(passages):
        if _SIGNED.search(passage.text):
            block = passages[index : index + 3]
            text = "\n".join(p.text for p in block)
            said = _said(_DATE.search(text), block, is_number=False)
            if said is not None:
                return said
    return None


def _said(found: re.Match[str] | None, passages: list[Passage], is_number: bool) -> Said | None:
    if found is None:
        return None
    passage = _passage_at(passages, found.start("label"))
    value = found["value"].strip(" .,;:")
    if is_number:
        return _said_number(found, value, passage)
    moment = next((m for m in find_moments(value) if m.precision == "day"), None)
    if moment is not None:
        return Said(value[moment.start : moment.end], f"{moment.year}-{moment.month}-{moment.day}", passage)
    is_blank = not re.search(r"[a-z0-9]", value, re.IGNORECASE) or any(m.day is None for m in find_moments(value))
    return Said(f"{found['label']} {found['mark']} {value}".strip(), "", passage) if is_blank else None


def _said_number(found: re.Match[str], value: str, passage: Passage) -> Said | None:
    if _HOLE.search(value):
        return Said(re.sub(r"\s+", " ", f"{found['label']} {found['mark']} {found['value']}").strip(), "", passage)
    if not any(c.isdigit() for c in value) or len(value) > 60:
        return None
    return Said(value, re.sub(r"[\s.]", "", value).translate(_LOOKALIKES).casefold(), passage)


def _passage_at(passages: list[Passage], offset: int) -> Passage:
    for passage in passages:
        if offset <= len(passage.text):
            return passage
        offset -= len(passage.text) + 1
    return passages[-1]


def _compare(headings: list[Heading]) -> Iterator[Evidence]:
    decree: Heading | None = None
    for heading in headings:
        if heading.is_annex and decree is not None:
            yield from _against(decree, heading, "annex")
        elif not heading.is_annex:
            if decree is not None and _is_same_decree(decree, heading):
                yield from _against(decree, heading, "part")
            else:
                yield from _blanks(heading)
                decree = heading


def _is_same_decree(one: Heading, other: Heading) -> bool:
    return bool(one.subject) and bool(other.subject) and fuzz.ratio(one.subject.casefold(), other.subject.casefold()) >= 88


def _against(decree: Heading, heading: Heading, place: Literal["annex", "part"]) -> Iterator[Evidence]:
    for said, model, what in ((heading.number, decree.number, "number"), (heading.date, decree.date, "date")):
        if said is None or (model is not None and said.value == model.value):
            continue
        known = model.text if model is not None and model.value else ""
        if said.value and known:
            differs = because("finding.decree_part_differs", what=what, place=place, said=said.text, known=known)
            yield _evidence(said, differs, model, "error")
        elif known:
            yield _evidence(said, because("finding.decree_part_blank_known", what=what, place=place, known=known), model)
        elif not said.value:
            yield _evidence(said, because("finding.decree_part_blank", what=what, place=place), model)


def _blanks(decree: Heading) -> Iterator[Evidence]:
    for said, what in ((decree.number, "number"), (decree.date, "date")):
        if said is not None and said.value == "":
            yield _evidence(said, because("finding.decree_blank", what=what), None)


def _evidence(said: Said, reason: Reason, model: Said | None, severity: Severity = "warning") -> Evidence:
    other: tuple[Place, ...] = model.passage.where if model is not None else ()
    evidence = Evidence(said.text, reason, (*said.passage.where, *other), severity, key=f"{said.text}|{said.passage.block}")
    return doubtful(said.passage, evidence)
