"""rows.csv and rows.parquet: one line a row over all documents, for spreadsheets and notebooks.

`docs/data-dictionary.md` explains the columns; a test holds the two together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.records import Finding, Row
from pipeline.reports.finding_rows import rows_of
from pipeline.reports.places import pages_of
from pipeline.summed_record import AnyRecord, SummedFinding, SummedRow

ROWS_A_CHUNK = 5000

_SCHEMA = pa.schema(
    [
        ("document", pa.string()),
        ("agency", pa.string()),
        ("region", pa.string()),
        ("year", pa.int32()),
        ("row", pa.string()),
        ("order", pa.int32()),
        ("part", pa.string()),
        ("area", pa.int32()),
        ("number", pa.string()),
        ("component", pa.string()),
        ("indicator", pa.string()),
        ("action", pa.string()),
        ("evidence", pa.string()),
        ("schedule", pa.string()),
        ("output", pa.string()),
        ("when_kind", pa.string()),
        ("when_start", pa.string()),
        ("when_end", pa.string()),
        ("when_months", pa.string()),
        ("when_frequency", pa.string()),
        ("when_condition", pa.string()),
        ("codes", pa.string()),
        ("review_codes", pa.string()),
        ("best_score", pa.float64()),
        ("via", pa.string()),
        ("withdrawn", pa.string()),
        ("pages", pa.string()),
        ("confidence", pa.float64()),
        ("findings", pa.string()),
        ("finding_count", pa.int32()),
    ]
)
COLUMNS: tuple[str, ...] = tuple(_SCHEMA.names)

_INTEGERS = [field.name for field in _SCHEMA if pa.types.is_integer(field.type)]


def write_row_data(records: Mapping[str, AnyRecord], out: Path) -> None:
    """Both files, in chunks, so that memory does not grow with the number of plans."""
    lines = (line for name in sorted(records) for line in row_lines(name, records[name]))
    with (
        (out / "rows.csv").open("w", encoding="utf-8", newline="") as csv_file,
        pq.ParquetWriter(out / "rows.parquet", _SCHEMA) as parquet,
    ):
        for number, frame in enumerate(_frames(lines)):
            _as_text(frame).to_csv(csv_file, index=False, header=number == 0, lineterminator="\n")
            parquet.write_table(pa.Table.from_pandas(frame, schema=_SCHEMA, preserve_index=False))


def _frames(lines: Iterator[dict[str, object]]) -> Iterator[pd.DataFrame]:
    """At least one frame, so that a run without rows still has its header."""
    chunk = list(islice(lines, ROWS_A_CHUNK))
    while True:
        yield pd.DataFrame(chunk, columns=list(COLUMNS)).astype(dict.fromkeys(_INTEGERS, "Int32"))
        chunk = list(islice(lines, ROWS_A_CHUNK))
        if not chunk:
            return


def _as_text(frame: pd.DataFrame) -> pd.DataFrame:
    """For the CSV alone: an apostrophe before what a spreadsheet would take for a formula. A lone "-" is none."""
    text = frame.select_dtypes(include=["object", "string"])
    is_formula = text.apply(lambda column: column.str.match(r"[=+@\t]|-.", na=False))
    return frame.assign(**text.where(~is_formula, "'" + text.astype("string")))


def row_lines(name: str, record: AnyRecord) -> Iterator[dict[str, object]]:
    """The lines of one document, in the order of its table; `name` is its folder in the run."""
    kinds = _kinds_by_row(record.findings)
    rows: Iterable[Row | SummedRow] = record.rows
    for order, row in enumerate(rows, start=1):
        yield {
            "document": name,
            "agency": record.plan.agency,
            "region": record.plan.region,
            "year": record.plan.year,
            "row": row.id,
            "order": order,
            "part": row.part,
            "area": row.area,
            "number": row.number,
            "component": row.component,
            "indicator": row.indicator,
            "action": row.action,
            "evidence": row.evidence,
            "schedule": row.schedule,
            "output": row.output,
            **_schedule_values(row),
            **_match_values(row),
            "withdrawn": row.withdrawn,
            "pages": _listed(pages_of(row.where)),
            "confidence": row.confidence,
            "findings": _listed(kinds.get(row.id, ())),
            "finding_count": len(kinds.get(row.id, ())),
        }


def _kinds_by_row(findings: Iterable[Finding | SummedFinding]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        for row in rows_of(finding):
            kinds[row].append(finding.kind)
    return kinds


def _schedule_values(row: Row | SummedRow) -> dict[str, object]:
    when = row.when
    return {
        "when_kind": when.kind if when else None,
        "when_start": when.start if when else None,
        "when_end": when.end if when else None,
        "when_months": _listed(when.months) if when else None,
        "when_frequency": when.frequency if when else None,
        "when_condition": when.condition if when else None,
    }


def _match_values(row: Row | SummedRow) -> dict[str, object]:
    return {
        "codes": _listed(row.accepted_codes),
        "review_codes": _listed(m.code for m in row.matches if m.decision == "review"),
        "best_score": row.matches[0].score if row.matches else None,
        "via": row.matches[0].via if row.matches else None,
    }


def _listed(values: Iterable[object]) -> str:
    return ";".join(str(value) for value in values)
