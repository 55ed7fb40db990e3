"""Where something stands, in words: "hlm. 17, 18", or in formats without pages "BAB II, 2.1"."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.document import Place
from pipeline.catalogue import Texts
from pipeline.records import Chapter, Finding


def pages_of(places: Iterable[Place]) -> list[int]:
    """The pages, each once, in order."""
    return sorted({place.page for place in places if place.page is not None})


def places_told(finding: Finding) -> tuple[Place, ...]:
    """Where readers are sent for a finding: nowhere for an absence, whose place is only the nearest heading."""
    return () if finding.kind == "missing_part" else finding.where


Outline = tuple[tuple[int, str], ...]
"""The block each chapter and section begins at with its label, in order: what stands for pages where there are none."""


def outline_of(chapters: Iterable[Chapter]) -> Outline:
    starts: list[tuple[int, str]] = []
    for chapter in chapters:
        name = chapter.label or chapter.title
        inside = [(section.where, f"{name}, {section.label}") for section in chapter.sections if section.label]
        starts += [(where[0].block, label) for where, label in ((chapter.where, name), *inside) if where and where[0].block]
    return tuple(sorted(starts))


def in_words(places: Iterable[Place], t: Texts, outline: Outline = ()) -> str:
    """Pages, else the chapters and sections, else the blocks; "" where there is no place."""
    places = tuple(places)
    pages = pages_of(places)
    if pages:
        return t("format.page", pages=numbers_in_words(pages))
    blocks = sorted({place.block for place in places if place.block is not None})
    if not outline:
        return t("format.block", blocks=numbers_in_words(blocks)) if blocks else ""
    return "; ".join(dict.fromkeys(_section_at(block, outline) or t("format.front") for block in blocks))


def _section_at(block: int, outline: Outline) -> str:
    """The last chapter or section that begins at or before a block, "" before the first."""
    return next((label for start, label in reversed(outline) if start <= block), "")


def in_rows(places: Iterable[Place], rows: Iterable[int], t: Texts, outline: Outline = ()) -> str:
    """Pages and the numbers of action rows; chapters or blocks only where there is neither."""
    places, rows = tuple(places), sorted(rows)
    found = [in_words(places, t, outline)] if pages_of(places) or not rows else []
    return ", ".join([*found, *([t("format.row", rows=numbers_in_words(rows))] if rows else [])])


def numbers_in_words(numbers: Iterable[int]) -> str:
    """ "3, 5–7": runs of three and more are drawn together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_run_in_words(run) for run in runs)


def _run_in_words(run: list[int]) -> str:
    return f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(str(number) for number in run)
