"""Which checks run and how grave their findings are, from a small TOML file.

[foreign_agency]
on = false
[superseded_regulation]
severity = "error"
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator

from pipeline.records import FindingKind, Severity

KINDS: tuple[FindingKind, ...] = get_args(FindingKind)


class CheckSetting(BaseModel):
    """`severity` replaces that of findings graver than `info`; doubtful ones stay `info`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    on: bool = True
    severity: Severity | None = None


class CheckSettings(BaseModel):
    """One setting a kind; kinds that are not named run as they are."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: dict[FindingKind, CheckSetting] = Field(default_factory=dict)

    @field_validator("kinds")
    @classmethod
    def _sorted(cls, kinds: dict[FindingKind, CheckSetting]) -> dict[FindingKind, CheckSetting]:
        return dict(sorted(kinds.items()))

    def of(self, kind: FindingKind) -> CheckSetting:
        return self.kinds.get(kind, CheckSetting())


def read_check_settings(path: Path) -> CheckSettings:
    """The settings of a TOML file. Raises ValueError for TOML that is broken or names an unknown kind or key."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as problem:
        raise ValueError(f"{path.name}: {problem}") from problem
    return CheckSettings.model_validate({"kinds": tables})
