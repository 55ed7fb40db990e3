"""Cells and lines of print cut out, read, and mended by the shapes of their letters."""
