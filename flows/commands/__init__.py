"""One `renja` command, one module."""
