"""Text printed sideways: headers of narrow columns, names of areas beside their rows, or a whole page set on its side.

Letters of a pdfplumber page carry the matrix they are drawn with (PDF 32000-1, 9.4.4), which tells the way their line runs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from pdfplumber.utils import extract_words

from extractors.document import Box, Page

Way = Literal["btt", "ttb"]
"""The way letters run: from bottom to top, or from top to bottom."""

NEXT_LINE: dict[Way, str] = {"btt": "ltr", "ttb": "rtl"}
"""The way lines of such letters follow one another."""

TURNED: dict[Way, Literal[90, 270]] = {"btt": 90, "ttb": 270}
"""The clockwise quarter turn in degrees that brings them upright."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How many letters of a page run which way; slanted ones, as watermarks have, count as upright."""

    upright: int
    sideways: dict[Way, int]

    @property
    def of_page(self) -> Way | None:
        """The way most of the page runs, None where that is the usual one."""
        way = max(self.sideways, key=lambda w: self.sideways[w], default=None)
        return way if way is not None and self.sideways[way] > self.upright else None


def ways_of(page: Any) -> Ways:
    """The ways of the letters of a pdfplumber page."""
    counts = Counter(_way(char) for char in page.chars)
    upright = counts.pop(None, 0)
    return Ways(upright, {way: n for way, n in counts.items() if way is not None})


def without_sideways(page: Any) -> Any:
    """The pdfplumber page without the letters on their side."""
    return page.filter(lambda o: o["object_type"] != "char" or _way(o) is None)


def sideways_words(page: Any, way: Way, *, whole_lines: bool) -> Iterator[dict[str, Any]]:
    """The letters running one way as pdfplumber's words, `size` the width of their line in points.

    `whole_lines`: each line as one word, its blanks kept, since among upright text its words share no baseline with anything.
    """
    letters = [{**char, "upright": False} for char in page.chars if _way(char) == way]
    words = extract_words(
        letters,
        x_tolerance=2,
        y_tolerance_ratio=0.22,
        keep_blank_chars=whole_lines,
        char_dir_rotated=way,
        line_dir_rotated=NEXT_LINE[way],
        extra_attrs=["fontname"],
    )
    for word in words:
        if text := " ".join(word["text"].split()):
            yield {**word, "text": text, "size": word["x1"] - word["x0"]}


def turned_upright(page: Page, way: Way) -> Page:
    """The page turned so that the text running that way is upright."""
    width, height = page.width, page.height

    def turned(box: Box) -> Box:
        x0, top, x1, bottom = box
        return (height - bottom, x0, height - top, x1) if way == "btt" else (top, width - x1, bottom, width - x0)

    back = (0.0, 1.0, 0.0, -1.0, 0.0, height) if way == "btt" else (0.0, -1.0, width, 1.0, 0.0, 0.0)
    rules = (replace(r, **_named(turned((r.x0, r.top, r.x1, r.bottom)))) for r in page.rules)
    return replace(
        page,
        width=height,
        height=width,
        words=tuple(replace(word, box=turned(word.box)) for word in page.words),
        rules=tuple(rules),
        shades=tuple(turned(shade) for shade in page.shades),
        turned=TURNED[way],
        to_source=(*back, 0.0, 0.0, 1.0),
    )


def _named(box: Box) -> dict[str, float]:
    return dict(zip(("x0", "top", "x1", "bottom"), box, strict=True))


def _way(char: dict[str, Any]) -> Way | None:
    """By the matrix alone: a turn by a cosine of nearly nothing passes for upright with the parser."""
    a, b, _, d, _, _ = char["matrix"]
    if max(abs(a), abs(d)) > 0.1 * abs(b):
        return None
    return "btt" if b > 0 else "ttb"
