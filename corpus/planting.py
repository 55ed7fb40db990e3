"""What every planted fault and look-alike needs: an untouched row, a place in the prose, a note of what was done."""

from __future__ import annotations

from corpus.agencies import Agency, invent_agency
from corpus.draft import Draft, Flag, LookAlike, Passage, PlanRow


def take_row(draft: Draft, column: str = "indicator") -> PlanRow | None:
    """A row nothing was planted in yet, or None; `column` must be one the layout prints."""
    if column not in {c.role for c in draft.layout.columns}:
        return None
    free = [row for row in draft.rows if not any(row is t for t in draft.touched)]
    if not free:
        return None
    row = draft.dice.choice(free)
    draft.touched.append(row)
    return row


def add_prose(draft: Draft, text: str, chapters: tuple[str, ...] = ("BAB I", "BAB II", "BAB IV")) -> str:
    """Append a paragraph to a section of prose; says where."""
    sections = [
        (chapter, section)
        for chapter in draft.chapters
        if chapter.label in chapters
        for section in chapter.sections
        if section.passages and not any(p.label for p in section.passages)
    ]
    chapter, section = draft.dice.choice(sections)
    section.passages.append(Passage(text))
    return f"{chapter.label} {section.label}".strip()


def flag(
    draft: Draft, kind: str, text: str, why: str, where: str, rows: tuple[PlanRow, ...] = (), formats: tuple[str, ...] = ()
) -> bool:
    draft.flags.append(Flag(kind, text, why, where, list(rows), formats=formats))
    return True


def look_alike(draft: Draft, kind: str, text: str, why: str) -> bool:
    draft.look_alikes.append(LookAlike(kind, text, why))
    return True


def lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def stranger(draft: Draft) -> Agency:
    """An agency of another kind in another region."""
    while True:
        other = invent_agency(draft.dice)
        if other.region != draft.agency.region and other.unit != draft.agency.unit and other.kind != draft.agency.kind:
            return other
