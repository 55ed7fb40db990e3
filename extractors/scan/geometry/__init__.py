"""Which way up a page lies, and how to straighten it."""
