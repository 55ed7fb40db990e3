"""Workbooks (.xlsx): each sheet a table, the title lines above its header as paragraphs; blocks count from 1.

Values are read, not formulas; hidden sheets, rows and columns are not what a reader sees and are left out.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from extractors.document import Block, Cell, Document, Line, Paragraph, Place, Table
from extractors.docx.package import check_container
from extractors.errors import UnreadableFile
from extractors.xlsx_sheet import Item, Shown, Spot, items_of, shaded_spots

MOST_PART_BYTES = 48 * 1024 * 1024
"""What one part of a workbook may unpack to."""
MOST_WHOLE_BYTES = 128 * 1024 * 1024
LEAST_TABLE_CELLS = 3
"""Filled cells from which a line may be a header; lines above it are titles."""


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
        shown = Shown.of(sheet)
        blocks += _blocks(items_of(sheet, shown), shaded_spots(sheet, shown), len(blocks))
    return Document("xlsx", tuple(blocks))


def _check_sizes(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = [info.file_size for info in archive.infolist()]
    except (zipfile.BadZipFile, UnicodeDecodeError) as problem:
        raise UnreadableFile from problem
    if max(sizes, default=0) > MOST_PART_BYTES or sum(sizes) > MOST_WHOLE_BYTES:
        raise UnreadableFile("buku kerja terlalu besar")


def _blocks(items: Sequence[Item], shaded: frozenset[Spot], before: int) -> Iterator[Block]:
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


def _filled_in_rows(items: Sequence[Item]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for item in items:
        counts[item.row] = counts.get(item.row, 0) + 1
    return counts


def _end_of_table(items: Sequence[Item], last_wide: int) -> int:
    """The table's last row: lines that follow the last wide one without an empty row still belong to it."""
    filled = {item.row for item in items}
    spanned = max(item.row + item.row_span - 1 for item in items if item.row <= last_wide)
    last = max(last_wide, spanned)
    while last + 1 in filled:
        last += 1
    return last


def _paragraph(items: Sequence[Item], place: Place) -> Paragraph:
    text = " ".join(" ".join(item.text.split()) for item in items)
    bold = all(item.bold for item in items)
    centred = len(items) == 1 and items[0].column_span > 1
    return Paragraph(text, (Line(text, bold=bold),), place, bold=bold, centred=centred)


def _table(items: Sequence[Item], shaded: frozenset[Spot], place: Place) -> Table:
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
