"""The HTML page of `renja diff`: gaps, findings and rows, with the words that changed marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import Literal

from rapidfuzz.distance import Levenshtein

from canonical.lists import library
from pipeline.catalogue import Texts, texts
from pipeline.diff import FieldChange, PlanDiff
from pipeline.records import Finding, PlanRecord, Row
from pipeline.reports.pages import render
from pipeline.reports.places import in_words, outline_of, pages_of, places_told


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, was taken out or put in."""

    kind: Literal["same", "out", "in"]
    text: str


def render_diff(diff: PlanDiff, lang: str) -> str:
    t = texts(lang)
    return render(
        "diff.html.j2",
        t,
        diff=diff,
        official=library().current.by_code,
        pieces=pieces_of,
        place_of=partial(place_of, t=t),
    )


def place_of(item: Row | Finding, record: PlanRecord, t: Texts) -> str:
    """Pages; in a document without pages the chapter of a finding, nothing for a row, which its words tell."""
    places = places_told(item) if isinstance(item, Finding) else item.where
    if pages_of(places):
        return in_words(places, t)
    return in_words(places, t, outline_of(record.chapters)) if isinstance(item, Finding) and not item.row else ""


def pieces_of(change: FieldChange) -> tuple[Piece, ...]:
    """The new text with the old one's words in their places; line breaks count as words."""
    old, new = _words(change.old), _words(change.new)
    pieces: list[Piece] = []
    out: list[str] = []
    put_in: list[str] = []
    for step in Levenshtein.opcodes(old, new):
        if step.tag == "equal":
            pieces += [*_replaced(out, put_in), Piece("same", _joined(new[step.dest_start : step.dest_end]))]
            out, put_in = [], []
        else:
            out += old[step.src_start : step.src_end]
            put_in += new[step.dest_start : step.dest_end]
    return (*pieces, *_replaced(out, put_in))


def _replaced(out: list[str], put_in: list[str]) -> list[Piece]:
    return [piece for piece in (Piece("out", _joined(out)), Piece("in", _joined(put_in))) if piece.text]


def _words(text: str) -> list[str]:
    return re.findall(r"\n|[^\s]+", text)


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" \n ", "\n").replace("\n ", "\n").replace(" \n", "\n")
