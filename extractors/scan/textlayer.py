"""Whether the text layer of a page can be read, or is what a broken font or a scanner's poor OCR left.

The measure is the share of words that an Indonesian reader knows. The word list holds the words of the regulations' indicators
and the everyday words of official letters; a word also counts as known when its stem does, so that the list may stay short.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from extractors.document import Word

KNOWN_SHARE = 0.4
"""Share of known words from which a text layer is usable. Pages of plans have 0.65 and more, ruins below 0.2."""

RUINED_SHARE = 0.12
"""The same where no scan lies under the text: letters drawn by fonts are the page itself, unless a broken font maps them wrongly.
Lists of names and offices have 0.28 and more."""

FEW_WORDS = 8
"""With fewer words than this the share says nothing: a cover, a photo page, a page of figures."""

GARBLED_SHARE = 0.15
"""Share of words with signs no writer uses from which a layer is garbled, whatever else it holds."""

_SOFT_HYPHEN = "\u00ad"
_LETTERS = re.compile(r"[A-Za-z]{2,}")
_PREFIX = re.compile(r"^(?:me(?:ng|ny|m|n)?|di|ber|ter|pe(?:ng|ny|m|n|r)?|ke|se)(?=[a-z]{3})")
_SUFFIX = re.compile(r"(?<=[a-z]{3})(?:nya|kan|an|i|lah|pun)$")
_UNPRINTED = re.compile("\\(cid:\\d+\\)|[\\x00-\\x08\\x0e-\\x1f\\ue000-\\uf8ff\\ufffd]")
_BULLETS = re.compile("^[\\uf000-\\uf0ff]$")


def is_usable(words: Sequence[Word], *, over_scan: bool = True) -> bool:
    """Whether the words of a page's text layer are language, not the ruins of it. An empty layer is not usable.

    `over_scan` tells whether an image of the page lies under them, so that they may be some scanner's poor OCR.
    """
    texts = [w.text.replace(_SOFT_HYPHEN, "") for w in words]
    if not texts or _share(texts, _is_garbled) > GARBLED_SHARE:
        return False
    written = [part.lower() for text in texts for part in _LETTERS.findall(text)]
    if len(written) < FEW_WORDS:
        return True
    return _share(written, is_known) >= (KNOWN_SHARE if over_scan else RUINED_SHARE)


def is_known(word: str) -> bool:
    """Whether a lower-case word or its stem, affixes taken off, stands in the word list."""
    known = known_words()
    stem = _SUFFIX.sub("", word)
    return bool({word, stem, _PREFIX.sub("", word), _PREFIX.sub("", stem)} & known)


@cache
def known_words() -> frozenset[str]:
    """The word list, lower case."""
    return frozenset((Path(__file__).parent / "data" / "words.txt").read_text(encoding="utf-8").split())


def _is_garbled(text: str) -> bool:
    # Word's bullets come from a symbol font's private area and are no sign of a broken layer.
    return bool(_UNPRINTED.search(text)) and not _BULLETS.match(text)


def _share(texts: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, texts)) / len(texts)
