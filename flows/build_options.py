"""The files a user may give, turned into the options of `pipeline.build` once for a process."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from flows.settings import RunSettings

if TYPE_CHECKING:
    from canonical.aliases import Aliases
    from pipeline.build import BuildOptions
    from pipeline.checks.settings import CheckSettings


def fault_of_files(settings: RunSettings) -> str:
    """What is wrong with the files that were given, in words for who gave them; "" where they can be used."""
    try:
        _checks_of(settings)
        _aliases_of(settings)
    except (ValueError, OSError) as error:
        return str(error)
    return ""


@lru_cache(maxsize=1)
def load_build_options(settings: RunSettings) -> BuildOptions:
    """Raises ValueError or OSError for files that cannot be used. Runs in a worker, as `flows.jobs`."""
    from pipeline.build import BuildOptions

    return BuildOptions(checks=_checks_of(settings), aliases=_aliases_of(settings))


def _checks_of(settings: RunSettings) -> CheckSettings | None:
    if settings.checks is None:
        return None
    from pipeline.checks.settings import read_check_settings

    return read_check_settings(settings.checks)


def _aliases_of(settings: RunSettings) -> Aliases | None:
    if settings.aliases is None:
        return None
    from canonical.aliases import read_aliases

    return read_aliases(settings.aliases)
