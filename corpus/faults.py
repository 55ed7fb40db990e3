"""Which faults are planted, by kind of finding, and how often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus import faults_in_rows as rows
from corpus import faults_in_text as text
from corpus.draft import Draft

Maker = Callable[[Draft], bool]


@dataclass(frozen=True)
class Group:
    """With `chance` (0–1) a plan gets one to `most` of the makers' faults."""

    kind: str
    makers: tuple[Maker, ...]
    chance: float = 0.65
    most: int = 3


FAULTS = (
    Group("missing_part", (text.no_closing, rows.no_area), 0.5, 1),
    Group("superseded_regulation", (text.title_of_another,), 0.4, 1),
    Group("stale_year", (text.signed_years_before,), 0.45, 1),
    Group("stale_year", (rows.stale_schedule, rows.stale_evidence, text.stale_prose, text.stale_running_head)),
    Group("bad_date", (rows.bad_schedule, rows.bad_date_in_evidence)),
    Group("decree_mismatch", (text.other_annex_number, text.other_annex_date, text.blank_annex_number), 0.85, 1),
    Group("foreign_agency", (rows.stranger_in_row, text.stranger_in_prose, text.stranger_in_title)),
    Group("contradiction", (text.denial_in_prose, rows.denial_in_row)),
    Group("numbering", (text.repeated_section, text.skipped_section, text.skipped_item, rows.skipped_component)),
    Group("duplicate_cell", (rows.action_as_evidence, rows.repeated_row)),
    Group("empty_cell", (rows.blank_schedule, rows.blank_evidence)),
    Group("weak_row", (rows.weak_action, rows.weak_evidence)),
    Group("unread_page", (text.lost_cover,), 0.9, 1),
)
"""Regulations replaced before the plan's year are planted where the citations are chosen (`corpus.chapters`), copied text
where plans meet (`corpus.copying`), column numbers that miscount with the layouts; rows alike by chance are found by
`corpus.repeats`."""

KINDS = tuple(dict.fromkeys(group.kind for group in FAULTS))


def plant_faults(draft: Draft) -> None:
    for group in FAULTS:
        if draft.dice.random() >= group.chance:
            continue
        for maker in draft.dice.sample(group.makers, k=min(len(group.makers), draft.dice.randint(1, group.most))):
            maker(draft)
