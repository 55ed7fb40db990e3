"""How much a text says what a list's sentence says: by words and by letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from canonical.features import ASSERTED_SHARE, Index, Matrix, Sentence
from canonical.stand_ins import stand_in_weights

TOLD_SHARE = 0.6
"""How much telling all the text says weighs against covering all of the list's sentence (weighted harmonic mean)."""
STUB, STUB_POWER = 0.65, 6
"""What a text is worth all of whose words a long sentence has ("Kompensasi layanan"), and how fast that falls with less."""
COMPONENT_FILL = 0.7
"""How far a word of the component's title stands in for one the indicator leaves out."""
LETTERS_ALONE = 0.1
"""What letters lose when they alone speak: a sentence whose words are all misread still has its letters."""
ELSEWHERE = 2.0
"""A text that speaks of things no list knows leaves nothing out: how much their weight takes off the title's help."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Texts × entries, each 0..1; `stems` apart, which is texts × vocabulary.

    `told`: how much of the text the entry says; `covered`: how much of the entry the text (helped by its component's
    title) says; `words` joins the two; `letters` compares spelling; `text` is what counts.
    """

    stems: Matrix
    told: Matrix
    covered: Matrix
    words: Matrix
    letters: Matrix
    text: Matrix


def compare(index: Index, sentences: Sequence[Sentence], components: Sequence[Sentence]) -> Likeness:
    """Likeness of every text to every entry; `components` are the titles the texts stand under."""
    stems, asserted, foreign = index.vectors(sentences)
    titles, _, _ = index.vectors(components)
    more_told, more_covered = stand_in_weights(index, stems)
    told = _told(index, stems, asserted, foreign, more_told)
    silent = np.asarray(1 / (1 + ELSEWHERE * foreign), np.float32)
    covered = _covered(index, stems, asserted, titles * silent[:, None], more_covered)
    mean = told * covered / np.maximum((1 - TOLD_SHARE) * told + TOLD_SHARE * covered, 1e-6)
    words = np.asarray(np.maximum(mean, STUB * told**STUB_POWER), np.float32)
    percent = process.cdist([s.letters for s in sentences], index.letters, scorer=fuzz.ratio, dtype=np.float32)
    letters = np.asarray(percent / 100, np.float32)
    text: Matrix = np.maximum.reduce([words, 0.6 * words + 0.4 * letters, letters - LETTERS_ALONE])
    return Likeness(stems, told, covered, words, letters, text)


def _told(index: Index, stems: Matrix, asserted: Matrix, foreign: Matrix, more: Matrix) -> Matrix:
    weight = index.weights
    shared = np.hstack([stems * weight, ASSERTED_SHARE * asserted * weight]) @ index.both.T
    whole = stems @ weight + ASSERTED_SHARE * (asserted @ weight) + foreign
    return np.minimum(1, (shared + more) / np.maximum(whole, 1e-6)[:, None])


def _covered(index: Index, stems: Matrix, asserted: Matrix, titles: Matrix, more: Matrix) -> Matrix:
    weight = index.weights
    helped = np.maximum(stems, COMPONENT_FILL * titles)
    said = np.hstack([helped * weight, ASSERTED_SHARE * asserted * weight]) @ index.both.T
    whole = index.stems @ weight + ASSERTED_SHARE * (index.asserted @ weight)
    return np.minimum(1, (said + more) / np.maximum(whole, 1e-6)[None, :])
