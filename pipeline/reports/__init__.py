"""One report, one module."""
