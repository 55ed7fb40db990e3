"""Manuscripts as plain text: tables tab by tab, or flattened line by line as a text layer comes out of a PDF."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from corpus.manuscript import GridCell, GridRow, Manuscript, PageBreak, RuledTable, Signatures, Space, Text, place_cells

_PROSE_COLUMNS, _TABLE_COLUMNS = 78, 112


def typeset_tabbed(manuscript: Manuscript) -> bytes:
    """Tables as one line a row with tabs between the cells, headings marked as in Markdown."""
    lines: list[str] = []
    for block in manuscript.blocks:
        lines.extend(_tabbed(block))
    return ("\n".join(lines) + "\n").encode("utf-8")


def _tabbed(block: Text | Space | PageBreak | RuledTable | Signatures) -> Iterator[str]:
    if isinstance(block, Text):
        if block.heading:
            yield f"### **{block.text}**" if block.align == "center" else f"#### {block.text}"
        else:
            yield f"{block.label} {block.text}".strip()
        yield ""
    elif isinstance(block, RuledTable):
        for row in expanded((*block.header, *block.body), len(block.widths)):
            yield "\t".join(f"<b>{c.text}</b>" if c and c.bold and c.text else c.text if c else "" for c in row)
        yield ""
    elif isinstance(block, Signatures):
        yield from _signature_lines(block, "**")


def expanded(rows: tuple[GridRow, ...], column_count: int) -> list[list[GridCell | None]]:
    """The full grid: a cell where it starts, None under and beside it."""
    grid: list[list[GridCell | None]] = [[None] * column_count for _ in rows]
    for r, line in enumerate(place_cells(rows, column_count)):
        for c, cell in line:
            grid[r][c] = cell
    return grid


def typeset_flat(manuscript: Manuscript) -> bytes:
    """Every printed line a line of its own, a blank one between; cells follow each other, their borders lost."""
    lines: list[str] = []
    for block in manuscript.blocks:
        lines.extend(_flat(block))
    return ("\n\n".join(f"{line} " if line else line for line in lines) + "\n").encode("utf-8")


def _flat(block: Text | Space | PageBreak | RuledTable | Signatures) -> Iterator[str]:
    if isinstance(block, Text):
        yield from textwrap.wrap(f"{block.label} {block.text}".strip(), _PROSE_COLUMNS)
    elif isinstance(block, Space | PageBreak):
        yield ""
    elif isinstance(block, RuledTable):
        yield from _flat_table(block)
    else:
        yield from _signature_lines(block, "")


def _flat_table(table: RuledTable) -> Iterator[str]:
    total = sum(table.widths)
    columns = [max(int(_TABLE_COLUMNS * w / total), 3) for w in table.widths]
    for line in place_cells((*table.header, *table.body), len(table.widths)):
        yield from _flat_row([_wrapped(cell, sum(columns[c : c + cell.column_span])) for c, cell in line])


def _wrapped(cell: GridCell, width: int) -> list[str]:
    return [part for text in cell.paragraphs for part in textwrap.wrap(text, max(width, 6), break_on_hyphens=False)]


def _flat_row(cells: list[list[str]]) -> Iterator[str]:
    """Cells of one line run on; after a cell of several lines a new line begins."""
    line = ""
    for cell in cells:
        if not cell:
            continue
        line = f"{line} {cell[0]}".strip()
        if len(cell) > 1:
            yield line
            yield from cell[1:]
            line = ""
    if line:
        yield line


def _signature_lines(block: Signatures, mark: str) -> Iterator[str]:
    yield from block.opening
    for signer in block.signers:
        yield from signer.title_lines
        yield ""
        yield f"{mark}{signer.name}{mark}"
        yield signer.nip_line
        yield ""
