"""Memory kept from one page image to the next."""

from __future__ import annotations

import ctypes

KEPT_BYTES = 128 * 2**20
"""What a process keeps at most when it is free: the images of a page at 300 dpi."""

LARGEST_KEPT_BYTES = 32 * 2**20
"""Larger blocks are given back at once, by any setting of the C library."""

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
"""From glibc's malloc.h."""


def keep_freed_memory() -> None:
    """Has the C library keep freed images for the next: given back and fetched anew, zeroed by block, they cost 20 ms a page.

    Does nothing where the library is not glibc.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(M_TRIM_THRESHOLD, KEPT_BYTES)
        mallopt(M_MMAP_THRESHOLD, LARGEST_KEPT_BYTES)
