"""What a column is for, told by what its cells hold, where its header is missing or cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import mean

from extractors.document import Table
from pipeline.action_table.header import Header, span_of
from pipeline.action_table.known import component_likeness, indicator_likeness
from pipeline.plan import Column, Role
from pipeline.when import parse_when

MIN_ROWS = 5
"""With fewer filled cells a column's habits cannot be seen."""

CELLS_READ = 20

SENTENCE_LETTERS = 20
"""Cells shorter than this on average hold names and numbers, not sentences."""

_NUMBER = re.compile(r"^\(?([IVXLivxl]{1,5}|\d{1,3}|[a-zA-Z])[.)]?$")
_VERB = re.compile(r"^(\d{1,2}[.)]\s*|[-•]\s*)?(me[mnlry]|meng|ber|pe[mnl]|peng|di[a-z]{4})", re.IGNORECASE)
_PAPER = re.compile(
    r"\b(dokumen|laporan|sk|surat|notul\w*|undangan|foto|daftar|sop|bukti|berita acara|screen\s?sho+t|rekap\w*|sertifikat"
    r"|keputusan|absensi|dokumentasi|tangkapan|register|matriks|banner|spanduk|formulir)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"^\d{1,3}\s*(%|[a-z]{3,})", re.IGNORECASE)

_SIGNS: dict[Role, tuple[Callable[[str], float], float]] = {
    "number": (lambda t: float(bool(_NUMBER.match(t))), 0.7),
    "indicator": (lambda t: indicator_likeness(t) / 100, 0.62),
    "component": (lambda t: component_likeness(t) / 100, 0.68),
    "schedule": (lambda t: float(len(t) < 40 and parse_when(t).kind not in ("unknown", "none")), 0.6),
    "output": (lambda t: float(bool(_AMOUNT.match(t)) and len(t) < 60), 0.6),
    "evidence": (lambda t: float(bool(_PAPER.search(t[:40]))), 0.5),
    "action": (lambda t: float(bool(_VERB.match(t))), 0.5),
}
"""Role → how much one text speaks for it (0 to 1), and the mean from which a column has it; the surest signs first."""


def guess_roles(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns with roles given to those without one (`other`), as far as no other column has the role.

    `texts` are the cells' texts, column by column.
    """
    guessed = list(columns)
    for role, (sign, least) in _SIGNS.items():
        if any(c.role == role for c in guessed):
            continue
        scores = {i: _score(sign, texts[i]) for i, c in enumerate(guessed) if c.role == "other"}
        best = max(scores, key=lambda i: scores[i], default=None)
        if best is not None and scores[best] >= least:
            guessed[best] = replace(guessed[best], role=role)
    return tuple(guessed)


def guess_header(table: Table) -> Header | None:
    """A header for a table that has none; None where its cells do not speak for an action table."""
    by_column = [
        [c for c in table.cells if c.column == i and c.column_span == 1 and c.text.strip()] for i in range(table.column_count)
    ]
    if table.row_count < MIN_ROWS or not all(by_column):
        return None
    blank = [Column("other", "") for _ in by_column]
    texts = [[c.text for c in cells] for cells in by_column]
    columns = _with_indicator_before_action(guess_roles(blank, texts), texts)
    header = Header(columns, tuple(span_of(table, cells[0]) for cells in by_column), 0, 0)
    return header if {"indicator", "action"} <= header.roles and header.is_of_action_table else None


def _with_indicator_before_action(columns: tuple[Column, ...], texts: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """An indicator reworded beyond recognition is still a sentence that stands right before what is to be done about it."""
    roles = [c.role for c in columns]
    if "indicator" in roles or "action" not in roles or "schedule" not in roles:
        return columns
    before = roles.index("action") - 1
    if before < 0 or roles[before] != "other" or mean(len(t) for t in texts[before]) < SENTENCE_LETTERS:
        return columns
    return (*columns[:before], replace(columns[before], role="indicator"), *columns[before + 1 :])


def _score(sign: Callable[[str], float], texts: Sequence[str]) -> float:
    filled = [t for t in texts if t.strip()][:CELLS_READ]
    return mean(sign(t) for t in filled) if len(filled) >= MIN_ROWS else 0.0
