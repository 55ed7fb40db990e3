"""Sentences that any office may write down: what a term of the programme means or is for, and the formulas of decrees,
of the service pledge and of the integrity pact. They stand in regulations and models, so that sharing them is no copying.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from canonical.lists import library

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?](?=\s)|\n|$)")
_WORD = re.compile(r"[^\W\d_]+")

_BRACKETS = re.compile(r"\([^()]*\)")

_DEFINING = re.compile(
    r"\s*(?:\(?\w{1,3}[.)]\s+)?(?P<subject>[^.:;]{3,90}?)[\s,]+"
    r"(?:adalah|ialah|merupakan|bertujuan|(?:yang )?selanjutnya (?:disebut|disingkat))\b",
    re.IGNORECASE,
)
"""Numbering, the term, and the verb that defines it."""

_OWN = re.compile(r"\b(?:ini|itu|tersebut|kami|kita|yang hendak|yang akan)\b|nya\b", re.IGNORECASE)
"""Words that make a subject one of this plan's, and no term."""

_FORMULA = re.compile(
    r"keputusan ini (?:mulai )?berlaku|terdapat kekeliruan|biaya yang timbul"
    r"|(?:kami|saya) (?:menyatakan sanggup|menyatakan siap|siap men\w+|bersedia)"
    r"|perbuatan tercela|pemberian secara langsung atau tidak langsung|pertentangan kepentingan",
    re.IGNORECASE,
)

_TERMS = (
    "zona integritas wilayah bebas korupsi kolusi nepotisme wbk wbbm zi kkn predikat penyelenggara negara reformasi birokrasi "
    "tim penilai internal nasional whistleblowing"
)
"""Words of the programme that its list of indicators does not use."""

_SMALL = "dan atau yang dari di pada untuk dalam dengan para suatu menuju"


def standard_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where standard sentences begin and end in a text."""
    for found in _SENTENCE.finditer(text):
        if is_standard(found[0]):
            yield found.span()


def is_standard(sentence: str) -> bool:
    if _FORMULA.search(sentence):
        return True
    found = _DEFINING.match(sentence)
    return found is not None and not _OWN.search(found["subject"]) and _is_term(found["subject"])


def _is_term(subject: str) -> bool:
    """Whether every word is one of the programme's; brackets hold abbreviations and the English."""
    words = {word.casefold() for word in _WORD.findall(_BRACKETS.sub(" ", subject))}
    return bool(words - _programme_words()[1]) and words <= _programme_words()[0]


@cache
def _programme_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words of the regulations' lists with the small words, and the small words alone."""
    small = frozenset(_SMALL.split())
    told = [f"{i.text} {i.sub_name} {i.area_name}" for regulation in library().regulations for i in regulation.indicators]
    return frozenset(word.casefold() for text in (_TERMS, *told) for word in _WORD.findall(text)) | small, small
