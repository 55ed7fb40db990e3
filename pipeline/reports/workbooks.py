"""Workbooks with the same bytes for the same content, in which every text of a plan stays text."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

MADE_ON = datetime(2000, 1, 1)
"""Stands where a workbook or letter asks for its date of creation: a clock would change the bytes of every run."""

MOST_CELL_LETTERS = 32_000
"""Excel refuses cells of more than 32 767 letters."""

MOST_ROW_POINTS = 400.0
"""Excel draws no row higher than 409 points."""

GUIDE_POINTS = 11
"""Size of the letters in running text; tables have 9."""

ACCENT = "#0B4F6C"
WASH = "#E6EFF4"
LINE = "#C3CBD1"
ANSWER = "#FFF7D6"

_BASE = {"font_name": "Arial", "font_size": 9, "valign": "top"}
_GRID = {"border": 1, "border_color": LINE}
_ENTRY = {"bg_color": ANSWER, "border": 1, "border_color": "#B89B2E"}
_PART = {"bold": True, "font_size": 12, "font_color": "#FFFFFF", "bg_color": "#35506B", **_GRID}
_AREA = {"bold": True, "font_size": 11, "bg_color": "#C9DCE6", **_GRID}
_SUB = {"bold": True, "bg_color": WASH, **_GRID}
_POINTS = {"num_format": "0.00"}
_STYLES: Mapping[str, Mapping[str, object]] = {
    "plain": {},
    "left": {"align": "left"},
    "title": {"bold": True, "font_size": 16, "font_color": ACCENT},
    "subtitle": {"bold": True, "font_size": 12},
    "label": {"font_color": "#56616B"},
    "bold": {"bold": True},
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": ACCENT, "text_wrap": True, **_GRID},
    "text": {"text_wrap": True, "align": "left", "indent": 1, **_GRID},
    "code": {"font_color": "#56616B", **_GRID},
    "number": {**_POINTS, **_GRID},
    "count": {"num_format": "0", **_GRID},
    "percent": {"num_format": "0%", **_GRID},
    "link": {"font_color": ACCENT, "underline": 1, **_GRID},
    "part": _PART,
    "area": _AREA,
    "sub": {"text_wrap": True, **_SUB},
    "part_number": {**_PART, **_POINTS},
    "area_number": {**_AREA, **_POINTS},
    "sub_number": {**_SUB, **_POINTS},
    "answer": {"align": "center", **_ENTRY},
    "answer_percent": {"align": "center", "num_format": "0%", **_ENTRY},
    "answer_grade": {"align": "center", **_POINTS, **_ENTRY},
    "answer_count": {"align": "center", "num_format": "0", **_ENTRY},
    "note": {"text_wrap": True, **_ENTRY},
    "total": {"bold": True, "font_size": 12, "top": 2, "bottom": 1, **_POINTS},
    "total_percent": {"bold": True, "font_size": 12, "top": 2, "bottom": 1, "num_format": "0%"},
    "predicate": {"bold": True, "font_size": 16, "font_color": ACCENT, "bg_color": WASH, "valign": "vcenter"},
    "guide": {"text_wrap": True, "font_size": GUIDE_POINTS},
}


class Sheets:
    """An open workbook and its styles, by name."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self._formats: dict[str, Format] = {}

    def style(self, name: str) -> Format:
        if name not in self._formats:
            self._formats[name] = self.workbook.add_format({**_BASE, **_STYLES[name]})
        return self._formats[name]

    def sheet(self, name: str, *, landscape: bool = True, paper: Literal["A3", "A4"] = "A4") -> Worksheet:
        """A sheet that prints as wide as the paper."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_paper({"A3": 8, "A4": 9}[paper])
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&8&A&R&8&P / &N")
        sheet.hide_gridlines(2)
        return sheet

    def text(self, sheet: Worksheet, row: int, column: int, text: str, style: str = "text") -> None:
        """Write text as text: a cell that begins with = + - @ is no formula."""
        if text:
            sheet.write_string(row, column, text[:MOST_CELL_LETTERS], self.style(style))
        else:
            sheet.write_blank(row, column, None, self.style(style))

    def link(self, sheet: Worksheet, row: int, column: int, target: str, text: str) -> None:
        """A link to a file beside the workbook; `target` is relative, with / between folders."""
        sheet.write_url(row, column, f"external:{quote(target)}", self.style("link"), text[:MOST_CELL_LETTERS])

    def number(self, sheet: Worksheet, row: int, column: int, value: float | None, style: str = "number") -> None:
        if value is None:
            sheet.write_blank(row, column, None, self.style(style))
        else:
            sheet.write_number(row, column, value, self.style(style))

    def formula(self, sheet: Worksheet, row: int, column: int, formula: str, style: str, value: float | str = 0) -> None:
        """`value` is what the formula gives before anybody has answered, for readers that do not compute."""
        sheet.write_formula(row, column, formula, self.style(style), value)

    def fit_height(
        self, sheet: Worksheet, row: int, texts: Iterable[tuple[str, float]], level: int = 0, points: float = 9
    ) -> None:
        """As high as the longest of the texts, each with its column's width, needs in letters of so many points.

        Not every program fits wrapped cells.
        """
        lines = max((lines_needed(text, width) for text, width in texts), default=1)
        height = min(MOST_ROW_POINTS, points * 4 / 3 * lines + 3)
        sheet.set_row(row, height, None, {"level": level} if level else {})

    def heads(self, sheet: Worksheet, row: int, heads: list[str]) -> None:
        for column, head in enumerate(heads):
            self.text(sheet, row, column, head, "head")


def lines_needed(text: str, width: float) -> int:
    """How many lines a text wraps to in a column of `width` (in Excel's letter widths, 9-point Arial)."""
    return sum(max(1, math.ceil(len(line) / (1.25 * width - 2))) for line in text.split("\n"))


@contextmanager
def workbook(path: Path, title: str) -> Iterator[Sheets]:
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(str(path), options)
    book.set_properties({"title": title, "created": MADE_ON, "author": "renja"})
    try:
        yield Sheets(book)
    finally:
        book.close()
