"""From what the engine read in a crop to words of the page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from extractors.document import Word
from extractors.ocr import OcrWord
from extractors.scan.letters.crops import Crop

_LETTER = re.compile(r"[^\W_]")
_SIGNS_OF_RULES = re.compile(r"^[|_¦~‘'`.,:;«»*°\"\\—-]+$")
_DASH = re.compile(r"^[-–—]{1,2}$")

DOUBTFUL = 0.35
"""Confidence below which a word without letters or digits is taken for dust or the rest of a rule."""

ASCENDERS = set("bdfhklt/()[]{}|!?&%§") | set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
DESCENDERS = set("gjpqy()[]{}|/,;Q")

CAPITAL_SHARE = 0.68
"""Height of capitals and ascenders as a share of the font size, about the same in the serif and sans faces of offices."""

SLACK = 0.3
"""How far above and below the other words of its line a word may reach, as a share of the font size."""

SMALLEST_LETTER = 0.3
"""Letters lower than this share of the font size are specks; small ones have 0.45."""

LOWER_SHARE = 0.47
DESCENDER_SHARE = 0.21


def to_words(read: Sequence[OcrWord], crop: Crop, scale: float) -> Iterator[Word]:
    """The crop's words in points of the page (`scale` points a pixel), with the font size of their line."""
    sizes = _line_sizes(read, scale)
    read = _within_lines(read, {line: size / scale for line, size in sizes.items()})
    for place, word in enumerate(read):
        if _is_dust(word, sizes[word.line] / scale) and not _is_dash_between(read[max(place - 1, 0) : place + 2]):
            continue
        x0, top, x1, bottom = word.box
        box = ((x0 + crop.left) * scale, (top + crop.top) * scale, (x1 + crop.left) * scale, (bottom + crop.top) * scale)
        yield Word(word.text, box, max(word.confidence, 0.0), sizes[word.line])


def _within_lines(read: Sequence[OcrWord], sizes: dict[int, float]) -> list[OcrWord]:
    """The words no higher and lower than their line: pen strokes and stamps through a word draw its box over the next lines,
    whose words would then be taken for the same line's. `sizes` in pixels."""
    lines: dict[int, list[OcrWord]] = defaultdict(list)
    for word in read:
        if _LETTER.search(word.text):
            lines[word.line].append(word)
    reach = {
        line: (
            median(word.box[1] for word in found) - SLACK * sizes[line],
            median(word.box[3] for word in found) + SLACK * sizes[line],
        )
        for line, found in lines.items()
    }
    return [_clipped(word, *reach[word.line]) if word.line in reach else word for word in read]


def _clipped(word: OcrWord, top: float, bottom: float) -> OcrWord:
    x0, word_top, x1, word_bottom = word.box
    box = (x0, max(word_top, round(top)), x1, min(word_bottom, round(bottom)))
    return replace(word, box=box) if box[1] < box[3] else word


def _is_dust(word: OcrWord, size: float) -> bool:
    """Whether a word is a speck or a bit of a rule: too small for its letters (`size` in pixels), or a doubtful sign."""
    width, height = word.box[2] - word.box[0], word.box[3] - word.box[1]
    if _LETTER.search(word.text):
        return height < SMALLEST_LETTER * size
    return (word.confidence < DOUBTFUL and bool(_SIGNS_OF_RULES.match(word.text))) or (width < 3 and height < 3)


def _is_dash_between(near: Sequence[OcrWord]) -> bool:
    """Whether the middle one of three words is a dash between two words of its line, as in a range of months."""
    if len(near) != 3 or not _DASH.match(near[1].text) or len({word.line for word in near}) > 1:
        return False
    return all(_LETTER.search(word.text) for word in (near[0], near[2]))


def _line_sizes(read: Sequence[OcrWord], scale: float) -> dict[int, float]:
    """The font size in points of each line, the median of what its words' heights say."""
    sizes: dict[int, list[float]] = defaultdict(list)
    for word in read:
        if _LETTER.search(word.text):
            sizes[word.line].append((word.box[3] - word.box[1]) * scale / _height_share(word.text))
    return defaultdict(float, {line: round(median(found), 1) for line, found in sizes.items()})


def _height_share(text: str) -> float:
    """Height of a word's ink as a share of its font size."""
    above = CAPITAL_SHARE if ASCENDERS & set(text) else (0.62 if "i" in text or "j" in text else LOWER_SHARE)
    return above + (DESCENDER_SHARE if DESCENDERS & set(text) else 0.0)
