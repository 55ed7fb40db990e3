"""The part of document.json that the files of a whole run are made of, read in a third of the time.

Fields are those of `pipeline.records`; what is not named here is skipped, not checked.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from extractors.document import Place
from pipeline.records import Chapter, Decision, FindingKind, Identity, Part, PlanRecord, When


class _Summed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class SummedMatch(_Summed):
    code: str
    score: float
    decision: Decision
    via: str | None = None


class SummedRow(_Summed):
    id: str
    part: Part = "pemenuhan"
    area: int | None = None
    number: str = ""
    component: str = ""
    indicator: str = ""
    action: str = ""
    evidence: str = ""
    schedule: str = ""
    output: str = ""
    when: When | None = None
    where: tuple[Place, ...] = ()
    confidence: float = 1.0
    matches: tuple[SummedMatch, ...] = ()
    withdrawn: str | None = None

    @property
    def accepted_codes(self) -> tuple[str, ...]:
        return tuple(m.code for m in self.matches if m.decision == "accepted")


class SummedFinding(_Summed):
    kind: FindingKind
    row: str | None = None
    rows: tuple[str, ...] = ()


class SummedRecord(_Summed):
    plan: Identity
    chapters: tuple[Chapter, ...] = ()
    rows: tuple[SummedRow, ...] = ()
    findings: tuple[SummedFinding, ...] = ()


AnyRecord = PlanRecord | SummedRecord
