"""The HTML page of `renja diff`: gaps, findings and rows, with the words that changed marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein

from canonical.lists import library
from pipeline.diff import FieldChange, PlanDiff
from pipeline.reports.catalogue import texts
from pipeline.reports.pages import render
from pipeline.reports.places import in_words


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
        place=lambda item: in_words(item.where, t),
    )


def pieces_of(change: FieldChange) -> tuple[Piece, ...]:
    """The new text with the old one's words in their places; line breaks count as words."""
    old, new = _words(change.old), _words(change.new)
    return tuple(
        piece
        for step in Levenshtein.opcodes(old, new)
        for piece in _pieces(step.tag, old[step.src_start : step.src_end], new[step.dest_start : step.dest_end])
    )


def _pieces(tag: str, old: list[str], new: list[str]) -> list[Piece]:
    if tag == "equal":
        return [Piece("same", _joined(new))]
    return [piece for piece in (Piece("out", _joined(old)), Piece("in", _joined(new))) if piece.text]


def _words(text: str) -> list[str]:
    return re.findall(r"\n|[^\s]+", text)


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" \n ", "\n").replace("\n ", "\n").replace(" \n", "\n")
