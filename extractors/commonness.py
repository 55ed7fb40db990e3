"""How common a word is in Indonesian, by the lists of wordfreq."""

from __future__ import annotations


def zipf(word: str) -> float:
    """The decimal logarithm of how often the word stands among a thousand million others; 0 for one the lists do not have."""
    from wordfreq import zipf_frequency  # a tenth of a second that plans without odd words need not pay

    return float(zipf_frequency(word, "id"))
