"""What a run's files are made of says the same as the whole record."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from pipeline.records import Finding, Match, PlanRecord, Row
from pipeline.reports.row_data import row_lines
from pipeline.summed_record import SummedFinding, SummedMatch, SummedRecord, SummedRow
from tests.pipeline.reports.made_up_plans import record


def test_its_lines_are_those_of_the_whole_record() -> None:
    whole = record()
    summed = SummedRecord.model_validate_json(whole.model_dump_json(by_alias=True))
    assert list(row_lines("a", summed)) == list(row_lines("a", whole))
    assert (summed.plan, summed.chapters) == (whole.plan, whole.chapters)


@pytest.mark.parametrize(
    ("summed", "whole"),
    [(SummedMatch, Match), (SummedRow, Row), (SummedFinding, Finding), (SummedRecord, PlanRecord)],
    ids=["match", "row", "finding", "record"],
)
def test_its_fields_are_those_of_the_whole_record(summed: type[BaseModel], whole: type[BaseModel]) -> None:
    """Names, types and defaults; types by their names, so that SummedRow stands for Row."""
    for name, field in summed.model_fields.items():
        own = whole.model_fields[name]
        assert str(field.annotation).replace("summed_record.Summed", "records.") == str(own.annotation), name
        assert (field.is_required(), field.default) == (own.is_required(), own.default), name
