"""Plans written off from another office's: its prose and its steps, with the names and years changed."""

from __future__ import annotations

from corpus.draft import Draft, Passage, PlanSection


def copy_texts(source: Draft, draft: Draft) -> None:
    """Take over the source's prose of BAB I and II and its actions and evidences for the same indicators."""
    draft.copied_from = source.id
    theirs = {section.title: section for chapter in source.chapters[:2] for section in chapter.sections}
    for chapter in draft.chapters[:2]:
        for section in chapter.sections:
            if section.title in theirs and section.title != "Dasar Hukum":
                section.passages = _taken_over(theirs[section.title], source, draft)
    steps = {row.codes: row for row in source.rows if row.codes}
    for row in draft.rows:
        if row.codes in steps:
            row.actions[:] = [_renamed(text, source, draft) for text in steps[row.codes].actions]
            row.evidences[:] = [_renamed(text, source, draft) for text in steps[row.codes].evidences]


def _taken_over(section: PlanSection, source: Draft, draft: Draft) -> list[Passage]:
    return [Passage(_renamed(p.text, source, draft), p.label) for p in section.passages]


def _renamed(text: str, source: Draft, draft: Draft) -> str:
    """The copier changes what would give the copy away at first sight."""
    pairs = (
        (source.agency.name, draft.agency.name),
        (source.agency.head_title, draft.agency.head_title),
        (source.agency.short, draft.agency.short),
        (source.agency.service, draft.agency.service),
        (str(source.year), str(draft.year)),
    )
    for old, new in pairs:
        text = text.replace(old, new)
    return text
