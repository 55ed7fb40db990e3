"""What a run's files are made of says the same as the whole record."""

from __future__ import annotations

from pipeline.reports.row_data import row_lines
from pipeline.summed_record import SummedRecord
from tests.pipeline.reports.made_up_plans import record


def test_its_lines_are_those_of_the_whole_record() -> None:
    whole = record()
    summed = SummedRecord.model_validate_json(whole.model_dump_json(by_alias=True))
    assert list(row_lines("a", summed)) == list(row_lines("a", whole))
    assert (summed.plan, summed.chapters) == (whole.plan, whole.chapters)
