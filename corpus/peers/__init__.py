"""Other tools with the glue a competent user would write in an afternoon, to measure against.

Each `<name>_reader.py` runs in an environment of its own (`set_up.py` makes them) and imports nothing but its tool and
`glue.py`. It prints one line of JSON: rows in the shape of document.json, pages, seconds, peak memory in MB.
"""
