"""Manuscripts as Word documents with real merged cells, repeated header rows and landscape sections."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from corpus.manuscript import GridCell, Look, Manuscript, PageBreak, RuledTable, Ruling, Signatures, Space, Text, place_cells

_EPOCH = datetime(2020, 1, 1)
_ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "justify": WD_ALIGN_PARAGRAPH.JUSTIFY}
_WORD_FONTS = {
    "Liberation Serif": "Times New Roman",
    "Liberation Sans": "Arial",
    "URW Bookman": "Bookman Old Style",
    "Nimbus Sans": "Arial",
}


def typeset_docx(manuscript: Manuscript) -> bytes:
    """The manuscript as a .docx file; the same manuscript gives the same bytes."""
    word = Document()
    word.core_properties.created = word.core_properties.modified = _EPOCH
    word.core_properties.author = ""
    style = word.styles["Normal"]
    style.font.name = _WORD_FONTS.get(manuscript.look.font, manuscript.look.font)
    style.font.size = Pt(manuscript.look.size)
    _set_page(word, False, manuscript.look)
    _furniture(word, manuscript.look)
    for block in manuscript.blocks:
        _add(word, block, manuscript.look)
    return _same_bytes(word)


def _same_bytes(word: WordDocument) -> bytes:
    """The package with a fixed time on every member (python-docx writes the clock)."""
    buffer, out = io.BytesIO(), io.BytesIO()
    word.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            member = zipfile.ZipInfo(item.filename, (2020, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(item.filename))
    return out.getvalue()


def _set_page(word: WordDocument, landscape: bool, look: Look) -> None:
    section = word.sections[-1]
    sides = (Cm(29.7), Cm(21.0)) if landscape else (Cm(21.0), Cm(29.7))
    section.page_width, section.page_height = sides
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(look.margin)


def _furniture(word: WordDocument, look: Look) -> None:
    if look.running_head:
        paragraph = word.sections[0].header.paragraphs[0]
        paragraph.text = look.running_head
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if look.page_numbers:
        run = word.sections[0].footer.paragraphs[0].add_run()
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = text
            run._r.append(element)


def _add(word: WordDocument, block: Text | Space | PageBreak | RuledTable | Signatures, look: Look) -> None:
    if isinstance(block, Text):
        _text(word.add_paragraph(), block, look)
    elif isinstance(block, Space):
        for _ in range(round(block.lines)):
            word.add_paragraph()
    elif isinstance(block, PageBreak):
        _break(word, block, look)
    elif isinstance(block, RuledTable):
        _table(word, block, look)
    else:
        _signatures(word, block)


def _break(word: WordDocument, block: PageBreak, look: Look) -> None:
    is_landscape = word.sections[-1].orientation == WD_ORIENT.LANDSCAPE
    if block.landscape is None or block.landscape == is_landscape:
        if word.element.body[-2:] and len(word.element.body) > 1:
            word.add_page_break()
        return
    word.add_section()
    _set_page(word, block.landscape, look)


def _text(paragraph: Paragraph, block: Text, look: Look) -> None:
    run = paragraph.add_run(f"{block.label}\t{block.text}" if block.label else block.text)
    run.bold = block.bold
    if block.size_factor != 1:
        run.font.size = Pt(round(look.size * block.size_factor, 1))
    paragraph.alignment = _ALIGN[block.align]
    paragraph.paragraph_format.keep_with_next = block.heading


def _table(word: WordDocument, block: RuledTable, look: Look) -> None:
    rows = (*block.header, *block.body)
    table = word.add_table(rows=len(rows), cols=len(block.widths))
    table.style = "Table Grid" if block.ruling == "grid" else "Normal Table"
    _rule(table, block)
    table.autofit = False
    grid = [list(row.cells) for row in table.rows]
    for r, line in enumerate(place_cells(rows, len(block.widths))):
        for c, cell in line:
            target = grid[r][c]
            if cell.row_span > 1 or cell.column_span > 1:
                target = target.merge(grid[r + cell.row_span - 1][c + cell.column_span - 1])
            _fill(target, cell, round(look.table_size * block.size_factor, 1), look)
    _widths(table, block, word)
    for r in range(len(block.header) if block.repeat_header else 0):
        _row_property(table, r, "w:tblHeader")
    if not block.break_rows:
        for r in range(len(rows)):
            _row_property(table, r, "w:cantSplit")


_BORDERS: dict[Ruling, tuple[str, ...]] = {
    "grid": (),
    "none": (),
    "rows": ("top", "bottom", "insideH"),
    "header": (),
    "columns": ("top", "left", "bottom", "right", "insideV"),
}


def _rule(table: Table, block: RuledTable) -> None:
    """The borders that the table's style does not give."""
    if sides := _BORDERS[block.ruling]:
        table._tbl.tblPr.append(_borders("w:tblBorders", sides))
    if block.ruling in ("header", "columns"):
        for r in range(len(block.header)):
            for cell in table.rows[r].cells:
                sides = ("top",) * (r == 0) + ("bottom",) * (r == len(block.header) - 1)
                cell._tc.get_or_add_tcPr().append(_borders("w:tcBorders", sides))


def _borders(name: str, sides: tuple[str, ...]) -> etree._Element:
    borders = OxmlElement(name)
    for side in sides:
        border = OxmlElement(f"w:{side}")
        border.set(qn("w:val"), "single")
        border.set(qn("w:sz"), "4")
        borders.append(border)
    return borders


def _row_property(table: Table, row: int, name: str) -> None:
    table.rows[row]._tr.get_or_add_trPr().append(OxmlElement(name))


def _widths(table: Table, block: RuledTable, word: WordDocument) -> None:
    room = word._block_width
    for column, share in zip(table.columns, block.widths, strict=True):
        column.width = int(room * share / sum(block.widths))


def _fill(target: _Cell, cell: GridCell, size: float, look: Look) -> None:
    for n, text in enumerate(cell.paragraphs):
        paragraph = target.paragraphs[0] if n == 0 else target.add_paragraph()
        run = paragraph.add_run(text)
        run.bold = cell.bold
        run.font.size = Pt(size)
        paragraph.alignment = _ALIGN[cell.align]
    if cell.sideways:
        direction = OxmlElement("w:textDirection")
        direction.set(qn("w:val"), "btLr")
        target._tc.get_or_add_tcPr().append(direction)
    if cell.shade:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), f"{look.shade:02X}" * 3)
        target._tc.get_or_add_tcPr().append(shade)


def _signatures(word: WordDocument, block: Signatures) -> None:
    """Side by side in a table without rules, as offices do it; one alone in the right half."""
    table = word.add_table(rows=1, cols=2)
    cells = table.rows[0].cells
    targets = cells[-1:] if len(block.signers) == 1 else cells
    for n, (signer, target) in enumerate(zip(block.signers, targets, strict=True)):
        opening = block.opening if n == len(block.signers) - 1 else tuple("" for _ in block.opening)
        lines = [*opening, *signer.title_lines, "", "", "", signer.name, signer.nip_line]
        for k, line in enumerate(lines):
            paragraph = target.paragraphs[0] if k == 0 else target.add_paragraph()
            paragraph.add_run(line).bold = line == signer.name
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
