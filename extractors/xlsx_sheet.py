"""What a sheet of a workbook shows: its filled and coloured cells on the grid of shown rows and columns, values as texts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from extractors.months import MONTHS

MOST_ROWS, MOST_COLUMNS = 20_000, 200
"""A sheet is read no further; formats reach down to a million empty rows."""


@dataclass(frozen=True, slots=True)
class Item:
    """A cell that shows something, with its spans, on the grid of shown rows and columns (from 0)."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    bold: bool


Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows and columns a reader sees: number in the sheet (from 1) → place on the grid (from 0)."""

    row_at: dict[int, int]
    column_at: dict[int, int]

    @classmethod
    def of(cls, sheet: Worksheet) -> Shown:
        hidden = _hidden_columns(sheet)
        rows = [r for r in range(1, min(sheet.max_row, MOST_ROWS) + 1) if not sheet.row_dimensions[r].hidden]
        columns = [c for c in range(1, min(sheet.max_column, MOST_COLUMNS) + 1) if c not in hidden]
        return cls(*({number: index for index, number in enumerate(shown)} for shown in (rows, columns)))

    def cells(self, sheet: Worksheet) -> Iterator[tuple[Spot, SheetCell]]:
        """Each shown cell with its place; of a merged area the first."""
        for cells in sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS), max_col=min(sheet.max_column, MOST_COLUMNS)):
            for cell in cells:
                if not isinstance(cell, MergedCell) and cell.row in self.row_at and cell.column in self.column_at:
                    yield (self.row_at[cell.row], self.column_at[cell.column]), cell


def items_of(sheet: Worksheet, shown: Shown) -> list[Item]:
    """The filled cells of a sheet, merged ones once, hidden rows and columns taken out of the grid."""
    merged = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    items = []
    for (row, column), cell in shown.cells(sheet):
        area = merged.get((cell.row, cell.column))
        row_span = 1 if area is None else sum(r in shown.row_at for r in range(area.min_row, area.max_row + 1))
        column_span = 1 if area is None else sum(c in shown.column_at for c in range(area.min_col, area.max_col + 1))
        text = shown_text(cell)
        if text:
            items.append(Item(row, column, row_span, column_span, text, bool(cell.font.b)))
    return items


def shaded_spots(sheet: Worksheet, shown: Shown) -> frozenset[Spot]:
    """Places on the grid whose cell is filled with a colour or grey."""
    return frozenset(spot for spot, cell in shown.cells(sheet) if cell.has_style and _is_filled(cell))


def _is_filled(cell: SheetCell) -> bool:
    """White is the first colour of a theme, where no tint darkens it (ECMA-376 18.8.3)."""
    if cell.fill.fill_type is None:
        return False
    colour = cell.fill.fgColor
    if colour.type == "theme":
        return colour.theme != 0 or colour.tint < 0
    return colour.type != "rgb" or colour.rgb not in {"00000000", "00FFFFFF", "FFFFFFFF"}


def _hidden_columns(sheet: Worksheet) -> set[int]:
    """Numbers of hidden columns; one entry of the file may stand for a group of them."""
    hidden: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden and dimension.min and dimension.max:
            hidden |= set(range(dimension.min, min(dimension.max, MOST_COLUMNS) + 1))
    return hidden


def shown_text(cell: SheetCell) -> str:
    """A cell's value as a reader sees it, its own line breaks kept."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.datetime | datetime.date):
        return _date(value, cell.number_format or "")
    if isinstance(value, float):
        return _number(value, cell.number_format or "")
    lines = (" ".join(line.split()) for line in str(value).split("\n"))
    return "\n".join(line for line in lines if line)


def _date(value: datetime.datetime | datetime.date, shape: str) -> str:
    """A date in the parts its format shows, the month by name; Excel turns "Feb 2024" into a day of its own accord."""
    month = MONTHS[value.month - 1]
    if "d" in shape.lower():
        return f"{value.day} {month} {value.year}"
    return f"{month} {value.year}"


def _number(value: float, shape: str) -> str:
    if "%" in shape:
        return f"{value * 100:.10g}%"
    return f"{value:.10g}"
