"""Rows that hold several indicators one after the other are read sentence by sentence.

Some plans write all indicators of a component into one cell ("a. SOP mengacu … b. SOP telah diterapkan …"). Such a text is
only half like each of them. It is taken apart where at least two of its sentences are clearly indicators of their own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from canonical.columns import columns
from canonical.features import index, read_sentences
from canonical.likeness import compare

CLEAR = 0.8
"""Likeness from which a sentence of a row is an indicator of its own."""
_END = re.compile(r"\n|;|(?<=[a-z][a-z)])\.\s+(?=[A-Z])|\s+(?=(?:[a-h]|\d{1,2})[.)]\s+[A-Z])")
"""A line's end, a semicolon, a full stop behind a word (not behind the letter of a list item), or before the next list item."""


def sentences_of(text: str) -> list[str]:
    """The sentences or list items of a text, those of fewer than two words joined to the one before."""
    pieces: list[str] = []
    for piece in filter(None, (p.strip() for p in _END.split(text))):
        if pieces and len(piece.split()) < 2:
            pieces[-1] = f"{pieces[-1]} {piece}"
        else:
            pieces.append(piece)
    return pieces


def take_apart(texts: Sequence[str], components: Sequence[str], whole: Collection[str] = ()) -> list[list[str]]:
    """For each text its sentences, if two or more of them are clearly different indicators; else the text alone.

    `components` are the titles the texts stand under; texts in `whole` are never taken apart.
    """
    split = [[t] if t in whole else sentences_of(t) for t in texts]
    rows = [n for n, pieces in enumerate(split) if len(pieces) > 1]
    flat = [(n, piece) for n in rows for piece in split[n]]
    if not flat:
        return [[t] for t in texts]
    titles = read_sentences([components[n] for n, _ in flat])
    text = compare(index(), read_sentences([piece for _, piece in flat]), titles).text
    meant: dict[int, set[str]] = {}
    for (n, _), likeness in zip(flat, text, strict=True):
        best = int(likeness.argmax())
        if likeness[best] >= CLEAR:
            meant.setdefault(n, set()).add(_column_of(best))
    return [pieces if len(meant.get(n, ())) > 1 else [texts[n]] for n, pieces in enumerate(split)]


def _column_of(entry: int) -> str:
    return next(f"{c.regulation} {c.code}" for c in columns() if entry in c.entries)
