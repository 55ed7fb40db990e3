"""The files a user may give, turned into the options of `pipeline.build` once for a process."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from flows.settings import RunSettings

if TYPE_CHECKING:
    from pipeline.build import BuildOptions


def fault_of_files(settings: RunSettings) -> str:
    """What is wrong with the files that were given, in words for who gave them; "" where they can be used."""
    try:
        load_build_options(settings)
    except (ValueError, OSError) as error:
        return str(error)
    return ""


@lru_cache(maxsize=1)
def load_build_options(settings: RunSettings) -> BuildOptions:
    """Raises ValueError or OSError for files that cannot be used. Runs in a worker, as `flows.jobs`."""
    from canonical.aliases import read_aliases
    from pipeline.build import BuildOptions
    from pipeline.checks.settings import read_check_settings

    return BuildOptions(
        checks=read_check_settings(settings.checks) if settings.checks else None,
        aliases=read_aliases(settings.aliases) if settings.aliases else None,
    )
