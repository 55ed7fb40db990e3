"""Roman numerals behind the words that number parts of a year or of a work: TW II, Triwulan II dan IV, Semester I.

No word tells an engine what such letters are: it drops them, takes them for others or hangs them on to the word before.
Here they are told by their strokes (`glyphs.py`), and only where the strokes make a numeral; all else stays as read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np

from extractors.ocr.engine import OcrWord
from extractors.scan.letters.glyphs import INK, read_glyphs

CONFIDENCE = 0.9
"""The least a numeral is believed that was told by its strokes."""

LONGEST_QUARTER = 8
"""Letters up to which a line is looked at as a quarter whatever was read: "TW III" has come back as "BALAI)"."""

SLACK = 2
"""Pixels above and below a line's words that may be parts of its letters."""

_NUMBERING = "semester|smt|triwulan|tribulan|caturwulan|kuartal|tw|tahap|periode|bab|lampiran|golongan|eselon|tingkat|area|pokja"
NUMBERED = re.compile(rf"^\(?(?:{_NUMBERING})\.?$", re.IGNORECASE)
"""Words that a Roman numeral follows."""

_HUNG_ON = re.compile(rf"^({_NUMBERING})[Il1|!inT\"]{{1,4}}$", re.IGNORECASE)
_LINKED = re.compile(r"^[Il1|!\"][IVlrinv1|!\"]{0,3}(dan)$")
"""A numeral and the word that links it to the next, run together."""

_LINK = re.compile(r"^(?:dan|atau|dan/atau|[-–&,]|s/d|s\.d\.?|sampai|hingga)$")
_STROKES = re.compile(r"^[TtIil1|!WwVvHNnUuMYJ\[\]/\\\"”“’'`.,:;\-–—]{1,6}$")
"""What engines make of letters that are strokes."""

_VALUE = r"(?:III?|IV|VI?|I)"
_NUMERAL, _QUARTER = re.compile(rf"^{_VALUE}(?:-{_VALUE})?$"), re.compile(rf"^TW{_VALUE}(?:-{_VALUE})?$")
_ENDING = re.compile(r"[.,;:)]*$")
_STROKE_AND_YEAR = re.compile(r"^[1Il|!](20[0-4]\d\W*)$")
"""A numeral taken for the first figure of its year: no number is written 12022."""


def settle_numerals(words: Sequence[OcrWord], image: np.ndarray) -> list[OcrWord]:
    """The words of an image (grey) with the numerals behind numbering words as their strokes have them."""
    settled: list[OcrWord] = []
    for _, line in groupby(words, key=lambda word: word.line):
        settled.extend(_settled_line(list(line), [word.text for word in settled[-2:]], image))
    return settled


def _settled_line(line: list[OcrWord], before: list[str], image: np.ndarray) -> list[OcrWord]:
    """One line's words; `before` are the last two words above."""
    if quarter := _misread_quarter(line, image):
        return quarter
    line = [part for i, word in enumerate(line) for part in _parted(word, before[-1] if before and not i else "", image)]
    settled: list[OcrWord] = []
    place = 0
    while place <= len(line):
        end = place
        while end < len(line) and _STROKES.match(line[end].text):
            end += 1
        texts = [*before, *(word.text for word in settled)]
        found = _numerals(line, place, end, image, awaited=_awaits_numeral(texts))
        settled.extend(found or line[place : place + 1])
        place = end if found else place + 1
        if found and place < len(line):
            line[place] = replace(line[place], text=_STROKE_AND_YEAR.sub(r"\1", line[place].text))
    return settled


def _misread_quarter(line: Sequence[OcrWord], image: np.ndarray) -> list[OcrWord]:
    """The quarter that a line's strokes make where a word was read, whose end then says nothing of the line's; [] elsewhere."""
    texts = [word.text for word in line]
    is_word = len("".join(texts)) <= LONGEST_QUARTER and " ".join(texts).isupper() and not all(map(_STROKES.match, texts))
    quarter = _numerals(line, 0, len(line), image, awaited=False) if is_word else []
    return [replace(word, text=_ENDING.sub("", word.text)) for word in quarter]


def _awaits_numeral(texts: Sequence[str]) -> bool:
    """Whether a numeral may follow these words: one that is numbered, broken at a wrap or not, or a numeral and its link."""
    last, before = (*reversed(texts[-2:]), "", "")[:2]
    is_list = _LINK.match(last) and _NUMERAL.match(before)
    return bool(NUMBERED.match(last) or NUMBERED.match(before + last) or is_list)


def _numerals(line: Sequence[OcrWord], start: int, end: int, image: np.ndarray, *, awaited: bool) -> list[OcrWord]:
    """What is printed where words `start` to `end` of a line were read, or nothing was; [] where that is no numeral."""
    if start == end and not (awaited and start):
        return []
    near = line[start:end] or line[start - 1 : start]
    left = line[start - 1].box[2] + 1 if start else 0
    right = line[end].box[0] - 1 if end < len(line) else image.shape[1]
    top, bottom = max(min(w.box[1] for w in near) - SLACK, 0), max(w.box[3] for w in near) + SLACK
    glyphs = read_glyphs(image[top:bottom, left:right])
    signs = "".join(glyph.sign for glyph in glyphs)
    if _QUARTER.match(signs) is None and not (awaited and _NUMERAL.match(signs) and _is_told(line[start:end], signs)):
        return []
    confidence = max(CONFIDENCE, *(word.confidence for word in near))
    parts = (glyphs[:2], glyphs[2:]) if _QUARTER.match(signs) else (glyphs,)
    ending = _ending(line[start:end])
    return [
        OcrWord(
            "".join(glyph.sign for glyph in part) + (ending if part is parts[-1] else ""),
            (left + part[0].left - SLACK, top + SLACK, left + part[-1].right + SLACK, bottom - SLACK),
            confidence,
            near[0].line,
        )
        for part in parts
    ]


def _ending(words: Sequence[OcrWord]) -> str:
    """The stop, comma or bracket that was read behind words."""
    match = _ENDING.search(words[-1].text) if words else None
    return match[0] if match else ""


def _is_told(words: Sequence[OcrWord], signs: str) -> bool:
    """Whether strokes may overrule figures: a 1 is a stroke too, so that only the count of strokes speaks against it."""
    text = _ENDING.sub("", "".join(word.text for word in words))
    return not text.isdecimal() or len(text) != len(signs)


def _parted(word: OcrWord, above: str, image: np.ndarray) -> list[OcrWord]:
    """The word, or its parts where a numeral hangs on to "dan", to a numbering word or, at a line's start, to its end."""
    texts = _hung_together(word.text, above)
    if len(texts) == 1:
        return [word]
    boxes = _boxes_of_parts(word.box, len(texts), image)
    at = texts.index("")
    numeral = _numeral_in(image, boxes[at]) if len(boxes) == len(texts) else ""
    if not numeral:
        return [word]
    sure = max(word.confidence, CONFIDENCE)
    return [
        replace(word, text=text or numeral, box=box, confidence=word.confidence if text else sure)
        for text, box in zip(texts, boxes, strict=True)
    ]


def _boxes_of_parts(box: tuple[int, int, int, int], count: int, image: np.ndarray) -> list[tuple[int, int, int, int]]:
    """The boxes of a word's parts, `count` of them, cut at its widest gaps; fewer where it has no such gaps."""
    x0, top, x1, bottom = box
    columns = np.flatnonzero((image[top:bottom, x0:x1] < INK).any(axis=0))
    steps = np.diff(columns)
    cuts = sorted(int(cut) for cut in np.argsort(-steps, kind="stable")[: count - 1] if steps[cut] > 1)
    starts = [x0, *(x0 + int(columns[cut + 1]) for cut in cuts)]
    ends = [*(x0 + int(columns[cut]) + 1 for cut in cuts), x1]
    return [(start, top, end, bottom) for start, end in zip(starts, ends, strict=True)]


def _numeral_in(image: np.ndarray, box: tuple[int, int, int, int]) -> str:
    """The numeral that the strokes in a box of the image make, "" where they make none."""
    x0, top, x1, bottom = box
    text = "".join(glyph.sign for glyph in read_glyphs(image[top:bottom, x0:x1]))
    return text if _NUMERAL.match(text) else ""


def _hung_together(text: str, above: str) -> list[str]:
    """The words that a word may be made of, the numeral among them as ""; [""] where it is none of these."""
    if match := _LINKED.match(text):
        return ["", match[1]]
    if match := _HUNG_ON.match(text):
        return [match[1], ""]
    for end in range(1, min(len(text), 5)):
        if above.isalpha() and NUMBERED.match(above + text[:end]):
            if match := _LINKED.match(text[end:]):
                return [text[:end], "", match[1]]
            if _STROKES.match(text[end:]):
                return [text[:end], ""]
    return [""]
