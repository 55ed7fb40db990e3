"""The files a user may give, turned into the options of `pipeline.build` once for a process."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from flows.settings import RunSettings

if TYPE_CHECKING:
    from pipeline.build import BuildOptions


def check_files(settings: RunSettings) -> None:
    """Raises ValueError or OSError for files that cannot be used."""
    load_build_options(settings)


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
