"""From the image of a page to the words and rules a text page would give, one stage a file."""

from extractors.scan.page import read_scanned_page
from extractors.scan.textlayer import is_usable

__all__ = ["is_usable", "read_scanned_page"]
