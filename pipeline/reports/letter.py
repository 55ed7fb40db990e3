"""feedback.docx: the letter to the agency in Indonesian office form, for an evaluator to edit and sign.

What only the sender knows (number, date, signatory) stands in square brackets.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from pipeline.catalogue import Texts, texts
from pipeline.records import PlanRecord
from pipeline.reports.fixed_zip import fix_zip_dates
from pipeline.reports.letter_content import LetterContent, Remark, addressee, letter_content
from pipeline.reports.workbooks import MADE_ON

FONT = "Arial"
PLACEHOLDER_LINES_FOR_SIGNATURE = 3


def write_letter(record: PlanRecord, path: Path, lang: str) -> None:
    t = texts(lang)
    content = letter_content(record, t)
    document = _blank_letter(t)
    _letterhead(document, t)
    _reference_block(document, record, content, t)
    _address(document, record, t)
    _body(document, record, content, t)
    _signature(document, t)
    _annexes(document, content, t)
    document.save(str(path))
    fix_zip_dates(path)


def _blank_letter(t: Texts) -> Document:
    """A4 with the margins of an office letter."""
    document: Document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.75), Cm(2.25)
    section.top_margin, section.bottom_margin = Cm(1.75), Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(11)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after, style.paragraph_format.line_spacing = Pt(0), 1.08
    _set_properties(document, t)
    return document


def _set_properties(document: Document, t: Texts) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = t("letter.subject_value", year="").strip(), "renja", ""
    properties.created = properties.modified = MADE_ON
    properties.last_modified_by, properties.revision = "renja", 1
    properties.language = t.lang


def _paragraph(
    document: Document | _Cell, text: str, *, bold: bool = False, size: float | None = None, after: float = 0
) -> Paragraph:
    paragraph = document.add_paragraph()
    _add_run(paragraph, text, bold=bold, size=size)
    paragraph.paragraph_format.space_after = Pt(after)
    return paragraph


def _add_run(paragraph: Paragraph, text: str, *, bold: bool = False, size: float | None = None) -> None:
    run = paragraph.add_run(printable(text))
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)


def printable(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t")


def _letterhead(document: Document, t: Texts) -> None:
    for key, size in (("letterhead_1", 14), ("letterhead_2", 12), ("letterhead_3", 9)):
        paragraph = _paragraph(document, t(f"letter.{key}"), bold=size > 9, size=size)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _rule_below(document.paragraphs[-1])
    _paragraph(document, t("letter.place_date"), after=6).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _rule_below(paragraph: Paragraph) -> None:
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "thickThinSmallGap"), ("sz", "18"), ("space", "4"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)
    paragraph.paragraph_format.space_after = Pt(12)


def _reference_block(document: Document, record: PlanRecord, content: LetterContent, t: Texts) -> None:
    year = t("letter.subject_year", year=record.plan.year) if record.plan.year else ""
    lines = (
        (t("letter.number"), t("letter.number_value")),
        (t("letter.nature"), t("letter.nature_value")),
        (t("letter.attachment"), t("letter.attachment_value" if content.has_annex else "letter.attachment_none")),
        (t("letter.subject"), t("letter.subject_value", year=year).strip()),
    )
    table = document.add_table(rows=0, cols=3)
    _set_widths(table, (2.4, 0.5, 9.6))
    for label, value in lines:
        cells = table.add_row().cells
        for cell, text in zip(cells, (label, ":", value), strict=True):
            _add_run(cell.paragraphs[0], text)
    _paragraph(document, "")


def _set_widths(table: Table, widths_cm: Sequence[float]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths_cm, strict=True):
        column.width = Cm(width)


def _address(document: Document, record: PlanRecord, t: Texts) -> None:
    _paragraph(document, addressee(record.plan.agency, t))
    _paragraph(document, t("letter.at"))
    _paragraph(document, t("letter.at_place"), after=14).paragraph_format.left_indent = Cm(0.8)


def _body(document: Document, record: PlanRecord, content: LetterContent, t: Texts) -> None:
    year = t("letter.opening_year", year=record.plan.year) if record.plan.year else ""
    agency = record.plan.agency or t("letter.your_agency")
    _flowing(document, t("letter.opening", agency=agency, year=year))
    for number, sentence in enumerate(content.paragraphs, start=1):
        _numbered(document, number, sentence)
    _flowing(document, t("letter.request"))
    _flowing(document, t("letter.closing"))


def _flowing(document: Document, text: str) -> None:
    paragraph = _paragraph(document, text, after=8)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1.25)


def _numbered(document: Document, number: int, text: str) -> None:
    paragraph = _paragraph(document, f"{number}.\t{text}", after=6)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(0.8), Cm(-0.8)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))


def _signature(document: Document, t: Texts) -> None:
    lines = [t("letter.signer_title"), *[""] * PLACEHOLDER_LINES_FOR_SIGNATURE]
    lines += [t(f"letter.{key}") for key in ("signer_name", "signer_rank", "signer_nip")]
    _paragraph(document, "")
    for line in lines:
        paragraph = _paragraph(document, line)
        paragraph.paragraph_format.left_indent = Cm(9)
        paragraph.paragraph_format.keep_with_next = True
    _paragraph(document, "")
    _paragraph(document, t("letter.copies"), size=10)
    for number in (1, 2):
        _paragraph(document, f"{number}. {t(f'letter.copy_{number}')}", size=10)


def _annexes(document: Document, content: LetterContent, t: Texts) -> None:
    number = 0
    if content.missing:
        number += 1
        _annex_head(document, number, t("letter.annex_missing"), t)
        _paragraph(document, t("letter.annex_missing_intro", regulation=content.regulation), size=10, after=6)
        heads = [t(f"letter.col_{name}") for name in ("number", "code", "indicator", "weight")]
        lines = [(line.code, line.indicator, line.weight) for line in content.missing]
        _annex_table(document, heads, lines, (1.1, 2.2, 10.9, 1.8))
    for title, found in (("letter.annex_weak", content.weak), ("letter.annex_corrections", content.corrections)):
        if found:
            number += 1
            _annex_head(document, number, t(title), t)
            if any(remark.names_rows for remark in found):
                _paragraph(document, t("letter.row_numbers"), size=10, after=6)
            heads = [t(f"letter.col_{name}") for name in ("number", "page", "written", "remark")]
            _annex_table(document, heads, [_cells_of(remark) for remark in found], (1.1, 2.5, 5.9, 6.5))


def _cells_of(remark: Remark) -> tuple[str, str, str]:
    return remark.place, remark.written, remark.remark


def _annex_head(document: Document, number: int, title: str, t: Texts) -> None:
    first = document.add_paragraph()
    first.add_run().add_break(WD_BREAK.PAGE)
    _add_run(first, t("letter.annex", number="I" * number), bold=True)
    _paragraph(document, t("letter.annex_of"), size=10, after=8)
    _paragraph(document, title, bold=True, size=12, after=6).paragraph_format.keep_with_next = True


def _annex_table(document: Document, heads: Sequence[str], lines: Sequence[Sequence[str]], widths_cm: Sequence[float]) -> None:
    table = document.add_table(rows=1, cols=len(heads))
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _fill(cell, head, bold=True)
        _shade(cell)
    _repeat_on_every_page(table)
    for number, line in enumerate(lines, start=1):
        row = table.add_row()
        for cell, text in zip(row.cells, (f"{number}.", *line), strict=True):
            _fill(cell, text)
        _keep_whole(row._tr)
    _set_widths(table, widths_cm)
    for row in table.rows:
        for cell, width in zip(row.cells, widths_cm, strict=True):
            cell.width = Cm(width)


def _fill(cell: _Cell, text: str, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    _add_run(paragraph, text, bold=bold, size=9.5)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E6EFF4")):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _repeat_on_every_page(table: Table) -> None:
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _keep_whole(row: object) -> None:
    """No page break inside the row."""
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # type: ignore[attr-defined]
