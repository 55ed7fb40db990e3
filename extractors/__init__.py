"""Files in, `Document` out: one module a format, all giving the same blocks in reading order."""
