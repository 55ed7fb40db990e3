"""From the image of a page to the words and rules a text page would give, one stage a file."""

import cv2

from extractors.scan.memory import keep_freed_memory
from extractors.scan.page import read_scanned_page
from extractors.scan.textlayer import is_usable

__all__ = ["is_usable", "read_scanned_page"]

# Pages are read by as many processes as there are cores; further threads in each would only fight for the same cores.
cv2.setNumThreads(1)
keep_freed_memory()
