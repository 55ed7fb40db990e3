"""Plain text (.txt, .md): one `Document` of paragraphs and tables, blocks counted from 1.

The way through the package: `encoding` makes letters of bytes, `segments` finds which lines are a table and of which
kind (tab-separated, with pipes, or flattened line by line by a PDF-to-text tool), `separated` and `flattened` make
tables of them, `prose` makes paragraphs of the rest, `markup` takes Markdown and HTML marks away.
"""

from extractors.plaintext.blocks import read, read_text

__all__ = ["read", "read_text"]
