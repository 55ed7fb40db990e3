"""The action table as ruled lines: rows of a plan laid out the way its layout asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from corpus.draft import Draft, PlanRow
from corpus.layouts import ColumnSpec, Layout
from corpus.manuscript import GridCell, GridRow, RuledTable
from corpus.other_tables import AREAS

ROMAN = ("I", "II", "III", "IV", "V", "VI")
LETTERS = "ABCDEFGH"


def action_table(draft: Draft) -> RuledTable:
    layout = draft.layout
    header = list(_header(draft))
    body = list(_body(draft))
    if draft.number_row:
        numbers = tuple(GridCell((n,), align="center") for n in draft.number_row)
        if layout.number_row == "repeated":
            header.append(numbers)
        else:
            body.insert(0, numbers)
    widths = tuple(c.width for c in layout.columns)
    return RuledTable(widths, tuple(header), tuple(body), layout.repeat_header, layout.break_rows, ruling=layout.ruling)


def column_numbers(layout: Layout) -> tuple[str, ...]:
    """The row of column numbers, right or wrong as the layout has it."""
    count = len(layout.columns)
    right = tuple(str(n) for n in range(1, count + 1))
    if layout.number_row == "short":
        return (*right[:-1], "")
    if layout.number_row == "shifted":
        return (*right[:3], *(str(n) for n in range(3, count)))
    return () if layout.number_row == "none" else right


def _header(draft: Draft) -> Iterator[GridRow]:
    layout = draft.layout

    def cell(text: str, rows: int = 1, columns: int = 1) -> GridCell:
        return GridCell((text,), rows, columns, bold=True, align="center", shade=layout.shaded)

    if layout.header_lines == 1:
        yield tuple(cell(c.heading) for c in layout.columns)
        return
    upper: list[GridCell] = []
    lower: list[GridCell] = []
    for (group, _), members in groupby(layout.columns, key=lambda c: (c.group, c.group or c.heading)):
        columns = list(members)
        if group:
            upper.append(cell(group, 1, len(columns)))
            lower.extend(replace(cell(c.heading), sideways=layout.sideways_months and c.role == "month") for c in columns)
        else:
            upper.append(cell(columns[0].heading, 2))
    yield tuple(upper)
    yield tuple(lower)


def _body(draft: Draft) -> Iterator[GridRow]:
    """Part, area and component lines between the rows; areas are numbered as they come."""
    layout = draft.layout
    has_parts = layout.parts and any(row.part != "pemenuhan" for row in draft.rows)
    for part, part_rows in groupby(draft.rows, key=lambda r: r.part):
        if has_parts:
            yield _part_line(layout, part)
        for a, (area, area_rows) in enumerate(groupby(part_rows, key=lambda r: r.area)):
            yield _area_line(draft, a, area, has_parts)
            for c, (component, rows) in enumerate(groupby(area_rows, key=lambda r: r.component), 1):
                if layout.component == "line":
                    yield _component_line(layout, f"{c}. {component}" if layout.component_label else component)
                members = list(rows)
                if layout.component == "row":
                    yield _component_row(layout, members[0].number, component)
                yield from _indicator_lines(draft, members) if layout.indicator == "line" else _component_rows(draft, members)


def _line(layout: Layout, label: str, text: str, style: str) -> GridRow:
    count = len(layout.columns)
    if style == "roman":
        blanks = tuple(GridCell() for _ in range(count - 2))
        return (GridCell((label,), bold=True, align="center"), GridCell((text,), bold=True), *blanks)
    if style == "letter":
        return (GridCell((f"{label}.",), bold=True, align="center"), GridCell((text,), 1, count - 1, bold=True))
    shown = text if style == "plain" else f"{label}. {text}"
    return (GridCell((shown,), 1, count, bold=True, shade=layout.shaded),)


def _part_line(layout: Layout, part: str) -> GridRow:
    label = {"pemenuhan": "A", "reform": "B", "hasil": "C"}[part]
    return _line(layout, label, part.upper(), "merged" if layout.area_line == "plain" else layout.area_line)


def _area_line(draft: Draft, order: int, area: int, has_parts: bool) -> GridRow:
    layout = draft.layout
    labels = LETTERS if layout.area_line == "letter" and not has_parts else ROMAN
    name = draft.area_names.get(area, AREAS[area - 1].upper())
    return _line(layout, labels[order], name, layout.area_line)


def _component_line(layout: Layout, text: str) -> GridRow:
    return (GridCell((text,), 1, len(layout.columns), bold=True),)


def _component_row(layout: Layout, number: str, name: str) -> GridRow:
    texts = {"number": number, "indicator": name}
    return tuple(GridCell((texts[c.role],) if c.role in texts else ()) for c in layout.columns)


def _indicator_lines(draft: Draft, rows: list[PlanRow]) -> Iterator[GridRow]:
    """Each indicator across the table, and its steps below."""
    for row in rows:
        yield (GridCell((f"Indikator: {row.indicator}",), 1, len(draft.layout.columns), bold=True),)
        yield from _component_rows(draft, [row])


def _component_rows(draft: Draft, rows: list[PlanRow]) -> Iterator[GridRow]:
    layout = draft.layout
    heights = [_height(row, layout) for row in rows]
    for n, (row, height) in enumerate(zip(rows, heights, strict=True)):
        for k in range(height):
            cells: list[GridCell] = []
            for column in layout.columns:
                is_first = n == 0 and k == 0
                cells.extend(_cells(draft, column, row, k, height, n, is_first, sum(heights)))
            yield tuple(cells)


def _height(row: PlanRow, layout: Layout) -> int:
    """How many ruled lines the row takes: one, or as many as it has items in the printed columns."""
    roles = {c.role for c in layout.columns}
    counts = [len(items) for role, items in (("action", row.actions), ("evidence", row.evidences)) if role in roles]
    return max(*counts, 1) if layout.items == "subrows" else 1


def _cells(
    draft: Draft, column: ColumnSpec, row: PlanRow, k: int, height: int, n: int, is_first: bool, total: int
) -> Iterator[GridCell]:
    """The cell of `column` that starts in sub-row `k` of the component's row `n`, if one does."""
    layout = draft.layout
    if column.role == "number" and layout.indicator == "line":
        yield from _item_cell([str(i) for i in range(1, len(row.actions) + 1)], k, height)
    elif column.role in ("action", "evidence"):
        yield from _item_cell(row.actions if column.role == "action" else row.evidences, k, height)
    elif column.role == "number" and layout.component == "row" and k == 0:
        yield GridCell((f"{LETTERS[n % 8].lower()}.",), height)
    elif column.role == "component" or (column.role == "number" and layout.numbering != "running"):
        yield from _component_cell(
            layout, row.component if column.role == "component" else row.number, column, is_first, k, height, total
        )
    elif k == 0 and column.role == "month" and layout.month_mark == "shade":
        yield GridCell((), height, shade=bool(_row_text(draft, column, row, n)))
    elif k == 0:
        yield GridCell(_row_text(draft, column, row, n), height, align="center" if column.role in ("month", "number") else "left")


def _component_cell(
    layout: Layout, text: str, column: ColumnSpec, is_first: bool, k: int, height: int, total: int
) -> Iterator[GridCell]:
    align = "center" if column.role == "number" else "left"
    if layout.component == "line" and column.role == "number":
        text = ""
    if layout.component == "merged":
        if is_first:
            yield GridCell((text,), total, align=align)  # type: ignore[arg-type]
    elif k == 0:
        yield GridCell((text,) if is_first or layout.component == "repeat" else (), height, align=align)  # type: ignore[arg-type]


def _item_cell(items: list[str], k: int, height: int) -> Iterator[GridCell]:
    if height == 1:
        yield GridCell(tuple(items))
    elif k < len(items) - 1:
        yield GridCell((items[k],))
    elif k == max(len(items) - 1, 0):
        yield GridCell((items[k],) if items else (), height - k)


def _row_text(draft: Draft, column: ColumnSpec, row: PlanRow, n: int) -> tuple[str, ...]:
    layout = draft.layout
    if column.role == "month":
        at = [c.heading for c in layout.columns if c.role == "month"].index(column.heading) + 1
        return (draft.month_mark,) if at in row.months else ()
    if column.role == "indicator" and layout.letters:
        return (f"{LETTERS[n % 8].lower()}. {row.indicator}",)
    text = {
        "other": "Inspektorat",
        "number": row.number, "indicator": row.indicator, "schedule": row.schedule, "output": row.output, "person": row.person,
    }[column.role]  # fmt: skip
    return (text,) if text else ()
