"""summary.html: the whole batch at a glance, with links to each document's report."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from pipeline.catalogue import texts
from pipeline.reports.pages import render
from pipeline.reports.summary_view import covered_share, has_report, remark, view_of
from pipeline.summary import Summary

HEAT_STEPS = (0.25, 0.5, 0.7, 0.85, 0.95)
"""Shares from which a cell of the heat map is one shade darker."""

LOW_SHARE = 0.5
MOST_PAIRS_SHOWN = 20
"""The others are folded away."""

MOST_UNREAD_SHOWN = 8
"""On top; all of them stand among the documents."""


def render_summary(summary: Summary, lang: str) -> str:
    script = files("pipeline.reports").joinpath("templates", "sort.js").read_text(encoding="utf-8")
    return render(
        "summary.html.j2",
        texts(lang),
        view=view_of(summary),
        script=script,
        script_hash=_script_hash(script),
        share=covered_share,
        has_report=has_report,
        remark=remark,
        most_pairs=MOST_PAIRS_SHOWN,
        most_unread=MOST_UNREAD_SHOWN,
        shade=heat_shade,
        low=LOW_SHARE,
    )


def heat_shade(share: float) -> int:
    """0 (lightest) to 5."""
    return sum(share >= step for step in HEAT_STEPS)


def _script_hash(script: str) -> str:
    """What the page's Content-Security-Policy allows to run: this script and no other."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
