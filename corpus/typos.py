"""Slips of the typing hand: a letter lost, doubled or swapped. They are part of what the document says."""

from __future__ import annotations

import random

from corpus.draft import Draft


def slip(word: str, dice: random.Random) -> str:
    """The word with one slip; short words, names and anything with digits stay."""
    if len(word) < 7 or not word.isalpha() or not word.islower():
        return word
    at = dice.randrange(2, len(word) - 2)
    kind = dice.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def slips(text: str, rate: float, dice: random.Random) -> str:
    return " ".join(slip(word, dice) if dice.random() < rate else word for word in text.split(" "))


def add_typos(draft: Draft, rate: float) -> None:
    """Slips in about `rate` (0–1) of the long words of rows and prose."""
    for row in draft.rows:
        row.indicator = slips(row.indicator, rate, draft.dice)
        row.actions[:] = [slips(text, rate, draft.dice) for text in row.actions]
        row.evidences[:] = [slips(text, rate, draft.dice) for text in row.evidences]
    for chapter in draft.chapters:
        for section in chapter.sections:
            for passage in section.passages:
                passage.text = slips(passage.text, rate / 2, draft.dice)
