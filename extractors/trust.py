"""How likely it is that a cell read by OCR says what is printed: a share of cells, where engines only give scores of words.

Tesseract is as sure of most words it reads wrong as of those it reads right, so that a mean over a cell says little. A long
cell, its least sure word and a page that reads badly as a whole say more. `python -m corpus trust` fits the weights on made-up
scans, whose truth is known, and shows how far the shares hold on others.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from extractors.document import Word

WEIGHTS = (-7.57, -1.368, -0.246, -0.27, -2.507)
"""Of `signs`; all but the first lower the trust as the doubt grows, so that trust is monotone in each sign.

On scans of two other layouts cells said to be right in .993, .977, .931, .862, .736 and .494 of cases were so in .997, .983,
.985, .887, .812 and .667: where it errs it doubts too much."""

LEAST_DOUBT = 0.02
"""Doubt (1 − confidence) below which words differ by chance only."""

MOST_TRUST = 0.995


def cell_trust(words: Sequence[Word], page_confidence: float) -> float:
    """The chance (0 to 1) that a cell of these words is read rightly; an empty cell is.

    `page_confidence` is the mean confidence of the page's words.
    """
    if not words:
        return 1.0
    total = sum(weight * sign for weight, sign in zip(WEIGHTS, signs(words, page_confidence), strict=True))
    return min(1 / (1 + math.exp(-total)), MOST_TRUST)


def signs(words: Sequence[Word], page_confidence: float) -> tuple[float, ...]:
    """One, the logarithms of the cell's mean doubt, its greatest doubt and its letters, and of the page's mean doubt."""
    letters = sum(len(w.text) for w in words)
    mean = sum(len(w.text) * w.confidence for w in words) / letters
    least = min(w.confidence for w in words)
    return (1.0, _log_doubt(mean), _log_doubt(least), math.log(letters), _log_doubt(page_confidence))


def _log_doubt(confidence: float) -> float:
    return math.log(max(1 - confidence, LEAST_DOUBT))
