"""Workbooks (.xlsx): each sheet a table, the title lines above its header as paragraphs; blocks count from 1.

Values are read, not formulas; hidden sheets, rows and columns are not what a reader sees and are left out.
"""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from extractors.document import Block, Cell, Document, Line, Paragraph, Place, Table
from extractors.docx.package import check_container
from extractors.errors import UnreadableFile
from extractors.months import MONTHS

MOST_PART_BYTES = 48 * 1024 * 1024
"""What one part of a workbook may unpack to."""
MOST_WHOLE_BYTES = 128 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 20_000, 200
"""A sheet is read no further; formats reach down to a million empty rows."""
LEAST_TABLE_CELLS = 3
"""Filled cells from which a line may be a header; lines above it are titles."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A cell that shows something, with its spans, on the grid of shown rows and columns (from 0)."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    bold: bool


_Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Shown:
    """The rows and columns a reader sees: number in the sheet (from 1) → place on the grid (from 0)."""

    row_at: dict[int, int]
    column_at: dict[int, int]

    @classmethod
    def of(cls, sheet: Worksheet) -> _Shown:
        hidden = _hidden_columns(sheet)
        rows = [r for r in range(1, min(sheet.max_row, MOST_ROWS) + 1) if not sheet.row_dimensions[r].hidden]
        columns = [c for c in range(1, min(sheet.max_column, MOST_COLUMNS) + 1) if c not in hidden]
        return cls(*({number: index for index, number in enumerate(shown)} for shown in (rows, columns)))

    def cells(self, sheet: Worksheet) -> Iterator[tuple[_Spot, SheetCell]]:
        """Each shown cell with its place; of a merged area the first."""
        for cells in sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS), max_col=min(sheet.max_column, MOST_COLUMNS)):
            for cell in cells:
                if not isinstance(cell, MergedCell) and cell.row in self.row_at and cell.column in self.column_at:
                    yield (self.row_at[cell.row], self.column_at[cell.column]), cell


def read(path: Path) -> Document:
    """The workbook at `path`, sheets in their order.

    Raises:
        EmptyFile, EncryptedFile: as `docx.package.check_container`.
        UnreadableFile: no workbook, cut off, or of an absurd size.
    """
    check_container(path)
    _check_sizes(path)
    try:
        workbook = load_workbook(path, data_only=True, keep_links=False)
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        SyntaxError,
        EOFError,
    ) as problem:
        raise UnreadableFile("bukan buku kerja yang utuh") from problem
    sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    blocks: list[Block] = []
    for sheet in sheets:
        shown = _Shown.of(sheet)
        blocks += _blocks(_items(sheet, shown), _shaded(sheet, shown), len(blocks))
    return Document("xlsx", tuple(blocks))


def _check_sizes(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = [info.file_size for info in archive.infolist()]
    except (zipfile.BadZipFile, UnicodeDecodeError) as problem:
        raise UnreadableFile from problem
    if max(sizes, default=0) > MOST_PART_BYTES or sum(sizes) > MOST_WHOLE_BYTES:
        raise UnreadableFile("buku kerja terlalu besar")


def _items(sheet: Worksheet, shown: _Shown) -> list[_Item]:
    """The filled cells of a sheet, merged ones once, hidden rows and columns taken out of the grid."""
    merged = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    items = []
    for (row, column), cell in shown.cells(sheet):
        area = merged.get((cell.row, cell.column))
        row_span = 1 if area is None else sum(r in shown.row_at for r in range(area.min_row, area.max_row + 1))
        column_span = 1 if area is None else sum(c in shown.column_at for c in range(area.min_col, area.max_col + 1))
        text = shown_text(cell)
        if text:
            items.append(_Item(row, column, row_span, column_span, text, bool(cell.font and cell.font.b)))
    return items


def _shaded(sheet: Worksheet, shown: _Shown) -> frozenset[_Spot]:
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


def _blocks(items: Sequence[_Item], shaded: frozenset[_Spot], before: int) -> Iterator[Block]:
    """A sheet as blocks: lone lines at the top and foot are paragraphs, what lies between is the table.

    `before` is how many blocks the document has already.
    """
    if not items:
        return
    counts = _filled_in_rows(items)
    wide = [row for row, count in counts.items() if count >= LEAST_TABLE_CELLS]
    first, last = (min(wide), _end_of_table(items, max(wide))) if wide else (max(counts) + 1, max(counts))
    number = before
    for row in sorted(row for row in counts if row < first):
        number += 1
        yield _paragraph([item for item in items if item.row == row], Place(block=number))
    inside = [item for item in items if first <= item.row <= last]
    if inside:
        number += 1
        yield _table(inside, shaded, Place(block=number))
    for row in sorted(row for row in counts if row > max(last, first - 1)):
        number += 1
        yield _paragraph([item for item in items if item.row == row], Place(block=number))


def _filled_in_rows(items: Sequence[_Item]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for item in items:
        counts[item.row] = counts.get(item.row, 0) + 1
    return counts


def _end_of_table(items: Sequence[_Item], last_wide: int) -> int:
    """The table's last row: lines that follow the last wide one without an empty row still belong to it."""
    filled = {item.row for item in items}
    spanned = max(item.row + item.row_span - 1 for item in items if item.row <= last_wide)
    last = max(last_wide, spanned)
    while last + 1 in filled:
        last += 1
    return last


def _paragraph(items: Sequence[_Item], place: Place) -> Paragraph:
    text = " ".join(" ".join(item.text.split()) for item in items)
    bold = all(item.bold for item in items)
    centred = len(items) == 1 and items[0].column_span > 1
    return Paragraph(text, (Line(text, bold=bold),), place, bold=bold, centred=centred)


def _table(items: Sequence[_Item], shaded: frozenset[_Spot], place: Place) -> Table:
    """The items on a grid of their own; places no item covers are empty cells."""
    top, left = min(item.row for item in items), min(item.column for item in items)
    row_count = max(item.row + item.row_span for item in items) - top
    column_count = max(item.column + item.column_span for item in items) - left
    cells: dict[tuple[int, int], Cell] = {}
    covered: set[tuple[int, int]] = set()
    for item in items:
        row, column = item.row - top, item.column - left
        lines = tuple(Line(line, bold=item.bold) for line in item.text.split("\n"))
        spans = (item.row_span, item.column_span)
        cells[row, column] = Cell(row, column, item.text, lines, place, *spans, is_shaded=(item.row, item.column) in shaded)
        covered |= {(row + r, column + c) for r in range(item.row_span) for c in range(item.column_span)}
    for spot in ((r, c) for r in range(row_count) for c in range(column_count)):
        if spot not in covered:
            cells[spot] = Cell(*spot, "", (), place, is_shaded=(spot[0] + top, spot[1] + left) in shaded)
    return Table(tuple(cells[spot] for spot in sorted(cells)), row_count, column_count, place)
