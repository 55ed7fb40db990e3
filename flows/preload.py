"""Imported once in the fork server, whose memory all workers share.

It loads the libraries that reading and building need and reads one small plan, so that lists, vocabularies and matchers
lie ready: a worker that had to be killed is replaced in milliseconds.
"""

from __future__ import annotations

import gc
import logging
from pathlib import Path

import extractors.docx
import extractors.pdf
import extractors.scan  # noqa: F401
import flows.page_cache
import flows.page_pictures  # noqa: F401
from extractors.reading import read_whole
from pipeline.build import build_record
from pipeline.records import MadeBy, Source
from pipeline.reports.gaps import render_gaps

SMALL_PLAN = Path(__file__).parent / "data" / "warm-up.txt"


def warm_up() -> None:
    """Take a plan the way on which lists are loaded and templates compiled; letter and workbook leave nothing behind."""
    document = read_whole(SMALL_PLAN)
    record = build_record(document, Source(file="", sha256="", format="text"), MadeBy(renja="", settings=""))
    render_gaps(record, None, "id")


try:
    warm_up()
except Exception:  # what is wrong will be told of the first document; without workers nothing would be
    logging.getLogger("renja").exception("warm-up")
gc.collect()
gc.freeze()
