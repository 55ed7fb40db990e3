"""Manuscripts as text PDFs, set by Typst."""

from __future__ import annotations

import json

import typst

from corpus.letter_widths import broken_word
from corpus.manuscript import (
    Block,
    GridCell,
    GridRow,
    Look,
    Manuscript,
    PageBreak,
    RuledTable,
    Signatures,
    Space,
    Text,
    place_cells,
)

_FALLBACK_FONTS = ("Liberation Serif", "Libertinus Serif")
_A4_CM = (21.0, 29.7)


def typeset_pdf(manuscript: Manuscript) -> bytes:
    """The manuscript as PDF with a text layer; the same manuscript and fonts give the same bytes."""
    return typst.compile(typst_source(manuscript).encode("utf-8"), format="pdf")


def missing_fonts(names: set[str]) -> list[str]:
    """Of the fonts named those this machine lacks: Typst then falls back, and pages break elsewhere."""
    return sorted(names - set(typst.Fonts().families()))


def typst_source(manuscript: Manuscript) -> str:
    look = manuscript.look
    width = _A4_CM[0] - 2 * look.margin
    parts = [_preamble(look)]
    for block in manuscript.blocks:
        if isinstance(block, PageBreak) and block.landscape is not None:
            width = _A4_CM[1 if block.landscape else 0] - 2 * look.margin
        parts.append(_block(block, look, width))
    return "\n".join(parts)


def _string(text: str) -> str:
    return "#" + json.dumps(text, ensure_ascii=False) + ";"


def _preamble(look: Look) -> str:
    fonts = ", ".join(json.dumps(f) for f in (look.font, *_FALLBACK_FONTS))
    head = f"align(center, text(8pt)[{_string(look.running_head)}])" if look.running_head else "none"
    foot = "align(center, text(9pt)[#context counter(page).display()])" if look.page_numbers else "none"
    return (
        f"#set document(date: none)\n#set page(paper: \"a4\", margin: {look.margin}cm, header: {head}, footer: {foot})\n"
        f"#set text(font: ({fonts}), size: {look.size}pt, lang: \"id\", hyphenate: false)\n"
        f"#set par(leading: {look.leading}em, spacing: {look.leading * 1.6}em)\n#set table(stroke: {look.rule}pt)\n"
    )  # fmt: skip


def _block(block: Block, look: Look, width_cm: float) -> str:
    if isinstance(block, Text):
        return _text(block, look)
    if isinstance(block, Space):
        return f"#v({block.lines}em)"
    if isinstance(block, PageBreak):
        if block.landscape is None:
            return "#pagebreak(weak: true)"
        return f"#set page(flipped: {str(block.landscape).lower()})\n#pagebreak(weak: true)"
    if isinstance(block, RuledTable):
        return _table(block, look, width_cm)
    return _signatures(block)


def _text(block: Text, look: Look) -> str:
    body = _string(_hyphenated(block.text) if look.soft_hyphens and block.align == "justify" else block.text)
    if block.bold:
        body = f"#strong[{body}]"
    if block.size_factor != 1:
        body = f"#text({block.size_factor}em)[{body}]"
    if block.align == "center":
        return f"#block(sticky: {str(block.heading).lower()}, width: 100%, align(center)[{body}])"
    if block.label:
        hang = 0.55 * len(block.label) + 0.5
        return f"#par(justify: true, hanging-indent: {hang:.2f}em)[#box(width: {hang:.2f}em)[{_string(block.label)}]{body}]"
    justify = "true" if block.align == "justify" else "false"
    indent = "2em" if block.align == "justify" and not block.heading else "0em"
    paragraph = f"#par(justify: {justify}, first-line-indent: (amount: {indent}, all: true))[{body}]"
    return f"#block(sticky: true, width: 100%)[{paragraph}]" if block.heading else paragraph


_VOWELS = "aiueo"


def _hyphenated(text: str) -> str:
    """Long words with a soft hyphen after an open syllable in their middle, as a word processor would break them."""
    words = []
    for word in text.split(" "):
        places = [k for k in range(4, len(word) - 4) if word.isalpha() and word[k - 1] in _VOWELS and word[k] not in _VOWELS]
        words.append(word[: places[0]] + "\u00ad" + word[places[0] :] if places else word)
    return " ".join(words)


def _table(table: RuledTable, look: Look, width_cm: float) -> str:
    size = look.table_size * table.size_factor
    columns = ", ".join(f"{w / sum(table.widths) * 100:.3f}%" for w in table.widths)
    points = [w / sum(table.widths) * width_cm / 2.54 * 72 - 6.5 for w in table.widths]
    header = _rows(table.header, table, look, points, True)
    body = _rows(table.body, table, look, points, False)
    repeat = str(table.repeat_header).lower()
    return (
        f"#block(width: 100%)[#set text({size}pt)\n#set par(justify: false, leading: 0.5em, spacing: 0.55em)\n"
        f"#table(columns: ({columns}), inset: 3pt, align: top + left{_STROKES[table.ruling]},\n"
        f"table.header(repeat: {repeat},\n{_hline(table)}{header}{_hline(table, after=True)}),\n{body})]"
    )


_STROKES = {
    "grid": "",
    "none": ", stroke: none",
    "rows": ", stroke: (x: none)",
    "header": ", stroke: none",
    "columns": ", stroke: (_, y) => if y == 0 { (x: 0.5pt, top: 0.5pt) } else { (x: 0.5pt) }",
}


def _hline(table: RuledTable, *, after: bool = False) -> str:
    """The rule above or below the header, where the table does not have all of them anyway."""
    if table.ruling not in ("header", "columns"):
        return ""
    line = f"table.hline(stroke: 0.5pt, y: {len(table.header) if after else 0})"
    return f",\n{line}" if after else f"{line},\n"


def _rows(rows: tuple[GridRow, ...], table: RuledTable, look: Look, points: list[float], is_header: bool) -> str:
    lines = place_cells(rows, len(table.widths))
    return ",\n".join(", ".join(_cell(cell, points[column], table, look, is_header) for column, cell in line) for line in lines)


def _cell(cell: GridCell, width_points: float, table: RuledTable, look: Look, is_header: bool) -> str:
    """`width_points` is the room for text in the column the cell starts in."""
    options = []
    if cell.row_span > 1:
        options.append(f"rowspan: {cell.row_span}")
    if cell.column_span > 1:
        options.append(f"colspan: {cell.column_span}")
    if cell.align == "center":
        options.append("align: center")
    if cell.shade:
        options.append(f"fill: luma({look.shade})")
    if not table.break_rows or is_header:
        options.append("breakable: false")
    paragraphs = cell.paragraphs
    if look.break_words and cell.column_span == 1:
        paragraphs = tuple(_broken(text, width_points, look) for text in paragraphs)
    body = "#parbreak();".join(_string(text) for text in paragraphs)
    if cell.bold:
        body = f"#strong[{body}]"
    if cell.sideways:
        body = f"#rotate(-90deg, reflow: true)[{body}]"
    return f"table.cell({', '.join(options)})[{body}]" if options else f"[{body}]"


def _broken(text: str, width_points: float, look: Look) -> str:
    return " ".join(broken_word(word, width_points, look.font, look.table_size) for word in text.split(" "))


def _signatures(block: Signatures) -> str:
    columns = ", ".join("1fr" for _ in block.signers) if len(block.signers) > 1 else "1fr, 1fr"
    cells = []
    for n, signer in enumerate(block.signers):
        is_last = n == len(block.signers) - 1
        lines = [*(block.opening if is_last else [" "] * len(block.opening)), *signer.title_lines]
        text = "#linebreak();".join(_string(line) for line in lines)
        name = f"#strong[#underline[{_string(signer.name)}]]#linebreak();{_string(signer.nip_line) if signer.nip_line else ''}"
        cells.append(f"align(center)[{text}#v(4em);{name}]")
    lead = "[], " if len(block.signers) == 1 else ""
    return f"#block(breakable: false, width: 100%)[#grid(columns: ({columns}), {lead}{', '.join(cells)})]"
