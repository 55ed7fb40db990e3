"""Inventing a plan: from a seed and a layout to a finished draft."""

from __future__ import annotations

import random

from corpus.action_grid import column_numbers
from corpus.agencies import invent_agency, invent_person
from corpus.chapters import choose_regulations, invent_chapters, invent_decree
from corpus.copying import copy_texts
from corpus.draft import Draft, Flag
from corpus.faults import plant_faults
from corpus.headings import with_own_headings
from corpus.layouts import LAYOUTS, Layout
from corpus.look_alikes import plant_look_alikes
from corpus.odd_layouts import ALL_LAYOUTS
from corpus.other_tables import invent_tables
from corpus.repeats import flag_repeats
from corpus.rows import invent_rows
from corpus.typos import add_typos

YEARS = (*range(2015, 2022), *range(2022, 2027), *range(2022, 2027))
"""2015 to 2026, the years of the regulation in force twice as often."""


def invent(layout_name: str, seed: int, share: float = 0.85, has_faults: bool = True) -> Draft:
    """The plan of a layout and a seed. `share` (0–1) is about how much of the regulation's list it has rows for;
    at 0 the plan has no action table at all. Every third layout's plan copies from that of the layout before it.

    Raises KeyError for an unknown layout.
    """
    draft = _content(layout_name, seed, share, has_faults)
    source = copied_layout(layout_name)
    if has_faults and source:
        copy_texts(_content(source, seed, share, has_faults), draft)
    _arrange_items(draft, draft.layout)
    _number_columns(draft)
    add_typos(draft, draft.dice.choice((0.0, 0.01, 0.03)))
    if has_faults:
        plant_faults(draft)
        plant_look_alikes(draft)
        flag_repeats(draft)
    return draft


def copied_layout(layout_name: str) -> str | None:
    """The layout whose plan of the same seed this one copies from; odd layouts copy from none."""
    if layout_name not in LAYOUTS:
        return None
    names = list(LAYOUTS)
    at = names.index(layout_name)
    return names[at - 1] if at % 3 == 2 else None


def _content(layout_name: str, seed: int, share: float, has_faults: bool) -> Draft:
    """What the plan says before anything is copied, slips or is planted."""
    layout = with_own_headings(ALL_LAYOUTS[layout_name], seed)
    dice = random.Random(f"{layout_name}/{seed}")
    year = dice.choice(YEARS)
    is_outdated = has_faults and year >= 2022 and dice.random() < 0.5
    draft = Draft(
        f"{layout_name}-{seed}", layout, invent_agency(dice, layout.agency_kind), year, _whose_list(year, is_outdated, dice),
        invent_person(dice, year), invent_person(dice, year), dice,
    )  # fmt: skip
    draft.cover_title = ["RENCANA KERJA", "PEMBANGUNAN ZONA INTEGRITAS"]
    draft.running_head = f"Rencana Kerja Zona Integritas {draft.agency.short} {year}" if layout.running_head else ""
    draft.month_mark = dice.choice(("√", "x", "v", "X"))
    choose_regulations(draft, is_outdated)
    invent_decree(draft)
    invent_chapters(draft)
    invent_tables(draft)
    if share > 0:
        invent_rows(draft, share)
    return draft


def _whose_list(year: int, is_outdated: bool, dice: random.Random) -> str:
    """Whose indicators the plan follows: plans that rest on the older regulation mostly keep its sentences too."""
    if year < 2022 or (is_outdated and dice.random() < 0.7):
        return "52/2014"
    return "90/2021"


def _arrange_items(draft: Draft, layout: Layout) -> None:
    """Several items of a cell as the layout prints them: numbered, or joined in one run of text."""
    glue = draft.dice.choice((", ", "; ", " "))
    for row in draft.rows:
        for items in (row.actions, row.evidences):
            if layout.items == "numbered" and len(items) > 1:
                items[:] = [f"{n}. {item}" for n, item in enumerate(items, 1)]
            elif layout.items == "joined":
                items[:] = [glue.join(items)]


def _number_columns(draft: Draft) -> None:
    numbers = column_numbers(draft.layout) if draft.rows else ()
    draft.number_row = numbers
    if numbers and draft.layout.number_row in ("short", "shifted"):
        shown = " ".join(n for n in numbers if n)
        why = f"the column numbers do not count the table's {len(numbers)} columns"
        draft.flags.append(Flag("numbering", shown, why, "action table, column numbers"))
