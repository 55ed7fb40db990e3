"""Tables of texts that keep the columns by blanks, as `pdftotext -layout` writes them.

A letter's place in its line is nearly where it stood on the page. The way: lines → pieces with places (`lines`), header →
columns (`heads`), lines → cells, also where two of them touch (`cutting`), lines → rows (`rows`).
"""

from pipeline.flattened.spaced.lines import is_spaced
from pipeline.flattened.spaced.reading import read_pages

__all__ = ["is_spaced", "read_pages"]
