"""Tables that a PDF-to-text tool has flattened: lines to cells, told by the genre.

The way: header words → columns (`header`), lines → words with their marks (`stream`), titles of areas cut the stream into
stretches (`stretches`), and in each stretch the likeliest sequence of cells is looked for (`decode`), weighing what a
text says (`content`) and where its lines were wrapped (`widths`).
"""

from pipeline.flattened.restore import restore_tables

__all__ = ["restore_tables"]
