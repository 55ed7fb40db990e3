"""Tables whose cells are kept apart by tabs or pipes: lines to rows, rows to a grid.

A long table often comes in pieces, a piece a page, each with its header; they stay pieces, as a page's tables do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.plaintext.markup import plain
from extractors.plaintext.rows import Row

RULE_CELL = re.compile(r"\s*:?-{2,}:?\s*")
MOST_COLUMNS = 200
MOST_QUOTED_LINES = 60
"""Lines a quoted cell may run over; beyond, the quote is only a quote."""


def tab_cells(line: str) -> list[str]:
    return line.split("\t")[:MOST_COLUMNS]


def pipe_cells(line: str) -> list[str]:
    r"""The cells of a Markdown table line; "\|" is a pipe inside a cell."""
    line = line.strip()
    line = line.removeprefix("|")
    if line.endswith("|") and not line.endswith("\\|"):
        line = line[:-1]
    cells = re.split(r"(?<!\\)\|", line)
    return [cell.replace("\\|", "|").strip() for cell in cells][:MOST_COLUMNS]


def is_pipe_line(line: str) -> bool:
    return line.lstrip().startswith("|") and line.count("|") >= 2


def is_rule(cells: Sequence[str]) -> bool:
    """Whether a line only rules off the header ("--", ":---:")."""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(RULE_CELL.fullmatch(cell) for cell in filled)


def tab_rows(lines: Sequence[str]) -> list[Row]:
    """Rows of tab-separated lines; a line without tabs among them is a row of one cell over the whole width."""
    joined = with_broken_cells_joined(with_quoted_cells_joined(lines))
    return grid([tab_cells(line) for line in joined])


def pipe_rows(lines: Sequence[str]) -> list[Row]:
    return grid([pipe_cells(line) for line in lines])


def grid(rows: Sequence[list[str]]) -> list[Row]:
    """Rows of one width, without rules and empty lines; a row of one lone cell spans them all."""
    kept = [cells for cells in rows if any(cell.strip() for cell in cells) and not is_rule(cells)]
    width = max((len(_trimmed(cells)) for cells in kept), default=0)
    made = []
    for cells in kept:
        if width > 1 and (len(cells) == 1 or _is_title(cells)):
            made.append(Row((cells[0],), is_merged=True))
        else:
            made.append(Row(tuple((cells + [""] * width)[:width])))
    return made


def _is_title(cells: Sequence[str]) -> bool:
    """A line with one bold text at its left and nothing else is a title across the table."""
    return bool(cells[0].strip()) and not any(cell.strip() for cell in cells[1:]) and plain(cells[0]).bold


def with_quoted_cells_joined(lines: Sequence[str]) -> list[str]:
    """Lines in which a cell in quotes that holds line ends, as spreadsheets write it, is one line again."""
    made: list[str] = []
    index = 0
    while index < len(lines):
        last = _quote_end(lines, index)
        whole = "<br>".join(lines[index : last + 1])
        made.append(_unquoted(whole) if last > index else whole)
        index = last + 1
    return made


def _quote_end(lines: Sequence[str], index: int) -> int:
    """The line on which the quote that line `index` leaves open is closed; `index` where none is open."""
    if not _leaves_quote_open(lines[index]):
        return index
    for last in range(index + 1, min(index + MOST_QUOTED_LINES, len(lines))):
        if re.search(r'(?<!")"(?:"")*(?:\t|$)', lines[last]):
            whole = "\n".join(lines[index : last + 1])
            return last if not _leaves_quote_open(whole) else index
    return index


def _leaves_quote_open(text: str) -> bool:
    cells = text.split("\t")
    return any(cell.startswith('"') and cell.count('"') % 2 for cell in cells)


def _unquoted(line: str) -> str:
    cells = line.split("\t")
    whole = [c[1:-1].replace('""', '"') if len(c) > 1 and c.startswith('"') and c.endswith('"') else c for c in cells]
    return "\t".join(whole)


def with_broken_cells_joined(lines: Sequence[str]) -> list[str]:
    """Lines in which a row that a line end inside a cell has cut in two is one line again.

    Told by the tabs: two lines that are both too short and together have as many as the other rows.
    """
    counts = [line.count("\t") for line in lines]
    usual = max(set(counts), key=lambda count: (counts.count(count), count), default=0)
    made: list[str] = []
    for line, count in zip(lines, counts, strict=True):
        is_end = bool(made) and 0 < made[-1].count("\t") < usual and made[-1].count("\t") + count == usual
        if is_end and not line.startswith("\t") and not re.match(r"(?:\d+|[IVX]+|[A-Z])\.?\t", line):
            made[-1] += "<br>" + line
        else:
            made.append(line)
    return made


def _trimmed(cells: list[str]) -> list[str]:
    """Cells without the empty ones at the end."""
    last = max((i for i, cell in enumerate(cells) if cell.strip()), default=-1)
    return cells[: last + 1]
