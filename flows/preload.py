"""Imported once in the fork server, whose memory all workers share.

It loads the libraries that reading and building need and reads one small plan, so that lists, vocabularies and matchers
lie ready: a worker that had to be killed is replaced in milliseconds.
"""

from __future__ import annotations

import gc
import logging
import tempfile
from pathlib import Path

import extractors.docx
import extractors.pdf
import extractors.scan  # noqa: F401
import flows.page_cache
import flows.page_pictures  # noqa: F401
from extractors.reading import read_whole
from pipeline.build import build_record
from pipeline.copied_text import find_copied_text
from pipeline.records import MadeBy, Source
from pipeline.reports import write_document_reports

SMALL_PLAN = Path(__file__).parent / "data" / "warm-up.txt"


def warm_up() -> None:
    """Take a plan the whole way, its reports into a folder that is thrown away."""
    document = read_whole(SMALL_PLAN)
    record = build_record(document, Source(file="", sha256="", format="text"), MadeBy(renja="", settings=""))
    with tempfile.TemporaryDirectory() as folder:
        write_document_reports(record, Path(folder), None, "id")
    find_copied_text({"a": record, "b": record})


try:
    warm_up()
except Exception:  # what is wrong will be told of the first document; without workers nothing would be
    logging.getLogger("renja").exception("warm-up")
gc.collect()
gc.freeze()
