"""Chapter and annex headings: what a line says (BAB II, LAMPIRAN I), also where OCR misread its numeral."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from pipeline.prose import is_upper

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_BAB = re.compile(r"^[\W_]*[B8]\s?[Aa4]\s?[Bb8](?P<gap>[\s.:\-–—]*)(?P<numeral>[A-Za-z0-9|!\[\]]+)(?P<rest>.*)$")
_ANNEX = re.compile(r"^[\W_]*(?P<word>L\s?[AaÄ]\s?[MmNn]\s?[PpF]\s?[IiLl1|]\s?[RrHn]\s?[AaÄ]\s?[Nn])\b(?P<rest>.*)$")
_ANNEX_NUMERAL = re.compile(r"^[\s.:\-–]*(?P<numeral>[IVXl|]{1,5}|\d{1,2}|[A-H])(?![\w/])(?P<rest>.*)$")
_WORDS = {
    "SATU": 1, "PERTAMA": 1, "KESATU": 1, "DUA": 2, "KEDUA": 2, "TIGA": 3, "KETIGA": 3,
    "EMPAT": 4, "KEEMPAT": 4, "LIMA": 5, "KELIMA": 5, "ENAM": 6, "KEENAM": 6,
}  # fmt: skip
_STROKES = str.maketrans(
    {**dict.fromkeys("l1|!i[]TtLjJ", "I"), **dict.fromkeys("HUn", "II"), **dict.fromkeys("vY", "V"), "x": "X"}
)
"""What OCR makes of the strokes of a roman numeral."""

_PROSE_START = re.compile(r"^[a-z]")
_PROSE_WORDS = re.compile(
    r"\b(berisi\w*|memuat|menjelaskan|menguraikan|membahas|menyajikan|terdiri|meliputi|mengenai|adalah|merupakan|"
    r"sebagaimana|dimaksud|tersebut|diatas|yang|telah|dapat|tidak terpisahkan|dalam keputusan|keputusan ini|ini)\b"
)
_LEADERS = re.compile(r"(?:(?:\.\s?){4}|…|·{3}|_{3}|\t)[\W_]{0,120}(?:\d{1,3}|[ivxIVX]{1,5})?\W{0,3}$")
_PAGE_AT_END = re.compile(r"[^\d\W]\W*\s+(\d{1,3}|[ivx]{1,5})$")
COMMON_TITLES = ("PENDAHULUAN", "PENUTUP")

ENTRY_END = 130
"""Letters at the end of a line that hold an entry's leaders and page number; patterns look no further."""

_SEPARATORS = " \t.:-–—_|*#"


@dataclass(frozen=True, slots=True)
class Heading:
    """`number` is 0 for an annex without numeral; `sure` is False where the numeral had to be guessed from strokes."""

    kind: Literal["chapter", "annex"]
    number: int
    label: str
    title: str
    sure: bool = True


def read_heading(text: str) -> Heading | None:
    """The heading a line is, or None; a mention in prose ("BAB II dan III memuat …") is none."""
    return _read_chapter(text) or _read_annex(text)


def has_leaders(text: str) -> bool:
    """Whether a line ends in dots that lead to a page number, as in a table of contents."""
    return bool(_LEADERS.search(text[-ENTRY_END:]))


def ends_in_page(text: str) -> bool:
    """Whether a line ends in a bare number; in a table of contents that is a page."""
    return has_leaders(text) or bool(_PAGE_AT_END.search(text.strip()[-ENTRY_END:]))


def is_prose_title(rest: str) -> bool:
    """Whether what follows a label goes on like a sentence."""
    return (
        bool(_PROSE_START.match(rest)) or bool(_PROSE_WORDS.search(rest)) or rest.endswith((",", ";")) or len(rest.split()) > 30
    )


def clean_title(title: str, is_ocr: bool = False) -> str:
    """A title without stray marks around it; where OCR read it, without specks read as letters before and after it.

    The two titles nearly every plan has are put right where OCR missed a letter of them.
    """
    title = title.strip(_SEPARATORS + "“”\"'‘’«»,;~")
    if not is_ocr or not title:
        return title
    tokens = title.split()
    while len(tokens) > 1 and _is_speck(tokens[0]):
        tokens = tokens[1:]
    while len(tokens) > 1 and _is_speck(tokens[-1]):
        tokens = tokens[:-1]
    title = " ".join(tokens).strip(_SEPARATORS + "“”\"'‘’«»,;~")
    return next((known for known in COMMON_TITLES if fuzz.ratio(known, title) >= 80), title)


def _is_speck(token: str) -> bool:
    """Whether a token is dust on the paper: few letters, and they are small or stand among digits."""
    letters = [c for c in token if c.isalpha()]
    if len(letters) > 3 or token.lower() in {"dan", "di"}:
        return False
    return not token.isupper() or any(c.isdigit() for c in token)


def read_numeral(token: str) -> tuple[int, bool] | None:
    """The value of a chapter's numeral and whether it was printed clearly; None where it is no numeral."""
    if token in ROMAN[1:]:
        return ROMAN.index(token), True
    if token.upper() in _WORDS:
        return _WORDS[token.upper()], True
    if token.isdigit() and set(token) != {"1"} and 0 < int(token) < len(ROMAN):
        return int(token), True
    if token == "1":
        return 1, True
    strokes = token.translate(_STROKES)
    return (ROMAN.index(strokes), False) if strokes in ROMAN[1:] else None


def _read_chapter(text: str) -> Heading | None:
    match = _BAB.match(text)
    if match is None or (not match["gap"] and not is_upper(text[:5])):
        return None
    numeral = read_numeral(match["numeral"])
    rest = match["rest"]
    if numeral is None or (rest and rest[0] not in _SEPARATORS + ",;)("):
        return None
    rest = rest.strip(_SEPARATORS)
    if rest[:1] in (",", ";", ")", "(") or is_prose_title(rest):
        return None
    sure = numeral[1] and bool(match["gap"])
    return Heading("chapter", numeral[0], f"BAB {ROMAN[numeral[0]]}", rest, sure)


def _read_annex(text: str) -> Heading | None:
    match = _ANNEX.match(text)
    if match is None or not match["word"][0].isupper():
        return None
    word = "LAMPIRAN" if is_upper(match["word"]) else "Lampiran"
    numbered = _ANNEX_NUMERAL.match(match["rest"])
    rest = (numbered["rest"] if numbered else match["rest"]).strip(_SEPARATORS)
    if is_prose_title(rest) or (not numbered and match["rest"][:1] not in ("", " ", ":", ".", "\t")):
        return None
    if numbered is None:
        return Heading("annex", 0, word, rest)
    number, printed, sure = _annex_number(numbered["numeral"])
    return Heading("annex", number, f"{word} {printed}", rest, sure)


def _annex_number(token: str) -> tuple[int, str, bool]:
    """Value, the numeral as printed (misread strokes put right), whether it was clear."""
    if token in "ABCDEFGH" and token not in ROMAN:
        return ord(token) - ord("A") + 1, token, True
    read = read_numeral(token)
    if read is None:
        return 0, token, False
    return read[0], token if token.isdigit() else ROMAN[read[0]], read[1]
