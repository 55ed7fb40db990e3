"""Tables without ruling lines, or without those between their rows: the missing rules are drawn where the text shows them.

The way: a line of known header words → headings (`heads`), the pages below it (`runs`), white gutters → columns (`gutters`),
cells that begin together → rows (`rows`), or printed rules → rows (`printed`). Drawn as rules on a page (`drawing`), they
make the same cells as printed ones. What counts as a header takes the genre's words, so that this is the pipeline's work.
"""

from pipeline.unruled.restore import restore_unruled

__all__ = ["restore_unruled"]
