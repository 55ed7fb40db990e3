"""Word documents (.docx): one `Document` of paragraphs and tables as a reader of the printed document sees them.

The way through the package: `package` opens the zip safely and parses its parts, `styles` and `numbering` say what Word
adds of its own (bold by style, "1.1" by automatic numbering), `paragraphs` and `tables` read the body into items, and
`blocks` numbers them. Element meanings: ECMA-376 Part 1 (WordprocessingML), chapter 17.
"""

from extractors.docx.blocks import read

__all__ = ["read"]
