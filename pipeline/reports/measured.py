"""Which list a plan is measured by first: the one that was in force for its year."""

from __future__ import annotations

from pipeline.records import Coverage, OlderCoverage


def measured_first(coverage: Coverage) -> Coverage | OlderCoverage:
    """The older list's coverage for plans of its years, else the current one's."""
    return coverage.older if coverage.older is not None and coverage.older.first else coverage


def lacks_reform(coverage: Coverage) -> bool:
    """Whether the reform part is to be asked for: the lists before 90/2021 had none."""
    return "reform" in coverage.lacking_parts and measured_first(coverage) is coverage


def at_stake(coverage: Coverage) -> float:
    """Points of 100 that hang on missing indicators, without the parts a plan lacks altogether."""
    first = measured_first(coverage)
    return sum(area.at_stake for area in first.areas if area.part not in coverage.lacking_parts)
